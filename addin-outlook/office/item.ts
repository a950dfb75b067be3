import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import * as z from "zod/mini";
import type { OutlookFault, OutlookItem } from "#outlook/outlook.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { CallQueue } from "./queue.ts";

z.config({ jitless: true });

/** What an item tells at once. In compose the subject, the sender and the recipients are calls, and no words. */
const told = z.object({
  itemType: z.optional(z.nullable(z.string())),
  itemId: z.optional(z.nullable(z.string())),
  conversationId: z.optional(z.nullable(z.string())),
  internetMessageId: z.optional(z.nullable(z.string())),
  subject: z.optional(z.unknown()),
});

const sharedWith = z.object({ targetMailbox: z.optional(z.nullable(z.string())) });
const sender = z.object({ emailAddress: z.optional(z.nullable(z.string())) });

/**
 * A mail or draft in our words; null where nothing is open, or no mail (an appointment beside a pinned pane). Whether
 * it is shared is at first the presence of the call, which clients give to items of other mailboxes alone.
 */
export const describeItem = (live: unknown, key: string, own: string): OutlookItem | null => {
  const parsed = z.safeParse(told, live);
  if (!parsed.success || parsed.data.itemType === "appointment") return null;
  const { itemId, conversationId, internetMessageId, subject } = parsed.data;
  const mode = typeof subject === "string" ? "read" : "compose";
  const isShared = hasCall(live, "getSharedPropertiesAsync");
  return {
    key,
    mode,
    id: filled(itemId),
    conversationId: filled(conversationId),
    internetMessageId: filled(internetMessageId),
    subject: typeof subject === "string" ? subject : "",
    isShared,
    from: isShared || mode === "compose" ? null : own,
  };
};

/** Whether what is open is still what was described: an id may come (a draft that is saved), but never change. */
export const isSameItem = (before: OutlookItem | null, live: unknown, own: string): boolean => {
  const now = describeItem(live, before?.key ?? "", own);
  if (before === null || now === null) return before === now;
  const agree = (one: string | null, other: string | null): boolean =>
    one === null || other === null || one === other;
  return (
    before.mode === now.mode &&
    agree(before.id, now.id) &&
    agree(before.conversationId, now.conversationId) &&
    agree(before.internetMessageId, now.internetMessageId)
  );
};

export type ItemWatch = {
  readonly item: ReadonlySignal<OutlookItem | null>;
  readonly isOpen: (item: OutlookItem) => boolean;
  /** The mailbox that the item lies in: the person's own, or the one that shares it; null while it is not known. */
  readonly mailboxOf: (item: OutlookItem) => string | null;
};

/** Follows what is open: the pane may be pinned, and then lives as long as the window. */
export const watchItem = async (
  mailbox: Office.Mailbox,
  queue: CallQueue,
  own: string,
): Promise<ItemWatch> => {
  const item = signal<OutlookItem | null>(null);
  const home = signal<{ readonly key: string; readonly mailbox: string } | null>(null);
  let shown = 0;

  const turn = (): void => {
    shown += 1;
    const key = `item-${String(shown)}`;
    const next = describeItem(mailbox.item, key, own);
    queue.turnTo(next === null ? null : key);
    item.value = next;
    if (next !== null) void complete(next);
  };

  /** Adds what only calls tell, unless another item came meanwhile. */
  const complete = async (of: OutlookItem): Promise<void> => {
    const more = { ...(await sharedPart(of)), ...(await composePart(of)) };
    const still = item.peek();
    if (still?.key === of.key && Object.keys(more).length > 0) item.value = { ...still, ...more };
  };

  const sharedPart = async (of: OutlookItem): Promise<Partial<OutlookItem>> => {
    if (!of.isShared) return {};
    const answer = await queue.call<unknown>(
      (callback) => {
        (mailbox.item as Office.MessageRead).getSharedPropertiesAsync(callback);
      },
      { item: of.key },
    );
    const parsed = answer.ok ? z.safeParse(sharedWith, answer.value) : null;
    const target = parsed?.success === true ? filled(parsed.data.targetMailbox) : null;
    if (target === null) return {};
    const address = target.toLowerCase();
    home.value = { key: of.key, mailbox: address };
    return { isShared: address !== own, ...(of.mode === "read" ? { from: address } : {}) };
  };

  const composePart = async (of: OutlookItem): Promise<Partial<OutlookItem>> => {
    if (of.mode !== "compose") return {};
    const draft = mailbox.item as Office.MessageCompose;
    const [subject, from] = await Promise.all([
      queue.call<unknown>(
        (callback) => {
          draft.subject.getAsync(callback);
        },
        { item: of.key },
      ),
      hasCall(draft.from, "getAsync")
        ? queue.call<unknown>(
            (callback) => {
              draft.from.getAsync(callback);
            },
            { item: of.key },
          )
        : null,
    ]);
    const address = from === null ? null : addressIn(from);
    return {
      ...(subject.ok && typeof subject.value === "string" ? { subject: subject.value } : {}),
      ...(address === null ? {} : { from: address }),
    };
  };

  turn();
  await queue.call<unknown>((callback) => {
    mailbox.addHandlerAsync(Office.EventType.ItemChanged, turn, callback);
  });
  // What was opened while the host was taking note of us came without an event.
  if (!isSameItem(item.peek(), mailbox.item, own)) turn();

  return {
    item: computed(() => item.value),
    isOpen: (of) => {
      const now = item.peek();
      if (now?.key !== of.key) return false;
      if (isSameItem(now, mailbox.item, own)) return true;
      // An event was lost, or is still on its way.
      turn();
      return false;
    },
    mailboxOf: (of) => {
      if (!of.isShared) return own;
      const known = home.peek();
      return known?.key === of.key ? known.mailbox : null;
    },
  };
};

const addressIn = (answer: Result<unknown, OutlookFault>): string | null => {
  const parsed = answer.ok ? z.safeParse(sender, answer.value) : null;
  const address = parsed?.success === true ? filled(parsed.data.emailAddress) : null;
  return address?.toLowerCase() ?? null;
};

/** Whether an object of Office has a method: newer ones are absent where the client is older. */
export const hasCall = (of: unknown, name: string): boolean =>
  typeof of === "object" &&
  of !== null &&
  name in of &&
  typeof Reflect.get(of, name) === "function";

const filled = (text: string | null | undefined): string | null =>
  text == null || text === "" ? null : text;
