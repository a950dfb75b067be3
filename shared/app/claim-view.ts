import type { AccountState, Draft } from "#shared/claims/account.ts";
import { proposedContact, replacedContact } from "#shared/claims/contacts.ts";
import { money } from "#shared/kernel/money.ts";
import type { Money } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { capital, foreign, own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { APP_CLAIM } from "#shared/locales/app-claim.ts";
import { ITEMS } from "#shared/locales/app-items.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import { draftFallen } from "#shared/recovery/draft-fallen.ts";
import type { PortionPlan, ProposedAct } from "#shared/recovery/proposal.ts";
import { isStep } from "#shared/recovery/steps.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";
import { answerActions } from "./answer-actions.ts";
import { claimHead } from "./claim-head.ts";
import type { ClaimHead } from "./claim-head.ts";
import { formLabel } from "./form-label.ts";
import { groupPart, sharedWith } from "./group-part.ts";
import type { GroupPartView } from "./group-part.ts";
import { invoiceRows } from "./invoice-rows.ts";
import type { InvoiceTableView } from "./invoice-rows.ts";
import { groupName, nameOf, sumsOf } from "./owed-lines.ts";
import {
  accountOnScreen,
  answersLine,
  contextOf,
  paymentsLine,
  reasonView,
  stepWord,
} from "./screen-facts.ts";
import type { AccountOnScreen } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";
import type {
  AccountUnknown,
  ActionView,
  AmountsView,
  FactLineView,
  LedgerForm,
  NoticeView,
  ReasonView,
} from "./view-parts.ts";

export type ClaimInput = { readonly account: string };

export type DraftPreviewView = {
  readonly step: Step;
  readonly stepWord: Own;
  readonly tone: Tone;
  readonly toneWord: Own;
  readonly language: Own;
  readonly amount: Own;
  readonly invoices: readonly Foreign[];
  readonly lower: readonly Foreign[];
  readonly contested: readonly Foreign[];
  /** Where the addresses of the contacts are known; the draft itself decides by the thread. */
  readonly recipients: readonly Foreign[];
};

export type WaitingDraftView = {
  readonly key: string;
  readonly draft: string;
  readonly text: Sentence;
  readonly subject: Foreign;
  /** It may no longer go: it is shown to be discarded, and opened no more. */
  readonly isFallen: boolean;
  readonly declareSent: ActionView;
  readonly discard: ActionView;
};

export type ClaimView = ClaimHead & {
  readonly kind: "claim";
  readonly account: string;
  readonly name: Foreign;
  readonly group: Foreign | null;
  /** The others of its group; null: it is in none, or alone in it. */
  readonly kin: GroupPartView | null;
  readonly payments: FactLineView;
  readonly answers: FactLineView;
  /** Principal, interest and compensation asked for, then credit and contested beside them; zero ones are left out. */
  readonly balances: readonly AmountsView[];
  readonly table: InvoiceTableView;
  /** Why this act, or why none: the most important first. */
  readonly reasons: readonly ReasonView[];
  readonly reasonsTitle: Own;
  readonly preview: DraftPreviewView | null;
  readonly drafts: readonly WaitingDraftView[];
  readonly notices: readonly NoticeView[];
  /** Forms and other screens, the most used first. */
  readonly actions: readonly ActionView[];
  readonly empty: Own | null;
};

/** The claim of one debtor: four lines before any button, one button, then the invoices. */
export const claimView: UseCase<ClaimInput, ClaimView, AccountUnknown> = {
  name: "claim",
  // Others of its group, and whoever is written to under the same address.
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false, kin: true }),
  decide: ({ account }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const context = contextOf(loaded, facts);
    return ok(viewOnly(claimOf(accountOnScreen(state, context), loaded, context, facts)));
  },
};

const claimOf = (
  on: AccountOnScreen,
  loaded: Loaded,
  context: RecoveryContext,
  facts: Facts,
): ClaimView => {
  const { state, plan } = on;
  const { account } = state;
  const words = APP[facts.language].claim;
  const head = claimHead(on, context, facts);
  return {
    kind: "claim",
    account,
    name: nameOf(state),
    group: groupName(state),
    kin: groupPart(on, loaded, context, facts),
    ...head,
    payments: paymentsLine(context, facts),
    answers: answersLine(context, facts, account),
    balances: balanceViews(on, facts),
    table: { columns: words.columns, rows: invoiceRows(on, context, facts) },
    reasons: plan.reasons.map((reason) => reasonView(reason, facts)),
    reasonsTitle: plan.act === null ? words.whyNothing : words.whyAct,
    preview: plan.act === null ? null : previewOf(state, plan.act, facts),
    drafts: state.drafts
      .filter((draft) => draft.state === "prepared")
      .map((draft) => waitingDraftView(on, draft, loaded, facts)),
    notices: [...contactNotices(state, facts), ...holdNotices(state, facts)],
    actions: [
      ...(head.beside === null ? [] : [head.beside]),
      ...answerActions(state, plan, facts),
      ...writeOffActions(plan, facts),
      ...claimActions(account, facts),
    ],
    empty: state.invoices.length === 0 ? words.empty : null,
  };
};

/** Principal, interest and compensation are three balances; credit and what is contested stand beside. */
export const balanceViews = (
  { balances, plan }: AccountOnScreen,
  facts: Facts,
): readonly AmountsView[] => {
  const words = APP[facts.language];
  const of = (pick: "principal" | "interest" | "compensation" | "credit"): readonly Money[] =>
    sumsOf(balances.byCurrency.map((sum) => ({ currency: sum.currency, minor: sum[pick] })));
  const contested = sumsOf(
    plan.amounts.map((sum) => ({ currency: sum.currency, minor: sum.contested })),
  );
  const views: readonly (readonly [Own, readonly Money[]])[] = [
    [words.claim.principal, of("principal")],
    [words.claim.contested, contested],
    [words.claim.interest, of("interest")],
    [words.claim.compensation, of("compensation")],
    [words.claim.credit, of("credit")],
  ];
  return views
    .filter(([, amounts]) => amounts.length > 0)
    .map(([label, amounts]) => ({
      label,
      amounts: amounts.map((amount) => words.common.amount(amount)),
    }));
};

const previewOf = (state: AccountState, act: ProposedAct, facts: Facts): DraftPreviewView => {
  const words = APP[facts.language];
  const numbers = (portions: readonly PortionPlan[]): readonly Foreign[] =>
    [...new Set(portions.map(({ number }) => number))].map((number) => foreign(number));
  const asked = [...act.portions, ...act.lower].reduce((sum, portion) => sum + portion.asked, 0);
  return {
    step: act.step,
    stepWord: stepWord(act.step, facts),
    tone: act.tone,
    toneWord: own(capital(recoveryWords[facts.language].tones[act.tone])),
    language: words.claim.languages[state.debtor?.language ?? "fr"],
    amount: words.common.amount(money(asked, act.currency)),
    invoices: numbers(act.portions),
    lower: numbers(act.lower),
    contested: numbers(act.contested),
    recipients: recipientsOf(state),
  };
};

/** The contacts for chasing; where none is left, whoever is proposed in their place. */
const recipientsOf = (state: AccountState): readonly Foreign[] => {
  const chasing = state.contacts.flatMap(({ roles, retired, email }) =>
    retired === null && email !== null && roles.includes("chasing") ? [email] : [],
  );
  const proposed = chasing.length > 0 ? null : proposedContact(state, "chasing");
  return (proposed?.email == null ? chasing : [proposed.email]).map((email) => foreign(email));
};

const waitingDraftView = (
  { state, plan }: AccountOnScreen,
  draft: Draft,
  loaded: Loaded,
  facts: Facts,
): WaitingDraftView => {
  const { account } = state;
  const words = APP[facts.language].claim;
  return {
    key: draft.draft,
    draft: draft.draft,
    text: together(
      words.draftWaiting(stepWord(draft.step, facts), draft.on, facts.today),
      sharedWith(state, draft, loaded, facts),
    ),
    subject: foreign(draft.subject),
    isFallen: isStep(draft.step) && draftFallen(state, draft, plan) !== null,
    declareSent: {
      key: `${draft.draft}/sent`,
      label: words.declareSent,
      action: { act: "declare-sent", account, draft: draft.draft },
    },
    discard: {
      key: `${draft.draft}/discard`,
      label: words.discardDraft,
      action: { act: "discard-draft", account, draft: draft.draft },
    },
  };
};

/** Nobody has the role of whoever bounced or left: who is written to instead. Where nobody is left, a gate says so. */
const contactNotices = (state: AccountState, facts: Facts): readonly NoticeView[] => {
  const replaced = replacedContact(state, "chasing");
  const address = replaced?.next?.email ?? null;
  if (replaced === null || address === null) return [];
  const words = APP[facts.language].claim;
  const { contact, email, retired } = replaced.retired;
  const gone = words.contactGone[retired?.reason ?? "other"](foreign(email ?? ""));
  const text = together(gone, words.contactNext(foreign(address)));
  return [{ key: `${contact}/replaced`, tone: "info", text, action: null }];
};

/** Holds that run, with the way to lift each. */
const holdNotices = (state: AccountState, facts: Facts): readonly NoticeView[] =>
  state.holds
    .filter(({ liftedOn, until }) => liftedOn === null && (until === null || until >= facts.today))
    .map((hold) => ({
      key: hold.hold,
      tone: "info",
      text: ITEMS[facts.language].hold(hold.until, foreign(hold.reason), facts.today),
      action: {
        key: `${hold.hold}/lift`,
        label: APP[facts.language].claim.liftHold,
        action: { act: "lift-hold", account: state.account, hold: hold.hold },
      },
    }));

/** What is left and no longer asked for: its write-off is proposed, a person takes it. */
const writeOffActions = (
  { account, gates }: AccountOnScreen["plan"],
  facts: Facts,
): readonly ActionView[] => {
  const gate = gates.find(({ code }) => code === "residue" || code === "discount-taken");
  const [invoice] = gate?.invoices ?? [];
  if (invoice === undefined) return [];
  const label = APP_CLAIM[facts.language].claim.writeOff;
  return [{ key: "write-off", label, action: { form: "write-off", account, subject: invoice } }];
};

const CLAIM_FORMS: readonly LedgerForm[] = [
  "call",
  "payment",
  "promise",
  "dispute",
  "hold",
  "put-off",
  "instalments",
  "invoice",
  "credit-note",
  "take-step",
  "waive-step",
  "letter",
  "meeting",
  "charge",
  "document",
  "note",
];

const claimActions = (account: string, facts: Facts): readonly ActionView[] => {
  const { common } = APP[facts.language];
  return [
    { key: "file", label: common.debtorFile, action: { go: "account", account } },
    { key: "timeline", label: common.timeline, action: { go: "timeline", account } },
    ...CLAIM_FORMS.map((form): ActionView => ({
      key: form,
      label: formLabel(form, facts),
      action: { form, account, subject: null },
    })),
  ];
};
