import type { Own, Shown } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";

export type Column = { readonly title: Own; readonly align: "start" | "end" };

/**
 * A letter before it has a form. Text and HTML are both made from these, so that the two parts of a mail can never say
 * different things.
 */
export type Block =
  /** `weight` is for paper: the sentence that the letter is about, or a note on how figures were made. */
  | { readonly type: "paragraph"; readonly words: Sentence; readonly weight?: "strong" | "small" }
  | { readonly type: "list"; readonly items: readonly Sentence[] }
  | {
      readonly type: "table";
      readonly caption: Own | null;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Shown[])[];
      /** Label and amount under the last column; null where the table has one row. */
      readonly total: { readonly label: Own; readonly amount: Own } | null;
    }
  /** What makes up a total, one line each. */
  | {
      readonly type: "sums";
      readonly rows: readonly { readonly label: Sentence; readonly amount: Own }[];
      /** One a currency: they are never added. */
      readonly totals: readonly { readonly label: Sentence; readonly amount: Own }[];
    }
  /** Lines kept together: the addressee of a letter, who signs, the foot with our reference. */
  | {
      readonly type: "lines";
      readonly role: "addressee" | "signature" | "foot";
      readonly lines: readonly Sentence[];
    };

/**
 * One drafted message. `subject` is the subject of a new mail, without `Re:` and without line breaks; `text` has LF
 * line ends; `html` is a fragment with inline styles, every string in it escaped.
 */
export type Draft = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly blocks: readonly Block[];
};
