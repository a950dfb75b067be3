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
  /** Said in a letter; null where not known. */
  readonly siren: string | null;
};

/** The only account to pay where the invoices were assigned to a factor or a bank: paying the creditor frees nobody. */
export type PayeeFacts = {
  readonly name: string;
  readonly iban: string | null;
  readonly bic: string | null;
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
  /** The assignment it is under; null: it is the creditor's own. One draft speaks of one assignment alone. */
  readonly assignment: string | null;
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

/** One line of the statement: a principal, at one rate, over days that are both counted. `basisPoints` 1240 is 12.40 %. */
export type StatementLine = {
  readonly number: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: number;
  readonly principal: Money;
  readonly basisPoints: number;
  readonly interest: Money;
};

/** Interest and fixed compensation for the invoices of a draft, worked out to a day. */
export type ChargesFacts = {
  readonly on: CalendarDate;
  readonly interest: Money;
  /** Null: the law gives none, or none that is known. Never of a consumer nor of a non-professional legal person. */
  readonly compensation: Money | null;
  /** How many invoices bear it. */
  readonly compensated: number;
  /** Interest of each day after `on`; null where a rate of the days to come is not known. */
  readonly perDay: Money | null;
  readonly lines: readonly StatementLine[];
  readonly basis: "act/365" | "act/act";
  /** What a payment was first set against. */
  readonly order: "principal-first" | "interest-first";
};

/** How a letter goes, which its text and its envelope both say. */
export type LetterWay = "registered" | "registered-electronic" | "by-hand" | "simple";

/** What the printed letter and the formal notice say beyond a mail. */
export type PaperFacts = {
  /** Days of the formal notice's time limit, from first presentation. */
  readonly days: number;
  readonly way: LetterWay;
  /** Days on which these invoices were reminded, oldest first. */
  readonly remindedOn: readonly CalendarDate[];
  /** Payments received on these invoices, oldest first. */
  readonly payments: readonly {
    readonly number: string;
    readonly on: CalendarDate;
    readonly amount: Money;
  }[];
  /** Of consumer disputes (C. conso L616-1, R616-1). */
  readonly mediator: { readonly name: string; readonly site: string } | null;
};

/** A formal notice that went out, and what is proven of it. Nulls: not known. */
export type NoticeProof = {
  readonly on: CalendarDate;
  readonly way: LetterWay | null;
  /** As the carrier gives it. */
  readonly number: string | null;
  readonly presentedOn: CalendarDate | null;
  readonly came: {
    readonly kind: "receipt" | "refusal" | "unclaimed";
    readonly on: CalendarDate;
  } | null;
};

/** What the last notice before an action rests on. */
export type LastNoticeFacts = {
  /** Formal notices behind these invoices, oldest first; each invoice has one of them. */
  readonly notices: readonly NoticeProof[];
  /** The last day to pay: an open day. */
  readonly until: CalendarDate;
  /** The creditor has said that the court will be asked; else nothing is announced. */
  readonly intendsCourt: boolean;
  /** Of consumer disputes (C. conso L616-1, R616-1). */
  readonly mediator: PaperFacts["mediator"];
};

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
  /** Basis points agreed in the contract; null: the rate of the law. */
  readonly contractRate: number | null;
  /** Needed where `interest` is computed or claimed. */
  readonly charges: ChargesFacts | null;
  /** Needed where the invoices are assigned. */
  readonly payee: PayeeFacts | null;
  /** Needed by a printed letter and by a formal notice. */
  readonly paper: PaperFacts | null;
  /** Needed by the step `last-notice` alone. */
  readonly lastNotice: LastNoticeFacts | null;
  /** `R-` and six characters. */
  readonly reference: string;
  /** File names of the copies of invoices attached; empty: the text does not say that anything is. */
  readonly attachments: readonly string[];
};

/** What an answer to the debtor shares with a reminder. */
export type LetterFacts = Pick<
  DraftFacts,
  | "language"
  | "today"
  | "creditor"
  | "debtor"
  | "paymentsKnownOn"
  | "payee"
  | "reference"
  | "attachments"
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
    })
  /** Somebody else chases now: nothing is asked, nothing is discussed. */
  | (LetterFacts & {
      readonly type: "handed-over";
      readonly to: string;
      readonly role: HandedTo;
      readonly email: string | null;
      readonly phone: string | null;
    })
  | (LetterFacts & {
      readonly type: "insolvency";
      readonly state: InsolvencyKind;
      readonly officer: string | null;
      /** Whether judgment and officer are known already. */
      readonly complete: boolean;
    })
  /** The complaint stands after it was looked into: a consumer is told of the mediator (C. conso L616-1, R616-1). */
  | (LetterFacts & {
      readonly type: "unresolved-complaint";
      readonly receivedOn: CalendarDate;
      readonly numbers: readonly string[];
      /** The creditor's own words on the merits. */
      readonly reason: string | null;
      readonly mediator: PaperFacts["mediator"];
      readonly law: LawCountry;
    })
  /** The rest falls due only if this stays unanswered (C. civ. 1305-4, 1231-5). */
  | (LetterFacts & {
      readonly type: "acceleration-notice";
      readonly law: LawCountry;
      readonly agreedOn: CalendarDate;
      readonly missed: { readonly by: CalendarDate; readonly missing: Money };
      /** Parts still to come, the missed one first. */
      readonly parts: readonly { readonly by: CalendarDate; readonly missing: Money }[];
      readonly until: CalendarDate;
    })
  /** To what the debtor asked: its opening and the copies sent with it. The rest is for the creditor to write. */
  | (LetterFacts & { readonly type: "reply"; readonly receivedOn: CalendarDate })
  /** Beside a letter on paper, which alone is the notice. */
  | (LetterFacts & {
      readonly type: "beside-letter";
      readonly way: LetterWay;
      readonly letterReference: string;
    })
  /** To whom the claim was handed over: what the debtor wrote, passed on. */
  | (LetterFacts & {
      readonly type: "forward";
      readonly writtenOn: CalendarDate;
      readonly subject: string | null;
      readonly open: Money | null;
    });

export type HandedTo = "lawyer" | "commissaire" | "agency";
/** Conciliation is confidential: it is never named, not even to the debtor's own staff. */
export type InsolvencyKind =
  "safeguard" | "receivership" | "liquidation" | "conciliation" | "over-indebtedness";
