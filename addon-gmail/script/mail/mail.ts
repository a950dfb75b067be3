import type { Act, Asks, UseCase } from "#shared/app/use-case.ts";
import type { ActFault } from "#shared/app/run.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import type { MimeRefusal } from "#shared/drafting/mime.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Message } from "#shared/mail/message.ts";
import type { Services } from "#gmail/script/google-port.ts";

/**
 * What the parts of `mail/` share, and what the cards and the desk see of them. The functions stand beside, one file an
 * idea: `open-message.ts`, `file-mail.ts`, `drafts.ts`, `sent.ts`, `looks.ts`, `labels.ts`, `diagnose.ts`.
 */

/** Why Gmail did not do what was asked; `code` is Google's own. Never a word of a mail, an address or a sum. */
export type GmailFault =
  /** No answer came at all. */
  | { readonly type: "offline" }
  /** Too many requests, or the day's share is used up. */
  | { readonly type: "throttled" }
  /** Google's own fault, which passes. */
  | { readonly type: "unavailable"; readonly status: number }
  /** The manifest's scopes, an administrator, or a message that is not of the open thread. */
  | { readonly type: "denied"; readonly code: string }
  | { readonly type: "absent" }
  | { readonly type: "too-large" }
  | { readonly type: "refused"; readonly status: number; readonly code: string }
  /** An answer that is not what Gmail's pages say. */
  | { readonly type: "unreadable" };

/**
 * A hand on the mailbox of this execution. With the event's own token it reaches the open thread; without one (the hourly
 * look) it reaches what the manifest's scopes give, which is nothing in the public one.
 */
export type Mailbox = {
  readonly services: Services;
  /** `e.gmail.accessToken`; null in a trigger. */
  readonly messageToken: string | null;
};

/** Which mail is open, out of the event: read as untrusted. */
export type OpenedIn = {
  readonly messageId: string;
  readonly threadId: string;
  readonly messageToken: string;
};

/** `openMessage(mailbox, opened)`: one REST call, one more where Gmail keeps a large text apart. */
export type OpenedMessage = {
  readonly id: string;
  readonly threadId: string;
  readonly message: Message;
  /** What the ledger is asked for: the keys of the message, and `thread:…`. */
  readonly asks: Asks;
  readonly labels: readonly string[];
  readonly isDraft: boolean;
  readonly isSent: boolean;
  /** Estimated by Gmail, bytes. */
  readonly size: number;
  /** The address that this mailbox has, as Gmail's own `Delivered-To` says; null where the mail was not delivered here. */
  readonly mailbox: string | null;
};

/** A mail with its bytes, as they lie at Google. */
export type WholeMessage = OpenedMessage & {
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

/** How a use case is run over the ledger: `GmailLedger.run`. */
export type LedgerRun = <Input, View, Refusal>(
  useCase: UseCase<Input, View, Refusal>,
  input: Input,
  options?: {
    /** Bytes to be kept, by their SHA-256. */
    readonly bytes?: ReadonlyMap<string, Uint8Array>;
    /** Gmail's threads of the mails that are written: later mails of them are known by `thread:…`. */
    readonly threads?: readonly string[];
  },
) => Result<View, Refusal | LedgerFault>;
/** Worded by whoever owns the ledger. */
export type LedgerFault = { readonly type: string };

/** `fileMessage(mailbox, run, { id, account })` and `fileThread(…)`. */
export type Filed = {
  /** As the use case says it; null where everything had been filed already. */
  readonly done: DoneView | null;
  readonly filed: number;
  readonly already: number;
  /** What was not filed, each with the reason; the rest of a long thread is `too-many` and is filed by another click. */
  readonly left: readonly {
    readonly count: number;
    /** When Google took each of them, milliseconds since 1970: which they are. */
    readonly at: readonly number[];
    readonly why:
      GmailFault | { readonly type: "too-many" } | { readonly type: "other-debtor" } | LedgerFault;
  }[];
};

/** What the vault answers for several names in one round; absent ones are null. */
export type VaultRead = (
  names: readonly string[],
) => Result<ReadonlyMap<string, Uint8Array | null>, LedgerFault>;

/** What a draft needs besides the act: all of it optional but the vault. */
export type DraftPlace = {
  /** The creditor's name, beside the address. */
  readonly senderName: string | null;
  readonly vault: VaultRead;
  /** The mail that is open, if the draft may answer in its thread. */
  readonly open: Pick<OpenedMessage, "threadId" | "message" | "mailbox"> | null;
  /** Made although nobody could tell whether the first try had succeeded: the person has looked into Drafts. */
  readonly again?: boolean;
};

/** `saveDraft(mailbox, act, place)`: twice is once. */
export type SavedDraft = {
  readonly key: string;
  /** Gmail's id of the draft, which stays while it is edited; null where only its message was found. */
  readonly id: string | null;
  readonly messageId: string;
  readonly threadId: string;
  /** Opens it in Gmail on the web: the thread it answers in, or Drafts. */
  readonly link: string;
  /** `new`: it begins a thread, or the thread of the mail it answers is not known here. */
  readonly thread: "reply" | "new" | "kept";
  /** Names of files that the draft lacks: they were not in the vault. */
  readonly notAttached: readonly string[];
};

export type DraftFault =
  | GmailFault
  | MimeRefusal
  | LedgerFault
  /** An earlier try may have made it and nobody can tell: look into Drafts, then try `again`. */
  | { readonly type: "draft-uncertain" };

/** `draftActs(mailbox, place)`: does the acts of decisions, and tells afterwards what came of each. */
export type DraftActs = {
  /** `GmailLedgerHost.act`. */
  readonly act: (act: Act) => Result<null, ActFault>;
  readonly saved: ReadonlyMap<string, SavedDraft>;
  readonly discarded: ReadonlyMap<string, "removed" | "left" | "unknown">;
  readonly faults: ReadonlyMap<string, DraftFault>;
};

/** `findSent(mailbox, run, …)`, light: drafts of ours that went out, found in the open thread. Then `fileSent(…)`. */
export type SentFound = {
  /** Oldest first, with their bytes. */
  readonly mails: readonly WholeMessage[];
  /** Keys of their drafts. */
  readonly drafts: readonly string[];
  readonly fault: GmailFault | LedgerFault | null;
};

/** What a look of the full manifest found. */
export type Looked = {
  /** Accounts that something was filed in, once a mail: "3 réponses à lire". */
  readonly filed: readonly string[];
  /** Messages whose bytes were read. */
  readonly read: number;
  readonly unreached: readonly Unreached[];
  /** Whether the look was written down: only where all of it was reached. */
  readonly isMarked: boolean;
  readonly fault: LedgerFault | null;
};

/** What was not looked at, and why: said, so that nobody takes silence for "no answer". */
export type Unreached = {
  readonly place: "mailbox" | "senders" | "drafts" | "reports" | "messages";
  /** How many senders, drafts or messages; 0 where the place itself was not reached. */
  readonly count: number;
  readonly why: GmailFault | { readonly type: "too-many" } | { readonly type: "out-of-time" };
};

/** One service on the real account; `ms` null: not tried, as nothing is open. */
export type Timed = {
  readonly call: TimedCall;
  readonly ms: number | null;
  readonly fault: GmailFault | { readonly type: "failed" } | null;
};

export type TimedCall =
  | "properties"
  | "property-write"
  | "cache-read"
  | "cache-write"
  | "lock"
  | "message"
  | "raw"
  | "thread"
  | "drive"
  | "drive-parallel"
  | "hash"
  | "gzip"
  | "ledger"
  | "part";
