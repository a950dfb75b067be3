import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Message } from "#shared/mail/message.ts";
import { sha256OfBlob } from "#src/store/blob-hash.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import type { MailRefusal } from "#src/files/mail-bytes.ts";
import { headerSection } from "#src/files/mail-head.ts";
import type { KeptMail, LocalMailbox } from "./local-mailbox.ts";
import { WIRE } from "./server/wire.ts";
import type { WireMail, WireMailbox } from "./server/wire.ts";

/** Recipients listed of one mail; the open mail has more. */
const PEOPLE_SHOWN_MAX = 20;

/** The mailbox that the page shows: the server's mails, and those taken in or sent here. Newest first. */
export type PageMailbox = {
  readonly about: WireMailbox;
  readonly mails: ReadonlySignal<readonly ListedMail[]>;
  /** The untouched bytes and what they say. */
  readonly open: (id: string) => Promise<Result<LoadedMail, OpenRefusal>>;
  /** Takes in what the server's folder has got since: the list as it now is. */
  readonly refresh: (again: WireMailbox) => void;
  /** Takes in bytes dropped on the page or made here. */
  readonly takeIn: (file: string, bytes: Uint8Array) => Promise<Result<TakenIn, MailRefusal>>;
};

export type TakenIn = {
  readonly id: string;
  /** False: the same bytes were here already. */
  readonly isNew: boolean;
  /** False: the browser had no room, and the mail lasts as long as the page. */
  readonly isKept: boolean;
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
  /** The program on this machine no longer answers. */
  | { readonly type: "server-gone" }
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
    const dated = [...listed.values()].map((mail) => ({ mail, moment: momentOf(mail) }));
    mails.value = dated.sort((a, b) => b.moment - a.moment).map(({ mail }) => mail);
  };
  for (const mail of kept.values()) {
    const message = await readAsListed(mail.bytes);
    if (message.ok && !listed.has(mail.id)) {
      listed.set(
        mail.id,
        listedOf(mail.id, mail.sha256, mail.file, mail.bytes.length, message.value),
      );
    }
  }
  draw();
  const bytesOf = async (id: string): Promise<Result<Uint8Array, OpenRefusal>> => {
    const here = kept.get(id);
    if (here !== undefined) return ok(here.bytes);
    try {
      const response = await fetch(`${WIRE.mail}${id}`);
      if (!response.ok) return err({ type: "mail-gone" });
      return ok(new Uint8Array(await response.arrayBuffer()));
    } catch {
      // fetch rejects where nobody listens, and where the connection breaks half way: the same to the reader.
      return err({ type: "server-gone" });
    }
  };
  return {
    about,
    mails,
    open: async (id) => {
      const found = await bytesOf(id);
      if (!found.ok) return found;
      const bytes = found.value;
      const sha256 = await sha256OfBlob(bytes);
      const message = await readMailBytes(bytes);
      return message.ok
        ? ok({ id, message: message.value, bytes, sha256 })
        : err({ type: "mail-unreadable", refusal: message.error, bytes, sha256 });
    },
    refresh: (again) => {
      for (const mail of again.mails) {
        if (!listed.has(mail.id)) listed.set(mail.id, { ...mail, isLocal: false });
      }
      draw();
    },
    takeIn: async (file, bytes) => {
      const message = await readAsListed(bytes);
      if (!message.ok) return message;
      const sha256 = await sha256OfBlob(bytes);
      const id = sha256.slice(0, 24);
      if (listed.has(id)) return ok({ id, isNew: false, isKept: true });
      const mail = { id, sha256, file, bytes };
      kept.set(id, mail);
      listed.set(id, listedOf(id, sha256, file, bytes.length, message.value));
      draw();
      return ok({ id, isNew: true, isKept: await keptIn(local, mail) });
    },
  };
};

/** One that is too large to be opened is still listed, by its head, and its bytes can be filed. */
const readAsListed = async (bytes: Uint8Array): Promise<Result<Message, MailRefusal>> => {
  const message = await readMailBytes(bytes);
  return message.ok || message.error.type !== "mail-too-large"
    ? message
    : readMailBytes(headerSection(bytes));
};

const keptIn = async (local: LocalMailbox, mail: KeptMail): Promise<boolean> => {
  try {
    await local.keepMail(mail);
    return local.lasts;
  } catch {
    // No room, or the database was closed by another tab: the page still has the bytes, and says so.
    return false;
  }
};

/** The mailbox as the server has it now; null where it does not answer. */
export const fetchMailbox = async (): Promise<WireMailbox | null> => {
  try {
    const response = await fetch(WIRE.mailbox);
    // Both sides are built together: what the server gives is what wire.ts says.
    return response.ok ? ((await response.json()) as WireMailbox) : null;
  } catch {
    // Nobody listens any more: the page says how to start again.
    return null;
  }
};

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
  to: message.to.slice(0, PEOPLE_SHOWN_MAX),
  cc: message.cc.slice(0, PEOPLE_SHOWN_MAX),
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
