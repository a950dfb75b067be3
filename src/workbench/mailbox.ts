import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Message } from "#shared/mail/message.ts";
import { recipientsOf } from "#shared/mail/message.ts";
import { hexOfBytes } from "#shared/kernel/bytes.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import type { MailRefusal } from "#src/files/mail-bytes.ts";
import type { LocalMailbox } from "./local-mailbox.ts";
import { WIRE } from "./server/wire.ts";
import type { WireMail, WireMailbox } from "./server/wire.ts";

/** The mailbox that the page shows: the server's mails, and those taken in or sent here. Newest first. */
export type PageMailbox = {
  readonly about: WireMailbox;
  readonly mails: ReadonlySignal<readonly ListedMail[]>;
  /** The untouched bytes and what they say. */
  readonly open: (id: string) => Promise<Result<LoadedMail, OpenRefusal>>;
  /** Takes in bytes dropped on the page or made here. Answers the mail's id. */
  readonly takeIn: (file: string, bytes: Uint8Array) => Promise<Result<string, MailRefusal>>;
};

export type ListedMail = WireMail & {
  /** Dropped on the page, or "as if sent": kept by this browser. */
  readonly isLocal: boolean;
};

export type LoadedMail = {
  readonly id: string;
  readonly message: Message;
  readonly bytes: Uint8Array;
  readonly sha256: string;
};

export type OpenRefusal =
  | { readonly type: "mail-gone" }
  /** The bytes are here and can be filed; they cannot be shown. */
  | {
      readonly type: "mail-unreadable";
      readonly refusal: MailRefusal;
      readonly bytes: Uint8Array;
      readonly sha256: string;
    };

export const openPageMailbox = async (
  about: WireMailbox,
  local: LocalMailbox,
): Promise<PageMailbox> => {
  const kept = new Map((await local.mails()).map((mail) => [mail.id, mail]));
  const mails = signal<readonly ListedMail[]>([]);
  const listed = new Map<string, ListedMail>(
    about.mails.map((mail) => [mail.id, { ...mail, isLocal: false }]),
  );
  const draw = (): void => {
    mails.value = [...listed.values()].sort((a, b) => momentOf(b) - momentOf(a));
  };
  for (const mail of kept.values()) {
    const message = await readMailBytes(mail.bytes);
    if (message.ok && !listed.has(mail.id)) {
      listed.set(
        mail.id,
        listedOf(mail.id, mail.sha256, mail.file, mail.bytes.length, message.value),
      );
    }
  }
  draw();
  const bytesOf = async (id: string): Promise<Uint8Array | null> => {
    const here = kept.get(id);
    if (here !== undefined) return here.bytes;
    const response = await fetch(`${WIRE.mail}${id}`);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  };
  return {
    about,
    mails,
    open: async (id) => {
      const bytes = await bytesOf(id);
      if (bytes === null) return err({ type: "mail-gone" });
      const sha256 = await sha256Of(bytes);
      const message = await readMailBytes(bytes);
      return message.ok
        ? ok({ id, message: message.value, bytes, sha256 })
        : err({ type: "mail-unreadable", refusal: message.error, bytes, sha256 });
    },
    takeIn: async (file, bytes) => {
      const message = await readMailBytes(bytes);
      if (!message.ok) return message;
      const sha256 = await sha256Of(bytes);
      const id = sha256.slice(0, 24);
      if (!listed.has(id)) {
        const mail = { id, sha256, file, bytes };
        kept.set(id, mail);
        await local.keepMail(mail);
        listed.set(id, listedOf(id, sha256, file, bytes.length, message.value));
        draw();
      }
      return ok(id);
    },
  };
};

/** SHA-256 in hexadecimal, by the browser: mails are megabytes. */
export const sha256Of = async (bytes: Uint8Array): Promise<string> =>
  hexOfBytes(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.slice().buffer)));

const listedOf = (
  id: string,
  sha256: string,
  file: string,
  bytes: number,
  message: Message,
): ListedMail => ({
  id,
  sha256,
  file,
  bytes,
  messageId: message.messageId,
  from: message.from,
  to: recipientsOf(message).slice(0, 20),
  cc: [],
  subject: message.subject,
  sentAt: message.sentAt,
  inReplyTo: message.inReplyTo,
  references: message.references,
  isLocal: true,
});

const momentOf = (mail: WireMail): number => {
  const moment = mail.sentAt === null ? Number.NaN : Date.parse(mail.sentAt);
  return Number.isNaN(moment) ? 0 : moment;
};
