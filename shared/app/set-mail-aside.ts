import { err, ok } from "#shared/kernel/result.ts";
import { foreign } from "#shared/kernel/text.ts";
import { APP_ACTS } from "#shared/locales/app-acts.ts";
import { done } from "./act-done.ts";
import { addressKey } from "./index-keys.ts";
import type { FieldRefusal } from "./ledger-acts.ts";
import { setSenderAside } from "./ledger-acts.ts";
import type { UseCase } from "./use-case.ts";
import type { DoneView } from "./view-parts.ts";

export type SetMailAsideInput = {
  readonly address: string;
  /** Null: the mail has none. */
  readonly messageId: string | null;
  readonly why: "not-a-debtor" | "never";
};

/**
 * « Pas un débiteur »: its sender's mails are of nobody for Relance. A debtor's own contact is never put away by that click:
 * his next answer would go unread, and he would be chased for not answering. Of such a sender this one mail is left aside.
 */
export const setMailAside: UseCase<SetMailAsideInput, DoneView, FieldRefusal> = {
  name: "set-mail-aside",
  asks: ({ address }) => ({ accounts: [], keys: [addressKey(address.trim())], search: false }),
  decide: ({ address, messageId, why }, loaded, facts) => {
    const isContact = (loaded.accountsByKey.get(addressKey(address.trim())) ?? []).length > 0;
    if (!isContact) return setSenderAside.decide({ address, why }, loaded, facts);
    if (messageId === null) return err({ type: "field-missing", field: "messageId" });
    const aside = { type: "message-set-aside" as const, data: { messageId } };
    const text = APP_ACTS[facts.language].mailSetAside(foreign(address.trim().toLowerCase()));
    return ok(done({ creditor: [aside] }, text, facts));
  },
};
