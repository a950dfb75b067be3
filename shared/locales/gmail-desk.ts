import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

/** What the desk's page says in Gmail and nowhere else: where its store lies, and what became of a call to it. */
export type GmailDeskWords = {
  readonly title: Own;
  readonly opening: Own;
  readonly kept: Own;
  readonly lost: Own;
  readonly folding: (done: number, of: number) => Own;
  readonly draftNote: Sentence;
  readonly blocked: Own;
  readonly openDraft: Own;
  readonly retry: Own;
  readonly faults: {
    readonly "no-answer": Sentence;
    readonly unreadable: Sentence;
    readonly "too-large": Sentence;
    readonly "pieces-gone": Sentence;
    readonly "other-build": Sentence;
    readonly unforeseen: Sentence;
  };
};

const fr: GmailDeskWords = {
  title: dit("Relance : bureau"),
  opening: dit("Ouverture du registre…"),
  kept: dit("Le registre est dans votre Google Drive, dossier Relance."),
  lost: dit(
    "Le script de Relance ne répond plus. Ce que vous venez de faire a peut-être été enregistré : vérifiez avant de recommencer.",
  ),
  folding: (done, of) =>
    own(`Le registre se met à jour : étape ${String(done)} sur ${String(of)}.`),
  draftNote: dire`D'ici, le brouillon s'ouvre dans une nouvelle fenêtre de Gmail, hors de l'échange et sans pièce jointe. Pour répondre dans l'échange, préparez-le depuis le message ouvert.`,
  blocked: dit("Le navigateur a bloqué la fenêtre du brouillon."),
  openDraft: dit("Ouvrir le brouillon dans Gmail"),
  retry: dit("Réessayer"),
  faults: {
    "no-answer": dire`Le script de Relance n'a pas répondu. Ce que vous venez de faire a peut-être été enregistré : vérifiez avant de recommencer.`,
    unreadable: dire`Le script n'a pas compris cette page. Rechargez-la.`,
    "too-large": dire`C'est trop grand pour passer par cette page : 26 Mo au plus pour un fichier. Rien n'a été enregistré.`,
    "pieces-gone": dire`L'envoi s'est interrompu. Rien n'a été enregistré : réessayez.`,
    "other-build": dire`Relance a été mis à jour depuis l'ouverture de cette page. Rechargez-la.`,
    unforeseen: dire`Le script a échoué sans que Relance l'ait prévu. Vérifiez ce qui est enregistré avant de recommencer.`,
  },
};

const en: GmailDeskWords = {
  title: own("Relance: desk"),
  opening: own("Opening the ledger…"),
  kept: own("The ledger is in your Google Drive, in the folder Relance."),
  lost: own(
    "Relance's script no longer answers. What you just did may have been saved: check before you do it again.",
  ),
  folding: (done, of) =>
    own(`The ledger is being brought up to date: step ${String(done)} of ${String(of)}.`),
  draftNote: say`From here the draft opens in a new window of Gmail, outside the thread and without attachments. To answer in the thread, prepare it beside the open mail.`,
  blocked: own("The browser blocked the window of the draft."),
  openDraft: own("Open the draft in Gmail"),
  retry: own("Try again"),
  faults: {
    "no-answer": say`Relance's script did not answer. What you just did may have been saved: check before you do it again.`,
    unreadable: say`The script did not understand this page. Reload it.`,
    "too-large": say`This is too large to pass through this page: 26 MB at most for a file. Nothing was saved.`,
    "pieces-gone": say`The upload was interrupted. Nothing was saved: try again.`,
    "other-build": say`Relance was updated since this page was opened. Reload it.`,
    unforeseen: say`The script failed in a way that Relance did not foresee. Check what is saved before you do it again.`,
  },
};

export const GMAIL_DESK: Messages<GmailDeskWords> = { fr, en };
