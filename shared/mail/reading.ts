import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";

/** Where words stand: UTF-16 offsets into the new words or the subject, `to` excluded. */
export type WordSpan = {
  readonly of: "newWords" | "subject";
  readonly from: number;
  readonly to: number;
};

/** What a tag or value rests on: the exact words, or a header line, and the rule that fired. */
export type Ground = {
  /** What it grounds: a tag, or a value such as `promise.by`. */
  readonly of: string;
  readonly quote: string;
  /** Null where the ground is a header or a report, which `quote` then shows. */
  readonly span: WordSpan | null;
  readonly rule: string;
};

export type ReadPart = { readonly by: CalendarDate | null; readonly amountMinor: number | null };

export type ReadPromise = ReadPart & {
  /** Several dated sums: all of them, the first among them. */
  readonly parts?: readonly ReadPart[];
};

export type Reading = {
  readonly tag: Tag;
  readonly also: readonly Tag[];
  /** Every tag that has a ground, the first one first. */
  readonly tags: readonly { readonly tag: Tag; readonly grounds: readonly Ground[] }[];
  readonly confidence: "sure" | "likely" | "unsure";
  readonly promise?: ReadPromise;
  readonly paid?: { readonly on: CalendarDate | null; readonly amountMinor: number | null };
  readonly dispute?: { readonly reason: DisputeReason };
  /** Numbers of the claim's invoices that the new words or the subject name, as the claim writes them. */
  readonly invoices: readonly string[];
  /** A new address to write to. */
  readonly contact?: string;
  /** The return date of an absence. */
  readonly back?: CalendarDate;
  /** The mail gives bank details that are not the creditor's: somebody may be posing as the creditor. */
  readonly fraud?: { readonly iban: string };
  readonly grounds: readonly Ground[];
};

export type ReadingInvoice = {
  readonly number: string;
  readonly totalMinor: number;
  readonly dueOn: CalendarDate;
};

export type ReadingContext = {
  /** The day of the mail; dates in its words are counted from it. */
  readonly sentOn: CalendarDate;
  readonly currency: Currency;
  readonly invoices: readonly ReadingInvoice[];
  readonly ownAddresses: readonly string[];
  /** The creditor's IBANs, in any spacing. */
  readonly knownIbans: readonly string[];
};
