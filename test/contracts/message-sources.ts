import { describe, expect, it } from "vitest";
import { messageOf } from "#shared/mail/message.ts";
import type { MailUnknown, Message } from "#shared/mail/message.ts";
import { SAMPLE_MAILS } from "../fixtures/sample-mails.ts";
import type { ToldMail } from "../fixtures/sample-mails.ts";

/** The parts of a message that an unknown of its source makes uncertain. */
const TOUCHED: Readonly<Record<MailUnknown, readonly (keyof Message)[]>> = {
  messageId: ["messageId"],
  sender: ["sender"],
  replyTo: ["replyTo"],
  bcc: ["bcc"],
  inReplyTo: ["inReplyTo"],
  references: ["references"],
  headers: ["headers"],
  offset: ["sentAt", "sentOn"],
  text: ["text"],
  html: ["html"],
  attachments: ["attachments"],
  report: ["report"],
};

/** Line ends at the end of a text, and sizes of parts that were re-encoded, are the source's own. */
const settled = (message: Partial<Message>): Partial<Message> => ({
  ...message,
  ...(message.text == null ? {} : { text: message.text.trimEnd() }),
  ...(message.html == null ? {} : { html: message.html.trimEnd() }),
  ...(message.attachments === undefined
    ? {}
    : { attachments: message.attachments.map((one) => ({ ...one, bytes: 0 })) }),
});

const within = (message: Partial<Message>, unknown: readonly MailUnknown[]): Partial<Message> => {
  const left = new Set<string>(unknown.flatMap((one) => TOUCHED[one]));
  // What is missing is named by what is known.
  const own = ["problems", "unknown", "headers"];
  return Object.fromEntries(
    Object.entries(settled(message)).filter(([key]) => !left.has(key) && !own.includes(key)),
  );
};

/** What every source of mails does: the same mail is the same message, but for what the source says it cannot know. */
export const messageSourceContract = (
  name: string,
  read: (mail: ToldMail) => Promise<Message>,
  /** What this source may say that it does not know, and no more than that. */
  mayNotKnow: readonly MailUnknown[],
): void => {
  describe(`${name} gives`, () => {
    it.each(SAMPLE_MAILS)("$name", async (mail) => {
      const message = await read(mail);
      expect(message.unknown.filter((one) => !mayNotKnow.includes(one))).toEqual([]);
      expect(within(message, message.unknown)).toEqual(
        within(messageOf(mail.told), message.unknown),
      );
      if (message.unknown.includes("headers")) return;
      const names = new Set(mail.headers.map(([header]) => header));
      expect(message.headers.filter((one) => names.has(one.name))).toEqual(
        mail.headers.map(([header, raw, decoded]) => ({ name: header, value: decoded ?? raw })),
      );
    });
  });
};
