import * as z from "zod/mini";
import { fileMails } from "#shared/app/file-mails.ts";
import type { FiledMailsView } from "#shared/app/file-mails.ts";
import { addressKey } from "#shared/app/index-keys.ts";
import { fileMail } from "#shared/app/mail-acts.ts";
import type { MailToFile } from "#shared/app/mail-acts.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { AccountUnknown, DoneView } from "#shared/app/view-parts.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { bareMessageId } from "#shared/mail/message.ts";
import { forgetDrafts } from "./draft-memory.ts";
import { askAll, askJson, inPath, jsonIn } from "./gmail-client.ts";
import type {
  Filed,
  GmailFault,
  LedgerFault,
  LedgerRun,
  Mailbox,
  SentFound,
  WholeMessage,
} from "./mail.ts";
import { isTooLarge, openedMessage, rawOf, wholeMessage, withBytes } from "./open-message.ts";
import { messageSchema, namedHeadSchema, threadSchema } from "./shapes.ts";

z.config({ jitless: true });

// Filing tells a robot's answer from a person's, by the rules of reading: this file belongs to a part, not to Code.js.

/** Mails of one thread that are filed by one click, and their bytes: a card has 30 seconds, and they go to Drive as well. */
export const THREAD_MAILS_MAX = 30;
export const THREAD_BYTES_MAX = 30 * 1024 * 1024;

/** What was obtained: the bytes that Google keeps, as they came. */
export const mailToFile = ({ message, sha256, bytes }: WholeMessage): MailToFile => ({
  message,
  sha256,
  size: bytes.length,
  obtained: "as-received",
});

/** What goes along with a filing: the bytes, and the threads that later mails will be known by. */
export const withMails = (mails: readonly WholeMessage[]) => ({
  bytes: new Map(mails.map(({ sha256, bytes }) => [sha256, bytes])),
  threads: [...new Set(mails.map(({ threadId }) => threadId))],
});

/** Files the open mail in an account, byte for byte, without saying what it means. */
export const fileMessage = (
  mailbox: Mailbox,
  run: LedgerRun,
  { messageId, account }: { readonly messageId: string; readonly account: string },
): Result<DoneView, GmailFault | LedgerFault | AccountUnknown> => {
  const mail = wholeMessage(mailbox, { messageId });
  if (!mail.ok) return mail;
  const input = { account, mail: mailToFile(mail.value) };
  return run(fileMail, input, withMails([mail.value]));
};

/** Message-IDs of the mails that are in an account with their bytes. */
export const filedWithBytes: UseCase<string, ReadonlySet<string>, AccountUnknown> = {
  name: "filed-with-bytes",
  asks: (account) => ({ accounts: [account], keys: [], search: false }),
  decide: (account, loaded) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const ids = state.exchanges.flatMap(({ messageId, versions }) =>
      messageId !== null && versions.length > 0 ? [messageId] : [],
    );
    return ok(viewOnly(new Set(ids)));
  },
};

/**
 * Files every mail of the open thread that is not in the account yet, as one act. What the thread holds is asked for
 * first (labels, sizes and Message-IDs), then all words and all bytes in one round. Drafts are no exchange.
 */
export const fileThread = (
  mailbox: Mailbox,
  run: LedgerRun,
  { threadId, account }: { readonly threadId: string; readonly account: string },
): Result<Filed, GmailFault | LedgerFault | AccountUnknown> => {
  const known = run(filedWithBytes, account);
  if (!known.ok) return known;
  const headPath = `/threads/${inPath(threadId)}?format=metadata&metadataHeaders=Message-ID`;
  const thread = askJson(mailbox, { method: "get", path: headPath }, threadSchema);
  if (!thread.ok) return thread;
  const heads = headsOf(thread.value.messages ?? []);
  const fresh = heads.filter(({ messageId }) => !known.value.has(messageId ?? ""));
  // They would stand in the way of all that come after them.
  const large = fresh.filter(({ size }) => isTooLarge(size));
  const fit = fresh.filter(({ size }) => !isTooLarge(size));
  const chosen = boundedOf(fit);
  const already = heads.length - fresh.length;
  const tooLarge = large.map((head): NotRead => ({ head, why: { type: "too-large" } }));
  if (chosen.length === 0) return ok({ done: null, filed: 0, already, left: leftBy(tooLarge) });
  const { mails: all, faults } = readThread(mailbox, threadId, chosen);
  const others = run(writtenByOthers, {
    account,
    senders: all.flatMap(({ message }) => message.from?.address ?? []),
  });
  if (!others.ok) return others;
  const isOthers = ({ message }: WholeMessage): boolean =>
    others.value.has(message.from?.address ?? "");
  const mails = all.filter((mail) => !isOthers(mail));
  const input = { mails: mails.map((mail) => ({ account, mail: mailToFile(mail) })) };
  const filed = mails.length === 0 ? ok(null) : run(fileMails, input, withMails(mails));
  if (!filed.ok) return filed;
  const rest = fit.slice(chosen.length);
  const tooMany = { count: rest.length, at: timesOf(rest), why: { type: "too-many" } as const };
  const ofOthers = chosen.flatMap((head): readonly NotRead[] =>
    all.some((mail) => mail.id === head.id && isOthers(mail))
      ? [{ head, why: { type: "other-debtor" } }]
      : [],
  );
  return ok({
    done: filed.value,
    ...countsOf(filed.value, already),
    left: [...leftBy([...faults, ...tooLarge, ...ofOthers]), ...(rest.length > 0 ? [tooMany] : [])],
  });
};

/**
 * Of the senders of a thread, those who are contacts of another debtor and not of this one: their mails are no proof in
 * this one's file, and what they promise is promised by somebody else.
 */
const writtenByOthers: UseCase<
  { readonly account: string; readonly senders: readonly string[] },
  ReadonlySet<string>,
  never
> = {
  name: "written-by-others",
  asks: ({ account, senders }) => ({
    accounts: [account],
    keys: senders.map(addressKey),
    search: false,
  }),
  decide: ({ account, senders }, { accountsByKey }) => {
    const others = senders.filter((sender) => {
      const known = accountsByKey.get(addressKey(sender)) ?? [];
      return known.length > 0 && !known.includes(account);
    });
    return ok(viewOnly(new Set(others)));
  },
};

type NotRead = {
  readonly head: Head;
  readonly why: GmailFault | { readonly type: "other-debtor" };
};

/** What failed for one reason is told once. */
const leftBy = (faults: readonly NotRead[]): Filed["left"] => {
  const groups = new Map<string, { readonly why: NotRead["why"]; readonly heads: Head[] }>();
  for (const { head, why } of faults) {
    const key = JSON.stringify(why);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { why, heads: [head] });
    else group.heads.push(head);
  }
  return [...groups.values()].map(({ why, heads }) => ({
    count: heads.length,
    at: timesOf(heads),
    why,
  }));
};

const timesOf = (heads: readonly Head[]): readonly number[] =>
  heads.flatMap(({ at }) => (at === null ? [] : [at]));

const countsOf = (
  view: FiledMailsView | null,
  already: number,
): Pick<Filed, "filed" | "already"> => {
  const filed = (view?.filed ?? []).filter((accounts) => accounts.length > 0).length;
  return { filed, already: already + (view?.filed.length ?? 0) - filed };
};

type Head = {
  readonly id: string;
  readonly messageId: string | null;
  readonly size: number;
  readonly at: number | null;
};

/** Mails that went or came: no drafts, no chats. */
const headsOf = (messages: readonly unknown[]): readonly Head[] =>
  messages.flatMap((one): readonly Head[] => {
    const head = z.safeParse(namedHeadSchema, one);
    if (!head.success) return [];
    const { id, labelIds = [], sizeEstimate: size = 0, internalDate, payload } = head.data;
    if (labelIds.includes("DRAFT") || labelIds.includes("CHAT")) return [];
    const line = payload?.headers?.find(({ name }) => name.toLowerCase() === "message-id");
    const messageId = line === undefined ? null : bareMessageId(line.value);
    return [{ id, messageId, size, at: internalDate === undefined ? null : Number(internalDate) }];
  });

/** The oldest first: what is left is the thread's end, which another click files. */
const boundedOf = (heads: readonly Head[]): readonly Head[] => {
  let bytes = 0;
  const chosen: Head[] = [];
  for (const head of heads) {
    bytes += head.size;
    if (chosen.length === THREAD_MAILS_MAX || (bytes > THREAD_BYTES_MAX && chosen.length > 0))
      break;
    chosen.push(head);
  }
  return chosen;
};

const readThread = (
  mailbox: Mailbox,
  threadId: string,
  heads: readonly Head[],
): { readonly mails: readonly WholeMessage[]; readonly faults: readonly NotRead[] } => {
  const [whole, ...raws] = askAll(mailbox, [
    { method: "get", path: `/threads/${inPath(threadId)}?format=full` },
    ...heads.map(({ id }) => rawOf(id)),
  ]);
  const thread =
    whole === undefined ? err({ type: "offline" } as const) : jsonIn(whole, threadSchema);
  if (!thread.ok) return { mails: [], faults: heads.map((head) => ({ head, why: thread.error })) };
  const words = new Map<string, z.infer<typeof messageSchema>>();
  for (const one of thread.value.messages ?? []) {
    const message = z.safeParse(messageSchema, one);
    if (message.success) words.set(message.data.id, message.data);
  }
  const mails: WholeMessage[] = [];
  const faults: NotRead[] = [];
  heads.forEach((head, index) => {
    const given = words.get(head.id);
    const raw = raws[index];
    // Deleted between the two questions.
    if (given === undefined || raw === undefined)
      return void faults.push({ head, why: { type: "absent" } });
    const opened = openedMessage(mailbox, given);
    const mail = opened.ok ? withBytes(mailbox, opened.value, raw) : opened;
    if (mail.ok) mails.push(mail.value);
    else faults.push({ head, why: mail.error });
    return undefined;
  });
  return { mails, faults };
};

/** Files the drafts that were found sent: their steps are taken from that day on, and need no place in Drafts any more. */
export const fileSent = (
  mailbox: Mailbox,
  run: LedgerRun,
  account: string,
  found: SentFound,
): Result<FiledMailsView | null, LedgerFault> => {
  if (found.mails.length === 0) return ok(null);
  const mails = found.mails.map((mail) => ({ account, mail: mailToFile(mail) }));
  const filed = run(fileMails, { mails }, withMails(found.mails));
  if (filed.ok) forgetDrafts(mailbox.services, found.drafts);
  return filed;
};
