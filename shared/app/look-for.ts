import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { ok } from "#shared/kernel/result.ts";
import { compareText } from "#shared/kernel/text.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";
import { viewOnly } from "./use-case.ts";
import type { UseCase } from "./use-case.ts";

/** What a look asks the mailbox for: who may have answered, to which of our mails, and which drafts may have gone out. */
export type LookedFor = {
  /** Of contacts of debtors who owe something or whose draft waits, lower case, sorted. */
  readonly addresses: readonly string[];
  /** Message-IDs of mails in whose threads answers stand. */
  readonly threads: readonly string[];
  /** Drafts of ours that nobody has declared sent. */
  readonly drafts: readonly { readonly messageId: string | null; readonly reference: string }[];
  /** Mails that are filed already, by Message-ID: their bytes need not be fetched again. */
  readonly filed: ReadonlyMap<string, FiledAs>;
  /** When the mailbox was last looked through, ISO 8601; null: never, or somebody has only said so since. */
  readonly lookedAt: string | null;
};

/** How a filed mail of theirs stands; null: it bears no mark, being ours, or of a debtor held for death or illness. */
export type FiledAs = "to-read" | "followed" | null;

/** Of all mails of these accounts, by Message-ID. One that lies in several is as little marked, and as much to be read, as in any. */
export const filedAs = (states: Iterable<AccountState>): ReadonlyMap<string, FiledAs> => {
  const found = new Map<string, FiledAs>();
  for (const state of states) {
    const isBare = sensitive(state);
    for (const { messageId, direction, tagged, withoutEffect } of state.exchanges) {
      if (messageId === null) continue;
      const isRead = tagged !== null || withoutEffect !== null;
      const as = isBare || direction !== "in" ? null : isRead ? "followed" : "to-read";
      const other = found.get(messageId);
      const isWeaker = other === null || (other === "to-read" && as === "followed");
      if (!isWeaker) found.set(messageId, as);
    }
  }
  return found;
};

/** Threads followed of one debtor: the newest exchanges name the conversation that goes on. */
const THREADS_MAX = 4;

/** Over the whole ledger, since anybody may have answered. */
export const whatToLookFor: UseCase<null, LookedFor, never> = {
  name: "what-to-look-for",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_, loaded) => {
    const addresses = new Set<string>();
    const threads = new Set<string>();
    const drafts = new Map<string, LookedFor["drafts"][number]>();
    for (const state of loaded.accounts.values()) {
      if (!isFollowed(state)) continue;
      for (const { email } of state.contacts) {
        if (email !== null && email !== "") addresses.add(email.toLowerCase());
      }
      for (const id of threadsOf(state)) threads.add(id);
      for (const { messageId, reference, state: standing } of state.drafts) {
        // A draft to a group waits in several accounts.
        if (standing === "prepared") drafts.set(reference, { messageId, reference });
      }
    }
    for (const own of loaded.creditor.creditor?.addresses ?? []) {
      addresses.delete(own.toLowerCase());
    }
    const look = loaded.creditor.lastLook;
    return ok(
      viewOnly({
        addresses: [...addresses].sort(compareText),
        threads: [...threads],
        drafts: [...drafts.values()],
        filed: filedAs(loaded.accounts.values()),
        lookedAt: look?.where === "mailbox" ? look.at : null,
      }),
    );
  },
};

const isFollowed = (state: AccountState): boolean =>
  state.drafts.some((draft) => draft.state === "prepared") ||
  balancesOf(state).invoices.some((invoice) => invoice.open > 0);

const threadsOf = (state: AccountState): readonly string[] => {
  const ids = [
    ...state.exchanges.map((exchange) => exchange.messageId),
    ...state.drafts.filter((draft) => draft.state === "sent").map((draft) => draft.messageId),
  ].filter((id): id is string => id !== null);
  return ids.slice(-THREADS_MAX);
};
