import { bareMessageId, MAIL_LIMITS } from "./message.ts";
import type { DeliveryReport, MailAddress, MailHeader } from "./message.ts";

/** Characters of a report, of a returned header block and of a notice that are read. */
export const REPORT_CHARS_MAX = 100_000;

export type ReportSources = {
  readonly headers: readonly MailHeader[];
  readonly from: MailAddress | null;
  readonly subject: string;
  /** The text of message/delivery-status (RFC 3464), or null. */
  readonly status: string | null;
  /** The headers of the mail that came back (message/rfc822, text/rfc822-headers), or null. */
  readonly original: string | null;
  readonly text: string | null;
};

const DAEMON =
  /^(?:mailer-daemon|mail-daemon|postmaster|mdaemon|mailerdaemon|bounce|bounces|microsoftexchange[0-9a-f]+)(?:$|[^a-z0-9])/;
const NOTICE_SUBJECTS = [
  "undeliver",
  "undelivered",
  "delivery status notification",
  "delivery failure",
  "delivery report",
  "mail delivery",
  "mail could not be delivered",
  "failure delivery",
  "mail failed, returning",
  "returned mail",
  "failure notice",
  "delivery has failed",
  "email delivery failure",
  "non remis",
  "echec de la remise",
  "échec de la remise",
  "echec de remise",
  "échec de remise",
  "message non distribu",
  "unzustellbar",
  "could not send message",
  "warning: message",
];
const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;

/**
 * What the mail servers say, or null where the mail is no report of delivery. The fields of RFC 3464 come first; servers
 * that write none (qmail, older Exchange) are read by their sender, their headers and the codes in their notice.
 */
export const deliveryReportOf = (sources: ReportSources): DeliveryReport | null => {
  const header = (name: string): string | null =>
    sources.headers.find((one) => one.name.toLowerCase() === name)?.value ?? null;
  const fields = fieldsOf(sources.status ?? "");
  const kind = (header("content-type") ?? "").toLowerCase();
  // A receipt of reading or a complaint is a report of another kind (RFC 8098, RFC 5965).
  if (kind.includes("disposition-notification") || kind.includes("feedback-report")) return null;
  const local = (sources.from?.address ?? "").split("@")[0] ?? "";
  const subject = sources.subject.toLowerCase();
  const failedHeader = header("x-failed-recipients");
  const isReport = kind.includes("multipart/report") && kind.includes("delivery-status");
  const sender = (header("from") ?? "").toLowerCase();
  const isDaemon =
    DAEMON.test(local) || (sources.from === null && /mailer-daemon|postmaster/.test(sender));
  const isNotice = NOTICE_SUBJECTS.some((start) => subject.includes(start));
  const marks =
    header("x-ms-exchange-message-is-ndr") !== null ||
    failedHeader !== null ||
    /^\s*<>\s*$/.test(header("return-path") ?? "");
  const isBounce =
    sources.status !== null ||
    isReport ||
    failedHeader !== null ||
    (isNotice && (isDaemon || marks)) ||
    (isDaemon && /\b[45]\d\d[ -]/.test((sources.text ?? "").slice(0, REPORT_CHARS_MAX)));
  if (!isBounce) return null;
  const text = (sources.text ?? "").slice(0, REPORT_CHARS_MAX);
  const action = ACTIONS.find((one) => one === (fields.get("action") ?? "").toLowerCase());
  const status =
    codeIn(fields.get("status") ?? "") ??
    codeIn(fields.get("diagnostic-code") ?? "") ??
    codeIn(text);
  const recipient =
    addressIn(fields.get("final-recipient") ?? "") ??
    addressIn(fields.get("original-recipient") ?? "") ??
    addressIn(failedHeader ?? "") ??
    addressIn(text);
  const isDelay =
    action === "delayed" || (action === undefined && /^warning|delayed/.test(subject));
  const permanence =
    action === "delivered" || action === "relayed" || action === "expanded"
      ? "unknown"
      : isDelay || status?.startsWith("4") === true
        ? "transient"
        : status?.startsWith("5") === true || action === "failed"
          ? "permanent"
          : "unknown";
  return {
    action: action ?? (isDelay ? "delayed" : "failed"),
    status,
    finalRecipient: recipient,
    permanence,
    originalMessageId:
      messageIdIn(sources.original ?? "") ??
      messageIdIn(text) ??
      bareMessageId(header("in-reply-to") ?? ""),
  };
};

/** The first of each field, over all groups of recipients: one bounce of several recipients is told by its first. */
const fieldsOf = (status: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  let last = "";
  for (const line of status.slice(0, REPORT_CHARS_MAX).split(/\r\n|\r|\n/)) {
    if (/^[ \t]/.test(line) && last !== "") {
      found.set(last, `${found.get(last) ?? ""} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    last = "";
    if (name === "" || found.has(name)) continue;
    found.set(name, line.slice(colon + 1).trim());
    last = name;
  }
  return found;
};

const codeIn = (text: string): string | null =>
  /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text.slice(0, REPORT_CHARS_MAX))?.[0] ?? null;

const addressIn = (text: string): string | null => {
  const parts = text.slice(0, 20_000).split(/[\s<>()[\],;:"']+/);
  const address = parts.find((part) => {
    const at = part.indexOf("@");
    return at > 0 && part.indexOf(".", at) > at && part.length <= MAIL_LIMITS.addressChars;
  });
  return address === undefined ? null : address.toLowerCase().replace(/\.$/, "");
};

const messageIdIn = (text: string): string | null => {
  const bounded = text.slice(0, REPORT_CHARS_MAX);
  const at = bounded.search(/^[ \t>]{0,8}message-id[ \t]?:/im);
  if (at < 0) return null;
  const open = bounded.indexOf("<", at);
  if (open < 0 || open - at > 60) return null;
  return bareMessageId(bounded.slice(open, open + MAIL_LIMITS.messageIdChars));
};
