import { bareMessageId } from "#shared/mail/message.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { MAIL_BYTES_MAX } from "#src/files/mail-limits.ts";
import type { GraphClient } from "./client.ts";
import { HEAD_FIELDS, MESSAGES_SCHEMA, MESSAGE_SCHEMA, angled, quoted } from "./mail-shapes.ts";
import type { GraphMessage } from "./mail-shapes.ts";
import type { GraphFault, GraphMailbox } from "./ports.ts";
import { rootOf, scopesOf } from "./scopes.ts";

/** Our own header on drafts. Exchange takes only names that begin with `x-`, and at most five of them. */
export const REFERENCE_HEADER = "x-relance-reference";
/** The same header as the property that Exchange stores it in, which a filter can name (MS-OXPROPS, PS_INTERNET_HEADERS). */
export const REFERENCE_PROPERTY = `String {00020386-0000-0000-C000-000000000046} Name ${REFERENCE_HEADER}`;

/** Copies of one mail: in Inbox and in an archive folder, or sent to oneself. */
const COPIES_MAX = 10;

/** The mails of a mailbox that bear this Message-ID, in any folder. */
export const findMail = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  messageId: string,
): Promise<Result<readonly GraphMessage[], GraphFault>> =>
  await filtered(client, mailbox, `internetMessageId eq ${quoted(angled(messageId))}`);

/**
 * The bytes of a mail as Exchange gives them: written anew from what it stored, never those that came over the wire.
 * https://learn.microsoft.com/graph/outlook-get-mime-message
 */
export const rawMail = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  id: string,
): Promise<Result<Uint8Array, GraphFault>> =>
  await client.bytes(
    {
      method: "GET",
      path: `${rootOf(mailbox)}/messages/${encodeURIComponent(id)}/$value`,
      scopes: scopesOf(mailbox),
    },
    MAIL_BYTES_MAX,
  );

/** What is remembered of a draft: any one of these finds it. */
export type DraftTrace = {
  /** Graph's immutable id, which stays when the draft is sent; null where another device made it. */
  readonly id: string | null;
  readonly messageId: string | null;
  readonly reference: string;
};

export type DraftWhereabouts =
  | { readonly state: "waiting"; readonly mail: GraphMessage }
  | { readonly state: "sent"; readonly mail: GraphMessage }
  /** Deleted for good, or it was never here. */
  | { readonly state: "gone" };

/**
 * Where a draft of ours is now: by its id, else its Message-ID, else our header. A copy that was sent goes before one
 * that waits: Outlook may keep both for a moment. https://learn.microsoft.com/graph/outlook-immutable-id#immutable-id-with-sending-mail
 */
export const findDraft = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  { id, messageId, reference }: DraftTrace,
): Promise<Result<DraftWhereabouts, GraphFault>> => {
  if (id !== null) {
    const known = await client.json(
      {
        method: "GET",
        path: `${rootOf(mailbox)}/messages/${encodeURIComponent(id)}?$select=${HEAD_FIELDS}`,
        scopes: scopesOf(mailbox),
      },
      MESSAGE_SCHEMA,
    );
    if (known.ok) return ok(whereaboutsOf([known.value]));
    if (known.error.type !== "absent" && !isBadId(known.error)) return known;
  }
  if (messageId !== null) {
    const found = await findMail(client, mailbox, messageId);
    if (!found.ok) return found;
    if (found.value.length > 0) return ok(whereaboutsOf(found.value));
  }
  const marked = await filtered(
    client,
    mailbox,
    `singleValueExtendedProperties/any(ep: ep/id eq ${quoted(REFERENCE_PROPERTY)} and ep/value eq ${quoted(reference)})`,
  );
  return marked.ok ? ok(whereaboutsOf(marked.value)) : marked;
};

/** The bytes of a draft that was sent, to be filed; null while it waits or where it is gone. */
export const sentBytes = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  trace: DraftTrace,
): Promise<
  Result<{ readonly mail: GraphMessage; readonly bytes: Uint8Array } | null, GraphFault>
> => {
  const found = await findDraft(client, mailbox, trace);
  if (!found.ok) return found;
  if (found.value.state !== "sent") return ok(null);
  const { mail } = found.value;
  const bytes = await rawMail(client, mailbox, mail.id);
  // Moved away for good between the two: the next look may find it elsewhere.
  if (!bytes.ok) return bytes.error.type === "absent" ? ok(null) : bytes;
  return ok({ mail, bytes: bytes.value });
};

/** Without angle brackets, as the core has it. */
export const messageIdOf = (mail: GraphMessage): string | null =>
  mail.internetMessageId == null ? null : bareMessageId(mail.internetMessageId);

const filtered = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  filter: string,
): Promise<Result<readonly GraphMessage[], GraphFault>> => {
  const found = await client.json(
    {
      method: "GET",
      path: `${rootOf(mailbox)}/messages?$filter=${encodeURIComponent(filter)}&$select=${HEAD_FIELDS}&$top=${String(COPIES_MAX)}`,
      scopes: scopesOf(mailbox),
    },
    MESSAGES_SCHEMA,
  );
  return found.ok ? ok(found.value.value) : err(found.error);
};

const whereaboutsOf = (mails: readonly GraphMessage[]): DraftWhereabouts => {
  const sent = mails.find(({ isDraft }) => isDraft !== true);
  if (sent !== undefined) return { state: "sent", mail: sent };
  const [waiting] = mails;
  return waiting === undefined ? { state: "gone" } : { state: "waiting", mail: waiting };
};

/** An id of another mailbox or of before a move is malformed to Exchange, not absent. */
const isBadId = (fault: GraphFault): boolean =>
  fault.type === "refused" &&
  (fault.code === "ErrorInvalidIdMalformed" || fault.code === "ErrorInvalidMailboxItemId");
