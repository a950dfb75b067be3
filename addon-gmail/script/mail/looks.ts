import { accountsOfMail } from "#shared/app/known-mail.ts";
import { fileMails } from "#shared/app/file-mails.ts";
import { whatToLookFor } from "#shared/app/look-for.ts";
import type { LookedFor } from "#shared/app/look-for.ts";
import { markLooked } from "#shared/app/ledger-acts.ts";
import { mailClaim } from "#shared/app/mail-claim.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Result } from "#shared/kernel/result.ts";
import { mailToFile, withMails } from "./file-mail.ts";
import { askAll, jsonIn } from "./gmail-client.ts";
import { labelFiled } from "./label-filed.ts";
import { noteLook, placeOfNext } from "./look-memory.ts";
import { lookQueries } from "./look-queries.ts";
import type { LookPlace, LookQuery } from "./look-queries.ts";
import type { LedgerFault, LedgerRun, Looked, Mailbox, OpenedMessage, Unreached } from "./mail.ts";
import { fullOf, openedMessage } from "./open-message.ts";
import { probeReach } from "./reach.ts";
import { nextPage } from "./searches.ts";
import { bytesOfAll } from "./sent.ts";
import { settleLabels } from "./settle-labels.ts";
import { listSchema, messageSchema } from "./shapes.ts";

// Filing tells a robot's answer from a person's, by the rules of reading: this file belongs to a part, not to Code.js.

/** Before the last look, so that a mail that was on its way then is not missed; twice found is filed once. */
const OVERLAP_MS = 2 * 60 * 60 * 1000;
/** How far a first look goes back. */
const FIRST_LOOK_MS = 60 * 24 * 60 * 60 * 1000;
/**
 * Messages read in one look. Gmail bears 6,000 units a minute of one person in a Cloud project made since May 2026; a
 * message read takes 20, its bytes as much again, and a search 5: more in one look would be refused.
 * https://developers.google.com/workspace/gmail/api/reference/quota
 */
export const LOOK_MAILS_MAX = 120;
/** Messages opened at a time, and filed as one act: what they weigh must fit beside the ledger. */
const BATCH_MAILS = 20;
const BATCH_BYTES_MAX = 30 * 1024 * 1024;
/** Pages of one search: a first look goes back two months over fifty senders, and what it cannot list is never whole. */
const PAGES_MAX = 6;
/** An answer to a mail that this look has just filed is found by the next round. */
const ROUNDS_MAX = 3;

export type LookOptions = {
  /** Milliseconds since 1970 by which it ends: a trigger has six minutes, and the fold its share of them. */
  readonly until: number;
  /** Of the labels; French where it is not told. */
  readonly language?: Language;
};

/**
 * Looks in the whole mailbox for answers of debtors and for drafts that went out, and files what surely belongs to an
 * account, untagged, by the same rule as every other host. What matches nothing leaves no trace. Only under the full
 * manifest: without it Gmail refuses the first search, which is said.
 */
export const lookForAnswers = (
  { services }: Mailbox,
  run: LedgerRun,
  options: LookOptions,
): Looked => {
  // The message token of an open mail would narrow every search to its thread.
  const mailbox: Mailbox = { services, messageToken: null };
  // Whoever writes drafts rests on what is in reach: asked here, once an hour.
  probeReach(mailbox);
  const from = placeOfNext(services);
  const { looked, next } = look(mailbox, run, options, from);
  noteLook(services, looked, next);
  return looked;
};

const look = (
  mailbox: Mailbox,
  run: LedgerRun,
  { until, language = "fr" }: LookOptions,
  from: LookPlace,
): { readonly looked: Looked; readonly next: LookPlace } => {
  const { services } = mailbox;
  const wanted = run(whatToLookFor, null);
  if (!wanted.ok) return { looked: { ...NOTHING, fault: wanted.error }, next: from };
  const since = sinceOf(wanted.value, services.now());
  const { queries, unreached, next } = lookQueries(wanted.value, since, from);
  const listed = listAll(mailbox, queries);
  const missed: Unreached[] = [...unreached, ...listed.unreached];
  // Nothing was searched: the next look begins where this one should have.
  if (listed.isRefused) return { looked: { ...NOTHING, unreached: missed }, next: from };
  if (settleLabels(mailbox, wanted.value.filed, language) !== null) services.log("not-settled");
  const seen = seenBefore(mailbox);
  const fresh = listed.ids.filter((id) => !seen.has(id));
  if (fresh.length > LOOK_MAILS_MAX) {
    const count = fresh.length - LOOK_MAILS_MAX;
    missed.push({ place: "messages", count, why: { type: "too-many" } });
  }
  // Answers were listed first, then what may be a draft of ours.
  const ids = fresh.slice(0, LOOK_MAILS_MAX);
  const answers: Answer[] = [];
  const read = readAll(mailbox, run, wanted.value, { ids, until, missed, seen, answers });
  const unlabelled = labelFiled(mailbox, run, answers, "to-read", language);
  if (unlabelled !== null) services.log("not-labelled", { answers: answers.length });
  noteSeen(
    mailbox,
    listed.ids.filter((id) => seen.has(id)),
  );
  if (read.fault !== null || missed.length > 0)
    return { looked: { ...read, unreached: missed, isMarked: false }, next };
  // "Looked" clears the way for the next step: it is only said of a look that reached everything it set out to reach.
  const marked = run(markLooked, { accounts: [], where: "mailbox" });
  const fault = marked.ok ? null : marked.error;
  return { looked: { ...read, unreached: [], isMarked: marked.ok, fault }, next };
};

const NOTHING: Looked = { filed: [], read: 0, unreached: [], isMarked: false, fault: null };

const sinceOf = ({ lookedAt }: LookedFor, now: number): number => {
  const before = lookedAt === null ? Number.NaN : Date.parse(lookedAt);
  return Number.isNaN(before) ? now - FIRST_LOOK_MS : before - OVERLAP_MS;
};

type Listed = {
  readonly ids: readonly string[];
  readonly unreached: readonly Unreached[];
  /** Nothing was answered at all: the others need not be asked. */
  readonly isRefused: boolean;
};

const listAll = (mailbox: Mailbox, queries: readonly LookQuery[]): Listed => {
  const ids = new Set<string>();
  const unreached: Unreached[] = [];
  let open: readonly LookQuery[] = queries;
  let answered = 0;
  for (let page = 1; open.length > 0; page += 1) {
    const answers = askAll(
      mailbox,
      open.map(({ path }) => ({ method: "get", path })),
    );
    const next: LookQuery[] = [];
    open.forEach((query, index) => {
      const answer = answers[index];
      const list =
        answer === undefined ? err({ type: "offline" } as const) : jsonIn(answer, listSchema);
      const { place, count } = query;
      if (!list.ok) return void unreached.push({ place, count, why: list.error });
      answered += 1;
      for (const { id } of list.value.messages ?? []) ids.add(id);
      const token = list.value.nextPageToken;
      if (token === undefined) return undefined;
      if (page < PAGES_MAX) next.push({ ...query, path: nextPage(query.path, token) });
      else unreached.push({ place, count, why: { type: "too-many" } });
      return undefined;
    });
    open = next;
  }
  const [first] = unreached;
  if (answered === 0 && first !== undefined)
    return {
      ids: [],
      unreached: [{ place: "mailbox", count: 0, why: first.why }],
      isRefused: true,
    };
  return { ids: [...ids], unreached, isRefused: false };
};

/**
 * Messages that earlier looks have read, for as long as the cache keeps it: a look that could not reach everything is not
 * written down, and the next one goes on where it stopped instead of reading the same again.
 */
const SEEN_KEY = "looked-at";
const SEEN_SECONDS = 21_600;
/** 17 characters each; a value of the cache has 100,000. */
const SEEN_MAX = 5_000;

const seenBefore = ({ services }: Mailbox): Set<string> =>
  new Set((services.cache.read([SEEN_KEY]).get(SEEN_KEY) ?? "").split(" "));

const noteSeen = ({ services }: Mailbox, ids: readonly string[]): void => {
  services.cache.write(new Map([[SEEN_KEY, ids.slice(0, SEEN_MAX).join(" ")]]), SEEN_SECONDS);
};

type ToRead = {
  readonly ids: readonly string[];
  readonly until: number;
  readonly missed: Unreached[];
  /** Grows by what is read. */
  readonly seen: Set<string>;
  /** Grows by what came in and was filed. */
  readonly answers: Answer[];
};

type Answer = { readonly account: string; readonly messageId: string };

const readAll = (
  mailbox: Mailbox,
  run: LedgerRun,
  wanted: LookedFor,
  { ids, until, missed, seen, answers }: ToRead,
): Looked => {
  const filed: string[] = [];
  let read = 0;
  let unmatched: readonly OpenedMessage[] = [];
  const whole = (fault: LedgerFault | null): Looked => ({
    filed,
    read,
    unreached: [],
    isMarked: false,
    fault,
  });
  for (let at = 0; at < ids.length; at += BATCH_MAILS) {
    if (mailbox.services.now() >= until) {
      missed.push({ place: "messages", count: ids.length - at, why: { type: "out-of-time" } });
      break;
    }
    const found = openSome(mailbox, ids.slice(at, at + BATCH_MAILS), missed);
    const opened = found.filter(
      ({ message }) => message.messageId === null || !wanted.filed.has(message.messageId),
    );
    read += opened.length;
    const outcome = fileKnown(mailbox, run, opened, { until, missed, answers });
    if (!outcome.ok) return whole(outcome.error);
    for (const { id } of found) if (!outcome.value.lost.has(id)) seen.add(id);
    filed.push(...outcome.value.filed);
    unmatched = [...unmatched, ...outcome.value.unmatched];
  }
  for (let round = 1; round < ROUNDS_MAX && filed.length > 0; round += 1) {
    const again = fileKnown(mailbox, run, unmatched, { until, missed, answers });
    // What this round did not file is read again by the next look.
    for (const { id } of unmatched) if (!again.ok || again.value.lost.has(id)) seen.delete(id);
    if (!again.ok) return whole(again.error);
    filed.push(...again.value.filed);
    if (again.value.filed.length === 0) break;
    unmatched = again.value.unmatched;
  }
  return whole(null);
};

const openSome = (
  mailbox: Mailbox,
  ids: readonly string[],
  missed: Unreached[],
): readonly OpenedMessage[] => {
  const opened: OpenedMessage[] = [];
  for (const answer of askAll(mailbox, ids.map(fullOf))) {
    const full = jsonIn(answer, messageSchema);
    const one = full.ok ? openedMessage(mailbox, full.value) : full;
    if (one.ok && !one.value.isDraft && !one.value.labels.includes("CHAT")) opened.push(one.value);
    // Deleted for good meanwhile: nothing is left to read.
    if (!one.ok && one.error.type !== "absent")
      missed.push({ place: "messages", count: 1, why: one.error });
  }
  return opened.sort((a, b) => ((a.message.sentAt ?? "") < (b.message.sentAt ?? "") ? -1 : 1));
};

type FiledKnown = {
  readonly filed: readonly string[];
  readonly unmatched: readonly OpenedMessage[];
  /** Ids of those whose bytes did not come: they have not been looked at. */
  readonly lost: ReadonlySet<string>;
};

/** Files those that surely belong to an account; the bytes of no other are asked for. */
const fileKnown = (
  mailbox: Mailbox,
  run: LedgerRun,
  opened: readonly OpenedMessage[],
  { until, missed, answers }: Pick<ToRead, "until" | "missed" | "answers">,
): Result<FiledKnown, LedgerFault> => {
  const accountsOf = new Map<OpenedMessage, readonly string[]>();
  const unmatched: OpenedMessage[] = [];
  for (const one of opened) {
    const accounts = surelyOf(run, one);
    if (!accounts.ok) return accounts;
    if (accounts.value.isKnown) accountsOf.set(one, accounts.value.accounts);
    else unmatched.push(one);
  }
  const filed: string[] = [];
  const lost = new Set<string>();
  const matched = [...accountsOf.keys()].filter((one) => (accountsOf.get(one) ?? []).length > 0);
  const leave = (mails: readonly OpenedMessage[]): void => {
    for (const { id } of mails) lost.add(id);
    missed.push({ place: "messages", count: mails.length, why: { type: "out-of-time" } });
  };
  const isLate = (): boolean => mailbox.services.now() >= until;
  for (const group of byWeight(matched)) {
    if (isLate()) {
      leave(group);
      continue;
    }
    const { mails, fault } = bytesOfAll(mailbox, group);
    const absent = group.filter(({ id }) => mails.every((mail) => mail.id !== id));
    for (const { id } of absent) lost.add(id);
    if (absent.length > 0 && fault !== null && fault.type !== "absent")
      missed.push({ place: "messages", count: absent.length, why: fault });
    // One act an account, so that a thread is known as that account's own.
    const byAccount = new Map<string, typeof mails>();
    const ofSeveral = new Set<string>();
    for (const mail of mails) {
      const named = group.find(({ id }) => id === mail.id);
      const accounts = named === undefined ? [] : (accountsOf.get(named) ?? []);
      if (accounts.length > 1) ofSeveral.add(mail.id);
      for (const account of accounts)
        byAccount.set(account, [...(byAccount.get(account) ?? []), mail]);
    }
    for (const [account, some] of byAccount) {
      // A mail that lies in one account already would not be looked at again for the other.
      if (isLate() && !some.some(({ id }) => ofSeveral.has(id))) {
        leave(some);
        continue;
      }
      const input = { mails: some.map((mail) => ({ account, mail: mailToFile(mail) })) };
      const done = run(fileMails, input, withMails(some));
      if (!done.ok) return done;
      done.value.filed.forEach((accounts, index) => {
        const mail = some[index];
        if (accounts.length === 0 || mail === undefined) return;
        filed.push(account);
        if (!mail.isSent) answers.push({ account, messageId: mail.id });
      });
    }
  }
  return ok({ filed, unmatched, lost });
};

/** Where it is to be filed. Known and nowhere to file: it lies there already, or is nothing that is filed unasked. */
const surelyOf = (
  run: LedgerRun,
  { message }: OpenedMessage,
): Result<{ readonly isKnown: boolean; readonly accounts: readonly string[] }, LedgerFault> => {
  const known = run(accountsOfMail, message);
  if (!known.ok) return known;
  const isOfSeveral = known.value.length > 1;
  const accounts: string[] = [];
  for (const account of known.value) {
    const seen = run(mailClaim, { message, account: isOfSeveral ? account : null });
    if (!seen.ok) return seen;
    const { state, filed } = seen.value;
    const isAnswerOrOurs = state === "claim" || state === "ours";
    if (seen.value.account === account && filed === null && isAnswerOrOurs) accounts.push(account);
  }
  return ok({ isKnown: known.value.length > 0, accounts });
};

const byWeight = (mails: readonly OpenedMessage[]): readonly (readonly OpenedMessage[])[] => {
  const groups: OpenedMessage[][] = [];
  let bytes = 0;
  for (const mail of mails) {
    const last = groups[groups.length - 1];
    bytes += mail.size;
    if (last === undefined || last.length === BATCH_MAILS || bytes > BATCH_BYTES_MAX) {
      groups.push([mail]);
      bytes = mail.size;
    } else last.push(mail);
  }
  return groups;
};
