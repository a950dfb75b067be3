import { foldedInPlace } from "./words.ts";

/** Lines that an attribution may be wrapped over, and characters it may have. */
const ATTRIBUTION_LINES = 4;
const ATTRIBUTION_CHARS = 400;
/** Lines that a block of headers may be spread over. */
const BLOCK_LINES = 10;

const WROTE =
  /(?:a ecrit|ecrivait|wrote|writes|schrieb|ha scritto|escribio|schreef|skrev|escreveu|kirjoitti|napisal|napsal|napisa\u0142|\u043f\u0438\u0448\u0435\u0442)(?=$|[\s:,<(])/;
const OPENS =
  /^(?:le|on|am|el|il|op|den|pe|em|dne|w|at|a|dnia|lun|mar|mer|jeu|ven|sam|dim|man|tir|ons|tor|fre|lor|son|mon|tue|wed|thu|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d{1,4}[-/. ])(?![a-z])/;
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
export const bareLine = (line: string): string =>
  foldedInPlace(line.slice(0, 600))
    .replace(/^[\s>|]{1,80}/, "")
    .replace(/[*_]/g, "")
    .trim();

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
export const attributionAt = (lines: readonly string[], at: number): number => {
  const first = bareLine(lines[at] ?? "");
  if (first === "" || first.length > ATTRIBUTION_CHARS) return 0;
  const opens = OPENS.test(first);
  // The day stands on the first line: `Le virement part.` above an attribution is none of it.
  if (opens ? !/\d/.test(first) : !first.includes("@") && !/\d/.test(first)) return 0;
  let joined = "";
  for (let size = 1; size <= ATTRIBUTION_LINES; size += 1) {
    const line = bareLine(lines[at + size - 1] ?? "");
    if (line === "" || (size > 1 && opensWithDay(line))) return 0;
    joined = `${joined} ${line}`.trim();
    if (joined.length > ATTRIBUTION_CHARS) return 0;
    if (isStamp(joined)) return size;
    const wrote = WROTE.exec(joined);
    if (wrote === null || !/\d/.test(joined)) continue;
    const ends = /(?::|>)$/.test(joined) || WROTE.test(joined.slice(-12));
    if (!ends || isTold(joined.slice(0, wrote.index + wrote[0].length))) continue;
    const isClocked = /\d{1,2} ?[:h.] ?\d{2}/.test(joined);
    const isDated = isClocked || /(?:19|20)\d\d|\d{1,2}[/.]\d{1,2}/.test(joined);
    const isAddressed = joined.includes("@");
    if (
      opens
        ? isDated || isAddressed
        : isClocked && (isAddressed || size === 1) && joined.endsWith(":")
    )
      return size;
  }
  return 0;
};

const opensWithDay = (bare: string): boolean =>
  bare.includes(" ") &&
  ["le", "on", "am", "el", "il", "op", "em", "den"].includes(bare.slice(0, bare.indexOf(" "))) &&
  /\d/.test(bare.slice(0, 40));

/** An attribution that names no verb: `Name <address>, 12/01/2027 08:40:`. */
const isStamp = (joined: string): boolean =>
  joined.endsWith(":") &&
  joined.includes("@") &&
  joined.includes("<") &&
  /\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? (?:a |at )?\d{1,2}[:h.]\d{2}/.test(joined);

const isTold = (until: string): boolean => {
  const words = until.split(" ");
  const last = words[words.length - 1] ?? "";
  const before = last === "ecrit" ? words.slice(-3, -1).join(" ") : (words[words.length - 2] ?? "");
  return TOLD.some((text) => before === text || before.endsWith(` ${text}`));
};

/** Whether a line parts a reply from what it answers: `-----Message d'origine-----` and its kin. */
export const isSeparator = (line: string): boolean => {
  // GroupWise: `>>> "Name" <address> 05.01.2027 10:40 >>>`.
  if (line.startsWith(">>>") && line.trimEnd().endsWith(">>>") && /\d/.test(line)) return true;
  const bare = bareLine(line);
  if (bare === "" || bare.length > 160) return false;
  const text = bare.replace(/^[-=#~+\s]{1,80}/, "");
  const isDrawn = text.length < bare.length || /[-=#~+]{2}$/.test(bare);
  if (bare.endsWith(":") && ANSWERED.includes(bare.replace(/[ :]{1,4}$/, ""))) return true;
  const start = SEPARATORS.find((one) => text.startsWith(one));
  if (start === undefined)
    return (
      /---\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4} /.test(bare) ||
      (/^message du(?: \d|:|$)/.test(bare) && line.trim().startsWith(">"))
    );
  const rest = text.slice(start.length).replace(/^[-=#~+:.\s]{1,80}/, "");
  if (rest === "") return true;
  return isDrawn && /^(?:de|from|du|by|von|par|date|on|le) /.test(rest);
};

/** Whether a block of printed headers begins at a line: From, Sent, To, Subject in any of the languages above. */
export const isHeaderBlock = (lines: readonly string[], at: number): boolean => {
  const first = headerName(lines[at] ?? "");
  if (first === null || first === "copy") return false;
  const found = new Set<string>([first]);
  let strange = 0;
  for (let i = at + 1; i < Math.min(lines.length, at + BLOCK_LINES) && strange < 3; i += 1) {
    const line = lines[i] ?? "";
    const name = headerName(line);
    if (name !== null) found.add(name);
    else if (line.trim() !== "") strange += 1;
    if (first === "from" ? found.size >= 3 : found.size >= 4 && found.has("from")) return true;
  }
  if (first !== "from" || !found.has("sent")) return false;
  return /[@<[]/.test(lines[at] ?? "");
};

/** Outlook's one-line form and Orange's: `De : x, Envoyé : …` or `envoyé : … de : … objet :`. */
export const isHeaderLineOfMany = (line: string): boolean => {
  const bare = bareLine(line);
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
    /^(?:envoye|de|from|sent) ?:/.test(bare) &&
    names.filter((name) => bare.includes(name)).length >= 3
  );
};

const headerName = (line: string): string | null => {
  const bare = bareLine(line);
  const colon = bare.indexOf(":");
  if (colon <= 0 || colon > 20) return null;
  const name = bare.slice(0, colon).trim().split(/\s+/)[0] ?? "";
  const rest = bare.slice(0, colon).trim().split(/\s+/).length;
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
export const isDiagnostics = (line: string, isNotice: boolean): boolean => {
  const bare = bareLine(line);
  return (
    NOTICE_ENDS.some((start) => bare.startsWith(start)) ||
    (isNotice && ROBOT_NOTICE_ENDS.some((start) => bare.startsWith(start)))
  );
};
