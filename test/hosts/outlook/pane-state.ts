import type { Permission, Surroundings } from "./items.ts";
import type { Person } from "./mail.ts";
import type { Mailbox, StoredMail } from "./mailbox.ts";
import { textOf } from "./protocol.ts";
import type { Fields } from "./protocol.ts";

/** What Outlook opened for the add-in: a form on the screen. Nothing of it is sent, and none is saved by the call. */
export type OpenedForm = {
  readonly kind: "reply" | "reply-all" | "new-message" | "appointment" | "message";
  /** As the add-in gave it. */
  readonly html: string;
  readonly attachments: readonly FormAttachment[];
  /** The form as it stands on the screen, recipients and quoted mail filled in by Outlook. */
  readonly draft: StoredMail | null;
  readonly appointment: AppointmentFields | null;
  readonly itemId: string | null;
};

export type FormAttachment = {
  readonly name: string;
  readonly kind: "file" | "item" | "base64";
  /** An address, an id, or the bytes as base64. */
  readonly from: string;
};

export type AppointmentFields = {
  readonly subject: string;
  readonly body: string;
  readonly location: string;
  readonly start: Date | null;
  readonly end: Date | null;
  readonly attendees: readonly string[];
};

/** One add-in pane in one Outlook window. */
export type PaneState = {
  readonly mailbox: Mailbox;
  readonly permission: Permission;
  readonly requirementSet: string;
  readonly surroundings: () => Surroundings;
  /** What a person may do in the mailbox that the open item lies in; 63 is everything. */
  delegatePermissions: number;
  item: StoredMail | null;
  /** Whose mailbox the item lies in. */
  itemMailbox: Mailbox;
  selected: readonly StoredMail[];
  /** By `loadItemByIdAsync`, until it is let go. */
  loaded: StoredMail | null;
  readonly forms: OpenedForm[];
  readonly notices: Map<string, Fields>;
  readonly session: Map<string, string>;
  isClosed: boolean;
};

export type Answer =
  | { readonly error: false; readonly data: unknown }
  | { readonly error: true; readonly errorCode: number }
  /** Three old calls answer in forms of their own. */
  | Fields;

export type CallHandler = (params: Fields, pane: PaneState) => Answer;

export const done = (data?: unknown): Answer => ({ error: false, data });
export const refused = (errorCode: number): Answer => ({ error: true, errorCode });

/** Codes that Outlook's clients answer with (office.js's own table of messages). */
export const CODES = {
  internal: 5001,
  unsupported: 5000,
  invalidAttachmentId: 9003,
  attachmentFailed: 9007,
  tooManyRecipients: 9012,
  token: 9018,
  properties: 9020,
  duplicateNotice: 9023,
  noSuchNotice: 9024,
  notAllowedOnItem: 9038,
  offline: 9041,
  invalidCategory: 9044,
  duplicateCategory: 9045,
  notSaved: 9046,
  itemNotFound: 9049,
  keyNotFound: 9050,
  sessionTooLarge: 9051,
} as const;

/** The item that a call is about; its absence is a fault of the caller. */
export const itemOf = (pane: PaneState): StoredMail | null => pane.item;

export const personOf = (value: unknown): Person => {
  if (typeof value === "string") return { name: value, address: value };
  const fields = typeof value === "object" && value !== null ? (value as Fields) : {};
  const address = textOf(fields["address"] ?? fields["emailAddress"]);
  const name = fields["name"] ?? fields["displayName"];
  return { name: typeof name === "string" && name !== "" ? name : address, address };
};
