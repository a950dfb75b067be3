import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { formatPercent, longDate } from "./calendar-words.ts";
import type { Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const somme = (amount: Money): Own => own(formatMoney(amount, "fr"));
const taux = (basisPoints: number): Own => own(formatPercent(basisPoints, "fr"));
const jour = (date: CalendarDate): Own => own(longDate(date, "fr"));

/** `premier semestre 2027` of `2027-S1`. */
const semestre = (halfYear: string): Own =>
  own(`${halfYear.slice(-1) === "1" ? "premier" : "second"} semestre ${halfYear.slice(0, 4)}`);

const series = {
  "ecb-mro": dit("Taux des opérations principales de refinancement de la BCE, par semestre"),
  "ecb-mro-changes": dit("Taux des opérations principales de refinancement de la BCE, par date"),
  "fr-legal": dit("Taux de l'intérêt légal, créancier professionnel"),
  "fr-legal-private": dit("Taux de l'intérêt légal, créancier particulier"),
  "boe-base": dit("Taux directeur de la Banque d'Angleterre, par semestre"),
  "boe-base-changes": dit("Taux directeur de la Banque d'Angleterre, par date"),
  "de-basiszins": dit("Taux de base allemand (Basiszinssatz, BGB § 247)"),
};

const evidence = {
  official: dit("page officielle ou copie fidèle"),
  "cross-checked": dit("à vérifier : deux sources secondaires"),
  single: dit("à vérifier : une seule source secondaire"),
  memory: dit("à vérifier : de mémoire"),
  added: dit("ajouté par vous"),
  contract: dit("taux du contrat"),
};

const ecbPlus8 = (law: string): Sentence =>
  dire`Taux : BCE au premier jour du semestre, plus 8 points (${own(law)}).`;

const fr = {
  series,
  evidence,
  /** The published rate of one half-year. */
  rateOf: (of: keyof typeof series, halfYear: string): Own =>
    own(`${series[of].own}, ${semestre(halfYear).own}`),
  rules: {
    rate: dit("taux"),
    "first-day": dit("premier jour"),
    "fixed-sum": dit("indemnité forfaitaire"),
    "fixed-sum-each-invoice": dit("une indemnité par facture"),
    "one-rate": dit("un seul taux jusqu'au paiement"),
    split: dit("taux par semestre ou taux du début"),
    year: dit("nombre de jours de l'année"),
    simple: dit("intérêts simples"),
    "tax-included": dit("intérêts sur le montant TTC"),
    "interest-first": dit("imputation sur les intérêts d'abord"),
    "contract-rate": dit("taux du contrat"),
    "debtor-kind": dit("débiteur non professionnel"),
  },
  formula: {
    "fr-b2b": dire`Taux : BCE au 1er janvier ou au 1er juillet, plus 10 points (C. com. L441-10 II).`,
    "fr-public": dire`Taux : BCE au premier jour du semestre où les intérêts ont commencé à courir, plus 8 points (CCP R2192-31).`,
    "fr-consumer": dire`Taux de l'intérêt légal, créancier professionnel (C. civ. 1231-6, CMF L313-2).`,
    "fr-nonprofessional": dire`Taux de l'intérêt légal, créancier professionnel (C. civ. 1231-6, CMF L313-2).`,
    eu: ecbPlus8("directive 2011/7/UE"),
    be: dire`Taux : BCE au premier jour du semestre, plus 8 points, arrondi au demi-point supérieur (loi belge du 2 août 2002, art. 5).`,
    lu: ecbPlus8("loi luxembourgeoise du 18 avril 2004"),
    es: ecbPlus8("loi espagnole 3/2004, art. 7"),
    it: ecbPlus8("décret législatif italien 231/2002, art. 5"),
    nl: ecbPlus8("code civil néerlandais, BW 6:119a"),
    ie: dire`Taux : BCE en vigueur à l'échéance, plus 8 points (Irlande, S.I. 580/2012).`,
    de: dire`Taux : taux de base allemand, plus 9 points (BGB § 288 II).`,
    "de-consumer": dire`Taux : taux de base allemand, plus 5 points (BGB § 288 I).`,
    uk: dire`Taux : Banque d'Angleterre au 30 juin ou au 31 décembre qui précède le début des intérêts, plus 8 points (Late Payment of Commercial Debts (Interest) Act 1998).`,
  },
  contractRate: (basisPoints: number): Sentence =>
    dire`Taux du contrat : ${taux(basisPoints)} par an.`,
  firstDay: {
    due: dire`Premier jour : le lendemain de l'échéance.`,
    notice: dire`Premier jour : le lendemain de la mise en demeure, ou de l'échéance si elle est postérieure.`,
  },
  basis: {
    "act/365": dire`Base : jours réels sur 365, années bissextiles comprises.`,
    "act/act": dire`Base : jours réels sur les jours de chaque année civile, 366 les années bissextiles.`,
  },
  basisNotUsual: dire`Les exemples officiels de ce pays divisent par 365 : la base choisie s'en écarte.`,
  split: {
    "half-year": dire`Chaque semestre de retard porte son propre taux. Aucun texte trouvé ne tranche : c'est un réglage.`,
    frozen: dire`Un seul taux jusqu'au paiement, celui du début. Aucun texte trouvé ne tranche : c'est un réglage.`,
    byLaw: dire`Un seul taux jusqu'au paiement : c'est la règle de ce régime.`,
  },
  rounding: dire`Intérêts simples, arrondis à la plus petite unité une fois par segment, la moitié vers le haut ; un segment finit à un changement de taux ou à un règlement, et le jour du règlement compte encore sur l'ancien principal.`,
  allocation: {
    "principal-first": dire`Les règlements s'imputent sur le principal d'abord, puis sur les intérêts, puis sur l'indemnité.`,
    "interest-first": dire`Les règlements s'imputent sur les intérêts d'abord, puis sur le principal, puis sur l'indemnité (C. civ. 1343-1).`,
  },
  computedRate: dire`À vérifier : taux calculé par formule, l'avis officiel du pays n'a pas été lu.`,
  before2013: dire`À vérifier : avant 2013, le texte français ne fixait pas le taux au 1er janvier et au 1er juillet.`,
  weakRate: (of: keyof typeof series, halfYear: string, how: keyof typeof evidence): Sentence =>
    dire`${series[of]}, ${semestre(halfYear)} (${evidence[how]}).`,
  addedRate: (of: keyof typeof series, halfYear: string, source: Foreign): Sentence =>
    dire`${series[of]}, ${semestre(halfYear)} : ajouté par vous, source : ${source}.`,
  addedDiffers: (
    of: keyof typeof series,
    halfYear: string,
    shipped: number,
    added: number,
  ): Sentence =>
    dire`${series[of]}, ${semestre(halfYear)} : le taux fourni (${taux(shipped)}) est gardé, celui que vous avez ajouté (${taux(added)}) en diffère.`,
  missingRate: (
    invoice: Foreign,
    from: CalendarDate,
    of: keyof typeof series,
    halfYear: string,
  ): Sentence =>
    dire`Facture ${invoice} : aucun intérêt compté depuis le ${jour(from)}, car il manque le taux du ${semestre(halfYear)} (${series[of]}).`,
  perDayUnknown: dire`Montant par jour inconnu : le taux applicable à partir de demain manque.`,
  noticeMissing: dire`Sans mise en demeure, aucun intérêt n'est compté. Si le contrat dit que l'échéance suffit, donnez la date d'échéance comme date de mise en demeure.`,
  noticeLater: (on: CalendarDate): Sentence =>
    dire`La mise en demeure du ${jour(on)} est postérieure au décompte : aucun intérêt n'est compté.`,
  debtorKind: dire`Personne morale non professionnelle : traitée comme un consommateur, car le taux et l'indemnité entre professionnels sont contestables.`,
  noFixedSum: dire`Aucune indemnité forfaitaire : elle ne se demande pas à ce débiteur.`,
  fixedSumEach: dire`Indemnité forfaitaire comptée pour chaque facture en retard.`,
  fixedSumApart: (sum: Money): Sentence =>
    dire`Indemnité forfaitaire : ${somme(sum)}, due dans cette monnaie et non comprise dans le total.`,
  fixedSumUnknown: (currency: string): Sentence =>
    dire`Indemnité forfaitaire non chiffrée : ses tranches ne sont pas données en ${own(currency)}.`,
  defaultNeeded: dire`Suppose une échéance fixée par le calendrier ; sinon, en Allemagne, il faut un rappel, ou 30 jours après la facture (BGB § 286).`,
  noCapitalisation: dire`À vérifier : la capitalisation annuelle du droit néerlandais (BW 6:119a) n'est pas appliquée.`,
  belowFloor: (halfYear: string, contract: number, floor: number): Sentence =>
    dire`Taux du contrat (${taux(contract)}) inférieur au plancher du ${semestre(halfYear)} : trois fois le taux légal, soit ${taux(floor)} (C. com. L441-10 II).`,
  floorAboveDefault: (usual: number): Sentence =>
    dire`Ce semestre-là, le plancher dépassait même le taux légal par défaut (${taux(usual)}).`,
  floorUnknown: (halfYear: string): Sentence =>
    dire`Plancher du taux du contrat inconnu pour le ${semestre(halfYear)} : le taux légal manque.`,
  contractUnchecked: dire`À vérifier : les limites que la loi de ce pays met au taux d'un contrat n'ont pas été lues.`,
  contractNotApplied: dire`Taux du contrat non appliqué : il n'est pas vérifié pour ce débiteur ; le taux de la loi est compté.`,
  paymentLater: (on: CalendarDate, amount: Money): Sentence =>
    dire`Règlement de ${somme(amount)} du ${jour(on)} : postérieur au décompte, non compté.`,
  paymentSpread: (on: CalendarDate, amount: Money): Sentence =>
    dire`Règlement du ${jour(on)} : ${somme(amount)} au-delà de la facture nommée, portés sur les autres.`,
  paymentLeft: (on: CalendarDate, amount: Money): Sentence =>
    dire`Règlement du ${jour(on)} : ${somme(amount)} au-delà de tout ce qui était dû ce jour-là, à l'avoir du débiteur et non déduits.`,
  rates: {
    columns: ["Depuis le", "Taux", "Preuve"] as readonly [string, string, string],
    source: "Source",
    missing: (halfYear: string): Sentence => dire`Il manque : ${semestre(halfYear)}.`,
    none: dire`Rien ne manque à cette date.`,
    next: (halfYear: string): Sentence => dire`Prochain taux à ajouter : ${semestre(halfYear)}.`,
    listed: dire`Pour information : aucun intérêt n'en est calculé.`,
  },
};

export type StatementWords = typeof fr;
export const statementFr: StatementWords = fr;
