import { err, ok } from "#shared/kernel/result.ts";
import { TEACHING_WORDS } from "#shared/locales/teaching-words.ts";
import { done } from "./act-done.ts";
import type { NoLedger } from "./ledger-acts.ts";
import { NOTHING_ASKED } from "./use-case.ts";
import type { UseCase } from "./use-case.ts";
import type { DoneView } from "./view-parts.ts";

/** Lets what was corrected before count in later readings, or no longer. Said again, it says nothing new. */
export const setTeaching: UseCase<{ readonly used: boolean }, DoneView, NoLedger> = {
  name: "set-teaching",
  asks: () => NOTHING_ASKED,
  decide: ({ used }, loaded, facts) => {
    if (loaded.creditor.creditor === null) return err({ type: "no-ledger" });
    const text = TEACHING_WORDS[facts.language].done[used ? "on" : "off"];
    const isSo = loaded.creditor.teaching === used;
    const creditor = isSo ? [] : [{ type: "teaching-set" as const, data: { used } }];
    return ok(done({ creditor }, text, facts));
  },
};
