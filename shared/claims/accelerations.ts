import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { AccountState, Instalments } from "./account.ts";
import type { AccountBalances } from "./balances.ts";
import { fileOf } from "./file.ts";
import type { Acceleration } from "./file.ts";
import { receivedBy } from "./promises.ts";
import type { StandingFacts } from "./promises.ts";

/**
 * The rest of a plan falls due only by a notice that a part was missed, and that stayed unanswered to its last day (Cass.
 * 1re civ. 22 June 2017):
 * - `groundless`: nothing was missed on the day of the notice;
 * - `noticed`: its last day has not passed;
 * - `unverified`: it has, and payments are not known that far;
 * - `made-good`: what was missed came in by then;
 * - `accelerated`: it did not, the whole rest is due.
 */
export type AccelerationStatus =
  "groundless" | "noticed" | "unverified" | "made-good" | "accelerated";

export type AccelerationState = {
  readonly notice: Acceleration;
  readonly instalments: Instalments;
  readonly status: AccelerationStatus;
  /** What the notice is of and has not come in by its last day, minor units of the plan's currency. */
  readonly missing: number;
};

const dueBefore = ({ parts }: Instalments, day: CalendarDate): number =>
  parts.reduce((sum, { by, amount }) => (by < day ? sum + Math.max(0, amount) : sum), 0);

/** One a notice about a plan that is known and not ended. */
export const accelerationsOf = (
  state: AccountState,
  balances: AccountBalances,
  { today, paymentsKnownOn }: StandingFacts,
): readonly AccelerationState[] =>
  fileOf(state).accelerations.flatMap((notice): AccelerationState[] => {
    const plan = state.instalments.find((one) => one.instalments === notice.instalments);
    if (plan === undefined || plan.ended !== null) return [];
    const owed = dueBefore(plan, notice.on);
    const missing = Math.max(0, owed - receivedBy(state, balances, plan, notice.until));
    const answer = (status: AccelerationStatus): AccelerationState[] => [
      { notice, instalments: plan, status, missing },
    ];
    if (receivedBy(state, balances, plan, notice.on) >= owed) return answer("groundless");
    if (missing === 0) return answer("made-good");
    if (today <= notice.until) return answer("noticed");
    return answer(
      paymentsKnownOn === null || paymentsKnownOn < notice.until ? "unverified" : "accelerated",
    );
  });
