import {
  beginsWith,
  endsWith,
  hasDigit,
  isAll,
  isDigit,
  isLarge,
  isLetter,
  isOneOf,
  isPlain,
  isSpace,
  piecesOf,
  runLengths,
} from "./characters.ts";
import { speaks, wordsIn } from "./footers.ts";
import { isRule } from "./quote-marks.ts";
import { isNameOf, isOfSender, nameIn, unproxied } from "./sender-names.ts";
import type { Sender } from "./sender-names.ts";
import { REACHES, SPEECH, STREETS, TOPICS } from "./signature-words.ts";
import { isRole, speech } from "./speech.ts";
import { foldedInPlace } from "./words.ts";

/** Longer lines are prose. */
const LINE_CHARS_MAX = 110;

/** Whether a line, alone, can be part of a signature: a name, a function, a firm, an address, a way to reach. */
export const isSignatureLine = (raw: string, from: Sender | null): boolean => {
  const line = unbracketed(unproxied(raw.trim()));
  if (isRule(line)) return true;
  if (isPicture(line)) return true;
  if (line.length > LINE_CHARS_MAX || line.endsWith("?")) return false;
  if (isItem(line) && !isParted(line, "|•·")) return false;
  if (isNameOf(line, from)) return true;
  // A figure with a sign of money is said, not signed.
  if (!isAll(line, (char) => !"€£$%".includes(char))) return false;
  const folded = foldedInPlace(line);
  const words = wordsIn(folded);
  if (isReach(line, folded, words)) return true;
  if (folded.includes("@")) return false;
  if (isFirmWithMotto(line, folded, from)) return true;
  const talks = speech(line, folded);
  if (talks > 0) return isQuotedLine(line) && words.length <= 12;
  const hasRole = words.some(isRole);
  if (isParted(line, "|•·")) return true;
  if (isQuotedLine(line) && words.length <= 12) return true;
  if (!hasRole && words.some((word) => TOPICS.has(word))) return false;
  if (isInitials(line)) return true;
  if (endsWith(line, ":;") || isSentenceEnd(line)) return false;
  if (words.length === 0 || words.length > 12) return false;
  if (!isNaming(line.charAt(0), '"“«(') && !(hasRole && words.length <= 6 && !line.endsWith(".")))
    return false;
  if (isOfSender(words, from) && words.length <= 9) return true;
  if (hasRole) return true;
  if (hasDigit(line)) return false;
  return isCapitalised(line);
};

/** The sender's firm before a stroke, whatever it says of itself after it. */
const isFirmWithMotto = (line: string, folded: string, from: Sender | null): boolean => {
  const main = nameIn(line);
  if (main === line || !isCapitalised(main) || !isOfSender(wordsIn(foldedInPlace(main)), from))
    return false;
  return !speaks(folded) && !wordsIn(folded).some((word) => TOPICS.has(word));
};

/** A large letter, a figure, or a mark that names begin with. */
const isNaming = (char: string, marks: string): boolean =>
  isLarge(char) || isDigit(char) || (char !== "" && marks.includes(char));

const isItem = (line: string): boolean => beginsWith(line, "-•*–") && isSpace(line.charAt(1));

/** Whether one of some marks stands between spaces. */
const isParted = (line: string, marks: string): boolean => {
  for (let i = 1; i < line.length - 1; i += 1)
    if (
      marks.includes(line.charAt(i)) &&
      isSpace(line.charAt(i - 1)) &&
      isSpace(line.charAt(i + 1))
    )
      return true;
  return false;
};

export const isLink = (line: string): boolean => {
  const text = line.startsWith("<") ? line.slice(1) : line;
  return text.startsWith("https:") || text.startsWith("http:");
};

const isPicture = (line: string): boolean =>
  (line.startsWith("[") && line.endsWith("]") && line.length < 300) ||
  (isLink(line) && piecesOf(line, isSpace).length === 1) ||
  (line.startsWith("***") && line.endsWith("***")) ||
  line.startsWith("ref:_");

const isQuotedLine = (line: string): boolean =>
  beginsWith(line, '"“«') && endsWith(line, '"”»') && line.length <= 90;

const isInitials = (line: string): boolean => {
  if (line.length > 8) return false;
  const parts = piecesOf(line, isOneOf(". -")).filter((one) => !isAll(one, isOneOf("x")));
  return (
    (parts.length > 0 &&
      parts.length <= 4 &&
      parts.every((one) => one.length === 1 && isLetter(one))) ||
    isShort(foldedInPlace(line))
  );
};

/** Two or three letters that are no word: `sg`, `JMA`. */
const isShort = (folded: string): boolean => {
  const letters = folded.endsWith(".") ? folded.slice(0, -1) : folded;
  const isWord = SPEECH.has(letters) || hasDigit(letters) || !isAll(letters, isPlain);
  return !isWord && (letters.length === 2 || letters.length === 3);
};

/** A full stop ends a sentence, but not `Inc.`, `St.`, `B.` */
const isSentenceEnd = (line: string): boolean => {
  if (endsWith(line, "!…")) return true;
  if (!line.endsWith(".")) return false;
  const last = line.slice(line.lastIndexOf(" ") + 1, -1);
  return last.length > 4 || line.split(" ").length > 6;
};

const SMALL = new Set(
  "de du des la le les d l et en a au aux and of for to the und von van der den di da del della per pour sur sous in at x y e i dos das do ou or chez".split(
    " ",
  ),
);

/** Every word that weighs begins large, or stands after a comma, a stroke or in brackets behind such a name. */
const isCapitalised = (line: string): boolean => {
  const main = nameIn(line);
  const words = piecesOf(main, (char) => isSpace(char) || "/,()–—-".includes(char));
  if (words.length === 0 || words.length > 8) return false;
  const weighty = words.filter((word) => !SMALL.has(foldedInPlace(word)));
  if (weighty.length === 0) return false;
  const large = weighty.every(
    (word) =>
      isNaming(word.charAt(0), "\"“«*&(+'") ||
      (beginsWith(word, "ld") && "’'".includes(word.charAt(1)) && isLarge(word.charAt(2))),
  );
  return large && (main === line || words.length <= 3);
};

const isReach = (line: string, folded: string, words: readonly string[]): boolean => {
  if (words.length > 14) return false;
  const hasFigure = hasDigit(folded);
  if (folded.startsWith("www.")) return true;
  const said = speech(line, folded);
  const isTopic = words.some((word) => TOPICS.has(word));
  if (hasFigure && said <= 2 && REACHES.has(words[0] ?? "") && longestRun(folded) >= 9) return true;
  if (said === 0 && hasFigure && !isTopic && longestRun(folded) >= 9) return true;
  if (
    said === 0 &&
    words.length <= 10 &&
    (folded.includes("@") || folded.includes("www.")) &&
    !isTopic
  ) {
    const first = words[0] ?? "";
    if (REACHES.has(first) || isAll(line, (char) => !isSpace(char)) || isParted(line, "|/•·–-"))
      return true;
  }
  if (!hasFigure) return false;
  const hasReach = words.some(
    (word, index) => REACHES.has(word) && (word.length > 2 || index === 0),
  );
  if (hasReach && said === 0 && !isTopic && longestRun(folded) >= 6) return true;
  if (said > 0 || isTopic) return false;
  const hasStreet = words.some((word) => STREETS.has(word));
  return hasStreet || isPostal(line);
};

/** `59000 Lille`, `D-80331 München`, `SW1A 2AA`. */
const isPostal = (line: string): boolean => {
  if (line.length > 80) return false;
  const words = piecesOf(line, (char) => isSpace(char) || ",-".includes(char));
  return words.some((word, index) => {
    const next = words[index + 1] ?? "";
    const isCode = (word.length === 4 || word.length === 5) && isAll(word, isDigit);
    if (isCode && isLarge(next.charAt(0)) && next.length >= 3 && !hasDigit(next)) return true;
    // The two halves of a British code: `LS1 4AB`.
    const runs = runLengths(next);
    return (
      next.length === 3 &&
      runs.startsWith("1") &&
      isLarge(next.charAt(1)) &&
      isLarge(next.charAt(2)) &&
      word.length >= 2 &&
      word.length <= 4 &&
      isLarge(word.charAt(0)) &&
      hasDigit(word)
    );
  });
};

/** Figures in the longest run written as a telephone number is; 0 where it is too long for one. */
const longestRun = (folded: string): number => {
  let best = 0;
  let figures = 0;
  for (let i = 0; i <= folded.length; i += 1) {
    const char = folded.charAt(i);
    if (char >= "0" && char <= "9") figures += 1;
    else if (char === "" || !" .()+-".includes(char)) {
      if (figures <= 15) best = Math.max(best, figures);
      figures = 0;
    }
  }
  return best;
};

/** Without a bracket or a motto at its end: `Nora (qui devrait dormir)`, `Roche « du bois »`. */
const unbracketed = (line: string): string => {
  const open = line.endsWith(")") ? line.indexOf("(") : firstOf(line, '"“«');
  const closes = line.endsWith(")") || endsWith(line, '"”»');
  return open > 1 && closes ? line.slice(0, open).trim() : line;
};

const firstOf = (line: string, characters: string): number => {
  for (let i = 0; i < line.length; i += 1) if (characters.includes(line.charAt(i))) return i;
  return -1;
};
