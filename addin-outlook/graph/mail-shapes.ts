import * as z from "zod/mini";
import { partsOfHeaders } from "#shared/mail/header-fields.ts";
import type { MessageParts } from "#shared/mail/message.ts";

/**
 * The parts of a Graph message that Relance reads. What Graph leaves out or gives as null reads as absent.
 * https://learn.microsoft.com/graph/api/resources/message
 */
const text = z.nullish(z.string());
const person = z.nullish(
  z.object({ emailAddress: z.nullish(z.object({ name: text, address: text })) }),
);
const people = z.nullish(z.array(person));

export const MESSAGE_SCHEMA = z.object({
  id: z.string().check(z.minLength(1)),
  conversationId: text,
  internetMessageId: text,
  subject: text,
  from: person,
  sender: person,
  replyTo: people,
  toRecipients: people,
  ccRecipients: people,
  sentDateTime: text,
  receivedDateTime: text,
  isDraft: z.nullish(z.boolean()),
  webLink: text,
  body: z.nullish(z.object({ contentType: text, content: text })),
  internetMessageHeaders: z.nullish(z.array(z.object({ name: z.string(), value: z.string() }))),
});
export type GraphMessage = z.infer<typeof MESSAGE_SCHEMA>;

export const MESSAGES_SCHEMA = z.object({
  value: z.array(MESSAGE_SCHEMA),
  "@odata.nextLink": z.optional(z.string()),
});

/** All that a list needs, and no body. */
export const HEAD_FIELDS =
  "id,conversationId,internetMessageId,subject,from,sender,replyTo,toRecipients,ccRecipients,sentDateTime,receivedDateTime,isDraft,webLink";

export type Person = z.infer<typeof person>;

export const addressOf = (one: Person): string | null => one?.emailAddress?.address ?? null;

export const recipientsOf = (addresses: readonly string[]) =>
  addresses.map((address) => ({ emailAddress: { address } }));

/** What a list knows of a mail, as the core takes it. Threads stand in the header lines, where Graph gave them. */
export const partsOfMessage = (mail: GraphMessage): MessageParts => {
  const head = partsOfHeaders(mail.internetMessageHeaders ?? []);
  return {
    messageId: mail.internetMessageId ?? null,
    inReplyTo: head.inReplyTo ?? [],
    references: head.references ?? [],
    headers: head.headers ?? [],
    from: mailAddressOf(mail.from),
    sender: mailAddressOf(mail.sender),
    replyTo: mailAddressesOf(mail.replyTo),
    to: mailAddressesOf(mail.toRecipients),
    cc: mailAddressesOf(mail.ccRecipients),
    subject: mail.subject ?? "",
    sentAt: mail.sentDateTime ?? mail.receivedDateTime ?? null,
  };
};

const mailAddressOf = (one: Person) => {
  const address = addressOf(one);
  return address === null ? null : { address, name: one?.emailAddress?.name ?? "" };
};

const mailAddressesOf = (found: readonly Person[] | null | undefined) =>
  (found ?? []).flatMap((one) => {
    const address = mailAddressOf(one);
    return address === null ? [] : [address];
  });

/** A value in a filter: quotes are doubled, and the whole is one part of an address. OData 4.01, URL conventions, 5.1.1.6.1. */
export const quoted = (value: string): string => `'${value.replace(/'/g, "''")}'`;

/** Message-IDs stand in Graph with their angle brackets. */
export const angled = (messageId: string): string => `<${messageId}>`;
