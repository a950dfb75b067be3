/**
 * Bits as text, six to a character: what a user property can hold. The alphabet is that of RFC 4648, 5, so that a
 * character is a byte wherever sizes are counted.
 */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BITS_A_CHAR = 6;

/** Whether it could have been written here. */
export const isBitText = (text: string): boolean => /^[A-Za-z0-9_-]*$/.test(text);

const VALUES: readonly number[] = (() => {
  const values = Array.from({ length: 128 }, () => 0);
  for (let value = 0; value < ALPHABET.length; value += 1)
    values[ALPHABET.charCodeAt(value)] = value;
  return values;
})();

export type BitWriter = {
  /** The lowest `count` bits of a number below 2³², highest first. */
  readonly bits: (value: number, count: number) => void;
  /** A number as so many ones and a zero. */
  readonly unary: (value: number) => void;
  readonly text: () => string;
};

export const bitWriter = (): BitWriter => {
  let text = "";
  let held = 0;
  let filled = 0;
  const bit = (one: number): void => {
    held = (held << 1) | one;
    filled += 1;
    if (filled < BITS_A_CHAR) return;
    text += ALPHABET.charAt(held);
    held = 0;
    filled = 0;
  };
  return {
    bits: (value, count) => {
      for (let at = count - 1; at >= 0; at -= 1) bit((value >>> at) & 1);
    },
    unary: (value) => {
      for (let ones = 0; ones < value; ones += 1) bit(1);
      bit(0);
    },
    text: () => (filled === 0 ? text : text + ALPHABET.charAt(held << (BITS_A_CHAR - filled))),
  };
};

/** Past the end all bits are zero: a text that was cut reads as something, never without an end. */
export type BitReader = {
  readonly bits: (count: number) => number;
  readonly unary: () => number;
};

/** Reads six bits at a time: a mail is looked up among 54,000 keys while a card is awaited. */
export const bitReader = (text: string): BitReader => {
  let at = 0;
  let held = 0;
  let left = 0;
  const fill = (): void => {
    held = at < text.length ? (VALUES[text.charCodeAt(at) & 127] as number) : 0;
    at += 1;
    left = BITS_A_CHAR;
  };
  return {
    bits: (count) => {
      let value = 0;
      let wanted = count;
      while (wanted > 0) {
        if (left === 0) fill();
        const taken = wanted < left ? wanted : left;
        left -= taken;
        value = value * (1 << taken) + ((held >>> left) & ((1 << taken) - 1));
        wanted -= taken;
      }
      return value;
    },
    unary: () => {
      let value = 0;
      for (;;) {
        if (left === 0) fill();
        left -= 1;
        if (((held >>> left) & 1) === 0) return value;
        value += 1;
      }
    },
  };
};
