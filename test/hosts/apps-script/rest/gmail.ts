import { Buffer } from "node:buffer";
import type { Account } from "../account.ts";
import type { StoredMessage } from "../mailbox.ts";
import { api, misfits } from "../reference/discovery.ts";
import { EmulatorGap } from "../runtime/part.ts";
import type { OpenMail } from "../runtime/world.ts";
import { gmailSearch } from "./gmail-search.ts";
import {
  json,
  picked,
  refusal,
  relatedParts,
  type RestAnswer,
  type RestRequest,
  type Routed,
} from "./http.ts";
import { headersOf, mimeTree, type MimePart } from "./mime-tree.ts";

const SCOPE = "https://www.googleapis.com/auth/gmail.";
const WHOLE = ["https://mail.google.com/", `${SCOPE}readonly`, `${SCOPE}modify`];
const WRITES = ["https://mail.google.com/", `${SCOPE}compose`, `${SCOPE}modify`];
const FORMATS = ["full", "metadata", "minimal", "raw"];
/** A list of Gmail's is 100 long if nothing is said, 500 at most. */
const LIST_DEFAULT = 100;
const LIST_MAX = 500;
/** A message may have 25 MB of files in it, which base64 makes a third longer. */
const MESSAGE_BYTES_MAX = 35 * 1024 * 1024;

/** Gmail v1 over the mailbox of one account, as an add-on with these scopes sees it beside this mail. */
export const gmailAnswer = (
  account: Account,
  scopes: readonly string[],
  mail: OpenMail | null,
  request: RestRequest,
  routed: Routed,
): RestAnswer => {
  const { mailbox, clock } = account;
  const { route, params, query } = routed;
  const id = params.get("id") ?? "";
  if (params.get("userId") !== "me" && params.get("userId") !== account.email)
    return refusal(403, "forbidden", "Delegation denied");
  const seesAll = WHOLE.some((one) => scopes.includes(one));
  const token = request.headers.get("x-goog-gmail-access-token");
  const holdsToken = mail !== null && token === mail.accessToken;
  /** A token of the open mail reaches its whole thread, and nothing else. */
  const sees = (message: StoredMessage | undefined): message is StoredMessage =>
    message !== undefined && (seesAll || (holdsToken && message.threadId === mail.threadId));
  const mayRead = (format: string): boolean =>
    seesAll ||
    scopes.includes(`${SCOPE}addons.current.message.readonly`) ||
    (mail?.isClick === true && scopes.includes(`${SCOPE}addons.current.message.action`)) ||
    (scopes.includes(`${SCOPE}addons.current.message.metadata`) &&
      (format === "metadata" || format === "minimal"));
  const mayWrite = WRITES.some((one) => scopes.includes(one)) || (holdsToken && mail.isClick);
  const answer = (value: unknown): RestAnswer => {
    const wrong = misfits(api("gmail"), route.answer ?? "", value);
    if (wrong.length > 0) throw new Error(`${route.id}: ${wrong.join("; ")}`);
    const words = query.get("fields");
    const shown = words === undefined ? value : picked(value, words);
    return shown === undefined
      ? refusal(400, "invalidParameter", "Invalid field selection")
      : json(200, shown);
  };
  const denied = (): RestAnswer =>
    refusal(403, "insufficientPermissions", "Missing access token for per message access.");
  const absent = (): RestAnswer => refusal(404, "notFound", "Requested entity was not found.");
  const bodyOf = (): Readonly<Record<string, unknown>> | null => {
    const value = jsonOf(Buffer.from(request.body).toString("utf8"));
    return misfits(api("gmail"), route.body ?? "", value).length > 0
      ? null
      : (value as Readonly<Record<string, unknown>>);
  };
  const listed = <T>(all: readonly T[]): readonly [page: readonly T[], next: object] => {
    const size = Math.min(Number(query.get("maxResults") ?? String(LIST_DEFAULT)), LIST_MAX);
    const from = Number(query.get("pageToken") ?? "0");
    return [
      all.slice(from, from + size),
      {
        resultSizeEstimate: all.length,
        ...(from + size < all.length ? { nextPageToken: String(from + size) } : {}),
      },
    ];
  };
  const searched = (): readonly StoredMessage[] => {
    const withBoth = query.get("includeSpamTrash") === "true";
    const test = gmailSearch(mailbox, clock.now(), query.get("q") ?? "", withBoth);
    const labels = (query.get("labelIds") ?? "").split(",").filter(Boolean);
    return [...mailbox.messages.values()]
      .filter((one) => labels.every((label) => one.labels.has(label)) && test(one))
      .sort((a, b) => b.internalDate - a.internalDate);
  };
  const modify = (messages: readonly StoredMessage[]): boolean => {
    const { addLabelIds = [], removeLabelIds = [] } = (bodyOf() ?? {}) as {
      readonly addLabelIds?: readonly string[];
      readonly removeLabelIds?: readonly string[];
    };
    if (![...addLabelIds, ...removeLabelIds].every((one) => mailbox.labels.has(one))) return false;
    for (const { labels } of messages) {
      for (const one of addLabelIds) labels.add(one);
      for (const one of removeLabelIds) labels.delete(one);
    }
    return true;
  };
  const badLabel = (): RestAnswer => refusal(400, "invalidArgument", "Invalid label");
  const format = query.get("format") ?? "full";
  if (query.has("format") && !FORMATS.includes(format))
    return refusal(400, "invalidArgument", "Invalid value at 'format'");
  const headers = (query.get("metadataHeaders") ?? "").split(",").filter(Boolean);

  switch (route.id) {
    case "gmail.users.getProfile":
      return answer({ emailAddress: account.email, messagesTotal: mailbox.messages.size });
    case "gmail.users.messages.get": {
      const message = mailbox.messages.get(id);
      if (!mayRead(format) || (!seesAll && !holdsToken)) return denied();
      if (!sees(message)) return seesAll ? absent() : denied();
      return answer(resourceOf(message, format, headers));
    }
    case "gmail.users.messages.attachments.get": {
      const message = mailbox.messages.get(params.get("messageId") ?? "");
      if (!sees(message)) return seesAll ? absent() : denied();
      const part = partsOf(mimeTree(message.raw)).find((one) => attachmentId(message, one) === id);
      if (part?.bytes == null) return absent();
      return answer({ size: part.bytes.length, data: base64url(part.bytes) });
    }
    case "gmail.users.threads.get": {
      const messages = mailbox.thread(id);
      if (format === "raw") return refusal(400, "invalidArgument", "Invalid value at 'format'");
      if (!mayRead(format) || (!seesAll && (!holdsToken || mail.threadId !== id))) return denied();
      if (messages.length === 0) return absent();
      return answer({
        id,
        historyId: "1",
        messages: messages.map((one) => resourceOf(one, format, headers)),
      });
    }
    case "gmail.users.messages.list": {
      const [page, next] = listed(searched());
      return answer({
        messages: page.map(({ id: one, threadId }) => ({ id: one, threadId })),
        ...next,
      });
    }
    case "gmail.users.threads.list": {
      const [page, next] = listed([...new Set(searched().map((one) => one.threadId))]);
      return answer({
        threads: page.map((one) => ({ id: one, snippet: "", historyId: "1" })),
        ...next,
      });
    }
    case "gmail.users.drafts.list": {
      const ids = new Set(searched().map((one) => one.id));
      const [page, next] = listed([...mailbox.drafts].filter(([, one]) => ids.has(one)));
      return answer({
        drafts: page.map(([draft, one]) => ({
          id: draft,
          message: idsOf(mailbox.messages.get(one)),
        })),
        ...next,
      });
    }
    case "gmail.users.drafts.get": {
      const message = mailbox.messages.get(mailbox.drafts.get(id) ?? "");
      return message === undefined
        ? absent()
        : answer({ id, message: resourceOf(message, format, headers) });
    }
    case "gmail.users.drafts.create":
    case "gmail.users.drafts.update": {
      if (!mayWrite) return denied();
      const isNew = route.id === "gmail.users.drafts.create";
      if (!isNew && !mailbox.drafts.has(id)) return absent();
      const given = draftOf(request, routed, bodyOf);
      if ("status" in given) return given;
      if (given.threadId !== null && mailbox.thread(given.threadId).length === 0) return absent();
      const { draftId, message } = mailbox.saveDraft(given.raw, given.threadId, isNew ? null : id);
      return answer({ id: draftId, message: { ...idsOf(message), labelIds: [...message.labels] } });
    }
    case "gmail.users.drafts.delete":
      if (!mayWrite) return denied();
      if (!mailbox.drafts.has(id)) return absent();
      mailbox.discardDraft(id);
      return { status: 204, type: "text/html", body: new Uint8Array() };
    case "gmail.users.labels.list":
      return answer({
        labels: [...mailbox.labels].map(([label, name]) => labelResource(label, name)),
      });
    case "gmail.users.labels.create": {
      const name = bodyOf()?.["name"];
      if (typeof name !== "string" || name === "")
        return refusal(400, "invalidArgument", "Invalid label name");
      if ([...mailbox.labels.values()].includes(name))
        return refusal(409, "aborted", "Label name exists or conflicts");
      const label = `Label_${String(account.draw())}`;
      mailbox.labels.set(label, name);
      return answer(labelResource(label, name));
    }
    case "gmail.users.threads.modify": {
      const messages = mailbox.thread(id);
      if (messages.length === 0) return absent();
      return modify(messages) ? answer({ id }) : badLabel();
    }
    case "gmail.users.messages.modify": {
      const message = mailbox.messages.get(id);
      if (message === undefined) return absent();
      return modify([message]) ? answer(resourceOf(message, "minimal", [])) : badLabel();
    }
    case "gmail.users.messages.batchModify": {
      const ids = (bodyOf()?.["ids"] ?? []) as readonly string[];
      const messages = ids.flatMap((one) => mailbox.messages.get(one) ?? []);
      return modify(messages)
        ? { status: 204, type: "text/html", body: new Uint8Array() }
        : badLabel();
    }
    default:
      throw new EmulatorGap(`${route.id} is not emulated`);
  }
};

const idsOf = (
  message: StoredMessage | undefined,
): { readonly id: string; readonly threadId: string } => ({
  id: message?.id ?? "",
  threadId: message?.threadId ?? "",
});

const labelResource = (id: string, name: string): object => ({
  id,
  name,
  type: id === name ? "system" : "user",
});

type GivenDraft = { readonly raw: Uint8Array; readonly threadId: string | null };

const draftOf = (
  request: RestRequest,
  { isUpload, query }: Routed,
  bodyOf: () => Readonly<Record<string, unknown>> | null,
): GivenDraft | RestAnswer => {
  const bad = (why: string): RestAnswer => refusal(400, "invalidArgument", why);
  if (request.body.length > MESSAGE_BYTES_MAX)
    return refusal(413, "uploadTooLarge", "Request Too Large");
  let raw: Uint8Array | null = null;
  let threadId: unknown = null;
  if (!isUpload) {
    const message = (
      bodyOf() as {
        readonly message?: { readonly raw?: string; readonly threadId?: string };
      } | null
    )?.message;
    if (message?.raw === undefined || !/^[\w-]+={0,2}$/.test(message.raw))
      return bad("Invalid value for ByteString");
    raw = new Uint8Array(Buffer.from(message.raw, "base64url"));
    threadId = message.threadId ?? null;
  } else if (query.get("uploadType") === "media") {
    if (request.contentType !== "message/rfc822")
      return bad("Media type is not supported. Valid media types: [message/rfc822]");
    raw = request.body;
  } else if (query.get("uploadType") === "multipart") {
    const parts = relatedParts(request);
    if (parts === null || parts.type !== "message/rfc822") return bad("Malformed multipart body.");
    if (misfits(api("gmail"), "Draft", parts.meta).length > 0)
      return bad("Invalid JSON payload received.");
    raw = parts.bytes;
    threadId =
      (parts.meta as { readonly message?: { readonly threadId?: string } }).message?.threadId ??
      null;
  } else return bad("uploadType is required.");
  const fault = addressFault(raw);
  return fault === null
    ? { raw, threadId: typeof threadId === "string" ? threadId : null }
    : bad(fault);
};

const addressFault = (raw: Uint8Array): string | null => {
  const wrong = headersOf(raw).find(
    ({ name, value }) =>
      /^(?:to|cc|bcc)$/i.test(name) &&
      !/^[^@]*@[^@]+(?:,[^@]*@[^@]+)*$/s.test(value.replace(/"[^"]*"/g, "")),
  );
  return wrong === undefined ? null : `Invalid ${wrong.name} header`;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text === "" ? "{}" : text) as unknown;
  } catch {
    // No schema takes it, and Google answers 400.
    return null;
  }
};

const resourceOf = (message: StoredMessage, format: string, only: readonly string[]): object => {
  const tree = mimeTree(message.raw);
  const wanted = new Set(only.map((one) => one.toLowerCase()));
  return {
    ...idsOf(message),
    labelIds: [...message.labels],
    snippet: "",
    historyId: "1",
    internalDate: String(message.internalDate),
    sizeEstimate: message.raw.length,
    ...(format === "raw" ? { raw: base64url(message.raw) } : {}),
    ...(format === "full" ? { payload: partResource(message, tree) } : {}),
    ...(format === "metadata"
      ? {
          payload: {
            mimeType: tree.mimeType,
            headers: tree.headers.filter(
              ({ name }) => wanted.size === 0 || wanted.has(name.toLowerCase()),
            ),
          },
        }
      : {}),
  };
};

/** With padding: Gmail's is. */
const base64url = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString("base64").replace(/\+/g, "-").replace(/\//g, "_");

const partsOf = (part: MimePart): readonly MimePart[] => [part, ...part.parts.flatMap(partsOf)];

const attachmentId = (message: StoredMessage, part: MimePart): string =>
  `ANGjdJ${message.id}x${part.partId.replace(/\./g, "_")}`;

const partResource = (message: StoredMessage, part: MimePart): object => {
  const isText = part.mimeType.startsWith("text/") && part.filename === "";
  const body =
    part.bytes === null
      ? { size: 0 }
      : isText
        ? { size: part.bytes.length, data: base64url(part.bytes) }
        : { size: part.bytes.length, attachmentId: attachmentId(message, part) };
  return {
    partId: part.partId,
    mimeType: part.mimeType,
    filename: part.filename,
    headers: part.headers,
    body,
    ...(part.parts.length === 0
      ? {}
      : { parts: part.parts.map((one) => partResource(message, one)) }),
  };
};
