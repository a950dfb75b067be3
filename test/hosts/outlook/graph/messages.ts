import { digest } from "../mail.ts";
import type { MailFile } from "../mail.ts";
import { textOfHtml } from "../exchange-text.ts";
import {
  answerTo,
  change,
  draft,
  mailById,
  mimeOf,
  move,
  quotedHtml,
  removeMail,
  replySubject,
  send,
} from "../mailbox.ts";
import type { Mailbox, StoredMail } from "../mailbox.ts";
import { recordOf, textOf, listOf } from "../protocol.ts";
import type { Fields } from "../protocol.ts";
import { bytes, json, nothing, objectOf, refusal } from "./exchange.ts";
import type { GraphAnswer, GraphQuestion } from "./exchange.ts";
import { filterOf, isSortable, sorted } from "./filter.ts";
import { attachmentJson, etagOf, idShown, messageJson, peopleOf } from "./message-json.ts";
import type { ExtraProperties, Shown } from "./message-json.ts";
import type { Uploads } from "./uploads.ts";

/** https://learn.microsoft.com/graph/api/attachment-createuploadsession: smaller by POST, larger by a session. */
const SMALL_BYTES_MAX = 3 * 1024 * 1024;
const PAGE_DEFAULT = 10;
const PAGE_MAX = 1000;

export type MailQuestion = {
  readonly question: GraphQuestion;
  readonly mailbox: Mailbox;
  /** The path after the mailbox, in its segments. */
  readonly path: readonly string[];
  readonly extras: ExtraProperties;
  readonly uploads: Uploads;
  /** Where the mailbox's paths begin, for links to the next page. */
  readonly root: string;
};

const shownBy = ({ question }: MailQuestion): Shown => ({
  isImmutable: /IdType\s*=\s*"ImmutableId"/i.test(question.headers["prefer"] ?? ""),
  asText: /outlook\.body-content-type\s*=\s*"text"/i.test(question.headers["prefer"] ?? ""),
  select:
    question.url.searchParams
      .get("$select")
      ?.split(",")
      .map((name) => name.trim()) ?? null,
});

export const answerMessages = (asked: MailQuestion): GraphAnswer => {
  const { path, question, mailbox } = asked;
  const [head, id, part, rest, last] = path;
  if (head === "mailFolders") return answerFolder(asked);
  if (head !== "messages") return refusal(400, "BadRequest");
  if (id === undefined) {
    if (question.method === "GET") return listed(asked, null);
    return question.method === "POST" ? created(asked) : refusal(405, "Request_BadRequest");
  }
  const mail = mailById(mailbox, id);
  // An id that was never one of this mailbox is not "not found": it cannot be read at all.
  if (mail === null && !/^AA[MkQ]/.test(id)) return refusal(400, "ErrorInvalidIdMalformed");
  if (mail === null) return refusal(404, "ErrorItemNotFound");
  if (part === undefined) return onMessage(asked, mail);
  if (part === "$value" && question.method === "GET") return bytes("text/plain", mimeOf(mail));
  if (part === "attachments") return onAttachments(asked, mail, rest, last);
  return question.method === "POST" ? act(asked, mail, part) : refusal(400, "BadRequest");
};

const answerFolder = (asked: MailQuestion): GraphAnswer => {
  const [, id, part] = asked.path;
  const { mailbox, question } = asked;
  const entries = [...mailbox.folders];
  if (id === undefined)
    return json(200, { value: entries.map(([name, key]) => ({ id: key, displayName: name })) });
  const [name] = entries.find(([known, key]) => known === id.toLowerCase() || key === id) ?? [];
  if (name === undefined) return refusal(404, "ErrorItemNotFound");
  if (part === undefined) return json(200, { id: mailbox.folders.get(name), displayName: name });
  return part === "messages" && question.method === "GET"
    ? listed(asked, name)
    : refusal(400, "BadRequest");
};

const listed = (asked: MailQuestion, folder: string | null): GraphAnswer => {
  const { question, mailbox, extras, root } = asked;
  const given = question.url.searchParams;
  const filter = given.get("$filter");
  const orderBy = given.get("$orderby") ?? "receivedDateTime desc";
  if (filter !== null && given.get("$search") !== null) return refusal(400, "SearchWithFilter");
  const top = Number(given.get("$top") ?? PAGE_DEFAULT);
  if (!Number.isInteger(top) || top < 1 || top > PAGE_MAX)
    return refusal(400, "ErrorInvalidUrlQuery");
  const wanted =
    filter === null
      ? { ok: true as const, test: () => true, fields: [] }
      : filterOf(filter, extras);
  if (!wanted.ok) return refusal(400, wanted.code);
  const order = given.get("$orderby");
  const orderFields = (order ?? "").split(",").map((one) => one.trim().split(/\s+/)[0] ?? "");
  if (order !== null && !isSortable(orderFields, wanted.fields))
    return refusal(400, "InefficientFilter");
  const found = mailbox.mails.filter(
    (mail) =>
      mail.isSaved &&
      mail.folder !== "recoverableitems" &&
      (folder === null || mail.folder === folder) &&
      wanted.test(mail),
  );
  const skip = Number(given.get("$skip") ?? 0);
  const page = sorted(found, orderBy).slice(skip, skip + top);
  const next = new URL(question.url);
  next.searchParams.set("$skip", String(skip + top));
  return json(200, {
    "@odata.context": `${root}/$metadata#messages`,
    value: page.map((mail) => messageJson(mailbox, mail, shownBy(asked))),
    ...(found.length > skip + top ? { "@odata.nextLink": next.href } : {}),
  });
};

/** What a draft is made or changed by; null where it names what cannot be written. */
const partsOf = (given: Fields, mail: StoredMail | null): Partial<StoredMail> | null => {
  const parts: Partial<StoredMail> = {};
  const isDraft = mail === null || mail.isDraft;
  for (const [name, value] of Object.entries(given)) {
    if (name === "subject" && isDraft) parts.subject = textOf(value);
    else if (name === "body" && isDraft) {
      const body = recordOf(value);
      const content = textOf(body["content"]);
      const isHtml = textOf(body["contentType"]).toLowerCase() === "html";
      parts.bodyKind = isHtml ? "html" : "text";
      // The whole of it: what was there before is gone.
      parts.html = isHtml ? content : `<html><body>${content}</body></html>`;
      parts.text = isHtml ? textOfHtml(content) : content;
    } else if (name === "toRecipients") parts.to = peopleOf(value);
    else if (name === "ccRecipients") parts.cc = peopleOf(value);
    else if (name === "bccRecipients") parts.bcc = peopleOf(value);
    else if (name === "replyTo") parts.replyTo = peopleOf(value);
    else if ((name === "from" || name === "sender") && isDraft) {
      const [person] = peopleOf([value]);
      if (person !== undefined) parts[name] = person;
    } else if (name === "internetMessageId" && isDraft) parts.messageId = textOf(value);
    else if (name === "categories") parts.categories = listOf(value).map(String);
    else if (name === "isRead") parts.isRead = value === true;
    else if (!TAKEN_ELSEWHERE.has(name)) return null;
  }
  return parts;
};

const TAKEN_ELSEWHERE = new Set([
  "importance",
  "flag",
  "singleValueExtendedProperties",
  "internetMessageHeaders",
  "isDeliveryReceiptRequested",
  "isReadReceiptRequested",
  "inferenceClassification",
]);

/** Headers of our own begin with x-; any other name is refused. */
const headersAreOwn = (given: Fields): boolean =>
  listOf(given["internetMessageHeaders"]).every((one) =>
    /^x-/i.test(textOf(recordOf(one)["name"])),
  );

const keepExtras = (extras: ExtraProperties, mail: StoredMail, given: Fields): void => {
  const own = Object.fromEntries(
    listOf(given["singleValueExtendedProperties"]).map((one) => [
      textOf(recordOf(one)["id"]),
      textOf(recordOf(one)["value"]),
    ]),
  );
  // Exchange keeps a header of a program as a named property, by which it can be found.
  const headers = Object.fromEntries(
    listOf(given["internetMessageHeaders"]).map((one) => [
      `String {00020386-0000-0000-C000-000000000046} Name ${textOf(recordOf(one)["name"])}`,
      textOf(recordOf(one)["value"]),
    ]),
  );
  extras.set(mail.immutableId, { ...extras.get(mail.immutableId), ...own, ...headers });
};

const created = (asked: MailQuestion): GraphAnswer => {
  const { question, mailbox, extras } = asked;
  const given = objectOf(question);
  const parts = given === null ? null : partsOf(given, null);
  if (given === null || parts === null) return refusal(400, "RequestBodyRead");
  if (!headersAreOwn(given)) return refusal(400, "InvalidInternetMessageHeader");
  const mail = draft(mailbox);
  change(mailbox, mail, parts);
  keepExtras(extras, mail, given);
  return json(201, messageJson(mailbox, mail, shownBy(asked)));
};

const onMessage = (asked: MailQuestion, mail: StoredMail): GraphAnswer => {
  const { question, mailbox, extras } = asked;
  const match = question.headers["if-match"];
  if (match !== undefined && match !== etagOf(mail) && question.method !== "GET")
    return refusal(412, "ErrorIrresolvableConflict");
  switch (question.method) {
    case "GET":
      return json(200, messageJson(mailbox, mail, shownBy(asked)));
    case "DELETE":
      removeMail(mailbox, mail);
      return nothing;
    case "PATCH": {
      const given = objectOf(question);
      const parts = given === null ? null : partsOf(given, mail);
      if (given === null) return refusal(400, "RequestBodyRead");
      // Only what a draft may still change; headers only when it is made (message resource).
      if (parts === null || "internetMessageHeaders" in given)
        return refusal(400, "ErrorInvalidPropertySet");
      change(mailbox, mail, parts);
      keepExtras(extras, mail, given);
      return json(200, messageJson(mailbox, mail, shownBy(asked)));
    }
    default:
      return refusal(405, "Request_BadRequest");
  }
};

const act = (asked: MailQuestion, mail: StoredMail, action: string): GraphAnswer => {
  const { question, mailbox } = asked;
  const given = objectOf(question);
  if (given === null) return refusal(400, "RequestBodyRead");
  switch (action) {
    case "createReply":
    case "createReplyAll":
      return answered(asked, mail, given, action === "createReplyAll");
    case "move": {
      const wanted = textOf(given["destinationId"]);
      const found = [...mailbox.folders].find(([name, id]) => name === wanted || id === wanted);
      if (found === undefined) return refusal(404, "ErrorItemNotFound");
      move(mailbox, mail, found[0]);
      return json(201, messageJson(mailbox, mail, shownBy(asked)));
    }
    case "send":
      if (!mail.isDraft) return refusal(400, "ErrorInvalidRequest");
      send(mailbox, mail);
      return { status: 202, headers: {}, body: "" };
    default:
      return refusal(400, "BadRequest");
  }
};

/** https://learn.microsoft.com/graph/api/message-createreply */
const answered = (
  asked: MailQuestion,
  mail: StoredMail,
  given: Fields,
  toAll: boolean,
): GraphAnswer => {
  const { mailbox, extras } = asked;
  const message = recordOf(given["message"] ?? given["Message"]);
  const comment = given["comment"] ?? given["Comment"];
  // "Specifying both will return an HTTP 400 Bad Request error."
  if (comment !== undefined && message["body"] !== undefined)
    return refusal(400, "ErrorInvalidRequest");
  const parts = partsOf(message, null);
  if (parts === null) return refusal(400, "RequestBodyRead");
  if (!headersAreOwn(message)) return refusal(400, "InvalidInternetMessageHeader");
  const reply = draft(mailbox, {
    subject: replySubject(mail.subject),
    to: answerTo(mail),
    cc: toAll ? [...mail.to, ...mail.cc].filter(({ address }) => address !== mailbox.address) : [],
    html: quotedHtml(textOf(comment), mail),
    inReplyTo: mail.messageId,
    references: `${mail.references} ${mail.messageId}`.trim(),
  });
  change(mailbox, reply, parts);
  keepExtras(extras, reply, message);
  return json(201, messageJson(mailbox, reply, shownBy(asked)));
};

const onAttachments = (
  asked: MailQuestion,
  mail: StoredMail,
  id: string | undefined,
  part: string | undefined,
): GraphAnswer => {
  const { question, mailbox, uploads } = asked;
  if (id === undefined && question.method === "GET") {
    const { select } = shownBy(asked);
    const shown = (file: MailFile): Fields => {
      const whole = attachmentJson(file, select?.includes("contentBytes") ?? true);
      if (select === null) return whole;
      const names = new Set(["@odata.type", ...select]);
      return Object.fromEntries(Object.entries(whole).filter(([name]) => names.has(name)));
    };
    return json(200, { value: mail.files.map(shown) });
  }
  if (id === undefined && question.method === "POST") {
    const given = objectOf(question);
    if (given === null) return refusal(400, "RequestBodyRead");
    const content = Buffer.from(textOf(given["contentBytes"]), "base64");
    if (given["@odata.type"] !== "#microsoft.graph.fileAttachment")
      return refusal(400, "UnableToDeserializePostBody");
    if (content.length >= SMALL_BYTES_MAX) return refusal(413, "RequestEntityTooLarge");
    const file = added(mailbox, mail, textOf(given["name"]), textOf(given["contentType"]), content);
    return json(201, attachmentJson(file, false));
  }
  if (id === "createUploadSession" && question.method === "POST") {
    const item = recordOf(recordOf(objectOf(question))["AttachmentItem"]);
    const [name, type, size] = [
      textOf(item["name"]),
      textOf(item["contentType"]),
      Number(item["size"]),
    ];
    if (name === "" || textOf(item["attachmentType"]) !== "file")
      return refusal(400, "ErrorInvalidRequest");
    if (size < SMALL_BYTES_MAX)
      return refusal(400, "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize");
    return uploads.begin("mail", size, (content) => {
      added(mailbox, mail, name, type, content);
      return {
        status: 201,
        headers: { location: `${asked.root}/messages/${idShown(mail, false)}` },
        body: "",
      };
    });
  }
  const file = mail.files.find((one) => one.id === id || attachmentJson(one, false)["id"] === id);
  if (file === undefined) return refusal(404, "ErrorItemNotFound");
  if (question.method === "DELETE") {
    change(mailbox, mail, { files: mail.files.filter((one) => one !== file) });
    return nothing;
  }
  return part === "$value"
    ? bytes("application/octet-stream", file.bytes)
    : json(200, attachmentJson(file, true));
};

const added = (
  mailbox: Mailbox,
  mail: StoredMail,
  name: string,
  type: string,
  content: Uint8Array,
): MailFile => {
  const file: MailFile = {
    id: `AAMkADGraph+${digest(`${name}${String(mail.version)}`, 24)}/=`,
    name,
    type: type === "" ? "application/octet-stream" : type,
    bytes: content,
    isInline: false,
    contentId: null,
    kind: "file",
  };
  change(mailbox, mail, { files: [...mail.files, file] });
  return file;
};
