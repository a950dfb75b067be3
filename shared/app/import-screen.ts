import type { Currency, Language, Money } from "#shared/kernel/money.ts";
import { formatMoney, money } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { INTAKE_WORDS } from "#shared/locales/intake-words.ts";
import type { IntakeWords } from "#shared/locales/intake-words.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { batchOfAct, entriesOfBatch } from "./act-done.ts";
import { APP } from "#shared/locales/app.ts";
import type { ImportChange, ImportItem, ImportProblem, ImportProposal } from "./import-proposal.ts";
import type { ImportWriting } from "./import-writing.ts";
import { claimRefusalText } from "./refusal-text.ts";
import type {
  ImportCountKey,
  ImportItemView,
  ImportOptions,
  ImportProblemView,
  ImportRefusal,
  ImportView,
} from "./import-view.ts";
import type { Decision, Facts, Loaded } from "./use-case.ts";
import type { AmountsView, NoticeView } from "./view-parts.ts";

/** Why a file is not even looked at. */
export const importRefusal = (
  { asOf, complete }: ImportOptions,
  loaded: Loaded,
  { today }: Facts,
): ImportRefusal | null => {
  if (loaded.creditor.creditor === null) return { type: "no-ledger" };
  if (complete && asOf === null) return { type: "as-of-missing" };
  return asOf !== null && asOf > today ? { type: "in-the-future", on: asOf } : null;
};

/** What would be done, as a screen; with `write`, the entries of one batch as well. */
export const decideImport = (
  proposal: ImportProposal,
  writing: ImportWriting,
  { write, skipFaulty, correct }: ImportOptions,
  facts: Facts,
): Result<Decision<ImportView>, ImportRefusal> => {
  const { faultyLines } = proposal;
  if (write && !skipFaulty && faultyLines.length > 0)
    return err({ type: "faulty-lines", lines: faultyLines });
  const batch = batchOfAct(facts);
  const entries = entriesOfBatch({ accounts: writing.accounts, creditor: writing.creditor }, batch);
  const view = screenOf(proposal, correct, entries.length > 0, facts);
  if (!write) return ok({ view, entries: [], keeps: [], acts: [] });
  const undo =
    entries.length === 0
      ? null
      : {
          label: APP[facts.language].common.undo,
          batch,
          accounts: [...writing.accounts.keys()],
        };
  const text = INTAKE_WORDS[facts.language].written(entries.length > 0);
  return ok({
    view: { ...view, summary: text, done: { text, undo } },
    entries,
    keeps: [],
    acts: [],
  });
};

const screenOf = (
  proposal: ImportProposal,
  correct: boolean,
  writes: boolean,
  { language }: Facts,
): ImportView => {
  const words = INTAKE_WORDS[language];
  const problems = [...proposal.problems].sort((a, b) => a.line - b.line);
  return {
    kind: "import",
    file: proposal.file,
    title: words.files[proposal.file],
    summary: words.summary(writes, proposal.faultyLines.length > 0),
    counts: countsOf(proposal, words),
    sums: sumsOf(proposal, words, language),
    problems: problems.map((problem, index) => problemView(problem, index, words, language)),
    faultyLines: proposal.faultyLines,
    items: proposal.items.map((item, index) => itemView(item, index, words, language)),
    changes: proposal.changes.map((change, index) => ({
      key: `change/${String(index)}`,
      text: changeText(change, words),
    })),
    notices: noticesOf(proposal, correct, words),
    writes,
    done: null,
    proposal: { ...proposal, problems },
  };
};

const countKey = ({ what, outcome }: ImportItem): ImportCountKey => {
  if (outcome === "known") return "known";
  if (outcome === "bank") return "bank-lines";
  if (outcome === "closed") return "closings";
  return `${what}s`;
};

const COUNT_ORDER: readonly ImportCountKey[] = [
  "debtors",
  "contacts",
  "invoices",
  "payments",
  "closings",
  "bank-lines",
  "steps",
  "promises",
  "disputes",
  "calls",
  "known",
  "changes",
  "faulty",
];

const countsOf = (proposal: ImportProposal, words: IntakeWords): ImportView["counts"] => {
  const counts = new Map<ImportCountKey, number>();
  for (const item of proposal.items) {
    const key = countKey(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  counts.set("changes", proposal.changes.length);
  counts.set("faulty", proposal.faultyLines.length);
  return COUNT_ORDER.flatMap((key) => {
    const count = counts.get(key) ?? 0;
    return count === 0 ? [] : [{ key, label: words.counts[key], count }];
  });
};

const sumsOf = (
  { items }: ImportProposal,
  words: IntakeWords,
  language: Language,
): readonly AmountsView[] => {
  const of = (label: Own, chosen: (item: ImportItem) => boolean): readonly AmountsView[] => {
    const sums = new Map<Currency, number>();
    for (const item of items) {
      if (item.amount === null || !chosen(item)) continue;
      const { currency, minor } = item.amount;
      sums.set(currency, (sums.get(currency) ?? 0) + minor);
    }
    const amounts = [...sums].map(([currency, minor]) => shown(money(minor, currency), language));
    return amounts.length === 0 ? [] : [{ label, amounts }];
  };
  return [
    ...of(words.sums.invoices, ({ what, outcome }) => what === "invoice" && outcome === "new"),
    ...of(words.sums.payments, ({ what, outcome }) => what === "payment" && outcome === "new"),
    ...of(words.sums.closings, ({ outcome }) => outcome === "closed"),
    ...of(words.sums.bank, ({ outcome }) => outcome === "bank"),
  ];
};

const shown = (amount: Money, language: Language): Own => own(formatMoney(amount, language));

const problemView = (
  problem: ImportProblem,
  index: number,
  words: IntakeWords,
  language: Language,
): ImportProblemView => {
  const { line, column, severity, code, field, other, refusal } = problem;
  const value = foreign(problem.value);
  const said =
    refusal === null
      ? words.problems[code]({ value, field: words.field(field), other })
      : claimRefusalText(refusal, language);
  return {
    key: `problem/${String(index)}`,
    line,
    column,
    severity,
    code,
    value,
    text: words.at(line, column, field === null ? null : words.field(field), said),
  };
};

const itemView = (
  item: ImportItem,
  index: number,
  words: IntakeWords,
  language: Language,
): ImportItemView => ({
  key: `item/${String(index)}`,
  what: item.what,
  outcome: item.outcome,
  line: item.line,
  text: words.item({
    what: item.what,
    outcome: item.outcome,
    debtor: item.debtor === null ? null : foreign(item.debtor),
    subject: item.subject === null ? null : foreign(item.subject),
    on: item.on,
    amount: item.amount === null ? null : shown(item.amount, language),
    allocations: item.allocations.map(({ number, amount }) => ({
      number: foreign(number),
      amount: shown(amount, language),
    })),
  }),
});

const changeText = (change: ImportChange, words: IntakeWords): Sentence =>
  words.change({
    line: change.line,
    debtor: foreign(change.debtor),
    number: change.number === null ? null : foreign(change.number),
    field: words.changed[change.field],
    was: change.was === "" ? null : foreign(change.was),
    now: foreign(change.now),
  });

const noticesOf = (
  proposal: ImportProposal,
  correct: boolean,
  words: IntakeWords,
): readonly NoticeView[] => {
  const notices: NoticeView[] = [];
  const say = (key: string, tone: NoticeView["tone"], text: Sentence): void => {
    notices.push({ key, tone, text, action: null });
  };
  if (proposal.paymentsKnown !== null)
    say("payments-known", "info", words.notices.paymentsKnown(proposal.paymentsKnown));
  if (proposal.closingsWithheld) say("closings", "warning", words.notices.closingsWithheld);
  if (proposal.changes.length > 0)
    say("changes", "info", correct ? words.notices.corrected : words.notices.notCorrected);
  if (proposal.items.some(({ outcome }) => outcome === "bank"))
    say("bank", "info", words.notices.bank);
  return notices;
};
