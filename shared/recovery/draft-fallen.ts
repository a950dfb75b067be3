import type { AccountState, Draft } from "#shared/claims/account.ts";
import type { AccountPlan } from "./proposal.ts";
import { reasonOf } from "./reasons.ts";
import type { Reason } from "./reasons.ts";
import { standingStill } from "./standing-still.ts";

/** What came since a draft was prepared, so that it may no longer go as it was written. */
export type DraftFallen =
  | { readonly why: "contact"; readonly email: string }
  /** Nothing of it is owed; all is held or agreed otherwise; part of it is disputed; its sums are no longer right. */
  | { readonly why: "paid" | "held" | "disputed" | "money" };

/** Agreed with the debtor since: no reminder of these invoices goes until it is broken. */
const AGREED: readonly Reason["code"][] = [
  "promise-running",
  "promise-undated",
  "promise-conditional",
  "instalments-running",
  "instalments-noticed",
];

/**
 * Why a step's draft that waits is to be discarded; null where it may still go. A reply that nobody has read, or payments
 * that are not known, keep it for a while only.
 */
export const draftFallen = (
  state: AccountState,
  draft: Draft,
  { portions, gates }: Pick<AccountPlan, "portions" | "gates">,
  recipients: readonly string[] = draft.to,
): DraftFallen | null => {
  const email = goneOf(state, recipients);
  if (email !== null) return { why: "contact", email };
  const named = [...draft.portions, ...draft.lower];
  const asked = named.map(({ invoice, portion }) =>
    portions.find((one) => one.invoice === invoice && one.portion === portion),
  );
  if (asked.some((one) => one === undefined)) return { why: "paid" };
  const invoices = new Set(named.map(({ invoice }) => invoice));
  const isAgreed = gates.some(
    ({ code, effect, invoices: of }) =>
      effect === "forbid" &&
      AGREED.includes(code) &&
      (of === null || of.some((one) => invoices.has(one))),
  );
  if (standingStill(gates) !== null || isAgreed || asked.some((one) => one?.asked === 0))
    return { why: "held" };
  const isSince = ({ entry }: Pick<Draft, "entry">): boolean => entry.at > draft.entry.at;
  // Part of an invoice only: the rest may still be asked for, by a mail that does not ask for this part.
  if (
    state.disputes.some((one) => one.resolved === null && isSince(one) && invoices.has(one.invoice))
  )
    return { why: "disputed" };
  const isMoney =
    state.payments.some((one) => one.reversed === null && isSince(one)) ||
    state.creditNotes.some((one) => one.cancelled === null && isSince(one));
  return isMoney ? { why: "money" } : null;
};

/** An address that was a contact's, and is none's any more. */
export const goneOf = (
  { contacts }: AccountState,
  recipients: readonly string[],
): string | null => {
  const of = (isGone: boolean): ReadonlySet<string> =>
    new Set(
      contacts
        .filter(({ retired }) => (retired !== null) === isGone)
        .map(({ email }) => (email ?? "").toLowerCase()),
    );
  const [gone, inOffice] = [of(true), of(false)];
  const left = recipients.map((one) => one.toLowerCase());
  return left.find((one) => gone.has(one) && !inOffice.has(one)) ?? null;
};

/** What is said of a draft that waits. */
export const draftReason = ({ on, step, entry }: Draft, fallen: DraftFallen | null): Reason => {
  const where = { entries: [entry.hash] };
  return fallen === null
    ? reasonOf("draft-waiting", "says", { on, step }, where)
    : reasonOf("draft-fallen", "says", { on, step, why: fallen.why }, where);
};
