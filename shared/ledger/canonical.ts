import { utf8Bytes, wellFormed } from "#shared/kernel/bytes.ts";
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
  if (value === undefined) return null;
  try {
    return canonicalText(value) === text ? value : null;
  } catch {
    // A float, a lone surrogate or too deep a value: this is not a canonical text.
    return null;
  }
};

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

const write = (value: Json, depth: number): string => {
  invariant(depth <= CANONICAL_DEPTH_MAX, "a canonical value nests too deep");
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    invariant(
      Number.isSafeInteger(value) && !Object.is(value, -0),
      "a canonical number is a safe integer",
    );
    return String(value);
  }
  if (typeof value === "string") {
    invariant(wellFormed(value) === value, "a canonical string is well-formed");
    return JSON.stringify(value);
  }
  if (isJsonArray(value)) {
    let items = "";
    for (let i = 0; i < value.length; i += 1) {
      items += (i === 0 ? "" : ",") + write(value[i] as Json, depth + 1);
    }
    return `[${items}]`;
  }
  invariant(typeof value === "object", "a canonical value is JSON");
  const keys = Object.keys(value).sort();
  let members = "";
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as string;
    invariant(wellFormed(key) === key, "a canonical key is well-formed");
    members += `${i === 0 ? "" : ","}${JSON.stringify(key)}:${write(value[key] as Json, depth + 1)}`;
  }
  return `{${members}}`;
};

const clean = (value: unknown, depth: number): Json => {
  invariant(depth <= CANONICAL_DEPTH_MAX, "a canonical value nests too deep");
  if (value === null || typeof value === "boolean" || typeof value === "number") return value;
  if (typeof value === "string") return wellFormed(value);
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  invariant(typeof value === "object", "a canonical value is JSON");
  const out: Record<string, Json> = {};
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) out[wellFormed(key)] = clean(member, depth + 1);
  }
  return out;
};

const isJsonArray = (value: Json): value is JsonArray => Array.isArray(value);
