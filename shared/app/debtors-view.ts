import { isWithheld } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import { compareText, foldText, foreign } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { DESK } from "#shared/locales/desk.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { planOf } from "#shared/recovery/account-plan.ts";
import type { AccountPlan } from "#shared/recovery/proposal.ts";
import { nameOf, sumsOf } from "./owed-lines.ts";
import { contextOf, stepWord } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, UseCase } from "./use-case.ts";
import type { ActionView, EmptyView } from "./view-parts.ts";

/** Rows a page: what a screen draws at once without being felt. */
export const DEBTORS_PAGE = 100;
/** A longer filter is something pasted; it is cut. */
export const FILTER_CHARS_MAX = 100;

export const DEBTOR_COLUMNS = ["name", "kind", "group", "open", "overdue", "next"] as const;
export type DebtorColumn = (typeof DEBTOR_COLUMNS)[number];

export type DebtorsInput = {
  /** Part of a name or a group; empty: all. */
  readonly filter: string;
  readonly sort: DebtorColumn;
  readonly descending: boolean;
  /** From 0. */
  readonly page: number;
};

export type DebtorRowView = {
  readonly key: string;
  readonly account: string;
  readonly name: Foreign;
  readonly kind: Own;
  readonly group: Foreign | null;
  /** Principal open, contested parts included, by currency. */
  readonly owed: readonly Own[];
  /** What of it is late and not contested. */
  readonly overdue: readonly Own[];
  readonly next: Sentence;
  readonly open: ActionView;
};

export type DebtorsView = {
  readonly kind: "debtors";
  readonly title: Own;
  readonly columns: readonly { readonly key: DebtorColumn; readonly label: Own }[];
  readonly rows: readonly DebtorRowView[];
  /** `12 débiteurs`, `3 débiteurs sur 12`. */
  readonly count: Own;
  readonly page: number;
  readonly pages: number;
  readonly range: Own;
  readonly add: ActionView;
  /** In place of the list where the ledger knows no debtor at all. */
  readonly empty: EmptyView | null;
};

type Line = Omit<DebtorRowView, "key" | "open" | "owed" | "overdue"> & {
  readonly folded: string;
  readonly owed: readonly { readonly currency: Currency; readonly minor: number }[];
  readonly overdue: readonly { readonly currency: Currency; readonly minor: number }[];
  readonly nextOn: CalendarDate | null;
};

/** Every account of the ledger, with what it owes and what comes next. */
export const debtorsView: UseCase<DebtorsInput, DebtorsView, never> = {
  name: "debtors",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: ({ filter, sort, descending, page: wanted }, loaded, facts) => {
    const words = DESK[facts.language].debtors;
    const context = contextOf(loaded, facts);
    const wantedText = foldText(filter.slice(0, FILTER_CHARS_MAX));
    const known = [...loaded.accounts.values()].filter((state) => !isWithheld(state));
    const lines = known.map((state): Line => {
      const { debtor } = state;
      const group = debtor?.group ?? null;
      const plan = planOf(state, balancesOf(state), context);
      const name = nameOf(state);
      const grouped = group === null ? null : foreign(group.name ?? group.id);
      return {
        account: state.account,
        name,
        kind:
          debtor === null
            ? APP[facts.language].common.unknownDebtor
            : APP[facts.language].kinds[debtor.kind],
        group: grouped,
        folded: foldText(`${name.foreign} ${grouped?.foreign ?? ""}`),
        owed: plan.amounts.map(({ currency, expected, contested }) => ({
          currency,
          minor: expected + contested,
        })),
        overdue: plan.amounts.map(({ currency, overdue }) => ({ currency, minor: overdue })),
        ...nextOf(plan, facts),
      };
    });
    const kept = lines.filter(({ folded }) => folded.includes(wantedText));
    const sorted = kept.sort(comparing(sort, descending, currenciesOf(lines)));
    const pages = Math.max(1, Math.ceil(sorted.length / DEBTORS_PAGE));
    const page = Math.min(Math.max(0, Math.floor(wanted)), pages - 1);
    const from = page * DEBTORS_PAGE;
    const shown = sorted.slice(from, from + DEBTORS_PAGE);
    const form: ActionView["action"] = { form: "debtor", account: null, subject: null };
    return ok(
      viewOnly<DebtorsView>({
        kind: "debtors",
        title: words.title,
        columns: DEBTOR_COLUMNS.map((key) => ({ key, label: words.columns[key] })),
        rows: shown.map((line) => rowOf(line, facts)),
        count:
          kept.length === lines.length
            ? words.count(lines.length)
            : words.found(kept.length, lines.length),
        page,
        pages,
        range: words.range(shown.length === 0 ? 0 : from + 1, from + shown.length, sorted.length),
        add: { key: "add-debtor", label: words.add, action: form },
        empty:
          lines.length > 0
            ? null
            : {
                title: words.empty.title,
                text: words.empty.text,
                actions: [
                  { key: "import", label: words.empty.import, action: { go: "import" } },
                  { key: "add-debtor", label: words.empty.add, action: form },
                ],
              },
      }),
    );
  },
};

const rowOf = (line: Line, facts: Facts): DebtorRowView => {
  const { common } = APP[facts.language];
  const shown = (sums: Line["owed"]): readonly Own[] =>
    sumsOf(sums).map(({ minor, currency }) => common.amount(money(minor, currency)));
  return {
    key: line.account,
    account: line.account,
    name: line.name,
    kind: line.kind,
    group: line.group,
    owed: shown(line.owed),
    overdue: shown(line.overdue),
    next: line.next,
    open: {
      key: `${line.account}/open`,
      label: common.claim,
      action: { go: "claim", account: line.account },
    },
  };
};

const owesNothing = (plan: AccountPlan): boolean =>
  plan.amounts.every(({ expected, contested }) => expected === 0 && contested === 0);

/** The step that comes next and its day, in a few words: why is what the claim says. */
export const nextOf = (
  plan: AccountPlan,
  facts: Facts,
): { readonly next: Sentence; readonly nextOn: CalendarDate | null } => {
  const words = DESK[facts.language].debtors;
  if (plan.act !== null) {
    return { next: words.now(stepWord(plan.act.step, facts)), nextOn: facts.today };
  }
  if (owesNothing(plan)) return { next: words.nothingOwed, nextOn: null };
  const coming = plan.nextOn;
  if (coming === null) return { next: words.waits, nextOn: null };
  const portion = plan.portions.find(({ kept, next }) => !kept && next?.on === coming);
  const step = portion?.next?.step;
  return {
    next:
      step === undefined
        ? words.resumes(coming, facts.today)
        : words.dated(stepWord(step, facts), coming, facts.today),
    nextOn: coming,
  };
};

/** Amounts are compared in the currency that most debtors owe, then in the next one. */
const currenciesOf = (lines: readonly Line[]): readonly Currency[] => {
  const counts = new Map<Currency, number>();
  for (const { owed } of lines)
    for (const { currency } of owed) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || compareText(a, b)).map(([code]) => code);
};

const comparing = (
  sort: DebtorColumn,
  descending: boolean,
  currencies: readonly Currency[],
): ((a: Line, b: Line) => number) => {
  const compare = comparers(currencies)[sort];
  const sign = descending ? -1 : 1;
  return (a, b) =>
    emptyLast(sort, a, b) ||
    sign * compare(a, b) ||
    compareText(a.folded, b.folded) ||
    compareText(a.account, b.account);
};

/** Whichever way it is sorted, what has no group or no date stands below what has one. */
const emptyLast = (sort: DebtorColumn, a: Line, b: Line): number => {
  if (sort === "group") return Number(a.group === null) - Number(b.group === null);
  if (sort === "next") return Number(a.nextOn === null) - Number(b.nextOn === null);
  return 0;
};

const comparers = (
  currencies: readonly Currency[],
): Readonly<Record<DebtorColumn, (a: Line, b: Line) => number>> => ({
  name: (a, b) => compareText(a.folded, b.folded),
  kind: (a, b) => compareText(foldText(a.kind.own), foldText(b.kind.own)),
  group: (a, b) => compareText(foldText(a.group?.foreign ?? ""), foldText(b.group?.foreign ?? "")),
  open: (a, b) => compareSums(a.owed, b.owed, currencies),
  overdue: (a, b) => compareSums(a.overdue, b.overdue, currencies),
  next: (a, b) => compareText(a.nextOn ?? "", b.nextOn ?? ""),
});

const compareSums = (a: Line["owed"], b: Line["owed"], currencies: readonly Currency[]): number => {
  const of = (sums: Line["owed"], currency: Currency): number =>
    sums.find((sum) => sum.currency === currency)?.minor ?? 0;
  for (const currency of currencies) {
    const difference = of(a, currency) - of(b, currency);
    if (difference !== 0) return difference;
  }
  return 0;
};
