import {
  endsWith,
  hasClock,
  hasDay,
  hasDigit,
  hasYear,
  isAll,
  isDigit,
  isLetter,
  isOneOf,
  isSpace,
  piecesOf,
  runLengths,
  without,
  withoutEnd,
  withoutStart,
} from "./characters.ts";
import { foldedInPlace } from "./words.ts";

/** Lines that an attribution may be wrapped over, and characters it may have. */
const ATTRIBUTION_LINES = 4;
const ATTRIBUTION_CHARS = 400;
/** Lines that a block of headers may be spread over. */
const BLOCK_LINES = 10;

/** What programs say between a name and a quotation, folded. */
const WROTE = [
  "a ecrit",
  "ecrivait",
  "wrote",
  "writes",
  "schrieb",
  "ha scritto",
  "escribio",
  "schreef",
  "skrev",
  "escreveu",
  "kirjoitti",
  "napisal",
  "napsal",
  "napisa\u0142",
  "\u043f\u0438\u0448\u0435\u0442",
];
/** First words of an attribution: the day, or what a language puts before it. */
const OPENS = new Set(
  "le on am el il op den pe em dne w at a dnia lun mar mer jeu ven sam dim man tir ons tor fre lor son mon tue wed thu fri sat sun lundi mardi mercredi jeudi vendredi samedi dimanche".split(
    " ",
  ),
);
/** Before these, somebody is told what somebody wrote: `le directeur vous a écrit`. */
const TOLD = [
  "vous a",
  "nous a",
  "m'a",
  "t'a",
  "l'a",
  "lui a",
  "leur a",
  "i",
  "you",
  "he",
  "she",
  "we",
  "they",
  "who",
];

const SEPARATORS = [
  "original message",
  "message original",
  "message d'origine",
  "message initial",
  "mail original",
  "courriel original",
  "e-mail d'origine",
  "ursprungliche nachricht",
  "originalnachricht",
  "messaggio originale",
  "mensaje original",
  "oorspronkelijk bericht",
  "oprindelig meddelelse",
  "opprinnelig melding",
  "forwarded message",
  "forwarded by",
  "message transfere",
  "courriel transfere",
  "mail transfere",
  "debut du message transfere",
  "debut du message reexpedie",
  "begin forwarded message",
  "inizio messaggio inoltrato",
  "inicio del mensaje reenviado",
  "mensaje reenviado",
  "mensagem original",
  "mensagem encaminhada",
  "anfang der weitergeleiteten nachricht",
  "begin doorgestuurd bericht",
  "doorgestuurd bericht",
  "origineel bericht",
  "originele bericht",
  "mensaje de origen",
  "ursprungligt meddelande",
  "message retourne",
  "returned message",
  "message precedent",
  "previous message",
  "courrier original",
  "message d origine",
  "original mail",
  "original email",
  "original e-mail",
  "original appointment",
  "rendez-vous d'origine",
  "ticket history",
  "historique du ticket",
  "historique de la demande",
  "historique des echanges",
  "conversation history",
  "previous comments",
  "message reexpedie",
  "reponse au message",
  "reply message",
  "weitergeleitete nachricht",
  "messaggio inoltrato",
];

/** Lines with a colon above what a ticket robot repeats. */
const ANSWERED = [
  "votre message",
  "votre demande",
  "votre message initial",
  "your message",
  "your request",
  "your original message",
  "rappel de votre message",
  "contenu de votre message",
  "ihre nachricht",
];

/** Names of header lines by what they say, as clients of ten languages print them above a quotation. */
const HEADER_NAMES: readonly (readonly [string, string])[] = [
  ["from", "from de von da van fra fran afsender expediteur od"],
  [
    "sent",
    "sent date envoye gesendet datum inviato data enviado fecha verzonden sendt skickat lahetetty le odeslano odoslane wyslano poslano dato",
  ],
  ["to", "to a an per para aan til till pour destinataire destinataires komu do za"],
  ["copy", "cc copie kopie copia kopi"],
  [
    "subject",
    "subject objet betreff oggetto asunto onderwerp emne amne assunto sujet re predmet temat aihe",
  ],
];

/** A line as it is compared: without quote marks, bold marks and accents. */
export const bareLine = (line: string): string => {
  const text = foldedInPlace(withoutStart(line.slice(0, 600), isMargin, 80));
  return (text.includes("*") || text.includes("_") ? without(text, isBold) : text).trim();
};

const isMargin = (char: string): boolean => char === ">" || char === "|" || isSpace(char);
const isBold = isOneOf("*_");
const isStroke = isOneOf("-=#~+");

/** A line that a client marked as quoted: `>`, also after odd spaces, `|` at a margin, `»`. */
export const isQuoteMarked = (line: string): boolean => {
  const start = line.slice(0, 12).trimStart();
  if (start.startsWith(">") || start.startsWith("\u203a")) return true;
  if (start.startsWith("\u00bb")) return true;
  return (start.startsWith("| ") || line.trim() === "|") && !line.trimEnd().slice(1).includes("|");
};

/** An empty line, or one of strokes. */
export const isRule = (line: string): boolean => {
  if (line.length > 200) return line.trim() === "";
  for (const char of line)
    if (!" \t\r\u00a0\u200b\ufeff_-=*~\u2014\u2013\u2500\u2010#".includes(char)) return false;
  return true;
};

/**
 * How many lines an attribution (Le 3 mars 2026, X a écrit :) takes from a line on; 0 where none begins there. One that
 * does not begin with a day needs an address or a clock, and a line marked as quoted below it (`isMarked`) or a colon.
 */
export const attributionAt = (bares: readonly string[], at: number): number => {
  const first = bares[at] ?? "";
  if (first === "" || first.length > ATTRIBUTION_CHARS) return 0;
  const opens = opensAsDated(first);
  // The day stands on the first line: `Le virement part.` above an attribution is none of it.
  if (opens ? !hasDigit(first) : !first.includes("@") && !hasDigit(first)) return 0;
  let joined = "";
  for (let size = 1; size <= ATTRIBUTION_LINES; size += 1) {
    const line = bares[at + size - 1] ?? "";
    if (line === "" || (size > 1 && opensWithDay(line))) return 0;
    joined = `${joined} ${line}`.trim();
    if (joined.length > ATTRIBUTION_CHARS) return 0;
    if (isAttribution(joined, opens, size)) return size;
  }
  return 0;
};

const isAttribution = (joined: string, opens: boolean, size: number): boolean => {
  const runs = runLengths(joined);
  const isAddressed = joined.includes("@");
  // An attribution that names no verb: `Name <address>, 12/01/2027 08:40:`.
  if (joined.endsWith(":") && isAddressed && joined.includes("<") && hasDay(runs) && hasClock(runs))
    return true;
  const wrote = wroteEnd(joined);
  if (wrote < 0 || !hasDigit(joined)) return false;
  const ends = endsWith(joined, ":>") || wroteEnd(joined.slice(-14)) >= 0;
  // Yahoo's phones put the quoted text on the same line.
  const runsOn = opens && joined.includes("<") && joined.slice(wrote).trim().startsWith(":");
  if (!(ends || runsOn) || isTold(joined.slice(0, wrote))) return false;
  if (opens) return isAddressed || hasClock(runs) || hasYear(joined) || hasDay(runs);
  return hasClock(runs) && (isAddressed || size === 1) && joined.endsWith(":");
};

/** `Atelier Brun a écrit :`, which only a quotation right below it tells from words of the sender's. */
export const isUndatedAttribution = (bare: string): boolean => {
  if (!bare.endsWith(":") || bare.length > 120) return false;
  const wrote = wroteEnd(bare);
  return wrote > 0 && bare.slice(wrote).trim() === ":" && !isTold(bare.slice(0, wrote));
};

/** Where the first verb of an attribution ends, a space, a sign or the end of the line after it; -1 without one. */
const wroteEnd = (joined: string): number => {
  let first = -1;
  for (const verb of WROTE) {
    const at = joined.indexOf(verb);
    const end = at + verb.length;
    const next = joined.charAt(end);
    if (at < 0 || (next !== "" && !" :,<(".includes(next))) continue;
    if (first < 0 || end < first) first = end;
  }
  return first;
};

const opensAsDated = (bare: string): boolean => {
  const word = piecesOf(bare.slice(0, 20), (char) => !isLetter(char) && !isDigit(char))[0] ?? "";
  if (OPENS.has(word)) return bare.startsWith(word);
  return (
    isDigit(bare.charAt(0)) && word.length <= 4 && "-/. ".includes(bare.charAt(word.length) || "x")
  );
};

const opensWithDay = (bare: string): boolean =>
  bare.includes(" ") &&
  ["le", "on", "am", "el", "il", "op", "em", "den"].includes(bare.slice(0, bare.indexOf(" "))) &&
  hasDigit(bare.slice(0, 40));

const isTold = (until: string): boolean => {
  const words = until.split(" ");
  const last = words[words.length - 1] ?? "";
  const before = last === "ecrit" ? words.slice(-3, -1).join(" ") : (words[words.length - 2] ?? "");
  return TOLD.some((text) => before === text || before.endsWith(` ${text}`));
};

/** Whether a line parts a reply from what it answers: `-----Message d'origine-----` and its kin. */
export const isSeparator = (line: string, bare = bareLine(line)): boolean => {
  // GroupWise: `>>> "Name" <address> 05.01.2027 10:40 >>>`.
  if (line.startsWith(">>>") && line.trimEnd().endsWith(">>>") && hasDigit(line)) return true;
  if (bare === "" || bare.length > 160) return false;
  const text = withoutStart(bare, (char) => isStroke(char) || isSpace(char), 80);
  const isDrawn =
    text.length < bare.length || isAll(bare.slice(-2), (char) => isStroke(char) && bare.length > 1);
  if (bare.endsWith(":") && ANSWERED.includes(withoutEnd(bare, isOneOf(" :")))) return true;
  const start = SEPARATORS.find((one) => text.startsWith(one));
  if (start === undefined) return isNotesStamp(bare) || isOldStamp(bare, line);
  const rest = withoutStart(text.slice(start.length), isOneOf("-=#~+:. \t"), 80);
  if (rest === "") return true;
  return isDrawn && FORWARDERS.has(rest.slice(0, Math.max(0, rest.indexOf(" "))));
};

const FORWARDERS = new Set("de from du by von par date on le".split(" "));

/** Notes: `"Name" ---17/11/2026 10:02:11---Bonjour`. */
const isNotesStamp = (bare: string): boolean => {
  const at = bare.indexOf("---");
  return at >= 0 && isDigit(bare.charAt(at + 3)) && hasDay(runLengths(bare.slice(at + 3, at + 14)));
};

/** Orange: `> Message du 17/11/26 10:02`. */
const isOldStamp = (bare: string, line: string): boolean => {
  const after = bare.startsWith("message du") ? bare.slice(10).trim() : "x";
  return (
    line.trim().startsWith(">") && (after === "" || after === ":" || hasDigit(after.charAt(0)))
  );
};

/** What an address in a header is written with. */
const HEADER_MARKS = "@<[";

/** Whether a block of printed headers begins at a line: From, Sent, To, Subject in any of the languages above. */
export const isHeaderBlock = (bares: readonly string[], at: number): boolean => {
  const first = headerName(bares[at] ?? "");
  if (first === null || first === "copy") return false;
  const found = new Set<string>([first]);
  let strange = 0;
  for (let i = at + 1; i < Math.min(bares.length, at + BLOCK_LINES) && strange < 3; i += 1) {
    const line = bares[i] ?? "";
    const name = headerName(line);
    if (name !== null) found.add(name);
    else if (line !== "") strange += 1;
    if (first === "from" ? found.size >= 3 : found.size >= 4 && found.has("from")) return true;
  }
  if (first !== "from" || !found.has("sent")) return false;
  return !isAll(bares[at] ?? "", (char) => !HEADER_MARKS.includes(char));
};

/** Outlook's one-line form and Orange's: `De : x, Envoyé : …` or `envoyé : … de : … objet :`. */
export const isHeaderLineOfMany = (bare: string): boolean => {
  if (bare.length > 500) return false;
  const names = [
    "envoye :",
    "envoye:",
    "de :",
    "de:",
    "objet :",
    "objet:",
    "sent:",
    "from:",
    "subject:",
    "a :",
  ];
  return (
    ["envoye", "de", "from", "sent"].includes(
      bare.slice(0, Math.max(0, bare.indexOf(":"))).trim(),
    ) && names.filter((name) => bare.includes(name)).length >= 3
  );
};

const headerName = (bare: string): string | null => {
  const colon = bare.indexOf(":");
  if (colon <= 0 || colon > 20) return null;
  const name = bare.slice(0, colon).trim().split(" ")[0] ?? "";
  const rest = bare.slice(0, colon).trim().split(" ").length;
  if (rest > 2) return null;
  return HEADER_NAMES.find(([, list]) => ` ${list} `.includes(` ${name} `))?.[0] ?? null;
};

const NOTICE_ENDS = [
  "reporting-mta:",
  "final-recipient:",
  "informations de diagnostic pour les administrateurs",
  "diagnostic information for administrators",
  "more info for email admins",
  "diagnoseinformationen fur administratoren",
  "en-tetes du message d'origine",
  "original message headers",
  "informacion de diagnostico para administradores",
  "informazioni di diagnostica per gli amministratori",
  "diagnostische gegevens voor beheerders",
];
const ROBOT_NOTICE_ENDS = [
  "original message details",
  "error details",
  "message headers",
  "message details",
  "details du message d'origine",
  "details de l'erreur",
  "generating server",
  "serveur de generation",
  "arrival-date:",
  "received: from",
  "return-path:",
  "x-postfix-",
  "--- below this line is a copy of the message",
  "--- the header of the original message",
  "--- enclosed are the original headers",
  "------ this is a copy of",
  "------ the body of the message",
  "this is a copy of your message",
  "this is a copy of the headers",
  "----- transcript of session follows",
  "----- unsent message follows",
  "--- copie du message",
];

/** Where the part of a delivery notice begins that is for machines; `isNotice` where a mail server is the sender. */
export const isDiagnostics = (bare: string, isNotice: boolean): boolean => {
  return (
    NOTICE_ENDS.some((start) => bare.startsWith(start)) ||
    (isNotice && ROBOT_NOTICE_ENDS.some((start) => bare.startsWith(start)))
  );
};
