import type { Money } from "#shared/kernel/money.ts";
import { addMoney, zero } from "#shared/kernel/money.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import { LETTERS } from "#shared/locales/drafting-letters.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Block } from "./blocks.ts";
import type { ChargesFacts, DraftFacts } from "./facts.ts";
import { interestModeOf, interestWords } from "./interest-words.ts";
import { blocksOf, inLine, paragraph, totalOpen } from "./letter-blocks.ts";

/**
 * The figures that a text may give: never a fixed sum to who is no professional (C. conso L121-21, L132-23), whatever was
 * handed over, and no sum a day where nothing runs. Null: there is nothing to say.
 */
const chargesOf = ({ charges, debtor }: DraftFacts): ChargesFacts | null => {
  if (charges === null) return null;
  const professional = debtor.kind === "business" || debtor.kind === "public";
  const compensation = professional ? charges.compensation : null;
  const perDay = charges.perDay === null || charges.perDay.minor === 0 ? null : charges.perDay;
  if (charges.interest.minor === 0 && perDay === null && compensation === null) return null;
  return {
    ...charges,
    compensation,
    compensated: compensation === null ? 0 : charges.compensated,
    perDay,
  };
};

/**
 * What a text says of interest and of the fixed sum: that the law gives them, what they come to beside the total, or the
 * sums that make up the total with the statement they rest on. `detailed` prints the statement of an indication too.
 */
export const chargesBlocks = (facts: DraftFacts, detailed: boolean): readonly Block[] => {
  const mode = interestModeOf(facts);
  if (mode === "silent") return [];
  const mention = interestWords(facts);
  const charges = chargesOf(facts);
  if (mode === "mentioned" || charges === null) {
    return mention === null ? [] : [paragraph(mention)];
  }
  const words = LETTERS[facts.language].charges;
  if (mode === "computed") {
    const { on, interest, perDay, compensation, compensated } = charges;
    return blocksOf(
      paragraph(mention, words.indicative(on, interest, perDay, compensation, compensated)),
      ...(detailed ? statementBlocks(charges, facts) : []),
    );
  }
  return blocksOf(
    mention === null ? null : paragraph(mention),
    ...statementBlocks(charges, facts),
    sumsBlock(facts, charges),
    charges.perDay === null ? null : paragraph(words.perDay(charges.on, charges.perDay)),
  );
};

/** What the text asks for in all: the principal, and what is claimed beside it in the same currency. */
export const totalAsked = (facts: DraftFacts): Money => {
  const principal = totalOpen(facts.invoices);
  const charges = chargesOf(facts);
  if (interestModeOf(facts) !== "claimed" || charges === null) return principal;
  return [charges.interest, charges.compensation].reduce<Money>(
    (sum, one) => (one === null || one.currency !== principal.currency ? sum : addMoney(sum, one)),
    principal,
  );
};

const statementBlocks = (charges: ChargesFacts, facts: DraftFacts): readonly Block[] => {
  if (charges.lines.length === 0) return [];
  const words = LETTERS[facts.language].charges;
  const { cells } = DRAFTING[facts.language];
  const { columns } = words;
  return [
    {
      type: "table",
      caption: words.caption(charges.on),
      columns: [
        { title: columns.invoice, align: "start" },
        { title: columns.from, align: "start" },
        { title: columns.to, align: "start" },
        { title: columns.days, align: "end" },
        { title: columns.principal, align: "end" },
        { title: columns.rate, align: "end" },
        { title: columns.interest, align: "end" },
      ],
      rows: charges.lines.map((line) => [
        inLine(line.number),
        cells.date(line.from),
        cells.date(line.to),
        words.count(line.days),
        cells.amount(line.principal),
        words.rate(line.basisPoints),
        cells.amount(line.interest),
      ]),
      total:
        charges.lines.length < 2
          ? null
          : {
              label: columns.total,
              // What was paid of it has left the sum that is asked for, not the statement.
              amount: cells.amount(
                charges.lines.reduce<Money>(
                  (sum, line) => addMoney(sum, line.interest),
                  zero(charges.interest.currency),
                ),
              ),
            },
    },
    { type: "paragraph", words: words.method(charges.basis, charges.order), weight: "small" },
  ];
};

const sumsBlock = (facts: DraftFacts, charges: ChargesFacts): Block => {
  const words = LETTERS[facts.language].charges;
  const { cells } = DRAFTING[facts.language];
  const row = (label: Sentence, amount: Money) => ({ label, amount: cells.amount(amount) });
  const total = totalAsked(facts);
  const { compensation } = charges;
  const apart = compensation !== null && compensation.currency !== total.currency;
  return {
    type: "sums",
    rows: [
      row(words.principal(), totalOpen(facts.invoices)),
      ...(charges.interest.minor === 0 ? [] : [row(words.interest(charges.on), charges.interest)]),
      ...(compensation === null || compensation.minor === 0
        ? []
        : [row(words.compensation(charges.compensated), compensation)]),
    ],
    totals: [
      row(words.total(charges.on), total),
      ...(apart ? [row(words.total(charges.on), compensation)] : []),
    ],
  };
};
