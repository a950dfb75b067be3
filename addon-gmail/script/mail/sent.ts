import * as z from "zod/mini";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { referencesIn } from "#shared/mail/match-keys.ts";
import { headerOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { ask, askAll, jsonIn } from "./gmail-client.ts";
import type { GmailAnswer } from "./gmail-client.ts";
import type {
  GmailFault,
  LedgerFault,
  LedgerRun,
  Mailbox,
  OpenedMessage,
  SentFound,
  WholeMessage,
} from "./mail.ts";
import { fullOf, headsOf, isTooLarge, openedMessage, rawOf, withBytes } from "./open-message.ts";
import { messageHeadSchema, messageSchema, threadSchema } from "./shapes.ts";
import type { MessageHead } from "./shapes.ts";

/** Sent messages of one thread that are looked at: the newest, since the draft is younger than the thread. */
const CANDIDATES_MAX = 5;
/** A draft that was only declared sent is looked for so long. */
const DECLARED_DAYS = 60;
/** For how long a message is known to be none of ours: the longest that the cache keeps anything. */
const NOT_OURS_SECONDS = 21_600;
const DAY_MS = 24 * 60 * 60 * 1000;

export type WaitingDraft = {
  readonly draft: string;
  readonly reference: string;
  readonly messageId: string | null;
  readonly on: CalendarDate;
};

/** Drafts of an account whose sent bytes are not here: those that wait, and those that were declared sent lately. */
export const draftsToFind: UseCase<string, readonly WaitingDraft[], never> = {
  name: "drafts-to-find",
  asks: (account) => ({ accounts: [account], keys: [], search: false }),
  decide: (account, loaded, { today }) => {
    const state = loaded.accounts.get(account);
    return ok(viewOnly(state === undefined ? [] : waitingIn(state, today)));
  },
};

const waitingIn = (state: AccountState, today: CalendarDate): readonly WaitingDraft[] =>
  state.drafts
    .filter(({ draft, on, state: standing }) => {
      if (standing === "prepared") return true;
      return (
        standing === "sent" &&
        on >= addDays(today, -DECLARED_DAYS) &&
        state.acts.some((act) => act.draft === draft && act.exchange === null)
      );
    })
    .map(({ draft, reference, messageId, on }) => ({ draft, reference, messageId, on }));

export type WhereToFind = {
  readonly threadId: string;
  readonly account: string;
  /** What the thread holds, where that was asked for with the mail. */
  readonly heads?: GmailAnswer | null;
  /** The thread that a draft lies in, where that is known without asking. */
  readonly liesIn?: (draft: string) => string | null;
};

/**
 * Looks in the open thread for drafts of this account that the user has sent. Gmail tells nobody of a sending: it is seen
 * when the thread is next opened. One request where nothing was sent since; what was sent and is not ours is remembered
 * for some hours, so that it is not read again.
 */
export const findSent = (
  mailbox: Mailbox,
  run: LedgerRun,
  { threadId, account, heads = null, liesIn = () => null }: WhereToFind,
): SentFound => {
  const waiting = run(draftsToFind, account);
  if (!waiting.ok) return nothing(waiting.error);
  // A draft goes out in the thread that it lies in.
  const isElsewhere = ({ draft }: WaitingDraft): boolean =>
    (liesIn(draft) ?? threadId) !== threadId;
  if (waiting.value.every(isElsewhere)) return nothing(null);
  const thread = jsonIn(heads ?? ask(mailbox, headsOf(threadId)), threadSchema);
  if (!thread.ok) return nothing(thread.error);
  const sent = sentSince(thread.value.messages ?? [], waiting.value);
  const fresh = notSeen(mailbox, sent, waiting.value);
  const { opened, fault } = openAll(mailbox, fresh);
  const ours = opened.filter(({ message }) => draftOfMessage(message, waiting.value) !== null);
  const others = opened.filter((one) => !ours.includes(one));
  noteSeen(mailbox, others, waiting.value);
  const whole = bytesOfAll(mailbox, ours);
  return {
    mails: whole.mails,
    drafts: whole.mails.flatMap(
      ({ message }) => draftOfMessage(message, waiting.value)?.draft ?? [],
    ),
    fault: fault ?? whole.fault,
  };
};

const nothing = (fault: GmailFault | LedgerFault | null): SentFound => ({
  mails: [],
  drafts: [],
  fault,
});

const sentSince = (
  messages: readonly unknown[],
  waiting: readonly WaitingDraft[],
): readonly MessageHead[] => {
  const first = waiting.reduce((day, { on }) => (on < day ? on : day), waiting[0]?.on ?? "");
  // A day of margin: the draft's day is the creditor's, Gmail's moment is none's.
  const since = Date.parse(`${first}T00:00:00Z`) - DAY_MS;
  return messages
    .flatMap((one) => {
      const head = z.safeParse(messageHeadSchema, one);
      return head.success ? [head.data] : [];
    })
    .filter(({ labelIds = [], internalDate = "0" }) => {
      const isSent = labelIds.includes("SENT") && !labelIds.includes("DRAFT");
      return isSent && Number(internalDate) >= since;
    })
    .sort((a, b) => Number(a.internalDate ?? "0") - Number(b.internalDate ?? "0"))
    .slice(-CANDIDATES_MAX);
};

/** The draft that a mail of ours is: the program it was sent from may have given it another Message-ID and dropped our header. */
export const draftOfMessage = <Draft extends WaitingDraft>(
  message: Message,
  waiting: readonly Draft[],
): Draft | null => {
  const header = headerOf(message, "X-Relance-Reference")?.trim().toUpperCase();
  const written = referencesIn(`${message.text ?? ""}\n${message.html ?? ""}`);
  return (
    waiting.find(({ messageId }) => messageId !== null && messageId === message.messageId) ??
    waiting.find(({ reference }) => reference === header) ??
    waiting.find(({ reference }) => written.includes(reference)) ??
    null
  );
};

/** Keyed by the newest draft too: a mail that was none of ours may be tried again once another draft waits. */
const seenKey = (id: string, waiting: readonly WaitingDraft[]): string =>
  `not-ours:${id}:${waiting[waiting.length - 1]?.draft ?? ""}`;

const notSeen = (
  { services }: Mailbox,
  heads: readonly MessageHead[],
  waiting: readonly WaitingDraft[],
): readonly MessageHead[] => {
  if (heads.length === 0) return [];
  const seen = services.cache.read(heads.map(({ id }) => seenKey(id, waiting)));
  return heads.filter(({ id }) => !seen.has(seenKey(id, waiting)));
};

const noteSeen = (
  { services }: Mailbox,
  others: readonly OpenedMessage[],
  waiting: readonly WaitingDraft[],
): void => {
  if (others.length === 0) return;
  const rows = new Map(others.map(({ id }) => [seenKey(id, waiting), "1"]));
  services.cache.write(rows, NOT_OURS_SECONDS);
};

const openAll = (
  mailbox: Mailbox,
  heads: readonly MessageHead[],
): { readonly opened: readonly OpenedMessage[]; readonly fault: GmailFault | null } => {
  const opened: OpenedMessage[] = [];
  let fault: GmailFault | null = null;
  for (const answer of askAll(
    mailbox,
    heads.map(({ id }) => fullOf(id)),
  )) {
    const full = jsonIn(answer, messageSchema);
    const one = full.ok ? openedMessage(mailbox, full.value) : full;
    if (one.ok) opened.push(one.value);
    else fault = one.error;
  }
  return { opened, fault };
};

/** The bytes of several, in one round; of none that is too large to be filed. */
export const bytesOfAll = (
  mailbox: Mailbox,
  opened: readonly OpenedMessage[],
): { readonly mails: readonly WholeMessage[]; readonly fault: GmailFault | null } => {
  const mails: WholeMessage[] = [];
  let fault: GmailFault | null = null;
  const fit = opened.filter(({ size }) => !isTooLarge(size));
  if (fit.length < opened.length) fault = { type: "too-large" };
  const answers = askAll(
    mailbox,
    fit.map(({ id }) => rawOf(id)),
  );
  fit.forEach((one, index) => {
    const whole = withBytes(mailbox, one, answers[index] ?? err({ type: "offline" }));
    if (whole.ok) mails.push(whole.value);
    // One that was deleted meanwhile is nothing to read; it does not hide why another did not come.
    else if (fault === null || fault.type === "absent") fault = whole.error;
  });
  return { mails, fault };
};
