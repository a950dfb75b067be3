import type { DisputeReason } from "#shared/kernel/parties.ts";
import { own } from "#shared/kernel/text.ts";
import type { DraftingAnswers } from "./drafting-answers-fr.ts";
import { REASONS, date, day, sum } from "./drafting-said-en.ts";
import { say } from "./locale.ts";

/** What would help to look into a complaint, with its verb: some of it is told, some of it is sent. */
const PROOFS: Readonly<Record<DisputeReason, string>> = {
  not_delivered: "tell us what is missing and when you expected to receive it",
  quality: "send us a description of the defects, with photographs if possible",
  price: "send us the quotation or purchase order showing the agreed price",
  quantity: "send us the delivery note or a count of what you received",
  not_ordered: "tell us what, in your view, was not ordered",
  duplicate: "tell us the number of the other invoice",
  credit_due: "tell us the reference or the subject of the credit note you are expecting",
  missing_reference: "tell us the reference to be shown on the invoice",
  other: "send us any documents or details that would help",
};

/** The words of everyday answers, in English. */
export const draftingAnswersEn: DraftingAnswers = {
  reply: {
    subject: (on) => say`Your message of ${date(on)}`,
    received: (on) => say`Thank you for your message of ${date(on)}, which we are answering here.`,
  },

  disputeAcknowledged: {
    subject: (number) => say`Your complaint: invoice ${number}`,
    subjectMany: (count) => say`Your complaint: ${count} invoices`,
    received: (on) =>
      say`We received your complaint on ${date(on)}. Thank you for raising it with us.`,
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
    need: (reason) => say`To help us look into it, could you ${own(PROOFS[reason])}?`,
    needMany: () =>
      say`To help us look into it, could you send us any documents or details that would help (photographs, delivery notes, references)?`,
    reserved: () =>
      say`This message neither accepts nor rejects your complaint, and each party's rights remain reserved.`,
    undisputed: (count, total) =>
      count === 1
        ? say`The amount that is not disputed, ${sum(total)}, can be paid now:`
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
      say`We have received your payment of ${sum(paid)} dated ${date(on)}. Thank you.`,
    allocatedTo: (number) => say`It has been applied in full to invoice ${number}.`,
    allocated: () => say`We have applied it as follows:`,
    item: (number, amount) => say`invoice ${number}: ${sum(amount)}`,
    unallocated: (amount) =>
      say`${sum(amount)} has not been applied yet: we will follow your instructions.`,
    balance: (total) => say`After this payment, ${sum(total)} remains to be paid.`,
    ask: (replyBy) =>
      say`Could you let us know, by ${day(replyBy)} if possible, when the balance already due will be paid?`,
  },

  paidInFull: {
    subject: (number) => say`Invoice ${number} paid: thank you`,
    subjectMany: (count) => say`Your ${count} invoices are paid: thank you`,
    thanks: (paid, on) =>
      say`We have received your payment of ${sum(paid)} dated ${date(on)}. Thank you very much.`,
    closed: (number) => say`Invoice ${number} is paid in full and we have closed our follow-up.`,
    closedMany: (numbers) =>
      say`Invoices ${numbers} are paid in full and we have closed our follow-up.`,
    waived: () =>
      say`We waive the related late-payment interest and the related fixed sum for recovery costs.`,
    nothingElse: () => say`Nothing further is asked of you in this respect.`,
    notAsked: () => say`This confirmation concerns the principal.`,
    pleasure: (professional) =>
      professional
        ? say`We look forward to continuing to work with you.`
        : say`Please do not hesitate to contact us if you need anything further.`,
  },
};
