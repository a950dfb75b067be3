import { createContext, runInContext, type Context, type Script } from "node:vm";
import { CORE_ABSTAINS, FLOOR, type BuiltIn } from "./floor.ts";

/**
 * Deletes from its own realm whatever is not listed. Runs inside the realm, so that it reaches the
 * intrinsics of that realm and not those of the test.
 */
const PRUNE = `(function (floor, abstains) {
  "use strict";
  var words = function (text) { return text === undefined ? [] : text.split(/\\s+/).filter(Boolean); };
  var nameOf = function (key) {
    return typeof key === "symbol" ? "@@" + key.description.replace(/^Symbol\\./, "") : key;
  };
  var left = [];
  var RealRegExp = RegExp;
  var keepOnly = function (holder, kept, path) {
    Reflect.ownKeys(holder).forEach(function (key) {
      if (kept.indexOf(nameOf(key)) >= 0) return;
      // Once a member of this prototype is deleted, V8 runs every pattern of the realm by its slow way, ten to twenty
      // times as long; with a value of its own changed it does not.
      var isGone = holder === RealRegExp.prototype
        ? Reflect.set(holder, key, undefined)
        : Reflect.deleteProperty(holder, key);
      if (!isGone) left.push(path + "." + nameOf(key));
    });
  };
  var checkFlags = function (flags) {
    if (flags !== undefined && /[^gimsuy]/.test(flags))
      throw new SyntaxError("Invalid flags supplied to RegExp constructor '" + flags + "'");
  };
  var iterator = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  var asyncIterator = Object.getPrototypeOf(Object.getPrototypeOf(Object.getPrototypeOf(
    (async function* () {})()
  )));
  var hidden = {
    "%TypedArray%": Object.getPrototypeOf(Uint8Array),
    "%IteratorPrototype%": iterator,
    "%AsyncIteratorPrototype%": asyncIterator
  };
  var missing = [];
  var prune = function (name, value, own, prototype) {
    if (value === null || (typeof value !== "object" && typeof value !== "function")) return;
    if (own.length > 0) keepOnly(value, own, name);
    if (prototype.length > 0) keepOnly(value.prototype, prototype, name + ".prototype");
    own.forEach(function (word) {
      if (!Reflect.ownKeys(value).map(nameOf).includes(word)) missing.push(name + "." + word);
    });
    prototype.forEach(function (word) {
      if (!Reflect.ownKeys(value.prototype).map(nameOf).includes(word)) {
        missing.push(name + ".prototype." + word);
      }
    });
  };
  var without = function (all, gone) {
    return all.filter(function (word) { return gone.indexOf(word) < 0; });
  };
  var names = Object.keys(floor);
  names.forEach(function (name) {
    var value = name in hidden ? hidden[name] : globalThis[name];
    if (name === "globalThis") return;
    var not = abstains[name] || {};
    prune(
      name,
      value,
      without(words(floor[name].own), words(not.own)),
      without(words(floor[name].prototype), words(not.prototype))
    );
  });
  var wholly = Object.keys(abstains).filter(function (name) {
    return abstains[name].own === undefined && abstains[name].prototype === undefined;
  });
  keepOnly(globalThis, without(names, wholly), "globalThis");
  // Not with the proxy as the one that is constructed: V8 would take that for a class of the script's own.
  Object.defineProperty(globalThis, "RegExp", {
    value: new Proxy(RealRegExp, {
      construct: function (target, given) {
        checkFlags(given[1]);
        return Reflect.construct(target, given);
      },
      apply: function (target, self, given) {
        checkFlags(given[1]);
        return target.apply(self, given);
      }
    }),
    writable: true,
    configurable: true
  });
  return JSON.stringify({ left: left, missing: missing });
})`;

export type Realm = {
  /** Runs a classic script and gives what its last statement gave. */
  readonly run: (script: string) => unknown;
  /** The same with a script that is compiled already; without `timeoutMs` nothing stops one that never ends. */
  readonly runCompiled: (script: Script, timeoutMs?: number) => unknown;
  /** Members that the list does not name and that would not go: there must be none. */
  readonly left: readonly string[];
  /** Members that the list names and that this Node does not have. */
  readonly missing: readonly string[];
};

const realmOf = (abstains: Readonly<Record<string, BuiltIn>>, strings: boolean): Realm => {
  // A context without a prototype and without anything of Node's.
  const context: Context = createContext(Object.create(null) as object, {
    codeGeneration: { strings, wasm: true },
  });
  const prune = runInContext(PRUNE, context) as (floor: unknown, abstains: unknown) => string;
  const { left, missing } = JSON.parse(prune(FLOOR, abstains)) as Pick<Realm, "left" | "missing">;
  return {
    run: (script) => runInContext(script, context) as unknown,
    runCompiled: (script, timeout) =>
      script.runInContext(context, timeout === undefined ? {} : { timeout }) as unknown,
    left,
    missing,
  };
};

/** A fresh realm with the built-ins of Apps Script and nothing else. */
export const createAppsScriptRealm = (): Realm => realmOf({}, true);

/**
 * A fresh realm with what the core may use: the floor without what the core abstains from. Code out
 * of text is refused, as the content policies of pages refuse it.
 */
export const createCoreRealm = (): Realm => realmOf(CORE_ABSTAINS, false);
