import { foldedInPlace } from "./words.ts";

/** Lines that an attribution may be wrapped over, and characters it may have. */
const ATTRIBUTION_LINES = 3;
const ATTRIBUTION_CHARS = 400;
/** Lines that a block of headers may be spread over. */
const BLOCK_LINES = 10;

const WROTE =
  /(?:a ecrit|ecrivait|wrote|schrieb|ha scritto|escribio|schreef|skrev|escreveu|kirjoitti|napisal|napsal)(?=$|[\s:,<])/;
const OPENS =
  /^(?:le|on|am|el|il|op|den|pe|em|dne|w|at|a|lun|mar|mer|jeu|ven|sam|dim|man|tir|ons|tor|fre|lor|son|mon|tue|wed|thu|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\d{1,4}[-/. ])(?![a-z])/;

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
  "message reexpedie",
  "reponse au message",
  "reply message",
  "weitergeleitete nachricht",
  "messaggio inoltrato",
];

/** Names of header lines by what they say, as clients of ten languages print them above a quotation. */
const HEADER_NAMES: readonly (readonly [string, string])[] = [
  ["from", "from de von da van fra fran afsender expediteur"],
  [
    "sent",
    "sent date envoye gesendet datum inviato data enviado fecha verzonden sendt skickat lahetetty le",
  ],
  ["to", "to a an per para aan til till pour destinataire destinataires"],
  ["copy", "cc copie kopie copia kopi"],
  ["subject", "subject objet betreff oggetto asunto onderwerp emne amne assunto sujet re"],
];

/** A line as it is compared: without quote marks, bold marks and accents. */
export const bareLine = (line: string): string =>
  foldedInPlace(line.slice(0, 600))
    .replace(/^[\s>|]{1,80}/, "")
    .replace(/[*_]/g, "")
    .trim();

/** How many lines an attribution (Le 3 mars 2026, X a écrit :) takes from a line on; 0 where none begins there. */
export const attributionAt = (lines: readonly string[], at: number): number => {
  const first = bareLine(lines[at] ?? "");
  if (!OPENS.test(first) || first.length > ATTRIBUTION_CHARS) return 0;
  let joined = "";
  for (let size = 1; size <= ATTRIBUTION_LINES; size += 1) {
    const line = bareLine(lines[at + size - 1] ?? "");
    if (line === "") return 0;
    joined = `${joined} ${line}`;
    if (joined.length > ATTRIBUTION_CHARS) return 0;
    if (!WROTE.test(joined) || !/\d/.test(joined)) continue;
    const ends = /(?::|>)$/.test(joined) || WROTE.test(joined.slice(-12));
    const isDated = /\d{1,2}[:h.]\d{2}|(?:19|20)\d\d|\d{1,2}[/.]\d{1,2}/.test(joined);
    if (ends && (isDated || joined.includes("@"))) return size;
  }
  return 0;
};

/** Whether a line parts a reply from what it answers: `-----Message d'origine-----` and its kin. */
export const isSeparator = (line: string): boolean => {
  const bare = bareLine(line);
  if (bare.length > 120) return false;
  if (/^(?:-{2,}|_{5,}|={5,}|#{3,})/.test(bare) || bare.endsWith("--") || bare.endsWith("_____"))
    return SEPARATORS.some((text) => bare.includes(text));
  if (SEPARATORS.some((text) => bare === text || bare === `${text}:`)) return true;
  return /^(?:message du|original message)(?: \d|:|$)/.test(bare) && line.trim().startsWith(">");
};

/** Whether a block of printed headers begins at a line: From, Sent, To, Subject in any of the languages above. */
export const isHeaderBlock = (lines: readonly string[], at: number): boolean => {
  if (headerName(lines[at] ?? "") !== "from") return false;
  const found = new Set<string>(["from"]);
  for (let i = at + 1; i < Math.min(lines.length, at + BLOCK_LINES); i += 1) {
    const name = headerName(lines[i] ?? "");
    if (name !== null) found.add(name);
    if (found.size >= 3) return true;
  }
  return found.has("sent") && found.size >= 2 && /[@<[]/.test(lines[at] ?? "");
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
];

/** Where the part of a delivery notice begins that is for machines. */
export const isDiagnostics = (line: string): boolean => {
  const bare = bareLine(line);
  return NOTICE_ENDS.some((start) => bare.startsWith(start));
};

const BANNERS = [
  "caution: this email originated",
  "caution: external",
  "external email",
  "external sender",
  "externe e-mail",
  "this message was sent from outside",
  "this email originated from outside",
  "this message originated outside",
  "you don't often get email",
  "vous n'obtenez pas souvent",
  "vous ne recevez pas souvent",
  "ce message provient de l'exterieur",
  "cet e-mail provient de l'exterieur",
  "ce mail provient de l'exterieur",
  "ce courriel provient de l'exterieur",
  "attention : expediteur externe",
  "expediteur externe",
  "email externe",
  "mail externe",
  "message externe",
  "warning: external",
  "[external]",
  "[externe]",
  "[ext]",
];

/** A banner that a mail system put above the text: mail from outside. */
export const isBanner = (line: string): boolean => {
  const bare = bareLine(line).replace(/^[^a-z]{1,10}/, "");
  const whole = bareLine(line);
  return (
    bare.length < 300 &&
    BANNERS.some(
      (text) =>
        bare.startsWith(text) ||
        whole.startsWith(text) ||
        (whole.length < 160 &&
          whole.includes(text) &&
          /^[^a-z]|^attention|^caution|^warning|^prudence/.test(whole)),
    )
  );
};
