import type { NewForm, OutlookFault, OutlookFile } from "#outlook/outlook.ts";
import { ATTACHMENTS_MAX, ATTACHMENT_BYTES_MAX, RECIPIENTS_MAX } from "./office-fault.ts";

/** Characters of a form's body: "32 KB" in Microsoft's words, and characters in office.js. */
export const FORM_CHARS_MAX = 32 * 1024;
/** Characters that can be put into a draft at once. */
export const BODY_CHARS_MAX = 1_000_000;
const SUBJECT_CHARS_MAX = 255;
export const FILE_NAME_CHARS_MAX = 255;

/** What office.js would refuse by an exception, and some clients by doing nothing, is refused before it is asked. */
export const tooMuchText = (text: string, max: number): OutlookFault | null =>
  text.length > max ? { type: "too-large", limit: max, what: "text" } : null;

export const tooLongSubject = (subject: string): OutlookFault | null =>
  subject.length > SUBJECT_CHARS_MAX
    ? { type: "too-large", limit: SUBJECT_CHARS_MAX, what: "subject" }
    : null;

export const tooManyRecipients = (form: Pick<NewForm, "to" | "cc">): OutlookFault | null =>
  form.to.length > RECIPIENTS_MAX || form.cc.length > RECIPIENTS_MAX
    ? { type: "too-large", limit: RECIPIENTS_MAX, what: "recipients" }
    : null;

export const tooManyFiles = (files: readonly OutlookFile[]): OutlookFault | null => {
  if (files.length > ATTACHMENTS_MAX)
    return { type: "too-large", limit: ATTACHMENTS_MAX, what: "files" };
  const bytes = files.reduce((sum, one) => sum + one.bytes.length, 0);
  return bytes > ATTACHMENT_BYTES_MAX
    ? { type: "too-large", limit: ATTACHMENT_BYTES_MAX, what: "bytes" }
    : null;
};

/** A name within the limit that keeps its ending, by which clients choose how to open it. */
export const fileNameWithin = (name: string): string => {
  if (name.length <= FILE_NAME_CHARS_MAX) return name;
  const dot = name.lastIndexOf(".");
  const ending = dot > 0 && name.length - dot <= 12 ? name.slice(dot) : "";
  return name.slice(0, FILE_NAME_CHARS_MAX - ending.length) + ending;
};
