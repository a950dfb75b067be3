import type { Currency } from "#shared/kernel/money.ts";
import type { AccountState } from "./account.ts";
import type { AccountBalances } from "./balances.ts";
import { fileOf } from "./file.ts";
import { clip } from "./taken.ts";

/** Both balances, while a set-off is only claimed: minor units. */
export type SetOffBalance = {
  readonly currency: Currency;
  /** What is owed to us as long as nothing is agreed. */
  readonly principal: number;
  readonly claimedSetOff: number;
  /** What would be left of it: never below zero. */
  readonly principalIfAgreed: number;
  /** What we would owe the debtor beyond it. */
  readonly weWouldOwe: number;
};

/** One a currency in which a set-off is claimed and neither agreed nor refused. */
export const withSetOffs = (
  balances: AccountBalances,
  state: AccountState,
): readonly SetOffBalance[] => {
  const claimed = new Map<Currency, number>();
  for (const { agreed, refused, currency, amount } of fileOf(state).setOffs)
    if (agreed === null && refused === null && amount > 0)
      claimed.set(currency, (claimed.get(currency) ?? 0) + amount);
  return [...claimed].map(([currency, claimedSetOff]) => {
    const principal =
      balances.byCurrency.find((balance) => balance.currency === currency)?.principal ?? 0;
    return {
      currency,
      principal,
      claimedSetOff,
      principalIfAgreed: clip(principal - claimedSetOff),
      weWouldOwe: clip(claimedSetOff - principal),
    };
  });
};
