import type { CreditorEventData } from "#shared/claims/creditor.ts";
import { isStep } from "#shared/recovery/steps.ts";
import type { FieldRefusal } from "./ledger-acts.ts";

type Changes = CreditorEventData<"policy-changed">["changes"];
type AmountIn = { readonly currency: string; readonly amount: number };

/** One amount a currency, none below zero. */
const amountsHold = (amounts: readonly AmountIn[] | undefined): boolean =>
  amounts === undefined ||
  (amounts.every(({ amount }) => amount >= 0) &&
    new Set(amounts.map(({ currency }) => currency)).size === amounts.length);

/** What the description of the settings cannot say: the first field whose value makes no sense. */
export const policyFault = (changes: Changes): FieldRefusal | null => {
  const { tolerances, smallAmounts, approvalSteps, mediator } = changes;
  if (!amountsHold(tolerances)) return { type: "field-wrong", field: "tolerances" };
  if (!amountsHold(smallAmounts)) return { type: "field-wrong", field: "smallAmounts" };
  if (approvalSteps !== undefined && !approvalSteps.every(isStep))
    return { type: "field-wrong", field: "approvalSteps" };
  if (mediator !== undefined && mediator !== null) {
    if (mediator.name.trim() === "") return { type: "field-missing", field: "mediator.name" };
    if (mediator.site.trim() === "") return { type: "field-missing", field: "mediator.site" };
  }
  return null;
};
