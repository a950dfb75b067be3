import type { MailAddress } from "./message.ts";
import { bareLine } from "./quote-marks.ts";
import { foldedInPlace } from "./words.ts";

/** Lines from the end that can be a signature with its disclaimer. */
const SIGNATURE_LINES_MAX = 60;

const CLOSINGS = [
  "cordialement",
  "bien cordialement",
  "tres cordialement",
  "cdlt",
  "cdt",
  "bien a vous",
  "bien a toi",
  "sinceres salutations",
  "salutations",
  "respectueusement",
  "amicalement",
  "confraternellement",
  "cordiales salutations",
  "avec nos salutations",
  "merci et salutations",
  "bonne reception",
  "bonne journee",
  "bonne fin de journee",
  "bonne soiree",
  "bon week-end",
  "bon weekend",
  "bises",
  "bisous",
  "a bientot",
  "a plus",
  "votre bien devoue",
  "belle journee",
  "excellente journee",
  "merci, cordialement",
  "merci cordialement",
  "best regards",
  "kind regards",
  "warm regards",
  "regards",
  "best wishes",
  "best",
  "br",
  "rgds",
  "kr",
  "cheers",
  "yours sincerely",
  "yours faithfully",
  "yours truly",
  "sincerely",
  "many thanks",
  "thanks",
  "thank you",
  "thanks and regards",
  "thanks & regards",
  "thank you and regards",
  "with kind regards",
  "with best regards",
  "with every good wish",
  "all good wishes",
  "all the best",
  "all best",
  "greetings",
  "warm hugs",
  "warmly",
  "mit freundlichen grussen",
  "freundliche grusse",
  "viele grusse",
  "beste grusse",
  "liebe grusse",
  "mfg",
  "saludos",
  "un saludo",
  "atentamente",
  "un caro saluto",
  "cordiali saluti",
  "distinti saluti",
  "saluti",
  "met vriendelijke groet",
  "vriendelijke groeten",
  "groeten",
  "med vennlig hilsen",
  "mvh",
  "med venlig hilsen",
  "vh",
  "terveisin",
  "pozdrawiam",
  "dans l'attente de vous lire",
  "kindest regards",
  "with regards",
  "mit freundlichen gru\u00dfen",
  "freundliche gru\u00dfe",
  "viele gru\u00dfe",
  "beste gru\u00dfe",
  "liebe gru\u00dfe",
  "salutations distinguees",
  "veuillez agreer mes salutations",
  "slts",
  "cordlt",
  "take care",
  "ta",
  "speak soon",
  "salutations sportives",
].sort((a, b) => b.length - a.length);

const FOOTERS = [
  "envoye de mon",
  "envoye depuis",
  "envoye a partir de",
  "envoye avec",
  "sent from my",
  "sent from outlook",
  "sent from mail",
  "sent from superhuman",
  "sent from yahoo",
  "sent via",
  "sent with",
  "get outlook for",
  "obtenir outlook",
  "telecharger outlook",
  "telechargez outlook",
  "von meinem",
  "gesendet von",
  "enviado desde",
  "inviato da",
  "verzonden vanaf",
];

const DISCLAIMERS = [
  "ce message et",
  "ce message (et",
  "ce message, ainsi",
  "ce message est",
  "ce courriel et",
  "ce courriel est",
  "cet e-mail et",
  "les informations contenues dans ce",
  "ce mail et",
  "this e-mail",
  "this email and",
  "this email is",
  "this email may",
  "this message is intended",
  "this message and",
  "this message contains",
  "this message may",
  "the information contained in this",
  "the information in this",
  "confidentiality notice",
  "confidentiality:",
  "confidential:",
  "disclaimer",
  "legal notice",
  "privileged and confidential",
  "avertissement",
  "avis de confidentialite",
  "p pensez a",
  "pensez a l'environnement",
  "please consider the environment",
  "think before you print",
  "diese e-mail",
  "diese nachricht",
  "under ohio law",
  "afin de contribuer au respect de l'environnement",
  "how did i do?",
  "how did we do?",
  "rate this",
  "register now |",
  "click here to unsubscribe",
  "pour vous desabonner",
  "si vous ne souhaitez plus recevoir",
  "to unsubscribe",
  "unsubscribe",
  "registered in england",
  "registered office",
  "company registration",
];

/** Where the signature begins among the sender's own lines, and what stands after it that is not part of it (a PS). */
export const signatureStart = (
  lines: readonly string[],
  from: MailAddress | null,
): { readonly start: number; readonly kept: readonly string[] } => {
  let end = lines.length;
  const trim = (): void => {
    while (end > 0 && /^[\s_=*-]*$/.test((lines[end - 1] ?? "").slice(0, 200))) end -= 1;
  };
  trim();
  const floor = Math.max(firstWritten(lines) + 1, end - SIGNATURE_LINES_MAX);
  for (let at = floor; at < end; at += 1) {
    const bare = bareLine(lines[at] ?? "");
    const isRule = /^--\s?$/.test(lines[at] ?? "");
    if (
      isRule ||
      starts(bare, FOOTERS) ||
      (starts(bare, DISCLAIMERS) && isNearEnd(lines, at, end))
    ) {
      end = at;
      break;
    }
  }
  trim();
  for (let at = Math.max(floor, end - 30); at < end; at += 1) {
    if (!isClosing(lines, at, end, from)) continue;
    return { start: at, kept: postscript(lines, at + 1, end) };
  }
  return { start: startWithoutClosing(lines, floor, end, from), kept: [] };
};

/** Lines below a name that can still be a signature: function, firm, address, register. */
const BELOW_NAME_MAX = 8;

/** Without a closing formula: the sender's name, or lines that look like a name, a function, a firm, an address. */
const startWithoutClosing = (
  lines: readonly string[],
  floor: number,
  end: number,
  from: MailAddress | null,
): number => {
  for (let at = Math.max(floor, end - BELOW_NAME_MAX - 1); at < end; at += 1) {
    if (!isNameOf(lines[at] ?? "", from)) continue;
    const below = lines.slice(at + 1, end);
    const apart = (lines[at - 1] ?? "").trim() === "" || at === end - 1;
    const calm = below.every((line) => line.length <= 110 && !/[?!]$/.test(line.trimEnd()));
    if ((apart && calm) || below.every((line) => isSignatureLine(line, from))) return at;
  }
  let start = end;
  while (start > floor && isSignatureLine(lines[start - 1] ?? "", from)) start -= 1;
  while (start < end && (lines[start] ?? "").trim() === "") start += 1;
  if (start === end || (lines[start - 1] ?? "").trim() === "") return start;
  // The lines hang on to a sentence: cut only where that one is over, or where a bare name ends the mail.
  const over = /[.!?)…]$/.test((lines[start - 1] ?? "").trimEnd());
  const isBareName = start === end - 1 && (lines[start] ?? "").trim().split(/\s+/).length <= 2;
  return over || isBareName ? start : nextAfterGap(lines, start, end);
};

const nextAfterGap = (lines: readonly string[], start: number, end: number): number => {
  for (let at = start; at < end; at += 1) if ((lines[at] ?? "").trim() === "") return at + 1;
  return end;
};

const firstWritten = (lines: readonly string[]): number => {
  const at = lines.findIndex((line) => line.trim() !== "");
  return at < 0 ? lines.length : at;
};

const starts = (bare: string, list: readonly string[]): boolean =>
  list.some((text) => bare.startsWith(text));

const isNearEnd = (lines: readonly string[], at: number, end: number): boolean =>
  at === 0 || (lines[at - 1] ?? "").trim() === "" || end - at <= 3;

const isClosing = (
  lines: readonly string[],
  at: number,
  end: number,
  from: MailAddress | null,
): boolean => {
  const line = (lines[at] ?? "").trim();
  if (line === "" || line.length > 60 || /[?]$/.test(line)) return false;
  const bare = bareLine(line);
  const formula = CLOSINGS.find(
    (text) => bare.startsWith(text) && !/^[a-z0-9]/.test(bare.slice(text.length)),
  );
  const count = bare.split(/\s+/).length;
  const tail = formula === undefined ? "" : bare.slice(formula.length).trim();
  if (formula !== undefined) {
    if (/^[.,!;: x-]*$/.test(tail)) return true;
    if (tail.startsWith("/ ") && count <= 8) return true;
    if (
      count <= 6 &&
      /^(?:from|de|du|a tous|a toute|insulaires|distingu|and|&|et|,)/.test(tail) &&
      !/\d/.test(tail)
    )
      return !/^(?:from|de|du) (?:your|votre)/.test(tail);
    const name = tail.replace(/^[,. ]+/, "");
    return (
      count <= 5 && name !== "" && isSignatureLine(line.slice(line.length - name.length), from)
    );
  }
  // `Pour le syndicat,` above a signature: a short line with a comma, and nothing but a signature below.
  if (!line.endsWith(",") || count > 6) return false;
  const below = lines.slice(at + 1, end).filter((one) => one.trim() !== "");
  return below.length > 0 && below.length <= 6 && below.every((one) => isSignatureLine(one, from));
};

const postscript = (lines: readonly string[], from: number, to: number): readonly string[] => {
  for (let at = from; at < to; at += 1)
    if (/^\s{0,3}(?:p\.? ?s\.?|nb|n\.b\.)(?=[\s:.,-])/i.test(lines[at] ?? ""))
      return ["", ...lines.slice(at, to)];
  return [];
};

const SMALL_WORDS = new Set(
  "de du des la le les d l et en a au aux et & of and the for to und von van der den di da del per pour sur sous in at x + - – — / | the".split(
    " ",
  ),
);
const FUNCTIONS =
  /(?:direct|manager|gerant|comptab|accounts|account|service|secretar|assistant|responsable|chef|head|officer|president|tresor|treasurer|owner|partner|avocat|notaire|bursar|finance|controller|lead|team|department|coordinat|co-ordinat|gestionnaire|support|desk|analyst|specialist|services|ltd|limited|gmbh|sarl|sas|llc|inc|plc|srl|mairie|cabinet|agence|garage|she\/her|he\/him|she |achats|wedding|conducteur|cfo|ceo)/;

const isSignatureLine = (raw: string, from: MailAddress | null): boolean => {
  const line = raw.trim();
  if (line === "") return true;
  if (line.length > 90 || /[?!]$/.test(line) || /^[-•*]\s/.test(line)) return false;
  if (isNameOf(line, from)) return true;
  // A figure with a sign of money, or a date, is said, not signed.
  if (/[€£$%]/.test(line)) return false;
  const folded = foldedInPlace(line);
  if (/^\[?cid:|^www\.|^https?:|^ref:_/.test(folded)) return true;
  if (/^(?:tel|tél|t|m|mob|mobile|phone|fax|port)[ .:]/i.test(line) && /\d/.test(line)) return true;
  if (/^[+(]?\d[\d .()/-]{7,20}$/.test(line)) return true;
  if (line.includes("@") && !/\s/.test(line)) return true;
  if (/\s[|•·]\s/.test(line)) return true;
  if (/^(?:[a-z]\.? ?){1,3}$/i.test(line) && line.length <= 6) return true;
  if (/[.:;,]$/.test(line) && !/(?:inc|ltd|sa|sarl|s\.|co|jr|sr|[a-z])\.$/i.test(line))
    return false;
  if (line.endsWith(".") && line.split(/\s+/).length > 5) return false;
  const words = line.split(/[\s/,()-]+/).filter((word) => word !== "");
  if (words.length > 9) return false;
  const big = words.filter((word) => !SMALL_WORDS.has(foldedInPlace(word)));
  if (big.length === 0) return false;
  const lead = words[0] ?? "";
  const startsBig = /^[\p{Lu}\d"“«*(]/u.test(lead);
  const capitals = big.filter((word) => /^[\p{Lu}\d"“«*&(+]/u.test(word)).length;
  if (!startsBig) return false;
  if (FUNCTIONS.test(folded) && words.length <= 7) return true;
  return capitals === big.length && words.length <= 7 && !SENTENCE.test(folded);
};

/** Words that make even a short line a sentence. */
const SENTENCE =
  /(?:^|\s)(?:noted|ok|oui|non|yes|no|paid|paye|bonjour|hello|hi|dear|bien recu|merci|thanks|received|recu|done|fait|i|we|je|nous|vous|you|facture|invoice)(?=$|[\s,.!])/;

const isNameOf = (raw: string, from: MailAddress | null): boolean => {
  const line = foldedInPlace(raw.slice(0, 120).normalize("NFC"))
    .replace(/[^a-z0-9\s'-]/g, " ")
    .trim();
  const words = line.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0 || words.length > 5 || from === null) return false;
  const local = from.address.slice(0, Math.max(0, from.address.indexOf("@")));
  const known = new Set(
    foldedInPlace(`${from.name} ${local}`.normalize("NFC"))
      .split(/[^a-z]+/)
      .filter((word) => word.length >= 3),
  );
  const hits = words.filter((word) => known.has(word)).length;
  const rest = words.filter((word) => !known.has(word) && word.length > 1 && word !== "xx").length;
  return hits > 0 && rest <= 1 && !/[.?]$/.test(raw.trim().replace(/\b[A-Z]\.$/, ""));
};
