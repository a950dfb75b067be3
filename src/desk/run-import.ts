import { importHistory } from "#shared/app/import-history.ts";
import { importInvoices } from "#shared/app/import-invoices.ts";
import { importPayments } from "#shared/app/import-payments.ts";
import type { ImportOptions, ImportRefusal, ImportView } from "#shared/app/import-view.ts";
import type { RunFault } from "#shared/app/run.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Intake } from "#shared/intake/rows.ts";
import { DESK } from "#shared/locales/desk.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Host } from "#src/sidebar/host.ts";
import { refusalText } from "#src/sidebar/refusal-text.ts";

/** Takes in a table that was read, or says what taking it in would do. */
export const runImport = (
  host: Host,
  intake: Intake,
  options: ImportOptions,
): Promise<Result<ImportView, ImportRefusal | RunFault>> => {
  switch (intake.kind) {
    case "invoices":
      return host.run(importInvoices, { ...options, intake });
    case "payments":
      return host.run(importPayments, { ...options, intake });
    case "history":
      return host.run(importHistory, { ...options, intake });
  }
};

export const importRefusalText = (
  refusal: ImportRefusal | RunFault,
  language: Language,
): Sentence => {
  const words = DESK[language].import.refusals;
  if (refusal.type === "faulty-lines" || refusal.type === "as-of-missing") {
    return words[refusal.type];
  }
  return refusal.type === "ledger-not-begun" || refusal.type === "no-ledger"
    ? words["not-begun"]
    : refusalText(refusal, language);
};
