import { ownTextFaultWords } from "#shared/drafting/own-text.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Language, Sentence } from "#shared/locales/locale.ts";
import { together } from "#shared/locales/locale.ts";
import { POLICY_WORDS } from "#shared/locales/policy-words.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import type { PlanFault } from "#shared/recovery/plans.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { PolicyRefusal } from "./policy-acts.ts";

/** Texts fail in many places at once: the first few are put right first. */
const FAULTS_SHOWN = 5;

/** Why a written plan cannot be followed. */
export const planFaultText = (fault: PlanFault, language: Language): Sentence => {
  const words = POLICY_WORDS[language].plans;
  switch (fault.type) {
    case "step-unknown":
    case "notice-without-reminder":
    case "last-notice-without-formal-notice":
    case "legal-without-notice":
    case "nowhere-to-begin":
      return words[fault.type];
    case "step-twice":
    case "tone-unknown":
    case "offset-missing":
    case "offset-given":
    case "offset-before-due":
    case "offset-not-rising":
    case "tone-sinks":
    case "formal-step-too-soft":
      return words[fault.type](own(recoveryWords[language].steps[fault.step]));
    default:
      return unreachable(fault);
  }
};

/** A refusal of an act on plans, texts, rates, closures and settings, in words. */
export const policyRefusalText = (refusal: PolicyRefusal, language: Language): Sentence => {
  const { refusals, fields, kinds, rates } = POLICY_WORDS[language];
  switch (refusal.type) {
    case "no-ledger":
    case "reason-missing":
    case "nothing-to-change":
    case "plan-unknown":
    case "step-unknown":
    case "rate-taken":
    case "rate-unknown":
    case "closure-unknown":
    case "closure-taken":
      return refusals[refusal.type];
    case "field-missing":
    case "field-wrong": {
      const first = refusal.field.split(".").filter((part) => part !== "changes");
      const field = fields[refusal.field] ?? fields[first[0] ?? ""] ?? own(refusal.field);
      return refusals[refusal.type](field);
    }
    case "plan-unfit":
      return planFaultText(refusal.fault, language);
    case "plan-name-taken":
      return refusals["plan-name-taken"](foreign(refusal.name));
    case "plan-followed":
      return refusal.kinds.length > 0
        ? refusals.planFollowedByKinds(refusal.kinds.map((kind) => kinds[kind]))
        : refusals.planFollowedByDebtors(refusal.debtors);
    case "too-many":
      return refusals["too-many"][refusal.what];
    case "text-unfit":
      return together(
        ...refusal.faults.slice(0, FAULTS_SHOWN).map((fault) => ownTextFaultWords(fault, language)),
      );
    case "rate-unfit":
      return rates[refusal.fault];
    case "closure-unfit":
      return refusals["closure-unfit"](refusal.from, refusal.to);
    default:
      return unreachable(refusal);
  }
};
