import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { AccountFile } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import { idOfFacts } from "#shared/kernel/ids.ts";
import type { DeadlineStart } from "#shared/law/deadlines.ts";
import type { WorkingCalendar } from "#shared/law/holidays.ts";
import { openDayUpTo } from "#shared/law/holidays.ts";
import type { LimitationStep } from "#shared/law/limitation.ts";
import type { Cited } from "#shared/law/marks.ts";
import { isToCheck } from "#shared/law/marks.ts";
import type { Period } from "#shared/law/periods.ts";
import { factClocks } from "./clocks-facts.ts";
import { insolvencyClocks } from "./clocks-insolvency.ts";
import { insuranceClocks } from "./clocks-insurance.ts";
import { lapsingClocks, limitationClocks } from "./clocks-limitation.ts";
import { noticeClocks } from "./clocks-notice.ts";
import { CLOCK_DAYS, CLOCK_KINDS } from "./clock-kinds.ts";
import type { ClockKind, ClockNeed } from "./clock-kinds.ts";
import type { RecoveryContext } from "./context.ts";

/** How a last day was found, in order. */
export type ClockStep =
  | LimitationStep
  | {
      readonly type: "counted";
      readonly on: CalendarDate;
      readonly from: DeadlineStart | "due-date";
      readonly period: Period;
    }
  /** Moved to the next open day: by law (`procedure`), or by our own custom. */
  | { readonly type: "moved"; readonly to: CalendarDate; readonly by: "law" | "custom" }
  /** The last day is no open one and no text moves it: what is to be done is done before. */
  | { readonly type: "before"; readonly on: CalendarDate };

/** A clock as the file gives it, before it is named and set against a day. */
export type FoundClock = {
  readonly kind: ClockKind;
  readonly invoices: readonly string[];
  /** Null: it comes from no text of law (an insurance policy). */
  readonly cited: Cited | null;
  /** `ours`: we must act by then; `theirs`: we wait until then. */
  readonly side: "ours" | "theirs";
  readonly startOn: CalendarDate | null;
  readonly lastOn: CalendarDate | null;
  readonly actBy: CalendarDate | null;
  readonly needs: readonly ClockNeed[];
  /** Whether what it asks for is known to have been done, or has been overtaken by a later fact. */
  readonly done: boolean;
  readonly why: readonly ClockStep[];
};

/**
 * One deadline for one account. `lastOn` is the last day by its rule, null where it is not known: `needs` then says what
 * would tell. `actBy`: the last open day up to it for what we must do, so that none of ours ends on a day when nobody
 * takes an act. `daysLeft` counts to `actBy`, else to `lastOn`; negative once passed.
 */
export type LegalClock = Omit<FoundClock, "done"> & {
  readonly id: string;
  readonly daysLeft: number | null;
  readonly state: "running" | "passed" | "done" | "unknown";
  /** Its rule was read in a secondary source only, or remembered. */
  readonly toCheck: boolean;
};

/** Days of courts and offices: the creditor's own closures do not count. */
export const courtDays = ({ creditor }: RecoveryContext): WorkingCalendar => ({
  country: creditor.creditor?.country ?? "",
  alsaceMoselle: creditor.policy.alsaceMoselle,
  closures: [],
});

const clockIdOf = (
  account: string,
  { kind, invoices, startOn }: Pick<FoundClock, "kind" | "invoices" | "startOn">,
): string => idOfFacts("clock", [account, kind, startOn ?? "", ...[...invoices].sort()]);

const named = (
  found: FoundClock,
  state: AccountState,
  stopped: ReadonlySet<string>,
  today: CalendarDate,
): LegalClock => {
  const { done, ...clock } = found;
  const id = clockIdOf(state.account, found);
  const end = found.actBy ?? found.lastOn;
  const daysLeft = end === null ? null : daysBetween(today, end);
  return {
    ...clock,
    id,
    daysLeft,
    state:
      done || stopped.has(id)
        ? "done"
        : daysLeft === null
          ? "unknown"
          : daysLeft < 0
            ? "passed"
            : "running",
    toCheck:
      found.cited !== null && (isToCheck(found.cited.mark) || found.cited.mark === "unknown"),
  };
};

const ORDER: Readonly<Record<LegalClock["state"], number>> = {
  running: 0,
  passed: 1,
  unknown: 2,
  done: 3,
};

const compare = (a: LegalClock, b: LegalClock): number => {
  if (a.state !== b.state) return ORDER[a.state] - ORDER[b.state];
  const [left, right] = [a.daysLeft ?? 0, b.daysLeft ?? 0];
  if (left !== right) return a.state === "passed" ? right - left : left - right;
  return CLOCK_KINDS.indexOf(a.kind) - CLOCK_KINDS.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
};

const nameAll = (
  found: readonly FoundClock[],
  state: AccountState,
  { today }: RecoveryContext,
): readonly LegalClock[] => {
  const stopped = new Set(fileOf(state).stoppedClocks.map(({ clock }) => clock));
  return found.map((clock) => named(clock, state, stopped, today)).sort(compare);
};

const fileClocks = (
  state: AccountState,
  balances: AccountBalances,
  context: RecoveryContext,
): readonly FoundClock[] => {
  const days = courtDays(context);
  return [
    ...insolvencyClocks(state, balances, days, context),
    ...factClocks(state, balances, days),
    ...noticeClocks(state, balances, days, context),
    ...insuranceClocks(state, balances, days, context),
  ];
};

/** Every deadline of an account that is known or could be: those that run first, the nearest first. */
export const legalClocksOf = (
  state: AccountState,
  balances: AccountBalances,
  context: RecoveryContext,
): readonly LegalClock[] =>
  nameAll(
    [
      ...limitationClocks(state, balances, context).map((clock) =>
        withActBy(clock, courtDays(context)),
      ),
      ...fileClocks(state, balances, context),
    ],
    state,
    context,
  );

/** The last day to sue is not moved by any text: a suit is filed on an open day before it. */
const withActBy = (clock: FoundClock, days: WorkingCalendar): FoundClock => {
  if (clock.lastOn === null) return clock;
  const actBy = openDayUpTo(clock.lastOn, days);
  const why: readonly ClockStep[] =
    actBy === clock.lastOn ? clock.why : [...clock.why, { type: "before", on: actBy }];
  return { ...clock, actBy, why };
};

const NONE: readonly never[] = [];

/** Whether anything of the file can have a deadline of ours. */
const hasDeadlines = (file: AccountFile | null): boolean =>
  file !== null &&
  (file.insolvencies.length > 0 || file.legalFacts.length > 0 || file.insurance !== null);

/**
 * What we must do within CLOCK_DAYS, or should have done in the last ones: for lists of thousands of accounts. Most
 * have no file and nothing old, and are not looked at any further.
 */
export const pressingClocksOf = (
  state: AccountState,
  balances: AccountBalances,
  context: RecoveryContext,
): readonly LegalClock[] => {
  const limitation = lapsingClocks(state, balances, context, CLOCK_DAYS, context.lapsingFrom);
  const others = hasDeadlines(state.file) ? fileClocks(state, balances, context) : NONE;
  if (limitation.length + others.length === 0) return NONE;
  const days = courtDays(context);
  const found = [...limitation.map((clock) => withActBy(clock, days)), ...others];
  return nameAll(
    found.filter(({ side, done }) => side === "ours" && !done),
    state,
    context,
  ).filter(
    ({ state: now, daysLeft }) =>
      (now === "running" || now === "passed") &&
      daysLeft !== null &&
      Math.abs(daysLeft) <= CLOCK_DAYS,
  );
};
