import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { shortDate } from "./short-dates.ts";
import { dire, dit } from "./typeset.ts";

const pluriel = (count: number, one: string, many: string): string =>
  `${String(count)} ${count < 2 ? one : many}`;
const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

const joinedFr = (items: readonly Own[]): string => items.map((item) => item.own).join(", ");

/** The page of plans on the desk. */
const plansFr = {
  title: dit("Scénarios"),
  intro: dit(
    "Un scénario dit quelle étape vient à combien de jours de l'échéance, et sur quel ton. Ceux de Relance restent tels quels : dupliquez-en un pour l'adapter.",
  ),
  shipped: dit("Scénarios de Relance"),
  own: dit("Vos scénarios"),
  ownNone: dit("Aucun pour l'instant. Dupliquez un scénario de Relance pour l'adapter."),
  duplicate: dit("Dupliquer"),
  edit: dit("Modifier"),
  remove: dit("Retirer"),
  copyOf: (name: string): string => `${name} (copie)`,
  replaced: dit("Remplacé par votre scénario du même nom"),
  table: (name: Own | Foreign): Sentence => dire`Étapes du scénario ${name}`,
  columns: { step: dit("Étape"), when: dit("Jours depuis l'échéance"), tone: dit("Ton") },
  when: {
    before: (days: number): Own => own(`${String(days)} j avant`),
    due: dit("le jour même"),
    after: (days: number): Own => own(`${String(days)} j après`),
    byLaw: dit("selon la loi"),
  },
  followers: (kinds: readonly Own[], debtors: number): Own => {
    const parts = [
      ...(kinds.length === 0 ? [] : [joinedFr(kinds)]),
      ...(debtors === 0
        ? []
        : [pluriel(debtors, "débiteur choisi à part", "débiteurs choisis à part")]),
    ];
    return dit(parts.length === 0 ? "Suivi par personne" : `Suivi par : ${parts.join(", ")}`);
  },
  small: dit("Suivi sous le seuil des petits montants"),

  editor: {
    create: dit("Nouveau scénario"),
    edit: (name: Foreign): Sentence => dire`Modifier « ${name} »`,
    name: dit("Nom du scénario"),
    steps: dit("Étapes"),
    stepsHint: dit(
      "Décochez une étape pour la sauter. Les jours se comptent depuis l'échéance ; un nombre négatif tombe avant.",
    ),
    days: (step: Own): Own => own(`${step.own}, jours depuis l'échéance`),
    tone: (step: Own): Own => own(`${step.own}, ton`),
    daysUnit: dit("j"),
    byLaw: dit("date de la loi"),
    followers: dit("Le faire suivre par"),
    followersHint: dit(
      "Tous les débiteurs de cette nature, sauf ceux à qui vous avez choisi un autre scénario.",
    ),
    save: dit("Enregistrer le scénario"),
    cancel: dit("Annuler"),
    saved: (name: Foreign): Sentence => dire`Scénario « ${name} » enregistré.`,
    faults: {
      name: dire`Donnez un nom à ce scénario.`,
      days: dire`Un nombre entier de jours, de -60 à 730.`,
      unfit: dire`Corrigez d'abord ce qui est signalé plus haut.`,
    },
  },

  kinds: {
    title: dit("Qui suit quel scénario"),
    hint: dit(
      "À moins d'un autre choix sur la fiche d'un débiteur ou d'une facture. Une nature laissée à Relance suit le scénario prévu pour elle.",
    ),
    asShipped: (name: Own): Own => own(`Celui de Relance : ${name.own}`),
    small: dit("Petits montants"),
    smallHint: dit(
      "En dessous de ce total dû, le débiteur suit le scénario « Petits montants ». Vide : jamais. Une nature dont vous avez choisi le scénario ne change pas.",
    ),
    smallIn: (currency: string): Own => own(`Seuil en ${currency}`),
    amountWrong: dire`Ce montant n'est pas lisible.`,
    save: dit("Enregistrer ces choix"),
    saved: dire`Choix des scénarios enregistrés.`,
    unchanged: dire`Rien n'a changé.`,
  },

  preview: {
    title: dit("Ce que cela changerait aujourd'hui"),
    computing: dit("Calcul sur le registre…"),
    nothing: dire`Aucune étape et aucune date ne changent au registre.`,
    waits: dit("L'aperçu revient dès que les étapes tiennent."),
    nobody: dire`Personne ne suit ce scénario : rien ne change au registre tant que vous ne le faites suivre par personne.`,
    acts: dit("À faire aujourd'hui, par étape"),
    columns: {
      step: dit("Étape"),
      before: dit("Aujourd'hui"),
      after: dit("Avec ce changement"),
    },
    total: dit("Total"),
    changed: (count: number, all: number): Own =>
      own(
        `${pluriel(count, "débiteur change", "débiteurs changent")} d'étape, de date ou de ton, sur ${String(all)}`,
      ),
    list: dit("Débiteurs dont la suite change"),
    debtor: dit("Débiteur"),
    others: (count: number): Own =>
      own(count < 2 ? "et un autre débiteur" : `et ${String(count)} autres débiteurs`),
    inTone: (next: Sentence, tone: Own): Sentence => dire`${next} (ton ${tone})`,
    thenStep: (
      waits: Sentence,
      step: Own,
      on: CalendarDate | null,
      today: CalendarDate,
    ): Sentence =>
      on === null
        ? dire`${waits}, puis ${step}`
        : dire`${waits}, puis ${step} le ${own(shortDate(on, today, "fr"))}`,
    becomes: dit("devient"),
    unwritten: dit("Rien n'est encore enregistré."),
  },
};

export type DeskPlansWords = typeof plansFr;

const plansEn: DeskPlansWords = {
  title: own("Plans"),
  intro: own(
    "A plan says which step comes how many days from the due date, and in which tone. Those of Relance stay as they are: duplicate one to adapt it.",
  ),
  shipped: own("Plans of Relance"),
  own: own("Your plans"),
  ownNone: own("None yet. Duplicate a plan of Relance to adapt it."),
  duplicate: own("Duplicate"),
  edit: own("Edit"),
  remove: own("Remove"),
  copyOf: (name) => `${name} (copy)`,
  replaced: own("Replaced by your plan of the same name"),
  table: (name) => say`Steps of the plan ${name}`,
  columns: { step: own("Step"), when: own("Days from the due date"), tone: own("Tone") },
  when: {
    before: (days) => own(`${plural(days, "day", "days")} before`),
    due: own("the same day"),
    after: (days) => own(`${plural(days, "day", "days")} after`),
    byLaw: own("by law"),
  },
  followers: (kinds, debtors) => {
    const parts = [
      ...(kinds.length === 0 ? [] : [kinds.map((item) => item.own).join(", ")]),
      ...(debtors === 0 ? [] : [plural(debtors, "debtor chosen singly", "debtors chosen singly")]),
    ];
    return own(parts.length === 0 ? "Followed by nobody" : `Followed by: ${parts.join(", ")}`);
  },
  small: own("Followed below the threshold of small amounts"),

  editor: {
    create: own("New plan"),
    edit: (name) => say`Edit “${name}”`,
    name: own("Name of the plan"),
    steps: own("Steps"),
    stepsHint: own(
      "Untick a step to skip it. Days are counted from the due date; a negative number comes before it.",
    ),
    days: (step) => own(`${step.own}, days from the due date`),
    tone: (step) => own(`${step.own}, tone`),
    daysUnit: own("d"),
    byLaw: own("the law's day"),
    followers: own("Have it followed by"),
    followersHint: own("All debtors of this kind, save those for whom you chose another plan."),
    save: own("Save the plan"),
    cancel: own("Cancel"),
    saved: (name) => say`Plan “${name}” saved.`,
    faults: {
      name: say`Give this plan a name.`,
      days: say`A whole number of days, from -60 to 730.`,
      unfit: say`Mend first what is pointed out above.`,
    },
  },

  kinds: {
    title: own("Who follows which plan"),
    hint: own(
      "Unless another one is chosen in the file of a debtor or for an invoice. A kind left to Relance follows the plan made for it.",
    ),
    asShipped: (name) => own(`The one of Relance: ${name.own}`),
    small: own("Small amounts"),
    smallHint: own(
      "Below this total owed, the debtor follows the plan “Small amounts”. Empty: never. A kind whose plan you chose does not change.",
    ),
    smallIn: (currency) => own(`Threshold in ${currency}`),
    amountWrong: say`This amount cannot be read.`,
    save: own("Save these choices"),
    saved: say`Choices of plans saved.`,
    unchanged: say`Nothing has changed.`,
  },

  preview: {
    title: own("What this would change today"),
    computing: own("Working through the ledger…"),
    nothing: say`No step and no date in the ledger change.`,
    waits: own("The preview is back as soon as the steps hold."),
    nobody: say`Nobody follows this plan: nothing in the ledger changes until you have somebody follow it.`,
    acts: own("To do today, by step"),
    columns: { step: own("Step"), before: own("Today"), after: own("With this change") },
    total: own("Total"),
    changed: (count, all) =>
      own(
        `${plural(count, "debtor changes", "debtors change")} step, day or tone, of ${String(all)}`,
      ),
    list: own("Debtors for whom what comes next changes"),
    debtor: own("Debtor"),
    others: (count) =>
      own(count === 1 ? "and one more debtor" : `and ${String(count)} more debtors`),
    inTone: (next, tone) => say`${next} (${tone} tone)`,
    thenStep: (waits, step, on, today) =>
      on === null
        ? say`${waits}, then ${step}`
        : say`${waits}, then ${step} on ${own(shortDate(on, today, "en"))}`,
    becomes: own("becomes"),
    unwritten: own("Nothing is saved yet."),
  },
};

export const DESK_PLANS: Messages<DeskPlansWords> = { fr: plansFr, en: plansEn };
