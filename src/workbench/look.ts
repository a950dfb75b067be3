import { isEnough } from "#shared/app/known-mail.ts";
import { markLooked } from "#shared/app/ledger-acts.ts";
import { ownSideOf } from "#shared/app/mail-match.ts";
import type { Run } from "#shared/app/run.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { earliest } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { matchIndexOf, matchMessage } from "#shared/mail/match.ts";
import type { MatchTarget } from "#shared/mail/match.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { fileKnownMail } from "#src/custody/file-known.ts";
import type { ListedMail, PageMailbox } from "./mailbox.ts";

/** Mails whose bytes are read in one look: a first look at years of mail must end. */
export const LOOKED_MAX = 2_000;
/** Headers looked at in one decision, so that the page stays alive. */
const HEADERS_AT_ONCE = 500;
/** An answer to a mail that this look has just filed is found by the next round; threads are a few deep. */
const ROUNDS_MAX = 6;

export type LookOutcome =
  | { readonly ok: true; readonly looked: number; readonly filed: number }
  | { readonly ok: false; readonly looked: number; readonly filed: number; readonly fault: string };

/**
 * Looks through the mailbox for answers of debtors and for drafts that were sent. Without asking, only that is filed
 * which stands in a known thread, bears our reference, or comes from or went to a known contact, and only as far back as
 * the debtor's oldest open invoice: a number or a domain alone is too little. It is filed untagged and waits to be read.
 * What matches nothing leaves no trace; its bytes are not even read.
 */
export const lookThrough = async (
  mailbox: PageMailbox,
  run: Run,
  /** Looked at before in this page: not read again. */
  seen: Set<string>,
): Promise<LookOutcome> => {
  const mails = mailbox.mails.peek();
  let filed = 0;
  let read = 0;
  for (let round = 0; round < ROUNDS_MAX && read < LOOKED_MAX; round += 1) {
    const hints = await hintsOf(mails, run, seen);
    if (!hints.ok) return { ok: false, looked: mails.length, filed, fault: hints.fault };
    // Oldest first, so that an answer finds the mail it answers already filed.
    const wanted = hints.mails.slice(0, LOOKED_MAX - read).reverse();
    let filedNow = 0;
    for (const mail of wanted) {
      read += 1;
      const outcome = await fileIfKnown(mail, mailbox, run);
      if (outcome === "failed") return { ok: false, looked: mails.length, filed, fault: mail.file };
      if (outcome === "filed") filedNow += 1;
      seen.add(mail.id);
    }
    filed += filedNow;
    if (filedNow === 0) break;
  }
  const marked = await run(markLooked, { accounts: [], where: "mailbox" });
  return marked.ok
    ? { ok: true, looked: mails.length, filed }
    : { ok: false, looked: mails.length, filed, fault: marked.error.type };
};

type Hints =
  | { readonly ok: true; readonly mails: readonly ListedMail[] }
  | { readonly ok: false; readonly fault: string };

const hintsOf = async (
  mails: readonly ListedMail[],
  run: Run,
  seen: ReadonlySet<string>,
): Promise<Hints> => {
  const found: ListedMail[] = [];
  const unseen = mails.filter((mail) => !seen.has(mail.id));
  for (let at = 0; at < unseen.length; at += HEADERS_AT_ONCE) {
    const part = unseen.slice(at, at + HEADERS_AT_ONCE);
    const hinted = await run(headersOfSomebody, part);
    if (!hinted.ok) return { ok: false, fault: hinted.error.type };
    found.push(...part.filter((mail) => hinted.value.has(mail.id)));
  }
  return { ok: true, mails: found };
};

/** Ids of the mails whose header section says that their bytes are worth reading. */
const headersOfSomebody: UseCase<readonly ListedMail[], ReadonlySet<string>, never> = {
  name: "headers-of-somebody",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (mails, loaded) => {
    const own = ownSideOf(loaded.creditor);
    const accounts = [...loaded.accounts.values()];
    const index = matchIndexOf(accounts.map(headerTargetOf));
    const filed = filedIn(accounts);
    const firstDraft = earliest(accounts.flatMap((state) => state.drafts.map((draft) => draft.on)));
    const found = new Set<string>();
    for (const mail of mails) {
      if (filed.has(mail.messageId ?? mail.sha256)) continue;
      const message = messageOf(mail);
      const { ranked } = matchMessage(message, index, own);
      const isHinted = ranked.some(({ reasons }) => reasons.some(isEnough));
      // Our reference stands in the body: only what came after a first draft can bear one.
      const mayBear = firstDraft !== null && (message.sentOn ?? firstDraft) >= firstDraft;
      if (isHinted || mayBear || isFromRobot(message)) found.add(mail.id);
    }
    return ok(viewOnly(found));
  },
};

const filedIn = (accounts: readonly AccountState[]): ReadonlySet<string> => {
  const filed = new Set<string>();
  for (const { exchanges } of accounts) {
    for (const { messageId, versions } of exchanges) {
      if (messageId !== null) filed.add(messageId);
      else for (const { sha256 } of versions) filed.add(sha256);
    }
  }
  return filed;
};

/** What a header section can be matched by: no numbers, no domains. */
const headerTargetOf = (state: AccountState): MatchTarget => ({
  account: state.account,
  name: "",
  addresses: state.contacts
    .map((contact) => contact.email?.toLowerCase() ?? "")
    .filter((address) => address !== ""),
  domains: [],
  messageIds: [
    ...state.exchanges.map((exchange) => exchange.messageId),
    ...state.drafts.map((draft) => draft.messageId),
  ].filter((id): id is string => id !== null),
  references: state.drafts.map((draft) => draft.reference),
  invoices: [],
});

const ROBOTS = /^(?:mailer-daemon|postmaster|mail-daemon|mdaemon|no-?reply)@/;

/** A delivery report names the address that failed in its body. */
const isFromRobot = (message: Message): boolean =>
  message.from === null || ROBOTS.test(message.from.address);

const fileIfKnown = async (
  mail: ListedMail,
  mailbox: PageMailbox,
  run: Run,
): Promise<"filed" | "left" | "failed"> => {
  const loaded = await mailbox.open(mail.id);
  if (!loaded.ok) return "left";
  const { message, bytes, sha256 } = loaded.value;
  const filed = await fileKnownMail(run, { message, bytes, sha256, obtained: "as-received" });
  return filed.ok ? (filed.accounts.length > 0 ? "filed" : "left") : "failed";
};
