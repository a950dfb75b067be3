import { foreign } from "#shared/kernel/text.ts";
import type { Foreign } from "#shared/kernel/text.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { claimHead } from "./claim-head.ts";
import { addressKey } from "./index-keys.ts";
import { accountOnScreen, contextOf } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { UseCase } from "./use-case.ts";

export type ComposeInput = {
  /** Whom the draft is written to so far. */
  readonly to: readonly string[];
  /** Debtors of today's list whose step is a mail. */
  readonly due: readonly string[];
};

export type ComposeRowView = {
  readonly account: string;
  readonly name: Foreign;
  readonly owes: Sentence;
  readonly next: Sentence;
};

/** Debtors offered beside a draft that is being written. */
const ROWS_MAX = 8;

/** Whose step may go into a draft that is being written: those it is written to, else those who are due today. */
export const composeView: UseCase<ComposeInput, readonly ComposeRowView[], never> = {
  name: "compose",
  asks: ({ to, due }) => ({
    accounts: to.length === 0 ? due.slice(0, ROWS_MAX) : [],
    keys: to.map(addressKey),
    search: false,
  }),
  decide: (_input, loaded, facts) => {
    const context = contextOf(loaded, facts);
    const rows: ComposeRowView[] = [];
    for (const state of loaded.accounts.values()) {
      const { lines, primary } = claimHead(accountOnScreen(state, context), context, facts);
      const action = primary?.action;
      if (action === undefined || !("act" in action) || action.act !== "prepare-draft") continue;
      const name = foreign(state.debtor?.name ?? state.account);
      rows.push({ account: state.account, name, owes: lines.owes, next: lines.next });
    }
    return ok(viewOnly(rows.slice(0, ROWS_MAX)));
  },
};
