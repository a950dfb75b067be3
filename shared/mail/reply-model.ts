import { once } from "#shared/kernel/once.ts";
import type { Feature } from "./reply-features.ts";

/** What a feature adds to each class. */
export type Row = readonly number[];

/**
 * A linear model: what each feature adds to each class, in whole units, so that the same mail scores the same in every
 * engine. Trained by `npm run train`; its numbers are data.
 */
export type ReplyModel = {
  readonly bias: Row;
  /** By the number of a feature's key; the same list each time, null where the model has none. */
  readonly rowOf: (key: number) => Row | null;
};

/**
 * As it is stored, a stream of bits six to a character: for each feature, in the order of its key's number, the step from
 * the last (a quotient in unary, the rest in `STEP_BITS`) and its weights (how large in unary, then a sign). Most weights
 * are small, so most take one bit to four. A mail asks for a few hundred of some fifteen thousand features: those whose
 * keys begin alike are a run that is read by itself, and `runs` has the bits that each takes, two characters each.
 */
export type StoredModel = {
  readonly bias: Row;
  readonly data: string;
  readonly runs: string;
};

/** What each tag scores over the whole mail, and what each sentence adds (`-1`: the mail as a whole). */
export type ModelScores = {
  readonly total: readonly number[];
  readonly bySentence: ReadonlyMap<number, readonly number[]>;
};

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const DIGIT_BITS = 6;
const KEY_BITS = 24;
/** Some fifteen thousand keys spread over 24 bits lie about 2^10 apart. */
const STEP_BITS = 10;
/** Seven features or so are a run: fewer would take more characters to find than they save in reading. */
const RUN_KEY_BITS = 13;
const RUNS = 2 ** (KEY_BITS - RUN_KEY_BITS);
const RUN_DIGITS = 2;

/** FNV-1a over UTF-16 units, its upper bits: a number for a key, the same in every engine. */
export const keyNumber = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash ^= key.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> (32 - KEY_BITS);
};

/** Reads of a stored model what is asked for. What it was written from is ours, and a test reads it back. */
export const modelOf = (stored: StoredModel): ReplyModel => {
  const starts = startsOf(stored);
  const read = new Map<number, Run>();
  return {
    bias: stored.bias,
    rowOf: (key) => {
      const run = key >>> RUN_KEY_BITS;
      let known = read.get(run);
      if (known === undefined) read.set(run, (known = runOf(stored, starts, run)));
      const at = known.keys.indexOf(key);
      return at < 0 ? null : (known.rows[at] ?? null);
    },
  };
};

/** All of it, by the numbers of the keys. */
export const rowsOf = (stored: StoredModel): ReadonlyMap<number, Row> => {
  const starts = startsOf(stored);
  const all = new Map<number, Row>();
  for (let run = 0; run < RUNS; run += 1) {
    const { keys, rows } = runOf(stored, starts, run);
    keys.forEach((key, at) => all.set(key, rows[at] ?? []));
  }
  return all;
};

/** Features whose keys begin alike, the smallest key first. */
type Run = { readonly keys: readonly number[]; readonly rows: readonly Row[] };

/** The bit at which each run begins, and where the last one ends. */
const startsOf = ({ runs }: StoredModel): readonly number[] => {
  const values = valueOfDigit();
  const starts = [0];
  let bits = 0;
  for (let at = 0; at < RUNS * RUN_DIGITS; at += RUN_DIGITS) {
    const high = values[runs.charCodeAt(at)] ?? 0;
    bits += high * 2 ** DIGIT_BITS + (values[runs.charCodeAt(at + 1)] ?? 0);
    starts.push(bits);
  }
  return starts;
};

const runOf = ({ bias, data }: StoredModel, starts: readonly number[], run: number): Run => {
  const bits = bitsFrom(data, starts[run] ?? 0);
  const end = starts[run + 1] ?? 0;
  const keys: number[] = [];
  const rows: Row[] = [];
  let key = run * 2 ** RUN_KEY_BITS;
  while (bits.at() < end) {
    key += bits.unary() * 2 ** STEP_BITS;
    key += bits.number(STEP_BITS);
    const row: number[] = [];
    while (row.length < bias.length) {
      const size = bits.unary();
      row.push(size > 0 && bits.number(1) === 1 ? -size : size);
    }
    keys.push(key);
    rows.push(row);
  }
  return { keys, rows };
};

/** The other way round, for whoever trains: rows by their key's number, whole weights. */
export const storedOf = (bias: Row, rows: ReadonlyMap<number, Row>): StoredModel => {
  const bits: number[] = [];
  const number = (value: number, size: number): void => {
    for (let bit = size - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  const unary = (count: number): void => {
    for (let one = 0; one < count; one += 1) bits.push(1);
    bits.push(0);
  };
  const sizes = Array.from({ length: RUNS }, () => 0);
  let last = 0;
  for (const [key, row] of [...rows].sort(([a], [b]) => a - b)) {
    const run = key >>> RUN_KEY_BITS;
    const before = bits.length;
    const step = key - Math.max(last, run * 2 ** RUN_KEY_BITS);
    last = key;
    unary(step >>> STEP_BITS);
    number(step, STEP_BITS);
    for (const weight of row) {
      unary(Math.abs(weight));
      if (weight !== 0) bits.push(weight < 0 ? 1 : 0);
    }
    sizes[run] = (sizes[run] ?? 0) + bits.length - before;
  }
  return { bias, data: digitsOf(bits), runs: sizes.map(digitsOfSize).join("") };
};

const digitsOf = (bits: readonly number[]): string => {
  let digits = "";
  for (let at = 0; at < bits.length; at += DIGIT_BITS) {
    let digit = 0;
    for (let bit = 0; bit < DIGIT_BITS; bit += 1) digit = digit * 2 + (bits[at + bit] ?? 0);
    digits += DIGITS.charAt(digit);
  }
  return digits;
};

const digitsOfSize = (size: number): string => {
  if (size >= 2 ** (DIGIT_BITS * RUN_DIGITS)) throw new Error("a run is too long to be told");
  return DIGITS.charAt(size >>> DIGIT_BITS) + DIGITS.charAt(size % 2 ** DIGIT_BITS);
};

const valueOfDigit = once((): Uint8Array => {
  const values = new Uint8Array(128);
  for (let value = 0; value < DIGITS.length; value += 1) values[DIGITS.charCodeAt(value)] = value;
  return values;
});

type Bits = {
  /** How many were taken, from the beginning of the text. */
  readonly at: () => number;
  /** How many ones come before the next zero, which is taken too. */
  readonly unary: () => number;
  readonly number: (size: number) => number;
};

/** Bits held at once: of 32, what is surely there after a whole digit more was put in. */
const HELD_MIN = 26;

/** Bits of a text from one of them on, at most `HELD_MIN` at a time; zeros follow its end. */
const bitsFrom = (data: string, start: number): Bits => {
  const values = valueOfDigit();
  const { clz32 } = Math;
  let digit = Math.floor(start / DIGIT_BITS);
  /** The next bits, from the highest of the word down, and how many there are. */
  let word = 0;
  let held = 0;
  const fill = (): void => {
    for (; held < HELD_MIN; held += DIGIT_BITS) {
      word |= (values[data.charCodeAt(digit)] ?? 0) << (HELD_MIN - held);
      digit += 1;
    }
  };
  const drop = (size: number): void => {
    word <<= size;
    held -= size;
  };
  fill();
  drop(start % DIGIT_BITS);
  return {
    at: () => digit * DIGIT_BITS - held,
    unary: () => {
      let count = 0;
      for (;;) {
        fill();
        const ones = clz32(~word);
        if (ones < held) {
          drop(ones + 1);
          return count + ones;
        }
        count += held;
        drop(held);
      }
    },
    number: (size) => {
      fill();
      const value = word >>> (32 - size);
      drop(size);
      return value;
    },
  };
};

/** What a mail scores, each feature once a mail; and what each sentence would, each feature once a sentence. */
export const scoresOfReply = (model: ReplyModel, features: readonly Feature[]): ModelScores => {
  const total = [...model.bias];
  const bySentence = new Map<number, number[]>();
  const rowsIn = new Map<number, Row[]>();
  for (const { key, sentence } of features) {
    const row = model.rowOf(keyNumber(key));
    if (row === null) continue;
    const rows = rowsIn.get(sentence);
    if (rows === undefined) rowsIn.set(sentence, [row]);
    else rows.push(row);
  }
  /** The sentence in which a row was last met: it counts once in each, and once in the mail. */
  const lastIn = new Map<Row, number>();
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

const addTo = (sums: number[], row: Row): void => {
  for (let at = 0; at < row.length; at += 1) sums[at] = (sums[at] ?? 0) + (row[at] ?? 0);
};
