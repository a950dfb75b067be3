import { DRAFT_KINDS } from "./drafting-kinds.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { Own } from "#shared/kernel/text.ts";
import { capital, own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import { CLOCK_ROW_WORDS } from "./clock-row-words.ts";
import { finerWord } from "./finer-words.ts";
import { gateSentencesEn } from "./gate-words.ts";
import { say } from "./locale.ts";
import type { RecoveryWords } from "./recovery-sentences.ts";
import { numericDate, shortDate } from "./short-dates.ts";
import { knownStep, quoted, typed } from "./recovery-sentences.ts";

const on = (date: CalendarDate): Own => own(longDate(date, "en"));
/** In a row of 42 letters: without its year where the day beside it has the same. */
const short = (date: CalendarDate, beside: CalendarDate | null): Own =>
  own(beside === null ? numericDate(date, "en") : shortDate(date, beside, "en"));
const sum = (amount: Money): Own => own(formatMoney(amount, "en"));

const number = (count: number, one: string, many: string): Own =>
  own(`${String(count)} ${count === 1 ? one : many}`);

const stepsEn: RecoveryWords["steps"] = {
  courtesy: "courtesy note before the due date",
  due: "reminder on the due date",
  "reminder-1": "first reminder",
  "reminder-2": "second reminder",
  call: "call",
  letter: "letter",
  "formal-notice": "formal notice",
  "last-notice": "last notice",
  legal: "legal route",
};

const FALLEN = {
  contact: "whom it is for is no longer a contact",
  paid: "what it asks for is no longer owed",
  held: "things have changed since",
  disputed: "part of it has been disputed since",
  money: "a payment or a credit note has come since",
};

const tonesEn: RecoveryWords["tones"] = {
  courteous: "courteous",
  neutral: "neutral",
  firm: "firm",
  formal: "formal",
};

const disputesEn: RecoveryWords["disputes"] = {
  not_delivered: "delivery",
  quality: "quality",
  price: "price",
  quantity: "quantity",
  not_ordered: "not ordered",
  duplicate: "invoiced twice",
  credit_due: "credit note expected",
  missing_reference: "missing reference",
  other: "other reason",
};

export const recoveryWordsEn: RecoveryWords = {
  steps: stepsEn,
  tones: tonesEn,
  rows: {
    clock: "DEADLINE",
    "to-read": "TO READ",
    broken: "BROKEN",
    promise: "PROMISE",
    check: "PAID?",
    draft: "DRAFT",
    blocked: "WAITING ON US",
    reminder: "REMINDER",
    call: "CALL",
    exhibit: "EXHIBIT",
  },
  chips: {
    clocks: "Deadlines",
    "to-read": "To read",
    promises: "Promises",
    reminders: "Reminders",
    calls: "Calls",
  },
  effects: {
    forbid: "No step possible",
    "forbid-higher": "No higher step",
    "forbid-formal": "No formal step",
    warn: "Good to know",
    says: "For information",
  },
  ages: {
    "not-due": "Not due",
    "1-30": "1–30 days",
    "31-60": "31–60 days",
    "61-90": "61–90 days",
    "over-90": "Over 90 days",
    contested: "Disputed",
    credit: "Credit of the debtor",
    total: "Total",
  },
  dated: {
    "due-date": "Due date",
    step: "Planned step",
    promise: "Promised payment",
    instalment: "Instalment",
    "hold-end": "End of hold",
    "put-off": "To take up again",
    clock: "Legal deadline",
  },
  disputes: disputesEn,
  replyInRow: (words, count) =>
    say`“${quoted(words)}”${count > 1 ? own(` (${String(count)} replies to read)`) : own("")}`,
  weekendsOnly: "Public holidays of this country are not known: only weekends are counted.",
  reasons: {
    ...gateSentencesEn({ steps: stepsEn, tones: tonesEn }),
    "step-due": ({ step, days, invoices }) =>
      days > 0
        ? say`${own(capital(stepsEn[step]))}, ${number(days, "day", "days")} late, ${number(invoices, "invoice", "invoices")}`
        : say`${own(capital(stepsEn[step]))}, ${days === 0 ? own("due today") : say`due in ${number(-days, "day", "days")}`}, ${number(invoices, "invoice", "invoices")}`,
    "group-step-due": ({ step, days, contested }) =>
      say`${own(capital(stepsEn[step]))}, ${own(days > 0 ? `${String(days)} d late` : days === 0 ? "due today" : `due in ${String(-days)} d`)}${contested === 0 ? own("") : say` · ${number(contested, "disputed invoice", "disputed invoices")} apart`}`,
    "promise-broken": ({ by, paymentsKnownOn, inPart, amount }) =>
      say`Promised by ${short(by, paymentsKnownOn)}, ${own(inPart ? "not enough" : "nothing")} in by ${short(paymentsKnownOn, by)}${amount === null ? own("") : say` (${sum(amount)} promised)`}`,
    "draft-waiting": ({ on: day, step }) =>
      say`Draft of ${short(day, null)}, not sent (${knownStep(stepsEn, step, DRAFT_KINDS.en)})`,
    "draft-fallen": ({ on: day, step, why }) =>
      say`Draft of ${short(day, null)} to discard (${knownStep(stepsEn, step, DRAFT_KINDS.en)}): ${own(FALLEN[why])}`,
    clock: ({ kind, lastOn, days }) => {
      const day = short(lastOn, addDays(lastOn, -days));
      if (days < 0) return say`${own(CLOCK_ROW_WORDS.en[kind])}: the time ended on ${day}`;
      return days === 0
        ? say`${own(CLOCK_ROW_WORDS.en[kind])}: today is the last day`
        : say`${own(CLOCK_ROW_WORDS.en[kind])} by ${day} (${number(days, "day", "days")})`;
    },
    "dispute-to-answer": ({ number: invoice, amount, answerBy, owner }) =>
      say`Answer${answerBy === null ? own("") : say` by ${short(answerBy, null)}`}: ${typed(invoice)}, ${sum(amount)} disputed${owner === null ? own("") : say` (${typed(owner)})`}`,
    "exhibit-missing": ({ on: day, count }) =>
      count < 2
        ? say`Sent on ${short(day, null)}, mail not kept`
        : say`${count} sent and their mails not kept, the first on ${short(day, null)}`,
    "reply-to-read": ({ on: day, from, words, count }) =>
      words !== null && words.trim() !== ""
        ? say`${own(count > 1 ? `${String(count)} replies to read, the first from` : "Reply to read, from")} ${short(day, null)}: “${quoted(words)}”`
        : say`${number(count, "reply", "replies")} to read, from ${short(day, null)}${from === null ? own("") : say`, by ${typed(from)}`}`,
    hold: ({ until, reason, invoices }) =>
      say`On hold ${until === null ? own("until further notice") : say`through ${on(until)}`}${invoices === 0 ? own("") : say` for ${number(invoices, "invoice", "invoices")}`}${reason === "" ? own("") : say`: ${typed(reason)}`}`,
    dispute: ({ number: invoice, amount, reason, mustAct }) =>
      say`Invoice ${typed(invoice)}: ${sum(amount)} disputed (${own(disputesEn[reason])}), ${own(mustAct === "us" ? "our turn to answer" : "waiting for the debtor")}`,
    "answer-owed": ({ on: day, asks, count }) =>
      say`Our turn to answer: ${finerWord("en", asks) ?? own("what they asked")} (${short(day, null)})${count > 1 ? own(`, ${String(count)} requests in all`) : own("")}`,
    "instalments-running": ({ next }) =>
      next === null ? say`Instalments running` : say`Instalments running, next one on ${on(next)}`,
    "instalment-missed": ({ by, missing }) =>
      say`Instalments: ${sum(missing)} missing on ${short(by, null)}`,
    "instalment-unverified": ({ by, paymentsKnownOn }) =>
      say`Instalments: check the bank for ${short(by, paymentsKnownOn)} (${paymentsKnownOn === null ? own("payments never taken in") : say`known up to ${short(paymentsKnownOn, by)}`})`,
    "promise-running": ({ by, amount }) =>
      say`${amount === null ? own("Payment promised") : say`${sum(amount)} promised`} by ${on(by)}`,
    "promise-undated": ({ on: day, waitUntil }) =>
      say`Payment promised without a date on ${on(day)}; taken up again on ${on(waitUntil)}`,
    "promise-conditional": ({ by, amount, condition }) =>
      say`${amount === null ? own("Payment promised") : say`${sum(amount)} promised`}${by === null ? own("") : say` by ${on(by)}`} on a condition (${typed(condition)}): is it met?`,
    "promise-unverified": ({ by, amount, paymentsKnownOn }) =>
      say`Promised by ${short(by, paymentsKnownOn)}, check the bank (${paymentsKnownOn === null ? own("payments never taken in") : say`known up to ${short(paymentsKnownOn, by)}`}${amount === null ? own("") : say`; ${sum(amount)} promised`})`,
    "out-of-office": ({ back }) => say`Out of office, back on ${on(back)}`,
    "contact-bounced": ({ address, on: day }) =>
      say`Mail to ${typed(address)} has failed since ${on(day)}: find another contact`,
    "contact-left": ({ address, on: day }) =>
      say`The contact ${typed(address)} has left (${on(day)}): find another contact`,
    "no-contact-address": () => say`No address to write to`,
    "payment-claimed": ({ on: day, paymentsKnownOn }) =>
      say`The debtor said on ${on(day)} that it was paid: check the bank (${paymentsKnownOn === null ? own("payments never taken in") : say`payments known up to ${on(paymentsKnownOn)}`})`,
    "payments-stale": ({ asOf, limit }) =>
      say`Payments known up to ${on(asOf)} only, more than ${number(limit, "working day", "working days")} ago`,
    "payments-never-known": () => say`Payments never taken in`,
    "answers-not-looked-at": ({ lastStepOn, lastLookOn }) =>
      say`Replies not looked at since the step of ${on(lastStepOn)}${lastLookOn === null ? own("") : say` (last look on ${on(lastLookOn)})`}`,
    discrepancy: ({ count }) =>
      say`${number(count, "discrepancy", "discrepancies")} to settle on this account`,
    "unknown-entry": ({ count }) =>
      count === 1
        ? say`One entry that this version cannot read: it may be a payment`
        : say`${count} entries that this version cannot read: they may be payments`,
    "unknown-kind": () => say`Debtor not identified: its kind is not known`,
    "too-soon": ({ lastOn, address }) =>
      address === undefined
        ? say`Last step on ${on(lastOn)}, less than 5 working days ago`
        : say`${typed(address)} was written to on ${on(lastOn)}, less than 5 working days ago`,
    "non-working-day": ({ next }) => say`Not a working day; the next one is ${on(next)}`,
    "put-off": ({ until, reason }) =>
      say`Put off to ${on(until)}${reason === "" ? own("") : say`: ${typed(reason)}`}`,
    "step-to-come": ({ step, on: day }) => say`Next step on ${on(day)}: ${own(stepsEn[step])}`,
    "step-without-date": ({ step }) =>
      say`${own(capital(stepsEn[step]))}: no date until the first presentation of the registered letter is proven`,
    "all-contested": () => say`All that is still owed is disputed`,
    "no-due-date": () => say`No due date: a condition is still to be met`,
    "road-ended": () => say`Every step of the plan is done`,
    "nothing-open": () => say`Nothing is owed`,
  },
};
