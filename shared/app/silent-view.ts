import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { ok } from "#shared/kernel/result.ts";
import { foreign } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { todayRows } from "#shared/recovery/today.ts";
import { sumsOf } from "./owed-lines.ts";
import { accountsOnScreen, contextOf, reasonText } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { UseCase } from "./use-case.ts";
import type { ActionView } from "./view-parts.ts";

export type SilentRowView = {
  readonly key: string;
  readonly account: string;
  readonly name: Foreign;
  readonly amounts: readonly Own[];
  /** Why nothing is to be done today. */
  readonly reason: Sentence;
  readonly open: ActionView;
};

export type SilentView = {
  readonly kind: "silent";
  readonly title: Own;
  readonly intro: Own;
  readonly rows: readonly SilentRowView[];
  readonly back: ActionView;
};

/** Why nothing: a sentence for every debtor who owes and has no row today. */
export const silentView: UseCase<null, SilentView, never> = {
  name: "silent",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_input, loaded, facts) => {
    const words = APP[facts.language];
    const context = contextOf(loaded, facts);
    const accounts = accountsOnScreen(loaded, context);
    const plans = new Map(accounts.map(({ state, plan }) => [state.account, plan]));
    const rows = todayRows(accounts, context).silent.map(({ account, name, reason }) => {
      const amounts = sumsOf(
        (plans.get(account)?.amounts ?? []).map(({ currency, expected, contested }) => ({
          currency,
          minor: expected + contested,
        })),
      );
      return {
        key: account,
        account,
        name: foreign(name),
        amounts: amounts.map((amount) => words.common.amount(amount)),
        reason: reasonText(reason, facts),
        open: {
          key: `${account}/open`,
          label: words.common.claim,
          action: { go: "claim" as const, account },
        },
      };
    });
    return ok(
      viewOnly<SilentView>({
        kind: "silent",
        title: words.silent.title,
        intro: words.silent.intro(rows.length),
        rows,
        back: { key: "back", label: words.common.today, action: { go: "today" } },
      }),
    );
  },
};
