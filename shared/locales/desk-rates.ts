import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { formatPercent, longDate } from "./calendar-words.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

/** `1er semestre 2027` of `2027-S1`. */
const semestre = (halfYear: string): string =>
  `${halfYear.slice(-1) === "1" ? "1er" : "2d"} semestre ${halfYear.slice(0, 4)}`;
const halfYearEn = (halfYear: string): string =>
  `${halfYear.slice(-1) === "1" ? "first" : "second"} half of ${halfYear.slice(0, 4)}`;

/** The page of rates on the desk. */
const ratesFr = {
  title: dit("Taux"),
  intro: dit(
    "Les taux publiés que Relance connaît, avec leur source et la façon dont ils ont été lus. Au-delà du dernier taux connu, les intérêts s'arrêtent : rien n'est deviné.",
  ),
  series: {
    "ecb-mro": dit("BCE, refinancement principal, par semestre"),
    "ecb-mro-changes": dit("BCE, refinancement principal, par date de décision"),
    "fr-legal": dit("Intérêt légal français, créancier professionnel"),
    "fr-legal-private": dit("Intérêt légal français, créancier particulier"),
    "boe-base": dit("Banque d'Angleterre, par semestre"),
    "boe-base-changes": dit("Banque d'Angleterre, par date de décision"),
    "de-basiszins": dit("Taux de base allemand"),
  },
  others: dit("Séries montrées pour information : aucun intérêt ne s'y calcule"),
  columns: {
    from: dit("Depuis le"),
    rate: dit("Taux"),
    evidence: dit("Lecture"),
    source: dit("Source"),
  },
  from: (on: CalendarDate): Own => own(longDate(on, "fr")),
  percent: (basisPoints: number): Own => own(formatPercent(basisPoints, "fr")),
  evidence: {
    official: dit("officiel"),
    "cross-checked": dit("recoupé"),
    single: dit("une seule source"),
    memory: dit("de mémoire"),
    added: dit("ajouté par vous"),
  },
  toCheck: dit("à vérifier"),
  sources: dit("Sources"),
  missing: (halfYear: string): Sentence =>
    dire`Il manque le taux du ${own(semestre(halfYear))} : les intérêts s'arrêtent à la veille, et les étapes solennelles attendent.`,
  next: (halfYear: string): Sentence =>
    dire`Prochain taux à connaître : celui du ${own(semestre(halfYear))}.`,
  complete: dire`Aucun taux ne manque à ce jour.`,
  more: (count: number): Own => own(`Montrer les ${String(count)} taux plus anciens`),
  less: dit("Ne garder que les derniers"),
  add: {
    title: dit("Ajouter un taux publié"),
    hint: dit(
      "Un taux livré avec Relance ne se remplace pas ; le vôtre comble un semestre qui manque. Il est gardé avec sa source et votre nom.",
    ),
    series: dit("Série"),
    halfYear: dit("Semestre"),
    halfYearOf: (halfYear: string): Own => own(semestre(halfYear)),
    rate: dit("Taux publié, en % par an"),
    rateHint: dit("Le taux lui-même, sans les points que la loi y ajoute."),
    source: dit("Source"),
    sourceHint: dit("Par exemple : arrêté du 19 décembre 2026, JO du 22."),
    save: dit("Ajouter ce taux"),
    nothing: dit("Aucun semestre n'attend de taux dans cette série."),
    faults: {
      rate: dire`Un taux comme 2,40, entre -10 et 100.`,
      source: dire`Dites où vous l'avez lu.`,
    },
  },
  withdraw: dit("Retirer"),
  withdrawOf: (series: Own, from: Own): Own => own(`${series.own}, ${from.own}`),
  reason: dit("Pourquoi le retirer"),
  confirm: dit("Retirer ce taux"),
  cancel: dit("Annuler"),
};

export type DeskRatesWords = typeof ratesFr;

const ratesEn: DeskRatesWords = {
  title: own("Rates"),
  intro: own(
    "The published rates that Relance knows, with their source and how they were read. After the last known rate interest stops: nothing is guessed.",
  ),
  series: {
    "ecb-mro": own("ECB main refinancing, by half-year"),
    "ecb-mro-changes": own("ECB main refinancing, by day of decision"),
    "fr-legal": own("French legal interest, professional creditor"),
    "fr-legal-private": own("French legal interest, private creditor"),
    "boe-base": own("Bank of England, by half-year"),
    "boe-base-changes": own("Bank of England, by day of decision"),
    "de-basiszins": own("German base rate"),
  },
  others: own("Series shown for information: no interest is computed from them"),
  columns: {
    from: own("From"),
    rate: own("Rate"),
    evidence: own("How read"),
    source: own("Source"),
  },
  from: (on) => own(longDate(on, "en")),
  percent: (basisPoints) => own(formatPercent(basisPoints, "en")),
  evidence: {
    official: own("official"),
    "cross-checked": own("cross-checked"),
    single: own("one source only"),
    memory: own("from memory"),
    added: own("added by you"),
  },
  toCheck: own("to be checked"),
  sources: own("Sources"),
  missing: (halfYear) =>
    say`The rate of the ${own(halfYearEn(halfYear))} is missing: interest stops the day before, and formal steps wait.`,
  next: (halfYear) => say`Next rate to be known: the one of the ${own(halfYearEn(halfYear))}.`,
  complete: say`No rate is missing today.`,
  more: (count) => own(`Show the ${String(count)} older rates`),
  less: own("Show the latest only"),
  add: {
    title: own("Add a published rate"),
    hint: own(
      "A rate that ships with Relance cannot be replaced; yours fills a half-year that is missing. It is kept with its source and your name.",
    ),
    series: own("Series"),
    halfYear: own("Half-year"),
    halfYearOf: (halfYear) => own(halfYearEn(halfYear)),
    rate: own("Published rate, % a year"),
    rateHint: own("The rate itself, without the points that the law adds to it."),
    source: own("Source"),
    sourceHint: own("For example: order of 19 December 2026, official journal of the 22nd."),
    save: own("Add this rate"),
    nothing: own("No half-year of this series waits for a rate."),
    faults: {
      rate: say`A rate such as 2.40, between -10 and 100.`,
      source: say`Say where you read it.`,
    },
  },
  withdraw: own("Withdraw"),
  withdrawOf: (series, from) => own(`${series.own}, ${from.own}`),
  reason: own("Why withdraw it"),
  confirm: own("Withdraw this rate"),
  cancel: own("Cancel"),
};

export const DESK_RATES: Messages<DeskRatesWords> = { fr: ratesFr, en: ratesEn };
