import type { CreditorState } from "#shared/claims/creditor.ts";
import { fileOf } from "#shared/claims/file.ts";
import { isCurrency, money, parseMoney } from "#shared/kernel/money.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import type { DebtorKind } from "#shared/kernel/parties.ts";
import { ok } from "#shared/kernel/result.ts";
import { capital, foreign, own, shownText } from "#shared/kernel/text.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";
import { DESK_PLANS } from "#shared/locales/desk-plans.ts";
import { FILE_CHOICES } from "#shared/locales/file-choices.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { POLICY_WORDS } from "#shared/locales/policy-words.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import type { Plan } from "#shared/recovery/plan.ts";
import { SHIPPED_PLANS, SMALL_AMOUNTS_PLAN, planBookOf, planFrom } from "#shared/recovery/plans.ts";
import { STEPS, TONES, isStep, isTone } from "#shared/recovery/steps.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";
import type { WritePlanInput } from "./policy-acts.ts";
import { planFaultText } from "./policy-refusal-text.ts";
import { stepWord } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, Loaded, UseCase } from "./use-case.ts";
import { decimalText } from "./typed-amounts.ts";

/** A plan as it is typed: nothing read yet. */
export type TypedPlan = {
  readonly name: string;
  /** Every step, in order. */
  readonly steps: readonly TypedStep[];
};
export type TypedStep = {
  readonly step: Step;
  readonly present: boolean;
  /** Days; ignored for `legal`, whose day is the law's. */
  readonly offset: string;
  readonly tone: Tone;
};

export type PlanStepView = {
  readonly step: Step;
  readonly label: Own;
  readonly when: Own;
  readonly tone: Own;
};

export type PlanView = {
  readonly plan: string;
  readonly name: Shown;
  /** Of Relance: shown and duplicated, never edited. */
  readonly shipped: boolean;
  readonly steps: readonly PlanStepView[];
  readonly followers: Own;
  /** Kinds whose debtors follow it. */
  readonly kinds: readonly DebtorKind[];
  readonly isFollowed: boolean;
  /** Why an own plan cannot be followed (written by another version). */
  readonly fault: Sentence | null;
  /** A shipped plan that one of the creditor's own stands in for. */
  readonly replaced: Own | null;
  readonly typed: TypedPlan;
};

export type KindPlanView = {
  readonly kind: DebtorKind;
  readonly label: Own;
  /** The chosen plan; empty: the one that Relance ships. */
  readonly plan: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

export type PlansView = {
  readonly kind: "plans";
  readonly title: Own;
  readonly shipped: readonly PlanView[];
  readonly own: readonly PlanView[];
  readonly kinds: readonly KindPlanView[];
  /** One a currency of the ledger. */
  readonly smallAmounts: readonly { readonly currency: Currency; readonly value: string }[];
  readonly tones: readonly { readonly value: Tone; readonly label: string }[];
};

const planName = (creditor: CreditorState, id: string, language: Language): Shown => {
  const written = creditor.plans.find(({ plan }) => plan === id);
  return written === undefined ? shippedName(id, language) : foreign(written.name);
};

const shippedName = (id: string, language: Language): Own =>
  FILE_CHOICES[language].plans[id] ?? own(id);

const whenOf = (offset: number | null, language: Language): Own => {
  const words = DESK_PLANS[language].when;
  if (offset === null) return words.byLaw;
  if (offset === 0) return words.due;
  return offset < 0 ? words.before(-offset) : words.after(offset);
};

const stepsView = ({ steps }: Pick<Plan, "steps">, facts: Facts): readonly PlanStepView[] =>
  STEPS.flatMap((step): readonly PlanStepView[] => {
    const of = steps[step];
    if (of === undefined) return [];
    const tone = own(recoveryWords[facts.language].tones[of.tone]);
    return [{ step, label: stepWord(step, facts), when: whenOf(of.offset, facts.language), tone }];
  });

const typedOf = (name: string, { steps }: Pick<Plan, "steps">): TypedPlan => ({
  name,
  steps: STEPS.map((step): TypedStep => {
    const of = steps[step];
    return of === undefined
      ? { step, present: false, offset: "", tone: step === "call" ? "courteous" : "firm" }
      : { step, present: true, offset: of.offset === null ? "" : String(of.offset), tone: of.tone };
  }),
});

/** What can still be shown of a plan that cannot be followed: its known steps. */
const readable = (steps: WritePlanInput["steps"]): Pick<Plan, "steps"> => ({
  steps: Object.fromEntries(
    steps.flatMap(({ step, offset, tone }) =>
      isStep(step) && isTone(tone) ? [[step, { offset, tone }] as const] : [],
    ),
  ),
});

const debtorsOn = (loaded: Loaded, plan: string): number =>
  [...loaded.accounts.values()].filter((state) => {
    const file = fileOf(state);
    return file.plan === plan || Object.values(file.planByInvoice).includes(plan);
  }).length;

/** Currencies of the ledger's invoices and of what is set already; euros where there is none. */
export const currenciesOf = (loaded: Loaded): readonly Currency[] => {
  const { policy } = loaded.creditor;
  const all = new Set<Currency>(
    [...policy.smallAmounts, ...policy.tolerances].map(({ currency }) => currency),
  );
  for (const { invoices } of loaded.accounts.values())
    for (const { currency } of invoices) if (isCurrency(currency)) all.add(currency);
  if (all.size === 0) all.add("EUR");
  return [...all].sort((a, b) => (a === "EUR" ? -1 : b === "EUR" ? 1 : a < b ? -1 : 1));
};

const kindLabel = (kind: DebtorKind, language: Language): Own =>
  own(capital(POLICY_WORDS[language].kinds[kind].own));

/** Plans as they stand, who follows them, and what a debtor of each kind follows. */
export const plansView: UseCase<null, PlansView, never> = {
  name: "plans",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_input, loaded, facts) => {
    const { creditor } = loaded;
    const { language } = facts;
    const words = DESK_PLANS[language];
    const book = planBookOf(creditor);
    const bookAsShipped = planBookOf({ ...creditor, plans: [], planByKind: {} });
    const kindsOn = (plan: string): readonly DebtorKind[] =>
      DEBTOR_KINDS.filter((kind) => book.byKind[kind].id === plan);
    const followersOf = (plan: string): Own => {
      const kinds = kindsOn(plan);
      const debtors = debtorsOn(loaded, plan);
      const isSmall = plan === SMALL_AMOUNTS_PLAN.id && book.smallAmounts !== null;
      return isSmall && kinds.length + debtors === 0
        ? words.small
        : words.followers(
            kinds.map((kind) => POLICY_WORDS[language].kinds[kind]),
            debtors,
          );
    };
    const isFollowed = (plan: string): boolean =>
      kindsOn(plan).length + debtorsOn(loaded, plan) > 0;
    const isWritten = (id: string): boolean => creditor.plans.some(({ plan }) => plan === id);
    const shipped = SHIPPED_PLANS.map((plan): PlanView => {
      const name = shippedName(plan.id, language);
      return {
        plan: plan.id,
        name,
        shipped: true,
        steps: stepsView(plan, facts),
        followers: followersOf(plan.id),
        kinds: kindsOn(plan.id),
        isFollowed: isFollowed(plan.id),
        fault: null,
        replaced: isWritten(plan.id) ? words.replaced : null,
        typed: typedOf(words.copyOf(name.own), plan),
      };
    });
    const written = creditor.plans.map((plan): PlanView => {
      const fault = book.faults.get(plan.plan);
      const known = readable(plan.steps);
      return {
        plan: plan.plan,
        name: foreign(plan.name),
        shipped: false,
        steps: stepsView(known, facts),
        followers: followersOf(plan.plan),
        kinds: kindsOn(plan.plan),
        isFollowed: isFollowed(plan.plan),
        fault: fault === undefined ? null : planFaultText(fault, language),
        replaced: null,
        typed: typedOf(plan.name, known),
      };
    });
    const choices = [...book.byId.keys()].map((id) => ({
      value: id,
      label: shownText(planName(creditor, id, language)),
    }));
    return ok(
      viewOnly<PlansView>({
        kind: "plans",
        title: words.title,
        shipped,
        own: written,
        kinds: DEBTOR_KINDS.map((kind): KindPlanView => ({
          kind,
          label: kindLabel(kind, language),
          plan: book.chosenKinds.has(kind) ? book.byKind[kind].id : "",
          choices: [
            {
              value: "",
              label: words.kinds.asShipped(shippedName(bookAsShipped.byKind[kind].id, language))
                .own,
            },
            ...choices,
          ],
        })),
        smallAmounts: currenciesOf(loaded).map((currency) => {
          const set = creditor.policy.smallAmounts.find((one) => one.currency === currency);
          return {
            currency,
            value: set === undefined ? "" : decimalText(money(set.amount, currency), language),
          };
        }),
        tones: TONES.map((value) => ({
          value,
          label: capital(recoveryWords[language].tones[value]),
        })),
      }),
    );
  },
};

/** What is wrong with a typed plan, beside what: the name, or the days, the tone or the presence of a step. */
export type PlanFaults = {
  readonly name: Sentence | null;
  readonly step: Step | null;
  readonly part: "days" | "tone" | "step" | null;
  readonly text: Sentence | null;
};

const NO_FAULT: PlanFaults = { name: null, step: null, part: null, text: null };
/** What an event of a plan takes (policy-events). */
const DAYS_MIN = -60;
const DAYS_MAX = 730;

const daysOf = (typed: string): number | null => {
  const text = typed.trim().replace(/^\u2212/, "-");
  if (!/^[+-]?\d{1,4}$/.test(text)) return null;
  const days = Number(text);
  return days < DAYS_MIN || days > DAYS_MAX ? null : days;
};

/** The step that stands for a fault of the whole plan. */
const STEP_OF_WHOLE = {
  "nowhere-to-begin": "due",
  "notice-without-reminder": "formal-notice",
  "last-notice-without-formal-notice": "last-notice",
  "legal-without-notice": "legal",
} as const;

/** Reads what was typed; null in `steps` where it is no plan. */
export const readTypedPlan = (
  typed: TypedPlan,
  language: Language,
): { readonly steps: WritePlanInput["steps"] | null; readonly faults: PlanFaults } => {
  const words = DESK_PLANS[language].editor.faults;
  const name = typed.name.trim() === "" ? words.name : null;
  const steps: WritePlanInput["steps"] = [];
  for (const { step, present, offset, tone } of typed.steps) {
    if (!present) continue;
    const days = step === "legal" ? null : daysOf(offset);
    if (step !== "legal" && days === null)
      return { steps: null, faults: { name, step, part: "days", text: words.days } };
    steps.push({ step, offset: days, tone });
  }
  const read = planFrom({ plan: "typed", steps });
  if (read.ok) return { steps, faults: { ...NO_FAULT, name } };
  const { error } = read;
  const text = planFaultText(error, language);
  switch (error.type) {
    case "step-unknown":
      return { steps: null, faults: { name, step: null, part: null, text } };
    case "nowhere-to-begin":
    case "notice-without-reminder":
    case "last-notice-without-formal-notice":
    case "legal-without-notice":
      return { steps: null, faults: { name, step: STEP_OF_WHOLE[error.type], part: "step", text } };
    case "tone-sinks":
    case "tone-unknown":
    case "formal-step-too-soft":
      return { steps: null, faults: { name, step: error.step, part: "tone", text } };
    case "step-twice":
    case "offset-missing":
    case "offset-given":
    case "offset-before-due":
    case "offset-not-rising":
      return { steps: null, faults: { name, step: error.step, part: "days", text } };
  }
};

/** A threshold as it is typed: null where it is none, `"empty"` where there is to be none. */
export const readAmount = (
  typed: string,
  currency: Currency,
  language: Language,
): number | "empty" | null => {
  if (typed.trim() === "") return "empty";
  const read =
    parseMoney(typed, currency, language === "fr" ? "," : ".") ?? parseMoney(typed, currency);
  return read === null || read.minor < 0 ? null : read.minor;
};
