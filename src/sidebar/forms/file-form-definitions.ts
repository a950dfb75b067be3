import type { FileForm } from "#shared/app/view-parts.ts";
import {
  agreeSetOffForm,
  refuseSetOffForm,
  returnPaymentForm,
  setOffForm,
  takeBackWriteOffForm,
  writeOffForm,
} from "./balance-forms.ts";
import { answerComplaintForm, lastNoticeForm } from "./draft-forms.ts";
import { fileContext } from "./file-form-parts.ts";
import type { FileContext } from "./file-form-parts.ts";
import {
  askApprovalForm,
  entrustDisputeForm,
  giveApprovalForm,
  identityForm,
  liftSensitiveHoldForm,
  ownerForm,
  payerForm,
  refuseApprovalForm,
  removePayerForm,
  sensitiveHoldForm,
} from "./follow-forms.ts";
import type { MakeForm } from "./form-definitions.ts";
import type { HostForm } from "./host-form.ts";
import {
  endInsolvencyForm,
  insolvencyForm,
  interruptionForm,
  legalFactForm,
  stopClockForm,
  suspensionForm,
} from "./law-forms.ts";
import { accelerateForm, letterProofForm, letterSentForm } from "./letter-forms.ts";
import {
  assignForm,
  endAssignmentForm,
  endHandOverForm,
  handOverForm,
  insuranceForm,
  insurerConsentForm,
  releaseSecurityForm,
  securityForm,
} from "./security-forms.ts";
import {
  allocationOrderForm,
  chargeModeForm,
  discountForm,
  invoicingWayForm,
  performanceForm,
  planForm,
  termsForm,
} from "./terms-forms.ts";

const of =
  (make: (context: FileContext) => HostForm): MakeForm =>
  (context) =>
    make(fileContext(context));

/** Every form of a debtor's file. */
export const FILE_FORMS: Readonly<Record<FileForm, MakeForm>> = {
  terms: of(termsForm),
  "invoicing-way": of(invoicingWayForm),
  performance: of(performanceForm),
  "sensitive-hold": of(sensitiveHoldForm),
  "lift-sensitive-hold": of(liftSensitiveHoldForm),
  security: of(securityForm),
  "release-security": of(releaseSecurityForm),
  identity: of(identityForm),
  payer: of(payerForm),
  "remove-payer": of(removePayerForm),
  owner: of(ownerForm),
  "charge-mode": of(chargeModeForm),
  plan: of(planForm),
  "allocation-order": of(allocationOrderForm),
  insurance: of(insuranceForm),
  "insurer-consent": of(insurerConsentForm),
  "entrust-dispute": of(entrustDisputeForm),
  "set-off": of(setOffForm),
  "agree-set-off": of(agreeSetOffForm),
  "refuse-set-off": of(refuseSetOffForm),
  "write-off": of(writeOffForm),
  "take-back-write-off": of(takeBackWriteOffForm),
  discount: of(discountForm),
  "return-payment": of(returnPaymentForm),
  assign: of(assignForm),
  "end-assignment": of(endAssignmentForm),
  "hand-over": of(handOverForm),
  "end-hand-over": of(endHandOverForm),
  insolvency: of(insolvencyForm),
  "end-insolvency": of(endInsolvencyForm),
  interruption: of(interruptionForm),
  suspension: of(suspensionForm),
  "legal-fact": of(legalFactForm),
  "stop-clock": of(stopClockForm),
  "letter-sent": of(letterSentForm),
  "letter-proof": of(letterProofForm),
  accelerate: of(accelerateForm),
  "last-notice": of(lastNoticeForm),
  "answer-complaint": of(answerComplaintForm),
  "ask-approval": of(askApprovalForm),
  "give-approval": of(giveApprovalForm),
  "refuse-approval": of(refuseApprovalForm),
};
