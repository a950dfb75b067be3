import { bitReader, bitWriter } from "./bit-text.ts";

/**
 * Which shard an index key may be in, in so few characters that the whole table lies in the user's properties: a mail of
 * nobody costs no Drive, a mail of somebody names at once the shards to load.
 *
 * A key is a number of 32 bits. The table is the sorted list of (number, shard), cut by its highest bits into buckets of
 * one property each; a bucket holds differences in Rice's code, each followed by its shard. 54,000 keys over 256 shards take
 * 4.3 characters a key; a key that is not there is taken for one that is with a chance of (keys / 2³²), so a mail that asks
 * for 300 keys among 54,000 is wrong in four of a thousand.
 */
export type KeyTable = {
  /** Buckets are 2 to this power. */
  readonly bits: number;
  readonly buckets: readonly string[];
};

export type KeyPlace = { readonly hash: number; readonly shard: number };

/** Characters of one bucket: a property takes 9 kB. */
export const BUCKET_CHARS_MAX = 8000;
/** Characters of all buckets: what else lies in the 500 kB of properties needs the rest. */
export const KEY_CHARS_MAX = 320_000;

/** Beyond, a bucket would hold a handful of keys: 256 × 8,000 characters are more than all properties. */
const BUCKET_BITS_MAX = 8;
const COUNT_BITS = 20;
const RICE_BITS = 5;
const SHARD_BITS = 4;
const SPACE = 2 ** 32;

export const EMPTY_KEY_TABLE: KeyTable = { bits: 0, buckets: [""] };

/** FNV-1a over UTF-16 units, stirred, so that its highest bits are as good as its lowest. */
export const hashOfKey = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

export const shardOfAccount = (account: string, shards: number): number =>
  hashOfKey(`account:${account}`) % shards;

/** The shards that any of these keys may be in. */
export const shardsOfKeys = (table: KeyTable, keys: readonly string[]): ReadonlySet<number> => {
  const wanted = new Map<number, Set<number>>();
  for (const key of keys) {
    const hash = hashOfKey(key);
    const bucket = bucketOf(hash, table.bits);
    const hashes = wanted.get(bucket);
    if (hashes === undefined) wanted.set(bucket, new Set([hash]));
    else hashes.add(hash);
  }
  const shards = new Set<number>();
  for (const [bucket, hashes] of wanted)
    eachPlace(table, bucket, (hash, shard) => {
      if (hashes.has(hash)) shards.add(shard);
    });
  return shards;
};

export const keyCount = (table: KeyTable): number =>
  table.buckets.reduce(
    (sum, text) => sum + (text === "" ? 0 : bitReader(text).bits(COUNT_BITS)),
    0,
  );

/**
 * The table with these places too, or null where it would be larger than the properties have room for. `changed`: the
 * buckets to write; all, where they had to be cut finer.
 */
export const withKeys = (
  table: KeyTable,
  places: readonly KeyPlace[],
): { readonly table: KeyTable; readonly changed: readonly number[] } | null => {
  const added = new Map<number, KeyPlace[]>();
  for (const place of places) {
    const bucket = bucketOf(place.hash, table.bits);
    const there = added.get(bucket);
    if (there === undefined) added.set(bucket, [place]);
    else there.push(place);
  }
  const buckets = [...table.buckets];
  const changed: number[] = [];
  for (const [bucket, fresh] of added) {
    const text = textOf([...placesOf(table, bucket), ...fresh], bucket, table.bits);
    if (text.length > BUCKET_CHARS_MAX) return splitWith(table, places);
    if (text === buckets[bucket]) continue;
    buckets[bucket] = text;
    changed.push(bucket);
  }
  return isTooLarge(buckets) ? null : { table: { bits: table.bits, buckets }, changed };
};

/** A table of these places alone; null where there is no room for them. */
export const keyTableOf = (places: readonly KeyPlace[]): KeyTable | null =>
  cutInto(places, 0)?.table ?? null;

const splitWith = (table: KeyTable, places: readonly KeyPlace[]): ReturnType<typeof withKeys> => {
  const all = [...places];
  table.buckets.forEach((_, bucket) => {
    for (const place of placesOf(table, bucket)) all.push(place);
  });
  return cutInto(all, table.bits + 1);
};

const cutInto = (places: readonly KeyPlace[], from: number): ReturnType<typeof withKeys> => {
  for (let bits = from; bits <= BUCKET_BITS_MAX; bits += 1) {
    const parts: KeyPlace[][] = Array.from({ length: 2 ** bits }, () => []);
    for (const place of places) (parts[bucketOf(place.hash, bits)] as KeyPlace[]).push(place);
    const buckets = parts.map((part, bucket) => textOf(part, bucket, bits));
    if (isTooLarge(buckets)) return null;
    if (buckets.some((text) => text.length > BUCKET_CHARS_MAX)) continue;
    return { table: { bits, buckets }, changed: buckets.map((_, bucket) => bucket) };
  }
  return null;
};

const isTooLarge = (buckets: readonly string[]): boolean =>
  buckets.reduce((sum, text) => sum + text.length, 0) > KEY_CHARS_MAX;

const bucketOf = (hash: number, bits: number): number => (bits === 0 ? 0 : hash >>> (32 - bits));

const textOf = (places: readonly KeyPlace[], bucket: number, bits: number): string => {
  const sorted = [...places].sort((a, b) => a.hash - b.hash || a.shard - b.shard);
  const once = sorted.filter(
    ({ hash, shard }, at) => hash !== sorted[at - 1]?.hash || shard !== sorted[at - 1]?.shard,
  );
  if (once.length === 0) return "";
  const range = SPACE / 2 ** bits;
  const rice = Math.max(0, Math.min(31, Math.floor(Math.log2((range / once.length) * 0.69))));
  const widest = once.reduce((max, { shard }) => Math.max(max, shard), 1);
  const shardBits = Math.floor(Math.log2(widest)) + 1;
  const writer = bitWriter();
  writer.bits(once.length, COUNT_BITS);
  writer.bits(rice, RICE_BITS);
  writer.bits(shardBits, SHARD_BITS);
  let before = bucket * range;
  for (const { hash, shard } of once) {
    const step = hash - before;
    writer.unary(Math.floor(step / 2 ** rice));
    writer.bits(step % 2 ** rice, rice);
    writer.bits(shard, shardBits);
    before = hash;
  }
  return writer.text();
};

const placesOf = (table: KeyTable, bucket: number): readonly KeyPlace[] => {
  const places: KeyPlace[] = [];
  eachPlace(table, bucket, (hash, shard) => {
    places.push({ hash, shard });
  });
  return places;
};

const eachPlace = (
  { bits, buckets }: KeyTable,
  bucket: number,
  visit: (hash: number, shard: number) => void,
): void => {
  const text = buckets[bucket] ?? "";
  if (text === "") return;
  const reader = bitReader(text);
  // Every place takes two bits at least: a text that is not ours cannot ask for more than it holds.
  const count = Math.min(reader.bits(COUNT_BITS), text.length * 3);
  const rice = reader.bits(RICE_BITS);
  const shardBits = reader.bits(SHARD_BITS);
  const scale = 2 ** rice;
  let hash = (bucket * SPACE) / 2 ** bits;
  for (let read = 0; read < count; read += 1) {
    hash += reader.unary() * scale + reader.bits(rice);
    visit(hash, reader.bits(shardBits));
  }
};
