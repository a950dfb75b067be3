import { wordPlaces, wordsIn } from "./footers.ts";
import type { MailAddress } from "./message.ts";
import { isRule } from "./quote-marks.ts";
import {
  REACHES,
  ROLE_STEMS,
  SPEECH,
  SPEECH_WHEN_SMALL,
  STREETS,
  TOPICS,
} from "./signature-words.ts";
import { foldedInPlace } from "./words.ts";

/** Longer lines are prose. */
const LINE_CHARS_MAX = 110;

/** Whether a line, alone, can be part of a signature: a name, a function, a firm, an address, a way to reach. */
export const isSignatureLine = (raw: string, from: MailAddress | null): boolean => {
  const line = unbracketed(unproxied(raw.trim()));
  if (isRule(line)) return true;
  if (isPicture(line)) return true;
  if (line.length > LINE_CHARS_MAX || line.endsWith("?")) return false;
  if (/^[-\u2022*\u2013]\s/.test(line) && !/\s[|\u2022\u00b7]\s/.test(line)) return false;
  if (isNameOf(line, from)) return true;
  // A figure with a sign of money is said, not signed.
  if (/[€£$%]/.test(line)) return false;
  const folded = foldedInPlace(line);
  const words = wordsIn(folded);
  if (isReach(line, folded, words)) return true;
  if (folded.includes("@")) return false;
  const talks = speech(line, folded);
  if (talks > 0) return isQuotedLine(line) && words.length <= 12;
  const hasRole = words.some(isRole);
  if (/\s[|\u2022\u00b7]\s/.test(line)) return true;
  if (isQuotedLine(line) && words.length <= 12) return true;
  if (!hasRole && words.some((word) => TOPICS.has(word))) return false;
  if (isInitials(line)) return true;
  if (/[:;]$/.test(line) || isSentenceEnd(line)) return false;
  if (words.length === 0 || words.length > 12) return false;
  if (!/^[\p{Lu}\d"“«(]/u.test(line) && !(hasRole && words.length <= 6 && !line.endsWith(".")))
    return false;
  if (isOfSender(words, from) && words.length <= 9) return true;
  if (hasRole) return true;
  if (/\d/.test(line)) return false;
  return isCapitalised(line);
};

/** How many words of a line are speech; short ones that also begin names count only in small letters. */
const speech = (line: string, folded: string): number =>
  wordPlaces(folded).filter((one) => {
    if (!SPEECH.has(one.text)) return false;
    if (!SPEECH_WHEN_SMALL.has(one.text)) return true;
    const first = line.charAt(one.from);
    return first === first.toLowerCase();
  }).length;

const isRole = (word: string): boolean =>
  ROLE_STEMS.some(
    (stem) => word.startsWith(stem) && (stem.length > 3 || word.length <= stem.length + 1),
  );

const isPicture = (line: string): boolean =>
  (line.startsWith("[") && line.endsWith("]") && line.length < 300) ||
  /^<?https?:\/\/\S*$/.test(line) ||
  (line.startsWith("***") && line.endsWith("***")) ||
  line.startsWith("ref:_");

const isQuotedLine = (line: string): boolean => /^["“«].*["”»]$/.test(line) && line.length <= 90;

const isInitials = (line: string): boolean => {
  if (line.length > 8) return false;
  const parts = line.split(/[.\s-]+/).filter((one) => one !== "" && !/^x+$/.test(one));
  return (
    (parts.length > 0 &&
      parts.length <= 4 &&
      parts.every((one) => one.length === 1 && /\p{L}/u.test(one))) ||
    (/^[A-Za-z]{2,3}\.?$/.test(line) && !SPEECH.has(foldedInPlace(line).replace(".", "")))
  );
};

/** A full stop ends a sentence, but not `Inc.`, `St.`, `B.` */
const isSentenceEnd = (line: string): boolean => {
  if (/[!…]$/.test(line)) return true;
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
  const words = main.split(/[\s/,()\u2013\u2014-]+/).filter((word) => word !== "");
  if (words.length === 0 || words.length > 8) return false;
  const weighty = words.filter((word) => !SMALL.has(foldedInPlace(word)));
  if (weighty.length === 0) return false;
  const large = weighty.every(
    (word) => /^[\p{Lu}"“«*&(+']/u.test(word) || /^[ld][’']\p{Lu}/u.test(word),
  );
  return large && (main === line || words.length <= 3);
};

/** The part of a line before a comma, a stroke or a bracket: `Inès, stagiaire`, `Mohamed / quai B`. */
const nameIn = (line: string): string => {
  for (let i = 1; i < line.length; i += 1) {
    const char = line.charAt(i);
    if (
      ",(/|\u2022\u00b7\u2013\u2014".includes(char) ||
      (char === "-" && line.charAt(i - 1) === " ")
    ) {
      const rest = line.slice(i + 1).trim();
      return rest.length <= 60 ? line.slice(0, i).trim() : line;
    }
  }
  return line;
};

const isReach = (line: string, folded: string, words: readonly string[]): boolean => {
  if (words.length > 14) return false;
  const hasFigure = /\d/.test(folded);
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
    if (REACHES.has(first) || !/\s/.test(line) || /\s[|/•·–-]\s/.test(line)) return true;
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
  return (
    /(?:^|[\s-])\d{4,5},? \p{Lu}[\p{L}'’-]{2}/u.test(line) ||
    /\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b/.test(line)
  );
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

/** Whether a line is the sender's name as the headers give it, with a word or a bracket more. */
export const isNameOf = (raw: string, from: MailAddress | null): boolean => {
  if (from === null || raw.length > 100) return false;
  const line = unproxied(raw.trim());
  const known = namesOf(from);
  const isName = (text: string): boolean => {
    const words = foldedInPlace(text.normalize("NFC"))
      .replace(/[^a-z0-9\s'-]/g, " ")
      .trim()
      .split(/\s+/)
      .filter((word) => word !== "");
    if (words.length === 0 || words.length > 5) return false;
    const hits = words.filter((word) => known.has(word)).length;
    const rest = words.filter(
      (word) =>
        !known.has(word) &&
        word.length > 2 &&
        !TITLES.has(word) &&
        !/^x+$/.test(word) &&
        !isRole(word),
    ).length;
    const isLast = words.every((word) => !SPEECH.has(word) || known.has(word));
    return hits > 0 && rest <= 1 && isLast && !TOPICS.has(words[0] ?? "");
  };
  if (isName(line)) return !/[.?]$/.test(line.replace(/\p{Lu}\.$/u, ""));
  const main = nameIn(line);
  if (main === line || !isName(main) || /[.?!:]$/.test(line)) return false;
  const rest = line.slice(main.length).trim();
  const folded = foldedInPlace(rest);
  return rest.endsWith(")") || speech(rest, folded) === 0 || wordsIn(folded).some(isRole);
};

/** Without a bracket at its end: `Nora (qui devrait dormir)`. */
const unbracketed = (line: string): string => {
  const open = line.indexOf("(");
  return open > 1 && line.endsWith(")") ? line.slice(0, open).trim() : line;
};

/** Without the sign that somebody signs for another: `p/o`, `i. V.`, `Pour Me Vial`. */
const unproxied = (line: string): string =>
  line.replace(/^(?:p\/o|p\.o\.|po|pp|p\.p\.|ppa\.?|i\. ?[va]\.|pour|for|gr\.)\s+(?=\p{Lu})/iu, "");

const TITLES = new Set(
  "mme mlle mrs miss mister monsieur madame maitre pere soeur frere".split(" "),
);

const namesOf = (from: MailAddress): ReadonlySet<string> => {
  const local = from.address.slice(0, Math.max(0, from.address.indexOf("@")));
  const names = foldedInPlace(`${from.name} ${local}`.normalize("NFC").slice(0, 400));
  const list = names.split(/[^a-z]+/).filter((word) => word.length >= 3);
  const joined = names.split(/[^a-z'-]+/).filter((word) => word.length >= 3);
  return new Set([...list, ...joined]);
};

/** Parts of addresses that name nobody. */
const COMMON = new Set(
  "gmail orange wanadoo free sfr laposte hotmail outlook yahoo icloud proton live msn mail email info contact accueil example group groupe invoices facture factures facturation".split(
    " ",
  ),
);

/** Whether words name the sender's firm as its address or display name does. */
const isOfSender = (words: readonly string[], from: MailAddress | null): boolean => {
  if (from === null) return false;
  const parts = foldedInPlace(`${from.name} ${from.address}`.slice(0, 400))
    .split(/[^a-z]+/)
    .filter((part) => part.length >= 5 && !COMMON.has(part));
  const squashed = words.join("").replace(/[^a-z]/g, "");
  return parts.some(
    (part) => words.some((word) => word.startsWith(part)) || squashed.includes(part),
  );
};
