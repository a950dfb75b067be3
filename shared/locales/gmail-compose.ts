import type { Foreign } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire } from "./typeset.ts";

const fr = {
  otherRecipients: (to: Foreign): Sentence =>
    dire`Rien n'a été mis : ce brouillon a d'autres destinataires que les contacts de ce débiteur. Retirez-les, ou commencez un nouveau message à ${to}.`,
  standsAlone: dire`Rien n'a été mis : ce courrier part seul, sous son propre objet. Commencez un nouveau message sans destinataire.`,
};

export type GmailComposeMessages = typeof fr;

const en: GmailComposeMessages = {
  otherRecipients: (to) =>
    say`Nothing was put in: this draft has recipients who are no contacts of this debtor. Remove them, or begin a new message to ${to}.`,
  standsAlone: say`Nothing was put in: this letter goes out by itself, under its own subject. Begin a new message without a recipient.`,
};

/** Why the words of a step do not go into the draft that is open in Gmail. */
export const GMAIL_COMPOSE: Messages<GmailComposeMessages> = { fr, en };
