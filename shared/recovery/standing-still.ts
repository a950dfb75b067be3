import type { Reason } from "./reasons.ts";

/** What takes an account out of our hands, and what we owe the debtor first. */
const STANDING_STILL: readonly Reason["code"][] = [
  "sensitive-hold",
  "insolvency",
  "handed-over",
  "hold",
  "answer-owed",
];

/** Why all of the account stands still; null where it does not. Then no row asks for a step, nor for a draft to go out. */
export const standingStill = (gates: readonly Reason[]): Reason | null =>
  gates.find(
    ({ code, effect, invoices }) =>
      effect === "forbid" && invoices === null && STANDING_STILL.includes(code),
  ) ?? null;
