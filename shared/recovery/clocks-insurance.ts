import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances, InvoiceBalance } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { WorkingCalendar } from "#shared/law/holidays.ts";
import { openDayUpTo } from "#shared/law/holidays.ts";
import { days as daysOf, endOfPeriod } from "#shared/law/periods.ts";
import type { ClockKind } from "./clock-kinds.ts";
import type { ClockStep, FoundClock } from "./clocks.ts";
import type { RecoveryContext } from "./context.ts";

const insuredDueOn = ({ portions }: InvoiceBalance): CalendarDate | null => {
  let first: CalendarDate | null = null;
  for (const { open, dueOn } of portions)
    if (open > 0 && dueOn !== null && (first === null || dueOn < first)) first = dueOn;
  return first;
};

/**
 * The last days to extend a term and to declare what is unpaid, as the insurance policy counts them from the due date:
 * a contract, not law.
 */
export const insuranceClocks = (
  state: AccountState,
  balances: AccountBalances,
  days: WorkingCalendar,
  { today }: RecoveryContext,
): readonly FoundClock[] => {
  const policy = fileOf(state).insurance?.policy ?? null;
  if (policy === null) return [];
  const byDue = new Map<CalendarDate, string[]>();
  for (const balance of balances.invoices) {
    const dueOn = insuredDueOn(balance);
    if (balance.open <= 0 || balance.currency !== policy.currency) continue;
    if (dueOn === null || dueOn >= today) continue;
    const there = byDue.get(dueOn);
    if (there === undefined) byDue.set(dueOn, [balance.invoice.invoice]);
    else there.push(balance.invoice.invoice);
  }
  const out: FoundClock[] = [];
  const add = (kind: ClockKind, startOn: CalendarDate, count: number | null): void => {
    if (count === null) return;
    const period = daysOf(count);
    const lastOn = endOfPeriod(startOn, period);
    const actBy = lastOn === null ? null : openDayUpTo(lastOn, days);
    const why: ClockStep[] = [{ type: "counted", on: startOn, from: "due-date", period }];
    if (actBy !== null && actBy !== lastOn) why.push({ type: "before", on: actBy });
    out.push({
      kind,
      invoices: byDue.get(startOn) ?? [],
      cited: null,
      side: "ours",
      startOn,
      lastOn,
      actBy,
      needs: [],
      done: false,
      why,
    });
  };
  byDue.forEach((_, dueOn) => {
    add("insurer-extension", dueOn, policy.extendDays);
    add("insurer-declaration", dueOn, policy.declareDays);
  });
  return out;
};
