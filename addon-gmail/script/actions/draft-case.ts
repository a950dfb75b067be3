import { prepareDraft } from "#shared/app/draft-acts.ts";
import { isWaitingStep } from "#shared/app/draft-choice.ts";
import { draftKey } from "#shared/app/index-keys.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { Facts, Loaded, MailDraft, UseCase } from "#shared/app/use-case.ts";
import type { AccountState, Draft } from "#shared/claims/account.ts";
import { err, ok } from "#shared/kernel/result.ts";

export type RetryInput = { readonly draft: string; readonly kept: MailDraft };

export type RetryRefusal =
  | { readonly type: "draft-unknown"; readonly draft: string }
  | { readonly type: "draft-not-waiting"; readonly draft: string }
  /** It would be written otherwise by now, or not at all: paid, promised, disputed, another sum. */
  | { readonly type: "draft-overtaken" };

/**
 * Whether a draft that Gmail did not take may still be made of the words that were kept: it waits, and what it asks for is
 * what would be asked for now.
 */
export const draftToRetry: UseCase<RetryInput, null, RetryRefusal> = {
  name: "draft-to-retry",
  asks: ({ draft }) => ({ accounts: [], keys: [draftKey(draft)], search: false }),
  decide: ({ draft, kept }, loaded, facts) => {
    const known = [...loaded.accounts.values()].flatMap((state) => {
      const found = state.drafts.find((one) => one.draft === draft);
      return found === undefined ? [] : [{ state, found }];
    });
    const [first, ...others] = known;
    if (first === undefined) return err({ type: "draft-unknown", draft });
    if (known.every(({ found }) => found.state !== "prepared"))
      return err({ type: "draft-not-waiting", draft });
    // An answer, a group's mail and a last notice rest on choices that only their own screens know.
    const { state, found } = first;
    const isPlain = others.length === 0 && isWaitingStep(found) && found.step !== "last-notice";
    return isPlain && !asksTheSame(kept, found, state, loaded, facts)
      ? err({ type: "draft-overtaken" })
      : ok(viewOnly(null));
  },
};

const SALT = "0".repeat(32);

const asksTheSame = (
  kept: MailDraft,
  { draft, step }: Draft,
  state: AccountState,
  loaded: Loaded,
  facts: Facts,
): boolean => {
  const { account } = state;
  const without = { ...state, drafts: state.drafts.filter((one) => one.draft !== draft) };
  const accounts = new Map([[account, without]]);
  const now = prepareDraft.decide(
    { account, replyTo: null, salt: SALT },
    { ...loaded, accounts },
    facts,
  );
  if (!now.ok) return false;
  const isSameStep = now.value.entries.some(
    ({ data }) => typeof data === "object" && data !== null && "step" in data && data.step === step,
  );
  return isSameStep && figuresOf(now.value.view.mail) === figuresOf(kept);
};

/** Sums, days and numbers of invoices: whom a mail greets may differ, what it asks for may not. */
const figuresOf = ({ text, reference }: MailDraft): string =>
  text
    .split(reference)
    .join(" ")
    .replace(/[^0-9]+/g, " ");
