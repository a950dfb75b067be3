import { messageKey } from "#shared/app/index-keys.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { ok } from "#shared/kernel/result.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";

/** Whether a mail is filed; of a debtor held for death or illness no mail bears a mark. */
export const filedAs: UseCase<string, boolean, never> = {
  name: "filed-as",
  asks: (messageId) => ({ accounts: [], keys: [messageKey(messageId)], search: false }),
  decide: (messageId, loaded) =>
    ok(
      viewOnly(
        [...loaded.accounts.values()].some(
          (state) =>
            !sensitive(state) && state.exchanges.some((one) => one.messageId === messageId),
        ),
      ),
    ),
};
