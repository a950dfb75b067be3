import type { CreditorEvent, CreditorState } from "./creditor.ts";
import type { EntryNote } from "./entry-note.ts";
import type { policySchemas } from "./policy-events.ts";
import { sameFacts, withChanges } from "./same.ts";

export type PolicyEvent = Extract<CreditorEvent, { readonly type: keyof typeof policySchemas }>;

const unfit = (
  state: CreditorState,
  { type }: PolicyEvent,
  reason: "of-unknown" | "recorded-twice",
): CreditorState => ({ ...state, deferred: [...state.deferred, { type, reason }] });

const without = <T>(items: readonly T[], is: (item: T) => boolean): readonly T[] | null =>
  items.some(is) ? items.filter((item) => !is(item)) : null;

/** Folds one event of how the creditor chases: any event in any state. */
export const evolvePolicy = (
  state: CreditorState,
  event: PolicyEvent,
  entry: EntryNote,
): CreditorState => {
  switch (event.type) {
    case "policy-changed":
      return { ...state, policy: withChanges(state.policy, event.data.changes) };
    case "plan-written": {
      const others = state.plans.filter(({ plan }) => plan !== event.data.plan);
      return { ...state, plans: [...others, { ...event.data, entry }] };
    }
    case "plan-removed": {
      const plans = without(state.plans, ({ plan }) => plan === event.data.plan);
      return plans === null ? unfit(state, event, "of-unknown") : { ...state, plans };
    }
    case "kind-plan-chosen": {
      const { kind, plan } = event.data;
      const others = Object.entries(state.planByKind).filter(([known]) => known !== kind);
      const all = plan === null ? others : [...others, [kind, plan] as const];
      return { ...state, planByKind: Object.fromEntries(all) };
    }
    case "text-written": {
      const { step, language, subject, opening, closing } = event.data;
      const others = state.texts.filter((text) => text.step !== step || text.language !== language);
      const asShipped = subject === null && opening === null && closing === null;
      return { ...state, texts: asShipped ? others : [...others, { ...event.data, entry }] };
    }
    case "rate-added": {
      const there = state.rates.find(({ rate }) => rate === event.data.rate);
      if (there === undefined) {
        return { ...state, rates: [...state.rates, { ...event.data, entry }] };
      }
      return sameFacts(there, event.data) ? state : unfit(state, event, "recorded-twice");
    }
    case "rate-withdrawn": {
      const rates = without(state.rates, ({ rate }) => rate === event.data.rate);
      return rates === null ? unfit(state, event, "of-unknown") : { ...state, rates };
    }
    case "closure-added": {
      const there = state.closures.find(({ closure }) => closure === event.data.closure);
      if (there === undefined) {
        return { ...state, closures: [...state.closures, { ...event.data, entry }] };
      }
      return sameFacts(there, event.data) ? state : unfit(state, event, "recorded-twice");
    }
    case "closure-removed": {
      const closures = without(state.closures, ({ closure }) => closure === event.data.closure);
      return closures === null ? unfit(state, event, "of-unknown") : { ...state, closures };
    }
  }
};
