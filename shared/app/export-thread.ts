import { err, ok } from "#shared/kernel/result.ts";
import { threadExport } from "#shared/proof/thread-export.ts";
import type { ThreadExport } from "#shared/proof/thread-export.ts";
import { viewOnly } from "./use-case.ts";
import type { UseCase } from "./use-case.ts";
import type { AccountUnknown } from "./view-parts.ts";

export type ExportThreadInput = {
  readonly account: string;
  /** Vault names that the host found absent when it first tried; empty at first. */
  readonly absent: readonly string[];
};

/** What the exported thread holds; the host brings the bytes and makes the file. */
export const exportThread: UseCase<ExportThreadInput, ThreadExport, AccountUnknown> = {
  name: "export-thread",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account, absent }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const creditor = loaded.creditor.creditor?.name ?? "";
    return ok(
      viewOnly(threadExport(state, creditor, new Set(absent), facts.today, facts.language)),
    );
  },
};
