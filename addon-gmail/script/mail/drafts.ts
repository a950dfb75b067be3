import * as z from "zod/mini";
import type { Act, MailDraft } from "#shared/app/use-case.ts";
import { mimeDraft } from "#shared/drafting/mime.ts";
import type { DraftAttachment } from "#shared/drafting/mime.ts";
import { concatBytes, utf8Bytes } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { draftLink } from "./draft-link.ts";
import { forgetDrafts, rememberDraft, rememberedDraft } from "./draft-memory.ts";
import type { DraftMemory } from "./draft-memory.ts";
import { ask, askJson, inPath, jsonIn } from "./gmail-client.ts";
import type { GmailAnswer } from "./gmail-client.ts";
import type { DraftFault, DraftPlace, GmailFault, Mailbox, SavedDraft } from "./mail.ts";
import { forgetReach, reachOf } from "./reach.ts";
import { isSearchableId } from "./searches.ts";
import { draftSchema, draftsSchema, listSchema, namedHeadSchema, threadSchema } from "./shapes.ts";

z.config({ jitless: true });

/** Larger drafts are uploaded as they are: within JSON they would grow by a third, and Google takes some 5 MB so. */
const JSON_BYTES_MAX = 3 * 1024 * 1024;

type SaveAct = Pick<Extract<Act, { readonly kind: "save-draft" }>, "key" | "draft">;
type Made = Extract<DraftMemory, { readonly state: "made" }>;

/**
 * Puts a draft into the user's Drafts with our own MIME; nothing can be sent by it. Twice is once: what was made is
 * remembered under its key, and what may have been made is looked for before it is made again.
 */
export const saveDraft = (
  mailbox: Mailbox,
  { key, draft }: SaveAct,
  place: DraftPlace,
): Result<SavedDraft, DraftFault> => {
  const { services } = mailbox;
  const account = place.open?.mailbox ?? accountOf(mailbox);
  const known = rememberedDraft(services, key);
  if (known?.state === "made") return ok(savedOf(key, known, account, "kept", []));
  if (known?.state === "begun" && place.again !== true) {
    const found = madeBefore(mailbox, draft, place);
    if (!found.ok) return found;
    if (found.value !== null) {
      rememberDraft(services, key, found.value);
      return ok(savedOf(key, found.value, account, "kept", []));
    }
  }
  const files = filesOf(draft, place);
  if (!files.ok) return files;
  const bytes = bytesOf(draft, files.value.attachments, place.senderName);
  if (!bytes.ok) return bytes;
  const threadId = threadOf(mailbox, draft, place);
  // From here on Gmail may have it although nothing comes back.
  rememberDraft(services, key, { state: "begun", at: services.now() });
  let answer = create(mailbox, bytes.value, threadId);
  let isAnswer = threadId !== null;
  if (isAnswer && !answer.ok && isNoThread(answer.error)) {
    // The thread was deleted, or lies in another mailbox: the draft begins a new one, with the same headers.
    isAnswer = false;
    answer = create(mailbox, bytes.value, null);
  }
  const made = jsonIn(answer, draftSchema);
  if (!made.ok) {
    if (isSurelyNotMade(made.error)) forgetDrafts(services, [key]);
    return made;
  }
  const { id, message } = made.value;
  const memory: Made = {
    state: "made",
    at: services.now(),
    id,
    messageId: message.id,
    threadId: message.threadId,
    answers: isAnswer,
  };
  rememberDraft(services, key, memory);
  return ok(savedOf(key, memory, account, isAnswer ? "reply" : "new", files.value.missing));
};

/** A draft made earlier, with the link that opens it; null where none is remembered under this key. */
export const draftOf = (mailbox: Mailbox, key: string): SavedDraft | null => {
  const known = rememberedDraft(mailbox.services, key);
  return known?.state === "made" ? savedOf(key, known, accountOf(mailbox), "kept", []) : null;
};

/**
 * Removes a draft that waits. One that has gone out, or that nobody remembers, is left: `unknown` asks the person to
 * remove it in Gmail.
 */
export const discardDraft = (
  mailbox: Mailbox,
  key: string,
): Result<"removed" | "left" | "unknown", GmailFault> => {
  const { services } = mailbox;
  const known = rememberedDraft(services, key);
  if (known === null) return ok("unknown");
  if (known.state === "begun" || known.id === null) {
    forgetDrafts(services, [key]);
    return ok("unknown");
  }
  const gone = ask(mailbox, { method: "delete", path: `/drafts/${inPath(known.id)}` });
  if (!gone.ok && gone.error.type !== "absent") return gone;
  forgetDrafts(services, [key]);
  return ok(gone.ok ? "removed" : "left");
};

const savedOf = (
  key: string,
  made: Made,
  account: string | null,
  thread: SavedDraft["thread"],
  notAttached: readonly string[],
): SavedDraft => ({
  key,
  id: made.id,
  messageId: made.messageId,
  threadId: made.threadId,
  link: draftLink(made, account),
  thread,
  notAttached,
});

const accountOf = (mailbox: Mailbox): string | null => {
  const reach = reachOf(mailbox);
  return reach.kind === "mailbox" ? reach.address : null;
};

type Files = {
  readonly attachments: readonly DraftAttachment[];
  readonly missing: readonly string[];
};

/** The draft is worth more than a file that is gone: it is made without, and the file is named. */
const filesOf = (draft: MailDraft, { vault }: DraftPlace): Result<Files, DraftFault> => {
  const names = [...new Set(draft.attachments.map(({ sha256 }) => sha256))];
  if (names.length === 0) return ok({ attachments: [], missing: [] });
  const read = vault(names);
  if (!read.ok) return read;
  const attachments: DraftAttachment[] = [];
  const missing: string[] = [];
  for (const { name, type, sha256 } of draft.attachments) {
    const bytes = read.value.get(sha256) ?? null;
    if (bytes === null) missing.push(name);
    else attachments.push({ name, type, bytes });
  }
  return ok({ attachments, missing });
};

const bytesOf = (
  draft: MailDraft,
  attachments: readonly DraftAttachment[],
  senderName: string | null,
): Result<Uint8Array, DraftFault> =>
  mimeDraft({
    from: { name: senderName, address: draft.from },
    to: draft.to.map((address) => ({ name: null, address })),
    cc: draft.cc.map((address) => ({ name: null, address })),
    subject: draft.subject,
    text: draft.text,
    html: draft.html,
    inReplyTo: draft.inReplyTo === null ? null : angled(draft.inReplyTo),
    references: draft.references.map(angled),
    messageId: angled(draft.messageId),
    date: null,
    reference: draft.reference,
    attachments,
    // It would go out with the mail, and the debtor's program would open what he received as a draft.
    unsent: false,
  });

const angled = (id: string): string => `<${id}>`;

/** The Gmail thread of the mail that is answered, where it can be known: the open one, else by a search. */
const threadOf = (mailbox: Mailbox, draft: MailDraft, { open }: DraftPlace): string | null => {
  if (draft.inReplyTo === null) return null;
  if (open !== null && standsIn(open.message, draft.inReplyTo)) return open.threadId;
  if (reachOf(mailbox).kind !== "mailbox" || !isSearchableId(draft.inReplyTo)) return null;
  const path = `/messages?maxResults=1&q=${encodeURIComponent(`rfc822msgid:${draft.inReplyTo}`)}`;
  const found = askJson(whole(mailbox), { method: "get", path }, listSchema);
  return found.ok ? (found.value.messages?.[0]?.threadId ?? null) : null;
};

/** A mail and those it answers are one thread to Gmail. */
const standsIn = (
  message: Pick<
    NonNullable<DraftPlace["open"]>["message"],
    "messageId" | "references" | "inReplyTo"
  >,
  messageId: string,
): boolean =>
  message.messageId === messageId ||
  message.references.includes(messageId) ||
  message.inReplyTo.includes(messageId);

const create = (mailbox: Mailbox, bytes: Uint8Array, threadId: string | null): GmailAnswer => {
  const { services } = mailbox;
  const thread = threadId === null ? {} : { threadId };
  if (bytes.length <= JSON_BYTES_MAX) {
    const raw = services.base64(bytes).replace(/\+/g, "-").replace(/\//g, "_");
    return ask(mailbox, { method: "post", path: "/drafts", json: { message: { raw, ...thread } } });
  }
  // https://developers.google.com/workspace/gmail/api/guides/uploads#multipart
  const boundary = "=_relance_upload";
  const head = [
    `--${boundary}`,
    "Content-Type: application/json; charset=UTF-8",
    "",
    JSON.stringify({ message: thread }),
    `--${boundary}`,
    "Content-Type: message/rfc822",
    "",
    "",
  ].join("\r\n");
  return ask(mailbox, {
    method: "post",
    path: "/drafts?uploadType=multipart",
    upload: {
      type: `multipart/related; boundary="${boundary}"`,
      body: concatBytes(utf8Bytes(head), bytes, utf8Bytes(`\r\n--${boundary}--\r\n`)),
    },
  });
};

const isNoThread = (fault: GmailFault): boolean =>
  fault.type === "absent" || (fault.type === "refused" && fault.status === 400);

/** Gmail said no: nothing lies in Drafts. After silence, an error of its own or an odd answer that is not known. */
const isSurelyNotMade = (fault: GmailFault): boolean =>
  fault.type !== "offline" && fault.type !== "unavailable" && fault.type !== "unreadable";

/**
 * The draft of an earlier try that brought no answer: by a search under the full manifest, else among the open thread's
 * messages. Null: surely none. Where neither can tell, the person is asked to look.
 */
const madeBefore = (
  mailbox: Mailbox,
  draft: MailDraft,
  place: DraftPlace,
): Result<Made | null, DraftFault> => {
  const at = mailbox.services.now();
  if (reachOf(mailbox).kind === "mailbox") {
    const path = `/drafts?maxResults=1&q=${encodeURIComponent(`rfc822msgid:${draft.messageId}`)}`;
    const listed = askJson(whole(mailbox), { method: "get", path }, draftsSchema);
    // The public manifest has come back since the mailbox was in reach: then the open thread is.
    if (!listed.ok && listed.error.type !== "denied") return listed;
    const found = listed.ok ? listed.value.drafts?.[0] : undefined;
    if (listed.ok && found === undefined) return ok(null);
    if (found !== undefined) {
      const { id: messageId, threadId } = found.message;
      const answers = draft.inReplyTo !== null;
      return ok({ state: "made", at, id: found.id, messageId, threadId, answers });
    }
    forgetReach(mailbox.services);
  }
  const { open } = place;
  const isInOpenThread =
    open !== null && draft.inReplyTo !== null && standsIn(open.message, draft.inReplyTo);
  if (!isInOpenThread) return err({ type: "draft-uncertain" });
  const path = `/threads/${inPath(open.threadId)}?format=metadata&metadataHeaders=X-Relance-Reference`;
  const thread = askJson(mailbox, { method: "get", path }, threadSchema);
  if (!thread.ok) return thread;
  for (const one of thread.value.messages ?? []) {
    const head = z.safeParse(namedHeadSchema, one);
    if (!head.success || head.data.labelIds?.includes("DRAFT") !== true) continue;
    const isOurs = (head.data.payload?.headers ?? []).some(
      ({ name, value }) =>
        name.toLowerCase() === "x-relance-reference" && value.trim() === draft.reference,
    );
    if (!isOurs) continue;
    const { id: messageId, threadId } = head.data;
    return ok({ state: "made", at, id: null, messageId, threadId, answers: true });
  }
  return ok(null);
};

/** A search reaches beyond the open thread, so it goes without the message token. */
const whole = ({ services }: Mailbox): Mailbox => ({ services, messageToken: null });
