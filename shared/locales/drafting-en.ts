import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { DisputeReason } from "#shared/kernel/parties.ts";
import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { formatPercent, longDate, weekdayDate } from "./calendar-words.ts";
import type { DraftingMessages } from "./drafting-fr.ts";
import type { Sentence } from "./locale.ts";
import { say } from "./locale.ts";

const date = (on: CalendarDate): Own => own(longDate(on, "en"));
const day = (on: CalendarDate): Own => own(weekdayDate(on, "en"));
const sum = (amount: Money): Own => own(formatMoney(amount, "en"));
const rateOf = (basisPoints: number): Own => own(formatPercent(basisPoints, "en"));
const days = (count: number): Own => own(count === 1 ? "1 day" : `${String(count)} days`);

const halfYearWords = (halfYear: string): Own =>
  own(
    `${halfYear.endsWith("S1") ? "first" : "second"} half of ${halfYear.slice(0, halfYear.indexOf("-"))}`,
  );

const REASONS: Readonly<Record<DisputeReason, string>> = {
  not_delivered: "the delivery",
  quality: "the quality",
  price: "the price",
  quantity: "the quantity",
  not_ordered: "the order itself",
  duplicate: "a double billing",
  credit_due: "a credit note you are expecting",
  missing_reference: "a missing reference",
  other: "a point you have raised",
};

const PROOFS: Readonly<Record<DisputeReason, string>> = {
  not_delivered: "what is missing and when you expected to receive it",
  quality: "a description of the defects, with photographs if possible",
  price: "the quotation or purchase order showing the agreed price",
  quantity: "the delivery note or a count of what you received",
  not_ordered: "the name of the person who took delivery, if you know it",
  duplicate: "the number of the other invoice",
  credit_due: "the reference or the subject of the credit note you are expecting",
  missing_reference: "the reference to be shown on the invoice",
  other: "any documents or details that would help",
};

const fixedSums = (sums: readonly Money[]): Sentence => {
  const [first] = sums;
  if (first === undefined) return say`a fixed sum set by that Act`;
  return sums.length === 1
    ? say`a fixed sum of ${sum(first)}`
    : say`a fixed sum of £40, £70 or £100, depending on the size of the debt,`;
};

/** The words of letters, in English. */
export const draftingEn: DraftingMessages = {
  greeting: (name) => (name === null ? say`Hello,` : say`Dear ${name},`),
  letterGreeting: (name) => (name === null ? say`Dear Sir or Madam,` : say`Dear ${name},`),
  closing: () => say`Kind regards,`,
  formalClosing: (named) => (named ? say`Yours sincerely,` : say`Yours faithfully,`),
  soleTrader: "EI",
  siren: (digits) => say`SIREN ${digits}`,
  phone: (number) => say`Tel. ${number}`,
  referenceFoot: (reference) => say`Our reference: ${reference} (please keep it in your replies)`,
  letterDate: (today) => say`${date(today)}`,

  columns: {
    invoice: own("Invoice"),
    issued: own("Date"),
    due: own("Due date"),
    order: own("Your order"),
    total: own("Amount"),
    sinceDue: own("Since due date"),
    late: own("Overdue by"),
    open: own("Amount due"),
    totalRow: own("Total"),
    lower: own("For information, also on your account:"),
    remaining: own("Still on your account:"),
  },
  cells: {
    date: (on) => date(on),
    days: (count) => days(count),
    amount: (amount) => sum(amount),
    none: own("–"),
  },

  attached: (count, names) =>
    count === 1
      ? say`A copy of the invoice is attached (${names}).`
      : say`Copies of the invoices are attached (${names}).`,
  attachedAgain: (count, names) =>
    count === 1
      ? say`Another copy of the invoice is attached (${names}).`
      : say`Further copies of the invoices are attached (${names}).`,
  copyOnRequest: (count) =>
    count === 1
      ? say`If you would like a copy of the invoice, just reply to this message.`
      : say`If you would like copies of the invoices, just reply to this message.`,
  andMore: (count) => say` and ${count} more`,
  and: own(" and "),

  payTo: (iban, bic, label) =>
    bic === null
      ? say`Payment by bank transfer: IBAN ${iban}, quoting ${label}.`
      : say`Payment by bank transfer: IBAN ${iban}, BIC ${bic}, quoting ${label}.`,
  payAsOnInvoice: (count) =>
    count === 1
      ? say`Payment details are shown on the invoice.`
      : say`Payment details are shown on the invoices.`,

  asOf: (on) => say`These amounts do not reflect any payment received after ${date(on)}.`,
  ignoreIfPaid: () =>
    say`If you have just made this payment, thank you: please ignore this message.`,

  setAside: (number, amount, reason) =>
    say`Your complaint about invoice ${number} (concerning ${own(REASONS[reason])}) is being looked into: the ${sum(amount)} concerned has been set aside and is not part of the amounts above.`,

  courtesy: {
    subject: (number, dueOn) => say`Invoice ${number}: due on ${date(dueOn)}`,
    subjectMany: (count, dueOn) =>
      dueOn === null
        ? say`Your ${count} invoices falling due soon`
        : say`Your ${count} invoices: due on ${date(dueOn)}`,
    open: ({ count, total, dueOn }) =>
      count === 1 && dueOn !== null
        ? say`To help you plan your payments, this is a friendly note that the invoice below, for ${sum(total)}, falls due on ${date(dueOn)}.`
        : dueOn === null
          ? say`To help you plan your payments, this is a friendly note that the ${count} invoices below, for a total of ${sum(total)}, fall due soon.`
          : say`To help you plan your payments, this is a friendly note that the ${count} invoices below, for a total of ${sum(total)}, fall due on ${date(dueOn)}.`,
    ask: (count) =>
      count === 1
        ? say`Have you received this invoice, and do you have everything you need to pay it (order number, supporting documents)?`
        : say`Have you received these invoices, and do you have everything you need to pay them (order number, supporting documents)?`,
    ignore: () => say`If payment is already on its way, thank you: please ignore this message.`,
  },

  due: {
    subject: (number, dueOn) => say`Invoice ${number} fell due on ${date(dueOn)}`,
    subjectMany: (count) => say`Your ${count} invoices that have fallen due`,
    open: ({ count, total, dueOn }) =>
      count === 1 && dueOn !== null
        ? say`The invoice below, for ${sum(total)}, fell due on ${date(dueOn)} and we have not received payment yet.`
        : say`The ${count} invoices below, for a total of ${sum(total)}, have fallen due and we have not received payment yet.`,
    ask: (count) =>
      count === 1
        ? say`Could you confirm that payment is scheduled?`
        : say`Could you confirm that payment of these invoices is scheduled?`,
    ignore: () => say`If payment is already on its way, thank you: please ignore this message.`,
  },

  reminder1: {
    subject: (number, dueOn) => say`Reminder: invoice ${number} was due on ${date(dueOn)}`,
    subjectMany: (count) => say`Reminder: ${count} invoices past their due date`,
    openCourteous: ({ count, total, dueOn }) =>
      count === 1 && dueOn !== null
        ? say`Unless we are mistaken, the invoice below, due on ${date(dueOn)}, is still open for ${sum(total)}. It has probably just been overlooked.`
        : say`Unless we are mistaken, the ${count} invoices below, now past their due date, are still open for a total of ${sum(total)}. They have probably just been overlooked.`,
    openNeutral: ({ count, total, dueOn }) =>
      count === 1 && dueOn !== null
        ? say`Unless we are mistaken, the invoice below, due on ${date(dueOn)}, has not been paid yet. The amount due is ${sum(total)}.`
        : say`Unless we are mistaken, the ${count} invoices below, now past their due date, have not been paid yet. The total due is ${sum(total)}.`,
    ask: (replyBy) =>
      say`Could you let us know, by ${day(replyBy)} if possible, when we can expect your payment?`,
  },

  reminder2: {
    subject: (number, late) => say`Second reminder: invoice ${number}, ${days(late)} overdue`,
    subjectMany: (count) => say`Second reminder: ${count} overdue invoices`,
    openNeutral: ({ count, total, previousOn }) =>
      previousOn === null
        ? count === 1
          ? say`We are writing again about the invoice below, which is still open for ${sum(total)}.`
          : say`We are writing again about the ${count} invoices below, which are still open for a total of ${sum(total)}.`
        : count === 1
          ? say`Following our reminder of ${date(previousOn)}, the invoice below is still open for ${sum(total)}.`
          : say`Following our reminder of ${date(previousOn)}, the ${count} invoices below are still open for a total of ${sum(total)}.`,
    openFirm: ({ count, total, previousOn }) =>
      previousOn === null
        ? count === 1
          ? say`The invoice below remains unpaid. The amount due is ${sum(total)}.`
          : say`The ${count} invoices below remain unpaid. The total due is ${sum(total)}.`
        : count === 1
          ? say`Despite our reminder of ${date(previousOn)}, the invoice below remains unpaid. The amount due is ${sum(total)}.`
          : say`Despite our reminder of ${date(previousOn)}, the ${count} invoices below remain unpaid. The total due is ${sum(total)}.`,
    askNeutral: (replyBy) =>
      say`Could you make this payment by ${day(replyBy)} or, if something is holding it up, let us know what it is?`,
    askFirm: (replyBy) =>
      say`We ask you to make this payment by ${day(replyBy)} or, if something stands in the way, to tell us the reason by that date.`,
  },

  call: {
    subject: (on, number) => say`Following our call of ${date(on)}: invoice ${number}`,
    subjectMany: (on, count) => say`Following our call of ${date(on)}: ${count} invoices`,
    spoken: (on, person, count) => {
      const about = own(count === 1 ? "about the invoice below" : "about the invoices below");
      return person === null
        ? say`Thank you for our telephone conversation of ${date(on)} ${about}.`
        : say`We are writing further to our telephone conversation of ${date(on)} with ${person} ${about}.`;
    },
    promised: (by, amount) =>
      amount === null
        ? say`We were told that payment would be made on ${day(by)}.`
        : say`We were told that a payment of ${sum(amount)} would be made on ${day(by)}.`,
    askConfirm: () => say`Could you confirm this date simply by replying to this message?`,
    willCheck: () => say`We were told that you would check where this payment stands.`,
    askDate: (replyBy) => say`Could you let us have the date of payment by ${day(replyBy)}?`,
    noAnswer: (on, count) =>
      count === 1
        ? say`We tried to reach you by telephone on ${date(on)}, without success, about the invoice below, which is still open.`
        : say`We tried to reach you by telephone on ${date(on)}, without success, about the ${count} invoices below, which are still open.`,
    askDateOrMoment: (replyBy) =>
      say`Could you let us know, by ${day(replyBy)}, when payment is planned or when it would suit you to talk?`,
  },

  letter: {
    subject: (number) => say`Reminder letter: invoice ${number}`,
    subjectMany: (count) => say`Reminder letter: ${count} overdue invoices`,
    openNeutral: ({ count, total, previousOn }) =>
      previousOn === null
        ? count === 1
          ? say`The invoice below is still open for ${sum(total)}.`
          : say`The ${count} invoices below are still open for a total of ${sum(total)}.`
        : count === 1
          ? say`Following our message of ${date(previousOn)}, the invoice below is still open for ${sum(total)}.`
          : say`Following our message of ${date(previousOn)}, the ${count} invoices below are still open for a total of ${sum(total)}.`,
    openFirm: ({ count, total, previousOn }) =>
      previousOn === null
        ? count === 1
          ? say`The invoice below remains unpaid. The amount due is ${sum(total)}.`
          : say`The ${count} invoices below remain unpaid. The total due is ${sum(total)}.`
        : count === 1
          ? say`Despite our reminders, the latest of ${date(previousOn)}, the invoice below remains unpaid. The amount due is ${sum(total)}.`
          : say`Despite our reminders, the latest of ${date(previousOn)}, the ${count} invoices below remain unpaid. The total due is ${sum(total)}.`,
    askNeutral: (replyBy) =>
      say`We would be grateful if you could make this payment by ${day(replyBy)}, or contact us before then if there is a difficulty.`,
    askFirm: (replyBy) =>
      say`We ask you to make this payment by ${day(replyBy)}, or to contact us before then.`,
    ignore: () => say`If you have just made this payment, thank you: please ignore this letter.`,
    nextNeutral: () =>
      say`If we have not heard from you by that date, the next step would be a formal notice, which we hope to avoid.`,
    nextFirm: () =>
      say`If we have received neither payment nor a reply by that date, the next step will be a formal notice.`,
  },

  promise: {
    subject: (by, number) => say`Payment announced for ${date(by)}: invoice ${number}`,
    subjectMany: (by, count) => say`Payment announced for ${date(by)}: ${count} invoices`,
    made: {
      mail: (on) => say`In your e-mail of ${date(on)}`,
      call: (on) => say`During our call of ${date(on)}`,
      letter: (on) => say`In your letter of ${date(on)}`,
      meeting: (on) => say`At our meeting of ${date(on)}`,
    },
    said: (made, amount, by) =>
      amount === null
        ? say`${made}, you told us to expect payment by ${date(by)}.`
        : say`${made}, you told us to expect a payment of ${sum(amount)} by ${date(by)}.`,
    quoted: (made, amount, by, quote) =>
      amount === null
        ? say`${made}, you told us to expect payment by ${date(by)}: “${quote}”.`
        : say`${made}, you told us to expect a payment of ${sum(amount)} by ${date(by)}: “${quote}”.`,
    notYetHere: (count, total) =>
      count === 1
        ? say`Unless we are mistaken, it has not reached us in full: the invoice below is still open for ${sum(total)}.`
        : say`Unless we are mistaken, it has not reached us in full: the ${count} invoices below are still open for ${sum(total)}.`,
    askCourteous: (replyBy) =>
      say`Could you confirm that this payment will reach us by ${day(replyBy)}?`,
    askFirm: (replyBy) =>
      say`We ask you to make this payment by ${day(replyBy)}, or to tell us what is preventing it.`,
  },

  interest: {
    lead: {
      neutral: own("For information, "),
      firm: own("Please note that "),
    },
    frBusiness: (lead, rate, fixed) => {
      const at =
        rate === null
          ? say`at the rate set by law`
          : say`at a yearly rate of ${rateOf(rate.basisPoints)} for the ${halfYearWords(rate.halfYear)} (ECB rate plus 10 points)`;
      return say`${lead}under article L441-10 of the French Commercial Code, late-payment interest runs as of right, without any reminder being needed, from the day after the due date, ${at}, unless we have agreed on another rate. A fixed sum of ${sum(fixed)} for recovery costs is also due as of right for each overdue invoice. These sums are not included in the amounts above.`;
    },
    frPublic: (lead, basisPoints, fixed) => {
      const at =
        basisPoints === null
          ? say`at the ECB rate plus 8 points`
          : say`at the ECB rate plus 8 points, that is ${rateOf(basisPoints)} a year`;
      return say`${lead}under the French Public Procurement Code (articles L2192-13, R2192-31 and D2192-35), late-payment interest runs as of right from the day after the end of the payment period, ${at}. A fixed sum of ${sum(fixed)} for recovery costs is also due as of right for each overdue invoice. These sums are not included in the amounts above.`;
    },
    ukBusiness: (lead, basisPoints, fixed) => {
      const at =
        basisPoints === null
          ? say`at 8% above the Bank of England base rate`
          : say`at 8% above the Bank of England base rate, that is ${rateOf(basisPoints)} a year,`;
      return say`${lead}under the Late Payment of Commercial Debts (Interest) Act 1998, statutory interest runs from the day after the due date ${at} unless the contract provides otherwise. In addition, ${fixedSums(fixed)} is due for each overdue invoice. These sums are not included in the amounts above.`;
    },
  },

  disputeAcknowledged: {
    subject: (number) => say`Your complaint: invoice ${number}`,
    subjectMany: (count) => say`Your complaint: ${count} invoices`,
    received: (on) =>
      say`We received your complaint on ${date(on)}, and thank you for raising it with us.`,
    understood: (number, amount, reason) =>
      say`We understand that it concerns ${own(REASONS[reason])} (invoice ${number}), for ${sum(amount)}.`,
    understoodMany: () => say`We understand that it concerns:`,
    item: (number, amount, reason) =>
      say`invoice ${number}: ${own(REASONS[reason])}, for ${sum(amount)}`,
    yourWords: (quote) => say`You wrote: “${quote}”.`,
    suspended: () =>
      say`While we look into it, we will send no further reminder about the disputed part.`,
    whoAnswers: (person, by) =>
      say`${person} is looking after your complaint and will reply by ${day(by)}.`,
    need: (reason) => say`To help us look into it, could you send us ${own(PROOFS[reason])}?`,
    needMany: () =>
      say`To help us look into it, could you send us any documents or details that would help (photographs, delivery notes, references)?`,
    reserved: () =>
      say`This message neither accepts nor rejects your complaint, and each party's rights remain reserved.`,
    undisputed: (count, total) =>
      count === 1
        ? say`The part that is not disputed, ${sum(total)}, can be paid now:`
        : say`The amounts that are not disputed, ${sum(total)} in total, can be paid now:`,
  },

  instalments: {
    subject: (number) => say`Your request to pay in instalments: invoice ${number}`,
    subjectMany: (count) => say`Your request to pay in instalments: ${count} invoices`,
    received: (on) =>
      say`We received your request to pay in instalments on ${date(on)}, and we are willing to look into it with you.`,
    concerned: (count, total) =>
      count === 1
        ? say`It concerns the invoice below, for ${sum(total)}:`
        : say`It concerns the ${count} invoices below, for a total of ${sum(total)}:`,
    ask: (replyBy) =>
      say`Could you propose, by ${day(replyBy)}, a precise schedule with the date and amount of each payment?`,
    untilThen: () =>
      say`Until we have agreed on a schedule in writing, the original due dates continue to apply.`,
  },

  partPaid: {
    subject: (paid) => say`Your payment of ${sum(paid)}`,
    thanks: (paid, on) =>
      say`We have received your payment of ${sum(paid)} of ${date(on)}. Thank you.`,
    allocatedTo: (number) => say`It has been applied in full to invoice ${number}.`,
    allocated: () => say`We have applied it as follows:`,
    item: (number, amount) => say`invoice ${number}: ${sum(amount)}`,
    unallocated: (amount) =>
      say`${sum(amount)} has not been applied yet: we will follow your instructions.`,
    balance: (total) => say`After this payment, ${sum(total)} remains on your account.`,
    ask: (replyBy) =>
      say`Could you let us know, by ${day(replyBy)} if possible, when the balance already due will be paid?`,
  },

  paidInFull: {
    subject: (number) => say`Invoice ${number} paid: thank you`,
    subjectMany: (count) => say`Your ${count} invoices are paid: thank you`,
    thanks: (paid, on) =>
      say`We have received your payment of ${sum(paid)} of ${date(on)}. Thank you very much.`,
    closed: (number) => say`Invoice ${number} is paid in full and we have closed our follow-up.`,
    closedMany: (numbers) =>
      say`Invoices ${numbers} are paid in full and we have closed our follow-up.`,
    waived: () =>
      say`We waive the late-payment interest and the fixed sum for recovery costs attached to it.`,
    nothingElse: () => say`Nothing further is asked of you in this respect.`,
    notAsked: () => say`This confirmation concerns the principal.`,
    pleasure: () => say`We look forward to continuing to work with you.`,
  },

  refusal: {
    notDraftedYet: (missing) =>
      `Relance does not draft this step yet. Still missing: ${missing.join("; ")}.`,
    forLaw: {
      "identity-checked": "the debtor's exact identity, checked (name, SIREN, registered office)",
      statement: "the final statement of what is due",
      "registered-letter": "sending by registered letter (paper or electronic) or delivery by hand",
      "formal-notice-sent": "the formal notice and the proof that it was sent",
      "first-presentation": "the proof of the date of first presentation",
      "time-limit-passed": "the end of the time given by the formal notice",
      "route-chosen": "the route chosen and the documents it requires",
    },
    factsMissing: (missing) => `To draft this message, still missing: ${missing.join("; ")}.`,
    facts: {
      "creditor-name": "your firm's name",
      signatory: "the name of the person who signs",
      "creditor-email": "your e-mail address",
      call: "the call itself: log it first (date, person, answer)",
    },
    nothingToAsk: "There is nothing to ask for at this step.",
    tooManyInvoices: (max) =>
      `More than ${String(max)} invoices for one message: attach a statement of account instead.`,
    severalCurrencies: "A message concerns one currency only: prepare one for each.",
    toneAboveStep: "This tone is above the step reached.",
    replyByUnfit: (on) =>
      `The reply date wished for, ${weekdayDate(on, "en")}, must be a working day to come.`,
    promiseNotBroken: (by) => `The promise runs until ${longDate(by, "en")}: it is not broken.`,
    promiseNotChecked: (by, known) =>
      `Payments are known up to ${longDate(known, "en")} only, before the promised date of ${longDate(by, "en")}: check the bank first.`,
    notLateYet: (number) => `Invoice ${number} is not late yet.`,
    lateAlready: (number) =>
      `Invoice ${number} is already past its due date: a courtesy note no longer serves.`,
    interestNotDraftedYet: "Relance does not put figures of interest into messages yet.",
  },

  finding: {
    court: "mentions a court or proceedings",
    "court-officer": "mentions a bailiff or a seizure",
    threat: "threatens, or brings in reputation or third parties",
    "formal-notice-word": "speaks of a formal notice before the letter step",
    insult: "calls the debtor's honesty into question",
    "invented-deadline": "presents a date wished for as a legal deadline",
    "consumer-cost": "asks an individual for costs or penalties that are forbidden",
    "interest-too-early": "speaks of interest before the second reminder",
    "lateness-too-early": "speaks of lateness before the due date",
    "too-firm": "is firmer than the tone chosen",
    "rights-given-up": "gives up rights without saying so expressly",
  },
};
