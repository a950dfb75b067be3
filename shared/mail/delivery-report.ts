import { headerLinesOf } from "./header-fields.ts";
import {
  DAEMON_LOCALS,
  DAEMON_NAMES,
  DELAY_WORDS,
  NOTICE_SUBJECTS,
  NOTICE_WORDS,
} from "./delivery-words.ts";
import { addressesOf } from "./addresses.ts";
import {
  addressIn,
  codeIn,
  deliveryFieldsOf,
  groupsInText,
  replyIn,
  worstOf,
} from "./delivery-fields.ts";
import { bareMessageId, messageIdsOf } from "./message.ts";
import type { DeliveryOutcome, DeliveryReport, MailAddress, MailHeader } from "./message.ts";

/** Characters of a report, of a returned header block and of a notice that are read. */
export const REPORT_CHARS_MAX = 100_000;
/** Characters of a notice in which words and codes are looked for: the returned mail stands below. */
const NOTICE_CHARS_MAX = 20_000;

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** The beginnings of subjects that a person's program writes before another's. */
const ANSWERS = ["re", "fw", "fwd", "tr", "rv", "aw", "wg", "rif", "i", "antw", "enc"];
const SILENT = ["noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "ne-pas-repondre"];

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

/**
 * What the mail servers say, or null where the mail is no report of delivery. The fields of RFC 3464 come first; servers
 * that write none (qmail, older Exchange) are known by marks of a machine, and read by the codes in their notice.
 */
export const deliveryReportOf = (sources: ReportSources): DeliveryReport | null => {
  const header = (name: string): string | null =>
    sources.headers.find((one) => one.name.toLowerCase() === name)?.value ?? null;
  const kind = (header("content-type") ?? "").toLowerCase();
  // A receipt of reading or a complaint is a report of another kind (RFC 8098, RFC 5965).
  if (kind.includes("disposition-notification") || kind.includes("feedback-report")) return null;
  const whole = (sources.text ?? "").slice(0, REPORT_CHARS_MAX);
  const notice = whole.slice(0, NOTICE_CHARS_MAX).toLowerCase();
  if (!isReport(sources, kind, notice, header)) return null;

  const original = headerLinesOf((sources.original ?? "").slice(0, REPORT_CHARS_MAX));
  const returned = (name: string): string =>
    original
      .filter((one) => one.name.toLowerCase() === name)
      .map((one) => one.value)
      .join(" ");
  const failedHeader = header("x-failed-recipients");
  const isDelay = isDelayed(sources.subject.toLowerCase(), notice);
  const ours = addressesOf([header("to"), header("return-path")].join(",")).map(
    (one) => one.address,
  );
  const notOurs = (address: string): boolean =>
    !ours.includes(address) && address !== sources.from?.address;
  const writtenTo = addressesOf(returned("to")).map((one) => one.address);
  const fields = deliveryFieldsOf(sources.status ?? "");
  const inText = groupsInText(whole, isDelay).filter(
    (one) => one.recipient !== null && notOurs(one.recipient),
  );
  const outcomes = fields.length > 0 ? fields : fallback(inText, failedHeader, isDelay, whole);
  const worst = worstOf(outcomes);
  const named =
    worst?.recipient ??
    addressIn(failedHeader ?? "") ??
    firstNamed(whole, notOurs, writtenTo) ??
    (writtenTo.length === 1 ? (writtenTo[0] ?? null) : null);
  const status = worst?.status ?? codeIn(whole);
  const action =
    worst === null || worst.action === "unknown" ? (isDelay ? "delayed" : "failed") : worst.action;
  const summary: DeliveryOutcome = {
    recipient: named,
    action,
    status,
    permanence: permanenceOf(action, status, worst, notice),
  };
  return {
    action: summary.action,
    status: summary.status,
    finalRecipient: summary.recipient,
    permanence: summary.permanence,
    outcomes: outcomes.length > 1 ? outcomes : [summary],
    originalMessageId:
      messageIdsOf(returned("message-id"))[0] ??
      messageIdIn(whole) ??
      bareMessageId(header("in-reply-to") ?? "") ??
      lastOf(messageIdsOf(header("references") ?? "")),
    originalReferences: messageIdsOf(`${returned("references")} ${returned("in-reply-to")}`),
  };
};

/** The marks of a report, weighed: none but the fields and X-Failed-Recipients is enough alone. */
const isReport = (
  sources: ReportSources,
  kind: string,
  notice: string,
  header: (name: string) => string | null,
): boolean => {
  if (sources.status !== null) return true;
  if (kind.includes("multipart/report") && kind.includes("delivery-status")) return true;
  if (header("x-failed-recipients") !== null) return true;
  if (header("x-ms-exchange-message-is-ndr") !== null) return true;
  if (isQueueNotice(notice)) return true;
  const local = (sources.from?.address ?? "").split("@")[0] ?? "";
  const name = (sources.from?.name ?? header("from") ?? "").toLowerCase();
  const isDaemon =
    DAEMON_LOCALS.some((one) => isNameOrPart(local, one)) ||
    DAEMON_NAMES.some((one) => name.includes(one));
  const isNullPath = (header("return-path") ?? "").trim() === "<>";
  const isSilent = SILENT.some((name) => local.startsWith(name));
  const auto = (header("auto-submitted") ?? "no").trim().toLowerCase();
  if (!isDaemon && !isNullPath && !isSilent && auto === "no") return false;
  const subject = sources.subject.toLowerCase();
  const isAnswer = ANSWERS.includes((subject.split(":")[0] ?? "").trim());
  const isNotice = NOTICE_SUBJECTS.some((words) => subject.includes(words));
  const isWorded = NOTICE_WORDS.some((words) => notice.includes(words));
  const hasCode = codeIn(notice) !== null || replyIn(notice) !== null;
  const isReturned = sources.original !== null || messageIdIn(notice) !== null;
  // Prose alone reports nothing: it takes a subject that servers write, a code, or the mail itself that came back.
  if (!isNotice && !hasCode && sources.original === null) return false;
  const points =
    (isDaemon ? 2 : 0) +
    (isNullPath ? 1 : 0) +
    (isSilent || auto !== "no" ? 0.5 : 0) +
    (kind.includes("multipart/report") ? 1 : 0) +
    (isNotice ? (isAnswer ? 0.5 : 2) : 0) +
    (isWorded ? 1.5 : 0) +
    (hasCode ? 1 : 0) +
    (isReturned ? 1 : 0);
  return points >= 3;
};

/** `bounces` and `bounces+12-34` are `bounces`; `bouncer` is a person. */
const isNameOrPart = (local: string, daemon: string): boolean =>
  local.startsWith(daemon) && !LETTERS.includes(local.charAt(daemon.length) || "-");

/** What Amazon SES hands to a queue, sent on as a mail: the report is one line of JSON. */
const isQueueNotice = (notice: string): boolean => {
  const bare = notice.slice(0, 2_000).split(" ").join("").trim();
  return bare.startsWith("{") && bare.includes('"notificationtype":"bounce"');
};

const isDelayed = (subject: string, notice: string): boolean =>
  subject.startsWith("warning") ||
  DELAY_WORDS.some((words) => subject.includes(words) || notice.includes(words));

const fallback = (
  inText: readonly DeliveryOutcome[],
  failedHeader: string | null,
  isDelay: boolean,
  text: string,
): readonly DeliveryOutcome[] => {
  if (failedHeader === null) return inText;
  return addressesOf(failedHeader).map((one) => {
    const told = inText.find((outcome) => outcome.recipient === one.address);
    const status = told?.status ?? codeIn(text);
    const action = isDelay ? "delayed" : "failed";
    return {
      recipient: one.address,
      action,
      status,
      permanence: permanenceOf(action, status, null, text),
    };
  });
};

const permanenceOf = (
  action: DeliveryOutcome["action"],
  status: string | null,
  worst: DeliveryOutcome | null,
  notice: string,
): DeliveryOutcome["permanence"] => {
  if (action === "delivered" || action === "relayed" || action === "expanded") return "unknown";
  if (action === "delayed" || status?.startsWith("4") === true) return "transient";
  if (status?.startsWith("5") === true || worst?.permanence === "permanent") return "permanent";
  if (worst?.permanence === "transient") return "transient";
  if (worst !== null && worst.action === "failed") return "permanent";
  return replyIn(notice) ?? "unknown";
};

const firstNamed = (
  text: string,
  notOurs: (address: string) => boolean,
  writtenTo: readonly string[],
): string | null => {
  const lower = text.slice(0, NOTICE_CHARS_MAX).toLowerCase();
  const named = writtenTo.find((address) => lower.includes(address));
  return named ?? addressIn(text, notOurs);
};

/** A Message-ID line in a notice, quoted or indented. */
const messageIdIn = (text: string): string | null => {
  for (const line of text.split("\n")) {
    let at = 0;
    while (at < 20 && " \t>|".includes(line.charAt(at) || "-")) at += 1;
    const bare = line.slice(at, at + 1_200);
    if (bare.slice(0, 11).toLowerCase() !== "message-id:") continue;
    const id = messageIdsOf(bare.slice(11))[0];
    if (id !== undefined) return id;
  }
  return null;
};

const lastOf = (list: readonly string[]): string | null => list[list.length - 1] ?? null;
