import type { Foreign, Own, Shown } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";
import type { UseCase } from "./use-case.ts";
import type {
  AccountUnknown,
  ActionView,
  AmountsView,
  FactLineView,
  NoticeView,
  ReasonView,
} from "./view-parts.ts";

export type ClaimInput = { readonly account: string };

/** One due part of an invoice; most invoices have one. */
export type InvoiceRowView = {
  readonly key: string;
  readonly invoice: string;
  readonly portion: string;
  readonly number: Foreign;
  readonly issued: Own;
  readonly due: Own | null;
  readonly condition: Foreign | null;
  readonly total: Own;
  readonly paid: Own | null;
  readonly credited: Own | null;
  readonly open: Own;
  /** `31 j` late; null where it is not late. */
  readonly late: Own | null;
  readonly daysLate: number;
  /** The step it has reached, or its next one where it has none behind it. */
  readonly step: Own | null;
  /** The next step and its date. */
  readonly next: Own | null;
  /** Settled in full: shown folded. */
  readonly settled: boolean;
  readonly contested: Own | null;
  readonly promised: Own | null;
  readonly more: readonly ActionView[];
};

export type InvoiceTableView = {
  readonly columns: Readonly<
    Record<
      | "number"
      | "issued"
      | "due"
      | "total"
      | "paid"
      | "open"
      | "late"
      | "step"
      | "next"
      | "contested"
      | "promised",
      Own
    >
  >;
  readonly rows: readonly InvoiceRowView[];
};

export type FourLinesView = {
  /** 1. Who. */
  readonly who: Sentence;
  /** 2. How much and how late. */
  readonly owes: Sentence;
  /** 3. What they said, quoted; a sentence that says so where they said nothing. */
  readonly said: Sentence;
  /** 4. The next step and why. */
  readonly next: Sentence;
};

export type DraftPreviewView = {
  readonly step: Step;
  readonly stepWord: Own;
  readonly tone: Tone;
  readonly toneWord: Own;
  readonly language: Own;
  readonly amount: Own;
  readonly invoices: readonly Foreign[];
  readonly lower: readonly Foreign[];
  readonly contested: readonly Foreign[];
  /** Where the addresses of the contacts are known; the draft itself decides by the thread. */
  readonly recipients: readonly Foreign[];
};

export type WaitingDraftView = {
  readonly key: string;
  readonly draft: string;
  readonly text: Sentence;
  readonly subject: Foreign;
  readonly declareSent: ActionView;
  readonly discard: ActionView;
};

export type ClaimView = {
  readonly kind: "claim";
  readonly account: string;
  readonly name: Foreign;
  readonly group: Foreign | null;
  readonly lines: FourLinesView;
  /** One only; null where there is nothing to do. */
  readonly primary: ActionView | null;
  readonly payments: FactLineView;
  readonly answers: FactLineView;
  /** Principal, interest and compensation asked for, then credit and contested beside them; zero ones are left out. */
  readonly balances: readonly AmountsView[];
  readonly table: InvoiceTableView;
  /** Why this act, or why none: the most important first. */
  readonly reasons: readonly ReasonView[];
  readonly reasonsTitle: Own;
  readonly preview: DraftPreviewView | null;
  readonly drafts: readonly WaitingDraftView[];
  readonly notices: readonly NoticeView[];
  /** Forms and other screens, the most used first. */
  readonly actions: readonly ActionView[];
  readonly empty: Shown | null;
};

export const claimView: UseCase<ClaimInput, ClaimView, AccountUnknown> = {
  name: "claim",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: () => {
    throw new Error("not written yet");
  },
};
