import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { compareText } from "#shared/kernel/text.ts";
import type { Portion } from "./events.ts";
import { clip } from "./taken.ts";

/** Amounts in minor units of the invoice's currency. */
export type PortionBalance = {
  readonly portion: string;
  readonly amount: number;
  /** What is still owed of it, never below zero. */
  readonly open: number;
  /** The part of `open` that is contested. */
  readonly contested: number;
  readonly dueOn: CalendarDate | null;
  readonly condition: string | null;
};

type PortionSums = {
  readonly settled: number;
  readonly open: number;
  readonly contested: number;
  /** What payments gave to portions that they name. */
  readonly named: ReadonlyMap<string, number> | null;
};

const portionBalance = (
  { portion, amount, dueOn, condition }: Portion,
  open: number,
  contested: number,
): PortionBalance => ({ portion, amount, open, contested, dueOn, condition });

/**
 * Money goes to the portion that it names, then to portions by due date. A dispute names an invoice, not a portion: what
 * is contested is taken from the oldest portions first, since that is what the debtor was asked to pay, and so that no
 * doubt is settled against the debtor.
 */
export const balancesOfPortions = (
  portions: readonly Portion[],
  { settled, open, contested, named }: PortionSums,
): readonly PortionBalance[] => {
  const [only] = portions;
  if (portions.length === 1 && only !== undefined) {
    const owed = Math.min(clip(clip(only.amount) - settled), open);
    return [portionBalance(only, owed, Math.min(owed, contested))];
  }
  let pool = settled;
  const taken = portions.map((portion) => {
    const here = Math.min(clip(portion.amount), named?.get(portion.portion) ?? 0);
    pool -= here;
    return here;
  });
  const order = portions
    .map((portion, index) => ({ portion, index }))
    .sort(
      (a, b) =>
        compareText(a.portion.dueOn ?? "9999", b.portion.dueOn ?? "9999") || a.index - b.index,
    );
  for (const { portion, index } of order) {
    const before = taken[index] ?? 0;
    const more = Math.min(clip(portion.amount) - before, clip(pool));
    taken[index] = before + more;
    pool -= more;
  }
  // Portions that add up to more than the invoice must not ask for more than the invoice: the last ones give way.
  let [left, doubtful] = [open, contested];
  const balances: PortionBalance[] = [];
  for (const { portion, index } of order) {
    const owed = Math.min(clip(portion.amount) - (taken[index] ?? 0), left);
    left -= owed;
    const doubted = Math.min(owed, doubtful);
    doubtful -= doubted;
    balances[index] = portionBalance(portion, owed, doubted);
  }
  return balances;
};
