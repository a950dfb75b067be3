import { NOTHING_ASKED, viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import { ok } from "#shared/kernel/result.ts";

/** Who the ledger is of: all that the pane itself must know of it, asked for after every change. */
export const creditorKnown: UseCase<null, CreditorIdentity | null, never> = {
  name: "creditor-known",
  asks: () => NOTHING_ASKED,
  decide: (_, loaded) => ok(viewOnly(loaded.creditor.creditor)),
};
