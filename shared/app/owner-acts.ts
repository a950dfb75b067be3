import type { AccountState } from "#shared/claims/account.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { fileOf } from "#shared/claims/file.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { foreign } from "#shared/kernel/text.ts";
import { APP_ACTS } from "#shared/locales/app-acts.ts";
import { done } from "./act-done.ts";
import { viewOnly } from "./use-case.ts";
import type { UseCase } from "./use-case.ts";
import type { DoneView } from "./view-parts.ts";

const foldOwner = (name: string): string => name.trim().toLowerCase();

/** Names are compared as people say them: case and blanks around do not count. */
export const isFollowedBy = (state: AccountState, owner: string): boolean =>
  foldOwner(fileOf(state).owner ?? "") === foldOwner(owner);

export type OwnedBy = { readonly accounts: readonly string[] };

/** The debtors that somebody among us follows. */
export const ownedAccounts: UseCase<{ readonly owner: string }, OwnedBy, never> = {
  name: "owned-accounts",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: ({ owner }, loaded) =>
    ok(
      viewOnly({
        accounts: [...loaded.accounts.values()]
          .filter((state) => isFollowedBy(state, owner))
          .map(({ account }) => account),
      }),
    ),
};

export type PassOnInput = {
  readonly from: string;
  readonly to: string;
};
export type PassOnRefusal =
  { readonly type: "owner-missing" } | { readonly type: "owns-nothing"; readonly owner: string };

/** All debtors of one of us go to another, for the time of an absence or for good: one act, one undo. */
export const passOnDebtors: UseCase<PassOnInput, DoneView & OwnedBy, PassOnRefusal> = {
  name: "pass-on-debtors",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: ({ from, to }, loaded, facts) => {
    const owner = to.trim();
    if (owner === "" || from.trim() === "") return err({ type: "owner-missing" });
    const owned = [...loaded.accounts.values()].filter((state) => isFollowedBy(state, from));
    if (owned.length === 0) return err({ type: "owns-nothing", owner: from });
    const set: AccountEvent = { type: "owner-set", data: { owner, on: facts.today } };
    const accounts = owned.map(({ account }) => account);
    const said = { accounts: new Map(accounts.map((account) => [account, [set]])) };
    const text = APP_ACTS[facts.language].passedOn(accounts.length, foreign(owner));
    const decision = done(said, text, facts);
    return ok({ ...decision, view: { ...decision.view, accounts } });
  },
};
