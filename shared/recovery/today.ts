import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { Look } from "#shared/claims/creditor.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { compareText, foldText } from "#shared/kernel/text.ts";
import { minutesOf, withinBudget } from "./budget.ts";
import type { RecoveryContext } from "./context.ts";
import type { AccountPlan } from "./proposal.ts";
import type { Reason } from "./reasons.ts";
import type { AccountToday, Chip, RowWord, TodayRow } from "./today-row.ts";
import { ROW_WORDS } from "./today-row.ts";
import { joinGroups } from "./today-groups.ts";
import { accountToday } from "./today-rows.ts";

/** Under so many open invoices the list needs no chips and no minutes. */
const SMALL_INVOICES = 20;

const CHIP_OF: Readonly<Record<RowWord, Chip>> = {
  clock: "clocks",
  "to-read": "to-read",
  broken: "promises",
  promise: "promises",
  check: "promises",
  draft: "reminders",
  blocked: "reminders",
  reminder: "reminders",
  call: "calls",
  exhibit: "calls",
};

export type TodayList = {
  readonly today: CalendarDate;
  readonly rows: readonly TodayRow[];
  readonly chips: Readonly<Record<Chip, number>>;
  readonly header: {
    readonly amounts: readonly {
      readonly currency: Currency;
      readonly expected: number;
      readonly overdue: number;
      /** Beside what is expected. */
      readonly contested: number;
    }[];
    /** Debtors with something overdue. */
    readonly debtors: number;
    readonly minutes: number;
    readonly paymentsKnownOn: CalendarDate | null;
    readonly paymentsStale: boolean;
    readonly lastLook: Look | null;
  };
  readonly silent: readonly {
    readonly account: string;
    readonly name: string;
    readonly reason: Reason;
  }[];
  /** The next day after today on which something is due anywhere. */
  readonly nextOn: CalendarDate | null;
  /** Under 20 open invoices: no chips, no minutes. */
  readonly small: boolean;
  /** Rows beyond the day's minutes, left for tomorrow. */
  readonly later: number;
};

export type TodayAccount = {
  readonly state: AccountState;
  readonly balances: AccountBalances;
  readonly plan: AccountPlan;
};

const WORD_RANK = new Map(ROW_WORDS.map((word, rank) => [word, rank]));

const compareRows = (a: TodayRow, b: TodayRow): number =>
  (WORD_RANK.get(a.word) ?? 0) - (WORD_RANK.get(b.word) ?? 0) ||
  b.weight - a.weight ||
  compareText(a.name, b.name) ||
  compareText(a.account, b.account);

const chipsOf = (rows: readonly TodayRow[]): TodayList["chips"] => {
  const chips: Record<Chip, number> = {
    clocks: 0,
    "to-read": 0,
    promises: 0,
    reminders: 0,
    calls: 0,
  };
  for (const { word } of rows) chips[CHIP_OF[word]] += 1;
  return chips;
};

const totalsOf = (accounts: readonly AccountToday[]): TodayList["header"]["amounts"] => {
  const sums = new Map<Currency, { expected: number; overdue: number; contested: number }>();
  for (const { amounts } of accounts) {
    for (const { currency, expected, overdue, contested } of amounts) {
      const sum = sums.get(currency) ?? { expected: 0, overdue: 0, contested: 0 };
      sum.expected += expected;
      sum.overdue += overdue;
      sum.contested += contested;
      sums.set(currency, sum);
    }
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum }))
    .sort((a, b) => compareText(a.currency, b.currency));
};

/**
 * What is for one of us: the debtors that he follows, and what he was asked to answer of another's. Null: all of it.
 */
export const todayFor = (
  accounts: readonly AccountToday[],
  owner: string | null,
): readonly AccountToday[] => {
  if (owner === null) return accounts;
  const me = foldText(owner);
  const isMine = (of: string | null): boolean =>
    of !== null && (of === owner || foldText(of) === me);
  return accounts.flatMap((account) => {
    if (isMine(account.owner)) return [account];
    const rows = account.rows.filter((row) => isMine(row.owner));
    return rows.length === 0 ? [] : [{ ...account, rows, silent: null }];
  });
};

/** Joins what accounts bring, in any order of theirs: the same list whatever shards they came from. `whole`: beyond the day's minutes too. */
export const joinToday = (
  accounts: readonly AccountToday[],
  { today, creditor, freshFrom }: RecoveryContext,
  whole = false,
): TodayList => {
  const all = [...joinGroups(accounts.flatMap((account) => account.rows))].sort(compareRows);
  const silent: TodayList["silent"][number][] = [];
  let nextOn: CalendarDate | null = null;
  let openInvoices = 0;
  for (const one of accounts) {
    openInvoices += one.openInvoices;
    if (one.nextOn !== null && (nextOn === null || one.nextOn < nextOn)) nextOn = one.nextOn;
    if (one.silent !== null) {
      silent.push({ account: one.account, name: one.name, reason: one.silent });
    }
  }
  const asOf = creditor.paymentsKnown?.asOf ?? null;
  const small = openInvoices < SMALL_INVOICES;
  const minutes = creditor.creditor?.dailyMinutes ?? null;
  const spent = minutesOf(accounts.map((account) => account.spent));
  // A handful of invoices is no flood, and shows no minutes.
  const { now: rows, later } =
    whole || small || minutes === null
      ? { now: all, later: [] }
      : withinBudget(all, minutes, spent);
  return {
    today,
    rows,
    chips: chipsOf(rows),
    header: {
      amounts: totalsOf(accounts),
      debtors: accounts.filter(({ amounts }) => amounts.some(({ overdue }) => overdue > 0)).length,
      minutes: rows.reduce((sum, { minutes }) => sum + minutes, 0),
      paymentsKnownOn: asOf,
      paymentsStale: asOf === null || asOf < freshFrom,
      lastLook: creditor.lastLook,
    },
    silent: silent.sort((a, b) => compareText(a.name, b.name) || compareText(a.account, b.account)),
    nextOn,
    small,
    later: later.length,
  };
};

/** `owner`: of one of us alone; `whole`: beyond the day's minutes too. */
export const todayRows = (
  accounts: readonly TodayAccount[],
  context: RecoveryContext,
  owner: string | null = null,
  whole = false,
): TodayList =>
  joinToday(
    todayFor(
      accounts.map(({ state, balances, plan }) => accountToday(state, balances, plan, context)),
      owner,
    ),
    context,
    whole,
  );
