/**
 * The built-ins that a program in Apps Script may count on, one by one. Where a list of Google's is
 * missing, the list is ECMAScript 2019: V8 passed it with Chrome 73 (March 2019), and the V8 runtime
 * of Apps Script was announced in February 2020. A member of a later edition is in only if it is
 * named with its own reason below.
 *
 * Sources:
 * - [ES2019] ECMA-262, 10th edition (June 2019), clauses 18 to 26.
 * - [ES2019-B] the same, annex B.2: built-ins of web browsers, which every V8 has.
 * - [V8] members that V8 adds for its own stack traces: https://v8.dev/docs/stack-trace-api
 * - [V8-67] `BigInt` with V8 6.7 (May 2018): https://v8.dev/blog/v8-release-67
 * - [V8-71] `globalThis` with V8 7.1 (October 2018): https://v8.dev/blog/v8-release-71
 * - [ABSENT] Google's own test of the runtime against the common web APIs (29 February 2024), where
 *   of all of them only `console` and `WebAssembly` are there: jpoehnelt/blog, commit a0c93ff,
 *   appsScriptWinterCG.json. No timer, no fetch, no URL, no TextEncoder, no crypto, no atob.
 */

/** Own members that are allowed: names apart by spaces, `@@iterator` for `Symbol.iterator`. */
export type BuiltIn = {
  readonly own?: string;
  readonly prototype?: string;
};

/** What every constructor has. */
const OF_FUNCTIONS = "length name prototype";

/** [ES2019] 22.2.4 and 22.2.6: each typed array adds only its element's size. */
const TYPED_ARRAY: BuiltIn = {
  own: `${OF_FUNCTIONS} BYTES_PER_ELEMENT`,
  prototype: "constructor BYTES_PER_ELEMENT",
};

/** [ES2019] 19.5.6: the native errors inherit the rest from Error. */
const NATIVE_ERROR: BuiltIn = { own: OF_FUNCTIONS, prototype: "constructor name message" };

export const FLOOR: Readonly<Record<string, BuiltIn>> = {
  // [ES2019] 18.1 and 18.2: values and functions of the global object.
  Infinity: {},
  NaN: {},
  undefined: {},
  eval: { own: "length name" },
  isFinite: { own: "length name" },
  isNaN: { own: "length name" },
  parseFloat: { own: "length name" },
  parseInt: { own: "length name" },
  decodeURI: { own: "length name" },
  decodeURIComponent: { own: "length name" },
  encodeURI: { own: "length name" },
  encodeURIComponent: { own: "length name" },
  // [ES2019-B] B.2.1.
  escape: { own: "length name" },
  unescape: { own: "length name" },

  // [ES2019] 19.1; [ES2019-B] B.2.2 for the members with underscores. `hasOwn` is ES2022: not in.
  Object: {
    own: `${OF_FUNCTIONS} assign create defineProperties defineProperty entries freeze fromEntries
      getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols
      getPrototypeOf is isExtensible isFrozen isSealed keys preventExtensions seal setPrototypeOf values`,
    prototype: `constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString
      valueOf __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__`,
  },
  // [ES2019] 19.2; [V8] arguments and caller, which throw in strict code.
  Function: {
    own: OF_FUNCTIONS,
    prototype: `length name constructor apply bind call toString @@hasInstance arguments caller`,
  },
  // [ES2019] 19.3.
  Boolean: { own: OF_FUNCTIONS, prototype: "constructor toString valueOf" },
  // [ES2019] 19.4. `matchAll` is ES2020: not in.
  Symbol: {
    own: `${OF_FUNCTIONS} asyncIterator for hasInstance isConcatSpreadable iterator keyFor match
      replace search species split toPrimitive toStringTag unscopables`,
    prototype: "constructor description toString valueOf @@toPrimitive @@toStringTag",
  },
  // [ES2019] 19.5. [V8] captureStackTrace, stackTraceLimit. AggregateError is ES2021: not in.
  Error: {
    own: `${OF_FUNCTIONS} captureStackTrace stackTraceLimit`,
    prototype: "constructor name message toString",
  },
  EvalError: NATIVE_ERROR,
  RangeError: NATIVE_ERROR,
  ReferenceError: NATIVE_ERROR,
  SyntaxError: NATIVE_ERROR,
  TypeError: NATIVE_ERROR,
  URIError: NATIVE_ERROR,

  // [ES2019] 20.1.
  Number: {
    own: `${OF_FUNCTIONS} EPSILON MAX_SAFE_INTEGER MAX_VALUE MIN_SAFE_INTEGER MIN_VALUE NaN
      NEGATIVE_INFINITY POSITIVE_INFINITY isFinite isInteger isNaN isSafeInteger parseFloat parseInt`,
    prototype: "constructor toExponential toFixed toLocaleString toPrecision toString valueOf",
  },
  // [ES2019] 20.2.
  Math: {
    own: `E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2 @@toStringTag abs acos acosh asin asinh atan atan2
      atanh cbrt ceil clz32 cos cosh exp expm1 floor fround hypot imul log log10 log1p log2 max min
      pow random round sign sin sinh sqrt tan tanh trunc`,
  },
  // [ES2019] 20.3; [ES2019-B] B.2.4 getYear, setYear, toGMTString.
  Date: {
    own: `${OF_FUNCTIONS} UTC now parse`,
    prototype: `constructor getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth
      getSeconds getTime getTimezoneOffset getUTCDate getUTCDay getUTCFullYear getUTCHours
      getUTCMilliseconds getUTCMinutes getUTCMonth getUTCSeconds getYear setDate setFullYear setHours
      setMilliseconds setMinutes setMonth setSeconds setTime setUTCDate setUTCFullYear setUTCHours
      setUTCMilliseconds setUTCMinutes setUTCMonth setUTCSeconds setYear toDateString toGMTString
      toISOString toJSON toLocaleDateString toLocaleString toLocaleTimeString toString toTimeString
      toUTCString valueOf @@toPrimitive`,
  },
  // [ES2019] 21.1; [ES2019-B] B.2.3 substr and the HTML methods. at, replaceAll, matchAll: not in.
  String: {
    own: `${OF_FUNCTIONS} fromCharCode fromCodePoint raw`,
    prototype: `length constructor charAt charCodeAt codePointAt concat endsWith includes indexOf
      lastIndexOf localeCompare match normalize padEnd padStart repeat replace search slice split
      startsWith substring toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase trim
      trimEnd trimStart valueOf @@iterator substr trimLeft trimRight anchor big blink bold fixed
      fontcolor fontsize italics link small strike sub sup`,
  },
  // [ES2019] 21.2; [V8] the legacy static members ($1, lastMatch …). The flags d and v: refused by the realm, so that
  // hasIndices and unicodeSets, which tell of them, may stay (realm.ts says why they must) and are always false.
  RegExp: {
    own: `${OF_FUNCTIONS} @@species input $_ lastMatch $& lastParen $+ leftContext $\` rightContext $'
      $1 $2 $3 $4 $5 $6 $7 $8 $9`,
    prototype: `constructor dotAll exec flags global hasIndices ignoreCase multiline source sticky test
      toString unicode unicodeSets compile @@match @@replace @@search @@split`,
  },

  // [ES2019] 22.1. at, findLast, toSorted, with and their like: not in.
  Array: {
    own: `${OF_FUNCTIONS} from isArray of @@species`,
    prototype: `length constructor concat copyWithin entries every fill filter find findIndex flat
      flatMap forEach includes indexOf join keys lastIndexOf map pop push reduce reduceRight reverse
      shift slice some sort splice toLocaleString toString unshift values @@iterator @@unscopables`,
  },
  // [ES2019] 22.2: what all typed arrays share; no global names it.
  "%TypedArray%": {
    own: `${OF_FUNCTIONS} from of @@species`,
    prototype: `constructor buffer byteLength byteOffset copyWithin entries every fill filter find
      findIndex forEach includes indexOf join keys lastIndexOf length map reduce reduceRight reverse
      set slice some sort subarray toLocaleString toString values @@iterator @@toStringTag`,
  },
  Float32Array: TYPED_ARRAY,
  Float64Array: TYPED_ARRAY,
  Int8Array: TYPED_ARRAY,
  Int16Array: TYPED_ARRAY,
  Int32Array: TYPED_ARRAY,
  Uint8Array: TYPED_ARRAY,
  Uint8ClampedArray: TYPED_ARRAY,
  Uint16Array: TYPED_ARRAY,
  Uint32Array: TYPED_ARRAY,

  // [ES2019] 23.
  Map: {
    own: `${OF_FUNCTIONS} @@species`,
    prototype: `constructor clear delete entries forEach get has keys set size values @@iterator
      @@toStringTag`,
  },
  Set: {
    own: `${OF_FUNCTIONS} @@species`,
    prototype: `constructor add clear delete entries forEach has keys size values @@iterator
      @@toStringTag`,
  },
  WeakMap: { own: OF_FUNCTIONS, prototype: "constructor delete get has set @@toStringTag" },
  WeakSet: { own: OF_FUNCTIONS, prototype: "constructor add delete has @@toStringTag" },

  // [ES2019] 24.1, 24.3, 24.5. SharedArrayBuffer and Atomics need threads, which are not there.
  ArrayBuffer: {
    own: `${OF_FUNCTIONS} isView @@species`,
    prototype: "constructor byteLength slice @@toStringTag",
  },
  DataView: {
    own: OF_FUNCTIONS,
    prototype: `constructor buffer byteLength byteOffset getFloat32 getFloat64 getInt8 getInt16
      getInt32 getUint8 getUint16 getUint32 setFloat32 setFloat64 setInt8 setInt16 setInt32 setUint8
      setUint16 setUint32 @@toStringTag`,
  },
  JSON: { own: "parse stringify @@toStringTag" },

  // [ES2019] 25.6. allSettled, any: not in.
  Promise: {
    own: `${OF_FUNCTIONS} all race reject resolve @@species`,
    prototype: "constructor catch finally then @@toStringTag",
  },
  // [ES2019] 25.1.2 and 25.1.3: no global names them. The helpers of iterators are ES2025: not in.
  "%IteratorPrototype%": { own: "@@iterator" },
  "%AsyncIteratorPrototype%": { own: "@@asyncIterator" },

  // [ES2019] 26.
  Proxy: { own: "length name revocable" },
  Reflect: {
    own: `apply construct defineProperty deleteProperty get getOwnPropertyDescriptor getPrototypeOf has
      isExtensible ownKeys preventExtensions set setPrototypeOf @@toStringTag`,
  },

  // [V8-67] and [V8-71]: later editions, but older than the runtime. zod and @noble/hashes make
  // constants with BigInt as they load, which no file of ours could supply; the core uses neither.
  BigInt: {
    own: `${OF_FUNCTIONS} asIntN asUintN`,
    prototype: "constructor toLocaleString toString valueOf @@toStringTag",
  },
  globalThis: {},

  // [ABSENT] the two that are there. WebAssembly has no streaming forms.
  console: {},
  WebAssembly: {
    own: `@@toStringTag compile instantiate validate Module Instance Memory Table Global
      CompileError LinkError RuntimeError`,
  },
};

/**
 * What the host has and the core must not touch: the answer would differ from host to host, from
 * minute to minute, or from run to run. The core runs in a realm that lacks these too.
 */
export const CORE_ABSTAINS: Readonly<Record<string, BuiltIn>> = {
  // The words and order of a language depend on the data that a host was built with.
  Object: { prototype: "toLocaleString" },
  Array: { prototype: "toLocaleString" },
  "%TypedArray%": { prototype: "toLocaleString" },
  Number: { prototype: "toLocaleString" },
  BigInt: { prototype: "toLocaleString" },
  String: { prototype: "localeCompare toLocaleLowerCase toLocaleUpperCase" },
  Date: { own: "now", prototype: "toLocaleDateString toLocaleString toLocaleTimeString" },
  // Chance is an argument.
  Math: { own: "random" },
  // Output and code of another kind are matters of the host.
  console: {},
  WebAssembly: {},
  // Code out of text is refused by the content policies of both hosts' pages.
  eval: {},
};
