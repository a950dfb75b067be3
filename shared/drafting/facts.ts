import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language, Money } from "#shared/kernel/money.ts";
import type { DebtorKind, DisputeReason } from "#shared/kernel/parties.ts";
import type { LawCountry } from "#shared/law/regime.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";

/** Who writes. Every string is as the creditor typed it. */
export type CreditorFacts = {
  readonly name: string;
  /** Form, capital, register: `SARL au capital de 10 000 € · RCS Lyon 552 100 554`; empty where there is none. */
  readonly legalLine: string;
  /** French law asks for « EI » on every letter and mail of a sole trader (C. com. R123-238, décret 2022-725). */
  readonly soleTrader: boolean;
  readonly siren: string | null;
  readonly address: readonly string[];
  readonly iban: string | null;
  readonly bic: string | null;
  readonly phone: string | null;
  readonly email: string;
  /** The person who signs. */
  readonly signatory: string;
};

/** Who is written to. */
export type DebtorFacts = {
  readonly name: string;
  readonly kind: DebtorKind;
  readonly soleTrader: boolean;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** What stands after « Bonjour »: `Madame Martin`, `Ms Patel`, `Priya Patel` (see `salutationOf`); null writes the bare greeting. */
  readonly salutationName: string | null;
  /** For the letter on paper; empty in a mail. */
  readonly address: readonly string[];
};

/**
 * One invoice as a text names it. `open` is what may be asked for today: what is contested, held back or not due yet has
 * already been taken out. All invoices of one draft have one currency.
 */
export type InvoiceFacts = {
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly total: Money;
  readonly open: Money;
  /** Zero or less: not late. */
  readonly daysLate: number;
  /** The debtor's order number. */
  readonly order: string | null;
};

/** A part that the debtor disputes: said to be set aside, never asked for. */
export type ContestedFacts = {
  readonly number: string;
  readonly amount: Money;
  readonly reason: DisputeReason;
};

export const CHANNELS = ["mail", "call", "letter", "meeting"] as const;
export type Channel = (typeof CHANNELS)[number];

/** A promise whose date has passed without its payment. */
export type BrokenPromiseFacts = {
  readonly madeOn: CalendarDate;
  readonly by: CalendarDate;
  readonly amount: Money | null;
  readonly channel: Channel;
  readonly quote: string | null;
  /** Whether the one written to wrote or received these words; else they are never quoted. */
  readonly quotable: boolean;
};

/** The call that the mail after it sums up. `outcome` is what was said there, by kind. */
export type CallFacts = {
  readonly on: CalendarDate;
  /** The person spoken to, as shown in the mail; null where not known. */
  readonly with: string | null;
  readonly outcome:
    | { readonly type: "nobody-answered" }
    | { readonly type: "promised"; readonly by: CalendarDate; readonly amount: Money | null }
    | { readonly type: "will-check" }
    /** Somebody answered, and nothing more is known of what was said. */
    | { readonly type: "spoken" };
};

/**
 * `silent` says nothing of interest; `mentioned` says that the law gives it, with the rate where it is known; `computed`
 * and `claimed` put an amount beside or into the total.
 */
export const INTEREST_MODES = ["silent", "mentioned", "computed", "claimed"] as const;
export type InterestMode = (typeof INTEREST_MODES)[number];

/** Everything that the text of a step needs. */
export type DraftFacts = {
  readonly step: Step;
  readonly tone: Tone;
  readonly language: Language;
  readonly today: CalendarDate;
  /** The law that governs the claim. */
  readonly law: LawCountry;
  readonly creditor: CreditorFacts;
  readonly debtor: DebtorFacts;
  /** The invoices of this step, at least one. */
  readonly invoices: readonly InvoiceFacts[];
  /** Invoices below this step: a second table, without the step's tone. */
  readonly lower: readonly InvoiceFacts[];
  readonly contested: readonly ContestedFacts[];
  /** The newest payment or bank statement taken in. */
  readonly paymentsKnownOn: CalendarDate;
  /** The last reminder that named every one of `invoices`; null where there is none: « malgré notre rappel » must be true. */
  readonly previousReminderOn: CalendarDate | null;
  /** A broken promise, cited with its date; null where there is none. The mail after a call does not cite it. */
  readonly promise: BrokenPromiseFacts | null;
  /** Needed by the step `call` alone: the mail after the call. */
  readonly call: CallFacts | null;
  /** A wish, never a legal term: a working day after today. */
  readonly replyBy: CalendarDate;
  readonly interest: InterestMode;
  /** `R-` and six characters. */
  readonly reference: string;
  /** File names of the copies of invoices attached; empty: the text does not say that anything is. */
  readonly attachments: readonly string[];
};

/** What an answer to the debtor shares with a reminder. */
export type LetterFacts = Pick<
  DraftFacts,
  "language" | "today" | "creditor" | "debtor" | "paymentsKnownOn" | "reference" | "attachments"
>;

/** Answers that are no step: they ask for nothing beyond what is said here. */
export type AnswerFacts =
  | (LetterFacts & {
      readonly type: "dispute-acknowledgement";
      readonly receivedOn: CalendarDate;
      readonly contested: readonly ContestedFacts[];
      /** What the debtor wrote, if the one written to wrote or received it. */
      readonly quote: string | null;
      /** The part that nobody disputes and that is due; asked for in passing. */
      readonly undisputed: readonly InvoiceFacts[];
      /** The day by which the creditor answers on the merits. */
      readonly answerBy: CalendarDate;
    })
  | (LetterFacts & {
      readonly type: "instalments-answer";
      readonly receivedOn: CalendarDate;
      readonly invoices: readonly InvoiceFacts[];
      readonly replyBy: CalendarDate;
    })
  | (LetterFacts & {
      readonly type: "partial-payment-thanks";
      readonly paidOn: CalendarDate;
      readonly paid: Money;
      /** What went to each invoice; adds up to `paid` unless a part is not allocated yet. */
      readonly allocated: readonly { readonly number: string; readonly amount: Money }[];
      /** What stays open after it, due or not. */
      readonly remaining: readonly InvoiceFacts[];
      readonly replyBy: CalendarDate;
    })
  | (LetterFacts & {
      readonly type: "full-payment-thanks";
      readonly paidOn: CalendarDate;
      readonly paid: Money;
      readonly invoices: readonly string[];
      /**
       * What becomes of interest and compensation, said expressly. `never-due` where the debtor owes none or the payment
       * was on time; `not-asked` says nothing that gives them up.
       */
      readonly extras: "waived" | "not-asked" | "never-due";
    });
