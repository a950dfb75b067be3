import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { UseCase } from "./use-case.ts";
import type {
  AccountUnknown,
  ActionView,
  AmountsView,
  FieldView,
  NamedAccount,
  NoticeView,
} from "./view-parts.ts";

export type DebtorInput = { readonly account: string };

/** One item of a list, with what can be done about it. */
export type ItemView = {
  readonly key: string;
  readonly text: Sentence;
  /** Author and date. */
  readonly note: Own | null;
  readonly done: boolean;
  readonly actions: readonly ActionView[];
};

export type SectionView = {
  readonly key:
    | "contacts"
    | "promises"
    | "disputes"
    | "instalments"
    | "holds"
    | "payments"
    | "credit-notes"
    | "documents"
    | "notes";
  readonly title: Own;
  /** Said under the title: of notes, that the debtor may have them communicated. */
  readonly hint: Own | null;
  readonly items: readonly ItemView[];
  /** Said where there is none. */
  readonly none: Own;
  readonly add: ActionView | null;
};

export type DiscrepancyView = {
  readonly key: string;
  readonly text: Sentence;
  readonly choices: readonly ActionView[];
};

export type DebtorView = {
  readonly kind: "debtor";
  readonly account: string;
  readonly title: Own;
  readonly name: Foreign;
  readonly identity: readonly FieldView[];
  readonly group: {
    readonly label: Own;
    readonly name: Foreign;
    readonly members: readonly NamedAccount[];
  } | null;
  readonly balances: readonly AmountsView[];
  /** What the law and the plan make of it: kind, payment habits, plan. */
  readonly terms: readonly FieldView[];
  readonly sections: readonly SectionView[];
  readonly discrepanciesTitle: Own;
  readonly discrepancies: readonly DiscrepancyView[];
  readonly notices: readonly NoticeView[];
  readonly actions: readonly ActionView[];
};

export const debtorView: UseCase<DebtorInput, DebtorView, AccountUnknown> = {
  name: "debtor",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: () => {
    throw new Error("not written yet");
  },
};
