import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Chip, RowWord } from "#shared/recovery/today-rows.ts";
import type { UseCase } from "./use-case.ts";
import type { ActionView, EmptyView, NoticeView } from "./view-parts.ts";

export type TodayInput = {
  /** Whether the host can write several drafts into the mailbox by itself. */
  readonly canWriteDrafts: boolean;
};

/** A fact's day and hour, and the buttons that renew it; a stale one always has one. */
export type FactLineView = {
  readonly text: Own;
  readonly stale: boolean;
  readonly actions: readonly ActionView[];
};

export type ChipView = { readonly key: Chip; readonly label: Own; readonly count: number };

export type TodayRowView = {
  /** Stable between two drawings. */
  readonly key: string;
  readonly account: string;
  readonly wordKey: RowWord;
  /** Upper case in French and English: `RELANCE`, `REMINDER`. */
  readonly word: Own;
  /** The chip it is counted under. */
  readonly chip: Chip;
  readonly name: Foreign;
  readonly amounts: readonly Own[];
  readonly reason: Sentence;
  readonly primary: ActionView;
  /** Behind `[...]`: not today, why, thread, debtor's file. */
  readonly more: readonly ActionView[];
};

export type TodayView = {
  readonly kind: "today";
  readonly title: Own;
  /** `ven. 20 nov.` */
  readonly date: Own;
  readonly search: ActionView;
  readonly payments: FactLineView;
  readonly answers: FactLineView;
  /** `84 210 € en retard · 37 débiteurs · ~35 min`, or in `small`: `3 200 € attendus, dont 1 150 € en retard`. */
  readonly summary: Own;
  /** Amounts late by currency, for a header that has room for nothing else. */
  readonly overdue: readonly Own[];
  /** Under 20 open invoices: no chips, no minutes. */
  readonly small: boolean;
  /** Empty in `small`; a chip with nothing to count is left out. */
  readonly chips: readonly ChipView[];
  readonly rows: readonly TodayRowView[];
  /** `8 brouillons à préparer` with `Tout préparer` or `Commencer`; null where there is none. */
  readonly drafts: { readonly text: Own; readonly action: ActionView } | null;
  /** `Rien pour 24 débiteurs : pourquoi ›`; null where there is none. */
  readonly silent: ActionView | null;
  /** Where no row is left: what was done today and what comes next. */
  readonly end: Sentence | null;
  /** Bank lines without a debtor, entries of a later version. */
  readonly notices: readonly NoticeView[];
  /** In place of everything below it: no ledger yet, or no invoice yet. */
  readonly empty: EmptyView | null;
};

export const todayView: UseCase<TodayInput, TodayView, never> = {
  name: "today",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: () => {
    throw new Error("not written yet");
  },
};
