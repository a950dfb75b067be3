import type { EntryNote } from "#shared/claims/entry-note.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { AccountFile } from "#shared/claims/file.ts";
import { money } from "#shared/kernel/money.ts";
import type { Currency, Money } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { say } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { authorOf } from "./entry-author.ts";
import { anyFormLabel } from "./file-label.ts";
import type { AccountOnScreen } from "./screen-facts.ts";
import type { Facts } from "./use-case.ts";
import type { ActionView, FormKind, ScreenAction } from "./view-parts.ts";

/** One item of a list, with what can be done about it. */
export type ItemView = {
  readonly key: string;
  readonly text: Sentence;
  /** Words typed by people, in full. */
  readonly words: Foreign | null;
  /** Author and date. */
  readonly note: Sentence;
  readonly done: boolean;
  readonly actions: readonly ActionView[];
};

/** Lists that every debtor's file shows, empty or not. */
export type DailySection =
  | "contacts"
  | "promises"
  | "disputes"
  | "instalments"
  | "holds"
  | "payments"
  | "credit-notes"
  | "documents"
  | "notes";

/** Lists that are shown once there is something in them. */
export type RareSection =
  | "approvals"
  | "set-offs"
  | "payers"
  | "write-offs"
  | "discounts"
  | "identities"
  | "performances"
  | "securities"
  | "consents"
  | "assignments"
  | "insolvencies"
  | "hand-overs"
  | "letters"
  | "interruptions"
  | "suspensions"
  | "legal-facts"
  | "accelerations";

export type SectionView = {
  readonly key: DailySection | RareSection;
  readonly title: Own;
  /** Said under the title: of notes, that the debtor may have them communicated. */
  readonly hint: Own | null;
  readonly items: readonly ItemView[];
  /** Said where there is none. */
  readonly none: Own;
  readonly add: ActionView | null;
};

/** What each list of the debtor's file is drawn from. */
export type Sheet = {
  readonly on: AccountOnScreen;
  readonly file: AccountFile;
  readonly creditor: CreditorState;
  readonly facts: Facts;
};

export const sheetOf = (on: AccountOnScreen, creditor: CreditorState, facts: Facts): Sheet => ({
  on,
  file: fileOf(on.state),
  creditor,
  facts,
});

export type ItemFacts = {
  readonly key: string;
  readonly text: Sentence;
  readonly entry: EntryNote;
  readonly done: boolean;
  readonly words?: Foreign | null;
  /** Forms about it. */
  readonly forms: readonly FormKind[];
  /** The first form corrects it: its button says "edit". */
  readonly edits?: boolean;
  readonly others?: readonly ActionView[];
};

export const itemOf = (sheet: Sheet, item: ItemFacts): ItemView => {
  const { facts, creditor } = sheet;
  const { account } = sheet.on.state;
  const words = APP[facts.language].debtor;
  const form = (kind: FormKind, index: number): ActionView => ({
    key: `${item.key}/${kind}`,
    label: index === 0 && item.edits !== false ? words.edit : anyFormLabel(kind, facts),
    action: { form: kind, account, subject: item.key } satisfies ScreenAction,
  });
  return {
    key: item.key,
    text: item.text,
    words: item.words ?? null,
    note: authorOf(item.entry, creditor, facts),
    done: item.done,
    actions: item.done ? [] : [...item.forms.map(form), ...(item.others ?? [])],
  };
};

/** A button that opens a form anew; `key` keeps it apart from the same one elsewhere. */
export const formAction = (
  sheet: Pick<Sheet, "on" | "facts">,
  key: string,
  form: FormKind,
  subject: string | null = null,
): ActionView => ({
  key,
  label: anyFormLabel(form, sheet.facts),
  action: { form, account: sheet.on.state.account, subject },
});

export const moneyOf = (minor: number | null, currency: Currency | null): Money | null =>
  minor === null || currency === null ? null : money(minor, currency);

/** A thing, and what became of it. */
export const endedBy = (text: Sentence, end: Sentence | null): Sentence =>
  end === null ? text : say`${text} · ${end}`;

export const typed = (text: string | null): Foreign | null =>
  text === null || text.trim() === "" ? null : foreign(text);

export const invoiceNumber = ({ on }: Pick<Sheet, "on">, id: string): Foreign =>
  foreign(on.state.invoices.find(({ invoice }) => invoice === id)?.number ?? id);

export const currencyOfInvoice = ({ on }: Pick<Sheet, "on">, id: string): Currency =>
  on.state.invoices.find(({ invoice }) => invoice === id)?.currency ?? "EUR";

/** What is over stands below what still counts. */
export const openFirst = (items: readonly ItemView[]): readonly ItemView[] => [
  ...items.filter(({ done }) => !done),
  ...items.filter(({ done }) => done),
];
