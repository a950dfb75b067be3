import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { formatPercent, longDate } from "./calendar-words.ts";
import type { Sentence } from "./locale.ts";
import { say } from "./locale.ts";
import type { StatementWords } from "./statement-fr.ts";

const sum = (amount: Money): Own => own(formatMoney(amount, "en"));
const percent = (basisPoints: number): Own => own(formatPercent(basisPoints, "en"));
const dayOf = (date: CalendarDate): Own => own(longDate(date, "en"));

/** `first half of 2027` of `2027-S1`. */
const half = (halfYear: string): Own =>
  own(`${halfYear.slice(-1) === "1" ? "first" : "second"} half of ${halfYear.slice(0, 4)}`);

const series: StatementWords["series"] = {
  "ecb-mro": own("ECB main refinancing rate, by half-year"),
  "ecb-mro-changes": own("ECB main refinancing rate, by date"),
  "fr-legal": own("French legal interest, professional creditor"),
  "fr-legal-private": own("French legal interest, private creditor"),
  "boe-base": own("Bank of England base rate, by half-year"),
  "boe-base-changes": own("Bank of England base rate, by date"),
  "de-basiszins": own("German base rate (Basiszinssatz, BGB § 247)"),
};

const evidence: StatementWords["evidence"] = {
  official: own("official page or faithful copy"),
  "cross-checked": own("to be checked: two secondary sources"),
  single: own("to be checked: one secondary source"),
  memory: own("to be checked: from memory"),
  added: own("added by you"),
  contract: own("rate of the contract"),
};

const ecbPlus8 = (law: string): Sentence =>
  say`Rate: ECB on the first day of the half-year, plus 8 points (${own(law)}).`;

const FRENCH_LEGAL = say`French legal interest, professional creditor (C. civ. 1231-6, CMF L313-2).`;

export const statementEn: StatementWords = {
  series,
  evidence,
  rateOf: (of, halfYear) => own(`${series[of].own}, ${half(halfYear).own}`),
  rules: {
    rate: own("rate"),
    "first-day": own("first day"),
    "fixed-sum": own("fixed sum"),
    "fixed-sum-each-invoice": own("a fixed sum for each invoice"),
    "one-rate": own("one rate until payment"),
    split: own("rate by half-year or rate of the beginning"),
    year: own("days of the year"),
    simple: own("simple interest"),
    "tax-included": own("interest on the amount with VAT"),
    "interest-first": own("payments settle interest first"),
    "contract-rate": own("rate of the contract"),
    "debtor-kind": own("non-professional debtor"),
  },
  formula: {
    "fr-b2b": say`Rate: ECB on 1 January or 1 July, plus 10 points (C. com. L441-10 II).`,
    "fr-public": say`Rate: ECB on the first day of the half-year in which interest began, plus 8 points (CCP R2192-31).`,
    "fr-consumer": FRENCH_LEGAL,
    "fr-nonprofessional": FRENCH_LEGAL,
    eu: ecbPlus8("Directive 2011/7/EU"),
    be: say`Rate: ECB on the first day of the half-year, plus 8 points, rounded up to the next half point (Belgium, Act of 2 August 2002, art. 5).`,
    lu: ecbPlus8("Luxembourg, Act of 18 April 2004"),
    es: ecbPlus8("Spain, Ley 3/2004, art. 7"),
    it: ecbPlus8("Italy, D.Lgs. 231/2002, art. 5"),
    nl: ecbPlus8("Netherlands, BW 6:119a"),
    ie: say`Rate: ECB in force on the due date, plus 8 points (Ireland, S.I. 580/2012).`,
    de: say`Rate: German base rate, plus 9 points (BGB § 288 II).`,
    "de-consumer": say`Rate: German base rate, plus 5 points (BGB § 288 I).`,
    uk: say`Rate: Bank of England on the 30 June or 31 December before interest began, plus 8 points (Late Payment of Commercial Debts (Interest) Act 1998).`,
  },
  contractRate: (basisPoints) => say`Rate of the contract: ${percent(basisPoints)} a year.`,
  firstDay: {
    due: say`First day: the day after the due date.`,
    notice: say`First day: the day after the formal notice, or after the due date if that is later.`,
  },
  basis: {
    "act/365": say`Base: actual days over 365, in leap years too.`,
    "act/act": say`Base: actual days over the days of each calendar year, 366 in leap years.`,
  },
  basisNotUsual: say`Official examples of this country divide by 365: the base chosen departs from them.`,
  split: {
    "half-year": say`Each half-year of the delay has its own rate. No text was found that settles it: this is a setting.`,
    frozen: say`One rate until payment, that of the beginning. No text was found that settles it: this is a setting.`,
    byLaw: say`One rate until payment: this is the rule here.`,
  },
  rounding: say`Simple interest, rounded to the smallest unit once a segment, halves up; a segment ends at a change of rate or at a payment, and the day of payment still counts at the old principal.`,
  allocation: {
    "principal-first": say`Payments settle principal first, then interest, then the fixed sum.`,
    "interest-first": say`Payments settle interest first, then principal, then the fixed sum (C. civ. 1343-1).`,
  },
  computedRate: say`To be checked: rate computed by formula, the country's official notice was not read.`,
  before2013: say`To be checked: before 2013 the French text did not tie the rate to 1 January and 1 July.`,
  weakRate: (of, halfYear, how) => say`${series[of]}, ${half(halfYear)} (${evidence[how]}).`,
  addedRate: (of, halfYear, source) =>
    say`${series[of]}, ${half(halfYear)}: added by you, source: ${source}.`,
  addedDiffers: (of, halfYear, shipped, added) =>
    say`${series[of]}, ${half(halfYear)}: the rate that ships (${percent(shipped)}) is kept, the one you added (${percent(added)}) differs.`,
  missingRate: (invoice, from, of, halfYear) =>
    say`Invoice ${invoice}: no interest is counted from ${dayOf(from)} on, since the rate of the ${half(halfYear)} is missing (${series[of]}).`,
  perDayUnknown: say`Amount per day unknown: the rate that applies from tomorrow is missing.`,
  noticeMissing: say`Without a formal notice no interest is counted. Where the contract says that the due date is enough, give the due date as the date of the notice.`,
  noticeLater: (on) =>
    say`The formal notice of ${dayOf(on)} is after the day of the statement: no interest is counted.`,
  debtorKind: say`Non-professional legal person: treated as a consumer, since the rate and the fixed sum between businesses are contestable.`,
  noFixedSum: say`No fixed sum: it may not be asked of this debtor.`,
  fixedSumEach: say`The fixed sum is counted for each overdue invoice.`,
  fixedSumApart: (amount) =>
    say`Fixed sum: ${sum(amount)}, owed in that currency and not part of the total.`,
  fixedSumUnknown: (currency) =>
    say`Fixed sum not given: its bands are not set in ${own(currency)}.`,
  defaultNeeded: say`Supposes a due date fixed by the calendar; else, in Germany, it takes a reminder, or 30 days after the invoice (BGB § 286).`,
  noCapitalisation: say`To be checked: the yearly capitalisation of Dutch law (BW 6:119a) is not applied.`,
  belowFloor: (halfYear, contract, floor) =>
    say`The rate of the contract (${percent(contract)}) is below the floor of the ${half(halfYear)}: three times the legal rate, that is ${percent(floor)} (C. com. L441-10 II).`,
  floorAboveDefault: (usual) =>
    say`In that half-year the floor was even above the default rate of the law (${percent(usual)}).`,
  floorUnknown: (halfYear) =>
    say`Floor of the contractual rate unknown for the ${half(halfYear)}: the legal rate is missing.`,
  contractUnchecked: say`To be checked: the limits that this country's law sets to the rate of a contract were not read.`,
  contractNotApplied: say`Rate of the contract not applied: it is not checked for this debtor; the rate of the law is counted.`,
  paymentLater: (on, amount) =>
    say`Payment of ${sum(amount)} on ${dayOf(on)}: after the day of the statement, not counted.`,
  paymentSpread: (on, amount) =>
    say`Payment of ${dayOf(on)}: ${sum(amount)} beyond the invoice that it names, set against the others.`,
  paymentLeft: (on, amount) =>
    say`Payment of ${dayOf(on)}: ${sum(amount)} beyond all that was owed on that day, a credit of the debtor and not deducted.`,
  rates: {
    columns: ["From", "Rate", "Evidence"],
    source: "Source",
    missing: (halfYear) => say`Missing: ${half(halfYear)}.`,
    none: say`Nothing is missing on that day.`,
    next: (halfYear) => say`Next rate to add: ${half(halfYear)}.`,
    listed: say`For information: no interest is computed from it.`,
  },
};
