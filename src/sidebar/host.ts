import type { ReadonlySignal } from "@preact/signals";
import type { Run } from "#shared/app/run.ts";
import type { StoragePlace } from "#shared/app/settings-view.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Obtained } from "#shared/claims/events.ts";
import type { Message } from "#shared/mail/message.ts";

/**
 * What a host (the workbench, Outlook's pane, Gmail's overlay page) gives to the sidebar and the desk. They know this
 * and the view models, and nothing else: no store, no mailbox API, no History API, no `confirm`.
 */
export type Host = {
  readonly run: Run;
  /** Rises whenever the ledger changed, by this page, another tab or a merge: screens draw again. */
  readonly version: ReadonlySignal<number>;
  /** Whether this page made that change itself, outside the pane too; where unknown, only the pane's own acts count. */
  readonly isOwnVersion?: (version: number) => boolean;
  readonly today: () => CalendarDate;
  readonly language: ReadonlySignal<Language>;
  readonly setLanguage: (language: Language) => void;
  /** Who signs the entries; empty until the first run has asked. */
  readonly author: ReadonlySignal<string>;
  readonly setAuthor: (name: string) => void;
  /** Null: no ledger has been begun in this store. */
  readonly ledger: ReadonlySignal<string | null>;
  /**
   * Makes the store a writer of a new ledger; the first run then opens it. `said`: in the host's own words, why not, or that
   * one lay there already and was taken up again, which is not opened a second time.
   */
  readonly beginLedger: () => Promise<{
    readonly ok: boolean;
    readonly detail?: string;
    readonly said?: Sentence;
  }>;
  /** The mail that is open in the mailbox; null when none is. */
  readonly openMail: ReadonlySignal<OpenMail | null>;
  /**
   * The open mail with its bytes, found to be the open one still: asked before anything is written of it. Undefined where
   * every open mail has its bytes from the start.
   */
  readonly wholeMail?: (mail: OpenMail) => Promise<Result<OpenMail, Sentence>>;
  /**
   * How a draft of this account would begin from here, where that is worth knowing beforehand: a new thread, files to be
   * attached by hand.
   */
  readonly draftWay?: (account: string) => Promise<DraftNote | null>;
  /** The same, of every draft that begins from a list. */
  readonly draftNote?: ReadonlySignal<DraftNote | null>;
  /** Shows a mail of the mailbox; false where the host cannot. */
  readonly goToMail: (messageId: string) => Promise<boolean>;
  /** Opens a draft prepared earlier, by the draft's id; false where it is no longer there. */
  readonly openDraft: (draft: string) => Promise<boolean>;
  /** Read anew at every drawing: signing in or out changes it while the page is open. */
  readonly can: HostAbilities;
  /** Hands a file to the person. */
  readonly download: (name: string, type: string, bytes: Uint8Array) => Promise<void>;
  /**
   * Opens a page that prints by itself (`printPageHtml`: no script, nothing loaded) where a person can print it; false
   * where that was refused. Undefined where the host has no such place: it is then handed over as a file.
   */
  readonly print?: (html: string, name: string) => Promise<boolean>;
  /** Bytes of the vault; null where they are not here. */
  readonly evidence: (sha256: string) => Promise<Uint8Array | null>;
  /** A word on where the data lies, shown in settings and when storage is refused. */
  readonly storage: ReadonlySignal<StorageWord>;
  readonly storagePlace: ReadonlySignal<StoragePlace>;
  /** One file with everything; and back. */
  readonly backup: () => Promise<BackupOutcome>;
  readonly restore: (bytes: Uint8Array) => Promise<BackupOutcome>;
  /** One file that tells of these accounts only, for somebody else's ledger to take in by `restore`. */
  readonly extract: (accounts: readonly string[]) => Promise<BackupOutcome>;
  /** Chain and discrepancies, in words. */
  readonly check: () => Promise<readonly Own[]>;
  /** The untouched mails of an account with their hashes and a chronology, as one file. */
  readonly exportThread: (account: string) => Promise<BackupOutcome>;
  /** Addresses that are likely the person's own, most likely first: the first run begins with them. */
  readonly likelyAddresses?: readonly string[];
  /** What the mailbox calls the person: the first run begins with it too. */
  readonly likelyName?: string;
  /** What was typed in the host's own search field: the pane shows its search for every new object. */
  readonly searchAsked?: ReadonlySignal<{ readonly query: string } | null>;
  /** Opens the desk's page where it is apart from the pane; undefined where desk and pane are one. */
  readonly openDesk?: (page: string) => void;
};

/** What is worth knowing of a draft before it is begun; `warning`: what may make it a wrong one. */
export type DraftNote = { readonly text: Sentence; readonly warning: Sentence | null };

export type HostAbilities = {
  /** Writes drafts by itself: "Tout préparer"; else "Commencer", one form at a time. */
  readonly writesDrafts: boolean;
  /** Looks for answers in the mailbox by itself. */
  readonly looksForAnswers: boolean;
};

/** A mail as the host has it open. Everything in `message` is from outside. */
export type OpenMail = {
  /** Changes with every mail shown, even the same one again. */
  readonly key: string;
  readonly message: Message;
  readonly bytes: Uint8Array | null;
  readonly sha256: string | null;
  readonly size: number;
  readonly obtained: Obtained;
};

export type StorageWord = {
  readonly tone: "good" | "warning" | "danger";
  readonly text: Own;
};

export type BackupOutcome =
  | {
      readonly ok: true;
      readonly text: Own;
      readonly file?: { readonly name: string; readonly bytes: Uint8Array };
    }
  | { readonly ok: false; readonly text: Own };
