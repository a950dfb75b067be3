import { discrepanciesOf } from "#shared/claims/discrepancies.ts";
import { ok } from "#shared/kernel/result.ts";
import type { UseCase } from "./use-case.ts";
import { viewOnly } from "./use-case.ts";

/** The debtors whose entries do not fit together, for the words of a check. */
export const accountsWithDiscrepancies: UseCase<
  null,
  readonly { readonly name: string; readonly count: number }[],
  never
> = {
  name: "accounts-with-discrepancies",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_, loaded) =>
    ok(
      viewOnly(
        [...loaded.accounts.values()]
          .map((state) => ({
            name: state.debtor?.name ?? state.account,
            count: discrepanciesOf(state).length,
          }))
          .filter(({ count }) => count > 0),
      ),
    ),
};
