import { NOTHING_ASKED, viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { AccountUnknown } from "#shared/app/view-parts.ts";
import type { AccountState } from "#shared/claims/account.ts";
import type { CreditorIdentity, CreditorState } from "#shared/claims/creditor.ts";
import { err, ok } from "#shared/kernel/result.ts";

export type FormFactsInput = { readonly account: string | null };

/** What stands now, for a form to be filled with: values that are edited, never words to show. */
export type FormFacts = {
  readonly state: AccountState | null;
  readonly creditor: CreditorIdentity | null;
  readonly ledger: CreditorState;
};

export const formFacts: UseCase<FormFactsInput, FormFacts, AccountUnknown> = {
  name: "form-facts",
  asks: ({ account }) =>
    account === null ? NOTHING_ASKED : { accounts: [account], keys: [], search: false },
  decide: ({ account }, loaded) => {
    const ledger = loaded.creditor;
    const { creditor } = ledger;
    if (account === null) return ok(viewOnly({ state: null, creditor, ledger }));
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    return ok(viewOnly({ state, creditor, ledger }));
  },
};
