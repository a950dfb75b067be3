import type { Money } from "#shared/kernel/money.ts";
import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { draftingAnswersEn } from "./drafting-answers-en.ts";
import type { DraftingMessages, NoticeName } from "./drafting-fr.ts";
import { draftingRefusalsEn } from "./drafting-refusals-en.ts";
import { REASONS, date, day, days, rateOf, sum } from "./drafting-said-en.ts";
import type { Sentence } from "./locale.ts";
import { say } from "./locale.ts";

const halfYearWords = (halfYear: string): Own =>
  own(
    `${halfYear.endsWith("S1") ? "first" : "second"} half of ${halfYear.slice(0, halfYear.indexOf("-"))}`,
  );

const NOTICES: Readonly<Record<NoticeName, string>> = {
  "mise-en-demeure": "a formal notice (mise en demeure)",
  "letter-before-claim": "a letter before claim",
  "formal-notice": "a formal notice",
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
  letterGreeting: (name, _civility) =>
    name === null ? say`Dear Sir or Madam,` : say`Dear ${name},`,
  closing: () => say`Kind regards,`,
  formalClosing: (named, _civility) => (named ? say`Yours sincerely,` : say`Yours faithfully,`),
  soleTrader: "EI",
  siren: (digits) => say`SIREN ${digits}`,
  phone: (number) => say`Tel. ${number}`,
  referenceFoot: (reference) => say`Our reference: ${reference} (please quote it in your reply)`,
  letterDate: (today) => say`${date(today)}`,
  letterObject: (subject) => say`Re: ${subject}`,

  columns: {
    invoice: own("Invoice"),
    issued: own("Issued"),
    due: own("Due date"),
    order: own("Your order"),
    total: own("Amount"),
    sinceDue: own("Since due date"),
    late: own("Overdue by"),
    open: own("Amount due"),
    toPay: own("To pay"),
    totalRow: own("Total"),
    lower: own("For information, also on your account:"),
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
  attachedSome: (count, names) =>
    count === 1
      ? say`Attachment: ${names}. We will gladly send any other copy on request.`
      : say`Attachments: ${names}. We will gladly send any other copy on request.`,
  copyOnRequest: (count) =>
    count === 1
      ? say`We will gladly send you a copy of the invoice on request.`
      : say`We will gladly send you copies of the invoices on request.`,
  andMore: (count) => say` and ${count} more`,
  and: own(" and "),

  payTo: (iban, bic, label) =>
    bic === null
      ? say`Bank transfer details: IBAN ${iban}, payment reference ${label}.`
      : say`Bank transfer details: IBAN ${iban}, BIC ${bic}, payment reference ${label}.`,
  payAssignee: (name, iban, bic, label) =>
    bic === null
      ? say`This claim has been assigned to ${name}, to whom alone payment may be made: IBAN ${iban}, payment reference ${label}.`
      : say`This claim has been assigned to ${name}, to whom alone payment may be made: IBAN ${iban}, BIC ${bic}, payment reference ${label}.`,
  payAsOnInvoice: (count) =>
    count === 1
      ? say`Payment details are shown on the invoice.`
      : say`Payment details are shown on the invoices.`,

  asOf: (on) => say`These amounts do not reflect any payment received after ${date(on)}.`,
  ignoreIfPaid: () =>
    say`If you have just made this payment, thank you: please ignore this message.`,

  setAside: (number, amount, reason) =>
    say`Your complaint about invoice ${number}, which concerns ${own(REASONS[reason])}, is being looked into: the amount in question, ${sum(amount)}, has been set aside and is not part of the sums requested above.`,

  courtesy: {
    subject: (number, dueOn) =>
      dueOn === null
        ? say`Invoice ${number}: next due dates`
        : say`Invoice ${number}: due on ${date(dueOn)}`,
    subjectMany: (count, dueOn) =>
      dueOn === null
        ? say`Your ${count} invoices falling due soon`
        : say`Your ${count} invoices: due on ${date(dueOn)}`,
    open: ({ count, total, dueOn }) => {
      const what =
        count > 1
          ? dueOn === null
            ? say`the ${count} invoices below fall due soon, for a total of ${sum(total)}`
            : say`the ${count} invoices below fall due on ${date(dueOn)}, for a total of ${sum(total)}`
          : dueOn === null
            ? say`several instalments of the invoice below fall due soon, for a total of ${sum(total)}`
            : say`the invoice below falls due on ${date(dueOn)}, for ${sum(total)}`;
      return say`To help you plan your payments, this is a friendly note that ${what}.`;
    },
    ask: (count) =>
      count === 1
        ? say`Have you received this invoice, and do you have everything you need to pay it (order number, supporting documents)?`
        : say`Have you received these invoices, and do you have everything you need to pay them (order number, supporting documents)?`,
    ignore: () => say`If payment is already on its way, thank you: please ignore this message.`,
  },

  due: {
    subject: (number, dueOn) =>
      dueOn === null
        ? say`Invoice ${number}: due dates passed`
        : say`Invoice ${number} fell due on ${date(dueOn)}`,
    subjectMany: (count) => say`Your ${count} invoices that have fallen due`,
    open: ({ count, total, dueOn }) =>
      count > 1
        ? say`The ${count} invoices below have fallen due and, unless we are mistaken, a total of ${sum(total)} is still to be paid.`
        : dueOn === null
          ? say`Several instalments of the invoice below have fallen due and, unless we are mistaken, ${sum(total)} is still to be paid.`
          : say`The invoice below fell due on ${date(dueOn)} and, unless we are mistaken, ${sum(total)} is still to be paid.`,
    ask: () => say`Could you confirm that this payment is scheduled?`,
    ignore: () => say`If payment is already on its way, thank you: please ignore this message.`,
  },

  reminder1: {
    subject: (number, dueOn) =>
      dueOn === null
        ? say`Reminder: invoice ${number} past its due dates`
        : say`Reminder: invoice ${number} was due on ${date(dueOn)}`,
    subjectMany: (count) => say`Reminder: ${count} invoices past their due date`,
    openCourteous: ({ count, total, dueOn }) =>
      count > 1
        ? say`Unless we are mistaken, a total of ${sum(total)} is still outstanding on the ${count} invoices below, now past their due date. They have probably just been overlooked.`
        : dueOn === null
          ? say`Unless we are mistaken, ${sum(total)} is still outstanding on instalments of the invoice below that are past their due dates. They have probably just been overlooked.`
          : say`Unless we are mistaken, ${sum(total)} is still outstanding on the invoice below, which was due on ${date(dueOn)}. It has probably just been overlooked.`,
    openNeutral: ({ count, total, dueOn }) =>
      count > 1
        ? say`Unless we are mistaken, the ${count} invoices below, now past their due date, have not been paid in full. The total due is ${sum(total)}.`
        : dueOn === null
          ? say`Unless we are mistaken, instalments of the invoice below that are past their due dates have not been paid in full. The amount due is ${sum(total)}.`
          : say`Unless we are mistaken, the invoice below, which was due on ${date(dueOn)}, has not been paid in full. The amount due is ${sum(total)}.`,
    ask: (replyBy) =>
      say`Could you let us know, by ${day(replyBy)} if possible, when we can expect your payment?`,
  },

  reminder2: {
    subject: (number, late, again) =>
      again
        ? say`Second reminder: invoice ${number}, ${days(late)} overdue`
        : say`Reminder: invoice ${number}, ${days(late)} overdue`,
    subjectMany: (count, again) =>
      again
        ? say`Second reminder: ${count} overdue invoices`
        : say`Reminder: ${count} overdue invoices`,
    openNeutral: ({ count, total, previousOn }) =>
      previousOn === null
        ? count === 1
          ? say`We are writing again about the invoice below, on which ${sum(total)} is still outstanding.`
          : say`We are writing again about the ${count} invoices below, on which a total of ${sum(total)} is still outstanding.`
        : count === 1
          ? say`Further to our reminder of ${date(previousOn)}, ${sum(total)} is still outstanding on the invoice below.`
          : say`Further to our reminder of ${date(previousOn)}, a total of ${sum(total)} is still outstanding on the ${count} invoices below.`,
    openFirm: ({ count, total, previousOn }) =>
      previousOn === null
        ? count === 1
          ? say`To date, ${sum(total)} remains unpaid on the invoice below.`
          : say`To date, a total of ${sum(total)} remains unpaid on the ${count} invoices below.`
        : count === 1
          ? say`Despite our reminder of ${date(previousOn)}, ${sum(total)} remains unpaid on the invoice below.`
          : say`Despite our reminder of ${date(previousOn)}, a total of ${sum(total)} remains unpaid on the ${count} invoices below.`,
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
        ? say`Thank you for speaking with us by telephone on ${date(on)} ${about}.`
        : say`We are writing further to our telephone conversation of ${date(on)} with ${person} ${about}.`;
    },
    promised: (by, amount) =>
      amount === null
        ? say`We were told that payment would be made on ${day(by)}.`
        : say`We were told that a payment of ${sum(amount)} would be made on ${day(by)}.`,
    askConfirm: () => say`Could you confirm this date simply by replying to this message?`,
    stillOpen: (count, total) =>
      count === 1
        ? say`Unless we are mistaken, ${sum(total)} is still outstanding on it.`
        : say`Unless we are mistaken, a total of ${sum(total)} is still outstanding on them.`,
    willCheck: () => say`We were told that you would check where this payment stands.`,
    askDate: (replyBy) =>
      say`Could you let us know, by ${day(replyBy)}, when this payment will be made?`,
    noAnswer: (on, count) =>
      count === 1
        ? say`We tried to reach you by telephone on ${date(on)}, without success, about the invoice below, which is still to be paid.`
        : say`We tried to reach you by telephone on ${date(on)}, without success, about the ${count} invoices below, which are still to be paid.`,
    askDateOrMoment: (replyBy) =>
      say`Could you let us know, by ${day(replyBy)}, when payment is planned or when it would suit you to talk?`,
  },

  letter: {
    subject: (number) => say`Reminder about invoice ${number}`,
    subjectMany: (count) => say`Reminder about ${count} overdue invoices`,
    openNeutral: ({ count, total, previousOn }) =>
      previousOn === null
        ? count === 1
          ? say`We are writing about the invoice below, on which ${sum(total)} is still outstanding.`
          : say`We are writing about the ${count} invoices below, on which a total of ${sum(total)} is still outstanding.`
        : count === 1
          ? say`We are writing again, following our reminder of ${date(previousOn)}, about the invoice below, on which ${sum(total)} is still outstanding.`
          : say`We are writing again, following our reminder of ${date(previousOn)}, about the ${count} invoices below, on which a total of ${sum(total)} is still outstanding.`,
    openFirm: ({ count, total, previousOn }) =>
      previousOn === null
        ? count === 1
          ? say`To date, ${sum(total)} remains unpaid on the invoice below.`
          : say`To date, a total of ${sum(total)} remains unpaid on the ${count} invoices below.`
        : count === 1
          ? say`Despite our follow-up, most recently on ${date(previousOn)}, ${sum(total)} remains unpaid on the invoice below.`
          : say`Despite our follow-up, most recently on ${date(previousOn)}, a total of ${sum(total)} remains unpaid on the ${count} invoices below.`,
    askNeutral: (replyBy) =>
      say`We would be grateful if you could make this payment by ${day(replyBy)}, or contact us before then if there is a difficulty.`,
    askFirm: (replyBy) =>
      say`We ask you to make this payment by ${day(replyBy)}, or to contact us before then.`,
    ignore: () => say`If you have just made this payment, thank you: please ignore this letter.`,
    nextNeutral: (notice) =>
      say`If we have received neither payment nor news from you by that date, the next step would be ${own(NOTICES[notice])}, which we hope to avoid.`,
    nextFirm: (notice) =>
      say`If we have received neither payment nor a reply by that date, the next step will be ${own(NOTICES[notice])}.`,
  },

  promise: {
    subject: (by, number) => say`Payment expected by ${date(by)}: invoice ${number}`,
    subjectMany: (by, count) => say`Payment expected by ${date(by)}: ${count} invoices`,
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
        ? say`Unless we are mistaken, it has not reached us in full: ${sum(total)} is still outstanding on the invoice below.`
        : say`Unless we are mistaken, it has not reached us in full: a total of ${sum(total)} is still outstanding on the ${count} invoices below.`,
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
    frBusiness: (lead, rate, agreed, fixed) => {
      const at =
        agreed !== null
          ? say`at the yearly rate of ${rateOf(agreed)} that we agreed on`
          : rate === null
            ? say`at the rate set by law, unless we have agreed on another rate`
            : say`at a yearly rate of ${rateOf(rate.basisPoints)} for the ${halfYearWords(rate.halfYear)} (ECB rate plus 10 percentage points), unless we have agreed on another rate`;
      return say`${lead}under articles L441-10 and D441-5 of the French Commercial Code, late-payment interest runs as of right, without any reminder being needed, from the day after the due date, ${at}. A fixed sum of ${sum(fixed)} for recovery costs is also due as of right for each overdue invoice.`;
    },
    notIncluded: {
      frBusiness: () =>
        say`Neither the interest nor this fixed sum is included in the amounts above.`,
      frPublic: () =>
        say`Neither the interest nor this fixed sum is included in the amounts above.`,
      ukBusiness: () =>
        say`Neither the interest nor this fixed sum is included in the amounts above.`,
    },
    frPublic: (lead, basisPoints, fixed) => {
      const at =
        basisPoints === null
          ? say`at the ECB rate plus 8 percentage points`
          : say`at the ECB rate plus 8 percentage points, that is ${rateOf(basisPoints)} a year`;
      return say`${lead}under the French Public Procurement Code (articles L2192-13, R2192-31 and D2192-35), late-payment interest runs as of right from the day after the end of the payment period, ${at}. A fixed sum of ${sum(fixed)} for recovery costs is also due as of right for each overdue invoice.`;
    },
    ukBusiness: (lead, basisPoints, agreed, fixed) => {
      const at =
        agreed !== null
          ? say`at the yearly rate of ${rateOf(agreed)} that we agreed on`
          : basisPoints === null
            ? say`at 8% above the Bank of England base rate unless the contract provides otherwise`
            : say`at 8% above the Bank of England base rate, that is ${rateOf(basisPoints)} a year, unless the contract provides otherwise`;
      return say`${lead}under the Late Payment of Commercial Debts (Interest) Act 1998, statutory interest runs from the day after the due date ${at}. In addition, ${fixedSums(fixed)} is due for each overdue invoice.`;
    },
  },

  ...draftingAnswersEn,
  ...draftingRefusalsEn,
};
