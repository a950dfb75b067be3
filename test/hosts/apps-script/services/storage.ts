import { Buffer } from "node:buffer";
import type { CacheStore } from "../account.ts";
import { fields, number, Part, ScriptException, text, type Behaviours } from "../runtime/part.ts";
import { useQuota } from "../runtime/quota.ts";
import type { World } from "../runtime/world.ts";

/** 9 kB a value, 500 kB a store: developers.google.com/apps-script/guides/services/quotas. */
const PROPERTY_BYTES_MAX = 9 * 1024;
const STORE_BYTES_MAX = 500 * 1024;

/** Of the reference of `Cache.put`: 250 characters, 100 kB, six hours; above 1,000 items 900 are kept. */
const KEY_CHARS_MAX = 250;
const VALUE_BYTES_MAX = 100 * 1024;
const SECONDS_MAX = 21_600;
const SECONDS_DEFAULT = 600;
const ITEMS_MAX = 1_000;
const ITEMS_KEPT = 900;

export const storageServices = (world: World): Behaviours => ({
  ...propertiesService(world),
  ...cacheService(world),
  ...lockService(world),
});

type Store = Map<string, string>;

const storeOf = (part: Part): Store => part.state as Store;

const propertiesService = ({ account }: World): Behaviours => {
  const user = new Part("Properties.Properties", account.userProperties);
  const script = new Part("Properties.Properties", account.scriptProperties);
  const used = (): void => {
    useQuota(account, "properties");
  };
  const write = (
    store: Store,
    pairs: readonly (readonly [string, string])[],
    only: boolean,
  ): void => {
    const next = new Map(only ? [] : store);
    for (const [key, value] of pairs) {
      if (key === "") throw new ScriptException("Argument cannot be empty: key");
      if (Buffer.byteLength(value) > PROPERTY_BYTES_MAX)
        throw new ScriptException("Argument too large: value");
      next.set(key, value);
    }
    let bytes = 0;
    for (const [key, value] of next) bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
    if (bytes > STORE_BYTES_MAX)
      throw new ScriptException(
        "You have exceeded the property storage quota. Please remove some properties and try again.",
      );
    store.clear();
    for (const [key, value] of next) store.set(key, value);
  };
  return {
    "Properties.PropertiesService": {
      getUserProperties: () => user,
      getScriptProperties: () => script,
      // A standalone script has no document.
      getDocumentProperties: () => null,
    },
    "Properties.Properties": {
      getProperty: (self, values) => {
        used();
        return storeOf(self).get(text(values, 0)) ?? null;
      },
      getProperties: (self) => {
        used();
        return Object.fromEntries(storeOf(self));
      },
      getKeys: (self) => {
        used();
        return [...storeOf(self).keys()];
      },
      setProperty: (self, values) => {
        used();
        write(storeOf(self), [[text(values, 0), text(values, 1)]], false);
        return self;
      },
      setProperties: (self, values) => {
        used();
        write(storeOf(self), textPairs(values, "Properties.setProperties"), values[1] === true);
        return self;
      },
      deleteProperty: (self, values) => {
        used();
        storeOf(self).delete(text(values, 0));
        return self;
      },
      deleteAllProperties: (self) => {
        used();
        storeOf(self).clear();
        return self;
      },
    },
  };
};

/** Google turns other values into texts by rules of its own: here only texts are taken. */
const textPairs = (
  values: readonly unknown[],
  method: string,
): readonly (readonly [string, string])[] =>
  Object.entries(fields(values, 0, method)).map(([key, value]) => {
    if (typeof value !== "string")
      throw new ScriptException(
        `The parameters (${typeof value}) don't match the method signature for ${method}.`,
      );
    return [key, value] as const;
  });

const cacheService = ({ account }: World): Behaviours => {
  const { clock } = account;
  const user = new Part("Cache.Cache", account.userCache);
  const script = new Part("Cache.Cache", account.scriptCache);
  const read = (cache: CacheStore, key: string): string | null => {
    const found = cache.get(key);
    return found !== undefined && found.until > clock.now() ? found.value : null;
  };
  const write = (cache: CacheStore, key: string, value: string, seconds: number): void => {
    if (key === "" || key.length > KEY_CHARS_MAX)
      throw new ScriptException(`Argument too large: key`);
    if (Buffer.byteLength(value) > VALUE_BYTES_MAX)
      throw new ScriptException("Argument too large: value");
    if (seconds < 1) throw new ScriptException("Invalid argument: expirationInSeconds");
    cache.delete(key);
    cache.set(key, { value, until: clock.now() + Math.min(seconds, SECONDS_MAX) * 1000 });
    for (const [old, { until }] of cache) if (until <= clock.now()) cache.delete(old);
    if (cache.size <= ITEMS_MAX) return;
    const kept = [...cache].sort(([, a], [, b]) => b.until - a.until).slice(0, ITEMS_KEPT);
    cache.clear();
    for (const [one, item] of kept) cache.set(one, item);
  };
  const secondsOf = (values: readonly unknown[], at: number): number =>
    values.length > at ? number(values, at) : SECONDS_DEFAULT;
  const cacheOf = (part: Part): CacheStore => part.state as CacheStore;
  return {
    "Cache.CacheService": {
      getUserCache: () => user,
      getScriptCache: () => script,
      getDocumentCache: () => null,
    },
    "Cache.Cache": {
      get: (self, values) => read(cacheOf(self), text(values, 0)),
      getAll: (self, values) => {
        const found: Record<string, string> = {};
        for (const key of values[0] as readonly string[]) {
          const value = read(cacheOf(self), key);
          if (value !== null) found[key] = value;
        }
        return found;
      },
      put: (self, values) => {
        write(cacheOf(self), text(values, 0), text(values, 1), secondsOf(values, 2));
      },
      putAll: (self, values) => {
        for (const [key, value] of textPairs(values, "Cache.putAll"))
          write(cacheOf(self), key, value, secondsOf(values, 1));
      },
      remove: (self, values) => {
        cacheOf(self).delete(text(values, 0));
      },
      removeAll: (self, values) => {
        for (const key of values[0] as readonly string[]) cacheOf(self).delete(key);
      },
    },
  };
};

/** Locks that this execution holds are given back at its end, however it ends. */
type LockState = { readonly name: string; isMine: boolean };

const lockService = ({ account, run }: World): Behaviours => {
  const states: LockState[] = [
    { name: "user", isMine: false },
    { name: "script", isMine: false },
  ];
  const [user, script] = states.map((state) => new Part("Lock.Lock", state));
  run.atEnd(() => {
    for (const state of states) if (state.isMine) account.locks.delete(state.name);
  });
  const stateOf = (part: Part): LockState => part.state as LockState;
  /** Nobody gives a lock back while this execution waits: what runs beside it runs inside one of its calls. */
  const take = (state: LockState, waitMs: number): boolean => {
    if (state.isMine) return true;
    if (account.locks.has(state.name)) {
      run.wait(waitMs);
      return false;
    }
    account.locks.add(state.name);
    state.isMine = true;
    return true;
  };
  return {
    "Lock.LockService": {
      getUserLock: () => user,
      getScriptLock: () => script,
      getDocumentLock: () => null,
    },
    "Lock.Lock": {
      tryLock: (self, values) => take(stateOf(self), number(values, 0)),
      waitLock: (self, values) => {
        if (!take(stateOf(self), number(values, 0)))
          throw new ScriptException(
            "Lock timeout: another process was holding the lock for too long.",
          );
      },
      hasLock: (self) => stateOf(self).isMine,
      releaseLock: (self) => {
        const state = stateOf(self);
        if (state.isMine) account.locks.delete(state.name);
        state.isMine = false;
      },
    },
  };
};
