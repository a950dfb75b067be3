import type { AttachedDocument, Draft } from "#shared/claims/account.ts";
import type { ClaimRefusal } from "#shared/claims/refusals.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { own } from "#shared/kernel/text.ts";
import { PRINT_WORDS } from "#shared/locales/print-words.ts";
import { done, doneForGood } from "./act-done.ts";
import { decideAll } from "./record-act.ts";
import type { UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView } from "./view-parts.ts";

export type KeepLetterInput = {
  readonly account: string;
  readonly draft: string;
  /** As `PrintLetterView.fileName`. */
  readonly fileName: string;
  /** Of the page's bytes (UTF-8), which the caller brings. */
  readonly blob: { readonly sha256: string; readonly size: number };
};

export type KeepLetterRefusal =
  | AccountUnknown
  | ClaimRefusal
  | { readonly type: "draft-unknown"; readonly draft: string }
  | { readonly type: "draft-not-waiting"; readonly draft: string };

/**
 * What was printed, byte for byte, as a document of the claim: a later day's figures would make another page of it. The
 * same page printed again is kept once; another one of the same draft beside it, since nobody knows which was posted.
 */
export const keepLetter: UseCase<KeepLetterInput, DoneView, KeepLetterRefusal> = {
  name: "keep-letter",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account, draft, fileName, blob }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const printed = state.drafts.find((one) => one.draft === draft && one.messageId === null);
    if (printed === undefined) return err({ type: "draft-unknown", draft });
    if (printed.state !== "prepared") return err({ type: "draft-not-waiting", draft });
    const text = [own(PRINT_WORDS[facts.language].kept)];
    const kept = state.documents.some(
      (one) => one.removed === null && one.blob?.sha256 === blob.sha256,
    );
    if (kept) return ok(doneForGood([], text));
    const invoices = new Set(printed.portions.map(({ invoice }) => invoice));
    const [only] = invoices;
    const events = decideAll(
      [
        {
          type: "attach-document",
          kind: "letter",
          name: fileName,
          on: facts.today,
          invoice: invoices.size === 1 ? (only ?? null) : null,
          blob,
          obtained: "as-received",
        },
      ],
      state,
      loaded.ledger,
      facts,
    );
    if (!events.ok) return events;
    const decision = done({ accounts: new Map([[account, events.value]]) }, text, facts);
    return ok({ ...decision, keeps: [blob.sha256] });
  },
};

/** Pages of a draft that are on file: they go with it where it is discarded. */
export const pagesOf = (
  { reference, messageId }: Pick<Draft, "reference" | "messageId">,
  documents: readonly AttachedDocument[],
): readonly AttachedDocument[] =>
  messageId !== null
    ? []
    : documents.filter(
        ({ kind, name, removed }) =>
          kind === "letter" && removed === null && name.endsWith(`-${reference}.html`),
      );
