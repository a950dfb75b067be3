import { isSpace, piecesOf, withoutStart } from "./characters.ts";
import { bareLine } from "./quote-marks.ts";
import { foldedInPlace } from "./words.ts";
import { stemOf, stemsOf } from "./stems.ts";
import type { Stems } from "./stems.ts";
import { SPEECH, TOPICS } from "./signature-words.ts";

/** Characters of a paragraph that are weighed: a disclaimer shows itself well before. */
const WEIGHED_CHARS_MAX = 3_000;

/** What phones, programs and scanners add on a line of their own, in the languages of their menus. */
const FOOTERS = [
  "envoye de mon",
  "envoye depuis",
  "envoye a partir d",
  "envoye avec",
  "envoye via",
  "envoye par",
  "envoye grace a",
  "transmis depuis",
  "expedie depuis",
  "ecrit depuis",
  "ecrit sur mon",
  "provenance : courrier",
  "sent from",
  "sent via",
  "sent with",
  "sent on the go",
  "sent by",
  "typed on",
  "written on my",
  "dictated to",
  "get outlook",
  "obtenir outlook",
  "obtenez outlook",
  "telecharger outlook",
  "telechargez outlook",
  "outlook fur",
  "outlook para",
  "outlook per",
  "outlook voor",
  "holen sie sich outlook",
  "laden sie outlook",
  "obtener outlook",
  "obtenga outlook",
  "ottieni outlook",
  "scarica outlook",
  "outlook downloaden",
  "download outlook",
  "von meinem",
  "gesendet von",
  "gesendet mit",
  "diese nachricht wurde von meinem",
  "enviado desde",
  "enviado do",
  "enviado de mi",
  "enviado a partir",
  "enviado via",
  "inviato da",
  "inviata da",
  "inviato dal",
  "verzonden vanaf",
  "verzonden met",
  "verstuurd vanaf",
  "verstuurd met",
  "sendt fra",
  "skickat fran",
  "lahetetty",
  "wyslano z",
  "mail envoye depuis",
  "message envoye depuis",
  "mail sent from",
  "proton mail",
  "protonmail",
  "via proton",
  "yahoo mail",
];

/** Begins of what lawyers, printers' conscience and lists add; each needs a word of NOTICES beside it. */
const NOTICE_STARTS = [
  "ce message",
  "ce courriel",
  "ce mail",
  "ce mel",
  "cet e-mail",
  "cet email",
  "cette communication",
  "le present message",
  "le present courriel",
  "le contenu de ce",
  "le contenu du present",
  "les informations contenues",
  "les informations transmises",
  "l'information contenue",
  "toute utilisation",
  "toute diffusion",
  "si vous n'etes pas",
  "si vous avez recu ce",
  "si vous recevez ce",
  "this e-mail",
  "this email",
  "this message",
  "this mail",
  "this communication",
  "this transmission",
  "this electronic",
  "the information",
  "the contents of this",
  "the content of this",
  "the views expressed",
  "any views",
  "if you are not the",
  "if you have received this",
  "if you received this",
  "if you are not an intended",
  "information in this",
  "notice:",
  "notice :",
  "important notice",
  "important:",
  "important :",
  "note:",
  "confidential",
  "confidentiel",
  "message confidentiel",
  "privileged",
  "disclaimer",
  "legal notice",
  "mentions legales",
  "avertissement",
  "avis de",
  "avis :",
  "clause de",
  "attention :",
  "warning:",
  "caution:",
  "under ",
  "conformement a",
  "in accordance with",
  "vos donnees",
  "we process your",
  "diese e-mail",
  "diese nachricht",
  "diese mail",
  "der inhalt dieser",
  "este mensaje",
  "este correo",
  "questo messaggio",
  "questa e-mail",
  "le informazioni contenute",
  "dit bericht",
  "deze e-mail",
  "de informatie in",
  "esta mensagem",
  "p ",
  "le contenu",
  "emails aren't",
  "email is not",
];

/** Stems of what such notices speak of. */
const NOTICES = stemsOf(
  piecesOf(
    `confidential confidentiel confidenz vertraulich vertrouwelijk confidencial destinataire recipient addressee empfanger
  geadresseerde destinatari intended destine exclusif exclusiv erreur error supprim detrui delete destroy destroyed loschen
  eliminar verwijder divulg disclos copying reproduc diffusion distribut dissemin unauthori autoris privileg virus malware
  antivirus scanned analyse environn environment umwelt ambiente imprim print druck papier paper liabil responsab
  unsubscri desabonn desinscri opt-out subscrib rgpd gdpr personnelles privacy interdit prohibit stric forbidden
  named disclosed falsif alter integrit warrant public-records records legally binding secret contenir contient contain geltend rechten ontleend rights automatis automated monitored consulted`,
    isSpace,
  ),
);

/** Lines that are an addition whatever stands beside them. */
const PLAIN_NOTICES = [
  "pensez a l'environnement",
  "pensez a la planete",
  "pensez environnement",
  "avant d'imprimer",
  "n'imprimez ce",
  "n'imprimer ce",
  "n'imprimez que",
  "merci de n'imprimer",
  "pensez avant d'imprimer",
  "ensemble, reduisons",
  "afin de contribuer au respect de l'environnement",
  "economisons le papier",
  "preservons l'environnement",
  "adoptons l'eco-attitude",
  "please consider the environment",
  "think before you print",
  "think before printing",
  "think green",
  "consider the environment",
  "save a tree",
  "save paper",
  "please don't print",
  "bitte denken sie an die umwelt",
  "denken sie an die umwelt",
  "piense en el medio ambiente",
  "pensa all'ambiente",
  "denk aan het milieu",
  "garanti sans virus",
  "virus-free",
  "sans virus",
  "virenfrei",
  "libre de virus",
  "privo di virus",
  "l'absence de virus",
  "cet e-mail a ete verifie",
  "this email has been checked for viruses",
  "this email has been scanned",
  "this message has been scanned",
  "how did i do?",
  "how did we do?",
  "rate this",
  "rate your experience",
  "register now |",
  "click here to unsubscribe",
  "se desinscrire",
  "se desabonner",
  "pour vous desabonner",
  "pour vous desinscrire",
  "vous desinscrire",
  "si vous ne souhaitez plus recevoir",
  "si vous ne souhaitez plus",
  "to unsubscribe",
  "unsubscribe",
  "vous recevez ce message car",
  "vous recevez cette lettre",
  "vous recevez cette newsletter",
  "you received this email",
  "vous recevez cet e-mail car",
  "vous avez recu ce message car",
  "you received this message because",
  "you are receiving this",
  "view this email in your browser",
  "registered in england",
  "registered in scotland",
  "registered office",
  "company registration",
  "company registered",
  "suivez-nous",
  "suivez nous",
  "retrouvez-nous",
  "follow us",
  "rejoignez-nous",
  "find us on",
  "delivered by",
  "powered by",
  "this is an automatically generated signature",
  "please do not remove the ticket",
  "please do not remove this ticket",
  "please keep the ticket number",
  "please do not change the subject",
  "merci de ne pas modifier l'objet",
  "merci de conserver l'objet",
  "ne pas modifier l'objet",
];

const LIST_NOTICES = [
  "se desabonner",
  "se desinscrire",
  "desabonnez-vous",
  "unsubscribe",
  "rate our service",
  "notez notre service",
  "antivirus software",
  "logiciel antivirus",
  "mailing list",
];

const unmarked = (bare: string): string =>
  withoutStart(bare, (char) => !(char >= "a" && char <= "z"), 8);

/** A line that a phone or a program added below what was written. */
export const isFooterLine = (line: string): boolean => {
  const bare = bareLine(line);
  const start = unmarked(bare);
  if (start.length > 160 || !FOOTERS.some((text) => start.startsWith(text))) return false;
  return !wordsIn(start).some((word) => TOPICS.has(word) || DAYS.has(word));
};

const DAYS = new Set(
  "lundi mardi mercredi jeudi vendredi demain hier monday tuesday wednesday thursday friday yesterday tomorrow".split(
    " ",
  ),
);

/** Whether lines from one on, up to the end of its paragraph, are a notice: confidentiality, virus, printing, list. */
export const isNotice = (lines: readonly string[], at: number, end: number): boolean => {
  const start = unmarked(bareLine(lines[at] ?? ""));
  if (start === "") return false;
  if (PLAIN_NOTICES.some((text) => start.startsWith(text))) return true;
  if (start.length < 200 && LIST_NOTICES.some((text) => start.includes(text))) return true;
  if (PLAIN_NOTICES.slice(0, 24).some((text) => start.slice(0, 90).includes(text))) return true;
  if (isMine(start)) return false;
  if (start.startsWith("disclaimer") || start.startsWith("confidentiality")) return true;
  const strong = weightIn(wordsIn(start), STRONG);
  const begins = sentencesOf(start).some((one) =>
    NOTICE_STARTS.some((text) => one.startsWith(text)),
  );
  if (!begins && strong < 2) return false;
  const body = foldedInPlace(lines.slice(at, end).join(" ").slice(0, WEIGHED_CHARS_MAX));
  const words = wordsIn(body);
  const found = weightIn(words, NOTICES);
  if (begins && found >= 2 && weightIn(words, STRONG) > 0) return true;
  if (begins && !speaks(body)) {
    if (
      strong > 0 ||
      start.includes("monitored") ||
      MAY_CONTAIN.some((text) => start.includes(text))
    )
      return true;
  }
  return !speaks(start) && (strong >= 3 || (found >= 5 && strong >= 2));
};

const MAY_CONTAIN = [
  "may contain",
  "peut contenir",
  "peuvent contenir",
  "no rights can be derived",
  "geen rechten",
];

const sentencesOf = (start: string): readonly string[] =>
  start
    .slice(0, 600)
    .split(/\. |: |; /)
    .slice(0, 8);

/** The first person singular stands in no notice. */
const isMine = (start: string): boolean =>
  wordsIn(start).some((word) =>
    ["je", "j", "moi", "m", "i", "i'm", "i've", "i'll", "my"].includes(word),
  );

const weightIn = (words: readonly string[], stems: Stems): number => {
  const found = new Set<string>();
  for (const word of words) {
    const stem = stemOf(stems, word);
    if (stem !== undefined) found.add(stem);
  }
  return found.size;
};

/** Of the stems, those that hardly anybody uses outside notices. */
const STRONG = stemsOf(
  "confidential confidentiel vertraulich vertrouwelijk destinataire recipient addressee empfanger intended exclusif divulg disclos dissemin unauthori privileg virus malware antivirus delete destroy detrui supprim imprim print environn environment unsubscri desinscri desabonn".split(
    " ",
  ),
);

/** How many stems of notices a folded text holds. */
export const noticeWeight = (folded: string): number => weightIn(wordsIn(folded), NOTICES);

/** Whether a folded text is somebody's: the first person, and a matter of business. */
export const speaks = (folded: string): boolean => {
  const words = wordsIn(folded);
  const has = words.some((word) => MINE.has(word));
  return has && words.some((word) => TOPICS.has(word) || PAYS.has(word));
};

const MINE = new Set(
  "je j nous on i i'm i've i'll we we'll we've my mon ma mes merci please svp pouvez can could".split(
    " ",
  ),
);
const PAYS = new Set(
  [...SPEECH].filter((word) =>
    ["pay", "pai", "regl", "sold", "recu", "receiv", "sent", "envoy", "attach"].some((stem) =>
      word.startsWith(stem),
    ),
  ),
);

/** Words of a folded text, apostrophes and hyphens inside them kept, and where each begins. */
export const wordPlaces = (
  folded: string,
): readonly { readonly text: string; readonly from: number }[] => {
  const all: { readonly text: string; readonly from: number }[] = [];
  let from = -1;
  for (let i = 0; i <= folded.length; i += 1) {
    const char = folded.charAt(i);
    const isLetter =
      (char >= "a" && char <= "z") || (char >= "0" && char <= "9") || char >= "\u00df";
    if (isLetter || ((char === "'" || char === "-") && from >= 0)) {
      if (from < 0) from = i;
      continue;
    }
    if (from < 0) continue;
    const text = folded.slice(from, i);
    // French elision leaves its letter: j'ai is `j` and `ai`; English keeps `don't` whole.
    if (text.charAt(1) === "'" && text.length > 3)
      all.push({ text: text.charAt(0), from }, { text: text.slice(2), from: from + 2 });
    all.push({ text, from });
    from = -1;
  }
  return all;
};

export const wordsIn = (folded: string): readonly string[] =>
  wordPlaces(folded).map((one) => one.text);
