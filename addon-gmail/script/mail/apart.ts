import * as z from "zod/mini";
import { GMAIL_NESTING_MAX, GMAIL_PARTS_MAX } from "#shared/mail/gmail-message.ts";
import type { GmailBodies } from "#shared/mail/gmail-message.ts";
import { askAll, inPath, jsonIn } from "./gmail-client.ts";
import type { Mailbox } from "./mail.ts";
import type { MessageFull } from "./shapes.ts";

z.config({ jitless: true });

/** Bodies fetched of one message: its text, its HTML, a report and what it returns. */
const BODIES_MAX = 6;
/** A text beyond this is not read anyway (MAIL_LIMITS); Gmail says the size beforehand. */
const BODY_BYTES_MAX = 6_000_000;

const part = z.object({
  mimeType: z.optional(z.string()),
  filename: z.optional(z.string()),
  body: z.optional(
    z.object({
      attachmentId: z.optional(z.string().check(z.regex(/^[\w-]{1,1500}$/))),
      size: z.optional(z.number()),
      data: z.optional(z.string()),
    }),
  ),
  // Each level is parsed by itself, so that depth is counted before it is followed.
  parts: z.optional(z.array(z.unknown())),
});

const body = z.object({ data: z.string() });

const READ =
  /^(?:text\/plain|text\/html|text\/rfc822-headers|message\/(?:global-)?delivery-status)$/i;

/**
 * Texts that Gmail keeps apart since they are large, by their attachmentId. What cannot be fetched stays unknown, and the
 * message says so.
 */
export const bodiesKeptApart = (mailbox: Mailbox, { id, payload }: MessageFull): GmailBodies => {
  const wanted = textsApart(payload).slice(0, BODIES_MAX);
  if (wanted.length === 0) return new Map();
  const answers = askAll(
    mailbox,
    wanted.map((one) => ({
      method: "get",
      path: `/messages/${inPath(id)}/attachments/${inPath(one)}`,
    })),
  );
  const bodies = new Map<string, string>();
  wanted.forEach((one, index) => {
    const answer = answers[index];
    const given = answer === undefined ? null : jsonIn(answer, body);
    if (given?.ok === true) bodies.set(one, given.value.data);
  });
  return bodies;
};

const textsApart = (payload: unknown): readonly string[] => {
  const found: string[] = [];
  const open: { readonly given: unknown; readonly depth: number }[] = [
    { given: payload, depth: 0 },
  ];
  for (let parts = 0; parts < GMAIL_PARTS_MAX; parts += 1) {
    const next = open.shift();
    if (next === undefined) break;
    const read = z.safeParse(part, next.given);
    if (!read.success || next.depth > GMAIL_NESTING_MAX) continue;
    const { mimeType = "", filename = "", body: held } = read.data;
    const isText = READ.test(mimeType) && filename === "";
    if (isText && held?.attachmentId !== undefined && held.data === undefined)
      if ((held.size ?? 0) <= BODY_BYTES_MAX) found.push(held.attachmentId);
    for (const given of read.data.parts ?? []) open.push({ given, depth: next.depth + 1 });
  }
  return found;
};
