import { textOfHtml } from "./exchange-text.ts";
import { fileData, itemData } from "./items.ts";
import { mailById, mimeOf } from "./mailbox.ts";
import type { StoredMail } from "./mailbox.ts";
import { CODES, done, itemOf, refused } from "./pane-state.ts";
import type { Answer, CallHandler, PaneState } from "./pane-state.ts";
import { textOf } from "./protocol.ts";

const HTML = 3;

const onItem =
  (run: (mail: StoredMail, pane: PaneState) => Answer): CallHandler =>
  (_, pane) => {
    const mail = itemOf(pane);
    return mail === null ? refused(CODES.itemNotFound) : run(mail, pane);
  };

/** Files that a sending system wrote as calendars, and mails within the mail, have forms of their own. */
const contentOf = (file: StoredMail["files"][number]): object => {
  if (file.kind === "item")
    return { format: "eml", content: Buffer.from(file.bytes).toString("utf8") };
  if (file.type === "text/calendar")
    return { format: "iCalendar", content: Buffer.from(file.bytes).toString("utf8") };
  return { format: "base64", content: Buffer.from(file.bytes).toString("base64") };
};

/** Calls that read the open item. */
export const READ_CALLS: Readonly<Record<number, CallHandler>> = {
  14: onItem((mail) => done(mail.bodyKind)),
  37: (params, pane) => {
    const mail = itemOf(pane);
    if (mail === null) return refused(CODES.itemNotFound);
    return done(params["coercionType"] === HTML ? mail.html : bodyText(mail));
  },
  99: onItem(() => done("")),
  108: onItem((_, pane) => {
    const { mailbox, itemMailbox, delegatePermissions } = pane;
    if (itemMailbox === mailbox) return refused(CODES.itemNotFound);
    return done({
      owner: itemMailbox.address,
      targetMailbox: itemMailbox.address,
      targetRestUrl: "https://outlook.office.com/api",
      delegatePermissions,
    });
  }),
  149: onItem((mail) => done(mail.files.map(fileData))),
  150: (params, pane) => {
    const file = itemOf(pane)?.files.find(({ id }) => id === textOf(params["id"]));
    return file === undefined ? refused(CODES.invalidAttachmentId) : done(contentOf(file));
  },
  164: onItem((mail) => (mail.isSaved ? done(mail.id) : refused(CODES.notSaved))),
  168: onItem((mail) => done(mail.headers)),
  90140: onItem((mail) => done(Buffer.from(mimeOf(mail)).toString("base64"))),
  90130: (_, pane) => done(pane.selected.slice(0, SELECTED_MAX).map(selectedData)),
  90150: (params, pane) => {
    // One at a time: the add-in has to let the loaded one go first.
    if (pane.loaded !== null) return refused(CODES.internal);
    const mail = mailById(pane.itemMailbox, textOf(params["itemId"]));
    const isSelected = mail !== null && pane.selected.includes(mail);
    if (!isSelected) return refused(CODES.itemNotFound);
    pane.loaded = mail;
    return done(itemData(mail, pane.surroundings()));
  },
  90151: (_, pane) => {
    if (pane.loaded === null) return refused(CODES.internal);
    pane.loaded = null;
    return done();
  },
};

/** Above a hundred nothing is given (limits for Outlook add-ins, item multi-select). */
const SELECTED_MAX = 100;

const selectedData = (mail: StoredMail): object => ({
  itemId: mail.id,
  itemMode: mail.isDraft ? "Compose" : "Read",
  itemType: "Message",
  subject: mail.subject,
  conversationId: mail.conversationId,
  internetMessageId: mail.messageId,
  hasAttachment: mail.files.some(({ isInline }) => !isInline),
});

const bodyText = (mail: StoredMail): string =>
  mail.isDraft ? textOfHtml(mail.html) : mail.text.replace(/\r?\n/g, "\r\n");
