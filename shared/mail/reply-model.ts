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
 * As it is stored: numbers of keys ascending, each as the step from the last, with its weights in four bits each; those
 * that four bits do not hold follow in a byte each.
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

/** The largest weight that four bits hold; they run from -7 to 7. */
const NIBBLE_MAX = 7;
const OVERFLOW = 8;

/** FNV-1a over UTF-16 units, its upper bits: a number for a key, the same in every engine. */
export const keyNumber = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash ^= key.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 6;
};

/** Reads a stored model. What it was written from is ours, and a test reads it back. */
export const modelOf = ({ bias, data }: StoredModel): ReplyModel => {
  const bytes = bytesOf(data);
  const weights = new Map<number, readonly number[]>();
  let at = 0;
  let key = 0;
  while (at < bytes.length) {
    let step = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes[at] ?? 0;
      at += 1;
      step += (byte & 127) * factor;
      factor *= 128;
      if (byte < 128) break;
    }
    key += step;
    const row: number[] = [];
    for (let column = 0; column < bias.length; column += 1) {
      const byte = bytes[at + (column >> 1)] ?? 0;
      const bits = column % 2 === 0 ? byte >> 4 : byte & 15;
      row.push(bits > OVERFLOW ? bits - 16 : bits);
    }
    at += (bias.length + 1) >> 1;
    for (let column = 0; column < bias.length; column += 1)
      if (row[column] === OVERFLOW) {
        const byte = bytes[at] ?? 0;
        at += 1;
        row[column] = byte > 127 ? byte - 256 : byte;
      }
    weights.set(key, row);
  }
  return { bias, weights };
};

/** The other way round, for whoever trains: rows by their key's number, weights between -127 and 127. */
export const storedOf = ({ bias, weights }: ReplyModel): StoredModel => {
  const bytes: number[] = [];
  let last = 0;
  for (const [key, row] of [...weights].sort(([a], [b]) => a - b)) {
    let step = key - last;
    last = key;
    while (step > 127) {
      bytes.push((step % 128) + 128);
      step = Math.floor(step / 128);
    }
    bytes.push(step);
    const beyond: number[] = [];
    const nibbles = row.map((weight) => {
      if (Math.abs(weight) <= NIBBLE_MAX) return weight & 15;
      beyond.push(weight & 255);
      return OVERFLOW;
    });
    for (let column = 0; column < nibbles.length; column += 2)
      bytes.push(((nibbles[column] ?? 0) << 4) | (nibbles[column + 1] ?? 0));
    bytes.push(...beyond);
  }
  let data = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const size = Math.min(3, bytes.length - at) + 1;
    for (let digit = 0; digit < size; digit += 1)
      data += DIGITS.charAt((group >> (18 - 6 * digit)) & 63);
  }
  return { bias, data };
};

const bytesOf = (data: string): readonly number[] => {
  const bytes: number[] = [];
  for (let at = 0; at < data.length; at += 4) {
    let group = 0;
    const size = Math.min(4, data.length - at);
    for (let digit = 0; digit < 4; digit += 1)
      group = group * 64 + (digit < size ? DIGITS.indexOf(data.charAt(at + digit)) : 0);
    for (let byte = 0; byte < size - 1; byte += 1) bytes.push((group >> (16 - 8 * byte)) & 255);
  }
  return bytes;
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
