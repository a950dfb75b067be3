import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import { formatMoney } from "#shared/kernel/money.ts";
import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { formatPercent, longDate, weekdayDate } from "./calendar-words.ts";
import type { LetterMessages } from "./drafting-letters-fr.ts";
import type { NoticeName } from "./drafting-fr.ts";
import { say } from "./locale.ts";

const date = (on: CalendarDate): Own => own(longDate(on, "en"));
const day = (on: CalendarDate): Own => own(weekdayDate(on, "en"));
const sum = (amount: Money): Own => own(formatMoney(amount, "en"));
const invoices = (count: number): Own =>
  own(count === 1 ? "1 invoice" : `${String(count)} invoices`);

const listed = (parts: readonly Own[]): Own =>
  own(
    parts.reduce(
      (all, part, index) =>
        index === 0 ? part.own : `${all}${index === parts.length - 1 ? " and " : ", "}${part.own}`,
      "",
    ),
  );

const TITLES: Readonly<Record<NoticeName, Own>> = {
  "mise-en-demeure": own("Formal notice (mise en demeure) to pay"),
  "letter-before-claim": own("Letter before claim"),
  "formal-notice": own("Formal notice to pay"),
};

/** The words of letters on paper, of figures of interest, of answers and of groups, in English. */
export const lettersEn: LetterMessages = {
  charges: {
    caption: (on) => own(`Statement of interest up to ${longDate(on, "en")}:`),
    columns: {
      invoice: own("Invoice"),
      from: own("From"),
      to: own("To"),
      days: own("Days"),
      principal: own("Principal"),
      rate: own("Yearly rate"),
      interest: own("Interest"),
      total: own("Total interest"),
    },
    count: (days) => own(String(days)),
    rate: (basisPoints) => own(formatPercent(basisPoints, "en")),
    indicative: (on, interest, perDay, compensation, compensated) => {
      const then = perDay === null ? say`` : say`, then ${sum(perDay)} a day`;
      const fixed =
        compensation === null
          ? say``
          : say`; the fixed sum for recovery costs comes to ${sum(compensation)} (${invoices(compensated)})`;
      return say`For information only, and not claimed to date: late-payment interest up to ${date(on)} comes to ${sum(interest)}${then}${fixed}.`;
    },
    principal: () => say`Principal outstanding:`,
    interest: (on) => say`Late-payment interest up to ${date(on)}:`,
    compensation: (count) => say`Fixed sum for recovery costs (${invoices(count)}):`,
    total: (on) => say`Total to pay as of ${date(on)}:`,
    perDay: (on, perDay) =>
      say`After ${date(on)}, interest continues to run at ${sum(perDay)} a day until the principal is paid.`,
    method: (basis, order) => {
      const year = own(basis === "act/365" ? "365" : "the number of days in the year");
      const first = own(order === "principal-first" ? "the principal" : "interest");
      return say`Method: principal × yearly rate × days ÷ ${year}; simple interest; the first and last day of each line are counted; rounded to two decimal places on each line; payments are set against ${first} first.`;
    },
  },

  paper: {
    placeDate: (place, on) => (place === null ? say`${date(on)}` : say`${place}, ${date(on)}`),
    object: (subject) => say`Re: ${subject}`,
    way: {
      registered: "By registered letter with acknowledgement of receipt",
      "registered-electronic": "By registered electronic letter",
      "by-hand": "Delivered by hand against receipt",
      simple: null,
    },
    reference: (reference) => say`Our reference: ${reference}`,
    quoteReference: (reference) =>
      say`Reference to quote in your reply and with your payment: ${reference}`,
    enclosed: (count) =>
      count === 1 ? say`Enclosed: copy of the invoice` : say`Enclosed: copies of the invoices`,
    receivedBy: "Received by hand on, by (name, capacity, signature):",
  },

  notice: {
    subject: ({ notice }, number) =>
      notice === "letter-before-claim"
        ? say`${TITLES[notice]}: invoice ${number}`
        : say`${TITLES[notice]} invoice ${number}`,
    subjectMany: ({ notice, count }) =>
      notice === "letter-before-claim"
        ? say`${TITLES[notice]}: ${count} invoices`
        : say`${TITLES[notice]} ${count} invoices`,
    open: ({ count, total }, remindedOn) => {
      const after =
        remindedOn.length === 0
          ? say`To date`
          : remindedOn.length === 1
            ? say`Despite our reminder of ${listed(remindedOn.map(date))}`
            : say`Despite our reminders of ${listed(remindedOn.map(date))}`;
      return count === 1
        ? say`${after}, ${sum(total)} remains unpaid on the invoice below.`
        : say`${after}, a total of ${sum(total)} remains unpaid on the ${count} invoices below.`;
    },
    received: own("Payments received and already deducted:"),
    receivedColumns: { invoice: own("Invoice"), on: own("Received on"), amount: own("Amount") },
    ask: ({ notice, total }, days, byHand) => {
      const from = own(
        byHand ? "of the delivery of this letter" : "of the first presentation of this letter",
      );
      switch (notice) {
        case "mise-en-demeure":
          return say`We therefore give you formal notice (mise en demeure) to pay ${sum(total)} within ${days} days ${from}.`;
        case "letter-before-claim":
          return say`This is a letter before claim: please pay ${sum(total)} within ${days} days ${from}.`;
        case "formal-notice":
          return say`We therefore give you formal notice to pay ${sum(total)} within ${days} days ${from}.`;
      }
    },
    effect: {
      "mise-en-demeure": say`This letter is a formal notice under article 1344 of the French Civil Code.`,
      "letter-before-claim": null,
      "formal-notice": null,
    },
    legalInterest: (byHand) =>
      byHand
        ? say`From its delivery, the sum due bears interest at the legal rate (articles 1231-6 and 1344-1 of the French Civil Code).`
        : say`From its first presentation, the sum due bears interest at the legal rate (articles 1231-6 and 1344-1 of the French Civil Code).`,
    next: () =>
      say`If we have received neither payment nor a reply by the end of that time, we reserve the right to pursue this claim by the means that the law provides.`,
    difficulty: () =>
      say`If a difficulty keeps you from paying, or if you dispute all or part of this sum, please write to us before the end of that time: your reply will be considered.`,
    mediator: (name, site) =>
      say`If we cannot agree, you may turn to our consumer mediator: ${name}, ${site} (articles L616-1 and R616-1 of the French Consumer Code).`,
    ignore: () => say`If you have just made this payment, thank you: please ignore this letter.`,
  },

  beside: {
    subject: (reference) => say`A letter is on its way to you (reference ${reference})`,
    open: (reference, way) =>
      say`We are sending you, by ${way}, a letter with the reference ${reference}.`,
    ways: {
      registered: own("registered letter with acknowledgement of receipt"),
      "registered-electronic": own("registered electronic letter"),
      "by-hand": own("hand delivery"),
      simple: own("post"),
    },
    copy: () =>
      say`This message merely lets you know of it: only that letter starts the time that it gives.`,
    ask: () =>
      say`If you have any question about the sums concerned, simply reply to this message.`,
  },

  handedOver: {
    subject: () => say`Your message: who to turn to`,
    body: (name, role) =>
      role === null
        ? say`We have received your message. This matter is now with ${name}, to whom we are passing it on and who will reply to you.`
        : say`We have received your message. This matter is now with ${name}, ${role}, to whom we are passing it on and who will reply to you.`,
    contact: (means) => say`You can reach them directly: ${means}.`,
    roles: {
      lawyer: own("our legal adviser"),
      commissaire: own("commissaire de justice"),
      agency: own("our agent"),
    },
  },

  forward: {
    subject: (debtor) => say`For your attention: ${debtor}`,
    open: (debtor, on) =>
      say`Please find the message that ${debtor} sent us on ${date(on)}, in the matter that you are handling for us.`,
    message: (subject) => say`Subject of the message: ${subject}`,
    balance: (total, on) =>
      say`For the record, ${sum(total)} of principal is outstanding, without any payment received after ${date(on)}.`,
    attached: () => say`The original message is attached as it was received.`,
  },

  insolvency: {
    subject: () => say`Your message: declaration of our claim`,
    subjectPlain: () => say`Your message`,
    bodyPlain: () => say`We have received your message and have taken note of it.`,
    body: () =>
      say`We have received your message about the insolvency under way and have taken note of it.`,
    declared: (officer) =>
      officer === null
        ? say`Our claim will be declared to the officer in charge. We will send you no further reminder for sums that date from before the judgment.`
        : say`Our claim will be declared to ${officer}. We will send you no further reminder for sums that date from before the judgment.`,
    confidential: () => say`We will send you no further reminder for the time being.`,
    overIndebted: () => say`We will send you no further reminder while your file is under way.`,
    ask: () =>
      say`Could you confirm the date of the judgment and the name of the officer in charge, if they are not in your message?`,
  },

  unresolved: {
    subject: (number) => say`Your complaint: invoice ${number}`,
    subjectMany: (count) => say`Your complaint: ${count} invoices`,
    body: (on) =>
      say`We have looked into your complaint of ${date(on)} and we cannot do what you ask.`,
    reason: (words) => say`Our answer: ${words}`,
    reserved: () => say`Each party's rights remain reserved.`,
  },

  acceleration: {
    subject: (by) => say`Instalments: payment of ${date(by)}`,
    missed: (agreedOn, by, missing) =>
      say`The schedule agreed on ${date(agreedOn)} provided for a payment by ${date(by)}: ${sum(missing)} of it has not reached us.`,
    ask: (until) => say`We give you formal notice to make this payment good by ${day(until)}.`,
    otherwise: (rest, french) =>
      french
        ? say`If we have received neither payment nor a reply by that date, the rest of the schedule, ${sum(rest)}, will fall due in full (articles 1305-4 and 1231-5 of the French Civil Code).`
        : say`If we have received neither payment nor a reply by that date, the rest of the schedule, ${sum(rest)}, will fall due in full.`,
    goesOn: () => say`If the payment reaches us in time, the schedule goes on as agreed.`,
    caption: own("Agreed payments still to come:"),
    columns: { by: own("Due by"), amount: own("Still to pay"), total: own("Total") },
  },

  group: {
    subject: (name, count) => say`${name}: position of ${count} companies`,
    open: {
      courtesy: () =>
        say`To help you plan your payments, here are the next due dates of each of your companies.`,
      due: () =>
        say`Unless we are mistaken, the invoices below have fallen due and are still to be paid by each of your companies.`,
      "reminder-1": () =>
        say`Unless we are mistaken, the invoices below are past their due date and still to be paid by each of your companies.`,
      "reminder-2": () =>
        say`We are writing again about the invoices below, which are still to be paid by each of your companies.`,
    },
    entity: (name, siren, open) =>
      siren === null ? say`${name}: ${sum(open)}` : say`${name} (SIREN ${siren}): ${sum(open)}`,
    separate: () => say`Each company owes only the invoices made out to it.`,
    payLabel: (iban, bic, reference) =>
      bic === null
        ? say`Bank transfer, one for each company: IBAN ${iban}, payment reference ${reference} and the company's name.`
        : say`Bank transfer, one for each company: IBAN ${iban}, BIC ${bic}, payment reference ${reference} and the company's name.`,
  },

  ownText: {
    "placeholder-unknown": (name) => say`There is no field {${name}}: choose one from the list.`,
    "brace-open": say`A brace is not closed.`,
    "too-long": (max) => say`The text is longer than ${max} characters.`,
    "line-break": say`A subject stands on one line.`,
    forbidden: (does, words) => say`This text ${does}: “${words}”.`,
  },
};
