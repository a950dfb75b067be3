import type { Act } from "#shared/claims/account.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { MINUTES } from "./today-row.ts";
import type { DayWork, RowWord } from "./today-row.ts";

/** What may wait for tomorrow: our own reminders. Clocks of law, answers, promises and drafts begun are never cut. */
const MAY_WAIT: readonly RowWord[] = ["reminder", "call", "exhibit"];

export type BudgetRow = {
  readonly word: RowWord;
  readonly minutes: number;
  /** Amount times age: what weighs most goes first. */
  readonly weight: number;
};

export type WithinBudget<R> = {
  /** In the order in which they came. */
  readonly now: readonly R[];
  /** Set apart: the rest, tomorrow. */
  readonly later: readonly R[];
};

/**
 * The rows that fit the minutes a creditor gives to chasing a day. What may not wait takes its minutes first; reminders
 * and calls follow by weight until the minutes are spent (a day whose answers take them all still sends one), so that a
 * ledger taken in with years of invoices proposes a day's work and never a flood. `spent`: minutes of today's work that
 * is done, else the list would fill up again as fast as it is worked off.
 */
export const withinBudget = <R extends BudgetRow>(
  rows: readonly R[],
  dailyMinutes: number,
  spent = 0,
): WithinBudget<R> => {
  let left = dailyMinutes - spent;
  const waiting: R[] = [];
  for (const row of rows) {
    if (MAY_WAIT.includes(row.word)) waiting.push(row);
    else left -= row.minutes;
  }
  if (waiting.reduce((sum, { minutes }) => sum + minutes, 0) <= left)
    return { now: rows, later: [] };
  const kept = new Set<R>();
  // A stable sort: rows of one weight stay in the order of the list.
  for (const row of waiting.sort((a, b) => b.weight - a.weight)) {
    if (row.minutes > left && (kept.size > 0 || spent > 0)) break;
    kept.add(row);
    left -= row.minutes;
  }
  const isNow = (row: R): boolean => !MAY_WAIT.includes(row.word) || kept.has(row);
  return { now: rows.filter(isNow), later: rows.filter((row) => !isNow(row)) };
};

/** What was sent and said today, one mail once however many tables it has. */
export const workOn = (acts: readonly Act[], today: CalendarDate): DayWork => {
  const mails = new Set<string>();
  let calls = 0;
  for (const { waived, on, how, draft, exchange, act } of acts) {
    if (waived !== null || on !== today) continue;
    if (how === "called") calls += 1;
    else mails.add(draft ?? exchange ?? act);
  }
  return { mails: [...mails], calls };
};

/** Minutes of a day's work over accounts: one mail to a group is one mail. */
export const minutesOf = (works: readonly DayWork[]): number => {
  const mails = new Set<string>();
  let calls = 0;
  for (const work of works) {
    for (const mail of work.mails) mails.add(mail);
    calls += work.calls;
  }
  return mails.size * MINUTES.reminder + calls * MINUTES.call;
};
