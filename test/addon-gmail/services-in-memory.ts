import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { err, ok } from "#shared/kernel/result.ts";
import type { Services } from "#gmail/script/google-port.ts";
import { answerOf, emptyDrive } from "./drive-in-memory.ts";
import type { MemoryDrive } from "./drive-in-memory.ts";

/** What outlives an execution: the properties, the cache and the Drive of one user. */
export type MemoryAccount = {
  readonly properties: Map<string, string>;
  readonly cache: Map<string, string>;
  readonly drive: MemoryDrive;
  isLocked: boolean;
  now: number;
  drawn: number;
};

export const emptyAccountOfUser = (): MemoryAccount => ({
  properties: new Map(),
  cache: new Map(),
  drive: emptyDrive(),
  isLocked: false,
  now: Date.parse("2026-11-20T08:30:00.000Z"),
  drawn: 0,
});

/** One call that leaves the script. Of a round of requests each is told apart. */
export type Call =
  | "properties-read"
  | "properties-write"
  | "cache-read"
  | "cache-write"
  | "round"
  | "request"
  | "lock";

export type Counts = Readonly<Record<Call, number>>;

export type MemoryExecution = {
  readonly services: Services;
  readonly counts: () => Counts;
};

export type ExecutionOptions = {
  /** Told before a call has its effect and after it: where it throws, the execution ends there. */
  readonly onCall?: (call: Call, when: "before" | "after") => void;
  /** In place of chance, for entries that are known beforehand. */
  readonly chance?: (count: number) => readonly string[];
  /** Every call takes so long on the account's clock. */
  readonly msACall?: number;
};

/** Ends an execution as Apps Script does, between any two calls. */
export class Cut extends Error {}

/** One execution over an account; every quota that a ledger could meet is kept. */
export const openExecution = (
  account: MemoryAccount,
  { onCall = () => undefined, msACall = 0, chance }: ExecutionOptions = {},
): MemoryExecution => {
  const counted: Record<Call, number> = {
    "properties-read": 0,
    "properties-write": 0,
    "cache-read": 0,
    "cache-write": 0,
    round: 0,
    request: 0,
    lock: 0,
  };
  const call = <T>(kind: Call, work: () => T): T => {
    counted[kind] += 1;
    account.now += msACall;
    onCall(kind, "before");
    const done = work();
    onCall(kind, "after");
    return done;
  };
  const services: Services = {
    properties: {
      readAll: () => call("properties-read", () => Object.fromEntries(account.properties)),
      read: (name) => call("properties-read", () => account.properties.get(name) ?? null),
      write: (values) => {
        call("properties-write", () => {
          const after = new Map(account.properties);
          for (const [name, value] of Object.entries(values)) {
            if (value === null) after.delete(name);
            else if (sizeOf(value) > 9 * 1024) throw new Error(`property ${name} is over 9 kB`);
            else after.set(name, value);
          }
          let total = 0;
          for (const [name, value] of after) total += sizeOf(name) + sizeOf(value);
          if (total > 500 * 1024) throw new Error("the properties are over 500 kB");
          account.properties.clear();
          for (const [name, value] of after) account.properties.set(name, value);
        });
      },
    },
    cache: {
      read: (keys) =>
        call("cache-read", () => {
          const found = new Map<string, string>();
          for (const key of keys) {
            const value = account.cache.get(key);
            if (value !== undefined) found.set(key, value);
          }
          return found;
        }),
      write: (values, seconds) => {
        call("cache-write", () => {
          if (!(seconds > 0 && seconds <= 21_600)) throw new Error("a cache keeps 6 hours at most");
          for (const [key, value] of values) {
            if (key.length > 250) throw new Error("a key of a cache has at most 250 characters");
            if (sizeOf(value) > 100 * 1024) throw new Error("a cached value is over 100 kB");
            account.cache.set(key, value);
          }
        });
      },
      remove: (keys) => {
        for (const key of keys) account.cache.delete(key);
      },
    },
    locked: (_waitMs, work) => {
      if (account.isLocked) return err({ type: "lock-busy" });
      account.isLocked = true;
      try {
        return ok(call("lock", work));
      } finally {
        account.isLocked = false;
      }
    },
    fetchAll: (requests) =>
      call("round", () =>
        ok(
          requests.map((request) =>
            call("request", () => answerOf(account.drive, request, account.now)),
          ),
        ),
      ),
    token: () => "ya29.token",
    sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
    gzip: (text) => new Uint8Array(gzipSync(text)),
    gunzip: (bytes) => gunzipSync(bytes).toString("utf8"),
    base64: (bytes) => Buffer.from(bytes).toString("base64"),
    bytesOfBase64: (text) => new Uint8Array(Buffer.from(text, "base64")),
    chance:
      chance ??
      ((count) =>
        Array.from({ length: count }, () => {
          account.drawn += 1;
          return createHash("sha256").update(String(account.drawn)).digest("hex").slice(0, 32);
        })),
    now: () => account.now,
    dayIn: (_zone, ms) => {
      const at = new Date(ms).toISOString();
      return { date: at.slice(0, 10), clock: at.slice(11, 16) };
    },
    hourly: { turnOn: () => undefined },
    webApp: () => null,
    log: () => undefined,
  };
  return { services, counts: () => ({ ...counted }) };
};

const sizeOf = (text: string): number => Buffer.byteLength(text, "utf8");
