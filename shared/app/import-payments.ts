import type { PaymentIntake } from "#shared/intake/rows.ts";
import type { ImportOptions, ImportRefusal, ImportView } from "./import-view.ts";
import { NOTHING_ASKED } from "./use-case.ts";
import type { UseCase } from "./use-case.ts";

export type ImportPaymentsInput = ImportOptions & { readonly intake: PaymentIntake };

export const importPayments: UseCase<ImportPaymentsInput, ImportView, ImportRefusal> = {
  name: "import-payments",
  asks: () => NOTHING_ASKED,
  decide: () => {
    throw new Error("not written yet");
  },
};
