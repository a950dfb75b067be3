import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

/** What the pane says of Outlook itself. French is the type of all languages. */
export const outlookFr = {
  begin: {
    name: dit("Relance"),
    opening: dit("Ouverture de Relance…"),
    failed: dire`Le registre ne s'est pas ouvert.`,
    retry: dit("Réessayer"),
    none: {
      "not-in-outlook": dire`Cette page s'ouvre dans Outlook : elle y est le volet de Relance.`,
      "office-not-loaded": dire`La bibliothèque d'Outlook n'a pas pu être chargée : pas de réseau, ou une règle de votre entreprise l'interdit.`,
      "outlook-too-old": dire`Cet Outlook est trop ancien pour Relance : il faut Outlook 2019 à jour, ou Outlook sur le web.`,
    },
  },
  strip: {
    label: dit("Message et volet"),
    reading: (subject: Foreign): Sentence => dire`Lecture de « ${subject} »…`,
    noSubject: dit("(sans objet)"),
    /** What the pane is about where that is not the mail open in Outlook. */
    dropped: (name: Foreign): Sentence => dire`Message déposé : ${name}`,
    backToOpen: dit("Revenir au message ouvert"),
    close: dit("Fermer"),
    desk: dit("Ouvrir le bureau"),
    backToPane: dit("Revenir au volet"),
    diagnosis: dit("Diagnostic"),
    selection: dit("Classer les messages sélectionnés"),
    look: dit("Chercher les réponses"),
    menu: dit("Relance dans Outlook"),
    options: dit("Réglages d'Outlook"),
    appointment: dit("Rappel dans l'agenda"),
  },
  storage: {
    kept: dit("Tout est gardé dans ce navigateur, pour cet Outlook seulement."),
    memory: dit(
      "Rien n'est conservé : vos données disparaîtront à la fermeture du volet. Faites une sauvegarde avant.",
    ),
    backup: dit("Faire une sauvegarde"),
  },
  mail: {
    notRead: (fault: Own): Sentence => dire`Ce message n'a pas pu être lu : ${fault}`,
    notTheOne: dire`Un autre message est ouvert : rien n'a été écrit. Revenez à celui-ci et recommencez.`,
    left: (subject: Foreign): Sentence =>
      dire`« ${subject} » : rien n'a été écrit, un autre message a été ouvert avant la fin. Revenez-y et recommencez.`,
    noBytes: (fault: Own): Sentence =>
      dire`Les octets de ce message n'ont pas pu être pris : ${fault} Rien n'a été classé. Vous pouvez déposer le fichier .eml dans le volet.`,
  },
  draftNote: {
    fromList: dire`Chaque brouillon s'ouvre en nouveau message, dans un nouveau fil ; ses pièces y sont à joindre à la main. Sous l'ancien fil : ouvrez la réponse du débiteur.`,
    here: dire`Sera inséré dans ce brouillon : texte, destinataires et pièces.`,
    from: (address: Foreign): Sentence => dire`Part de ${address}.`,
    fromOther: (address: Foreign): Sentence =>
      dire`Ce brouillon part d'une adresse que le débiteur ne connaît pas : ${address}.`,
  },
  fault: {
    unsupported: dit("cet Outlook ne sait pas le faire."),
    denied: dit("Outlook ou votre administrateur ne le permet pas."),
    "item-changed": dit("un autre message est ouvert."),
    "timed-out": dit("Outlook n'a pas répondu à temps. Réessayez."),
    offline: dit("Outlook est hors connexion. Réessayez une fois en ligne."),
    "too-large": dit("c'est plus long qu'Outlook n'accepte."),
    failed: dit("Outlook a refusé, sans dire pourquoi. Réessayez."),
  },
};

export type OutlookMessages = typeof outlookFr;
