import * as z from "zod/mini";

z.config({ jitless: true });

/** Gmail's ids are 16 hexadecimal digits in REST, `msg-f:…` in events; drafts have `r` and digits, with a sign. */
export const idSchema = z.string().check(z.regex(/^[\w:.-]{1,200}$/));

/** Labels of one message that are looked at. */
const LABELS_MAX = 1_000;

export const messageHeadSchema = z.object({
  id: idSchema,
  threadId: idSchema,
  labelIds: z.optional(z.array(z.string()).check(z.maxLength(LABELS_MAX))),
  sizeEstimate: z.optional(z.number()),
  /** Milliseconds since 1970, as text: when Google took the message. */
  internalDate: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
});
export type MessageHead = z.infer<typeof messageHeadSchema>;

/** The same with `format=metadata`: the header fields that were asked for. */
export const namedHeadSchema = z.object({
  ...messageHeadSchema.shape,
  payload: z.optional(
    z.object({ headers: z.optional(z.array(z.object({ name: z.string(), value: z.string() }))) }),
  ),
});

/** `messages.get`: what is in it is read by shared/mail/gmail-message.ts. */
export const messageSchema = z.object({
  ...messageHeadSchema.shape,
  payload: z.optional(z.unknown()),
});
export type MessageFull = z.infer<typeof messageSchema>;

/** `messages.get?format=raw`. */
export const rawSchema = z.object({ id: idSchema, raw: z.string() });

/** `threads.get`. */
export const threadSchema = z.object({
  id: idSchema,
  messages: z.optional(z.array(z.unknown())),
});

/** `messages.list`. */
export const listSchema = z.object({
  messages: z.optional(z.array(z.object({ id: idSchema, threadId: idSchema }))),
  nextPageToken: z.optional(z.string()),
});

/** `drafts.create`, and each of `drafts.list`. */
export const draftSchema = z.object({
  id: idSchema,
  message: z.object({ id: idSchema, threadId: idSchema }),
});
export const draftsSchema = z.object({ drafts: z.optional(z.array(draftSchema)) });

export const labelSchema = z.object({ id: idSchema, name: z.string() });
export const labelsSchema = z.object({ labels: z.optional(z.array(labelSchema)) });

export const profileSchema = z.object({ emailAddress: z.string().check(z.maxLength(254)) });

const tokenSchema = z.string().check(z.minLength(1), z.maxLength(4_000));

/** Of the event that Apps Script hands to a trigger: a message is open. */
export const openEventSchema = z.object({
  gmail: z.object({
    messageId: idSchema,
    threadId: z.optional(idSchema),
    accessToken: tokenSchema,
  }),
});

/** The same where none is: the token alone, by which drafts may be written. */
export const tokenEventSchema = z.object({ gmail: z.object({ accessToken: tokenSchema }) });
