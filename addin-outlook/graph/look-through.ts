import { markLooked } from "#shared/app/ledger-acts.ts";
import { whatToLookFor } from "#shared/app/look-for.ts";
import type { Run } from "#shared/app/run.ts";
import { messageOf } from "#shared/mail/message.ts";
import { fileKnownMail } from "#src/custody/file-known.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import { sha256OfBlob } from "#src/store/blob-hash.ts";
import type { GraphClient } from "./client.ts";
import { lookInMailbox } from "./look.ts";
import type { Unreached } from "./look.ts";
import { rawMail } from "./mail.ts";
import { partsOfMessage } from "./mail-shapes.ts";
import type { GraphMessage } from "./mail-shapes.ts";
import type { GraphMailbox } from "./ports.ts";

/** Before the last look, so that a mail that was on its way then is not missed; twice read is filed once. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;
/** How far a first look goes back. */
const FIRST_LOOK_MS = 60 * 24 * 60 * 60 * 1000;
/** An answer to a mail that this look has just filed is found by the next round. */
const ROUNDS_MAX = 3;

export type MailboxLook = {
  /** Mails whose bytes were read. */
  readonly looked: number;
  /** Accounts that something was filed in, once a mail: what waits to be read. */
  readonly filed: readonly string[];
  /** By mailbox, what could not be looked at. */
  readonly unreached: readonly (Unreached & { readonly mailbox: GraphMailbox })[];
  /** Of the ledger: a mail was read and not filed. */
  readonly fault: string | null;
  /** Whether the look was written down: only where all of it was reached. */
  readonly isMarked: boolean;
};

export type LookOptions = {
  readonly client: GraphClient;
  readonly run: Run;
  readonly mailboxes: readonly GraphMailbox[];
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  /** Ids read before in this pane: not read again. */
  readonly seen: Set<string>;
};

/**
 * Looks in the mailboxes for answers of debtors and for drafts that went out, and files what surely belongs to an account,
 * by the same rule as every other host (`fileKnownMail`). It waits there, untagged, to be read; what matches nothing
 * leaves no trace.
 */
export const lookThroughMailboxes = async (options: LookOptions): Promise<MailboxLook> => {
  const { client, run, mailboxes, now, seen } = options;
  const filed: string[] = [];
  let looked = 0;
  let unreached: MailboxLook["unreached"] = [];
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const wanted = await run(whatToLookFor, null);
    if (!wanted.ok) return { looked, filed, unreached, fault: wanted.error.type, isMarked: false };
    const since = sinceOf(wanted.value.lookedAt, now());
    const missed: (Unreached & { readonly mailbox: GraphMailbox })[] = [];
    let filedNow = 0;
    for (const mailbox of mailboxes) {
      const found = await lookInMailbox(client, mailbox, wanted.value, since, seen);
      for (const one of found.unreached) missed.push({ ...one, mailbox });
      for (const mail of found.mails) {
        const outcome = await fileOne(client, run, mailbox, mail);
        if (outcome.type === "unreached") {
          missed.push({ place: "mailbox", count: 1, why: outcome.why, mailbox });
          continue;
        }
        if (outcome.type === "failed") {
          return { looked, filed, unreached: missed, fault: outcome.fault, isMarked: false };
        }
        seen.add(mail.id);
        looked += 1;
        filed.push(...outcome.accounts);
        filedNow += outcome.accounts.length;
      }
    }
    unreached = missed;
    if (filedNow === 0) break;
  }
  // "Looked" clears the way for the next step: it is only said of a look that reached everything it set out to reach.
  if (unreached.length > 0) return { looked, filed, unreached, fault: null, isMarked: false };
  const marked = await run(markLooked, { accounts: [], where: "mailbox" });
  return {
    looked,
    filed,
    unreached,
    fault: marked.ok ? null : marked.error.type,
    isMarked: marked.ok,
  };
};

const sinceOf = (lookedAt: string | null, now: string): string => {
  const from =
    lookedAt === null ? Date.parse(now) - FIRST_LOOK_MS : Date.parse(lookedAt) - OVERLAP_MS;
  return `${new Date(from).toISOString().slice(0, 19)}Z`;
};

type FiledOne =
  | { readonly type: "read"; readonly accounts: readonly string[] }
  | { readonly type: "unreached"; readonly why: Unreached["why"] }
  | { readonly type: "failed"; readonly fault: string };

const fileOne = async (
  client: GraphClient,
  run: Run,
  mailbox: GraphMailbox,
  mail: GraphMessage,
): Promise<FiledOne> => {
  const raw = await rawMail(client, mailbox, mail.id);
  // Deleted for good meanwhile: nothing is left to read.
  if (!raw.ok && raw.error.type === "absent") return { type: "read", accounts: [] };
  if (!raw.ok) return { type: "unreached", why: raw.error };
  const bytes = raw.value;
  const read = await readMailBytes(bytes);
  // What the list knows of it is enough to file bytes that cannot be opened.
  const message = read.ok ? read.value : messageOf(partsOfMessage(mail));
  const sha256 = await sha256OfBlob(bytes);
  const done = await fileKnownMail(run, { message, bytes, sha256, obtained: "regenerated" });
  return done.ok
    ? { type: "read", accounts: done.accounts }
    : { type: "failed", fault: done.fault };
};
