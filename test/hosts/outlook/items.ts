import type { MailFile, Person } from "./mail.ts";
import type { Mailbox, StoredMail } from "./mailbox.ts";

/** As the host numbers them: not in the order of what they allow. */
const PERMISSION_NUMBERS = { ReadItem: 1, ReadWriteMailbox: 2, ReadWriteItem: 3 } as const;
export type Permission = keyof typeof PERMISSION_NUMBERS | "Restricted";

const ITEM_TYPE = { read: 1, compose: 4, none: 6 } as const;

/** Whether a person is one of the tenant's: 3 is someone outside. */
const recipient = ({ name, address }: Person): object => ({ name, address, recipientType: 3 });

export type Surroundings = {
  readonly mailbox: Mailbox;
  readonly permission: Permission;
  readonly timeZone: string;
  readonly accountType: string;
  /** Whose mailbox the open item lies in, where it is not the person's own. */
  readonly sharedFrom: Mailbox | null;
  /** Clients that give no id: the new Outlook on Mac at times. */
  readonly hidesIds: boolean;
};

/** What office.js is told of the pane where nothing is open. */
export const emptyData = ({ mailbox, permission, ...around }: Surroundings): object => ({
  itemType: ITEM_TYPE.none,
  permissionLevel: permission === "Restricted" ? 0 : PERMISSION_NUMBERS[permission],
  hostVersion: "20261116005.14",
  owaView: "ThreeColumns",
  userDisplayName: mailbox.name,
  userEmailAddress: mailbox.address,
  userTimeZone: around.timeZone,
  userProfileType: around.accountType,
  timeZoneOffsets: [],
  ewsUrl: "",
  restUrl: "https://outlook.office.com/api",
});

/** What office.js is told of an item when it opens: the properties of `Office.context.mailbox.item`. */
export const itemData = (mail: StoredMail, around: Surroundings): object => ({
  ...emptyData(around),
  itemType: mail.isDraft ? ITEM_TYPE.compose : ITEM_TYPE.read,
  conversationId: mail.conversationId,
  isFromSharedFolder: around.sharedFrom !== null,
  ...(mail.isDraft
    ? {}
    : {
        id: around.hidesIds ? null : mail.id,
        internetMessageId: mail.messageId,
        itemClass: itemClassOf(mail),
        subject: mail.subject,
        normalizedSubject: mail.subject.replace(/^(?:[^\s:]{1,3}\s?: ?)+/i, ""),
        from: mail.from === null ? null : recipient(mail.from),
        sender: mail.sender === null ? null : recipient(mail.sender),
        to: mail.to.map(recipient),
        cc: mail.cc.map(recipient),
        bcc: mail.bcc.map(recipient),
        // When it was made in this mailbox, which is when it came in: not the date that its sender wrote.
        dateTimeCreated: mail.createdAt,
        dateTimeModified: mail.modifiedAt,
        attachments: mail.files.map(fileData),
      }),
});

const itemClassOf = (mail: StoredMail): string =>
  /content-type:\s*multipart\/report/i.test(mail.headers) ? "REPORT.IPM.Note.NDR" : "IPM.Note";

export const fileData = (file: MailFile): object => ({
  attachmentType: file.kind === "item" ? 1 : 0,
  id: file.id,
  name: file.name,
  contentType: file.kind === "item" ? null : file.type,
  // Exchange counts its own wrapping too.
  size: file.bytes.length + 156,
  isInline: file.isInline,
  ...(file.contentId === null ? {} : { contentId: file.contentId }),
});
