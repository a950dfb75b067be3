import { own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const pluriel = (count: number, one: string, many: string): string =>
  `${String(count)} ${count < 2 ? one : many}`;

/** What the pane says in its parts, which come when they are asked for. French is the type of all languages. */
export const outlookPartsFr = {
  draft: {
    reply: dire`S'ouvre en réponse à ce message, à son expéditeur seul.`,
    newThread: dire`S'ouvre en nouveau message, dans un nouveau fil : Outlook ne laisse pas répondre d'ici sous l'ancien.`,
    byHand: (count: number): Sentence =>
      dire`Cet Outlook n'y joint pas de fichier : ${own(pluriel(count, "pièce sera à joindre", "pièces seront à joindre"))} à la main, ou par « Insérer » dans le brouillon.`,
    opened: dire`Le formulaire est ouvert. Relisez, envoyez, puis dites ici que c'est envoyé.`,
    notOpened: (fault: Own): Sentence =>
      dire`Le brouillon est prêt, mais Outlook n'a pas ouvert le formulaire : ${fault}`,
    again: dit("Ouvrir à nouveau"),
    copy: dit("Copier le texte"),
    copied: dire`Le texte est copié.`,
    discarded: dire`Fermez aussi le formulaire resté ouvert : Outlook garde son brouillon.`,
  },
  compose: {
    title: dit("Ce brouillon"),
    intro: dire`Choisissez le débiteur : le texte, les destinataires et les pièces sont mis dans ce brouillon, puis il est enregistré. Rien n'est envoyé.`,
    insert: dit("Insérer"),
    insertFor: (name: Foreign): Sentence => dire`Insérer : ${name}`,
    inserted: dire`Inséré et enregistré. Relisez, puis envoyez.`,
    waiting: dit("Brouillons préparés"),
    none: dire`Aucun brouillon préparé. Cherchez un débiteur, ou préparez-en un depuis la liste du jour.`,
    otherRecipients: (addresses: Foreign): Sentence =>
      dire`Ce brouillon est adressé à ${addresses}, qui n'est pas un contact connu de ce débiteur : rien n'a été inséré.`,
    noFiles: dire`Cet Outlook ne joint pas de fichier : le texte seul est inséré.`,
    attachBackup: dit("Joindre la sauvegarde"),
    attached: dire`Le fichier est joint et le brouillon enregistré. Gardez-le, ou envoyez-le à vous-même.`,
  },
  drop: {
    here: dit("Déposez le message ici"),
    filed: (count: number): Sentence =>
      dire`${own(pluriel(count, "message classé", "messages classés"))}.`,
    already: (count: number): Sentence =>
      dire`${own(pluriel(count, "message déjà classé", "messages déjà classés"))}.`,
    unknown: (count: number): Sentence =>
      dire`${own(pluriel(count, "message d'aucun débiteur connu", "messages d'aucun débiteur connu"))}, laissé de côté.`,
    refused: (count: number): Sentence =>
      dire`${own(pluriel(count, "fichier illisible", "fichiers illisibles"))}.`,
    "dropped-left": (name: Foreign): Sentence =>
      dire`${name} : laissé, c'est trop en une fois. Déposez-le seul.`,
    "dropped-not-a-mail": (name: Foreign): Sentence => dire`${name} n'est pas un message.`,
    "dropped-msg-unreadable": (name: Foreign): Sentence =>
      dire`${name} : ce fichier d'Outlook n'a pas pu être lu. Ouvrez le message, ou enregistrez-le en .eml.`,
    tooMany: (max: number): Sentence => dire`${max} messages au plus à la fois.`,
    failed: (fault: Own): Sentence => dire`Le classement s'est arrêté : ${fault}`,
    notTaken: (count: number, fault: Own): Sentence =>
      dire`${own(pluriel(count, "message n'a pas été pris", "messages n'ont pas été pris"))} : ${fault}`,
    nothing: dire`Aucun message sélectionné.`,
    selected: (count: number): Sentence => dire`${count} messages sélectionnés.`,
    fileThem: dit("Les classer"),
  },
  categories: {
    label: dit("Marquer dans Outlook les messages classés"),
    hint: dit(
      "Une catégorie neutre, « Suivi », visible de tous ceux qui ouvrent la boîte. Jamais dans une boîte partagée.",
    ),
    name: dit("Suivi"),
    notRemoved: (fault: Own): Sentence =>
      dire`La catégorie « Suivi » est à retirer de ce message : ${fault}`,
    refused: dire`La catégorie « Suivi » n'existe pas dans cette boîte : créez-la dans Outlook, puis recommencez.`,
  },
  appointment: {
    subject: dit("Point de suivi"),
    text: dit("Voir Relance dans Outlook."),
    opened: dire`Le formulaire du rendez-vous est ouvert : enregistrez-le dans Outlook.`,
    openedOn: (day: Own): Sentence =>
      dire`Le formulaire du rendez-vous est ouvert, au ${day} : enregistrez-le dans Outlook.`,
  },
  desk: {
    title: dit("Relance : le bureau"),
    opening: dit("Ouverture du bureau…"),
    lost: dire`Le volet de Relance a été fermé : rouvrez-le dans Outlook, puis rouvrez le bureau.`,
    here: dire`Outlook n'a pas ouvert de fenêtre : le bureau est ici, dans le volet.`,
  },
  diagnosis: {
    title: dit("Ce que cet Outlook sait faire"),
    client: dit("Outlook"),
    can: dit("oui"),
    cannot: dit("non"),
    timed: dit("Temps de réponse"),
    run: dit("Mesurer"),
    running: dit("Mesure en cours…"),
    copy: dit("Copier"),
    note: dire`Ni adresse, ni objet, ni montant dans ces lignes : elles peuvent être données à qui vous aide.`,
    ms: (ms: number): Own => own(`${String(ms)} ms`),
    noItem: dit("aucun message ouvert"),
    abilities: {
      headers: dit("en-têtes des messages"),
      evidence: dit("message entier, octet par octet"),
      "reply-form": dit("formulaire de réponse"),
      "new-form": dit("formulaire de nouveau message"),
      "reply-attachments": dit("pièces jointes aux réponses"),
      attach: dit("pièces jointes aux brouillons"),
      categories: dit("catégories"),
      "new-categories": dit("catégories nouvelles"),
      pinning: dit("volet épinglé"),
      several: dit("plusieurs messages sélectionnés"),
      drop: dit("messages déposés dans le volet"),
      dialog: dit("fenêtre à part"),
      download: dit("enregistrement de fichiers"),
      "sign-in": dit("connexion"),
    },
    calls: {
      message: dit("lire le message"),
      evidence: dit("prendre le message entier"),
      categories: dit("lire les catégories"),
      settings: dit("écrire un réglage"),
      ledger: dit("lire le registre"),
      store: dit("lire le stockage"),
    },
  },
  download: {
    noDownload: dire`Cet Outlook n'enregistre pas de fichier. Ouvrez un brouillon à vous-même, puis Relance dans ce brouillon : ce que vous y demandez s'y joint.`,
    draftToSelf: dit("Ouvrir un brouillon à moi-même"),
    backupSubject: (day: string): string => `Sauvegarde Relance du ${day}`,
    backupText:
      "Ouvrez Relance dans ce brouillon et choisissez « Joindre la sauvegarde ». Enregistrez le brouillon : il garde le fichier.",
  },
};

export type OutlookParts = typeof outlookPartsFr;
