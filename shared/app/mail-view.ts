import type { Currency } from "#shared/kernel/money.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Message } from "#shared/mail/message.ts";
import type { Ground } from "#shared/claims/events.ts";
import type { FourLinesView } from "./four-lines.ts";
import type { ActionView, NoticeView } from "./view-parts.ts";

export type OpenMailInput = {
  readonly message: Message;
  /** The user's own choice of the claim; null: as matched. */
  readonly account: string | null;
  /** Of the untouched bytes: a mail without Message-ID is known by them. */
  readonly sha256?: string | null;
  /** Index key of the host's own thread, where it has one: it knows an answer whose headers name no mail of ours. */
  readonly thread?: string | null;
};

/**
 * The open mail beside its claim. `state` says which face it has: a reply of a debtor (`claim`), a choice to make
 * (`choose`), a mail of nobody (`nobody`: a name field and nothing else), a mail among colleagues, one of ours, one of ours
 * that carries an invoice not yet followed, a sender set aside, or no ledger yet.
 */
export type OpenMailState =
  "claim" | "choose" | "nobody" | "internal" | "ours" | "follow" | "set-aside" | "no-ledger";

export type OpenMailView = {
  readonly kind: "open-mail";
  readonly state: OpenMailState;
  /** The mail's words are still to be read: `reading`, `follow`, notices and buttons are yet to come. */
  readonly toRead: boolean;
  readonly account: string | null;
  readonly name: Foreign | null;
  /** Which mail this is about: subject and day, so that a pane that lags behind shows it. */
  readonly about: Sentence;
  readonly lines: FourLinesView | null;
  /** Why this claim. */
  readonly matched: Sentence | null;
  readonly reading: ReadingView | null;
  readonly choices: readonly ChoiceView[];
  readonly follow: FollowView | null;
  readonly filed: FiledView | null;
  readonly notices: readonly NoticeView[];
  readonly primary: MailActionView | null;
  readonly more: readonly MailActionView[];
  /** Where there is nothing else to say. */
  readonly hint: Own | null;
};

/** What can be done about the open mail: the face adds the mail and its bytes. */
export type MailActionView =
  | ActionView
  | {
      readonly key: string;
      readonly label: Own;
      readonly mail:
        | "confirm"
        | "correct"
        | "no-effect"
        | "file"
        | "file-sent"
        | "other-claim"
        | "new-debtor"
        | "not-a-debtor"
        | "never-this-sender"
        | "follow"
        | "export";
    };

export type ChoiceView = {
  readonly key: string;
  readonly account: string;
  readonly name: Foreign;
  readonly reason: Sentence;
  readonly owes: Sentence;
};

export type ReadingView = {
  readonly tag: Tag;
  readonly also: readonly Tag[];
  readonly tagWord: Own;
  readonly confidence: "sure" | "likely" | "unsure";
  readonly confidenceWord: Own;
  /** The exact words the tag rests on; null where nothing was recognised. */
  readonly quote: Foreign | null;
  readonly grounds: readonly Ground[];
  /** The same grounds in words, each with its value: for "why". */
  readonly why: readonly Sentence[];
  readonly values: TagValues;
  /** One sentence of the values: `Promesse : 12 640,00 € au plus tard le ven. 20 nov.` */
  readonly summary: Sentence;
  readonly tags: readonly { readonly tag: Tag; readonly label: Own }[];
  readonly reasons: readonly { readonly reason: DisputeReason; readonly label: Own }[];
  readonly invoices: readonly {
    readonly invoice: string;
    readonly number: Foreign;
    readonly open: Own;
    readonly openMinor: number;
  }[];
  /** The likeliest tags first, where it must be asked; empty where one click confirms. */
  readonly likeliest: readonly { readonly tag: Tag; readonly label: Own }[];
  /** A finer reason, and who must act; null where the words tell none. */
  readonly detail: DetailView | null;
  /** Bank details in it that are not known: it must have been seen before anything is done with it from a list. */
  readonly fraud: readonly Foreign[];
  /** A sum in another currency than what is owed, as written: no amount is read of it. */
  readonly otherCurrency: Foreign | null;
  /** A death is told: nothing that the words were read as is offered first. */
  readonly tellsDeath: boolean;
  /** What the user had filed it under (`tag` null: « sans effet »); null while nobody has. */
  readonly confirmed: { readonly tag: Tag | null; readonly text: Sentence } | null;
  /** All new words, quoted history cut off. */
  readonly words: Foreign;
  /** The same words, run by run, with what rests on each. */
  readonly runs: readonly WordRun[];
  /** What was cut off: a click away, never lost. Null where nothing was. */
  readonly cutOff: { readonly signature: Foreign; readonly quoted: Foreign } | null;
};

/** `of`: what rests on these words, for a screen and its reader; null: nothing does. */
export type WordRun = { readonly text: Foreign; readonly of: Own | null };

export type DetailView = {
  readonly code: string;
  readonly mustAct: "us" | "them" | "third";
  readonly label: Own;
  readonly who: Own;
};

/** A reading as it was suggested: what is filed is set beside it. */
export type Suggestion = Pick<
  ReadingView,
  "tag" | "also" | "confidence" | "grounds" | "values" | "detail"
>;

/** Values as a form edits them; amounts in minor units of `currency`. */
export type TagValues = {
  readonly currency: Currency;
  /** Promise: last day and amount (null: the whole). */
  readonly by: CalendarDate | null;
  readonly amount: number | null;
  readonly parts: readonly { readonly by: CalendarDate; readonly amount: number }[];
  /** Dispute: reason, amount (null: the whole) and who must act. */
  readonly reason: DisputeReason;
  readonly disputed: number | null;
  readonly mustAct: "us" | "them";
  /** Out of office: back on. */
  readonly back: CalendarDate | null;
  /** The new address to write to. */
  readonly contact: string | null;
  /** Ids of the invoices meant; empty: all that is open. */
  readonly invoices: readonly string[];
};

export type FiledView = {
  readonly text: Sentence;
  readonly sha256: Own | null;
  readonly obtained: Own | null;
};

/** Prefill of "Suivre cette facture": what the mail says, the rest typed. Null: not found. */
export type FollowView = {
  readonly account: string | null;
  readonly name: string;
  readonly email: string;
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly total: number | null;
  readonly currency: Currency;
  readonly language: "fr" | "en";
  /** Words each value was read in. */
  readonly grounds: readonly Ground[];
};
