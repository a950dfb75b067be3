import { creditorSchemas } from "#shared/claims/creditor.ts";
import type { CreditorEvent, CreditorEventData, CreditorState } from "#shared/claims/creditor.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import { idOfChance, idOfFacts } from "#shared/kernel/ids.ts";
import { ownValue } from "#shared/kernel/own-value.ts";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { foldText, foreign } from "#shared/kernel/text.ts";
import type { OwnTextFault } from "#shared/drafting/own-text.ts";
import { ownTextFaults } from "#shared/drafting/own-text.ts";
import { CLOSURES_MAX } from "#shared/law/holidays.ts";
import { addedRateFault } from "#shared/law/rates.ts";
import type { AddedRateFault } from "#shared/law/rates.ts";
import { SERIES } from "#shared/law/rate-series.ts";
import { POLICY_WORDS } from "#shared/locales/policy-words.ts";
import { planBookOf, planFrom } from "#shared/recovery/plans.ts";
import type { PlanFault } from "#shared/recovery/plans.ts";
import { TONES, isStep, toneRank } from "#shared/recovery/steps.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";
import { chanceAt, done } from "./act-done.ts";
import type { FieldRefusal, NoLedger, ReasonMissing } from "./ledger-acts.ts";
import { policyFault } from "./policy-faults.ts";
import { NOTHING_ASKED } from "./use-case.ts";
import type { Asks, UseCase } from "./use-case.ts";
import type { DoneView } from "./view-parts.ts";

/** Why an act on how the creditor chases was refused. */
export type PolicyRefusal =
  | NoLedger
  | ReasonMissing
  | FieldRefusal
  | { readonly type: "nothing-to-change" }
  | { readonly type: "plan-unfit"; readonly fault: PlanFault }
  | { readonly type: "plan-unknown"; readonly plan: string }
  | { readonly type: "plan-name-taken"; readonly name: string }
  /** Debtor kinds and debtors that follow it. */
  | {
      readonly type: "plan-followed";
      readonly kinds: readonly DebtorKind[];
      readonly debtors: number;
    }
  | { readonly type: "too-many"; readonly what: "plans" | "closures" | "rates" }
  | { readonly type: "step-unknown"; readonly step: string }
  | { readonly type: "text-unfit"; readonly faults: readonly OwnTextFault[] }
  | { readonly type: "rate-unfit"; readonly fault: AddedRateFault }
  | { readonly type: "rate-taken" }
  | { readonly type: "rate-unknown"; readonly rate: string }
  | { readonly type: "closure-unknown"; readonly closure: string }
  | { readonly type: "closure-taken" }
  | { readonly type: "closure-unfit"; readonly from: CalendarDate; readonly to: CalendarDate };

/** An editor lists them all: beyond this it is no list any more. */
export const PLANS_MAX = 50;
/** Four series, twice a year, for sixty years. */
export const RATES_MAX = 500;
/** A longer one is no closure: a wrong year typed. */
export const CLOSURE_DAYS_MAX = 100;

const nothing = (): Asks => NOTHING_ASKED;

const isOpen = ({ creditor }: CreditorState): boolean => creditor !== null;

/** The event where its own description reads it back, else the field at fault. */
const described = <K extends CreditorEvent["type"]>(
  type: K,
  data: CreditorEventData<K>,
): FieldRefusal | null => {
  const parsed = creditorSchemas[type].safeParse(data);
  if (parsed.success) return null;
  return { type: "field-wrong", field: (parsed.error.issues[0]?.path ?? []).map(String).join(".") };
};

const blankToNull = (text: string | null): string | null =>
  text === null || text.trim() === "" ? null : text.trim();

export type ChangePolicyInput = {
  readonly changes: CreditorEventData<"policy-changed">["changes"];
};

/** Settings of how the creditor chases; only what is given changes. */
export const changePolicy: UseCase<ChangePolicyInput, DoneView, PolicyRefusal> = {
  name: "change-policy",
  asks: nothing,
  decide: ({ changes }, loaded, facts) => {
    if (!isOpen(loaded.creditor)) return err({ type: "no-ledger" });
    if (Object.values(changes).every((value) => value === undefined))
      return err({ type: "nothing-to-change" });
    const wrong = described("policy-changed", { changes }) ?? policyFault(changes);
    if (wrong !== null) return err(wrong);
    const event: CreditorEvent = { type: "policy-changed", data: { changes } };
    return ok(done({ creditor: [event] }, POLICY_WORDS[facts.language].done.policy, facts));
  },
};

export type WritePlanInput = {
  /** Null: a new one. The id of a shipped plan puts this one in its place. */
  readonly plan: string | null;
  readonly name: string;
  readonly steps: CreditorEventData<"plan-written">["steps"];
};

/** A plan of the creditor's own, new or rewritten. */
export const writePlan: UseCase<
  WritePlanInput,
  DoneView & { readonly plan: string },
  PolicyRefusal
> = {
  name: "write-plan",
  asks: nothing,
  decide: (input, loaded, facts) => {
    const { creditor } = loaded;
    if (!isOpen(creditor)) return err({ type: "no-ledger" });
    const name = input.name.trim();
    if (name === "") return err({ type: "field-missing", field: "plan.name" });
    const plan = input.plan ?? idOfChance("plan", chanceAt(facts, 1));
    const others = creditor.plans.filter((known) => known.plan !== plan);
    if (others.some((known) => foldText(known.name) === foldText(name)))
      return err({ type: "plan-name-taken", name });
    if (others.length >= PLANS_MAX) return err({ type: "too-many", what: "plans" });
    const data = { plan, name, steps: input.steps };
    const wrong = described("plan-written", data);
    if (wrong !== null) return err(wrong);
    const read = planFrom(data);
    if (!read.ok) return err({ type: "plan-unfit", fault: read.error });
    const text = POLICY_WORDS[facts.language].done.planWritten(foreign(name));
    const decision = done({ creditor: [{ type: "plan-written", data }] }, text, facts);
    return ok({ ...decision, view: { ...decision.view, plan } });
  },
};

export type PlanInput = { readonly plan: string };

const kindsOf = ({ planByKind }: CreditorState, plan: string): readonly DebtorKind[] =>
  DEBTOR_KINDS.filter((kind) => ownValue(planByKind, kind) === plan);

/** Removed only once nobody follows it; of a shipped plan the shipped one is then back, and those who follow it stay. */
export const removePlan: UseCase<PlanInput, DoneView, PolicyRefusal> = {
  name: "remove-plan",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: ({ plan }, loaded, facts) => {
    const { creditor } = loaded;
    if (!isOpen(creditor)) return err({ type: "no-ledger" });
    if (!creditor.plans.some((known) => known.plan === plan))
      return err({ type: "plan-unknown", plan });
    const isShipped = planBookOf({ ...creditor, plans: [] }).byId.has(plan);
    const kinds = kindsOf(creditor, plan);
    const debtors = [...loaded.accounts.values()].filter((state) => {
      const file = fileOf(state);
      return file.plan === plan || Object.values(file.planByInvoice).includes(plan);
    }).length;
    if (!isShipped && kinds.length + debtors > 0)
      return err({ type: "plan-followed", kinds, debtors });
    const event: CreditorEvent = { type: "plan-removed", data: { plan } };
    return ok(done({ creditor: [event] }, POLICY_WORDS[facts.language].done.planRemoved, facts));
  },
};

export type ChooseKindPlanInput = {
  readonly kind: DebtorKind;
  /** Null: the one that Relance ships for this kind. */
  readonly plan: string | null;
};

export const chooseKindPlan: UseCase<ChooseKindPlanInput, DoneView, PolicyRefusal> = {
  name: "choose-kind-plan",
  asks: nothing,
  decide: ({ kind, plan }, loaded, facts) => {
    const { creditor } = loaded;
    if (!isOpen(creditor)) return err({ type: "no-ledger" });
    if (plan !== null && !planBookOf(creditor).byId.has(plan))
      return err({ type: "plan-unknown", plan });
    const event: CreditorEvent = { type: "kind-plan-chosen", data: { kind, plan } };
    return ok(done({ creditor: [event] }, POLICY_WORDS[facts.language].done.kindPlan, facts));
  },
};

export type WriteTextInput = CreditorEventData<"text-written">;

/** A text is judged at the highest tone that any plan gives its step; each draft is judged again at its own. */
export const highestToneOf = (creditor: CreditorState, step: Step): Tone => {
  const ranks = [...planBookOf(creditor).byId.values()].flatMap(({ steps }) => {
    const of = steps[step];
    return of === undefined ? [] : [toneRank(of.tone)];
  });
  return TONES[Math.max(0, ...ranks)] ?? "courteous";
};

/** Own words of a step in a language. All three blank: as Relance writes it again. */
export const writeText: UseCase<WriteTextInput, DoneView, PolicyRefusal> = {
  name: "write-text",
  asks: nothing,
  decide: ({ step, language, ...parts }, loaded, facts) => {
    const { creditor } = loaded;
    if (!isOpen(creditor)) return err({ type: "no-ledger" });
    if (!isStep(step)) return err({ type: "step-unknown", step });
    const words = {
      subject: blankToNull(parts.subject),
      opening: blankToNull(parts.opening),
      closing: blankToNull(parts.closing),
    };
    const faults = ownTextFaults(words, { step, language, tone: highestToneOf(creditor, step) });
    if (faults.length > 0) return err({ type: "text-unfit", faults });
    const data = { step, language, ...words };
    const wrong = described("text-written", data);
    if (wrong !== null) return err(wrong);
    const texts = POLICY_WORDS[facts.language].done;
    const asShipped = Object.values(words).every((text) => text === null);
    const text = asShipped ? texts.textAsShipped : texts.textWritten;
    return ok(done({ creditor: [{ type: "text-written", data }] }, text, facts));
  },
};

export type AddRateInput = Omit<CreditorEventData<"rate-added">, "rate">;

/** A published rate that the user read himself. Added for a half-year again, the former one is withdrawn. */
export const addRate: UseCase<AddRateInput, DoneView, PolicyRefusal> = {
  name: "add-rate",
  asks: nothing,
  decide: (input, loaded, facts) => {
    const { creditor } = loaded;
    if (!isOpen(creditor)) return err({ type: "no-ledger" });
    const source = input.source.trim();
    if (source === "") return err({ type: "field-missing", field: "rate.source" });
    const series = SERIES.find((name) => name === input.series);
    if (series === undefined) return err({ type: "rate-unfit", fault: "not-a-series-of-interest" });
    const fault = addedRateFault({ series, from: input.from });
    if (fault !== null) return err({ type: "rate-unfit", fault });
    const { from, basisPoints } = input;
    const rate = idOfFacts("rate", [series, from, String(basisPoints)]);
    if (creditor.rates.some((known) => known.rate === rate)) return err({ type: "rate-taken" });
    if (creditor.rates.length >= RATES_MAX) return err({ type: "too-many", what: "rates" });
    const data = { rate, series, from, basisPoints, source };
    const wrong = described("rate-added", data);
    if (wrong !== null) return err(wrong);
    const words = POLICY_WORDS[facts.language];
    const former = creditor.rates.filter((known) => known.series === series && known.from === from);
    const events: readonly CreditorEvent[] = [
      ...former.map((known): CreditorEvent => ({
        type: "rate-withdrawn",
        data: { rate: known.rate, reason: source },
      })),
      { type: "rate-added", data },
    ];
    return ok(done({ creditor: events }, words.done.rateAdded, facts));
  },
};

export type WithdrawRateInput = { readonly rate: string; readonly reason: string };

export const withdrawRate: UseCase<WithdrawRateInput, DoneView, PolicyRefusal> = {
  name: "withdraw-rate",
  asks: nothing,
  decide: ({ rate, reason }, loaded, facts) => {
    if (!loaded.creditor.rates.some((known) => known.rate === rate))
      return err({ type: "rate-unknown", rate });
    if (reason.trim() === "") return err({ type: "reason-missing" });
    const data = { rate, reason: reason.trim() };
    const wrong = described("rate-withdrawn", data);
    if (wrong !== null) return err(wrong);
    const event: CreditorEvent = { type: "rate-withdrawn", data };
    return ok(done({ creditor: [event] }, POLICY_WORDS[facts.language].done.rateWithdrawn, facts));
  },
};

export type AddClosureInput = Omit<CreditorEventData<"closure-added">, "closure">;

/** Days on which the office is shut, both included. By its days: entered twice, it is one. */
export const addClosure: UseCase<AddClosureInput, DoneView, PolicyRefusal> = {
  name: "add-closure",
  asks: nothing,
  decide: ({ from, to, reason }, loaded, facts) => {
    const { creditor } = loaded;
    if (!isOpen(creditor)) return err({ type: "no-ledger" });
    if (reason.trim() === "") return err({ type: "reason-missing" });
    if (to < from || daysBetween(from, to) >= CLOSURE_DAYS_MAX)
      return err({ type: "closure-unfit", from, to });
    if (creditor.closures.some((known) => known.from === from && known.to === to))
      return err({ type: "closure-taken" });
    if (creditor.closures.length >= CLOSURES_MAX)
      return err({ type: "too-many", what: "closures" });
    const closure = idOfFacts("closure", [from, to]);
    const data = { closure, from, to, reason: reason.trim() };
    const wrong = described("closure-added", data);
    if (wrong !== null) return err(wrong);
    const text = POLICY_WORDS[facts.language].done.closureAdded(from, to);
    return ok(done({ creditor: [{ type: "closure-added", data }] }, text, facts));
  },
};

export const removeClosure: UseCase<{ readonly closure: string }, DoneView, PolicyRefusal> = {
  name: "remove-closure",
  asks: nothing,
  decide: ({ closure }, loaded, facts) => {
    if (!loaded.creditor.closures.some((known) => known.closure === closure))
      return err({ type: "closure-unknown", closure });
    const event: CreditorEvent = { type: "closure-removed", data: { closure } };
    return ok(done({ creditor: [event] }, POLICY_WORDS[facts.language].done.closureRemoved, facts));
  },
};
