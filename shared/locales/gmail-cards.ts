import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { plural } from "./figures-en.ts";
import { pluriel } from "./figures-fr.ts";
import { say, uncapitalised } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

/** What the cards of Gmail say that no screen of the pages does. */
export type GmailCardsWords = {
  readonly name: Own;
  readonly done: Own;
  readonly retry: Own;
  /** When the list was drawn up. */
  readonly drawnAt: (clock: string) => Own;
  readonly otherRows: (count: number) => Own;
  readonly start: Own;
  readonly next: Own;
  readonly rank: (at: number, of: number) => Own;
  readonly queueEnd: { readonly title: Own; readonly text: Sentence };
  readonly search: Own;
  readonly settings: Own;
  readonly today: Own;
  readonly desk: Own;
  readonly deskFor: Own;
  readonly noDesk: { readonly title: Own; readonly text: Sentence };
  readonly moreActions: Own;
  readonly more: (count: number) => Own;
  readonly seeDesk: (count: number) => Own;
  /** Above the line of an invoice. */
  readonly invoice: { readonly due: (on: Own) => Own; readonly late: (days: Own) => Own };
  readonly openDraft: Own;
  readonly addPart: Own;
  readonly partAmount: Own;
  readonly searchButton: Own;
  readonly chooseThis: Own;
  readonly choiceCut: (count: number) => Own;
  readonly formFaults: Own;
  readonly fieldFault: (label: Own, fault: Sentence) => Sentence;
  readonly draft: {
    readonly title: Own;
    readonly reread: Sentence;
    /** Without a mail open, and without a right to the whole mailbox. */
    readonly byLink: Sentence;
  };
  readonly compose: {
    readonly title: Own;
    readonly intro: Sentence;
    readonly noDue: Sentence;
    readonly insert: Own;
  };
  readonly looks: {
    readonly title: Own;
    readonly off: Sentence;
    readonly on: Sentence;
    readonly turnOn: Own;
    readonly turnOff: Own;
    readonly turnedOn: Sentence;
    readonly turnedOff: Sentence;
    readonly labelsTurnOn: Own;
    readonly labelsTurnOff: Own;
    readonly labelsOn: Sentence;
    readonly labelsOff: Sentence;
    readonly notHere: Sentence;
  };
  /** Whether corrections count in later readings. */
  readonly teaching: { readonly turnOn: Own; readonly turnOff: Own };
  readonly backup: Sentence;
  readonly languageSaved: Sentence;
  readonly asGmail: Own;
  readonly faults: {
    readonly title: Own;
    readonly "action-unknown": Sentence;
    readonly "action-malformed": Sentence;
    readonly "event-unreadable": Sentence;
    readonly "other-mail": Sentence;
    readonly "no-mail": Sentence;
    /** What was begun may be done, or not. */
    readonly interrupted: Own;
    readonly unforeseen: Sentence;
    readonly quota: Sentence;
    /** Lines that a card has no room for. */
    readonly cut: (count: number) => Sentence;
  };
};

const fr: GmailCardsWords = {
  name: dit("Relance"),
  done: dit("Fait"),
  retry: dit("Réessayer"),
  drawnAt: (clock) => dit(`Liste dressée à ${clock}`),
  otherRows: (count) => own(count < 2 ? "Voir l'autre" : `Voir les ${String(count)} autres`),
  start: dit("Commencer"),
  next: dit("Suivant"),
  rank: (at, of) => own(`${String(at)} sur ${String(of)}`),
  queueEnd: {
    title: dit("Terminé"),
    text: dire`La liste du jour est parcourue. Ce qui a été reporté ou laissé y revient à son jour.`,
  },
  search: dit("Chercher"),
  settings: dit("Réglages"),
  today: dit("Aujourd'hui"),
  desk: dit("Ouvrir le bureau"),
  deskFor: dit("Ouvrir au bureau"),
  noDesk: {
    title: dit("Le bureau n'est pas ouvert"),
    text: dire`Cette page demande plus de place qu'une carte : elle est dans le bureau de Relance, que ce script n'a pas encore. Dans l'éditeur de script : Déployer, Nouveau déploiement, Application Web.`,
  },
  moreActions: dit("Autres actions"),
  more: (count) => own(`${String(count)} de plus`),
  seeDesk: (count) =>
    own(count < 2 ? "Voir le dernier au bureau" : `Voir les ${String(count)} autres au bureau`),
  invoice: {
    due: (on) => dit(`Échéance ${on.own}`),
    late: (days) => dit(`${days.own} de retard`),
  },
  openDraft: dit("Ouvrir le brouillon"),
  addPart: dit("Ajouter un versement"),
  partAmount: dit("Montant"),
  searchButton: dit("Chercher"),
  chooseThis: dit("Choisir"),
  choiceCut: (count) =>
    dit(`Les ${String(count)} premiers seulement ; les autres sont dans le bureau.`),
  formFaults: dit("À corriger"),
  fieldFault: (label, fault) => dire`${label} : ${uncapitalised(fault)}`,
  draft: {
    title: dit("À relire et envoyer"),
    reread: dire`Une fois envoyé, rouvrez le fil : Relance y retrouve le message et le classe. Sinon, dites-le ici.`,
    byLink: dire`Gmail l'ouvre dans une fenêtre de rédaction : nouveau fil, pièces à joindre à la main. Pour écrire dans le même fil, ouvrez la réponse du débiteur et préparez-le depuis ce message.`,
  },
  compose: {
    title: dit("Relancer un débiteur"),
    intro: dire`Choisissez le débiteur : le texte de l'étape due est mis dans ce brouillon. Rien n'est envoyé.`,
    noDue: dire`Il n'y a rien à écrire aujourd'hui.`,
    insert: dit("Mettre dans le brouillon"),
  },
  looks: {
    title: dit("Réponses des débiteurs"),
    off: dire`Relance ne les cherche pas : elles sont vues quand vous ouvrez le message.`,
    on: dire`Relance les cherche chaque heure dans votre boîte.`,
    turnOn: dit("Chercher chaque heure"),
    turnOff: dit("Ne plus chercher"),
    turnedOn: dire`Les réponses seront cherchées chaque heure.`,
    turnedOff: dire`Les réponses ne sont plus cherchées.`,
    labelsTurnOn: dit("Étiqueter"),
    labelsTurnOff: dit("Ne plus étiqueter"),
    labelsOn: dire`Les réponses trouvées porteront un libellé.`,
    labelsOff: dire`Relance ne pose plus de libellés ; ceux qui sont posés restent.`,
    notHere: dire`Cette installation ne demande pas ce droit à Google : il faut la version complète, que votre entreprise installe elle-même.`,
  },
  teaching: { turnOn: dit("En tenir compte"), turnOff: dit("Ne plus en tenir compte") },
  backup: dire`Un seul fichier, avec toutes les pièces : le bureau le fait et le restaure.`,
  languageSaved: dire`La langue est changée.`,
  asGmail: dit("Celle de Gmail"),
  faults: {
    title: dit("Relance n'a rien fait"),
    "action-unknown": dire`Ce bouton vient d'une autre version de Relance. Rouvrez la carte.`,
    "action-malformed": dire`Ce que cette carte demande n'est pas lisible : rien n'a été fait. Rouvrez-la.`,
    "event-unreadable": dire`Gmail n'a pas dit quel message est ouvert. Fermez la carte et rouvrez le message.`,
    "other-mail": dire`Un autre message est ouvert : rien n'a été écrit. Revenez à celui-ci et recommencez.`,
    "no-mail": dire`Aucun message n'est ouvert : rien n'a été écrit.`,
    interrupted: dit("Relance s'est interrompu"),
    unforeseen: dire`Quelque chose d'imprévu s'est produit. Avant de recommencer, rouvrez cette carte : elle dit ce qui est enregistré.`,
    quota: dire`Google ne laisse plus Relance travailler aujourd'hui pour ce compte : sa limite du jour est atteinte. Rien n'est perdu ; reprenez demain.`,
    cut: (count) =>
      dire`${own(pluriel(count, "ligne ne tient pas", "lignes ne tiennent pas"))} sur cette carte : la suite est au bureau.`,
  },
};

const en: GmailCardsWords = {
  name: own("Relance"),
  done: own("Done"),
  retry: own("Try again"),
  drawnAt: (clock) => own(`List drawn up at ${clock}`),
  otherRows: (count) => own(count === 1 ? "See the other one" : `See the other ${String(count)}`),
  start: own("Start"),
  next: own("Next"),
  rank: (at, of) => own(`${String(at)} of ${String(of)}`),
  queueEnd: {
    title: own("Finished"),
    text: say`You have been through today's list. What was put off or left comes back on its day.`,
  },
  search: own("Search"),
  settings: own("Settings"),
  today: own("Today"),
  desk: own("Open the desk"),
  deskFor: own("Open on the desk"),
  noDesk: {
    title: own("The desk is not open"),
    text: say`This page needs more room than a card: it is in Relance's desk, which this script does not have yet. In the script editor: Deploy, New deployment, Web app.`,
  },
  moreActions: own("More actions"),
  more: (count) => own(`${String(count)} more`),
  seeDesk: (count) =>
    own(
      count === 1 ? "See the last one on the desk" : `See the other ${String(count)} on the desk`,
    ),
  invoice: {
    due: (on) => own(`Due ${on.own}`),
    late: (days) => own(`${days.own} late`),
  },
  openDraft: own("Open the draft"),
  addPart: own("Add an instalment"),
  partAmount: own("Amount"),
  searchButton: own("Search"),
  chooseThis: own("Choose"),
  choiceCut: (count) => own(`The first ${String(count)} only; the others are on the desk.`),
  formFaults: own("Please correct"),
  fieldFault: (label, fault) => say`${label}: ${uncapitalised(fault)}`,
  draft: {
    title: own("To read through and send"),
    reread: say`Once sent, open the thread again: Relance finds the message there and files it. Otherwise say so here.`,
    byLink: say`Gmail opens it in a compose window: a new thread, files to be attached by hand. To stay in the same thread, open the debtor's reply and prepare it from there.`,
  },
  compose: {
    title: own("Chase a debtor"),
    intro: say`Choose the debtor: the text of the step that is due goes into this draft. Nothing is sent.`,
    noDue: say`There is nothing to write today.`,
    insert: own("Insert into the draft"),
  },
  looks: {
    title: own("Debtors' replies"),
    off: say`Relance does not look for them: they are seen when you open the message.`,
    on: say`Relance looks for them every hour in your mailbox.`,
    turnOn: own("Look every hour"),
    turnOff: own("Stop looking"),
    turnedOn: say`Replies will be looked for every hour.`,
    turnedOff: say`Replies are no longer looked for.`,
    labelsTurnOn: own("Label them"),
    labelsTurnOff: own("Stop labelling"),
    labelsOn: say`Replies that are found will carry a label.`,
    labelsOff: say`Relance adds no more labels; those already there stay.`,
    notHere: say`This installation does not ask Google for that right: it takes the full version, which your firm installs for itself.`,
  },
  teaching: { turnOn: own("Let them count"), turnOff: own("Stop counting them") },
  backup: say`One file with every exhibit: the desk makes it and restores it.`,
  languageSaved: say`The language has been changed.`,
  asGmail: own("Same as Gmail"),
  faults: {
    title: own("Relance did nothing"),
    "action-unknown": say`This button comes from another version of Relance. Open the card again.`,
    "action-malformed": say`What this card asks for cannot be read: nothing was done. Open it again.`,
    "event-unreadable": say`Gmail did not say which message is open. Close the card and open the message again.`,
    "other-mail": say`Another message is open: nothing was written. Go back to this one and try again.`,
    "no-mail": say`No message is open: nothing was written.`,
    interrupted: own("Relance was interrupted"),
    unforeseen: say`Something unexpected happened. Before you try again, open this card again: it says what is saved.`,
    quota: say`Google lets Relance do no more for this account today: its limit of the day is reached. Nothing is lost; go on tomorrow.`,
    cut: (count) =>
      say`${own(plural(count, "line does", "lines do"))} not fit on this card: the rest is on the desk.`,
  },
};

export const GMAIL_CARDS: Messages<GmailCardsWords> = { fr, en };
