import type { AccountState } from "#shared/claims/account.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { CLOCK_WORDS } from "#shared/locales/clock-words.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import type { Missing, MissingCode, SeriousStep } from "#shared/recovery/missing.ts";
import { SERIOUS_STEPS, missingFor } from "#shared/recovery/missing.ts";
import type { AccountPlan } from "#shared/recovery/proposal.ts";
import { stepRank } from "#shared/recovery/steps.ts";
import { nameOf } from "./owed-lines.ts";
import { accountOnScreen, contextOf } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, UseCase } from "./use-case.ts";
import type { AccountUnknown, ActionView, ScreenAction } from "./view-parts.ts";

export type MissingItemView = {
  readonly key: string;
  readonly code: MissingCode;
  readonly text: Own;
  readonly needed: Missing["needed"];
  readonly neededWord: Own;
  /** Numbers of the invoices it is of; empty: the whole account. */
  readonly invoices: readonly Foreign[];
  /** Opens what fills the gap. */
  readonly action: ActionView;
};

export type MissingView = {
  readonly kind: "missing";
  readonly account: string;
  readonly name: Foreign;
  readonly title: Own;
  readonly step: SeriousStep;
  /** `Avant : mise en demeure.` */
  readonly before: Sentence;
  readonly items: readonly MissingItemView[];
  readonly none: Own | null;
};

/** `step` null: the next serious one that the account comes to. */
export type MissingInput = { readonly account: string; readonly step: SeriousStep | null };

/** The first serious step from the highest next step of what is asked: what to prepare now. */
export const nextSeriousStep = ({ portions }: AccountPlan): SeriousStep => {
  let highest = 0;
  for (const { next, asked } of portions)
    if (next !== null && asked > 0) highest = Math.max(highest, stepRank(next.step));
  return SERIOUS_STEPS.find((step) => stepRank(step) >= highest) ?? "legal";
};

export const missingView: UseCase<MissingInput, MissingView, AccountUnknown> = {
  name: "missing",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account, step }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const context = contextOf(loaded, facts);
    const { plan } = accountOnScreen(state, context);
    const before = step ?? nextSeriousStep(plan);
    const words = CLOCK_WORDS[facts.language].missing;
    const items = missingItems(state, before, context, facts);
    return ok(
      viewOnly<MissingView>({
        kind: "missing",
        account,
        name: nameOf(state),
        title: words.title,
        step: before,
        before: words.before(own(recoveryWords[facts.language].steps[before])),
        items,
        none: items.length === 0 ? words.none : null,
      }),
    );
  },
};

export const missingItems = (
  state: AccountState,
  step: SeriousStep,
  context: RecoveryContext,
  facts: Facts,
): readonly MissingItemView[] =>
  missingFor(state, step, context).map((one) => itemOf(one, state, facts));

const itemOf = (
  { code, invoices, needed }: Missing,
  state: AccountState,
  facts: Facts,
): MissingItemView => {
  const words = CLOCK_WORDS[facts.language].missing;
  const ids = new Set(invoices ?? []);
  return {
    key: code,
    code,
    text: words.codes[code],
    needed,
    neededWord: words.needed[needed],
    invoices: state.invoices
      .filter(({ invoice }) => ids.has(invoice))
      .map(({ number }) => foreign(number)),
    action: {
      key: `missing/${code}`,
      label: words.add,
      action: fillingOf(code, state, invoices?.[0] ?? null),
    },
  };
};

const fillingOf = (
  code: MissingCode,
  { account }: AccountState,
  invoice: string | null,
): ScreenAction => {
  switch (code) {
    case "debtor":
    case "address":
    case "siren":
      return { form: "debtor", account, subject: null };
    case "identity-check":
      return { form: "identity", account, subject: null };
    case "terms":
      return { form: "terms", account, subject: null };
    case "order-number":
      return { form: "invoice", account, subject: invoice };
    case "service-code":
      return { form: "invoicing-way", account, subject: null };
    case "mediator":
      return { go: "settings" };
    case "letter-sent":
      return { form: "letter-sent", account, subject: null };
    case "letter-deposit":
    case "letter-presentation":
      return { form: "letter-proof", account, subject: null };
    case "sent-mail":
      return { go: "timeline", account };
    case "invoice-copy":
    case "order-or-contract":
    case "delivery-proof":
      return { form: "document", account, subject: null };
  }
};
