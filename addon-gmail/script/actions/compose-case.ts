import { prepareDraft } from "#shared/app/draft-acts.ts";
import type {
  PrepareDraftInput,
  PrepareDraftRefusal,
  PrepareDraftView,
} from "#shared/app/draft-acts.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { err } from "#shared/kernel/result.ts";
import type { NewEntry } from "#shared/ledger/append.ts";

export type InsertInput = Omit<PrepareDraftInput, "replyTo"> & {
  /** Everybody that the open draft is addressed to so far, copies too. */
  readonly recipients: readonly string[];
};

export type InsertRefusal =
  | PrepareDraftRefusal
  /** Somebody would read it who is no contact of this debtor; `to` is whom it would be for. */
  | { readonly type: "other-recipients"; readonly to: readonly string[] }
  /** It stands by itself: in a draft that has recipients it may be part of a conversation. */
  | { readonly type: "stands-alone" };

/**
 * The next step, for a draft that somebody has begun: the same words, to the same people and nobody else. Its recipients
 * were chosen before the debtor was, so they are held to the contacts before anything is said to be prepared.
 */
export const insertDraft: UseCase<InsertInput, PrepareDraftView, InsertRefusal> = {
  name: "insert-draft",
  asks: (input, ledger) => prepareDraft.asks({ ...input, replyTo: null }, ledger),
  decide: (input, loaded, facts) => {
    const decided = prepareDraft.decide({ ...input, replyTo: null }, loaded, facts);
    const state = loaded.accounts.get(input.account);
    if (!decided.ok || state === undefined || input.recipients.length === 0) return decided;
    const { to } = decided.value.view.mail;
    const own = foldedSet(loaded.creditor.creditor?.addresses ?? []);
    const others = input.recipients.filter((one) => !own.has(folded(one)));
    if (!areContacts(others, state)) return err({ type: "other-recipients", to });
    return decided.value.entries.some(isLastNotice) ? err({ type: "stands-alone" }) : decided;
  },
};

const isLastNotice = ({ data }: NewEntry): boolean =>
  typeof data === "object" && data !== null && "step" in data && data.step === "last-notice";

/** An individual is written to alone. */
const areContacts = (others: readonly string[], { contacts, debtor }: AccountState): boolean => {
  const known = foldedSet(
    contacts.flatMap(({ retired, email }) => (retired === null && email !== null ? [email] : [])),
  );
  const isIndividual = debtor?.kind === "consumer" || debtor?.soleTrader === true;
  if (isIndividual && others.length > 1) return false;
  return others.every((one) => known.has(folded(one)));
};

const folded = (address: string): string => address.trim().toLowerCase();

const foldedSet = (addresses: readonly string[]): ReadonlySet<string> =>
  new Set(addresses.map(folded));
