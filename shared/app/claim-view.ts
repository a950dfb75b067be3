import type { AccountState, Draft, PromiseMade } from "#shared/claims/account.ts";
import type { InvoiceBalance, PortionBalance } from "#shared/claims/balances.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import type { Money } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Foreign, Own, Shown } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { ITEMS } from "#shared/locales/app-items.ts";
import { say, together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import { historiesOf, portionKey } from "#shared/recovery/next-step.ts";
import type { PortionHistory } from "#shared/recovery/next-step.ts";
import { promiseStates } from "#shared/recovery/promises.ts";
import type { PortionPlan, ProposedAct } from "#shared/recovery/proposal.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";
import { accountToday } from "#shared/recovery/today-rows.ts";
import {
  accountOnScreen,
  answersLine,
  capital,
  contextOf,
  nameOf,
  paymentsLine,
  reasonText,
  reasonView,
  stepWord,
  sumsOf,
} from "./screen-facts.ts";
import type { AccountOnScreen } from "./screen-facts.ts";
import { rowAction } from "./today-view.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, UseCase } from "./use-case.ts";
import type {
  AccountUnknown,
  ActionView,
  AmountsView,
  FactLineView,
  FormKind,
  NoticeView,
  ReasonView,
} from "./view-parts.ts";

export type ClaimInput = { readonly account: string };

/** One due part of an invoice; most invoices have one. */
export type InvoiceRowView = {
  readonly key: string;
  readonly invoice: string;
  readonly portion: string;
  readonly number: Foreign;
  readonly issued: Own;
  readonly due: Own | null;
  readonly condition: Foreign | null;
  readonly total: Own;
  readonly paid: Own | null;
  readonly credited: Own | null;
  readonly open: Own;
  /** `31 j` late; null where it is not late. */
  readonly late: Own | null;
  readonly daysLate: number;
  /** The step it has reached, or its next one where it has none behind it. */
  readonly step: Own | null;
  /** The next step and its date. */
  readonly next: Own | null;
  /** Settled in full: shown folded. */
  readonly settled: boolean;
  readonly contested: Own | null;
  readonly promised: Own | null;
  readonly more: readonly ActionView[];
};

export type InvoiceTableView = {
  readonly columns: Readonly<
    Record<
      | "number"
      | "issued"
      | "due"
      | "total"
      | "paid"
      | "open"
      | "late"
      | "step"
      | "next"
      | "contested"
      | "promised",
      Own
    >
  >;
  readonly rows: readonly InvoiceRowView[];
};

export type FourLinesView = {
  /** 1. Who. */
  readonly who: Sentence;
  /** 2. How much and how late. */
  readonly owes: Sentence;
  /** 3. What they said, quoted; a sentence that says so where they said nothing. */
  readonly said: Sentence;
  /** 4. The next step and why. */
  readonly next: Sentence;
};

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
  readonly declareSent: ActionView;
  readonly discard: ActionView;
};

export type ClaimView = {
  readonly kind: "claim";
  readonly account: string;
  readonly name: Foreign;
  readonly group: Foreign | null;
  readonly lines: FourLinesView;
  /** One only; null where there is nothing to do. */
  readonly primary: ActionView | null;
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
  readonly empty: Shown | null;
};

/** The claim of one debtor: four lines before any button, one button, then the invoices. */
export const claimView: UseCase<ClaimInput, ClaimView, AccountUnknown> = {
  name: "claim",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const context = contextOf(loaded, facts);
    return ok(viewOnly(claimOf(accountOnScreen(state, context), context, facts)));
  },
};

export const claimOf = (on: AccountOnScreen, context: RecoveryContext, facts: Facts): ClaimView => {
  const { state, balances, plan } = on;
  const { account } = state;
  const words = APP[facts.language].claim;
  const [row] = accountToday(state, balances, plan, context).rows;
  return {
    kind: "claim",
    account,
    name: nameOf(state),
    group: groupName(state),
    lines: fourLines(on, facts),
    primary: row === undefined ? null : rowAction(row.action, row.word, account, state, facts),
    payments: paymentsLine(context, facts),
    answers: answersLine(context, facts, account),
    balances: balanceViews(on, facts),
    table: { columns: words.columns, rows: invoiceRows(on, context, facts) },
    reasons: plan.reasons.map((reason) => reasonView(reason, facts)),
    reasonsTitle: plan.act === null ? words.whyNothing : words.whyAct,
    preview: plan.act === null ? null : previewOf(state, plan.act, facts),
    drafts: state.drafts
      .filter((draft) => draft.state === "prepared")
      .map((draft) => waitingDraftView(account, draft, facts)),
    notices: holdNotices(state, facts),
    actions: claimActions(account, facts),
    empty: state.invoices.length === 0 ? words.empty : null,
  };
};

const groupName = ({ debtor }: AccountState): Foreign | null =>
  debtor?.group == null ? null : foreign(debtor.group.name ?? debtor.group.id);

/** What an open mail and the claim say before any button. */
export const fourLines = (on: AccountOnScreen, facts: Facts): FourLinesView => ({
  who: whoLine(on.state, facts),
  owes: owesLine(on, facts),
  said: saidLine(on.state, facts),
  next: nextLine(on, facts),
});

const whoLine = (state: AccountState, facts: Facts): Sentence => {
  const words = ITEMS[facts.language];
  const { debtor } = state;
  const name = nameOf(state);
  if (debtor === null) return say`${name} (${APP[facts.language].common.unknownDebtor})`;
  const kind = words.kinds[debtor.kind];
  const group = groupName(state);
  return group === null ? say`${name} · ${kind}` : say`${name} · ${kind} · ${words.inGroup(group)}`;
};

const owesLine = ({ plan }: AccountOnScreen, facts: Facts): Sentence => {
  const words = APP[facts.language].claim;
  const sums = (pick: "expected" | "overdue" | "contested"): readonly Money[] =>
    sumsOf(plan.amounts.map((sum) => ({ currency: sum.currency, minor: sum[pick] })));
  const [expected, overdue, contested] = [sums("expected"), sums("overdue"), sums("contested")];
  const days = Math.max(
    0,
    ...plan.portions.map(({ dueOn, asked }) =>
      dueOn === null || asked <= 0 ? 0 : daysBetween(dueOn, facts.today),
    ),
  );
  const aside = contested.length === 0 ? null : words.aside(contested);
  if (expected.length === 0) return aside ?? words.owesNothing;
  return together(
    overdue.length === 0 ? words.notLate(expected) : words.owes(expected, overdue, days),
    aside,
  );
};

/** Longest quotation of the third line. */
const QUOTE_CHARS_MAX = 200;

/** The newest thing the debtor said, in the debtor's words where we have them. */
const saidLine = (state: AccountState, facts: Facts): Sentence => {
  const words = APP[facts.language].claim;
  type Saying = {
    readonly on: CalendarDate;
    readonly quote: string | null;
    readonly from: string | null;
    readonly what: Sentence;
    readonly at: string;
  };
  const sayings: Saying[] = [];
  for (const { on, quote, amount, currency, by, entry, withdrawn } of state.promises) {
    if (withdrawn !== null) continue;
    const sum = amount === null ? null : money(amount, currency);
    const what = words.promised(sum, by, facts.today);
    sayings.push({ on, quote, from: null, what, at: entry.at });
  }
  for (const { on, quote, amount, invoice, resolved, entry } of state.disputes) {
    if (resolved !== null) continue;
    const currency = state.invoices.find((one) => one.invoice === invoice)?.currency ?? null;
    const sum = amount === null || currency === null ? null : money(amount, currency);
    sayings.push({ on, quote, from: null, what: words.disputed(sum), at: entry.at });
  }
  for (const exchange of state.exchanges) {
    if (exchange.direction !== "in" || exchange.automatic) continue;
    const { on, words: quote, from, entry } = exchange;
    sayings.push({ on, quote, from, what: words.spoke, at: entry.at });
  }
  let last: Saying | null = null;
  for (const saying of sayings) {
    const later =
      last === null ||
      saying.on > last.on ||
      (saying.on === last.on && hasWords(saying.quote) && !hasWords(last.quote));
    if (later) last = saying;
  }
  if (last === null) return words.saidNothing;
  if (!hasWords(last.quote)) return words.saidUnquoted(last.on, last.what, facts.today);
  const quote = foreign((last.quote ?? "").trim().replace(/\s+/g, " "), QUOTE_CHARS_MAX);
  const from = last.from === null ? null : foreign(last.from, NAME_CHARS_SHOWN);
  return words.said(last.on, from, quote, facts.today);
};

const NAME_CHARS_SHOWN = 80;

const hasWords = (quote: string | null): boolean => quote !== null && quote.trim() !== "";

const nextLine = ({ plan }: AccountOnScreen, facts: Facts): Sentence => {
  const words = APP[facts.language].claim;
  const [reason] = plan.reasons;
  if (reason === undefined) return words.owesNothing;
  const text = reasonText(reason, facts);
  if (plan.act === null) {
    const coming = plan.nextOn === null ? null : words.nextOn(plan.nextOn, facts.today);
    const dated = reason.code === "step-to-come" ? null : coming;
    return together(words.nextNone(text), dated);
  }
  return reason.code === "step-due"
    ? words.nextSaid(text)
    : words.nextStep(stepWord(plan.act.step, facts), text);
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

const invoiceRows = (
  on: AccountOnScreen,
  context: RecoveryContext,
  facts: Facts,
): readonly InvoiceRowView[] => {
  const histories = historiesOf(on.state.acts);
  const plans = new Map(
    on.plan.portions.map((portion) => [portionKey(portion.invoice, portion.portion), portion]),
  );
  const promises = promiseStates(on.state, on.balances, context);
  const rows = on.balances.invoices.flatMap((balance) => {
    const { invoice } = balance.invoice;
    const promised = promises.find(
      ({ status, invoices }) =>
        (status === "running" || status === "unverified" || status === "broken") &&
        invoices.includes(invoice),
    );
    return balance.portions.map((portion): InvoiceRowView => {
      const key = portionKey(invoice, portion.portion);
      return invoiceRow(
        balance,
        portion,
        plans.get(key) ?? null,
        histories.get(key) ?? null,
        promised?.promise ?? null,
        on.state.account,
        facts,
      );
    });
  });
  return [...rows.filter((row) => !row.settled), ...rows.filter((row) => row.settled)];
};

const invoiceRow = (
  balance: InvoiceBalance,
  portion: PortionBalance,
  plan: PortionPlan | null,
  history: PortionHistory | null,
  promised: PromiseMade | null,
  account: string,
  facts: Facts,
): InvoiceRowView => {
  const { common, claim } = APP[facts.language];
  const { invoice, currency } = balance;
  const sum = (minor: number): Own => common.amount(money(minor, currency));
  const some = (minor: number): Own | null => (minor === 0 ? null : sum(minor));
  const settled = portion.open === 0;
  const days = portion.dueOn === null || settled ? 0 : daysBetween(portion.dueOn, facts.today);
  const several = balance.portions.length > 1;
  const reached = history?.reached ?? null;
  const next = plan?.next ?? null;
  return {
    key: `${invoice.invoice}/${portion.portion}`,
    invoice: invoice.invoice,
    portion: portion.portion,
    number: foreign(invoice.number),
    issued: common.date(invoice.issuedOn, facts.today),
    due: portion.dueOn === null ? null : common.date(portion.dueOn, facts.today),
    condition: portion.condition === null ? null : foreign(portion.condition),
    total: sum(several ? portion.amount : balance.total),
    // Payments and credit notes are known by invoice; of a part, only what is left of it.
    paid: several ? some(portion.amount - portion.open) : some(balance.paid),
    credited: several ? null : some(balance.credited),
    open: sum(portion.open),
    late: days > 0 ? common.days(days) : null,
    daysLate: Math.max(0, days),
    step:
      reached === null
        ? null
        : claim.stepOn(stepWord(reached.step, facts), reached.on, facts.today),
    next:
      settled || next === null
        ? null
        : next.on === "unknown"
          ? claim.unknownDate(stepWord(next.step, facts))
          : claim.dueOn(
              stepWord(next.step, facts),
              next.on < facts.today ? facts.today : next.on,
              facts.today,
            ),
    settled,
    contested: some(plan?.contested ?? 0),
    promised:
      promised === null || settled
        ? null
        : promised.by === null
          ? common.yes
          : common.date(promised.by, facts.today),
    more: (["invoice", "payment", "credit-note", "dispute", "cancel-invoice"] as const).map(
      (form) => ({
        key: `${invoice.invoice}/${portion.portion}/${form}`,
        label: form === "invoice" ? APP[facts.language].debtor.edit : formLabel(form, facts),
        action: { form, account, subject: invoice.invoice },
      }),
    ),
  };
};

export const formLabel = (form: FormKind, facts: Facts): Own =>
  APP[facts.language].debtor.actions[form];

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
    recipients: state.contacts
      .filter(
        ({ roles, retired, email }) =>
          retired === null && email !== null && roles.includes("chasing"),
      )
      .map(({ email }) => foreign(email ?? "")),
  };
};

const waitingDraftView = (account: string, draft: Draft, facts: Facts): WaitingDraftView => {
  const words = APP[facts.language].claim;
  return {
    key: draft.draft,
    draft: draft.draft,
    text: words.draftWaiting(stepWord(draft.step, facts), draft.on, facts.today),
    subject: foreign(draft.subject),
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

const CLAIM_FORMS: readonly FormKind[] = [
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
