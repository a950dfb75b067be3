import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances, InvoiceBalance } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { AccountFile } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addMonths, dateOfDayNumber, dayNumber, earliest } from "#shared/kernel/calendar.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import type { LimitationInput } from "#shared/law/limitation-rules.ts";
import type { Limitation } from "#shared/law/limitation.ts";
import { limitationOf } from "#shared/law/limitation.ts";
import { lawCountryOf } from "#shared/law/regime.ts";
import type { ClockNeed } from "./clock-kinds.ts";
import type { FoundClock } from "./clocks.ts";
import type { RecoveryContext } from "./context.ts";

/** More facts than this on one invoice are no file: each interruption walks every suspension. */
const LIMITATION_FACTS_MAX = 500;

/** The earliest day on which a part that is still open falls due; null where only conditions say when. */
const openDueOn = ({ portions }: InvoiceBalance): CalendarDate | null => {
  const open = portions.filter((portion) => portion.open > 0);
  return earliest(
    (open.length === 0 ? portions : open)
      .map(({ dueOn }) => dueOn)
      .filter((on): on is CalendarDate => on !== null),
  );
};

const concerns = (
  named: readonly string[],
  balance: InvoiceBalance,
  on: CalendarDate | null,
): boolean =>
  named.length > 0
    ? named.includes(balance.invoice.invoice)
    : on === null || balance.invoice.issuedOn <= on;

/** What the law looks at for one invoice; interruptions and suspensions are those that the user recorded. */
export const limitationInput = (
  balance: InvoiceBalance,
  kind: DebtorKind,
  file: AccountFile,
  { creditor }: RecoveryContext,
): LimitationInput => ({
  law: lawCountryOf(creditor.creditor?.country ?? ""),
  debtor: kind,
  issuedOn: balance.invoice.issuedOn,
  performedOn: file.performed[balance.invoice.invoice] ?? null,
  dueOn: openDueOn(balance),
  transport: file.terms?.transport ?? false,
  agreedYears: file.terms?.limitationYears ?? null,
  interruptions: file.interruptions
    .filter(({ invoices, on }) => concerns(invoices, balance, on))
    .slice(0, LIMITATION_FACTS_MAX)
    .map(({ on, cause }) => ({ on, cause })),
  suspensions: file.suspensions
    .filter(({ invoices, until }) => concerns(invoices, balance, until))
    .slice(0, LIMITATION_FACTS_MAX)
    .map(({ from, until }) => ({ from, until })),
});

/** Null where the debtor's kind is not known: it gives the rule. */
export const limitationOfInvoice = (
  balance: InvoiceBalance,
  state: AccountState,
  context: RecoveryContext,
): Limitation | null =>
  state.debtor === null
    ? null
    : limitationOf(limitationInput(balance, state.debtor.kind, fileOf(state), context));

const clockOf = (limitation: Limitation, invoices: readonly string[]): FoundClock => ({
  kind: "limitation",
  invoices,
  cited: limitation.rule,
  side: "ours",
  startOn: limitation.startOn,
  lastOn: limitation.suspendedSince === null ? limitation.lastOn : null,
  actBy: null,
  needs: needsOf(limitation),
  done: false,
  why: limitation.steps,
});

const needsOf = ({ suspendedSince, startOn, lastOn }: Limitation): readonly ClockNeed[] => {
  if (suspendedSince !== null) return ["end-of-suspension"];
  if (lastOn !== null) return [];
  return startOn === null ? ["law-of-claim"] : [];
};

/** Without a file no rule is shorter: a consumer's debt, two years from the earlier of performance and invoice. */
const SHORTEST_MONTHS = 24;
/** With one: carriage of goods, or a year that was agreed. */
const SHORTEST_WITH_FILE_MONTHS = 12;

const FIRST_DAY = dayNumber("1902-01-01" as CalendarDate);

/** What was issued after this day cannot be lapsed within so many days, whatever its rule. */
const youngFrom = (state: AccountState, within: number, { todayDay }: RecoveryContext): string => {
  const months = state.file === null ? SHORTEST_MONTHS : SHORTEST_WITH_FILE_MONTHS;
  const horizon = Math.max(todayDay + within, FIRST_DAY);
  return addMonths(dateOfDayNumber(horizon), -months);
};

const isYoung = (
  balance: InvoiceBalance,
  performed: CalendarDate | undefined,
  from: string,
): boolean => {
  if (balance.invoice.issuedOn <= from || (performed !== undefined && performed <= from))
    return false;
  return !balance.portions.some(({ dueOn }) => dueOn !== null && dueOn <= from);
};

/**
 * The last days to sue for what is open, invoices with the same one together. `within` not null: only those that end
 * within so many days of today, before or after; nothing is worked out for what is too young.
 */
export const limitationClocks = (
  state: AccountState,
  balances: AccountBalances,
  context: RecoveryContext,
  within: number | null,
): readonly FoundClock[] => {
  const file = fileOf(state);
  const from = within === null ? "" : youngFrom(state, within, context);
  const old = balances.invoices.filter(
    (balance) =>
      balance.open > 0 &&
      (within === null || !isYoung(balance, file.performed[balance.invoice.invoice], from)),
  );
  if (old.length === 0) return [];
  const { debtor } = state;
  if (debtor === null) {
    if (within !== null) return [];
    const invoices = old.map(({ invoice }) => invoice.invoice);
    return [{ ...UNKNOWN_KIND, invoices }];
  }
  const groups = new Map<string, { readonly of: Limitation; readonly invoices: string[] }>();
  for (const balance of old) {
    const limitation = limitationOf(limitationInput(balance, debtor.kind, file, context));
    const { lastOn, startOn, suspendedSince } = limitation;
    if (within !== null && !isNear(lastOn, within, context)) continue;
    const key = `${lastOn ?? ""} ${startOn ?? ""} ${suspendedSince ?? ""}`;
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, { of: limitation, invoices: [balance.invoice.invoice] });
    else group.invoices.push(balance.invoice.invoice);
  }
  return [...groups.values()].map(({ of, invoices }) => clockOf(of, invoices));
};

const isNear = (
  lastOn: CalendarDate | null,
  within: number,
  { todayDay }: RecoveryContext,
): boolean =>
  // A week more than asked: the last open day may come before the last day.
  lastOn !== null && Math.abs(dayNumber(lastOn) - todayDay) <= within + 7;

const UNKNOWN_KIND: Omit<FoundClock, "invoices"> = {
  kind: "limitation",
  cited: null,
  side: "ours",
  startOn: null,
  lastOn: null,
  actBy: null,
  needs: ["debtor-kind"],
  done: false,
  why: [],
};
