import { createHash } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { MailAddress } from "#shared/mail/message.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import { headerSection } from "#src/files/mail-head.ts";
import { isMbox, mboxMessages } from "#src/files/mbox.ts";
import type { PassedOver, WireMail, WirePerson } from "./wire.ts";

/** Mails shown at most: beyond, a folder is an archive, and a page could not list it. */
export const MAILS_MAX = 20_000;
/** An .mbox is read into memory whole. */
export const MBOX_BYTES_MAX = 1024 * 1024 * 1024;
/** A larger file is no mail (mail servers stop at 25 to 150 MB); its header is not even looked at. */
export const FILE_BYTES_MAX = 200 * 1024 * 1024;
/** Folders within folders that are followed. */
const DEPTH_MAX = 8;

export type Mailbox = {
  readonly mails: readonly WireMail[];
  readonly passedOver: readonly { readonly file: string; readonly why: PassedOver }[];
  /** The untouched bytes; null for an id that is not of this mailbox. */
  readonly bytesOf: (id: string) => Promise<Uint8Array | null>;
};

export type MailboxRefusal =
  | { readonly type: "mailbox-not-found"; readonly path: string }
  | { readonly type: "mailbox-too-large"; readonly path: string; readonly bytes: number };

/** What was read of a file, so that reading the mailbox again costs only what is new in it. */
type ReadBefore = Map<
  string,
  { readonly size: number; readonly changed: number; readonly mail: WireMail | null }
>;

/**
 * Opens a folder of .eml files (and folders in it) or an .mbox, as often as it is called: files that came since are in it
 * then. Only ever reads.
 */
export const mailboxReader = (path: string): (() => Promise<Result<Mailbox, MailboxRefusal>>) => {
  const before: ReadBefore = new Map();
  let mbox: { readonly size: number; readonly changed: number; readonly mailbox: Mailbox } | null =
    null;
  return async () => {
    const found = await statOrNull(path);
    if (found === null) return err({ type: "mailbox-not-found", path });
    if (found.isDirectory()) return ok(await openFolder(path, before));
    if (found.size > MBOX_BYTES_MAX) {
      return err({ type: "mailbox-too-large", path, bytes: found.size });
    }
    if (mbox === null || mbox.size !== found.size || mbox.changed !== found.mtimeMs) {
      mbox = { size: found.size, changed: found.mtimeMs, mailbox: await openFile(path) };
    }
    return ok(mbox.mailbox);
  };
};

export const openMailbox = (path: string): Promise<Result<Mailbox, MailboxRefusal>> =>
  mailboxReader(path)();

const readOrNull = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(path);
  } catch {
    // Moved or removed since it was listed: the page says that the mail is gone.
    return null;
  }
};

const statOrNull = async (path: string) => {
  try {
    return await stat(path);
  } catch {
    // Absent or not permitted: the same to the person who typed the path.
    return null;
  }
};

const openFile = async (path: string): Promise<Mailbox> => {
  const bytes = await readFile(path);
  const list = newList();
  if (isMbox(bytes)) {
    let place = 0;
    for (const message of mboxMessages(bytes)) {
      place += 1;
      const name = `${basename(path)} #${String(place)}`;
      await list.add(name, message, message);
    }
  } else {
    await list.add(basename(path), bytes, bytes);
  }
  return list.mailbox();
};

const openFolder = async (root: string, before: ReadBefore): Promise<Mailbox> => {
  const list = newList();
  for (const file of await filesBelow(root, "", 0)) {
    const path = join(root, file);
    try {
      const { size, mtimeMs } = await stat(path);
      const known = before.get(file);
      if (list.isFull()) list.passOver(file, "too-many");
      else if (size > FILE_BYTES_MAX) list.passOver(file, "not-readable");
      else if (known !== undefined && known.size === size && known.changed === mtimeMs) {
        list.addKnown(file, known.mail, path);
      } else {
        const mail = await list.add(file, await readFile(path), path);
        before.set(file, { size, changed: mtimeMs, mail });
      }
    } catch {
      // Vanished or not permitted between listing and reading: said in the mailbox's own list.
      list.passOver(file, "not-readable");
    }
  }
  return list.mailbox();
};

const MAIL_FILE = /\.(?:eml|msg|raw|txt|mbox|mail)$/i;

const filesBelow = async (
  root: string,
  below: string,
  depth: number,
): Promise<readonly string[]> => {
  if (depth > DEPTH_MAX) return [];
  const found: string[] = [];
  const here = await readdir(join(root, below), { withFileTypes: true });
  for (const item of here.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === "" ? item.name : join(below, item.name);
    if (item.isDirectory()) found.push(...(await filesBelow(root, path, depth + 1)));
    // A Maildir names its mails without an ending, in folders `cur` and `new`.
    else if (item.isFile() && (MAIL_FILE.test(item.name) || /(?:^|[/\\])(?:cur|new)$/.test(below)))
      found.push(path);
  }
  return found;
};

type Source = string | Uint8Array;

const newList = () => {
  const mails: WireMail[] = [];
  const passedOver: { file: string; why: PassedOver }[] = [];
  const isFull = (): boolean => mails.length >= MAILS_MAX;
  const mailById = new Map<string, WireMail>();
  const sources = new Map<string, Source>();
  const hold = (mail: WireMail, source: Source): void => {
    mails.push(mail);
    mailById.set(mail.id, mail);
    sources.set(mail.id, source);
  };
  return {
    passOver: (file: string, why: PassedOver): void => {
      passedOver.push({ file, why });
    },
    isFull,
    /** A file that has not changed since it was read. */
    addKnown: (file: string, mail: WireMail | null, source: Source): void => {
      if (mail === null) passedOver.push({ file, why: "not-a-mail" });
      else if (!mailById.has(mail.id)) hold(mail, source);
    },
    /** Null where it is no mail. The same bytes twice are one mail. */
    add: async (file: string, bytes: Uint8Array, source: Source): Promise<WireMail | null> => {
      if (isFull()) {
        passedOver.push({ file, why: "too-many" });
        return null;
      }
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const id = sha256.slice(0, 24);
      const same = mailById.get(id);
      if (same !== undefined) return same;
      const message = await readMailBytes(headerSection(bytes));
      if (!message.ok) {
        passedOver.push({ file, why: "not-a-mail" });
        return null;
      }
      const { messageId, from, to, cc, subject, sentAt, inReplyTo, references } = message.value;
      const mail: WireMail = {
        id,
        sha256,
        bytes: bytes.length,
        file,
        messageId,
        from: from === null ? null : person(from),
        // A list of thousands is shown as its first few; the open mail has them all.
        to: to.slice(0, 20).map(person),
        cc: cc.slice(0, 20).map(person),
        subject,
        sentAt,
        inReplyTo,
        references,
      };
      hold(mail, source);
      return mail;
    },
    mailbox: (): Mailbox => ({
      mails,
      passedOver,
      bytesOf: async (id) => {
        const source = sources.get(id);
        if (source === undefined) return null;
        return typeof source === "string" ? readOrNull(source) : source;
      },
    }),
  };
};

const person = ({ address, name }: MailAddress): WirePerson => ({ address, name });
