import type { ReadonlySignal } from "@preact/signals";
import type { Obtained } from "#shared/claims/events.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Message } from "#shared/mail/message.ts";

/**
 * Outlook as Relance sees it. `office/` is its one implementation and the only code that names Office; everything else
 * of the add-in works against this.
 */
export type Outlook = {
  readonly client: OutlookClient;
  /** What is open beside the pane; null where nothing is. Its key changes with every item, even the same one again. */
  readonly item: ReadonlySignal<OutlookItem | null>;
  /** Headers first, the body after: one mail as the core reads it. Refused by `item-changed` when another is open by then. */
  readonly readMessage: (item: OutlookItem) => Promise<Result<Message, OutlookFault>>;
  /** The bytes of the open mail, and what they are: as Exchange gives them, or put together by us from what it tells. */
  readonly evidence: (item: OutlookItem) => Promise<Result<OutlookEvidence, OutlookFault>>;
  /** Opens a form under the open mail, to its sender alone. The mailbox keeps the draft; nothing is sent. */
  readonly replyForm: (item: OutlookItem, form: ReplyForm) => Promise<Result<null, OutlookFault>>;
  /** Opens an empty form of a new mail: a new thread. */
  readonly newForm: (form: NewForm) => Promise<Result<null, OutlookFault>>;
  /** Puts recipients, subject, text above what is there, and files into the open draft, and saves it. */
  readonly insert: (item: OutlookItem, insertion: Insertion) => Promise<Result<null, OutlookFault>>;
  /** Recipients of the open draft as they stand now: read again before anything is put into it. */
  readonly recipients: (item: OutlookItem) => Promise<Result<OutlookRecipients, OutlookFault>>;
  /** Opens the form of an appointment; nothing is saved. */
  readonly appointmentForm: (form: AppointmentForm) => Promise<Result<null, OutlookFault>>;
  /** Names of categories on the open item; only those in the mailbox's own list can be put. */
  readonly categories: OutlookCategories;
  /** Calls back when other messages are selected, where this client tells; the open item is then often null. */
  readonly onSelection: (listener: () => void) => () => void;
  /** Several selected messages, read one after another; at most 100. */
  readonly selected: () => Promise<Result<readonly SelectedItem[], OutlookFault>>;
  readonly readSelected: (item: SelectedItem) => Promise<Result<OutlookEvidence, OutlookFault>>;
  /** Files of mails that were dropped on the pane. */
  readonly onDrop: (listener: (files: readonly DroppedFile[]) => void) => () => void;
  /** The mail in a dropped file: the bytes of an .eml as they are; a .msg, which holds no mail bytes, put together anew. */
  readonly readDropped: (file: DroppedFile) => Promise<Result<OutlookEvidence, DropRefusal>>;
  /** Small choices of the screen that follow the mailbox, 32 kB in all; never secrets, names or sums. */
  readonly settings: {
    readonly read: (key: string) => string | null;
    readonly write: (key: string, value: string | null) => Promise<Result<null, OutlookFault>>;
  };
  /** A page of ours in a window of its own that speaks to this pane. */
  readonly openDialog: (url: string) => Promise<Result<OutlookDialog, OutlookFault>>;
  /** The id that Graph knows the item by, in the mailbox that it lies in; null where the client gives none. */
  readonly graphItem: (
    item: OutlookItem,
  ) => Promise<{ readonly id: string; readonly mailbox: string } | null>;
};

export type OutlookClient = {
  readonly platform: "web" | "windows" | "mac" | "mobile" | "unknown";
  readonly version: string;
  /** BCP 47, of Outlook's own screens. */
  readonly language: string;
  /** The address of the person's own mailbox, lower case. */
  readonly address: string;
  readonly name: string;
  readonly can: Readonly<Record<OutlookAbility, boolean>>;
  /** Outlook's own colours, where it tells them. */
  readonly theme: ReadonlySignal<"light" | "dark" | "contrast" | null>;
};

/** Why there is no Outlook to speak to. */
export type NoOutlook =
  /** A page of its own, or another program of Office. */
  | { readonly type: "not-in-outlook" }
  /** office.js could not be loaded: no network, or a policy forbids its address. */
  | { readonly type: "office-not-loaded" }
  /** Older than Relance needs. */
  | { readonly type: "outlook-too-old"; readonly version: string };

/** What clients differ in, each found once by requirement set or by the presence of the call. */
export type OutlookAbility =
  | "headers"
  | "evidence"
  | "reply-form"
  | "new-form"
  | "reply-attachments"
  | "attach"
  | "categories"
  | "new-categories"
  | "pinning"
  | "several"
  | "drop"
  | "dialog"
  | "download"
  | "sign-in";

export type OutlookItem = {
  readonly key: string;
  readonly mode: "read" | "compose";
  /** Outlook's id; null where the client gives none (new Outlook on Mac at times). */
  readonly id: string | null;
  readonly conversationId: string | null;
  readonly internetMessageId: string | null;
  readonly subject: string;
  /** Lies in a mailbox that is not the person's own. */
  readonly isShared: boolean;
  /** The address it would be answered from; null where unknown. */
  readonly from: string | null;
};

export type OutlookEvidence = {
  readonly bytes: Uint8Array;
  readonly obtained: Obtained;
};

export type ReplyForm = {
  readonly html: string;
  readonly attachments: readonly OutlookFile[];
};
export type NewForm = {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly html: string;
};
export type OutlookRecipients = {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  /** Whom nobody else sees in it. */
  readonly bcc: readonly string[];
};
export type Insertion = NewForm & { readonly attachments: readonly OutlookFile[] };
export type OutlookFile = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};
export type AppointmentForm = {
  readonly subject: string;
  readonly text: string;
  readonly start: Date;
  readonly end: Date;
};
export type SelectedItem = {
  readonly id: string;
  readonly subject: string;
  readonly internetMessageId: string | null;
};
export type DroppedFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Beyond what is taken of one drop: it is only named, its bytes were left. */
  readonly isLeft?: true;
};

/** Why a dropped file is not read as a mail. */
export type DropRefusal =
  | { readonly type: "dropped-left" }
  | { readonly type: "dropped-not-a-mail" }
  /** Outlook's own file format, and one that we cannot read: damaged, protected, or no mail. */
  | { readonly type: "dropped-msg-unreadable" };

export type OutlookCategories = {
  readonly read: (item: OutlookItem) => Promise<Result<readonly string[], OutlookFault>>;
  readonly put: (
    item: OutlookItem,
    names: readonly string[],
  ) => Promise<Result<null, OutlookFault>>;
  readonly remove: (
    item: OutlookItem,
    names: readonly string[],
  ) => Promise<Result<null, OutlookFault>>;
  /** Adds names to the mailbox's own list; refused by `denied` without the wider permission. */
  readonly make: (names: readonly string[]) => Promise<Result<null, OutlookFault>>;
};

export type OutlookDialog = {
  readonly send: (text: string) => Result<null, OutlookFault>;
  readonly onMessage: (listener: (text: string) => void) => void;
  readonly onClosed: (listener: () => void) => void;
  readonly close: () => void;
};

/** Why Outlook did not do what was asked; `code` is Office's own. Never a word of a mail. */
export type OutlookFault =
  /** This client has no such call. */
  | { readonly type: "unsupported"; readonly ability: OutlookAbility }
  /** The manifest, a policy or the mailbox does not allow it. */
  | { readonly type: "denied"; readonly code: number | null }
  /** Another item is open than the one that was asked about. */
  | { readonly type: "item-changed" }
  /** No answer within the time that Outlook allows. */
  | { readonly type: "timed-out" }
  | { readonly type: "offline" }
  /** More than the call takes: 32 kB of text, 100 recipients, a size. */
  | {
      readonly type: "too-large";
      readonly limit: number;
      /** What the limit counts: characters of a text, a subject or all settings, recipients, files, bytes. */
      readonly what?: "text" | "subject" | "settings" | "recipients" | "files" | "bytes";
    }
  | { readonly type: "failed"; readonly code: number | null; readonly detail: string };
