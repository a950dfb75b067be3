import { answerTo, draft, quotedHtml, replySubject } from "./mailbox.ts";
import type { StoredMail } from "./mailbox.ts";
import type { Person } from "./mail.ts";
import { CODES, done, itemOf, personOf, refused } from "./pane-state.ts";
import type { AppointmentFields, CallHandler, FormAttachment, PaneState } from "./pane-state.ts";
import { listOf, textOf } from "./protocol.ts";
import type { Fields } from "./protocol.ts";

/** Attachments as office.js passes them on: a list by place, or by name in the newer form with bytes. */
const attachmentsOf = (params: Fields): readonly FormAttachment[] =>
  listOf(params["attachments"]).map((one) => {
    const [kind, name, from] = listOf(one).map(String);
    return {
      kind: kind === "item" ? "item" : kind === "base64" ? "base64" : "file",
      name: name ?? "",
      from: from ?? "",
    };
  });

const opened = (
  pane: PaneState,
  form: Partial<PaneState["forms"][number]> & { readonly kind: PaneState["forms"][number]["kind"] },
): void => {
  pane.forms.push({
    html: "",
    attachments: [],
    draft: null,
    appointment: null,
    itemId: null,
    ...form,
  });
};

const formFiles = (attachments: readonly FormAttachment[]): StoredMail["files"] =>
  attachments.map(({ name, kind, from }, rank) => ({
    id: `AAMkADForm+${String(rank)}/=`,
    name,
    type: /\.pdf$/i.test(name) ? "application/pdf" : "application/octet-stream",
    bytes: kind === "base64" ? Buffer.from(from, "base64") : Buffer.from(from),
    isInline: false,
    contentId: null,
    kind: "file",
  }));

const reply =
  (toAll: boolean): CallHandler =>
  (params, pane) => {
    const mail = itemOf(pane);
    if (mail === null) return refused(CODES.itemNotFound);
    const html = textOf(params["htmlBody"]);
    const attachments = attachmentsOf(params);
    const to = answerTo(mail);
    const others = toAll ? [...mail.to, ...mail.cc].filter(isOther(pane, to)) : [];
    opened(pane, {
      kind: toAll ? "reply-all" : "reply",
      html,
      attachments,
      itemId: mail.id,
      draft: draft(
        pane.itemMailbox,
        {
          subject: replySubject(mail.subject),
          to,
          cc: others,
          html: quotedHtml(html, mail),
          inReplyTo: mail.messageId,
          references: `${mail.references} ${mail.messageId}`.trim(),
          files: formFiles(attachments),
        },
        false,
      ),
    });
    return done();
  };

const isOther =
  (pane: PaneState, to: readonly Person[]) =>
  ({ address }: Person): boolean =>
    address !== pane.mailbox.address && !to.some((one) => one.address === address);

const newMessage: CallHandler = (params, pane) => {
  const html = textOf(params["htmlBody"]);
  const attachments = attachmentsOf(params);
  opened(pane, {
    kind: "new-message",
    html,
    attachments,
    draft: draft(
      pane.mailbox,
      {
        subject: textOf(params["subject"]),
        to: listOf(params["toRecipients"]).map(personOf),
        cc: listOf(params["ccRecipients"]).map(personOf),
        bcc: listOf(params["bccRecipients"]).map(personOf),
        html: `<html><head></head><body>${html}</body></html>`,
        files: formFiles(attachments),
      },
      false,
    ),
  });
  return done();
};

const appointmentOf = (params: Fields): AppointmentFields => ({
  subject: textOf(params["subject"]),
  body: textOf(params["body"]),
  location: textOf(params["location"]),
  start: dateOf(params["start"]),
  end: dateOf(params["end"]),
  attendees: [...listOf(params["requiredAttendees"]), ...listOf(params["optionalAttendees"])].map(
    (one) => personOf(one).address,
  ),
});

const dateOf = (value: unknown): Date | null =>
  typeof value === "number" ? new Date(value) : null;

const appointment: CallHandler = (params, pane) => {
  const fields = appointmentOf(params);
  opened(pane, { kind: "appointment", html: fields.body, appointment: fields });
  return done();
};

const message: CallHandler = (params, pane) => {
  opened(pane, { kind: "message", itemId: textOf(params["itemId"]) });
  return done();
};

/** Calls that open a form: their success is the form on the screen, no more. */
export const FORM_CALLS: Readonly<Record<number, CallHandler>> = {
  7: appointment,
  8: message,
  10: reply(false),
  11: reply(true),
  30: reply(false),
  31: reply(true),
  44: newMessage,
  177: appointment,
  178: newMessage,
  179: message,
  181: reply(false),
  182: reply(true),
  183: reply(false),
  184: reply(true),
  90181: reply(false),
  90182: reply(true),
};
