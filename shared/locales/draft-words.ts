import type { Language } from "#shared/kernel/money.ts";
import { own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "./locale.ts";
import { say } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

/**
 * Why the file of a draft could not be made, and why a draft goes to these people. The keys are the types of MimeRefusal
 * and of RecipientsReason, which live above this folder; a test holds the lists together.
 */
export type DraftPart =
  | "from"
  | "to"
  | "cc"
  | "subject"
  | "in-reply-to"
  | "references"
  | "message-id"
  | "date"
  | "reference"
  | "attachment"
  | "text";

export type RecipientsWord =
  | "individual-alone"
  | "only-the-sender-wrote"
  | "everyone-is-known"
  | "someone-is-unknown"
  | "too-many"
  | "known-contact"
  | "nobody";

export type DraftWords = {
  readonly mime: {
    readonly "line-break-in-header": (part: DraftPart) => Sentence;
    readonly "address-unfit": (part: DraftPart, address: Foreign) => Sentence;
    readonly "message-id-unfit": (part: DraftPart) => Sentence;
    readonly "date-unfit": () => Sentence;
    readonly "reference-unfit": () => Sentence;
    readonly "media-type-unfit": (name: Foreign) => Sentence;
    /** `max` characters. */
    readonly "too-long": (part: DraftPart, max: number) => Sentence;
    readonly "too-many": (part: DraftPart, max: number) => Sentence;
    /** `max` bytes. */
    readonly "too-big": (max: number) => Sentence;
  };
  readonly recipients: Readonly<Record<RecipientsWord, Own>>;
  /** How many addresses of the thread the draft leaves out; at least one. */
  readonly leftOut: (count: number) => Own;
};

const BYTES_PER_MEGABYTE = 1024 * 1024;
const megabytes = (bytes: number): number => Math.floor(bytes / BYTES_PER_MEGABYTE);

const PARTIES: Readonly<Record<DraftPart, Own>> = {
  from: own("l'adresse de l'expéditeur"),
  to: own("l'adresse d'un destinataire"),
  cc: own("l'adresse d'un destinataire en copie"),
  subject: own("l'objet"),
  "in-reply-to": own("l'identifiant du message auquel on répond"),
  references: own("l'identifiant d'un message du fil"),
  "message-id": own("l'identifiant du message"),
  date: own("la date"),
  reference: own("la référence"),
  attachment: own("le nom d'une pièce jointe"),
  text: own("le texte"),
};

const PARTS: Readonly<Record<DraftPart, Own>> = {
  from: own("the sender's address"),
  to: own("a recipient's address"),
  cc: own("a copied recipient's address"),
  subject: own("the subject"),
  "in-reply-to": own("the identifier of the message replied to"),
  references: own("the identifier of a message of the thread"),
  "message-id": own("the message identifier"),
  date: own("the date"),
  reference: own("the reference"),
  attachment: own("the name of an attachment"),
  text: own("the text"),
};

const draftWordsFr: DraftWords = {
  mime: {
    "line-break-in-header": (part) =>
      dire`Le brouillon n'est pas créé : ${PARTIES[part]} contient un saut de ligne ou un caractère invisible. Corrigez-le, puis recommencez.`,
    "address-unfit": (part, address) =>
      dire`Le brouillon n'est pas créé : ${PARTIES[part]} n'est pas valable (${address}). Corrigez-la, puis recommencez.`,
    "message-id-unfit": (part) =>
      dire`Le brouillon n'est pas créé : ${PARTIES[part]} est mal formé. Préparez un nouveau message, hors du fil.`,
    "date-unfit": () => dire`Le brouillon n'est pas créé : sa date n'est pas lisible.`,
    "reference-unfit": () => dire`Le brouillon n'est pas créé : sa référence est mal formée.`,
    "media-type-unfit": (name) =>
      dire`Le brouillon n'est pas créé : le type de la pièce jointe ${name} n'est pas pris en charge. Retirez-la ou convertissez-la en PDF.`,
    "too-long": (part, max) =>
      dire`Le brouillon n'est pas créé : ${PARTIES[part]} dépasse ${max} caractères.`,
    "too-many": (part, max) =>
      part === "attachment"
        ? dire`Le brouillon n'est pas créé : il a plus de ${max} pièces jointes. Retirez-en, ou joignez un relevé de compte.`
        : dire`Le brouillon n'est pas créé : il a plus de ${max} destinataires.`,
    "too-big": (max) =>
      dire`Le brouillon n'est pas créé : ses pièces jointes dépassent ${megabytes(max)} Mo. Retirez-en, ou envoyez-les en plusieurs messages.`,
  },
  recipients: {
    "individual-alone": dit(
      "À cette seule personne : un particulier ou un entrepreneur individuel reçoit ses courriers seul.",
    ),
    "only-the-sender-wrote": dit("À l'auteur du message : personne d'autre n'était en copie."),
    "everyone-is-known": dit("À tous : chaque adresse du message est celle d'un contact connu."),
    "someone-is-unknown": dit(
      "À l'auteur du message seul : une autre adresse n'est pas celle d'un contact connu.",
    ),
    "too-many": dit("À l'auteur du message seul : il y a trop d'adresses en copie."),
    "known-contact": dit("Au contact connu à qui vous aviez écrit."),
    nobody: dit("Personne : aucune adresse de ce message n'est celle d'un contact connu."),
  },
  leftOut: (count) =>
    own(count === 1 ? "1 adresse laissée de côté" : `${String(count)} adresses laissées de côté`),
};

const draftWordsEn: DraftWords = {
  mime: {
    "line-break-in-header": (part) =>
      say`The draft was not made: ${PARTS[part]} holds a line break or an invisible character. Correct it, then try again.`,
    "address-unfit": (part, address) =>
      say`The draft was not made: ${PARTS[part]} is not valid (${address}). Correct it, then try again.`,
    "message-id-unfit": (part) =>
      say`The draft was not made: ${PARTS[part]} is malformed. Prepare a new message, outside the thread.`,
    "date-unfit": () => say`The draft was not made: its date cannot be read.`,
    "reference-unfit": () => say`The draft was not made: its reference is malformed.`,
    "media-type-unfit": (name) =>
      say`The draft was not made: the type of the attachment ${name} is not supported. Remove it or convert it to PDF.`,
    "too-long": (part, max) =>
      say`The draft was not made: ${PARTS[part]} is longer than ${max} characters.`,
    "too-many": (part, max) =>
      part === "attachment"
        ? say`The draft was not made: it has more than ${max} attachments. Remove some, or attach a statement of account.`
        : say`The draft was not made: it has more than ${max} recipients.`,
    "too-big": (max) =>
      say`The draft was not made: its attachments exceed ${megabytes(max)} MB. Remove some, or send them in several messages.`,
  },
  recipients: {
    "individual-alone": own(
      "To this person alone: a consumer or a sole trader is written to alone.",
    ),
    "only-the-sender-wrote": own("To the author of the message: nobody else was on it."),
    "everyone-is-known": own("To everyone: each address on the message is a known contact's."),
    "someone-is-unknown": own(
      "To the author of the message alone: another address is not a known contact's.",
    ),
    "too-many": own("To the author of the message alone: too many addresses were on it."),
    "known-contact": own("To the known contact you had written to."),
    nobody: own("Nobody: no address on this message is a known contact's."),
  },
  leftOut: (count) =>
    own(count === 1 ? "1 address left out" : `${String(count)} addresses left out`),
};

export const DRAFT_WORDS: Readonly<Record<Language, DraftWords>> = {
  fr: draftWordsFr,
  en: draftWordsEn,
};
