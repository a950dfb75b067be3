import type { AccountState } from "#shared/claims/account.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import type { AccountToday } from "#shared/recovery/today-row.ts";
import { accountToday } from "#shared/recovery/today-rows.ts";
import { sumsOf } from "./owed-lines.ts";
import type { AccountOnScreen } from "./screen-facts.ts";

/** What one account brings to the screen of the day: plain data, so that a host may keep it and join it with others. */
export type AccountDay = {
  readonly today: AccountToday;
  /** Whether one of us was named for it, or for a dispute of it. */
  readonly owned: boolean;
  readonly hasInvoices: boolean;
  /** Whether something was done about it today, and what it promised today. */
  readonly worked: boolean;
  readonly promised: readonly Money[];
};

export const accountDay = (
  { state, balances, plan }: AccountOnScreen,
  context: RecoveryContext,
): AccountDay => ({
  today: accountToday(state, balances, plan, context),
  owned: isOwned(state),
  hasInvoices: state.invoices.length > 0,
  ...doneOn(state, context.today),
});

const isOwned = (state: AccountState): boolean =>
  fileOf(state).owner !== null ||
  fileOf(state).disputesEntrusted.some(({ owner }) => owner !== null);

const doneOn = (
  state: AccountState,
  today: CalendarDate,
): Pick<AccountDay, "worked" | "promised"> => {
  const acts = state.acts.some((act) => act.on === today && act.waived === null);
  const drafts = state.drafts.some((draft) => draft.on === today);
  const promises = state.promises.filter(
    (promise) => promise.on === today && promise.withdrawn === null,
  );
  return {
    worked: acts || drafts || promises.length > 0,
    promised: promises.flatMap(({ amount, currency }) =>
      amount === null ? [] : [{ currency, minor: amount }],
    ),
  };
};

/** What the day has brought: debtors with an act of today, and what was promised today. */
export const doneInDays = (
  days: readonly AccountDay[],
): { readonly debtors: number; readonly promised: readonly Money[] } => ({
  debtors: days.filter(({ worked }) => worked).length,
  promised: sumsOf(days.flatMap(({ promised }) => promised)),
});
