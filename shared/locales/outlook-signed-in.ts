import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const fr = {
  title: dit("Microsoft 365"),
  signIn: dit("Se connecter à Microsoft 365"),
  signingIn: dit("Connexion en cours…"),
  signOut: dit("Se déconnecter"),
  signedIn: dire`Vous êtes connecté à Microsoft 365.`,
  signedOut: dire`Relance ne demande plus rien à Microsoft. Le registre reste ici ; ce qui est dans OneDrive y reste aussi.`,
  /** The choice follows the mailbox; where it could not be written, the next opening asks again. */
  notRemembered: dire`Outlook n'a pas gardé ce choix : il sera demandé à nouveau à la prochaine ouverture.`,
  look: dit("Chercher les réponses"),
  looking: dit("Recherche des réponses…"),
  lookStopped: dire`La recherche s'est arrêtée avant la fin : ce qui a été classé l'est bien. Recommencez.`,
  draft: {
    way: dire`S'écrit dans vos Brouillons, pièces jointes comprises. Rien n'est envoyé.`,
    lies: (count: number): Sentence =>
      count === 1
        ? dire`Le brouillon est dans Brouillons. Relisez, puis envoyez.`
        : dire`${count} brouillons sont dans Brouillons. Relisez, puis envoyez.`,
    open: dit("Ouvrir le brouillon"),
    notMade: (count: number, why: Sentence): Sentence =>
      count === 1
        ? dire`Le brouillon est prêt, mais n'est pas encore dans Brouillons. ${why}`
        : dire`${count} brouillons sont prêts, mais ne sont pas encore dans Brouillons. ${why}`,
    again: dit("Réessayer"),
    form: dit("Ouvrir un formulaire"),
    removed: dire`Le brouillon est retiré de Brouillons.`,
    notRemoved: (why: Sentence): Sentence =>
      dire`Supprimez aussi le brouillon dans Outlook. ${why}`,
  },
  storage: {
    waiting: dit("Mise en commun avec OneDrive…"),
    notKept: (why: string): Own => dit(`Pas encore dans OneDrive. ${why}`),
  },
  several: {
    which: dit("Plusieurs registres sont dans votre OneDrive : lequel ouvrir ici ?"),
    choose: dit("Choisir"),
    open: dit("Ouvrir"),
    unnamed: dit("(sans nom)"),
    changed: (day: Own): Own => dit(`dernière écriture : ${day.own}`),
    empty: dit("encore vide"),
  },
};
export type OutlookSignedInMessages = typeof fr;

const en: OutlookSignedInMessages = {
  title: own("Microsoft 365"),
  signIn: own("Sign in to Microsoft 365"),
  signingIn: own("Signing in…"),
  signOut: own("Sign out"),
  signedIn: say`You are signed in to Microsoft 365.`,
  signedOut: say`Relance asks nothing more of Microsoft. The ledger stays here; what is in OneDrive stays there too.`,
  notRemembered: say`Outlook did not keep this choice: the next opening asks for it again.`,
  look: own("Look for replies"),
  looking: own("Looking for replies…"),
  lookStopped: say`The look stopped before its end: what was filed is filed. Try again.`,
  draft: {
    way: say`Is written into your Drafts, files attached. Nothing is sent.`,
    lies: (count) =>
      count === 1
        ? say`The draft is in Drafts. Read it, then send it.`
        : say`${count} drafts are in Drafts. Read them, then send them.`,
    open: own("Open the draft"),
    notMade: (count, why) =>
      count === 1
        ? say`The draft is ready, but not in Drafts yet. ${why}`
        : say`${count} drafts are ready, but not in Drafts yet. ${why}`,
    again: own("Try again"),
    form: own("Open a form"),
    removed: say`The draft is gone from Drafts.`,
    notRemoved: (why) => say`Delete the draft in Outlook too. ${why}`,
  },
  storage: {
    waiting: own("Sharing with OneDrive…"),
    notKept: (why) => own(`Not in OneDrive yet. ${why}`),
  },
  several: {
    which: own("Several ledgers are in your OneDrive: which one is to be opened here?"),
    choose: own("Choose"),
    open: own("Open"),
    unnamed: own("(no name)"),
    changed: (day) => own(`last entry: ${day.own}`),
    empty: own("still empty"),
  },
};

/** The words of the pane for somebody signed in to Microsoft, by language. */
export const OUTLOOK_SIGNED_IN: Messages<OutlookSignedInMessages> = { fr, en };
