import type { AccountState } from "#shared/claims/account.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { formatMoney, money } from "#shared/kernel/money.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { noteText } from "#shared/drafting/statement-notes-text.ts";
import type { AllocationOrder } from "#shared/law/interest.ts";
import type { Segment } from "#shared/law/segments.ts";
import type { LawRule } from "#shared/law/authorities.ts";
import { formatPercent, longDate } from "#shared/locales/calendar-words.ts";
import { CLOCK_WORDS } from "#shared/locales/clock-words.ts";
import type { ClockWords } from "#shared/locales/clock-words-fr.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { STATEMENT_WORDS } from "#shared/locales/statement-words.ts";
import type {
  AccountStatement,
  AccountStatementFault,
  OrderTotals,
} from "#shared/recovery/account-interest.ts";
import { bothOrders, statementsOf } from "#shared/recovery/account-interest.ts";
import { citedView } from "./clocks-view.ts";
import type { CitedView } from "./clocks-view.ts";
import { nameOf } from "./owed-lines.ts";
import { accountOnScreen, contextOf } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, UseCase } from "./use-case.ts";
import type { AccountUnknown, ActionView } from "./view-parts.ts";

export type SegmentView = {
  readonly key: string;
  readonly invoice: Foreign;
  readonly from: Own;
  readonly to: Own;
  readonly days: number;
  readonly principal: Own;
  readonly rate: Own;
  readonly interest: Own;
  /** `365`, `366` or the calendar year's own days. */
  readonly base: Own;
  /** Where the rate was read. */
  readonly source: Own;
  /** « à vérifier » and how, where the source is no official one. */
  readonly mark: Own | null;
  /** The same as figures, for a table that is computed on. */
  readonly raw: Pick<Segment, "from" | "to" | "principal" | "basisPoints" | "interest">;
};

export type TotalView = {
  readonly key: string;
  readonly label: Own;
  readonly amount: Own;
  /** In minor units of its currency. */
  readonly minor: number;
};

export type StatementPartView = {
  readonly key: Currency;
  readonly segments: readonly SegmentView[];
  /** What is contested, computed apart and not claimed; in no total. */
  readonly contested: readonly SegmentView[];
  readonly totals: readonly TotalView[];
  /** In a currency of its own, in no total. */
  readonly compensationApart: TotalView | null;
  /** Null where a rate is not known from tomorrow on. */
  readonly perDay: TotalView | null;
  readonly missing: readonly Sentence[];
  /** How the figures were made, in sentences. */
  readonly method: readonly Sentence[];
  readonly notes: readonly Sentence[];
  readonly rules: readonly {
    readonly key: string;
    readonly rule: Own;
    readonly cited: CitedView;
  }[];
  /** The total under each order of allocation; empty where the other one cannot be computed. */
  readonly orders: readonly {
    readonly key: AllocationOrder;
    readonly label: Own;
    readonly total: Own;
    readonly chosen: boolean;
    readonly chosenWord: Own;
  }[];
};

export type StatementView = {
  readonly kind: "statement";
  readonly account: string;
  readonly name: Foreign;
  readonly title: Own;
  readonly on: CalendarDate;
  readonly asOf: Sentence;
  /** That it is what the law gives, not what was asked of the debtor. */
  readonly legalOnly: Own;
  readonly labels: ClockWords["statement"]["columns"] & {
    readonly base: Own;
    readonly method: Own;
    readonly rules: Own;
    readonly missing: Own;
    readonly contested: Own;
  };
  /** One a currency. */
  readonly statements: readonly StatementPartView[];
  /** Why there is none, or none of a currency. */
  readonly faults: readonly Own[];
  readonly actions: readonly ActionView[];
};

/** `on` null: today. */
export type StatementInput = { readonly account: string; readonly on: CalendarDate | null };

/** What the law gives on a day, each figure with its days, rate, base and source. */
export const statementView: UseCase<StatementInput, StatementView, AccountUnknown> = {
  name: "statement",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account, on: asked }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const { balances } = accountOnScreen(state, contextOf(loaded, facts));
    const words = CLOCK_WORDS[facts.language].statement;
    const on = asked ?? facts.today;
    const { creditor } = loaded;
    const statements: StatementPartView[] = [];
    const faults: Own[] = [];
    const made = statementsOf(state, balances, { creditor, on });
    for (const one of made) {
      if (!one.ok) faults.push(faultText(one.error, facts));
      else {
        const both = bothOrders(state, balances, { creditor, on, currency: one.value.currency });
        statements.push(partOf(one.value, both.ok ? both.value : null, state, facts));
      }
    }
    if (made.length === 0) faults.push(words.nothing);
    return ok(
      viewOnly<StatementView>({
        kind: "statement",
        account,
        name: nameOf(state),
        title: words.title,
        on,
        asOf: words.asOf(on),
        legalOnly: words.legalOnly,
        labels: {
          ...words.columns,
          base: words.base,
          method: words.method,
          rules: words.rules,
          missing: words.missing,
          contested: words.contested,
        },
        statements,
        faults,
        actions: [
          {
            key: "statement/order",
            label: words.changeOrder,
            action: { form: "allocation-order", account, subject: null },
          },
        ],
      }),
    );
  },
};

const faultText = ({ type }: AccountStatementFault, facts: Facts): Own => {
  const words = CLOCK_WORDS[facts.language].statement;
  switch (type) {
    case "nothing-owed":
      return words.nothing;
    case "debtor-unknown":
      return words.debtorUnknown;
    case "law-unknown":
      return words.lawUnknown;
    case "rate-unknown":
      return words.rateBefore;
    case "amount-too-large":
    case "debt-twice":
    case "unknown-invoice":
      return words.fault;
  }
};

/** Notes of method come first, in the order of reading; the rest speaks of this claim. */
const METHOD = [
  "formula",
  "contract-rate",
  "first-day",
  "basis",
  "basis-not-usual",
  "split",
  "rounding",
  "allocation",
  "computed-rate",
];

const partOf = (
  of: AccountStatement,
  both: OrderTotals | null,
  state: AccountState,
  facts: Facts,
): StatementPartView => {
  const { language } = facts;
  const words = CLOCK_WORDS[language].statement;
  const { statement, currency, totals } = of;
  const amount = (minor: number): Own => own(formatMoney(money(minor, currency), language));
  const total = (key: keyof AccountStatement["totals"]): TotalView => ({
    key,
    label: words[key],
    amount: amount(totals[key]),
    minor: totals[key],
  });
  const numbers = new Map(state.invoices.map(({ invoice, number }) => [invoice, number]));
  const named = (id: string): Foreign => foreign(numbers.get(id) ?? id);
  const rows = (segments: readonly Segment[]): readonly SegmentView[] =>
    segments.map((segment, index) => segmentView(segment, index, named, currency, facts));
  const { notes } = statement;
  const missing = notes.filter(({ type }) => type === "missing-rate");
  const apart = statement.compensationApart;
  return {
    key: currency,
    segments: rows(statement.segments),
    contested: of.contested === null ? [] : rows(of.contested.segments),
    totals: [total("principal"), total("interest"), total("compensation"), total("total")],
    compensationApart:
      apart === null
        ? null
        : {
            key: "compensation-apart",
            label: words.compensation,
            amount: own(formatMoney(apart, language)),
            minor: apart.minor,
          },
    perDay:
      statement.perDay === null
        ? null
        : {
            key: "per-day",
            label: words.perDay,
            amount: amount(statement.perDay),
            minor: statement.perDay,
          },
    missing: missing.map((note) => noteText(withNumber(note, numbers), language)),
    method: notes
      .filter(({ type }) => METHOD.includes(type))
      .map((note) => noteText(note, language)),
    notes: [
      ...notes
        .filter(({ type }) => !METHOD.includes(type) && type !== "missing-rate")
        .map((note) => noteText(note, language)),
      ...of.stopped.map(({ invoice, judgmentOn }) => words.stopped(named(invoice), judgmentOn)),
      ...of.noticeUnproven.map((invoice) => words.noticeUnproven(named(invoice))),
      ...(of.undated > 0 ? [words.undated(amount(of.undated))] : []),
    ],
    rules: statement.rules.map((rule) => ruleView(rule, facts)),
    orders: both === null ? [] : ordersOf(of, both, facts),
  };
};

const withNumber = (
  note: AccountStatement["statement"]["notes"][number],
  numbers: ReadonlyMap<string, string>,
): typeof note =>
  note.type === "missing-rate"
    ? {
        ...note,
        missing: {
          ...note.missing,
          invoice: numbers.get(note.missing.invoice) ?? note.missing.invoice,
        },
      }
    : note;

const segmentView = (
  segment: Segment,
  index: number,
  named: (id: string) => Foreign,
  currency: Currency,
  { language }: Facts,
): SegmentView => {
  const words = STATEMENT_WORDS[language];
  const amount = (minor: number): Own => own(formatMoney(money(minor, currency), language));
  const { evidence, computed } = segment;
  const sure = (evidence === "official" && !computed) || evidence === "contract";
  return {
    key: `${segment.invoice}/${String(index)}`,
    invoice: named(segment.invoice),
    from: own(longDate(segment.from, language)),
    to: own(longDate(segment.to, language)),
    days: segment.days,
    principal: amount(segment.principal),
    rate: own(formatPercent(segment.basisPoints, language)),
    interest: amount(segment.interest),
    raw: {
      from: segment.from,
      to: segment.to,
      principal: segment.principal,
      basisPoints: segment.basisPoints,
      interest: segment.interest,
    },
    base: CLOCK_WORDS[language].statement.bases[segment.basis],
    source: sourceOf(segment, language),
    mark: sure
      ? null
      : evidence === "official" || evidence === "added"
        ? CLOCK_WORDS[language].toCheck
        : words.evidence[evidence],
  };
};

/** Which published rate it is, then where it was read. */
const sourceOf = (
  { series, halfYear, source, evidence }: Segment,
  language: Facts["language"],
): Own => {
  const words = STATEMENT_WORDS[language];
  if (series === null || halfYear === null)
    return source === "" ? words.evidence[evidence] : own(source);
  const rate = words.rateOf(series, halfYear);
  return source === "" ? rate : own(`${rate.own} · ${source}`);
};

const ruleView = (
  { rule, text, mark }: LawRule,
  facts: Facts,
): StatementPartView["rules"][number] => {
  const { language } = facts;
  const cited = citedView({ text, mark }, facts);
  return {
    key: rule,
    rule: STATEMENT_WORDS[language].rules[rule],
    cited:
      text === "" ? { ...cited, text: CLOCK_WORDS[language].statement.noText, mark: null } : cited,
  };
};

const ordersOf = (
  { order, currency }: AccountStatement,
  { principalFirst, interestFirst }: OrderTotals,
  { language }: Facts,
): StatementPartView["orders"] => {
  const words = CLOCK_WORDS[language].statement;
  const rows = [
    ["principal-first", principalFirst],
    ["interest-first", interestFirst],
  ] as const;
  return rows.map(([key, total]) => ({
    key,
    label: words.orders[key],
    total: own(formatMoney(money(total, currency), language)),
    chosen: key === order,
    chosenWord: words.chosen,
  }));
};
