import type { Language } from "#shared/kernel/money.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire } from "./typeset.ts";

/**
 * What Outlook could not do, for people: what happened, then what to do. The shapes are those of OutlookFault and
 * DropRefusal, which live above this folder; a test holds them together.
 */
export type OutlookFaultWord =
  | { readonly type: "unsupported"; readonly ability: OutlookAbilityWord }
  | { readonly type: "denied"; readonly code: number | null }
  | { readonly type: "item-changed" }
  | { readonly type: "timed-out" }
  | { readonly type: "offline" }
  | { readonly type: "too-large"; readonly limit: number; readonly what?: TooLargeWord }
  | { readonly type: "failed"; readonly code: number | null; readonly detail: string };

export type DropRefusalWord = "dropped-left" | "dropped-not-a-mail" | "dropped-msg-unreadable";

export type TooLargeWord = "text" | "subject" | "settings" | "recipients" | "files" | "bytes";

export type OutlookAbilityWord =
  | "headers"
  | "evidence"
  | "reply-form"
  | "new-form"
  | "reply-attachments"
  | "attach"
  | "categories"
  | "new-categories"
  | "pinning"
  | "several"
  | "drop"
  | "dialog"
  | "download"
  | "sign-in";

type FaultMessages = {
  readonly unsupported: Readonly<Record<OutlookAbilityWord, Sentence>>;
  readonly denied: (code: number | null) => Sentence;
  readonly plain: Readonly<Record<"item-changed" | "timed-out" | "offline", Sentence>>;
  readonly tooLarge: Readonly<Record<TooLargeWord, (limit: number) => Sentence>>;
  /** Codes of Office whose cause is known. */
  readonly known: Readonly<Record<number, Sentence>>;
  readonly failed: (code: number | null) => Sentence;
  readonly dropped: Readonly<Record<DropRefusalWord, Sentence>>;
};

const MEBIBYTE = 1024 * 1024;
const mega = (bytes: number): number => Math.floor(bytes / MEBIBYTE);

const FR: FaultMessages = {
  unsupported: {
    headers: dire`Cet Outlook ne donne pas les en-têtes du message : le fil et l'adresse de réponse restent inconnus.`,
    evidence: dire`Cet Outlook ne donne pas le message entier : il est reconstitué, et le dossier le dit.`,
    "reply-form": dire`Cet Outlook n'ouvre pas de réponse depuis le volet : répondez vous-même, puis collez le texte.`,
    "new-form": dire`Cet Outlook n'ouvre pas de nouveau message depuis le volet : écrivez-le vous-même, puis collez le texte.`,
    "reply-attachments": dire`Cet Outlook ne joint pas de fichier à une réponse : ajoutez les pièces vous-même, ou ouvrez Relance dans le brouillon et choisissez « Insérer ».`,
    attach: dire`Cet Outlook ne joint pas de fichier depuis le volet : ajoutez les pièces vous-même.`,
    categories: dire`Cet Outlook ne classe pas les messages par catégories depuis le volet.`,
    "new-categories": dire`Cet Outlook ne crée pas de catégories depuis le volet : créez-les dans Outlook, puis recommencez.`,
    pinning: dire`Cet Outlook ne garde pas le volet ouvert d'un message à l'autre.`,
    several: dire`Cet Outlook ne donne pas plusieurs messages à la fois : ouvrez-les l'un après l'autre, ou déposez-les sur le volet.`,
    drop: dire`Cet Outlook ne prend pas de message déposé sur le volet : enregistrez-le en fichier, puis importez-le.`,
    dialog: dire`Cet Outlook n'ouvre pas de fenêtre : la page s'affiche dans le volet.`,
    download: dire`Cet Outlook n'enregistre pas de fichier depuis le volet : joignez-le à un brouillon à vous-même.`,
    "sign-in": dire`La connexion n'est pas possible dans cette boîte : Relance continue sans elle.`,
  },
  denied: (code) =>
    dire`Outlook ne l'autorise pas${codeFr(code)} : l'installation du complément, une règle de votre entreprise ou vos droits sur cette boîte l'interdisent. Voyez avec votre administrateur.`,
  plain: {
    "item-changed": dire`Un autre message est ouvert : rien n'a été fait. Revenez au message, puis recommencez.`,
    "timed-out": dire`Outlook n'a pas répondu à temps. Vérifiez dans Outlook si l'action a eu lieu avant de recommencer.`,
    offline: dire`Pas de réseau : Outlook n'a pas pu le faire. Recommencez une fois connecté.`,
  },
  tooLarge: {
    text: (limit) =>
      dire`Le texte est trop long pour Outlook (${limit} caractères au plus) : raccourcissez-le.`,
    subject: (limit) =>
      dire`L'objet est trop long pour Outlook (${limit} caractères au plus) : raccourcissez-le.`,
    settings: (limit) =>
      dire`Ce réglage n'a plus de place dans la boîte (${limit} caractères au plus) : il n'est pas conservé.`,
    recipients: (limit) =>
      dire`Trop de destinataires pour Outlook (${limit} au plus par champ) : retirez-en.`,
    files: (limit) => dire`Trop de pièces jointes pour Outlook (${limit} au plus) : retirez-en.`,
    bytes: (limit) =>
      dire`C'est trop lourd pour Outlook (${mega(limit)} Mo au plus) : retirez des pièces.`,
  },
  known: {
    9007: dire`La pièce n'a pas pu être jointe. Recommencez, ou ajoutez-la vous-même.`,
    9021: dire`Le brouillon n'a pas pu être enregistré. Enregistrez-le dans Outlook, puis recommencez.`,
    9043: dire`Outlook refuse ce type de fichier : ajoutez-le sous une autre forme.`,
    9044: dire`Cette catégorie n'est pas dans la liste de la boîte : créez-la dans Outlook, puis recommencez.`,
    9046: dire`Le brouillon n'est pas encore enregistré : enregistrez-le, puis recommencez.`,
    12007: dire`Une fenêtre de Relance est déjà ouverte : fermez-la d'abord.`,
    12009: dire`Vous n'avez pas autorisé la fenêtre : la page s'affiche dans le volet.`,
    12011: dire`Le navigateur a bloqué la fenêtre : autorisez les fenêtres de cette page, ou continuez dans le volet.`,
  },
  failed: (code) =>
    dire`Outlook n'a pas pu le faire${codeFr(code)}. Recommencez ; si cela se répète, fermez et rouvrez le volet.`,
  dropped: {
    "dropped-left": dire`Ce fichier est trop lourd, ou il y en a trop à la fois : déposez-en moins.`,
    "dropped-not-a-mail": dire`Ce fichier n'est pas un message : déposez un fichier .eml ou .msg.`,
    "dropped-msg-unreadable": dire`Ce fichier .msg ne se lit pas : il est abîmé, protégé, ou n'est pas un message. Enregistrez le message en .eml, puis déposez-le.`,
  },
};

const EN: FaultMessages = {
  unsupported: {
    headers: say`This Outlook does not give the message headers: its thread and its reply address stay unknown.`,
    evidence: say`This Outlook does not give the whole message: it is put together again, and the file says so.`,
    "reply-form": say`This Outlook does not open a reply from the pane: reply yourself, then paste the text.`,
    "new-form": say`This Outlook does not open a new message from the pane: write it yourself, then paste the text.`,
    "reply-attachments": say`This Outlook attaches no file to a reply: add the files yourself, or open Relance in the draft and choose “Insert”.`,
    attach: say`This Outlook attaches no file from the pane: add the files yourself.`,
    categories: say`This Outlook does not put messages into categories from the pane.`,
    "new-categories": say`This Outlook does not create categories from the pane: create them in Outlook, then try again.`,
    pinning: say`This Outlook does not keep the pane open from one message to the next.`,
    several: say`This Outlook does not give several messages at once: open them one after another, or drop them on the pane.`,
    drop: say`This Outlook takes no message dropped on the pane: save it as a file, then import it.`,
    dialog: say`This Outlook opens no window: the page shows in the pane.`,
    download: say`This Outlook saves no file from the pane: attach it to a draft to yourself.`,
    "sign-in": say`Signing in is not possible in this mailbox: Relance goes on without it.`,
  },
  denied: (code) =>
    say`Outlook does not allow it${codeEn(code)}: the way the add-in was installed, a rule of your company or your rights on this mailbox forbid it. Ask your administrator.`,
  plain: {
    "item-changed": say`Another message is open: nothing was done. Go back to the message, then try again.`,
    "timed-out": say`Outlook did not answer in time. Check in Outlook whether it was done before you try again.`,
    offline: say`No network: Outlook could not do it. Try again once you are connected.`,
  },
  tooLarge: {
    text: (limit) =>
      say`The text is too long for Outlook (at most ${limit} characters): shorten it.`,
    subject: (limit) =>
      say`The subject is too long for Outlook (at most ${limit} characters): shorten it.`,
    settings: (limit) =>
      say`There is no room left in the mailbox for this setting (at most ${limit} characters): it is not kept.`,
    recipients: (limit) =>
      say`Too many recipients for Outlook (at most ${limit} a field): take some out.`,
    files: (limit) => say`Too many attachments for Outlook (at most ${limit}): take some out.`,
    bytes: (limit) =>
      say`This is too large for Outlook (at most ${mega(limit)} MB): take some files out.`,
  },
  known: {
    9007: say`The file could not be attached. Try again, or add it yourself.`,
    9021: say`The draft could not be saved. Save it in Outlook, then try again.`,
    9043: say`Outlook refuses this type of file: add it in another form.`,
    9044: say`This category is not in the mailbox's list: create it in Outlook, then try again.`,
    9046: say`The draft is not saved yet: save it, then try again.`,
    12007: say`A window of Relance is already open: close it first.`,
    12009: say`You did not allow the window: the page shows in the pane.`,
    12011: say`The browser stopped the window: allow windows for this page, or go on in the pane.`,
  },
  failed: (code) =>
    say`Outlook could not do it${codeEn(code)}. Try again; if it happens again, close the pane and open it again.`,
  dropped: {
    "dropped-left": say`This file is too large, or there are too many at once: drop fewer.`,
    "dropped-not-a-mail": say`This file is not a message: drop an .eml or .msg file.`,
    "dropped-msg-unreadable": say`This .msg file cannot be read: it is damaged, protected, or no message. Save the message as .eml, then drop that.`,
  },
};

const codeFr = (code: number | null): Sentence => (code === null ? [] : dire` (code ${code})`);
const codeEn = (code: number | null): Sentence => (code === null ? [] : say` (code ${code})`);

const MESSAGES: Messages<FaultMessages> = { fr: FR, en: EN };

/** Why Outlook did not do it, in words. */
export const outlookFaultWords = (fault: OutlookFaultWord, language: Language): Sentence => {
  const words = MESSAGES[language];
  switch (fault.type) {
    case "unsupported":
      return words.unsupported[fault.ability];
    case "denied":
      return words.denied(fault.code);
    case "too-large":
      return words.tooLarge[fault.what ?? "bytes"](fault.limit);
    case "failed": {
      const known = fault.code === null ? undefined : words.known[fault.code];
      return known ?? words.failed(fault.code);
    }
    case "item-changed":
    case "timed-out":
    case "offline":
      return words.plain[fault.type];
  }
};

/** Why a dropped file was not taken, in words. */
export const dropRefusalWords = (refusal: DropRefusalWord, language: Language): Sentence =>
  MESSAGES[language].dropped[refusal];
