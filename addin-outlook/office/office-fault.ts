import type { OutlookAbility, OutlookFault } from "#outlook/outlook.ts";

/** What Office says of a call that failed. Its message is left aside: it is localised, and may repeat what was passed. */
export type OfficeError = { readonly code?: unknown; readonly name?: unknown };

/** Characters of an error's name that are kept: names are words like `InvalidAttachmentId`. */
const NAME_CHARS_MAX = 60;

/** Bytes of all files on one mail (Outlook on the web and new Outlook). */
export const ATTACHMENT_BYTES_MAX = 25 * 1024 * 1024;
/** Files on one mail, in the same clients. */
export const ATTACHMENTS_MAX = 499;
/** Recipients of one field that the calls take. */
export const RECIPIENTS_MAX = 100;

/** 5000 the host has no such method, 9032 not on this surface, 9055 not in shared folders. */
const UNSUPPORTED = new Set([5000, 9032, 9055]);
/**
 * 7000 permission of the manifest, 9017 restricted by the administrator, 9018 no token, 9038 rights on this item, 9047
 * extended permission, 9048 token without item, 9053 attachment not ours to read, 13012 sign-in not possible here.
 */
const DENIED = new Set([7000, 9017, 9018, 9038, 9047, 9048, 9053, 13012]);
/** 5011 and 5012: Office's own limits of time. */
const TIMED_OUT = new Set([5011, 5012]);

/** The fault that an error of Office means. `ability` is what the call is for, where a client may lack it. */
export const faultOfError = (
  error: OfficeError | null | undefined,
  ability?: OutlookAbility,
): OutlookFault => {
  const code = typeof error?.code === "number" ? error.code : null;
  const detail = nameOf(error);
  if (code === null) return { type: "failed", code, detail };
  if (code === 9030) return { type: "item-changed" };
  if (code === 9041) return { type: "offline" };
  if (TIMED_OUT.has(code)) return { type: "timed-out" };
  if (DENIED.has(code)) return { type: "denied", code };
  if (UNSUPPORTED.has(code) && ability !== undefined) return { type: "unsupported", ability };
  if (code === 9000) return { type: "too-large", limit: ATTACHMENT_BYTES_MAX, what: "bytes" };
  if (code === 9001) return { type: "too-large", limit: ATTACHMENTS_MAX, what: "files" };
  if (code === 9012) return { type: "too-large", limit: RECIPIENTS_MAX, what: "recipients" };
  return { type: "failed", code, detail };
};

/**
 * The fault that an exception means, which Office throws before it asks the host. A method that is not there is a
 * TypeError of the engine; arguments have names in `Sys.`; what is left is a permission that the manifest lacks, whose
 * text is localised, or an item that has just gone.
 */
export const faultOfThrown = (thrown: unknown, ability?: OutlookAbility): OutlookFault => {
  if (thrown instanceof TypeError && ability !== undefined) return { type: "unsupported", ability };
  const detail = nameOf(thrown);
  if (thrown instanceof TypeError || detail.startsWith("Sys."))
    return { type: "failed", code: null, detail };
  // This one sentence of office.js is not localised.
  const isItemGone = thrown instanceof Error && thrown.message.startsWith("Invalid operation");
  return isItemGone ? { type: "item-changed" } : { type: "denied", code: null };
};

const nameOf = (error: unknown): string => {
  const name = typeof error === "object" && error !== null && "name" in error ? error.name : "";
  return typeof name === "string" ? name.slice(0, NAME_CHARS_MAX) : "";
};
