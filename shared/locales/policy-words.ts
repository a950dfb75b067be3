import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

/** What an act on how the creditor chases answers, and why one is refused. */

const policyFr = {
  done: {
    policy: dire`Réglages enregistrés.`,
    planWritten: (name: Foreign): Sentence => dire`Scénario « ${name} » enregistré.`,
    planRemoved: dire`Scénario retiré.`,
    kindPlan: dire`Scénario choisi pour ces débiteurs.`,
    textWritten: dire`Texte enregistré.`,
    textAsShipped: dire`Le texte d'origine est rétabli.`,
    rateAdded: dire`Taux ajouté.`,
    rateWithdrawn: dire`Taux retiré.`,
    closureAdded: (from: CalendarDate, to: CalendarDate): Sentence =>
      from === to
        ? dire`Fermeture notée : ${own(longDate(from, "fr"))}.`
        : dire`Fermeture notée : du ${own(longDate(from, "fr"))} au ${own(longDate(to, "fr"))}.`,
    closureRemoved: dire`Fermeture retirée.`,
  },

  /** By the field of the setting. */
  fields: {
    alsaceMoselle: dit("jours fériés d'Alsace-Moselle"),
    tolerances: dit("tolérance"),
    promiseGraceDays: dit("jours laissés après une promesse"),
    capMessages: dit("nombre de messages"),
    capDays: dit("période du plafond"),
    interestBasis: dit("base de calcul"),
    rateSplit: dit("taux par semestre"),
    allocationOrder: dit("ordre d'imputation"),
    approvalSteps: dit("étapes soumises à accord"),
    noticeDays: dit("délai de mise en demeure"),
    consumerNoticeDays: dit("délai de mise en demeure (particuliers)"),
    mediator: dit("médiateur de la consommation"),
    "mediator.name": dit("nom du médiateur"),
    "mediator.site": dit("site du médiateur"),
    smallAmounts: dit("petits montants"),
    trader: dit("qualité de commerçant"),
    outsideMainland: dit("hors de France métropolitaine"),
    useHabits: dit("habitudes de paiement"),
    "plan.name": dit("nom du scénario"),
    name: dit("nom"),
    steps: dit("étapes"),
    subject: dit("objet"),
    opening: dit("début du texte"),
    closing: dit("fin du texte"),
    basisPoints: dit("taux"),
    source: dit("source"),
    "rate.source": dit("source du taux"),
    reason: dit("motif"),
  } as Readonly<Record<string, Own>>,

  kinds: {
    business: dit("professionnels"),
    "non-professional": dit("non-professionnels"),
    consumer: dit("particuliers"),
    public: dit("organismes publics"),
  },

  refusals: {
    "no-ledger": dire`Le registre n'est pas encore ouvert : dites d'abord qui vous êtes.`,
    "reason-missing": dire`Dites pourquoi : la raison reste au registre.`,
    "field-missing": (field: Own): Sentence => dire`À remplir : ${field}.`,
    "field-wrong": (field: Own): Sentence => dire`Valeur refusée : ${field}.`,
    "nothing-to-change": dire`Aucune modification à enregistrer.`,
    "plan-unknown": dire`Ce scénario n'existe pas (ou plus).`,
    "plan-name-taken": (name: Foreign): Sentence =>
      dire`Un autre scénario s'appelle déjà « ${name} ».`,
    planFollowedByKinds: (kinds: readonly Own[]): Sentence =>
      dire`Ce scénario est celui des ${joined(kinds, own(" et des "))} : choisissez-en d'abord un autre.`,
    planFollowedByDebtors: (debtors: number): Sentence =>
      debtors === 1
        ? dire`Un débiteur suit ce scénario : donnez-lui-en d'abord un autre.`
        : dire`${debtors} débiteurs suivent ce scénario : donnez-leur-en d'abord un autre.`,
    "too-many": {
      plans: dire`Trop de scénarios : retirez-en d'abord un.`,
      closures: dire`Trop de fermetures : retirez d'abord les anciennes.`,
      rates: dire`Trop de taux ajoutés : retirez-en d'abord.`,
    },
    "step-unknown": dire`Cette étape n'existe pas.`,
    "rate-taken": dire`Ce taux est déjà au registre.`,
    "rate-unknown": dire`Ce taux n'est pas (ou plus) au registre.`,
    "closure-unknown": dire`Cette fermeture n'est pas (ou plus) au registre.`,
    "closure-taken": dire`Cette fermeture est déjà notée.`,
    "closure-unfit": (from: CalendarDate, to: CalendarDate): Sentence =>
      dire`Du ${own(longDate(from, "fr"))} au ${own(longDate(to, "fr"))} : la fin doit suivre le début, de cent jours au plus.`,
  },

  rates: {
    "not-a-series-of-interest": dire`Aucun intérêt ne se calcule sur ce taux.`,
    "not-a-half-year-start": dire`Ce taux vaut par semestre : indiquez un 1er janvier ou un 1er juillet.`,
    "shipped-already": dire`Relance connaît déjà le taux de ce semestre.`,
  },

  plans: {
    "step-unknown": dire`Une étape de ce scénario n'existe pas dans cette version.`,
    "step-twice": (step: Own): Sentence => dire`L'étape « ${step} » figure deux fois.`,
    "tone-unknown": (step: Own): Sentence => dire`Choisissez un ton pour l'étape « ${step} ».`,
    "offset-missing": (step: Own): Sentence =>
      dire`Indiquez à combien de jours de l'échéance vient l'étape « ${step} ».`,
    "offset-given": (step: Own): Sentence =>
      dire`La date de l'étape « ${step} » vient de la loi, non du scénario.`,
    "offset-before-due": (step: Own): Sentence =>
      dire`L'étape « ${step} » ne peut pas précéder l'échéance.`,
    "offset-not-rising": (step: Own): Sentence =>
      dire`L'étape « ${step} » doit venir après la précédente.`,
    "tone-sinks": (step: Own): Sentence =>
      dire`L'étape « ${step} » est plus douce que la précédente : le ton ne redescend pas.`,
    "formal-step-too-soft": (step: Own): Sentence =>
      dire`L'étape « ${step} » demande un ton ferme ou solennel.`,
    "notice-without-reminder": dire`Une mise en demeure vient après au moins une relance ou une lettre.`,
    "last-notice-without-formal-notice": dire`Le dernier avis vient après une mise en demeure.`,
    "legal-without-notice": dire`La voie judiciaire vient après une mise en demeure.`,
    "nowhere-to-begin": dire`Un scénario commence par l'échéance ou par la première relance : gardez l'une des deux.`,
  },
};

export type PolicyWords = typeof policyFr;

const joined = (items: readonly Own[], between: Own): Sentence =>
  items.reduce<Sentence>(
    (all, item, index) => (index === 0 ? [item] : say`${all}${between}${item}`),
    [],
  );

const policyEn: PolicyWords = {
  done: {
    policy: say`Settings saved.`,
    planWritten: (name) => say`Plan “${name}” saved.`,
    planRemoved: say`Plan removed.`,
    kindPlan: say`Plan chosen for these debtors.`,
    textWritten: say`Text saved.`,
    textAsShipped: say`The original text is back.`,
    rateAdded: say`Rate added.`,
    rateWithdrawn: say`Rate withdrawn.`,
    closureAdded: (from, to) =>
      from === to
        ? say`Closure noted: ${own(longDate(from, "en"))}.`
        : say`Closure noted: ${own(longDate(from, "en"))} to ${own(longDate(to, "en"))}.`,
    closureRemoved: say`Closure removed.`,
  },

  fields: {
    alsaceMoselle: own("holidays of Alsace-Moselle"),
    tolerances: own("tolerance"),
    promiseGraceDays: own("days left after a promise"),
    capMessages: own("number of messages"),
    capDays: own("days of the cap"),
    interestBasis: own("day count"),
    rateSplit: own("rate by half-year"),
    allocationOrder: own("order of allocation"),
    approvalSteps: own("steps that need approval"),
    noticeDays: own("days of a formal notice"),
    consumerNoticeDays: own("days of a formal notice (consumers)"),
    mediator: own("consumer mediator"),
    "mediator.name": own("name of the mediator"),
    "mediator.site": own("site of the mediator"),
    smallAmounts: own("small amounts"),
    trader: own("being a trader"),
    outsideMainland: own("outside mainland France"),
    useHabits: own("habits of payment"),
    "plan.name": own("name of the plan"),
    name: own("name"),
    steps: own("steps"),
    subject: own("subject"),
    opening: own("beginning of the text"),
    closing: own("end of the text"),
    basisPoints: own("rate"),
    source: own("source"),
    "rate.source": own("source of the rate"),
    reason: own("reason"),
  },

  kinds: {
    business: own("businesses"),
    "non-professional": own("non-professionals"),
    consumer: own("consumers"),
    public: own("public bodies"),
  },

  refusals: {
    "no-ledger": say`The ledger is not open yet: say first who you are.`,
    "reason-missing": say`Say why: the reason stays in the ledger.`,
    "field-missing": (field) => say`To be filled in: ${field}.`,
    "field-wrong": (field) => say`Value refused: ${field}.`,
    "nothing-to-change": say`Nothing to change.`,
    "plan-unknown": say`This plan does not exist (any longer).`,
    "plan-name-taken": (name) => say`Another plan is called “${name}” already.`,
    planFollowedByKinds: (kinds) =>
      say`This is the plan of ${joined(kinds, own(" and "))}: choose another one first.`,
    planFollowedByDebtors: (debtors) =>
      debtors === 1
        ? say`One debtor follows this plan: give it another one first.`
        : say`${debtors} debtors follow this plan: give them another one first.`,
    "too-many": {
      plans: say`Too many plans: remove one first.`,
      closures: say`Too many closures: remove the old ones first.`,
      rates: say`Too many added rates: withdraw some first.`,
    },
    "step-unknown": say`There is no such step.`,
    "rate-taken": say`This rate is in the ledger already.`,
    "rate-unknown": say`This rate is not in the ledger (any longer).`,
    "closure-unknown": say`This closure is not in the ledger (any longer).`,
    "closure-taken": say`This closure is noted already.`,
    "closure-unfit": (from, to) =>
      say`${own(longDate(from, "en"))} to ${own(longDate(to, "en"))}: the end must follow the start, by at most a hundred days.`,
  },

  rates: {
    "not-a-series-of-interest": say`No interest is computed from this rate.`,
    "not-a-half-year-start": say`This rate holds by half-year: give a 1 January or a 1 July.`,
    "shipped-already": say`Relance knows the rate of this half-year already.`,
  },

  plans: {
    "step-unknown": say`A step of this plan does not exist in this version.`,
    "step-twice": (step) => say`The step “${step}” is there twice.`,
    "tone-unknown": (step) => say`Choose a tone for the step “${step}”.`,
    "offset-missing": (step) => say`Say how many days from the due date the step “${step}” comes.`,
    "offset-given": (step) => say`The day of the step “${step}” is the law's, not the plan's.`,
    "offset-before-due": (step) => say`The step “${step}” cannot come before the due date.`,
    "offset-not-rising": (step) => say`The step “${step}” must come after the one before it.`,
    "tone-sinks": (step) =>
      say`The step “${step}” is softer than the one before it: the tone never goes back down.`,
    "formal-step-too-soft": (step) => say`The step “${step}” asks for a firm or formal tone.`,
    "notice-without-reminder": say`A formal notice comes after at least one reminder or letter.`,
    "last-notice-without-formal-notice": say`The last notice comes after a formal notice.`,
    "legal-without-notice": say`The road to court comes after a formal notice.`,
    "nowhere-to-begin": say`A plan begins with the due date or the first reminder: keep one of the two.`,
  },
};

export const POLICY_WORDS: Messages<PolicyWords> = { fr: policyFr, en: policyEn };
