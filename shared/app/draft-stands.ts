import type { AccountState, Draft } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { ok } from "#shared/kernel/result.ts";
import { foreign } from "#shared/kernel/text.ts";
import { DRAFT_STANDS } from "#shared/locales/draft-stands.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { planOf } from "#shared/recovery/account-plan.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import { sensitive } from "#shared/recovery/gates-law.ts";
import { isNotStep } from "./draft-choice.ts";
import { draftKey } from "./index-keys.ts";
import { reasonView } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";

/** Reasons of the plan told at once. */
const TOLD_MAX = 2;

/** A draft by its id, and whoever else it is addressed to by now. */
export type DraftAsked = { readonly key: string; readonly recipients: readonly string[] };

/**
 * Why a draft that was prepared earlier may no longer be sent, in words; null where it still may. Days may have passed:
 * the debtor may have paid, disputed or promised since, or whom it is for may have left. Asked before a face opens one, or
 * makes one of the words that were kept.
 */
export const draftStands: UseCase<DraftAsked, Sentence | null, never> = {
  name: "draft-stands",
  asks: ({ key }) => ({ accounts: [], keys: [draftKey(key)], search: false }),
  decide: (asked, loaded, facts) => {
    const words = DRAFT_STANDS[facts.language];
    const found = [...loaded.accounts.values()].flatMap((state) =>
      state.drafts.flatMap((draft) => (draft.draft === asked.key ? [{ state, draft }] : [])),
    );
    // Of another ledger, or erased: nothing speaks for it.
    if (found.every(({ draft }) => draft.state !== "prepared"))
      return ok(viewOnly(words.notWaiting));
    const [why = null] = found.flatMap(
      ({ state, draft }) => whyNot(state, draft, asked.recipients, loaded, facts) ?? [],
    );
    return ok(viewOnly(why === null ? null : together(words.changed, why, words.discard)));
  },
};

/** One sentence in a list, since a sentence is a list of parts itself. */
type Why = readonly [Sentence];

const whyNot = (
  state: AccountState,
  draft: Draft,
  recipients: readonly string[],
  loaded: Loaded,
  facts: Facts,
): Why | null => {
  const words = DRAFT_STANDS[facts.language];
  const gone = goneOf(state, [...draft.to, ...recipients]);
  if (gone !== null) return [words.contact(foreign(gone, 120))];
  if (isNotStep(draft.step)) return sensitive(state) ? [[]] : null;
  const balances = balancesOf(state);
  const plan = planOf(state, balances, recoveryContext(facts.today, loaded.creditor));
  const stands = ({ invoice, portion }: { readonly invoice: string; readonly portion: string }) =>
    plan.portions.find((one) => one.invoice === invoice && one.portion === portion);
  const asked = [...draft.portions, ...draft.lower].map(stands);
  if (asked.some((one) => one === undefined)) return [words.paid];
  const isKept = asked.some(
    (one) => one?.forbidden === true || (one?.kept === true && one.next?.step === draft.step),
  );
  if (isKept || asked.some((one) => one?.asked === 0)) {
    const reasons = plan.reasons.map((reason) => reasonView(reason, facts));
    const blocking = reasons.filter(({ blocks }) => blocks);
    const told = (blocking.length > 0 ? blocking : reasons).slice(0, TOLD_MAX);
    return [together(...told.map(({ text }) => text))];
  }
  // Of the same moment too: nothing finer is known of two entries.
  const isSince = ({ entry }: Pick<Draft, "entry">): boolean => entry.at >= draft.entry.at;
  const invoices = new Set([...draft.portions, ...draft.lower].map(({ invoice }) => invoice));
  // Part of an invoice only: the rest may still be asked for, by a mail that does not ask for this part.
  if (
    state.disputes.some((one) => one.resolved === null && isSince(one) && invoices.has(one.invoice))
  )
    return [words.disputed];
  const isMoney =
    state.payments.some((one) => one.reversed === null && isSince(one)) ||
    state.creditNotes.some((one) => one.cancelled === null && isSince(one));
  return isMoney ? [words.money] : null;
};

/** An address that was a contact's, and is none's any more. */
const goneOf = ({ contacts }: AccountState, recipients: readonly string[]): string | null => {
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
