import type { AccountState, Draft } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { ok } from "#shared/kernel/result.ts";
import { foreign } from "#shared/kernel/text.ts";
import { DRAFT_STANDS } from "#shared/locales/draft-stands.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { planOf } from "#shared/recovery/account-plan.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import { draftFallen, goneOf } from "#shared/recovery/draft-fallen.ts";
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
  const to = [...draft.to, ...recipients];
  if (isNotStep(draft.step)) {
    const gone = goneOf(state, to);
    if (gone !== null) return [words.contact(foreign(gone, 120))];
    return sensitive(state) ? [[]] : null;
  }
  const plan = planOf(state, balancesOf(state), recoveryContext(facts.today, loaded.creditor));
  const fallen = draftFallen(state, draft, plan, to);
  if (fallen?.why === "contact") return [words.contact(foreign(fallen.email, 120))];
  if (fallen?.why === "paid") return [words.paid];
  const isKept = [...draft.portions, ...draft.lower].some(({ invoice, portion }) => {
    const one = plan.portions.find((open) => open.invoice === invoice && open.portion === portion);
    return one?.forbidden === true || (one?.kept === true && one.next?.step === draft.step);
  });
  if (isKept || fallen?.why === "held") {
    const reasons = plan.reasons
      .filter(({ code }) => code !== "draft-fallen")
      .map((reason) => reasonView(reason, facts));
    const blocking = reasons.filter(({ blocks }) => blocks);
    const told = (blocking.length > 0 ? blocking : reasons).slice(0, TOLD_MAX);
    return [together(...told.map(({ text }) => text))];
  }
  return fallen === null ? null : [words[fallen.why]];
};
