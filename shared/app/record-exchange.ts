import type { AccountCommand } from "#shared/claims/commands.ts";
import type { ClaimRefusal } from "#shared/claims/refusals.ts";
import type { PortionName } from "#shared/claims/events.ts";
import { invariant, err, ok } from "#shared/kernel/result.ts";
import { APP_ACTS } from "#shared/locales/app-acts.ts";
import { done } from "./act-done.ts";
import { decideAll } from "./record-act.ts";
import type { UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView } from "./view-parts.ts";

export type RecordExchangeInput = {
  readonly account: string;
  readonly exchange: Extract<AccountCommand, { readonly type: "file-exchange" }>;
  /** The step of the plan that it is; null: none. */
  readonly step: { readonly step: string; readonly portions: readonly PortionName[] } | null;
};

/** A call, letter or meeting by hand and, where it is the plan's, the step that it takes: one act, one undo. */
export const recordExchange: UseCase<RecordExchangeInput, DoneView, AccountUnknown | ClaimRefusal> =
  {
    name: "record-exchange",
    asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
    decide: ({ account, exchange, step }, loaded, facts) => {
      const state = loaded.accounts.get(account);
      if (state === undefined) return err({ type: "account-unknown", account });
      const filed = decideAll([exchange], state, loaded.ledger, facts);
      if (!filed.ok) return filed;
      const [first] = filed.value;
      invariant(first?.type === "exchange-filed", "filing an exchange says that it is filed");
      const text = [APP_ACTS[facts.language].done["file-exchange"]];
      if (step === null)
        return ok(done({ accounts: new Map([[account, filed.value]]) }, text, facts));
      const take: AccountCommand = {
        type: "take-step",
        step: step.step,
        on: exchange.on,
        portions: step.portions.map((one) => ({ ...one })),
        how: exchange.kind === "call" ? "called" : "declared",
        exchange: first.data.exchange,
        draft: null,
      };
      // The same chance for the same command: the exchange has the same id again.
      const both = decideAll([exchange, take], state, loaded.ledger, facts);
      if (!both.ok) return both;
      return ok(done({ accounts: new Map([[account, both.value]]) }, text, facts));
    },
  };

export type AttachDocumentInput = {
  readonly account: string;
  readonly document: Extract<AccountCommand, { readonly type: "attach-document" }>;
};

/** A document with its bytes, which the caller brings: kept before the entry is written. */
export const attachDocument: UseCase<AttachDocumentInput, DoneView, AccountUnknown | ClaimRefusal> =
  {
    name: "attach-document",
    asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
    decide: ({ account, document }, loaded, facts) => {
      const state = loaded.accounts.get(account);
      if (state === undefined) return err({ type: "account-unknown", account });
      const events = decideAll([document], state, loaded.ledger, facts);
      if (!events.ok) return events;
      const text = [APP_ACTS[facts.language].done["attach-document"]];
      const decision = done({ accounts: new Map([[account, events.value]]) }, text, facts);
      return ok({ ...decision, keeps: document.blob === null ? [] : [document.blob.sha256] });
    },
  };
