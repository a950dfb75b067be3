import { endsWith, isPlain, withoutStart } from "./characters.ts";
import { wordsIn } from "./footers.ts";
import { bareLine, isRule } from "./quote-marks.ts";
import { foldedInPlace } from "./words.ts";

/** Lines of one banner: systems put a sentence or two above a text. */
const BANNER_LINES_MAX = 6;
const BANNER_CHARS_MAX = 700;

/** Banners told by their first words or by a mark in brackets. */
const BANNERS = [
  "you don't often get email",
  "some people who received this message don't often",
  "some people who received this message do not often",
  "vous n'obtenez pas souvent",
  "vous ne recevez pas souvent",
  "certaines personnes ayant recu ce message",
  "certains destinataires de ce message",
  "sie erhalten nicht haufig",
  "no suele recibir correo",
  "non si ricevono spesso",
  "u ontvangt niet vaak",
  "please do not remove the ticket",
  "please do not change the subject",
  "please keep the subject",
  "merci de ne pas modifier l'objet",
  "merci de conserver l'objet",
  "ne pas modifier l'objet",
  "[external",
  "[externe",
  "[extern",
  "[ext]",
  "(external",
  "caution: external",
  "external email",
  "external sender",
  "external:",
  "externe :",
  "warning: external",
];

const OUTSIDE = new Set(
  "externe externes external externally extern externer externen externo esterno esterna externa exterieur exterieure exterieurs outside hors ausserhalb au\u00dferhalb buiten externer fuori fuera".split(
    " ",
  ),
);
const MAILS = new Set(
  "message messages mail mails e-mail email courriel courriels mel expediteur expediteurs sender nachricht absender mensaje correo remitente messaggio mittente bericht afzender mensagem".split(
    " ",
  ),
);
/** What a banner tells to do; a person who writes of an outside firm does not. */
const CARES = new Set(
  "cliquez cliquer click clicking link links lien liens attachment attachments piece pieces ouvrez ouvrir open opening prudence prudent vigilant vigilance vigilants caution careful attention warning avertissement alerte alert externe external provient originated vorsicht achtung klicken links allegati enlaces precaucion herkomst komt originates came comes sent emane emis vient issu".split(
    " ",
  ),
);

/** Where the text begins below the banners that mail systems put above it. */
export const belowBanners = (lines: readonly string[]): number => {
  let at = skipRules(lines, 0);
  for (let count = 0; count < 4; count += 1) {
    const end = bannerEnd(lines, at);
    if (end === at) return at;
    at = skipRules(lines, end);
  }
  return at;
};

const skipRules = (lines: readonly string[], from: number): number => {
  let at = from;
  while (at < lines.length && isRule(lines[at] ?? "")) at += 1;
  return at;
};

const bannerEnd = (lines: readonly string[], at: number): number => {
  const first = bareLine(lines[at] ?? "");
  if (first === "") return at;
  let end = at;
  let joined = "";
  let bannerTo = at;
  while (end < Math.min(lines.length, at + BANNER_LINES_MAX) && !isRule(lines[end] ?? "")) {
    joined = `${joined} ${foldedInPlace((lines[end] ?? "").slice(0, 400))}`;
    end += 1;
    if (joined.length > BANNER_CHARS_MAX) break;
    if (bannerTo > at && !goesOn(lines[end - 2] ?? "", lines[end - 1] ?? "")) break;
    if (isBannerText(joined.trim())) bannerTo = end;
  }
  return bannerTo;
};

/** Whether a line belongs to the banner of the line above: its sentence goes on, or it warns too. */
const goesOn = (above: string, line: string): boolean => {
  if (!endsWith(above.trimEnd(), ".!?:*]")) return true;
  const words = wordsIn(foldedInPlace(line.slice(0, 400)));
  return (
    words.filter((word) => CARES.has(word) || OUTSIDE.has(word)).length >= 2 &&
    !isPersonal(words.join(" "))
  );
};

const isBannerText = (folded: string): boolean => {
  const start = withoutStart(folded, isMark, 20);
  if (BANNERS.some((text) => start.startsWith(text))) return !isPersonal(start);
  const words = wordsIn(folded);
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  if (!has(OUTSIDE) || !has(MAILS) || !has(CARES)) return false;
  return !isPersonal(start);
};

const isMark = (char: string): boolean => !isPlain(char) && char !== "[" && char !== "(";

const isPersonal = (start: string): boolean => {
  const words = wordsIn(start);
  const first = words[0] ?? "";
  if (["bonjour", "hello", "hi", "dear", "madame", "monsieur", "bonsoir"].includes(first))
    return true;
  return words.some((word) =>
    ["je", "j", "i", "i'm", "nous", "we", "facture", "invoice"].includes(word),
  );
};
