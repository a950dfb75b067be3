import type { AccountState } from "#shared/claims/account.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { CHARGE_MODES } from "#shared/claims/file-events.ts";
import { fileOf } from "#shared/claims/file.ts";
import { lateRegimeOf, lawCountryOf } from "#shared/law/regime.ts";
import { stepRank } from "./steps.ts";
import type { Step } from "./steps.ts";

export type ChargeMode = (typeof CHARGE_MODES)[number];

/** How a step speaks of interest and of compensation: not at all, as a possibility, with figures, or as asked. */
export type ChargeModes = { readonly interest: ChargeMode; readonly compensation: ChargeMode };

const SILENT: ChargeModes = { interest: "silent", compensation: "silent" };
/** Business plans speak of it from here on, where the user chose nothing. */
const MENTIONED_FROM = stepRank("reminder-2");

/**
 * As the user chose for this debtor; else business and public debtors are told from the second reminder on, others never.
 * Compensation is never mentioned to a consumer, from whom asking it is an offence (C. conso L121-21, L132-23), nor to a
 * non-professional, from whom it is contestable. Nothing is said under a law that Relance does not know.
 */
export const chargeModeOf = (
  state: Pick<AccountState, "debtor" | "file">,
  creditor: Pick<CreditorState, "creditor">,
  step: Step,
): ChargeModes => {
  const { debtor } = state;
  if (debtor === null) return SILENT;
  const law = lawCountryOf(creditor.creditor?.country ?? "");
  if (lateRegimeOf(law, debtor.kind) === null) return SILENT;
  const isProfessional = debtor.kind === "business" || debtor.kind === "public";
  const chosen = fileOf(state).chargeMode?.mode ?? null;
  const usual = isProfessional && stepRank(step) >= MENTIONED_FROM ? "mentioned" : "silent";
  const interest = chosen ?? usual;
  return { interest, compensation: isProfessional ? interest : "silent" };
};
