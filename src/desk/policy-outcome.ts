import type { PolicyRefusal } from "#shared/app/policy-acts.ts";
import { policyRefusalText } from "#shared/app/policy-refusal-text.ts";
import type { HostFault, RunFault } from "#shared/app/run.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { UI } from "#shared/locales/ui.ts";
import type { ActOutcome, Shell } from "#src/sidebar/shell.ts";

type WordedFault = Exclude<RunFault, HostFault>;

const isFault = (refusal: PolicyRefusal | WordedFault): refusal is WordedFault =>
  refusal.type in UI.fr.faults;

/** A refusal of an act on how the creditor chases, in words. */
export const policyText = (refusal: PolicyRefusal | RunFault, language: Language): Sentence => {
  if (refusal.type === "host-fault") return refusal.text;
  return isFault(refusal)
    ? UI[language].faults[refusal.type]
    : policyRefusalText(refusal, language);
};

/** What such an act comes to on the page: what was typed is then no longer unsaved. */
export const policyOutcome = (
  shell: Shell,
  result: Result<DoneView, PolicyRefusal | RunFault>,
): ActOutcome => {
  if (!result.ok)
    return { type: "refused", text: policyText(result.error, shell.host.language.peek()) };
  shell.unsaved.value = false;
  return { type: "done", done: result.value };
};
