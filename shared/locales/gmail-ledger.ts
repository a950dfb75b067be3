import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

/** What Gmail's ledger did not do, and what to do about it: keyed by the fault. */
export type GmailLedgerWords = {
  readonly "ledger-not-begun": Sentence;
  readonly "lock-busy": Sentence;
  readonly "drive-offline": Sentence;
  readonly "drive-refused": (status: number) => Sentence;
  readonly "drive-full": Sentence;
  readonly "drive-busy": Sentence;
  readonly "folder-gone": Sentence;
  readonly "ledger-in-bin": Sentence;
  readonly "journal-damaged": (files: number) => Sentence;
  /** Of so many steps, where that is known. */
  readonly "ledger-rebuilding": (stepsDone: number, steps: number) => Sentence;
  readonly "write-uncertain": Sentence;
  readonly "several-ledgers": (count: number) => Sentence;
  readonly "segments-unreadable": (count: number) => Sentence;
  readonly "properties-full": Sentence;
  readonly "bytes-missing": Sentence;
  readonly "act-failed": Sentence;
  /** The job of the hour, where Google refused it. */
  readonly hourly: { readonly refused: Sentence; readonly label: Own; readonly turnedOn: Sentence };
  /** Files of ours in Drive's bin. */
  readonly bin: {
    readonly found: Sentence;
    readonly label: Own;
    readonly out: Sentence;
    readonly still: (count: number) => Sentence;
  };
  /** The way out of a damaged journal, and what became of it. */
  readonly recovery: {
    readonly label: Own;
    /** Begun where one lay already. */
    readonly foundAgain: Sentence;
    readonly outcome: (entries: number, missingFiles: number) => Sentence;
  };
};

const fr: GmailLedgerWords = {
  "ledger-not-begun": dire`Le registre n'est pas encore ouvert : dites d'abord qui vous êtes.`,
  "lock-busy": dire`Relance écrit déjà ailleurs pour vous : rien n'a été enregistré. Réessayez dans un instant.`,
  "drive-offline": dire`Google Drive n'a pas répondu : rien n'a été enregistré. Réessayez dans un instant.`,
  "drive-refused": (status) =>
    dire`Google Drive a refusé (${status}) : rien n'a été enregistré. Si cela dure, retirez puis redonnez à Relance son accès à Drive.`,
  "drive-full": dire`Votre Google Drive est plein : rien n'a été enregistré. Libérez de la place, puis recommencez.`,
  "drive-busy": dire`Google Drive demande d'aller moins vite : rien n'a été enregistré. Réessayez dans une minute.`,
  "folder-gone": dire`Le dossier « Relance » de votre Drive, ou l'un des siens, a été supprimé : rien ne peut plus y être enregistré. S'il est dans la corbeille de Drive, rétablissez-le ; sinon, reprenez avec ce qui reste, puis restaurez une sauvegarde au bureau.`,
  "ledger-in-bin": dire`La corbeille de votre Drive contient un registre de Relance : reprenez-le, ou videz la corbeille pour commencer à neuf. Rien n'a été enregistré.`,
  "journal-damaged": (files) =>
    files > 1
      ? dire`${files} fichiers du dossier « Relance » manquent ou ont changé : rien n'a été écrit par-dessus. Rétablissez-les depuis la corbeille de Drive, ou restaurez une sauvegarde au bureau.`
      : dire`Un fichier du dossier « Relance » manque ou a changé : rien n'a été écrit par-dessus. Rétablissez-le depuis la corbeille de Drive, ou restaurez une sauvegarde au bureau.`,
  "ledger-rebuilding": (stepsDone, steps) =>
    steps === 0
      ? dire`La liste n'est pas encore dressée. Réessayez dans un instant.`
      : dire`Le registre est en cours de relecture (${stepsDone} sur ${steps}) : réessayez dans un instant.`,
  "write-uncertain": dire`Google Drive n'a pas répondu pendant l'enregistrement : rouvrez Relance, qui dira si c'est noté, avant de recommencer.`,
  "several-ledgers": (count) =>
    dire`Ce Drive contient ${count} registres de Relance : gardez le bon dans le dossier « Relance » et sortez-en les autres.`,
  "segments-unreadable": (count) =>
    dire`Ce fichier n'est pas lisible (${own(count < 2 ? "une partie" : `${String(count)} parties`)}) : rien n'en a été repris.`,
  "properties-full": dire`La mémoire de Relance chez Google est pleine : rien n'a été enregistré. Écrivez-nous avec le diagnostic.`,
  "bytes-missing": dire`Le fichier du message manque ou a changé : rien n'a été enregistré. Rouvrez le message.`,
  "act-failed": dire`C'est noté au registre, mais Gmail n'a pas suivi. Réessayez.`,
  hourly: {
    refused: dire`Google a refusé la tâche horaire : la liste du jour ne se refait qu'à votre demande. Retirez un déclencheur inutile de votre compte Google, puis réessayez.`,
    label: dit("Réessayer la tâche horaire"),
    turnedOn: dire`La tâche horaire est en place.`,
  },
  bin: {
    found: dire`Le dossier « Relance » de votre Drive, ou un fichier de son journal, est dans la corbeille : Google l'y efface après trente jours, et le registre avec lui.`,
    label: dit("Sortir de la corbeille"),
    out: dire`Le dossier « Relance » est sorti de la corbeille.`,
    still: (count) =>
      dire`${count} ${own(count < 2 ? "fichier est encore" : "fichiers sont encore")} dans la corbeille de Drive : ouvrez-la et rétablissez le dossier « Relance ».`,
  },
  recovery: {
    label: dit("Reprendre depuis Drive"),
    foundAgain: dire`Votre Drive contenait déjà un registre de Relance : il est repris tel quel. Ce que vous venez de saisir n'y est pas écrit ; voyez les Réglages.`,
    outcome: (entries, missingFiles) => [
      ...dire`Le registre est repris depuis Drive : ${entries} ${own(entries < 2 ? "écriture" : "écritures")}.`,
      ...(missingFiles === 0
        ? []
        : missingFiles === 1
          ? dire` Un fichier manque encore : ce qu'il disait n'y est plus. S'il est dans la corbeille de Drive, rétablissez-le et reprenez ; sinon, restaurez une sauvegarde au bureau.`
          : dire` ${missingFiles} fichiers manquent encore : ce qu'ils disaient n'y est plus. S'ils sont dans la corbeille de Drive, rétablissez-les et reprenez ; sinon, restaurez une sauvegarde au bureau.`),
    ],
  },
};

const en: GmailLedgerWords = {
  "ledger-not-begun": say`The ledger is not open yet: say first who you are.`,
  "lock-busy": say`Relance is already writing for you elsewhere: nothing was saved. Try again in a moment.`,
  "drive-offline": say`Google Drive did not answer: nothing was saved. Try again in a moment.`,
  "drive-refused": (status) =>
    say`Google Drive refused (${status}): nothing was saved. If it lasts, take away Relance's access to Drive and give it again.`,
  "drive-full": say`Your Google Drive is full: nothing was saved. Make room, then try again.`,
  "drive-busy": say`Google Drive asks to go slower: nothing was saved. Try again in a minute.`,
  "folder-gone": say`The folder “Relance” of your Drive, or one within it, was deleted: nothing can be saved there. If it is in Drive's bin, bring it back; otherwise go on with what is left, then restore a backup on the desk.`,
  "ledger-in-bin": say`The bin of your Drive holds a ledger of Relance: recover it, or empty the bin to begin anew. Nothing was saved.`,
  "journal-damaged": (files) =>
    files > 1
      ? say`${files} files of the folder “Relance” are missing or have changed: nothing was written over them. Bring them back from Drive's bin, or restore a backup on the desk.`
      : say`A file of the folder “Relance” is missing or has changed: nothing was written over it. Bring it back from Drive's bin, or restore a backup on the desk.`,
  "ledger-rebuilding": (stepsDone, steps) =>
    steps === 0
      ? say`The list is not drawn up yet. Try again in a moment.`
      : say`The ledger is being read again (${stepsDone} of ${steps}): try again in a moment.`,
  "write-uncertain": say`Google Drive did not answer while this was saved: open Relance again, which will say whether it is noted, before you try again.`,
  "several-ledgers": (count) =>
    say`This Drive holds ${count} ledgers of Relance: keep the right one in the folder “Relance” and move the others out.`,
  "segments-unreadable": (count) =>
    say`This file cannot be read (${own(count === 1 ? "one part" : `${String(count)} parts`)}): nothing of it was taken in.`,
  "properties-full": say`Relance's memory at Google is full: nothing was saved. Write to us with the diagnosis.`,
  "bytes-missing": say`The file of the message is missing or has changed: nothing was saved. Open the message again.`,
  "act-failed": say`It is in the ledger, but Gmail did not follow. Try again.`,
  hourly: {
    refused: say`Google refused the hourly job: the list of the day is worked out only when you ask. Remove a trigger you do not need from your Google account, then try again.`,
    label: own("Try the hourly job again"),
    turnedOn: say`The hourly job is in place.`,
  },
  bin: {
    found: say`The folder “Relance” of your Drive, or a file of its journal, is in the bin: Google deletes it there after thirty days, and the ledger with it.`,
    label: own("Take out of the bin"),
    out: say`The folder “Relance” is out of the bin.`,
    still: (count) =>
      say`${count} ${own(count === 1 ? "file is" : "files are")} still in Drive's bin: open it and restore the folder “Relance”.`,
  },
  recovery: {
    label: own("Recover from Drive"),
    foundAgain: say`Your Drive already held a ledger of Relance: it is taken up again as it was. What you have just typed is not written there; see Settings.`,
    outcome: (entries, missingFiles) => [
      ...say`The ledger was recovered from Drive: ${entries} ${own(entries === 1 ? "entry" : "entries")}.`,
      ...(missingFiles === 0
        ? []
        : missingFiles === 1
          ? say` A file is still missing: what it said is gone. If it is in Drive's bin, bring it back and recover again; otherwise restore a backup on the desk.`
          : say` ${missingFiles} files are still missing: what they said is gone. If they are in Drive's bin, bring them back and recover again; otherwise restore a backup on the desk.`),
    ],
  },
};

export const GMAIL_LEDGER: Messages<GmailLedgerWords> = { fr, en };
