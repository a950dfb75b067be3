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
  var keepOnly = function (holder, kept, path) {
    Reflect.ownKeys(holder).forEach(function (key) {
      if (kept.indexOf(nameOf(key)) >= 0) return;
      if (!Reflect.deleteProperty(holder, key)) left.push(path + "." + nameOf(key));
    });
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
