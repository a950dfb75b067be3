import { digest } from "./mail.ts";
import type { MailFile, Person } from "./mail.ts";
import { htmlOfText, textOfHtml } from "./exchange-text.ts";
import { change } from "./mailbox.ts";
import type { StoredMail } from "./mailbox.ts";
import { CODES, done, personOf, refused } from "./pane-state.ts";
import type { Answer, CallHandler, PaneState } from "./pane-state.ts";
import { listOf, textOf } from "./protocol.ts";
import type { Fields } from "./protocol.ts";

const HTML = 3;
const FIELDS = ["to", "cc", "bcc"] as const;
const RECIPIENTS_MAX = 500;
/** What all the files of one mail may weigh (limits for Outlook add-ins). */
const FILES_BYTES_MAX = 25 * 1024 * 1024;

const onDraft =
  (run: (mail: StoredMail, params: Fields, pane: PaneState) => Answer): CallHandler =>
  (params, pane) => {
    const mail = pane.item;
    if (mail === null || !mail.isDraft) return refused(CODES.itemNotFound);
    return run(mail, params, pane);
  };

const fieldOf = (params: Fields): (typeof FIELDS)[number] =>
  FIELDS[Number(params["recipientField"])] ?? "to";

const setPeople = (pane: PaneState, mail: StoredMail, params: Fields, adds: boolean): Answer => {
  const field = fieldOf(params);
  const given = listOf(params["recipientArray"]).map(personOf);
  if (given.length > RECIPIENTS_MAX) return refused(CODES.tooManyRecipients);
  // Outlook resolves a name without an address to nobody.
  const people: readonly Person[] = given.filter(({ address }) => address !== "");
  change(pane.itemMailbox, mail, { [field]: adds ? [...mail[field], ...people] : people });
  return done();
};

const asHtml = (params: Fields): string =>
  params["coercionType"] === HTML
    ? textOf(params["data"])
    : `<div>${inner(htmlOfText(textOf(params["data"])))}</div>`;

const inner = (html: string): string => /<body[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ?? html;

const withBody = (html: string, around: string): string =>
  /<body[^>]*>/i.test(around)
    ? around.replace(/(<body[^>]*>)[\s\S]*(<\/body>)/i, (_, open: string, close: string) =>
        [open, html, close].join(""),
      )
    : `<html><body>${html}</body></html>`;

const setBody = (pane: PaneState, mail: StoredMail, html: string): Answer => {
  change(pane.itemMailbox, mail, { html, text: textOfHtml(html) });
  return done();
};

const addFile = (pane: PaneState, mail: StoredMail, file: MailFile): Answer => {
  const all = [...mail.files, file];
  const bytes = all.reduce((sum, one) => sum + one.bytes.length, 0);
  if (bytes > FILES_BYTES_MAX) return refused(CODES.attachmentFailed);
  change(pane.itemMailbox, mail, { files: all });
  return done(file.id);
};

const fileOf = (
  mail: StoredMail,
  name: string,
  bytes: Uint8Array,
  isInline: boolean,
): MailFile => ({
  id: `AAMkADFile+${digest(`${name}${String(mail.version)}`, 24)}/=`,
  name,
  type: /\.pdf$/i.test(name) ? "application/pdf" : "application/octet-stream",
  bytes,
  isInline,
  contentId: null,
  kind: "file",
});

/** Calls that change the open draft. */
export const COMPOSE_CALLS: Readonly<Record<number, CallHandler>> = {
  15: (params, pane) => {
    const field = fieldOf(params);
    return done(
      pane.item?.[field].map(({ name, address }) => ({ name, address, recipientType: 3 })),
    );
  },
  16: onDraft((mail, params, pane) => {
    const name = textOf(params["name"]);
    const from = Buffer.from(textOf(params["uri"]));
    return addFile(pane, mail, fileOf(mail, name, from, params["isInline"] === true));
  }),
  17: onDraft((mail, params, pane) => {
    change(pane.itemMailbox, mail, { subject: textOf(params["subject"]) });
    return done();
  }),
  18: onDraft((mail) => done(mail.subject)),
  20: onDraft((mail, params, pane) => {
    const id = textOf(params["attachmentIndex"]);
    if (!mail.files.some((file) => file.id === id)) return refused(CODES.invalidAttachmentId);
    change(pane.itemMailbox, mail, { files: mail.files.filter((file) => file.id !== id) });
    return done();
  }),
  21: onDraft((mail, params, pane) => setPeople(pane, mail, params, false)),
  22: onDraft((mail, params, pane) => setPeople(pane, mail, params, true)),
  23: onDraft((mail, params, pane) =>
    setBody(pane, mail, withBody(asHtml(params) + inner(mail.html), mail.html)),
  ),
  29: onDraft((mail, params, pane) =>
    setBody(pane, mail, withBody(asHtml(params) + inner(mail.html), mail.html)),
  ),
  32: onDraft((mail, _, pane) => {
    change(pane.itemMailbox, mail, { isSaved: true });
    return done(mail.id);
  }),
  38: onDraft((mail, params, pane) => setBody(pane, mail, withBody(asHtml(params), mail.html))),
  41: (_, pane) => {
    pane.item = null;
    return done();
  },
  107: onDraft((mail) =>
    done({ name: mail.from?.name ?? "", address: mail.from?.address ?? "", recipientType: 2 }),
  ),
  148: onDraft((mail, params, pane) => {
    const bytes = Buffer.from(textOf(params["base64String"]), "base64");
    if (bytes.length === 0) return refused(CODES.attachmentFailed);
    const file = fileOf(mail, textOf(params["name"]), bytes, params["isInline"] === true);
    return addFile(pane, mail, file);
  }),
  174: onDraft((mail) =>
    done({ coercionType: mail.bodyKind, composeType: mail.inReplyTo === "" ? "newMail" : "reply" }),
  ),
};
