import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const debiteurs = (count: number): string =>
  `${String(count)} ${count < 2 ? "débiteur" : "débiteurs"}`;
const debtors = (count: number): string => `${String(count)} ${count === 1 ? "debtor" : "debtors"}`;

/** The page on which one of us passes debtors on. */
const handoverFr = {
  title: dit("Passer la main"),
  intro: dit(
    "Avant des congés ou un départ : les débiteurs d'une personne passent à une autre, avec leurs suspensions et leurs dates. Le fichier ne contient que ces débiteurs ; des autres, seule la chaîne d'empreintes y figure.",
  ),
  owners: dit("Qui suit combien de débiteurs"),
  columns: { owner: dit("Suivi par"), debtors: dit("Débiteurs") },
  nobody: dit("Personne en particulier"),
  none: {
    title: dit("Personne ne suit de débiteur en particulier"),
    text: dit(
      "Dites sur la fiche d'un débiteur qui le suit parmi vous : il pourra alors passer la main ici.",
    ),
    debtors: dit("Voir les débiteurs"),
  },
  from: dit("De"),
  fromChoice: (owner: Foreign, count: number): string => `${owner.foreign} (${debiteurs(count)})`,
  to: dit("À"),
  toHint: dit("Son nom, tel qu'il signe dans Relance."),
  toMissing: dire`Dites à qui.`,
  toSame: dire`C'est la même personne.`,
  pass: dit("Passer la main et télécharger le fichier"),
  only: dit("Télécharger le fichier seul"),
  dates: dit("Télécharger ses dates (agenda)"),
  onlyHint: dit("Le fichier seul ne change rien au registre."),
  passedAndSaved: (passed: Sentence, saved: Own): Sentence => dire`${passed} ${saved}`,
  passedNotSaved: (passed: Sentence, fault: Own): Sentence =>
    dire`${passed} Mais le fichier n'a pas pu être fait : ${fault}`,
  after: dit("Ensuite"),
  steps: [
    dit(
      "Remettez le fichier à la personne qui prend la suite, par une voie sûre : il contient les échanges et les pièces de ces débiteurs.",
    ),
    dit(
      "Elle l'ouvre dans ses Réglages, à « Restaurer une sauvegarde » : ce qu'elle a déjà reste, ce qui est nouveau s'ajoute, rien n'est doublé.",
    ),
    dit(
      "Au retour, elle passe la main dans l'autre sens et vous ouvrez son fichier ici, au même endroit.",
    ),
  ],
  restore: dit("Ouvrir les Réglages pour reprendre un fichier"),
};

export type DeskHandoverWords = typeof handoverFr;

const handoverEn: DeskHandoverWords = {
  title: own("Hand over"),
  intro: own(
    "Before a holiday or a departure: the debtors of one person pass to another, with their holds and their dates. The file holds these debtors only; of the others nothing but the chain of hashes.",
  ),
  owners: own("Who follows how many debtors"),
  columns: { owner: own("Followed by"), debtors: own("Debtors") },
  nobody: own("Nobody in particular"),
  none: {
    title: own("Nobody follows a debtor in particular"),
    text: own("Say in a debtor's file who among you follows it: it can then be handed over here."),
    debtors: own("See the debtors"),
  },
  from: own("From"),
  fromChoice: (owner, count) => `${owner.foreign} (${debtors(count)})`,
  to: own("To"),
  toHint: own("The name with which this person signs in Relance."),
  toMissing: say`Say to whom.`,
  toSame: say`This is the same person.`,
  pass: own("Hand over and download the file"),
  only: own("Download the file alone"),
  dates: own("Download the dates (calendar)"),
  onlyHint: own("The file alone changes nothing in the ledger."),
  passedAndSaved: (passed, saved) => say`${passed} ${saved}`,
  passedNotSaved: (passed, fault) => say`${passed} But the file could not be made: ${fault}`,
  after: own("Then"),
  steps: [
    own(
      "Give the file to whoever takes over, by a safe way: it holds the exchanges and exhibits of these debtors.",
    ),
    own(
      "That person opens it in the Settings, at “Restore a backup”: what is there already stays, what is new is added, nothing is doubled.",
    ),
    own(
      "On the way back the other one hands over in the other direction, and you open that file here, in the same place.",
    ),
  ],
  restore: own("Open the Settings to take in a file"),
};

export const DESK_HANDOVER: Messages<DeskHandoverWords> = { fr: handoverFr, en: handoverEn };
