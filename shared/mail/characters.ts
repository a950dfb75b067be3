/** Whether a character is a figure 0 to 9. */
export const isDigit = (char: string): boolean => char >= "0" && char <= "9" && char.length === 1;

export const hasDigit = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) if (isDigit(text.charAt(i))) return true;
  return false;
};

/** A letter of a script that has large and small ones. */
export const isLetter = (char: string): boolean => char.toLowerCase() !== char.toUpperCase();

export const isLarge = (char: string): boolean => isLetter(char) && char === char.toUpperCase();

export const isSpace = (char: string): boolean => char !== "" && char.trim() === "";

/** Whether a text begins with one of some characters. */
export const beginsWith = (text: string, characters: string): boolean =>
  text !== "" && characters.includes(text.charAt(0));

export const endsWith = (text: string, characters: string): boolean =>
  text !== "" && characters.includes(text.charAt(text.length - 1));

/** A text without the characters at its start that `drops` names, at most `max` of them. */
export const withoutStart = (
  text: string,
  drops: (char: string) => boolean,
  max = text.length,
): string => {
  let at = 0;
  while (at < text.length && at < max && drops(text.charAt(at))) at += 1;
  return text.slice(at);
};

export const withoutEnd = (text: string, drops: (char: string) => boolean): string => {
  let end = text.length;
  while (end > 0 && drops(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

export const without = (text: string, drops: (char: string) => boolean): string => {
  let out = "";
  for (let i = 0; i < text.length; i += 1) if (!drops(text.charAt(i))) out += text.charAt(i);
  return out;
};

/** The pieces between separators, none of them empty. */
export const piecesOf = (text: string, parts: (char: string) => boolean): readonly string[] => {
  const all: string[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && !parts(text.charAt(i))) continue;
    if (i > from) all.push(text.slice(from, i));
    from = i + 1;
  }
  return all;
};

export const isOneOf =
  (characters: string) =>
  (char: string): boolean =>
    characters.includes(char);

/** Whether only such characters stand in a text. */
export const isAll = (text: string, holds: (char: string) => boolean): boolean => {
  for (let i = 0; i < text.length; i += 1) if (!holds(text.charAt(i))) return false;
  return true;
};

/** `a` to `z` and figures: what a folded word is made of. */
export const isPlain = (char: string): boolean => (char >= "a" && char <= "z") || isDigit(char);

/** A text with each run of figures as its length, at most 9: `17/11/2026 10:02` is `2/2/4 2:2`. */
export const runLengths = (text: string): string => {
  let out = "";
  let run = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const char = text.charAt(i);
    if (i < text.length && isDigit(char)) {
      run += 1;
      continue;
    }
    if (run > 0) out += String(Math.min(run, 9));
    run = 0;
    out += char;
  }
  return out;
};

const CLOCKS = ["1:2", "2:2", "1h2", "2h2", "1.2", "2.2", "1 h 2", "2 h 2", "1 h2", "2 h2", "2: 2"];

/** Whether run lengths hold an hour and a minute. */
export const hasClock = (runs: string): boolean => CLOCKS.some((clock) => runs.includes(clock));

const DAYS = [
  "1/1",
  "1/2",
  "2/1",
  "2/2",
  "4/2",
  "1.1",
  "1.2",
  "2.1",
  "2.2",
  "1-1",
  "1-2",
  "2-1",
  "2-2",
  "4-2",
];

/** Whether run lengths hold a day and a month in figures. */
export const hasDay = (runs: string): boolean => DAYS.some((day) => runs.includes(day));

/** Whether a text names a year from 1900 to 2099. */
export const hasYear = (text: string): boolean =>
  piecesOf(text, (char) => !isDigit(char)).some(
    (run) => run.length === 4 && (run.startsWith("19") || run.startsWith("20")),
  );
