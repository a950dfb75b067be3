import type { Currency } from "#shared/kernel/money.ts";
import type { AccountState } from "./account.ts";
import { balancesOf } from "./balances.ts";
import { fileOf } from "./file.ts";
import { clip, takenFrom } from "./taken.ts";

/** Both sides of one currency: `cameIn` and `invoiced` are counted from what was recorded, the others from the balances. */
export type Conservation = {
  readonly currency: Currency;
  /** Payments, credit notes and agreed set-offs that stand. */
  readonly cameIn: number;
  readonly paidOff: number;
  readonly credit: number;
  /** Totals of the invoices that stand. */
  readonly invoiced: number;
  /** The principal's share of `paidOff`. */
  readonly settled: number;
  readonly writtenOff: number;
  readonly open: number;
};

const cameInOf = (state: AccountState, currency: Currency): number => {
  let cameIn = 0;
  for (const payment of state.payments)
    if (payment.reversed === null && payment.currency === currency) cameIn += payment.amount;
  for (const note of state.creditNotes)
    if (note.cancelled === null && note.currency === currency) cameIn += note.amount;
  for (const setOff of fileOf(state).setOffs)
    if (setOff.agreed !== null && setOff.currency === currency)
      for (const { taken } of takenFrom(setOff.amount, setOff.agreed.allocations)) cameIn += taken;
  return cameIn;
};

/**
 * For checks, in every currency, whatever was recorded: `cameIn === paidOff + credit`, and
 * `invoiced === settled + writtenOff + open`.
 */
export const conservationOf = (state: AccountState): readonly Conservation[] => {
  const { invoices, byCurrency } = balancesOf(state);
  return byCurrency.map(({ currency, credit }) => {
    let [charges, invoiced, settled, writtenOff, open] = [0, 0, 0, 0, 0];
    for (const balance of invoices) {
      if (balance.currency !== currency) continue;
      charges += balance.interest.paid + balance.compensation.paid;
      invoiced += clip(balance.total);
      settled += balance.paid + balance.credited + balance.setOff - balance.overpaid;
      writtenOff += balance.writtenOff;
      open += balance.open;
    }
    const cameIn = cameInOf(state, currency);
    const paidOff = settled + charges;
    return { currency, cameIn, paidOff, credit, invoiced, settled, writtenOff, open };
  });
};
