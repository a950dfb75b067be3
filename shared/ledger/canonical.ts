import { isWellFormed, utf8Bytes, wellFormed } from "#shared/kernel/bytes.ts";
import { invariant } from "#shared/kernel/result.ts";

export type Json = null | boolean | number | string | JsonArray | JsonObject;
export type JsonArray = readonly Json[];
export type JsonObject = { readonly [key: string]: Json };

/** Deeper values are refused: nothing of ours nests so far, and recursion must stay bounded. */
export const CANONICAL_DEPTH_MAX = 32;

/**
 * The one text of a value: RFC 8785 (JSON Canonicalization Scheme) restricted to what a ledger needs. Keys in order of
 * their UTF-16 code units, no white space, strings as ECMAScript's JSON.stringify writes them, numbers only as safe
 * integers (amounts are minor units; a fraction has no single decimal text worth arguing about in court). Lone
 * surrogates are refused because they have no UTF-8 form; `cleanJson` replaces them beforehand.
 *
 *     canonicalText({ b: [1, true], a: "é" })   // {"a":"é","b":[1,true]}
 */
export const canonicalText = (value: Json): string => write(value, 0);

export const canonicalBytes = (value: Json): Uint8Array => utf8Bytes(canonicalText(value));

/** Reads a canonical text: null where it is not JSON, or where writing it again gives another text. */
export const parseCanonical = (text: string): Json | null => {
  const value = parseJson(text);
  if (value === undefined || !hasCanonicalText(value)) return null;
  return canonicalText(value) === text ? value : null;
};

/**
 * Whether a value has a canonical text at all: what is read from elsewhere may hold a fraction, a lone surrogate or too
 * deep a nest, and is refused before anything is asked to hash it.
 */
export const hasCanonicalText = (value: Json): boolean => canonicalAt(value, 0);

/** Drops `undefined` properties and makes every string well-formed, so that any event of ours has a canonical text. */
export const cleanJson = (value: unknown): Json => clean(value, 0);

export const parseJson = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // The only error JSON.parse has is "this is not JSON", and that is the answer.
    return undefined;
  }
};

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two values have the same canonical text, without writing either. */
export const sameJson = (a: Json, b: Json): boolean => {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as JsonObject;
  const right = b as JsonObject;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => {
      const other = right[key];
      return other !== undefined && sameJson(left[key] as Json, other);
    })
  );
};

const write = (value: Json, depth: number): string => {
  invariant(depth <= CANONICAL_DEPTH_MAX, "a canonical value nests too deep");
  if (typeof value === "string") return writeString(value);
  if (typeof value === "number") {
    invariant(isCanonicalNumber(value), "a canonical number is a safe integer");
    return String(value);
  }
  if (value === null || typeof value === "boolean") return String(value);
  if (isJsonArray(value)) {
    let items = "";
    for (let i = 0; i < value.length; i += 1) {
      items += (i === 0 ? "" : ",") + write(value[i] as Json, depth + 1);
    }
    return `[${items}]`;
  }
  invariant(typeof value === "object", "a canonical value is JSON");
  const keys = sortedKeys(value);
  let members = "";
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as string;
    members += `${i === 0 ? "" : ","}${writeString(key)}:${write(value[key] as Json, depth + 1)}`;
  }
  return `{${members}}`;
};

/** What JSON.stringify would escape, and every surrogate; almost no string has one. */
const TO_LOOK_AT = /["\\\u0000-\u001f\ud800-\udfff]/;

const writeString = (text: string): string => {
  if (!TO_LOOK_AT.test(text)) return `"${text}"`;
  invariant(isWellFormed(text), "a canonical string is well-formed");
  return JSON.stringify(text);
};

/** A value that was read from a canonical text has its keys in order already, and sorting is what writing costs most. */
const sortedKeys = (value: JsonObject): readonly string[] => {
  const keys = Object.keys(value);
  for (let i = 1; i < keys.length; i += 1) {
    if ((keys[i - 1] as string) > (keys[i] as string)) return keys.sort();
  }
  return keys;
};

const canonicalAt = (value: Json, depth: number): boolean => {
  if (depth > CANONICAL_DEPTH_MAX) return false;
  if (typeof value === "string") return isWellFormed(value);
  if (typeof value === "number") return isCanonicalNumber(value);
  if (value === null || typeof value === "boolean") return true;
  if (isJsonArray(value)) return value.every((item) => canonicalAt(item, depth + 1));
  return Object.keys(value).every(
    (key) => isWellFormed(key) && canonicalAt(value[key] as Json, depth + 1),
  );
};

const isCanonicalNumber = (value: number): boolean =>
  Number.isSafeInteger(value) && !Object.is(value, -0);

const clean = (value: unknown, depth: number): Json => {
  invariant(depth <= CANONICAL_DEPTH_MAX, "a canonical value nests too deep");
  // Adding 0 makes -0, which has no canonical text, the 0 that it means.
  if (typeof value === "number") return value + 0;
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return wellFormed(value);
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  invariant(typeof value === "object", "a canonical value is JSON");
  const members: [string, Json][] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) members.push([wellFormed(key), clean(member, depth + 1)]);
  }
  return Object.fromEntries(members);
};

const isJsonArray = (value: Json): value is JsonArray => Array.isArray(value);
