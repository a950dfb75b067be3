import type { AccountState } from "#shared/claims/account.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import type { SearchRow } from "./search-rows.ts";

/**
 * Ask, load, decide, save, act. A use case names what it needs, the host loads it in one round, `decide` answers without
 * waiting, the host appends the entries and then does the acts. The same use case runs on the asynchronous driver
 * (browser, Node) and on the synchronous one that serves only what was asked (Gmail).
 */
export type UseCase<Input, View, Refusal> = {
  /** For progress and diagnosis; never shown. */
  readonly name: string;
  readonly asks: (input: Input, ledger: string) => Asks;
  readonly decide: (input: Input, loaded: Loaded, facts: Facts) => Result<Decision<View>, Refusal>;
};

export type Asks = {
  /** Accounts by id; "all" for screens over the whole ledger. */
  readonly accounts: readonly string[] | "all";
  /** Accounts by index key (see index-keys.ts): `address:…`, `message:…`, `number:…` … */
  readonly keys: readonly string[];
  /** The search rows of the whole ledger. */
  readonly search: boolean;
  /**
   * With each account named, those of its group and those that one of its addresses is of: whether a mail comes too soon
   * is of the address, over accounts.
   */
  readonly kin?: boolean;
};

export const NOTHING_ASKED: Asks = { accounts: [], keys: [], search: false };

export type Loaded = {
  readonly ledger: string;
  readonly creditor: CreditorState;
  /** Every account asked for by id or found by a key. An asked account that does not exist is absent. */
  readonly accounts: ReadonlyMap<string, AccountState>;
  /** For each asked key that is known, the accounts that have it. */
  readonly accountsByKey: ReadonlyMap<string, readonly string[]>;
  readonly searchRows: readonly SearchRow[];
};

export type Facts = {
  /** In the creditor's time zone. */
  readonly today: CalendarDate;
  /** ISO 8601 in UTC with milliseconds. */
  readonly now: string;
  /** Author's name. */
  readonly by: string;
  /** Of the screen. */
  readonly language: Language;
  /** Fresh random runs of 32 hexadecimal digits, CHANCE_COUNT of them. */
  readonly chance: readonly string[];
};

/** How many fresh ids one decision may use. */
export const CHANCE_COUNT = 16;

export type Decision<View> = {
  readonly view: View;
  readonly entries: readonly NewEntry[];
  /** SHA-256 of bytes the host holds and must keep in the vault before the entries are appended. */
  readonly keeps: readonly string[];
  /** Done after the entries are safe, each under a key, so that twice is once. */
  readonly acts: readonly Act[];
};

export const viewOnly = <View>(view: View): Decision<View> => ({
  view,
  entries: [],
  keeps: [],
  acts: [],
});

/** What the host does in the user's mailbox or on the user's screen. */
export type Act =
  | { readonly kind: "save-draft"; readonly key: string; readonly draft: MailDraft }
  | { readonly kind: "discard-draft"; readonly key: string };

/** A mail to lie in the user's Drafts; never sent by us. */
export type MailDraft = {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly reference: string;
  /** Vault names of the files to attach. */
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string;
    readonly sha256: string;
  }[];
};
