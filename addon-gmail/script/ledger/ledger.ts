import type { MergeRefusal } from "#shared/ledger/merge.ts";
import type { ActFault } from "#shared/app/run.ts";
import type { Suggest, TodayView } from "#shared/app/today-list.ts";
import type { Act, Facts, UseCase } from "#shared/app/use-case.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import type { Witness } from "#shared/ledger/heads.ts";
import type { LedgerCore } from "./core-port.ts";

/**
 * The ledger of one user of Gmail: journal and vault in the visible folder `Relance` of the user's Drive, and beside them
 * only what can be worked out again (docs/decisions/0021-gmail.md). Everything answers at once, as Apps Script does.
 * It is opened once an execution by `openGmailLedger` (open-ledger.ts) and reads the user's properties once.
 */
export type GmailLedger = {
  /** Where this writer stands; null: no ledger has been begun here. */
  readonly tip: () => Tip | null;
  /** Who the creditor is, without Drive wherever it fits into the properties. */
  readonly creditor: () => Result<CreditorState, GmailLedgerFault>;
  /**
   * Makes this user a writer of a new ledger. Where files of an earlier one lie in Drive (the properties were lost), that
   * one is taken up again and nothing is begun: `recovered`. With `named`, a writer of that ledger: one about to be taken in.
   */
  readonly begin: (
    named?: string,
  ) => Result<{ readonly tip: Tip; readonly recovered: boolean }, GmailLedgerFault>;
  /**
   * Whether a mail with these keys may be of somebody known: a look into the table of the properties, without Drive. False
   * is sure; true is wrong for less than one mail in a hundred.
   */
  readonly mayKnow: (keys: readonly string[]) => boolean;
  /** Asks, loads, decides, keeps bytes, appends, acts. Nothing is half done: a fault says what to try again. */
  readonly run: <Input, View, Refusal>(
    useCase: UseCase<Input, View, Refusal>,
    input: Input,
    options?: GmailRunOptions,
  ) => Result<View, Refusal | GmailLedgerFault>;
  /** The list of today as it was last worked out, from the properties alone; null: never, or of another version. */
  readonly summary: () => StoredToday | null;
  /**
   * The hourly work, and what makes a ledger whole again after a merge or a loss: goes on where the last one stopped, ends
   * before `until` (milliseconds since 1970) and says what is left.
   */
  readonly refold: (until: number) => Result<RefoldProgress, GmailLedgerFault>;
  /** Takes in entries of others (a backup, Outlook's): the union by hash. Until `refold` is done, `run` may say that it is not. */
  readonly takeIn: (
    texts: readonly string[],
  ) => Result<{ readonly added: number }, GmailLedgerFault | MergeRefusal>;
  /** Every entry here, in the ledger's order. Reads the whole journal. */
  readonly entries: () => Result<readonly Entry[], GmailLedgerFault>;
  /** Names of the segments here, and the text of some: a backup and a check are made in pieces. */
  readonly segmentNames: () => Result<readonly string[], GmailLedgerFault>;
  readonly segmentTexts: (
    names: readonly string[],
  ) => Result<ReadonlyMap<string, string>, GmailLedgerFault>;
  readonly vault: GmailVault;
  /** The last head kept elsewhere that this ledger was told of. */
  readonly witness: () => Witness | null;
  readonly keepWitness: (witness: Witness) => Result<null, GmailLedgerFault>;
  /** Finds the files that we made, where the properties or the hidden data were lost, and works everything out again. */
  readonly recover: (until: number) => Result<RefoldProgress, GmailLedgerFault>;
  /** How many of the folders, the tail and the newest segments lie in Drive's bin, where they can be used until it is emptied. */
  readonly inBin: () => Result<number, GmailLedgerFault>;
  /** Takes them out of it; how many still lie there. */
  readonly takeOutOfBin: () => Result<number, GmailLedgerFault>;
  /** Sizes and counts, for the diagnosis. No names. */
  readonly size: () => LedgerSize | null;
};

export type GmailVault = {
  /** Bytes by SHA-256, in one parallel round; null: not here. */
  readonly get: (
    names: readonly string[],
  ) => Result<ReadonlyMap<string, Uint8Array | null>, GmailLedgerFault>;
  /** Keeps bytes without an entry (a restore): those that are here are left. Refused where a name is not their hash. */
  readonly keep: (blobs: ReadonlyMap<string, Uint8Array>) => Result<null, GmailLedgerFault>;
  readonly names: () => Result<readonly string[], GmailLedgerFault>;
};

export type GmailRunOptions = {
  /** Bytes to keep, by their SHA-256. */
  readonly bytes?: ReadonlyMap<string, Uint8Array>;
  /** Threads of Gmail that what is written belongs to: later mails of them are known by `thread:<id>`. */
  readonly threads?: readonly string[];
};

/** The key by which a mail of a known thread is known, whoever writes in it. */
export const threadKey = (thread: string): string => `thread:${thread}`;

/** What only the composition knows. */
export type GmailLedgerHost = {
  /** The day is the creditor's, so its state is given. */
  readonly facts: (creditor: CreditorState) => Omit<Facts, "chance">;
  /** Changes whenever the code that folds does: what other code folded is folded again. */
  readonly build: string;
  /** Does one act in the mailbox, once for a key however often it is asked. */
  readonly act: (act: Act) => Result<null, ActFault>;
  /** What folds entries and works out the day: heavy, and fetched when something is written. */
  readonly core: () => LedgerCore;
  /** What is proposed for replies in the list of today (`readingFor`), where the rules of reading are at hand; else none is. */
  readonly suggest?: () => Suggest;
};

/** The list of today as the properties keep it. */
export type StoredToday = {
  readonly view: TodayView;
  /** Rows beyond those that are kept: the desk has them. */
  readonly more: number;
  /** The day that it is of: where it is not today any more, the list is to be worked out anew. */
  readonly date: CalendarDate;
  readonly language: Language;
  /** When it was last changed, milliseconds since 1970. */
  readonly at: number;
  /** Something changed since that moves every account (answers looked for, payments known): `refold` works it out anew. */
  readonly due: boolean;
};

export type RefoldProgress = {
  readonly done: boolean;
  /** Of how many steps, for a line that says how far it is. */
  readonly steps: number;
  readonly stepsDone: number;
};

export type LedgerSize = {
  readonly entries: number;
  readonly accounts: number;
  readonly shards: number;
  readonly keys: number;
  /** Files of the journal that were gone when `recover` went on without them. */
  readonly missingFiles: number;
  /** Characters of all user properties. */
  readonly propertyChars: number;
};

/** Why the ledger did not do what was asked. Worded by locales (gmail-ledger.ts); `detail` is for the diagnosis. */
export type GmailLedgerFault =
  | { readonly type: "ledger-not-begun" }
  /** Another execution is writing. */
  | { readonly type: "lock-busy" }
  /** Drive did not answer. */
  | { readonly type: "drive-offline"; readonly detail: string }
  /** Drive said no: a right that was taken back, too many requests, an error of its own. */
  | { readonly type: "drive-refused"; readonly status: number; readonly detail: string }
  | { readonly type: "drive-full" }
  /** Drive asks to be asked less often. */
  | { readonly type: "drive-busy" }
  /** A folder of ours was deleted for good, and whatever lay in it; `recover` makes it anew. */
  | { readonly type: "folder-gone" }
  /** A file of the journal is gone or is not what was written; `files` of them. */
  | { readonly type: "journal-damaged"; readonly files: number; readonly detail: string }
  /** What the core works on is being worked out again from the journal; the hourly job goes on with it. */
  | { readonly type: "ledger-rebuilding"; readonly stepsDone: number; readonly steps: number }
  /** No answer came while it was written: it may be in the ledger or not, and the next card knows. */
  | { readonly type: "write-uncertain" }
  /** A ledger was found, and all of it in Drive's bin: `recover` takes it out, emptying the bin lets begin anew. */
  | { readonly type: "ledger-in-bin" }
  /** Files of several ledgers lie in this Drive. */
  | { readonly type: "several-ledgers"; readonly ledgers: readonly string[] }
  /** What was handed over to be taken in are no segments, so many of them; nothing of it was. */
  | { readonly type: "segments-unreadable"; readonly count: number }
  /** The user properties are full: older things must go first. */
  | { readonly type: "properties-full" }
  /** The use case names bytes that the caller did not bring, or their name is not their hash. */
  | { readonly type: "bytes-missing"; readonly sha256: string }
  | ActFault;
