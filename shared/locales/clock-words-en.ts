import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { groupDigits } from "#shared/kernel/money.ts";
import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import type { ClockWords } from "./clock-words-fr.ts";
import { say } from "./locale.ts";

const on = (date: CalendarDate): Own => own(longDate(date, "en"));
const number = (count: number, one: string, many: string): Own =>
  own(`${groupDigits(String(count), ",")} ${count === 1 ? one : many}`);

export const clockWordsEn: ClockWords = {
  title: own("Deadlines"),
  intro: own(
    "Each deadline bears its text. “To be checked”: read in a secondary source, or from memory. This is no legal advice.",
  ),
  none: own("No deadline is running."),
  back: own("Debtor's file"),
  states: {
    running: own("running"),
    passed: own("passed"),
    done: own("done"),
    unknown: own("unknown"),
  },
  sides: { ours: own("ours to act"), theirs: own("to wait for") },
  lastDay: (day, days) =>
    days < 0
      ? say`The last day passed ${number(-days, "day", "days")} ago: ${on(day)}.`
      : days === 0
        ? say`Last day: today.`
        : say`Last day: ${on(day)}, in ${number(days, "day", "days")}.`,
  unknownDay: own("Last day unknown."),
  done: own("Done, or no longer needed."),
  starts: (day) => say`Runs from ${on(day)}.`,
  startUnknown: own("Start unknown."),
  counted: (from, day, { unit, count }) =>
    say`${unit === "days" ? number(count, "day", "days") : number(count, "month", "months")} from: ${from}, ${on(day)}.`,
  dueDate: own("due date of the invoice"),
  moved: {
    law: (to) => say`Moved to the next working day, ${on(to)} (CPC 642).`,
    custom: (to) => say`Moved by custom to the next working day, ${on(to)}.`,
  },
  before: (day) => say`No text moves it: to be done by ${on(day)}, the last working day before.`,
  policy: own("Credit insurance policy: this is no rule of law."),
  toCheck: own("to be checked"),
  unknownMark: own("not found"),
  needs: {
    "debtor-kind": own("What kind of debtor it is, is missing."),
    "law-of-claim": own("Relance does not know the law that applies."),
    "publication-date": own("The day of publication in the BODACC is missing."),
    "certificate-served": own("The day on which the certificate was served is missing."),
    "act-in-person": own(
      "The first act served in person, or the first seizure, is missing: the time stays open.",
    ),
    "letter-channel": own("How the formal notice was sent is missing."),
    "first-presentation": own("The proof of first presentation is missing."),
    "due-date": own("The due date is missing."),
    "end-of-suspension": own("The time stands still: the end of the suspension is missing."),
  },
  actions: {
    stop: own("Done or not needed"),
    insolvency: own("Complete the proceedings"),
    "letter-sent": own("Say how it was sent"),
    "letter-proof": own("Add the proof"),
    "legal-fact": own("Date the act"),
    suspension: own("Date the end"),
    debtor: own("Complete the debtor"),
    interruption: own("Record the acknowledgement"),
  },
  invoices: (count) => number(count, "invoice", "invoices"),
  acknowledgements: {
    title: own("Possible acknowledgements"),
    kinds: {
      promise: (day) => say`Written promise of ${on(day)}.`,
      "request-for-time": (day) => say`Request for time of ${on(day)}.`,
      instalments: (day) => say`Instalments agreed on ${on(day)}.`,
      "part-payment": (day) => say`Part payment of ${on(day)}.`,
    },
  },
  missing: {
    title: own("What is missing before the next serious step"),
    before: (step) => say`Before: ${step}.`,
    none: own("The file lacks nothing for this step."),
    needed: { formal: own("necessary"), advised: own("advised") },
    codes: {
      debtor: own("Who the debtor is"),
      address: own("The debtor's postal address"),
      siren: own("The debtor's SIREN"),
      "identity-check": own("The identity checked in the register"),
      "invoice-copy": own("The copy of the invoice"),
      "order-or-contract": own("The contract, signed quote or order"),
      "delivery-proof": own("The proof of delivery or performance"),
      terms: own("The general terms, or where they stand"),
      "order-number": own("The order number that this debtor asks for"),
      "service-code": own("The service code that this debtor asks for"),
      mediator: own("The consumer mediator (name and site)"),
      "letter-sent": own("How the formal notice was sent"),
      "letter-deposit": own("The proof of deposit of the formal notice"),
      "letter-presentation": own("The proof of first presentation of the formal notice"),
      "sent-mail": own("The mail of a reminder declared sent"),
    },
    add: own("Add"),
  },
  routes: {
    title: own("Routes of recovery"),
    lacks: own("The file lacks"),
    lacksNothing: own("Nothing is missing of what the file can hold."),
    forum: own("Before"),
    delay: own("Time"),
    costs: own("Cost"),
    availability: own("Route"),
    conditions: own("Conditions"),
    counts: (met, notMet, unknown) =>
      say`${number(met, "condition met", "conditions met")}, ${notMet} not met, ${unknown} unknown`,
    interestUnknown: own("Interest not counted: its rate is not known."),
  },
  statement: {
    title: own("Statement"),
    asOf: (day) => say`As of ${on(day)}, included.`,
    columns: {
      invoice: own("Invoice"),
      from: own("From"),
      to: own("To"),
      days: own("Days"),
      principal: own("Principal"),
      rate: own("Rate"),
      interest: own("Interest"),
      source: own("Source"),
    },
    principal: own("Principal"),
    interest: own("Interest"),
    compensation: own("Fixed compensation"),
    total: own("Total"),
    perDay: own("Each day from then on"),
    method: own("Method"),
    rules: own("Texts"),
    noText: own("no text found"),
    orders: {
      "principal-first": own("Payments on principal first"),
      "interest-first": own("Payments on interest first"),
    },
    chosen: own("chosen"),
    missing: own("Missing rates"),
    contested: own("Disputed: computed apart, not claimed"),
    base: own("Base"),
    bases: { "act/365": own("365"), "act/act": own("days of the year") },
    changeOrder: own("Choose the order of allocation"),
    stopped: (invoice, judgmentOn) =>
      say`Invoice ${invoice}: interest stopped by the judgment of ${on(judgmentOn)} (C. com. L622-28, to be checked).`,
    noticeUnproven: (invoice) =>
      say`Invoice ${invoice}: formal notice without proof of presentation, no interest counted.`,
    undated: (amount) =>
      say`${amount} without a due date: part of the principal, without interest.`,
    debtorUnknown: own("Debtor not identified: its kind gives the rule."),
    lawUnknown: own("Relance does not know the rules of this country, or of this debtor there."),
    rateBefore: own("The debt is older than the first rate that is known."),
    legalOnly: own("What the law gives on that day. The debtor is asked only for what you claim."),
    nothing: own("Nothing is due: no statement."),
    fault: own("The statement cannot be made."),
  },
};
