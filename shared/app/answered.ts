import type { AccountEvent } from "#shared/claims/events.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { ANSWERED } from "#shared/recovery/answers-owed.ts";
import { done } from "./act-done.ts";
import type { UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView } from "./view-parts.ts";

export type MarkAnsweredInput = {
  readonly account: string;
  readonly exchanges: readonly string[];
};

export type MarkAnsweredRefusal =
  AccountUnknown | { readonly type: "exchange-unknown"; readonly exchange: string };

/** « C'est fait »: what the debtor asked of us was given where Relance has not seen it, and the plan goes on. */
export const markAnswered: UseCase<MarkAnsweredInput, DoneView, MarkAnsweredRefusal> = {
  name: "mark-answered",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account, exchanges }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const unknown = exchanges.find(
      (id) => !state.exchanges.some(({ exchange }) => exchange === id),
    );
    if (unknown !== undefined) return err({ type: "exchange-unknown", exchange: unknown });
    const events = exchanges.map((exchange): AccountEvent => ({
      type: "exchange-detailed",
      data: { exchange, detail: ANSWERED, mustAct: "them" },
    }));
    const { answered } = MAIL_WORDS[facts.language];
    return ok(done({ accounts: new Map([[account, events]]) }, answered.noted, facts));
  },
};
