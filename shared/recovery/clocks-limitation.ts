import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances, InvoiceBalance } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { AccountFile } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { addMonths, dateNear, dateOf, dayNumber, earliest } from "#shared/kernel/calendar.ts";
import { ownValue } from "#shared/kernel/own-value.ts";
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
  return earliest((open.length === 0 ? portions : open).map(({ dueOn }) => dueOn));
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
  performedOn: ownValue(file.performed, balance.invoice.invoice),
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

/** What was issued, done or due after these days cannot lapse soon, whatever its rule. */
export type LapsingFrom = {
  readonly consumer: CalendarDate;
  readonly others: CalendarDate;
  readonly shortened: CalendarDate;
};

const MONTHS_OF_YEAR = 12;
/** A consumer's debt: two years from the earlier of performance and invoice. */
const CONSUMER_MONTHS = 2 * MONTHS_OF_YEAR;
/** A public body's: four years at the least. */
const OTHERS_MONTHS = 4 * MONTHS_OF_YEAR;
/** Carriage of goods, or a year that was agreed. */
const SHORTENED_MONTHS = MONTHS_OF_YEAR;
/** The last open day comes at most so many days before the last day. */
const OPEN_DAY_DAYS = 7;
/** Four years back from it is still a day of the calendar. */
const HORIZON_MIN = dateOf("1905-01-01");

export const lapsingFrom = (today: CalendarDate, within: number): LapsingFrom => {
  const wanted = dateNear(dayNumber(today) + within + OPEN_DAY_DAYS);
  const horizon = wanted < HORIZON_MIN ? HORIZON_MIN : wanted;
  return {
    consumer: addMonths(horizon, -CONSUMER_MONTHS),
    others: addMonths(horizon, -OTHERS_MONTHS),
    shortened: addMonths(horizon, -SHORTENED_MONTHS),
  };
};

const fromOf = ({ debtor, file }: AccountState, from: LapsingFrom): CalendarDate => {
  const terms = file?.terms ?? null;
  if (terms !== null && (terms.transport || terms.limitationYears !== null)) return from.shortened;
  return debtor?.kind === "consumer" ? from.consumer : from.others;
};

const isOld = (
  { open, invoice, portions }: InvoiceBalance,
  file: AccountFile | null,
  from: CalendarDate,
): boolean => {
  if (open <= 0) return false;
  if (invoice.issuedOn <= from) return true;
  const performed = file === null ? null : ownValue(file.performed, invoice.invoice);
  if (performed !== null && performed <= from) return true;
  for (const { dueOn } of portions) if (dueOn !== null && dueOn <= from) return true;
  return false;
};

const NONE: readonly never[] = [];

/**
 * Those that end within so many days of today, before or after. `horizon`: nothing is worked out for what is too young, so
 * that a list of thousands of accounts costs next to nothing.
 */
export const lapsingClocks = (
  state: AccountState,
  balances: AccountBalances,
  context: RecoveryContext,
  within: number,
  horizon: LapsingFrom,
): readonly FoundClock[] => {
  const from = fromOf(state, horizon);
  let old: InvoiceBalance[] | null = null;
  for (const balance of balances.invoices) {
    if (!isOld(balance, state.file, from)) continue;
    if (old === null) old = [balance];
    else old.push(balance);
  }
  if (old === null || state.debtor === null) return NONE;
  const clocks = clocksOf(old, state, state.debtor.kind, context);
  return clocks.filter(({ lastOn }) => isNear(lastOn, within, context));
};

/** The last days to sue for what is open, invoices with the same one together. */
export const limitationClocks = (
  state: AccountState,
  balances: AccountBalances,
  context: RecoveryContext,
): readonly FoundClock[] => {
  const open = balances.invoices.filter((balance) => balance.open > 0);
  if (open.length === 0) return NONE;
  if (state.debtor === null)
    return [{ ...UNKNOWN_KIND, invoices: open.map(({ invoice }) => invoice.invoice) }];
  return clocksOf(open, state, state.debtor.kind, context);
};

const clocksOf = (
  balances: readonly InvoiceBalance[],
  state: AccountState,
  kind: DebtorKind,
  context: RecoveryContext,
): readonly FoundClock[] => {
  const file = fileOf(state);
  const groups = new Map<string, { readonly of: Limitation; readonly invoices: string[] }>();
  for (const balance of balances) {
    const limitation = limitationOf(limitationInput(balance, kind, file, context));
    const { lastOn, startOn, suspendedSince } = limitation;
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
): boolean => lastOn !== null && Math.abs(dayNumber(lastOn) - todayDay) <= within + OPEN_DAY_DAYS;

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
