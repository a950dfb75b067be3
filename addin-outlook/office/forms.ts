import type {
  AppointmentForm,
  NewForm,
  OutlookFault,
  OutlookItem,
  ReplyForm,
} from "#outlook/outlook.ts";
import { base64OfBytes } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import {
  FORM_CHARS_MAX,
  fileNameWithin,
  tooLongSubject,
  tooManyFiles,
  tooManyRecipients,
  tooMuchText,
} from "./limits.ts";
import { LONG_CALL_LIMIT_MS } from "./call.ts";
import type { Answer } from "./call.ts";
import { openForReading, refuseUnless } from "./session.ts";
import type { Session } from "./session.ts";

type Opened = Promise<Result<null, OutlookFault>>;
type Heard = (answer: Answer<unknown>) => void;

/** A file in a reply form, since Mailbox 1.15; the published types do not have it yet. */
type Base64File = {
  readonly type: "base64";
  readonly name: string;
  readonly base64file: string;
  readonly inLine: false;
};

/** A form under the open mail, to its sender alone. That it is shown is all that Outlook tells. */
export const openReplyForm = async (
  session: Session,
  item: OutlookItem,
  form: ReplyForm,
): Opened => {
  const refusal =
    refuseUnless(session, "reply-form") ??
    (form.attachments.length > 0 ? refuseUnless(session, "reply-attachments") : null) ??
    tooMuchText(form.html, FORM_CHARS_MAX) ??
    tooManyFiles(form.attachments);
  if (refusal !== null) return err(refusal);
  const live = openForReading(session, item);
  if (!live.ok) return live;
  const mail = live.value;
  const attachments = form.attachments.map((one): Base64File => ({
    type: "base64",
    name: fileNameWithin(one.name),
    base64file: base64OfBytes(one.bytes),
    inLine: false,
  }));
  // Attached by the client in its own time: the form may show before they are all there.
  const given = attachments.length === 0 ? form.html : { htmlBody: form.html, attachments };
  return shown(
    session,
    (heard) => {
      if (session.isSet(FORMS_ANSWER))
        mail.displayReplyFormAsync(given as Office.ReplyFormData, heard);
      else {
        mail.displayReplyForm(given as Office.ReplyFormData);
        heard(SHOWN);
      }
    },
    item.key,
  );
};

/** An empty form of a new mail, which begins a new thread. */
export const openNewForm = async (session: Session, form: NewForm): Opened => {
  const refusal =
    refuseUnless(session, "new-form") ??
    tooManyRecipients(form) ??
    tooLongSubject(form.subject) ??
    tooMuchText(form.html, FORM_CHARS_MAX);
  if (refusal !== null) return err(refusal);
  const { mailbox } = session;
  const given = {
    toRecipients: [...form.to],
    ccRecipients: [...form.cc],
    subject: form.subject,
    htmlBody: form.html,
  };
  return shown(session, (heard) => {
    if (session.isSet(FORMS_ANSWER)) mailbox.displayNewMessageFormAsync(given, heard);
    else {
      mailbox.displayNewMessageForm(given);
      heard(SHOWN);
    }
  });
};

/** The form of an appointment of the person alone. */
export const openAppointmentForm = async (session: Session, form: AppointmentForm): Opened => {
  const refusal =
    refuseUnless(session, "new-form") ??
    tooLongSubject(form.subject) ??
    tooMuchText(form.text, FORM_CHARS_MAX);
  if (refusal !== null) return err(refusal);
  const { mailbox } = session;
  // A fresh object: office.js writes numbers over the dates in what it is given.
  const given = (): Office.AppointmentForm => ({
    requiredAttendees: [],
    optionalAttendees: [],
    resources: [],
    location: "",
    subject: form.subject,
    body: form.text,
    start: form.start,
    end: form.end,
  });
  return shown(session, (heard) => {
    if (session.isSet(FORMS_ANSWER)) mailbox.displayNewAppointmentFormAsync(given(), heard);
    else {
      mailbox.displayNewAppointmentForm(given());
      heard(SHOWN);
    }
  });
};

/** Before this set of Mailbox a form is opened without a word of how it went. */
const FORMS_ANSWER = "1.9";
const SHOWN: Answer<unknown> = { status: "succeeded", value: null };

const shown = async (session: Session, start: (heard: Heard) => void, item?: string): Opened => {
  const answer = await session.queue.call<unknown>(start, {
    limitMs: LONG_CALL_LIMIT_MS,
    isWrite: true,
    ...(item === undefined ? {} : { item }),
  });
  return answer.ok ? ok(null) : answer;
};
