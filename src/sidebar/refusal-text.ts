import { caseRefusalText } from "#shared/app/case-refusal.ts";
import type { CaseRefusal } from "#shared/app/case-refusal.ts";
import type { HostFault, RunFault } from "#shared/app/run.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { UI } from "#shared/locales/ui.ts";

/** Whatever a use case run by these screens can answer instead of a view. */
export type AnyRefusal = RunFault | CaseRefusal;

type WordedFault = Exclude<RunFault, HostFault>;

const isFault = (refusal: Exclude<AnyRefusal, HostFault>): refusal is WordedFault =>
  refusal.type in UI.fr.faults;

/** A refusal in words, where it occurs. */
export const refusalText = (refusal: AnyRefusal, language: Language): Sentence => {
  if (refusal.type === "host-fault") return refusal.text;
  return isFault(refusal) ? UI[language].faults[refusal.type] : caseRefusalText(refusal, language);
};
