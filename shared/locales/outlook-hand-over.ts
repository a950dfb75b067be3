import type { Foreign } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire } from "./typeset.ts";

const fr = {
  others: (addresses: Foreign): Sentence =>
    dire`Ce brouillon est aussi pour ${addresses} : le fichier, qui parle de vos débiteurs, n'y a pas été joint. Joignez-le à un brouillon à vous seul.`,
  notKnown: dire`Outlook ne dit pas à qui va ce brouillon : le fichier n'y a pas été joint. Réessayez.`,
};

export type OutlookHandOverMessages = typeof fr;

const en: OutlookHandOverMessages = {
  others: (addresses) =>
    say`This draft is also for ${addresses}: the file, which speaks of your debtors, was not attached. Attach it to a draft to yourself alone.`,
  notKnown: say`Outlook does not say whom this draft is for: the file was not attached. Try again.`,
};

/** Why a file with the words of debtors is not put into the draft that is open. */
export const OUTLOOK_HAND_OVER: Messages<OutlookHandOverMessages> = { fr, en };
