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
  const [row, second] = accountToday(state, balances, plan, context).rows;
  // What the draft stood in the way of: a dispute is dealt with whether or not it has been discarded.
  const thereafter =
    row?.action.type === "discard-draft" && second !== undefined
      ? rowAction(second.action, second.word, state.account, state, facts)
      : null;
  return {
    lines: fourLines(on, facts),
    primary:
      row === undefined ? null : rowAction(row.action, row.word, state.account, state, facts),
    beside: row === undefined ? null : (thereafter ?? besideRow(row.action, state.account, facts)),
  };
};
