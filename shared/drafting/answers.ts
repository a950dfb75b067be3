import type { Money } from "#shared/kernel/money.ts";
import { addMoney, money, zero } from "#shared/kernel/money.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { say } from "#shared/locales/locale.ts";
import type { AnswerFacts } from "./facts.ts";
import {
  copies,
  inLine,
  invoiceCount,
  invoiceTable,
  paragraph,
  paymentMeans,
  quoteOf,
  totalOpen,
} from "./letter-blocks.ts";
import type { Answer } from "./answers-of-law.ts";
import {
  accelerationNotice,
  besideLetter,
  forwardMail,
  framed,
  handedOverAnswer,
  insolvencyAnswer,
  unresolvedComplaint,
} from "./answers-of-law.ts";
import type { Composed } from "./reminders.ts";

/** The text of an answer that is no step. */
export const composeAnswer = (facts: AnswerFacts): Composed => {
  switch (facts.type) {
    case "dispute-acknowledgement":
      return disputeAcknowledgement(facts);
    case "instalments-answer":
      return instalmentsAnswer(facts);
    case "partial-payment-thanks":
      return partialPaymentThanks(facts);
    case "full-payment-thanks":
      return fullPaymentThanks(facts);
    case "handed-over":
      return handedOverAnswer(facts);
    case "insolvency":
      return insolvencyAnswer(facts);
    case "unresolved-complaint":
      return unresolvedComplaint(facts);
    case "acceleration-notice":
      return accelerationNotice(facts);
    case "beside-letter":
      return besideLetter(facts);
    case "forward":
      return forwardMail(facts);
    case "reply":
      return reply(facts);
  }
};

/** Nothing is asked of whoever waits for us. */
const reply = (facts: Answer<"reply">): Composed => {
  const { language, attachments } = facts;
  const words = DRAFTING[language].reply;
  return {
    subject: words.subject(facts.receivedOn),
    blocks: framed(
      facts,
      paragraph(words.received(facts.receivedOn)),
      attachments.length === 0 ? null : paragraph(copies(attachments, 0, false, language)),
    ),
  };
};

const disputeAcknowledgement = (facts: Answer<"dispute-acknowledgement">): Composed => {
  const { language, contested, undisputed } = facts;
  const shared = DRAFTING[language];
  const words = shared.disputeAcknowledged;
  const only = contested.length === 1 ? contested[0] : undefined;
  const quote = facts.quote === null ? null : words.yourWords(quoteOf(facts.quote));
  return {
    subject:
      only === undefined ? words.subjectMany(contested.length) : words.subject(inLine(only.number)),
    blocks: framed(
      facts,
      only === undefined
        ? paragraph(words.received(facts.receivedOn), words.understoodMany())
        : paragraph(
            words.received(facts.receivedOn),
            words.understood(inLine(only.number), only.amount, only.reason),
            quote,
          ),
      only === undefined
        ? {
            type: "list",
            items: contested.map(({ number, amount, reason }) =>
              words.item(inLine(number), amount, reason),
            ),
          }
        : null,
      only === undefined && quote !== null ? paragraph(quote) : null,
      paragraph(
        words.suspended(),
        words.whoAnswers(inLine(facts.creditor.signatory), facts.answerBy),
      ),
      paragraph(only === undefined ? words.needMany() : words.need(only.reason)),
      undisputed.length === 0
        ? null
        : paragraph(words.undisputed(invoiceCount(undisputed), totalOpen(undisputed))),
      undisputed.length === 0 ? null : invoiceTable(undisputed, "none", language),
      undisputed.length === 0
        ? null
        : paragraph(paymentMeans(facts, undisputed), shared.asOf(facts.paymentsKnownOn)),
      paragraph(words.reserved()),
    ),
  };
};

const instalmentsAnswer = (facts: Answer<"instalments-answer">): Composed => {
  const { language, invoices } = facts;
  const shared = DRAFTING[language];
  const words = shared.instalments;
  const count = invoiceCount(invoices);
  const only = count === 1 ? invoices[0] : undefined;
  return {
    subject: only === undefined ? words.subjectMany(count) : words.subject(inLine(only.number)),
    blocks: framed(
      facts,
      paragraph(words.received(facts.receivedOn), words.concerned(count, totalOpen(invoices))),
      invoiceTable(invoices, "since-due", language),
      paragraph(words.ask(facts.replyBy), words.untilThen()),
      paragraph(shared.asOf(facts.paymentsKnownOn)),
    ),
  };
};

const partialPaymentThanks = (facts: Answer<"partial-payment-thanks">): Composed => {
  const { language, paid, allocated, remaining } = facts;
  const shared = DRAFTING[language];
  const words = shared.partPaid;
  const sum = allocated.reduce<Money>(
    (all, part) => addMoney(all, part.amount),
    zero(paid.currency),
  );
  const rest = money(paid.minor - sum.minor, paid.currency);
  const only = allocated.length === 1 && rest.minor === 0 ? allocated[0] : undefined;
  const overdue = remaining.some((invoice) => invoice.daysLate > 0);
  return {
    subject: words.subject(paid),
    blocks: framed(
      facts,
      paragraph(
        words.thanks(paid, facts.paidOn),
        only === undefined
          ? allocated.length === 0
            ? null
            : words.allocated()
          : words.allocatedTo(inLine(only.number)),
      ),
      only !== undefined || allocated.length === 0
        ? null
        : {
            type: "list",
            items: allocated.map((part) => words.item(inLine(part.number), part.amount)),
          },
      rest.minor > 0 ? paragraph(words.unallocated(rest)) : null,
      paragraph(words.balance(totalOpen(remaining))),
      invoiceTable(remaining, overdue ? "since-due" : "none", language),
      overdue ? paragraph(words.ask(facts.replyBy)) : null,
      paragraph(
        facts.attachments.length === 0
          ? null
          : copies(facts.attachments, invoiceCount(remaining), true, language),
        paymentMeans(facts, remaining),
        shared.asOf(facts.paymentsKnownOn),
      ),
    ),
  };
};

const fullPaymentThanks = (facts: Answer<"full-payment-thanks">): Composed => {
  const { language, invoices } = facts;
  const words = DRAFTING[language].paidInFull;
  const numbers = invoices.map((number) => inLine(number));
  const [first] = numbers;
  const professional = facts.debtor.kind === "business" || facts.debtor.kind === "public";
  const listed = numbers.reduce<Sentence>(
    (all, number, index) =>
      index === 0
        ? [number]
        : index === numbers.length - 1
          ? say`${all}${DRAFTING[language].and}${number}`
          : say`${all}, ${number}`,
    [],
  );
  // Words that name costs are never written to an individual, not even to give them up.
  const extras =
    facts.extras === "never-due"
      ? null
      : facts.extras === "not-asked"
        ? words.notAsked()
        : professional
          ? words.waived()
          : words.nothingElse();
  return {
    subject:
      numbers.length === 1 && first !== undefined
        ? words.subject(first)
        : words.subjectMany(numbers.length),
    blocks: framed(
      facts,
      paragraph(words.thanks(facts.paid, facts.paidOn)),
      paragraph(
        numbers.length === 1 && first !== undefined
          ? words.closed(first)
          : words.closedMany(listed),
        extras,
      ),
      paragraph(words.pleasure(professional)),
    ),
  };
};
