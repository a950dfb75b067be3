import type { AccountState, Draft } from "#shared/claims/account.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import { draftFallen, draftReason } from "./draft-fallen.ts";
import type { PortionPlan, ProposedAct } from "./proposal.ts";
import type { RecoveryContext } from "./context.ts";
import { reasonOf } from "./reasons.ts";
import type { PromiseState } from "./promises.ts";
import type { Reason } from "./reasons.ts";
import { standingStill } from "./standing-still.ts";
import type { Step } from "./steps.ts";
import { isStep } from "./steps.ts";

const daysLate = (dueOn: CalendarDate | null, today: CalendarDate): number =>
  dueOn === null ? 0 : daysBetween(dueOn, today);

const whyThis = (
  act: ProposedAct,
  broken: readonly PromiseState[],
  context: RecoveryContext,
): readonly Reason[] => {
  const first = act.portions[0];
  const invoices = [...new Set(act.portions.map(({ invoice }) => invoice))];
  const due = reasonOf(
    "step-due",
    "says",
    {
      step: act.step,
      days: daysLate(first?.dueOn ?? null, context.today),
      invoices: invoices.length,
    },
    { invoices },
  );
  const promise = broken.find((one) => one.promise.promise === act.promise);
  const words = promise === undefined ? null : promiseBroken(promise, context);
  if (words === null) return [due];
  return act.because === "promise-broken" ? [words] : [words, due];
};

/** Null for a promise that is not broken by the payments known. */
export const promiseBroken = (
  { promise, invoices, status, received }: PromiseState,
  { creditor }: RecoveryContext,
): Reason | null => {
  const paymentsKnownOn = creditor.paymentsKnown?.asOf ?? null;
  if (status !== "broken" || promise.by === null || paymentsKnownOn === null) return null;
  const amount =
    promise.amount === null ? null : { minor: promise.amount, currency: promise.currency };
  return reasonOf(
    "promise-broken",
    "says",
    { by: promise.by, paymentsKnownOn, inPart: received > 0, amount },
    { entries: [promise.entry.hash], invoices },
  );
};

/** Where no act is proposed and no gate says why: the portions do. */
const whyNothing = (portions: readonly PortionPlan[], gates: readonly Reason[]): Reason => {
  const aside = gates.filter(({ code }) => code === "residue" || code === "discount-taken");
  let setAside: Reason | null = null;
  let soonest: { readonly step: Step; readonly on: CalendarDate } | null = null;
  let undated: Step | null = null;
  let [ended, withoutDate] = [false, false];
  for (const { next, dueOn, asked, invoice } of portions) {
    if (asked <= 0) continue;
    const left = aside.find(({ invoices }) => invoices?.includes(invoice) === true);
    if (left !== undefined) setAside = left;
    else if (dueOn === null) withoutDate = true;
    else if (next === null) ended = true;
    else if (next.on === "unknown") undated = next.step;
    else if (soonest === null || next.on < soonest.on) soonest = { step: next.step, on: next.on };
  }
  if (soonest !== null) return reasonOf("step-to-come", "says", soonest);
  if (undated !== null) return reasonOf("step-without-date", "says", { step: undated });
  if (ended) return reasonOf("road-ended", "says", {});
  if (withoutDate) return reasonOf("no-due-date", "says", {});
  if (setAside !== null) return setAside;
  return reasonOf("all-contested", "says", {});
};

const forbids = ({ effect }: Reason): boolean => effect === "forbid";

/** Why this act, or why none: the most important first. */
export const explain = (
  state: AccountState,
  portions: readonly PortionPlan[],
  gates: readonly Reason[],
  act: ProposedAct | null,
  broken: readonly PromiseState[],
  context: RecoveryContext,
): readonly Reason[] => {
  const { today } = context;
  const still = standingStill(gates);
  const first: Reason[] = still === null ? [] : [still];
  if (state.putOff !== null && state.putOff.until > today) {
    first.push(reasonOf("put-off", "says", state.putOff));
  }
  const draft = waitingDraft(state);
  if (draft !== null) {
    first.push(draftReason(draft, draftFallen(state, draft, { portions, gates })));
  }
  if (act !== null) return [...first, ...whyThis(act, broken, context), ...gates];
  // Advice on a step that is not taken is no reason why there is none.
  const nothing = whyNothing(portions, gates);
  const grave = gates.filter(
    (gate) => gate.effect !== "warn" && gate !== nothing && gate !== still,
  );
  const due = portions.some(
    ({ next, asked }) => asked > 0 && next !== null && next.on !== "unknown" && next.on <= today,
  );
  if (due) {
    const said = grave.filter(({ effect }) => effect === "says");
    return [...first, ...grave.filter(({ effect }) => effect !== "says"), ...said];
  }
  if (nothing.code === "all-contested") return [...first, ...grave, nothing];
  return [...first, ...grave.filter(forbids), nothing, ...grave.filter((gate) => !forbids(gate))];
};

/** The newest draft of a step that waits to be sent; an answer asks for no money, and keeps no step waiting. */
export const waitingDraft = (state: AccountState): Draft | null => {
  let newest: Draft | null = null;
  for (const draft of state.drafts) {
    if (draft.state !== "prepared" || !isStep(draft.step)) continue;
    if (newest === null || draft.on >= newest.on) newest = draft;
  }
  return newest;
};
