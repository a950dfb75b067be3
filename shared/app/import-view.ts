import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { IntakeKind, ProblemCode, Severity } from "#shared/intake/problems.ts";
import type { ImportItem, ImportProposal } from "./import-proposal.ts";
import type { InTheFuture, NoLedger } from "./ledger-acts.ts";
import type { AmountsView, DoneView, NoticeView } from "./view-parts.ts";

/** How a file is taken in. Nothing is written unless `write`; then all of it in one batch, or nothing. */
export type ImportOptions = {
  readonly write: boolean;
  /** The faulty lines were seen, and the rest may be taken in. */
  readonly skipFaulty: boolean;
  /** What differs from the ledger is corrected as the file says. */
  readonly correct: boolean;
  /** The day the file speaks of: payments are known up to there. */
  readonly asOf: CalendarDate | null;
  /** An open-items list: what it no longer holds was paid by `asOf`. Invoices only. */
  readonly complete: boolean;
};

export const DRY_RUN: ImportOptions = {
  write: false,
  skipFaulty: false,
  correct: false,
  asOf: null,
  complete: false,
};

export type ImportRefusal =
  | NoLedger
  | InTheFuture
  | { readonly type: "as-of-missing" }
  | { readonly type: "faulty-lines"; readonly lines: readonly number[] };

export type ImportCountKey =
  | "debtors"
  | "contacts"
  | "invoices"
  | "payments"
  | "closings"
  | "bank-lines"
  | "promises"
  | "disputes"
  | "steps"
  | "calls"
  | "known"
  | "changes"
  | "faulty";

export type ImportProblemView = {
  readonly key: string;
  readonly line: number;
  readonly column: number | null;
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly value: Foreign;
  /** `Ligne 4, colonne 8 (total) : …`, whole. */
  readonly text: Sentence;
};

export type ImportItemView = {
  readonly key: string;
  readonly what: ImportItem["what"];
  readonly outcome: ImportItem["outcome"];
  readonly line: number | null;
  readonly text: Sentence;
};

export type ImportView = {
  readonly kind: "import";
  readonly file: IntakeKind;
  readonly title: Own;
  /** One sentence: what would be done, what was done, or that nothing is new. */
  readonly summary: Sentence;
  /** What there is none of is left out. */
  readonly counts: readonly {
    readonly key: ImportCountKey;
    readonly label: Own;
    readonly count: number;
  }[];
  /** New invoices, and money in, per currency. */
  readonly sums: readonly AmountsView[];
  readonly problems: readonly ImportProblemView[];
  readonly faultyLines: readonly number[];
  readonly items: readonly ImportItemView[];
  readonly changes: readonly { readonly key: string; readonly text: Sentence }[];
  readonly notices: readonly NoticeView[];
  /** Whether writing it would change anything. */
  readonly writes: boolean;
  /** After it was written. */
  readonly done: DoneView | null;
  readonly proposal: ImportProposal;
};
