import { messageKey } from "#shared/app/index-keys.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { ok } from "#shared/kernel/result.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";

/**
 * What mark a mail is to bear: ours where it is filed, and none (also not one of before) where its debtor is now held for
 * death or illness. Null: a mail that is not filed is left as it is.
 */
export const filedAs: UseCase<string, "marked" | "unmarked" | null, never> = {
  name: "filed-as",
  asks: (messageId) => ({ accounts: [], keys: [messageKey(messageId)], search: false }),
  decide: (messageId, loaded) => {
    const holding = [...loaded.accounts.values()].filter((state) =>
      state.exchanges.some((one) => one.messageId === messageId),
    );
    if (holding.length === 0) return ok(viewOnly(null));
    return ok(viewOnly(holding.some(sensitive) ? "unmarked" : "marked"));
  },
};
