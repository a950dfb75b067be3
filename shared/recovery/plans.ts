import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { ownValue } from "#shared/kernel/own-value.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import type { Result } from "#shared/kernel/result.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Plan, PlanStep } from "./plan.ts";
import { GOOD_PAYER_PLAN, STANDARD_PLAN } from "./plan.ts";
import type { Step, Tone } from "./steps.ts";
import { STEPS, isStep, isTone, stepRank, toneRank } from "./steps.ts";

/** A private person: softer, and later at every step. */
const CONSUMER_PLAN: Plan = {
  id: "consumer",
  steps: {
    courtesy: { offset: -3, tone: "courteous" },
    due: { offset: 3, tone: "courteous" },
    "reminder-1": { offset: 15, tone: "courteous" },
    "reminder-2": { offset: 35, tone: "neutral" },
    call: { offset: 45, tone: "courteous" },
    letter: { offset: 60, tone: "neutral" },
    "formal-notice": { offset: 80, tone: "formal" },
    "last-notice": { offset: 105, tone: "formal" },
    legal: { offset: null, tone: "formal" },
  },
};

/** An association, a co-ownership: people who meet once a month to sign a cheque. */
const NON_PROFESSIONAL_PLAN: Plan = {
  id: "non-professional",
  steps: {
    courtesy: { offset: -5, tone: "courteous" },
    due: { offset: 3, tone: "courteous" },
    "reminder-1": { offset: 15, tone: "courteous" },
    "reminder-2": { offset: 35, tone: "neutral" },
    call: { offset: 42, tone: "neutral" },
    letter: { offset: 55, tone: "firm" },
    "formal-notice": { offset: 75, tone: "formal" },
    "last-notice": { offset: 95, tone: "formal" },
    legal: { offset: null, tone: "formal" },
  },
};

/**
 * A public body pays in the end, and the reason is mostly a missing order number. Its formal notice stays, late: a
 * written claim to the administration interrupts limitation (loi 68-1250, art. 2).
 */
const PUBLIC_PLAN: Plan = {
  id: "public",
  steps: {
    courtesy: { offset: -5, tone: "courteous" },
    due: { offset: 5, tone: "courteous" },
    "reminder-1": { offset: 15, tone: "courteous" },
    "reminder-2": { offset: 32, tone: "neutral" },
    call: { offset: 40, tone: "neutral" },
    letter: { offset: 50, tone: "neutral" },
    "formal-notice": { offset: 75, tone: "formal" },
    "last-notice": { offset: 100, tone: "formal" },
    legal: { offset: null, tone: "formal" },
  },
};

/**
 * Three mails and no more: a call and a registered letter cost more than what is owed. Each comes later and speaks no
 * louder than in any plan of a kind, since a part payment may bring a debtor here.
 */
export const SMALL_AMOUNTS_PLAN: Plan = {
  id: "small-amounts",
  steps: {
    due: { offset: 5, tone: "courteous" },
    "reminder-1": { offset: 20, tone: "courteous" },
    "reminder-2": { offset: 45, tone: "neutral" },
  },
};

const FIRM_PLAN: Plan = {
  id: "firm",
  steps: {
    courtesy: { offset: -5, tone: "courteous" },
    due: { offset: 1, tone: "neutral" },
    "reminder-1": { offset: 7, tone: "neutral" },
    "reminder-2": { offset: 15, tone: "firm" },
    call: { offset: 20, tone: "neutral" },
    letter: { offset: 25, tone: "firm" },
    "formal-notice": { offset: 35, tone: "formal" },
    "last-notice": { offset: 45, tone: "formal" },
    legal: { offset: null, tone: "formal" },
  },
};

/** What Relance ships; a plan written under one of these ids takes its place. */
export const SHIPPED_PLANS: readonly Plan[] = [
  STANDARD_PLAN,
  GOOD_PAYER_PLAN,
  NON_PROFESSIONAL_PLAN,
  CONSUMER_PLAN,
  PUBLIC_PLAN,
  SMALL_AMOUNTS_PLAN,
  FIRM_PLAN,
];

const SHIPPED_OF_KIND: Readonly<Record<DebtorKind, string>> = {
  business: STANDARD_PLAN.id,
  "non-professional": NON_PROFESSIONAL_PLAN.id,
  consumer: CONSUMER_PLAN.id,
  public: PUBLIC_PLAN.id,
};

/** Why what was written is no plan that this version can follow. */
export type PlanFault =
  | { readonly type: "step-unknown"; readonly step: string }
  | { readonly type: "step-twice"; readonly step: Step }
  | { readonly type: "tone-unknown"; readonly step: Step; readonly tone: string }
  /** Only the day of `legal` is the law's to say. */
  | { readonly type: "offset-missing"; readonly step: Step }
  | { readonly type: "offset-given"; readonly step: Step }
  /** Only `courtesy` comes before the due date. */
  | { readonly type: "offset-before-due"; readonly step: Step }
  | { readonly type: "offset-not-rising"; readonly step: Step }
  /** Softer than the step before it; a call may be. */
  | { readonly type: "tone-sinks"; readonly step: Step }
  /** A notice or the road to court below `firm`. */
  | { readonly type: "formal-step-too-soft"; readonly step: Step }
  | { readonly type: "notice-without-reminder" }
  | { readonly type: "last-notice-without-formal-notice" }
  | { readonly type: "legal-without-notice" }
  /** Chasing begins at one of courtesy, due, reminder-1; one of the last two must be there. */
  | { readonly type: "nowhere-to-begin" };

export type PlanData = {
  readonly plan: string;
  readonly steps: readonly {
    readonly step: string;
    readonly offset: number | null;
    readonly tone: string;
  }[];
};

const FORMAL_FROM = stepRank("formal-notice");
const FIRM = toneRank("firm");

const faultOfStep = (
  step: Step,
  { offset, tone }: PlanStep,
  lastOffset: number | null,
  lastTone: Tone,
): PlanFault | null => {
  if (step === "legal" && offset !== null) return { type: "offset-given", step };
  if (step !== "legal" && offset === null) return { type: "offset-missing", step };
  if (offset !== null) {
    if (offset < 0 && step !== "courtesy") return { type: "offset-before-due", step };
    if (lastOffset !== null && offset <= lastOffset) return { type: "offset-not-rising", step };
  }
  if (stepRank(step) >= FORMAL_FROM && toneRank(tone) < FIRM) {
    return { type: "formal-step-too-soft", step };
  }
  if (step !== "call" && toneRank(tone) < toneRank(lastTone)) return { type: "tone-sinks", step };
  return null;
};

const faultOfWhole = ({ steps }: Pick<Plan, "steps">): PlanFault | null => {
  const has = (step: Step): boolean => steps[step] !== undefined;
  if (!has("due") && !has("reminder-1")) return { type: "nowhere-to-begin" };
  if (has("formal-notice") && !has("reminder-1") && !has("reminder-2") && !has("letter")) {
    return { type: "notice-without-reminder" };
  }
  if (has("last-notice") && !has("formal-notice")) {
    return { type: "last-notice-without-formal-notice" };
  }
  if (has("legal") && !has("formal-notice")) return { type: "legal-without-notice" };
  return null;
};

/**
 * Reads a written plan. One that names a step of a later version is none: without that step it might go faster than its
 * author meant.
 */
export const planFrom = (data: PlanData): Result<Plan, PlanFault> => {
  const written = new Map<Step, PlanStep>();
  for (const { step, offset, tone } of data.steps) {
    if (!isStep(step)) return err({ type: "step-unknown", step });
    if (written.has(step)) return err({ type: "step-twice", step });
    if (!isTone(tone)) return err({ type: "tone-unknown", step, tone });
    written.set(step, { offset, tone });
  }
  const steps: Partial<Record<Step, PlanStep>> = {};
  let lastOffset: number | null = null;
  let lastTone: Tone = "courteous";
  for (const step of STEPS) {
    const of = written.get(step);
    if (of === undefined) continue;
    const fault = faultOfStep(step, of, lastOffset, lastTone);
    if (fault !== null) return err(fault);
    steps[step] = of;
    lastOffset = of.offset;
    if (step !== "call") lastTone = of.tone;
  }
  const fault = faultOfWhole({ steps });
  return fault === null ? ok({ id: data.plan, steps }) : err(fault);
};

/** All plans of a ledger, read once for a day's list. */
export type PlanBook = {
  readonly byId: ReadonlyMap<string, Plan>;
  /** Written plans that cannot be followed. */
  readonly faults: ReadonlyMap<string, PlanFault>;
  readonly byKind: Readonly<Record<DebtorKind, Plan>>;
  /** Kinds whose plan the creditor chose: small amounts then change nothing. */
  readonly chosenKinds: ReadonlySet<DebtorKind>;
  /** Open up to this in all, minor units; null where the creditor set no threshold. */
  readonly smallAmounts: ReadonlyMap<Currency, number> | null;
  readonly small: Plan;
};

/** A shipped plan is always there. */
const inBook = (byId: ReadonlyMap<string, Plan>, id: string): Plan => byId.get(id) ?? STANDARD_PLAN;

export const planBookOf = ({
  plans,
  planByKind,
  policy,
}: Pick<CreditorState, "plans" | "planByKind" | "policy">): PlanBook => {
  const byId = new Map<string, Plan>(SHIPPED_PLANS.map((plan) => [plan.id, plan]));
  const faults = new Map<string, PlanFault>();
  for (const written of plans) {
    const read = planFrom(written);
    if (read.ok) byId.set(written.plan, read.value);
    else faults.set(written.plan, read.error);
  }
  const chosenKinds = new Set<DebtorKind>();
  const planOfKind = (kind: DebtorKind): Plan => {
    const id = ownValue(planByKind, kind);
    const chosen = id === null ? undefined : byId.get(id);
    if (chosen === undefined) return inBook(byId, SHIPPED_OF_KIND[kind]);
    chosenKinds.add(kind);
    return chosen;
  };
  const [business, nonProfessional, consumer, publicBody] = DEBTOR_KINDS.map(planOfKind);
  return {
    byId,
    faults,
    byKind: {
      business: business ?? STANDARD_PLAN,
      "non-professional": nonProfessional ?? NON_PROFESSIONAL_PLAN,
      consumer: consumer ?? CONSUMER_PLAN,
      public: publicBody ?? PUBLIC_PLAN,
    },
    chosenKinds,
    smallAmounts:
      policy.smallAmounts.length === 0
        ? null
        : new Map(policy.smallAmounts.map(({ currency, amount }) => [currency, amount])),
    small: inBook(byId, SMALL_AMOUNTS_PLAN.id),
  };
};

/** The plan that an account follows where an invoice has none of its own. */
export type AccountPlans = {
  readonly plan: Plan;
  /** What a portion follows that has gone beyond the last step of small amounts already. */
  readonly beyond: Plan;
  /** Chosen for this debtor or one of its invoices, and not there or not readable. */
  readonly unknown: string | null;
};

const isSmall = (book: PlanBook, { byCurrency }: AccountBalances): boolean => {
  const { smallAmounts } = book;
  if (smallAmounts === null) return false;
  return byCurrency.every(
    ({ currency, principal }) => principal <= 0 || principal <= (smallAmounts.get(currency) ?? 0),
  );
};

/** A debtor whose kind nobody knows is spoken to as a private person. */
const kindOf = ({ debtor }: AccountState): DebtorKind => debtor?.kind ?? "consumer";

const unknownPlan = (book: PlanBook, { file }: AccountState): string | null => {
  if (file === null) return null;
  const chosen = [file.plan, ...Object.values(file.planByInvoice)];
  return chosen.find((id): id is string => id !== null && !book.byId.has(id)) ?? null;
};

export const accountPlansOf = (
  state: AccountState,
  balances: AccountBalances,
  book: PlanBook,
): AccountPlans => {
  const kind = kindOf(state);
  const ofKind = book.byKind[kind];
  const unknown = unknownPlan(book, state);
  const own = state.file?.plan ?? null;
  const chosen = own === null ? undefined : book.byId.get(own);
  if (chosen !== undefined) return { plan: chosen, beyond: chosen, unknown };
  const small = !book.chosenKinds.has(kind) && isSmall(book, balances);
  return { plan: small ? book.small : ofKind, beyond: ofKind, unknown };
};

/** The plan chosen for one invoice; null where it follows its debtor's. */
export const ownPlanOf = ({ file }: AccountState, invoice: string, book: PlanBook): Plan | null => {
  if (file === null) return null;
  const id = ownValue(file.planByInvoice, invoice);
  return id === null ? null : (book.byId.get(id) ?? null);
};
