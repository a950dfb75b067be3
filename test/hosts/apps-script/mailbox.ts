import { Buffer } from "node:buffer";
import type { VirtualClock } from "./clock.ts";
import { headersOf } from "./rest/mime-tree.ts";

/** What Gmail keeps of one account. A mail is its bytes; everything else is read out of them. */
export type Mailbox = {
  readonly email: string;
  readonly messages: ReadonlyMap<string, StoredMessage>;
  /** Draft id to the id of its message, which changes when the draft does. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Label id to its name; those of Gmail's own have their name for an id. */
  readonly labels: Map<string, string>;
  /** A mail comes in, in the thread it answers (In-Reply-To, References), or in one of its own. */
  readonly receive: (bytes: Uint8Array | string, options?: StoreOptions) => StoredMessage;
  /** A mail that the person wrote elsewhere. */
  readonly sent: (bytes: Uint8Array | string, options?: StoreOptions) => StoredMessage;
  /** The person presses Send in this draft. */
  readonly sendDraft: (draftId: string, options?: SendOptions) => StoredMessage;
  readonly discardDraft: (draftId: string) => void;
  /** Oldest first, drafts included. */
  readonly thread: (threadId: string) => readonly StoredMessage[];
  /** A draft is made, or written anew where `draftId` is given. */
  readonly saveDraft: (
    bytes: Uint8Array,
    threadId: string | null,
    draftId: string | null,
  ) => { readonly draftId: string; readonly message: StoredMessage };
};

export type StoreOptions = {
  readonly threadId?: string;
  readonly labels?: readonly string[];
  /** When Gmail took it in, in milliseconds since 1970; the clock's instant otherwise. */
  readonly at?: number;
};

export type SendOptions = {
  /** False where the person sent it untouched from a program that keeps headers: Gmail's own editor keeps none of ours. */
  readonly dropsHeaders?: boolean;
  /** Written over the text in Gmail's editor, word by word. */
  readonly edit?: readonly (readonly [from: string, to: string])[];
};

export type StoredMessage = {
  readonly id: string;
  readonly threadId: string;
  readonly raw: Uint8Array;
  readonly labels: Set<string>;
  readonly internalDate: number;
};

const SYSTEM_LABELS = ["INBOX", "SENT", "DRAFT", "UNREAD", "STARRED", "IMPORTANT", "TRASH", "SPAM"];

export const createMailbox = (email: string, clock: VirtualClock, draw: () => number): Mailbox => {
  const messages = new Map<string, StoredMessage>();
  const drafts = new Map<string, string>();
  const labels = new Map(SYSTEM_LABELS.map((name) => [name, name]));

  const freshId = (): string => (0x18c2_0000_0000 + draw() * 7919).toString(16).padStart(16, "1");

  const store = (
    bytes: Uint8Array | string,
    own: readonly string[],
    options: StoreOptions,
  ): StoredMessage => {
    const raw = typeof bytes === "string" ? new Uint8Array(Buffer.from(bytes)) : bytes;
    const id = freshId();
    const stored: StoredMessage = {
      id,
      threadId: options.threadId ?? threadOf(raw) ?? id,
      raw,
      labels: new Set([...own, ...(options.labels ?? [])]),
      internalDate: options.at ?? clock.now(),
    };
    messages.set(id, stored);
    return stored;
  };

  /** The thread of the newest mail that this one answers, where the subject is the same. */
  const threadOf = (raw: Uint8Array): string | null => {
    const named = new Set(idsIn(raw, ["in-reply-to", "references"]));
    const subject = subjectOf(raw);
    const found = [...messages.values()]
      .reverse()
      .find(
        (one) =>
          named.has(idsIn(one.raw, ["message-id"])[0] ?? "") && subjectOf(one.raw) === subject,
      );
    return found?.threadId ?? null;
  };

  const draftMessage = (draftId: string): StoredMessage => {
    const message = messages.get(drafts.get(draftId) ?? "");
    if (message === undefined) throw new Error(`no draft ${draftId}`);
    return message;
  };

  const discardDraft = (draftId: string): void => {
    messages.delete(draftMessage(draftId).id);
    drafts.delete(draftId);
  };

  return {
    email,
    messages,
    drafts,
    labels,
    receive: (bytes, options = {}) => store(bytes, ["INBOX", "UNREAD"], options),
    sent: (bytes, options = {}) => store(bytes, ["SENT"], options),
    thread: (threadId) =>
      [...messages.values()]
        .filter((one) => one.threadId === threadId)
        .sort((a, b) => a.internalDate - b.internalDate),
    saveDraft: (bytes, threadId, draftId) => {
      if (draftId !== null) discardDraft(draftId);
      // A thread is only joined by what answers it and says so: References and the same subject.
      const joins = threadId !== null && threadOf(bytes) === threadId;
      const message = store(bytes, ["DRAFT"], joins ? { threadId } : { threadId: freshId() });
      const id = draftId ?? `r-${String(7_000_000_000 + draw() * 104_729)}`;
      drafts.set(id, message.id);
      return { draftId: id, message };
    },
    discardDraft,
    sendDraft: (draftId, options = {}) => {
      const { raw, threadId } = draftMessage(draftId);
      discardDraft(draftId);
      const mark = Buffer.from(`mail ${String(draw())}`).toString("hex");
      const at = clock.now();
      return store(sentBytes(raw, `<CA${mark}@mail.gmail.com>`, at, options), ["SENT"], {
        threadId,
        at,
      });
    },
  };
};

const idsIn = (raw: Uint8Array, names: readonly string[]): readonly string[] =>
  headersOf(raw)
    .filter(({ name }) => names.includes(name.toLowerCase()))
    .flatMap(({ value }) => value.match(/<[^<>\s]+>/g) ?? []);

/** Without the marks of answers. */
const subjectOf = (raw: Uint8Array): string => {
  const subject = headersOf(raw).find(({ name }) => name.toLowerCase() === "subject")?.value ?? "";
  return subject
    .replace(/^(?:\s*(?:re|fwd?|tr|rép)\s*:)+\s*/i, "")
    .trim()
    .toLowerCase();
};

/** Gmail gives what it sends a Message-ID and a date of its own; its editor writes the mail anew, without headers of ours. */
const sentBytes = (
  raw: Uint8Array,
  messageId: string,
  at: number,
  options: SendOptions,
): Uint8Array => {
  const text = Buffer.from(raw).toString("latin1");
  const end = /\r?\n\r?\n/.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  let body = end === null ? "" : text.slice(end.index + end[0].length);
  for (const [from, to] of options.edit ?? []) body = body.split(from).join(to);
  const dropped =
    options.dropsHeaders === false ? /^(?:message-id|date):/i : /^(?:message-id|date|x-[\w-]+):/i;
  const kept = head.split(/\r?\n(?![ \t])/).filter((line) => !dropped.test(line));
  const own = [
    `Date: ${new Date(at).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: ${messageId}`,
  ];
  return new Uint8Array(Buffer.from(`${[...own, ...kept].join("\r\n")}\r\n\r\n${body}`, "latin1"));
};
