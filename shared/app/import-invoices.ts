import type { InvoiceIntake } from "#shared/intake/rows.ts";
import type { ImportOptions, ImportRefusal, ImportView } from "./import-view.ts";
import { NOTHING_ASKED } from "./use-case.ts";
import type { UseCase } from "./use-case.ts";

export type ImportInvoicesInput = ImportOptions & { readonly intake: InvoiceIntake };

export const importInvoices: UseCase<ImportInvoicesInput, ImportView, ImportRefusal> = {
  name: "import-invoices",
  asks: () => NOTHING_ASKED,
  decide: () => {
    throw new Error("not written yet");
  },
};
