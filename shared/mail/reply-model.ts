import type { Feature } from "./reply-features.ts";

/**
 * A linear model: what each feature adds to each class, in whole units, so that the same mail scores the same in every
 * engine. Trained by `npm run train`; its numbers are data.
 */
export type ReplyModel = {
  readonly bias: readonly number[];
  /** What a feature adds, by the number of its key. */
  readonly weights: ReadonlyMap<number, readonly number[]>;
};

/**
 * As it is stored, a stream of bits six to a character: the number of features, then for each, in the order of its key's
 * number, the step from the last (a quotient in unary, the rest in `STEP_BITS`) and its weights (how large in unary, then a
 * sign). Most weights are small, so most take one bit to four.
 */
export type StoredModel = {
  readonly bias: readonly number[];
  readonly data: string;
};

/** What each tag scores over the whole mail, and what each sentence adds (`-1`: the mail as a whole). */
export type ModelScores = {
  readonly total: readonly number[];
  readonly bySentence: ReadonlyMap<number, readonly number[]>;
};

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const DIGIT_BITS = 6;
const COUNT_BITS = 24;
const KEY_BITS = 24;
/** Some fifteen thousand keys spread over 24 bits lie about 2^10 apart. */
const STEP_BITS = 10;

/** FNV-1a over UTF-16 units, its upper bits: a number for a key, the same in every engine. */
export const keyNumber = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash ^= key.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> (32 - KEY_BITS);
};

/** Reads a stored model. What it was written from is ours, and a test reads it back. */
export const modelOf = ({ bias, data }: StoredModel): ReplyModel => {
  const bits = bitsIn(data);
  const unary = (): number => {
    let count = 0;
    while (bits.next() === 1) count += 1;
    return count;
  };
  const weights = new Map<number, readonly number[]>();
  let key = 0;
  for (let left = bits.number(COUNT_BITS); left > 0; left -= 1) {
    const quotient = unary();
    key += quotient * 2 ** STEP_BITS + bits.number(STEP_BITS);
    weights.set(
      key,
      bias.map(() => {
        const size = unary();
        return size > 0 && bits.next() === 1 ? -size : size;
      }),
    );
  }
  return { bias, weights };
};

/** The other way round, for whoever trains: rows by their key's number, whole weights. */
export const storedOf = ({ bias, weights }: ReplyModel): StoredModel => {
  const bits: number[] = [];
  const number = (value: number, size: number): void => {
    for (let bit = size - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  const unary = (count: number): void => {
    for (let one = 0; one < count; one += 1) bits.push(1);
    bits.push(0);
  };
  number(weights.size, COUNT_BITS);
  let last = 0;
  for (const [key, row] of [...weights].sort(([a], [b]) => a - b)) {
    const step = key - last;
    last = key;
    unary(step >>> STEP_BITS);
    number(step, STEP_BITS);
    for (const weight of row) {
      unary(Math.abs(weight));
      if (weight !== 0) bits.push(weight < 0 ? 1 : 0);
    }
  }
  let data = "";
  for (let at = 0; at < bits.length; at += DIGIT_BITS) {
    let digit = 0;
    for (let bit = 0; bit < DIGIT_BITS; bit += 1) digit = digit * 2 + (bits[at + bit] ?? 0);
    data += DIGITS.charAt(digit);
  }
  return { bias, data };
};

type Bits = { readonly next: () => number; readonly number: (size: number) => number };

/** Bits of a text from its beginning; zeros follow its end. */
const bitsIn = (data: string): Bits => {
  let at = 0;
  let digit = 0;
  let left = 0;
  const next = (): number => {
    if (left === 0) {
      digit = Math.max(0, DIGITS.indexOf(data.charAt(at)));
      at += 1;
      left = DIGIT_BITS;
    }
    left -= 1;
    return (digit >>> left) & 1;
  };
  return {
    next,
    number: (size) => {
      let value = 0;
      for (let bit = 0; bit < size; bit += 1) value = value * 2 + next();
      return value;
    },
  };
};

/** What a mail scores, each feature once a mail; and what each sentence would, each feature once a sentence. */
export const scoresOfReply = (model: ReplyModel, features: readonly Feature[]): ModelScores => {
  const total = [...model.bias];
  const bySentence = new Map<number, number[]>();
  const rowsIn = new Map<number, (readonly number[])[]>();
  for (const { key, sentence } of features) {
    const row = model.weights.get(keyNumber(key));
    if (row === undefined) continue;
    const rows = rowsIn.get(sentence);
    if (rows === undefined) rowsIn.set(sentence, [row]);
    else rows.push(row);
  }
  /** The sentence in which a row was last met: it counts once in each, and once in the mail. */
  const lastIn = new Map<readonly number[], number>();
  for (const [sentence, rows] of rowsIn) {
    const own = model.bias.map(() => 0);
    bySentence.set(sentence, own);
    for (const row of rows) {
      const last = lastIn.get(row);
      if (last === sentence) continue;
      lastIn.set(row, sentence);
      addTo(own, row);
      if (last === undefined) addTo(total, row);
    }
  }
  return { total, bySentence };
};

const addTo = (sums: number[], row: readonly number[]): void => {
  for (let at = 0; at < row.length; at += 1) sums[at] = (sums[at] ?? 0) + (row[at] ?? 0);
};
