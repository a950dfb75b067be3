import { endsWith, isAll, isLarge, isOneOf, isPlain, piecesOf, without } from "./characters.ts";
import { wordsIn } from "./footers.ts";
import type { MailAddress } from "./message.ts";
import { SPEECH, TOPICS } from "./signature-words.ts";
import { isRole, speech } from "./speech.ts";
import { foldedInPlace } from "./words.ts";

/** Whether a line is the sender's name as the headers give it, with a word or a bracket more. */
export const isNameOf = (raw: string, from: Sender | null): boolean => {
  if (from === null || raw.length > 100) return false;
  const line = unproxied(raw.trim());
  const { names: known } = from;
  const isName = (text: string): boolean => {
    const folded = foldedInPlace(text.normalize("NFC"));
    const words = piecesOf(folded, (char) => !isPlain(char) && char !== "'" && char !== "-");
    if (words.length === 0 || words.length > 5) return false;
    const hits = words.filter((word) => known.has(word) || isShortOf(word, known)).length;
    const rest = words.filter(
      (word) =>
        !known.has(word) &&
        !isShortOf(word, known) &&
        word.length > 2 &&
        !TITLES.has(word) &&
        !isAll(word, isOneOf("x")) &&
        !isRole(word),
    ).length;
    const isLast = words.every((word) => !SPEECH.has(word) || known.has(word));
    return hits > 0 && rest <= 1 && isLast && !TOPICS.has(words[0] ?? "");
  };
  if (isName(line)) return !endsWith(line, ".?") || isLarge(line.charAt(line.length - 2));
  const main = nameIn(line);
  if (main === line || !isName(main) || endsWith(line, ".?!:")) return false;
  const rest = line.slice(main.length).trim();
  const folded = foldedInPlace(rest);
  return rest.endsWith(")") || speech(rest, folded) === 0 || wordsIn(folded).some(isRole);
};

/** The part of a line before a comma, a stroke or a bracket: `Inès, stagiaire`, `Mohamed / quai B`. */
export const nameIn = (line: string): string => {
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

/** `Ludo` for Ludovic. */
const isShortOf = (word: string, known: ReadonlySet<string>): boolean =>
  word.length >= 3 && !SPEECH.has(word) && [...known].some((name) => name.startsWith(word));

/** Without the sign that somebody signs for another: `p/o`, `i. V.`, `Pour Me Vial`. */
export const unproxied = (line: string): string => {
  const first = PROXIES.find((one) => foldedInPlace(line.slice(0, 6)).startsWith(`${one} `));
  if (first === undefined) return line;
  const name = line.slice(first.length).trim();
  return isLarge(name.charAt(0)) ? name : line;
};

const PROXIES = [
  "p/o",
  "p.o.",
  "po",
  "pp",
  "p.p.",
  "ppa.",
  "ppa",
  "i.v.",
  "i. v.",
  "i.a.",
  "i. a.",
  "pour",
  "for",
  "gr.",
];

const TITLES = new Set(
  "mme mlle mrs miss mister monsieur madame maitre pere soeur frere".split(" "),
);

/** What names a sender, folded: words of the name, and longer ones of the firm. */
export type Sender = {
  readonly names: ReadonlySet<string>;
  readonly firms: readonly string[];
};

export const senderOf = (from: MailAddress | null): Sender | null => {
  if (from === null) return null;
  const local = from.address.slice(0, Math.max(0, from.address.indexOf("@")));
  const named = foldedInPlace(`${from.name} ${local}`.normalize("NFC").slice(0, 400));
  const words = piecesOf(named, isNoLetter);
  const joined = piecesOf(named, (char) => isNoLetter(char) && char !== "'" && char !== "-");
  const parts = piecesOf(foldedInPlace(`${from.name} ${from.address}`.slice(0, 400)), isNoLetter);
  return {
    names: new Set([...words, ...joined].filter((word) => word.length >= 3)),
    firms: parts.filter((part) => part.length >= 5 && !COMMON.has(part)),
  };
};

/** Parts of addresses that name nobody. */
const COMMON = new Set(
  "gmail orange wanadoo free sfr laposte hotmail outlook yahoo icloud proton live msn mail email info contact accueil example group groupe invoices facture factures facturation".split(
    " ",
  ),
);

/** Whether words name the sender's firm as its address or display name does. */
export const isOfSender = (words: readonly string[], from: Sender | null): boolean => {
  if (from === null) return false;
  const squashed = without(words.join(""), isNoLetter);
  return from.firms.some(
    (part) => words.some((word) => word.startsWith(part)) || squashed.includes(part),
  );
};

const isNoLetter = (char: string): boolean => !(char >= "a" && char <= "z");
