import type { AccountState } from "#shared/claims/account.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { RecoveryContext } from "./context.ts";
import { promiseBroken } from "./explanation.ts";
import type { PromiseState } from "./promises.ts";
import { brokenPromises } from "./promises.ts";
import type { AccountPlan } from "./proposal.ts";
import type { ReasonOf } from "./reasons.ts";
import { accountAmounts, actionOf, weightOf } from "./today-amounts.ts";
import type { RowFacts } from "./today-row.ts";
import { standingStill } from "./standing-still.ts";

const missingAmount = ({ promise, missing }: PromiseState): readonly Money[] => [
  { minor: missing, currency: promise.currency },
];

const missedRow = ({ gates }: AccountPlan, today: CalendarDate): RowFacts | null => {
  const gate = gates.find(
    (one): one is ReasonOf<"instalment-missed"> => one.code === "instalment-missed",
  );
  if (gate === undefined) return null;
  return {
    word: "broken",
    amounts: [gate.values.missing],
    reason: gate,
    action: { type: "open-account" },
    weight: daysBetween(gate.values.by, today),
  };
};

export const brokenRow = (
  state: AccountState,
  plan: AccountPlan,
  promises: readonly PromiseState[],
  context: RecoveryContext,
): RowFacts | null => {
  if (standingStill(plan.gates) !== null) return null;
  const [broken] = brokenPromises(state, promises);
  const reason = broken === undefined ? null : promiseBroken(broken, context);
  if (broken === undefined || reason === null) return missedRow(plan, context.today);
  const cited = state.drafts.some(
    (draft) => draft.state === "prepared" && draft.promise === broken.promise.promise,
  );
  if (cited) return null;
  const act = [plan.act, ...plan.others].find((one) => one?.promise === broken.promise.promise);
  return {
    word: "broken",
    amounts: missingAmount(broken),
    reason,
    action: act == null ? { type: "open-account" } : actionOf(act),
    weight: weightOf(
      plan.portions.filter(({ invoice }) => broken.invoices.includes(invoice)),
      context.today,
    ),
  };
};

/** Due today, or past and not known at the bank yet; instalments that are all paid wait for a person to end them. */
export const promiseRow = (
  plan: AccountPlan,
  promises: readonly PromiseState[],
  { today }: RecoveryContext,
): RowFacts | null => {
  for (const state of promises) {
    const { promise, status, kept } = state;
    const asked = status === "unverified" || (status === "running" && promise.by === today);
    if (kept || !asked) continue;
    const [hash] = [promise.entry.hash];
    const reason = plan.gates.find(
      ({ code, entries }) => code.startsWith("promise-") && entries.includes(hash),
    );
    if (reason === undefined) continue;
    return {
      word: "promise",
      amounts: missingAmount(state),
      reason,
      action: { type: "check-bank", promise: promise.promise },
      weight: daysBetween(promise.by ?? today, today),
    };
  }
  const gate = plan.gates.find(
    (one) =>
      one.code === "instalment-unverified" ||
      (one.code === "instalments-running" &&
        (one.values.next === today || one.values.next === null)),
  );
  if (gate === undefined) return null;
  const isOver = gate.code === "instalments-running" && gate.values.next === null;
  return {
    word: "promise",
    amounts: accountAmounts(plan),
    reason: gate,
    action: isOver ? { type: "open-account" } : { type: "check-bank", promise: null },
    weight: 0,
  };
};
