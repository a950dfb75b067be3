import { invariant } from "#shared/kernel/result.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import { LETTERS } from "#shared/locales/drafting-letters.ts";
import type { Block } from "./blocks.ts";
import { chargesBlocks, totalAsked } from "./charges.ts";
import type { DraftFacts, PaperFacts } from "./facts.ts";
import {
  blocksOf,
  inLine,
  invoiceCount,
  invoiceTable,
  paragraph,
  paymentMeans,
  setAside,
  totalOpen,
} from "./letter-blocks.ts";
import type { Body } from "./reminders.ts";
import { noticeOf } from "./reminders.ts";

/**
 * The body of a formal notice: what is unpaid, when it was asked for, what came in, what the law adds, how much is to be
 * paid where and within how many days of first presentation (the day itself is known once that proof is in), and what
 * the law makes of the letter (C. civ. 1344, 1344-1, 1231-6). It names no step that nobody has chosen.
 */
export const noticeBody = (facts: DraftFacts): Body => {
  const { language, debtor, paper, invoices } = facts;
  invariant(paper !== null, "a formal notice has what a letter needs");
  const shared = DRAFTING[language];
  const words = LETTERS[language].notice;
  const count = invoiceCount(invoices);
  const only = count === 1 ? invoices[0] : undefined;
  const said = { notice: noticeOf(facts.law), count, total: totalOpen(invoices) };
  const byHand = paper.way === "by-hand";
  const individual = debtor.kind === "consumer" || debtor.kind === "non-professional";
  const effect = words.effect[said.notice];
  return {
    subject:
      only === undefined ? words.subjectMany(said) : words.subject(said, inLine(only.number)),
    opening: [paragraph(words.open(said, paper.remindedOn))],
    figures: blocksOf(
      invoiceTable(invoices, "late", language),
      paymentsTable(paper, facts),
      setAside(facts.contested, language),
      ...chargesBlocks(facts, true),
      {
        type: "paragraph",
        words: words.ask({ ...said, total: totalAsked(facts) }, paper.days, byHand),
        weight: "strong",
      },
      paragraph(paymentMeans(facts, invoices), shared.asOf(facts.paymentsKnownOn)),
      effect === null
        ? null
        : paragraph(effect, individual && facts.law === "FR" ? words.legalInterest(byHand) : null),
      paragraph(words.next()),
    ),
    ask: [paragraph(words.difficulty())],
    rest: blocksOf(
      paper.mediator === null
        ? null
        : paragraph(words.mediator(inLine(paper.mediator.name), inLine(paper.mediator.site))),
      paragraph(words.ignore()),
    ),
  };
};

const paymentsTable = ({ payments }: PaperFacts, { language }: DraftFacts): Block | null => {
  if (payments.length === 0) return null;
  const { received, receivedColumns } = LETTERS[language].notice;
  const { cells } = DRAFTING[language];
  return {
    type: "table",
    caption: received,
    columns: [
      { title: receivedColumns.invoice, align: "start" },
      { title: receivedColumns.on, align: "start" },
      { title: receivedColumns.amount, align: "end" },
    ],
    rows: payments.map(({ number, on, amount }) => [
      inLine(number),
      cells.date(on),
      cells.amount(amount),
    ]),
    total: null,
  };
};
