import type { ImportRefusal } from "#shared/app/import-view.ts";
import { refusalText } from "#shared/app/refusal-text.ts";
import type { ActRefusal } from "#shared/app/refusal-text.ts";
import type { RunFault } from "#shared/app/run.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { CliWords } from "#shared/locales/cli-words.ts";
import { INTAKE_WORDS } from "#shared/locales/intake-words.ts";
import { storeFaultEn, storeFaultFr } from "#shared/locales/store-faults.ts";
import type { StoreFaultWord } from "#shared/locales/store-faults.ts";
import { sentenceLine } from "./output.ts";

type Fault =
  | RunFault
  | { readonly type: keyof CliWords["files"]; readonly code?: string }
  | { readonly type: `zip-${string}` }
  | { readonly type: `backup-${string}` }
  | { readonly type: "ledgers-differ" };

const isStoreFault = (type: string): type is StoreFaultWord =>
  Object.prototype.hasOwnProperty.call(storeFaultFr, type);

const isFileFault = (type: string, words: CliWords): type is keyof CliWords["files"] =>
  Object.prototype.hasOwnProperty.call(words.files, type);

/** What became of a file, a store or a run, in words; a detail is for the diagnosis. */
export const faultText = (fault: Fault, words: CliWords, language: Language): string => {
  const { type } = fault;
  const detail = "detail" in fault ? ` (${fault.detail})` : "";
  if (isStoreFault(type)) return (language === "fr" ? storeFaultFr : storeFaultEn)[type] + detail;
  if (isFileFault(type, words)) return words.files[type] + whereOf(fault);
  if (type.startsWith("zip-")) return `${words.files["zip-broken"]} (${type})`;
  return `${words.files["run-failed"]} (${type})${detail}`;
};

const whereOf = (fault: object): string => {
  if ("code" in fault && typeof fault.code === "string") return ` (${fault.code})`;
  const member = "member" in fault && typeof fault.member === "string" ? fault.member : null;
  const line = "line" in fault && typeof fault.line === "number" ? `:${String(fault.line)}` : "";
  return member === null ? "" : ` (${member}${line})`;
};

const isRunFault = (refusal: ActRefusal | RunFault): refusal is RunFault =>
  isStoreFault(refusal.type) ||
  ["act-failed", "ledger-not-begun", "too-busy", "bytes-missing", "cancelled"].includes(
    refusal.type,
  );

export const actText = (
  refusal: ActRefusal | RunFault,
  words: CliWords,
  language: Language,
): string =>
  isRunFault(refusal)
    ? faultText(refusal, words, language)
    : sentenceLine(refusalText(refusal, language));

export const importText = (
  refusal: ImportRefusal | RunFault,
  words: CliWords,
  language: Language,
): string => {
  const own = INTAKE_WORDS[language].refusals;
  if (refusal.type === "as-of-missing") return `${sentenceLine(own.asOfMissing)} (--as-of)`;
  if (refusal.type === "faulty-lines") return sentenceLine(own.faultyLines(refusal.lines.length));
  return actText(refusal, words, language);
};
