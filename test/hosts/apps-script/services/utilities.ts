import { Buffer } from "node:buffer";
import { createHash, createHmac } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import {
  EmulatorGap,
  EnumValue,
  number,
  ScriptException,
  text,
  type Behaviours,
} from "../runtime/part.ts";
import type { World } from "../runtime/world.ts";
import { blobBytes, blobMethods, blobOf, bytesFrom } from "./blob.ts";

export const utilities = ({ account, run }: World): Behaviours => ({
  ...blobMethods,
  "Utilities.Utilities": {
    computeDigest: (_, values) =>
      new Uint8Array(
        createHash(algorithmOf(values[0]))
          .update(bytesFrom(values[1], charsetOf(values[2])))
          .digest(),
      ),
    computeHmacSha256Signature: (_, values) =>
      new Uint8Array(
        createHmac("sha256", bytesFrom(values[1])).update(bytesFrom(values[0])).digest(),
      ),
    base64Encode: (_, values) => base64(values).toString("base64"),
    // With its padding, other than base64url of Node.
    base64EncodeWebSafe: (_, values) =>
      base64(values).toString("base64").replace(/\+/g, "-").replace(/\//g, "_"),
    base64Decode: (_, values) => fromBase64(text(values, 0), /^[A-Za-z0-9+/]*={0,2}$/, "base64"),
    base64DecodeWebSafe: (_, values) => fromBase64(text(values, 0), /^[\w-]*={0,2}$/, "base64url"),
    newBlob: (_, values) =>
      blobOf(
        bytesFrom(values[0]),
        values.length > 1 ? text(values, 1) : typeof values[0] === "string" ? "text/plain" : null,
        values.length > 2 ? text(values, 2) : null,
      ),
    gzip: (_, values) =>
      blobOf(
        new Uint8Array(gzipSync(blobBytes(values[0]))),
        "application/x-gzip",
        values.length > 1 ? text(values, 1) : "archive.gz",
      ),
    ungzip: (_, values) => {
      try {
        return blobOf(
          new Uint8Array(gunzipSync(blobBytes(values[0]))),
          "application/octet-stream",
          null,
        );
      } catch (cause) {
        throw new ScriptException("Could not decompress gzip.", { cause });
      }
    },
    getUuid: () => {
      const digits = createHash("sha256")
        .update(`uuid ${String(account.draw())}`)
        .digest("hex");
      return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
    },
    sleep: (_, values) => {
      run.wait(number(values, 0));
    },
    formatDate: (_, values) => formatDate(values[0] as Date, text(values, 1), text(values, 2)),
  },
});

const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: "md5",
  SHA_1: "sha1",
  SHA_256: "sha256",
  SHA_384: "sha384",
  SHA_512: "sha512",
};

const algorithmOf = (value: unknown): string => {
  const name = value instanceof EnumValue ? ALGORITHMS[value.name] : undefined;
  if (name === undefined) throw new EmulatorGap(`digest ${String(value)}`);
  return name;
};

const charsetOf = (value: unknown): string => (value instanceof EnumValue ? value.name : "UTF-8");

const base64 = (values: readonly unknown[]): Buffer =>
  Buffer.from(bytesFrom(values[0], charsetOf(values[1])));

const fromBase64 = (
  words: string,
  allowed: RegExp,
  encoding: "base64" | "base64url",
): Uint8Array => {
  if (!allowed.test(words) || words.length % 4 !== 0)
    throw new ScriptException("Could not decode string.");
  return new Uint8Array(Buffer.from(words, encoding));
};

/** The letters of Java's SimpleDateFormat that a script of ours may use; another one is a gap, not a guess. */
const formatDate = (date: Date, zone: string, format: string): string => {
  const parts = new Map<string, string>();
  try {
    const words = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
    for (const { type, value } of words.formatToParts(date)) parts.set(type, value);
  } catch (cause) {
    throw new ScriptException(`Invalid argument: timeZone ${zone}`, { cause });
  }
  const known: Readonly<Record<string, string | undefined>> = {
    yyyy: parts.get("year"),
    MM: parts.get("month"),
    dd: parts.get("day"),
    HH: parts.get("hour"),
    mm: parts.get("minute"),
    ss: parts.get("second"),
    SSS: String(date.getUTCMilliseconds()).padStart(3, "0"),
  };
  return format.replace(/'([^']*)'|([A-Za-z])\2*/g, (run: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    const value = known[run];
    if (value === undefined) throw new EmulatorGap(`formatDate: ${run}`);
    return value;
  });
};
