import type { RecoveryContext } from "#shared/recovery/context.ts";
import { accountToday } from "#shared/recovery/today-rows.ts";
import { fourLines } from "./four-lines.ts";
import type { FourLinesView } from "./four-lines.ts";
import { besideRow, rowAction } from "./row-action.ts";
import type { AccountOnScreen } from "./screen-facts.ts";
import type { Facts } from "./use-case.ts";
import type { ActionView } from "./view-parts.ts";

/** What stands above everything else of a claim, in its own screen and beside a mail. */
export type ClaimHead = {
  readonly lines: FourLinesView;
  /** One only; null where there is nothing to do. */
  readonly primary: ActionView | null;
  /** The other way out, in one click; null where there is none. */
  readonly beside: ActionView | null;
};

export const claimHead = (
  on: AccountOnScreen,
  context: RecoveryContext,
  facts: Facts,
): ClaimHead => {
  const { state, balances, plan } = on;
  const [row] = accountToday(state, balances, plan, context).rows;
  return {
    lines: fourLines(on, facts),
    primary:
      row === undefined ? null : rowAction(row.action, row.word, state.account, state, facts),
    beside: row === undefined ? null : besideRow(row.action, state.account, facts),
  };
};
