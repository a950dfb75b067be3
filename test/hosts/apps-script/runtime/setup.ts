import type { Realm } from "../realm.ts";

/** What a realm asks of the emulator while a script runs in it. */
export type Surroundings = {
  /** Why a text is no script, or null. */
  readonly gate: (text: string) => string | null;
  /** A function of this body, without parameters. */
  readonly compiled: (body: string) => unknown;
  readonly now: () => number;
  readonly chance: () => number;
  /** Something whose answer differs between this realm and Google's: gives the words of the refusal. */
  readonly unlike: (what: string) => string;
};

/**
 * Members that are there and tell something else at Google: times of the zone that the manifest names, where this realm has
 * the machine's; words and orders of a language, which hang on the data that a V8 was built with.
 */
const UNLIKE: Readonly<Record<string, string>> = {
  Date: `getDate getDay getFullYear getHours getMinutes getMonth getSeconds getTimezoneOffset getYear setDate
    setFullYear setHours setMinutes setMonth setSeconds setYear toDateString toString toTimeString
    toLocaleDateString toLocaleString toLocaleTimeString`,
  String: "localeCompare toLocaleLowerCase toLocaleUpperCase",
  Number: "toLocaleString",
  BigInt: "toLocaleString",
  Array: "toLocaleString",
};

const SETUP = `(function (its, unlike) {
  "use strict";
  var RealDate = Date, RealFunction = Function, realEval = eval, realParse = Date.parse;
  var refuse = function (what) { throw new Error(its.unlike(what + " differs at Google")); };
  var checked = function (text) {
    var refused = its.gate(text);
    if (refused !== null) throw new SyntaxError(refused);
  };
  var define = function (name, value) {
    Object.defineProperty(globalThis, name, { value: value, writable: true, configurable: true });
  };
  Object.keys(unlike).forEach(function (of) {
    var holder = globalThis[of].prototype;
    unlike[of].forEach(function (name) {
      holder[name] = function () { refuse(of + ".prototype." + name); };
    });
  });
  // A day alone is UTC's; a time without its zone is the script's.
  var zoned = function (words) {
    if (typeof words === "string" && !/^\\s*\\d{4}(?:-\\d\\d){0,2}\\s*$|(?:Z|GMT|UTC|[+-]\\d\\d:?\\d\\d)\\s*(?:\\(|$)/.test(words))
      refuse("a time without its zone");
    return words;
  };
  var clock = new Proxy(RealDate, {
    construct: function (target, given, as) {
      if (given.length > 1) refuse("new Date(year, month, …)");
      return Reflect.construct(target, given.length === 0 ? [its.now()] : [zoned(given[0])], as);
    },
    apply: function () { refuse("Date()"); }
  });
  RealDate.now = function () { return its.now(); };
  RealDate.parse = function (words) { return realParse(zoned(words)); };
  RealDate.prototype.constructor = clock;
  define("Date", clock);
  Math.random = function () { return its.chance(); };
  var gated = new Proxy(RealFunction, {
    construct: function (target, given, as) {
      var body = String(given.length === 0 ? "" : given[given.length - 1]);
      checked(body);
      return given.length === 1 ? its.compiled(body) : Reflect.construct(target, given, as);
    },
    apply: function (target, self, given) { return Reflect.construct(gated, given); }
  });
  RealFunction.prototype.constructor = gated;
  define("Function", gated);
  define("eval", function (text) {
    if (typeof text === "string") checked(text);
    return realEval(text);
  });
  return define;
})`;

/** Puts a clock, chance and the gate of syntax into a fresh realm; gives what defines a global of it. */
export const setUp = (
  realm: Realm,
  surroundings: Surroundings,
): ((name: string, value: unknown) => void) => {
  const begin = realm.run(SETUP) as (
    its: Surroundings,
    unlike: Readonly<Record<string, readonly string[]>>,
  ) => (name: string, value: unknown) => void;
  const names = Object.entries(UNLIKE).map(([of, words]) => [of, words.split(/\s+/)] as const);
  return begin(surroundings, Object.fromEntries(names));
};
