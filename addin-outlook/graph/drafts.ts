import type { MailDraft } from "#shared/app/use-case.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { attachFile, attachedNames } from "./attachments.ts";
import type { DraftFile } from "./attachments.ts";
import type { GraphClient, GraphRequest } from "./client.ts";
import { REFERENCE_HEADER, REFERENCE_PROPERTY, findDraft, findMail, messageIdOf } from "./mail.ts";
import { MESSAGE_SCHEMA, addressOf, angled, recipientsOf } from "./mail-shapes.ts";
import type { GraphMessage } from "./mail-shapes.ts";
import type { GraphFault, GraphMailbox } from "./ports.ts";
import { rootOf, scopesOf } from "./scopes.ts";

export type DraftToSave = {
  readonly draft: MailDraft;
  readonly mailbox: GraphMailbox;
  readonly files: readonly DraftFile[];
};

export type SavedDraft = {
  /** Immutable: it finds the mail again when it was sent. */
  readonly id: string;
  readonly messageId: string | null;
  readonly conversationId: string | null;
  /** Opens it in Outlook on the web. */
  readonly webLink: string | null;
  /** The address that Outlook will send it from; null where it does not say. */
  readonly from: string | null;
  /** `new`: the mail that it answers is not in this mailbox, so that it begins a thread of its own. */
  readonly thread: "reply" | "new" | "kept";
  /** `sent`: it had gone out already, and nothing was touched. */
  readonly state: "waiting" | "sent";
  /** Files that the draft lacks, each with the reason. */
  readonly notAttached: readonly { readonly name: string; readonly fault: GraphFault }[];
};

/**
 * Puts a draft into Drafts; nothing can be sent by it. Under the open thread where the mail it answers is in the mailbox,
 * else as a new mail. Twice is once: a draft that is found again is completed, never written over, so that what the
 * person changed in it stays.
 */
export const saveDraft = async (
  client: GraphClient,
  { draft, mailbox, files }: DraftToSave,
): Promise<Result<SavedDraft, GraphFault>> => {
  const known = await findDraft(client, mailbox, {
    id: null,
    messageId: draft.messageId,
    reference: draft.reference,
  });
  if (!known.ok) return known;
  if (known.value.state === "sent") {
    return ok({ ...savedOf(known.value.mail), thread: "kept", state: "sent", notAttached: [] });
  }
  const begun =
    known.value.state === "waiting"
      ? await reread(client, mailbox, known.value.mail.id)
      : await begin(client, mailbox, draft);
  if (!begun.ok) return begun;
  const { mail, thread } = begun.value;
  // Our reference stands in the foot of every text: without it, only the empty reply was made.
  const isWritten = mail.body?.content?.includes(draft.reference) === true;
  const written = isWritten ? ok(mail) : await write(client, mailbox, draft, mail);
  if (!written.ok) return written;
  const named = await nameIt(client, mailbox, draft, written.value);
  const notAttached = await attachAll(client, mailbox, mail.id, files);
  return ok({ ...savedOf(named), thread, state: "waiting", notAttached });
};

type Begun = { readonly mail: GraphMessage; readonly thread: SavedDraft["thread"] };

const reread = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  id: string,
): Promise<Result<Begun, GraphFault>> => {
  const mail = await client.json(
    { method: "GET", path: messagePath(mailbox, id), scopes: scopesOf(mailbox) },
    MESSAGE_SCHEMA,
  );
  return mail.ok ? ok({ mail: mail.value, thread: "kept" }) : mail;
};

const begin = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  draft: MailDraft,
): Promise<Result<Begun, GraphFault>> => {
  if (draft.inReplyTo !== null) {
    const answered = await findMail(client, mailbox, draft.inReplyTo);
    if (!answered.ok) return answered;
    const [original] = answered.value.filter(({ isDraft }) => isDraft !== true);
    if (original !== undefined) return await beginReply(client, mailbox, draft, original.id);
  }
  const mail = await marked(
    client,
    { ...contentOf(draft, draft.html, mailbox) },
    draft,
    (json) => ({
      method: "POST",
      path: `${rootOf(mailbox)}/messages`,
      scopes: scopesOf(mailbox),
      body: { json },
    }),
  );
  return mail.ok ? ok({ mail: mail.value, thread: "new" }) : mail;
};

/**
 * The reply with the quoted thread below it, still without a word of ours: text given here would take the place of the
 * quote. https://learn.microsoft.com/graph/api/message-createreply
 */
const beginReply = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  draft: MailDraft,
  original: string,
): Promise<Result<Begun, GraphFault>> => {
  const message = { toRecipients: recipientsOf(draft.to), ccRecipients: recipientsOf(draft.cc) };
  const mail = await marked(client, message, draft, (json) => ({
    method: "POST",
    path: `${messagePath(mailbox, original)}/createReply`,
    scopes: scopesOf(mailbox),
    body: { json: { message: json } },
  }));
  return mail.ok ? ok({ mail: mail.value, thread: "reply" }) : mail;
};

/**
 * Headers can only be given when a mail is created (https://learn.microsoft.com/graph/api/resources/message). Where
 * Exchange does not take ours that way, it is given as the property that it would have become.
 */
const marked = async (
  client: GraphClient,
  message: Readonly<Record<string, unknown>>,
  { reference }: MailDraft,
  requestOf: (json: unknown) => GraphRequest,
): Promise<Result<GraphMessage, GraphFault>> => {
  const internetMessageHeaders = [{ name: REFERENCE_HEADER, value: reference }];
  const first = await client.json(
    requestOf({ ...message, internetMessageHeaders }),
    MESSAGE_SCHEMA,
  );
  if (first.ok || first.error.type !== "refused") return first;
  const singleValueExtendedProperties = [{ id: REFERENCE_PROPERTY, value: reference }];
  return await client.json(
    requestOf({ ...message, singleValueExtendedProperties }),
    MESSAGE_SCHEMA,
  );
};

const contentOf = (draft: MailDraft, html: string, mailbox: GraphMailbox) => ({
  subject: draft.subject,
  body: { contentType: "html", content: html },
  toRecipients: recipientsOf(draft.to),
  ccRecipients: recipientsOf(draft.cc),
  // In somebody else's mailbox Exchange would put the person's own address: it goes out from the mailbox it lies in.
  ...(mailbox.kind === "shared" ? { from: { emailAddress: { address: mailbox.address } } } : {}),
});

/** PATCH replaces the whole body: ours goes above what the reply quotes. https://learn.microsoft.com/graph/api/message-update */
const write = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  draft: MailDraft,
  mail: GraphMessage,
): Promise<Result<GraphMessage, GraphFault>> =>
  await client.json(
    {
      method: "PATCH",
      path: messagePath(mailbox, mail.id),
      scopes: scopesOf(mailbox),
      body: {
        json: contentOf(draft, aboveQuote(draft.html, mail.body?.content ?? ""), mailbox),
      },
    },
    MESSAGE_SCHEMA,
  );

/** Our HTML as the first thing in the body of what is quoted. */
export const aboveQuote = (html: string, quoted: string): string => {
  const open = quoted.toLowerCase().indexOf("<body");
  const end = open < 0 ? -1 : quoted.indexOf(">", open);
  return end < 0
    ? `${html}${quoted}`
    : `${quoted.slice(0, end + 1)}${html}${quoted.slice(end + 1)}`;
};

/**
 * Gives the draft the Message-ID that the ledger knows it by, so that an answer to it is in a known thread. Exchange may
 * keep its own: then that one is told, and the reference in the text and the header finds the mail.
 */
const nameIt = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  { messageId }: MailDraft,
  mail: GraphMessage,
): Promise<GraphMessage> => {
  if (messageIdOf(mail) === messageId) return mail;
  const named = await client.json(
    {
      method: "PATCH",
      path: messagePath(mailbox, mail.id),
      scopes: scopesOf(mailbox),
      body: { json: { internetMessageId: angled(messageId) } },
    },
    MESSAGE_SCHEMA,
  );
  return named.ok ? named.value : mail;
};

const attachAll = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  draft: string,
  files: readonly DraftFile[],
): Promise<SavedDraft["notAttached"]> => {
  if (files.length === 0) return [];
  const here = await attachedNames(client, mailbox, draft);
  if (!here.ok) return files.map(({ name }) => ({ name, fault: here.error }));
  const notAttached: { name: string; fault: GraphFault }[] = [];
  for (const file of files) {
    if (here.value.includes(file.name)) continue;
    const done = await attachFile(client, mailbox, draft, file);
    if (!done.ok) notAttached.push({ name: file.name, fault: done.error });
  }
  return notAttached;
};

/** Removes a draft that still waits; one that was sent or is gone is left as it is. */
export const removeDraft = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  trace: Parameters<typeof findDraft>[2],
): Promise<Result<"removed" | "left", GraphFault>> => {
  const found = await findDraft(client, mailbox, trace);
  if (!found.ok) return found;
  if (found.value.state !== "waiting") return ok("left");
  const gone = await client.done({
    method: "DELETE",
    path: messagePath(mailbox, found.value.mail.id),
    scopes: scopesOf(mailbox),
  });
  if (gone.ok) return ok("removed");
  return gone.error.type === "absent" ? ok("left") : err(gone.error);
};

const savedOf = (mail: GraphMessage) => ({
  id: mail.id,
  messageId: messageIdOf(mail),
  conversationId: mail.conversationId ?? null,
  webLink: mail.webLink ?? null,
  from: addressOf(mail.from)?.toLowerCase() ?? null,
});

const messagePath = (mailbox: GraphMailbox, id: string): string =>
  `${rootOf(mailbox)}/messages/${encodeURIComponent(id)}`;
