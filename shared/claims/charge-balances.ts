import type { Currency } from "#shared/kernel/money.ts";
import type { Charge } from "./account.ts";
import { clip } from "./taken.ts";

/** Interest or compensation: owed to us only once claimed. */
export type ChargeBalance = {
  readonly claimed: number;
  readonly waived: number;
  readonly paid: number;
  readonly open: number;
};

const NOTHING_CHARGED: ChargeBalance = { claimed: 0, waived: 0, paid: 0, open: 0 };

export const balanceOfCharge = (
  charges: readonly Charge[],
  kind: Charge["kind"],
  currency: Currency,
  allocated: number,
): ChargeBalance => {
  if (charges.length === 0) return NOTHING_CHARGED;
  let claimed = 0;
  let waivedSaid = 0;
  for (const charge of charges) {
    if (charge.kind !== kind || charge.currency !== currency) continue;
    const amount = clip(charge.amount);
    claimed += amount;
    waivedSaid += Math.min(
      amount,
      charge.waived.reduce((sum, waiver) => sum + clip(waiver.amount), 0),
    );
  }
  const paid = Math.min(allocated, claimed);
  const waived = Math.min(waivedSaid, claimed - paid);
  return { claimed, waived, paid, open: claimed - paid - waived };
};
