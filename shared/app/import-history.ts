import type { HistoryIntake } from "#shared/intake/rows.ts";
import type { ImportOptions, ImportRefusal, ImportView } from "./import-view.ts";
import { NOTHING_ASKED } from "./use-case.ts";
import type { UseCase } from "./use-case.ts";

export type ImportHistoryInput = ImportOptions & { readonly intake: HistoryIntake };

export const importHistory: UseCase<ImportHistoryInput, ImportView, ImportRefusal> = {
  name: "import-history",
  asks: () => NOTHING_ASKED,
  decide: () => {
    throw new Error("not written yet");
  },
};
