import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BUCKET_CHARS_MAX,
  EMPTY_KEY_TABLE,
  KEY_CHARS_MAX,
  hashOfKey,
  keyCount,
  keyTableOf,
  shardOfAccount,
  shardsOfKeys,
  withKeys,
} from "#gmail/script/ledger/key-table.ts";
import type { KeyPlace, KeyTable } from "#gmail/script/ledger/key-table.ts";

const placesOf = (keys: readonly string[], shards: number): readonly KeyPlace[] =>
  keys.map((key) => ({ hash: hashOfKey(key), shard: shardOfAccount(key, shards) }));

const charsOf = (table: KeyTable): number =>
  table.buckets.reduce((sum, text) => sum + text.length, 0);

const present = <T>(value: T | null): T => {
  if (value === null) throw new Error("there was no room");
  return value;
};

describe("the key table", () => {
  it("knows every key that was put in, and the shards that it is in", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.nat({ max: 511 })), { maxLength: 200 }),
        fc.nat({ max: 200 }),
        (pairs, cut) => {
          const places = pairs.map(([key, shard]) => ({ hash: hashOfKey(key), shard }));
          const first = present(keyTableOf(places.slice(0, cut)));
          const { table } = present(withKeys(first, places.slice(cut)));
          for (const [key, shard] of pairs) expect(shardsOfKeys(table, [key])).toContain(shard);
          const apart = new Set(
            places.map(({ hash, shard }) => `${String(hash)} ${String(shard)}`),
          );
          expect(keyCount(table)).toBe(apart.size);
        },
      ),
    );
  });

  it("holds nothing at first", () => {
    expect(shardsOfKeys(EMPTY_KEY_TABLE, ["address:a@b.fr"]).size).toBe(0);
    expect(keyCount(EMPTY_KEY_TABLE)).toBe(0);
  });

  it("writes only the buckets that a new key falls in", () => {
    const keys = Array.from({ length: 8000 }, (_, at) => `message:<${String(at)}@a.fr>`);
    const table = present(keyTableOf(placesOf(keys, 128)));
    expect(table.buckets.length).toBeGreaterThanOrEqual(4);
    const grown = present(withKeys(table, placesOf(["address:new@b.fr"], 128)));
    expect(grown.changed).toHaveLength(1);
    expect(present(withKeys(grown.table, placesOf(["address:new@b.fr"], 128))).changed).toEqual([]);
  });

  it("takes the keys of 10,000 invoices in half of the properties, and is wrong for less than 1 % of mails", () => {
    const keys = Array.from({ length: 53_750 }, (_, at) => `number:fa${String(at)}`);
    const table = present(keyTableOf(placesOf(keys, 256)));
    expect(Math.max(...table.buckets.map((text) => text.length))).toBeLessThanOrEqual(
      BUCKET_CHARS_MAX,
    );
    expect(charsOf(table)).toBeLessThan(250_000);
    // A mail asks for 30 keys, a price list for 300: of 12,000 keys at most one may be taken for known.
    let wrong = 0;
    for (let mail = 0; mail < 40; mail += 1) {
      const asked = Array.from({ length: 300 }, (_, at) => `number:x${String(mail * 300 + at)}`);
      wrong += shardsOfKeys(table, asked).size;
    }
    expect(wrong).toBeLessThanOrEqual(1);
  });

  it("says that there is no room rather than lose a key", () => {
    let table = present(
      keyTableOf(
        placesOf(
          Array.from({ length: 60_000 }, (_, at) => `a${String(at)}`),
          512,
        ),
      ),
    );
    let lost = false;
    for (let round = 0; round < 10 && !lost; round += 1) {
      const more = Array.from({ length: 4000 }, (_, at) => `b${String(round)} ${String(at)}`);
      const grown = withKeys(table, placesOf(more, 512));
      if (grown === null) lost = true;
      else table = grown.table;
    }
    expect(lost).toBe(true);
    expect(charsOf(table)).toBeLessThanOrEqual(KEY_CHARS_MAX);
    expect(keyCount(table)).toBeGreaterThan(65_000);
  });
});
