import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const fr = {
  others: (addresses: Foreign): Sentence =>
    dire`Ce brouillon est aussi pour ${addresses} : le fichier, qui parle de vos débiteurs, n'y a pas été joint. Joignez-le à un brouillon à vous seul.`,
  /** Beside the ledgers, in the app's folder: never a name that a ledger could have. */
  folder: dit("Fichiers de Relance"),
  inOneDrive: (name: Foreign, folder: Own): Sentence =>
    dire`Cet Outlook n'enregistre pas de fichier : ${name} est dans votre OneDrive, sous « Applications », dossier « ${folder} ».`,
  notKnown: dire`Outlook ne dit pas à qui va ce brouillon : le fichier n'y a pas été joint. Réessayez.`,
};

export type OutlookHandOverMessages = typeof fr;

const en: OutlookHandOverMessages = {
  others: (addresses) =>
    say`This draft is also for ${addresses}: the file, which speaks of your debtors, was not attached. Attach it to a draft to yourself alone.`,
  folder: own("Files of Relance"),
  inOneDrive: (name, folder) =>
    say`This Outlook saves no files: ${name} is in your OneDrive, under “Apps”, in the folder “${folder}”.`,
  notKnown: say`Outlook does not say whom this draft is for: the file was not attached. Try again.`,
};

/** Where a file went that Outlook does not save, or why it was not put into the draft that is open. */
export const OUTLOOK_HAND_OVER: Messages<OutlookHandOverMessages> = { fr, en };
