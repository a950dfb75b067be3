import type { LookedFor } from "#shared/app/look-for.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { GraphClient } from "./client.ts";
import { REFERENCE_PROPERTY, messageIdOf } from "./mail.ts";
import { HEAD_FIELDS, MESSAGES_SCHEMA, addressOf, angled, quoted } from "./mail-shapes.ts";
import type { GraphMessage } from "./mail-shapes.ts";
import type { GraphFault, GraphMailbox } from "./ports.ts";
import { rootOf, scopesOf } from "./scopes.ts";

/** Requests of one look in one mailbox: a pane that opens must not use up what Exchange gives in ten minutes. */
export const LOOK_REQUESTS_MAX = 60;
/** Mails that one look hands on to be read. */
export const LOOK_MAILS_MAX = 300;
/** Alternatives in one filter: the address of a request ends at some 8,000 characters, and Exchange refuses long ones sooner. */
const GROUP_MAX = 10;
const PAGE_MAILS = 50;
/** Pages of Junk that are gone through: it holds whatever the world sends. */
const JUNK_PAGES_MAX = 4;
/** Drafts looked for by our header, one request each, where their Message-ID was not kept. */
const BY_HEADER_MAX = 10;

export type LookedIn = {
  /** Oldest first; drafts that still wait are not among them. */
  readonly mails: readonly GraphMessage[];
  readonly unreached: readonly Unreached[];
};

/** What was not looked at, and why: said, so that nobody takes silence for "no answer". */
export type Unreached = {
  readonly place: "mailbox" | "senders" | "threads" | "reports" | "junk" | "drafts";
  /** How many senders, threads or drafts; 0 where the place itself was not reached. */
  readonly count: number;
  readonly why: GraphFault | { readonly type: "too-many" };
};

const FIELDS = `${HEAD_FIELDS},internetMessageHeaders`;

/** Addresses that delivery reports come from. */
const ROBOTS: readonly string[] = ["postmaster@", "mailer-daemon@", "microsoftexchange"];

/**
 * What has come since a moment from those who may have answered, or in the threads of our mails, or as a report on one;
 * and the drafts of ours that have gone out. In all folders (`/messages` is all of them, Deleted Items too) and in Junk.
 * Nothing else of the mailbox is asked for, save heads in Junk. What is filed, or of an id in `seen`, counts for nothing
 * and is not handed on: the bounds are on what is new, so that every look gets further. https://learn.microsoft.com/graph/api/user-list-messages
 */
export const lookInMailbox = async (
  client: GraphClient,
  mailbox: GraphMailbox,
  wanted: LookedFor,
  since: string,
  seen: ReadonlySet<string> = new Set(),
): Promise<LookedIn> => {
  const found = new Map<string, GraphMessage>();
  const unreached: Unreached[] = [];
  const isNew = (mail: GraphMessage): boolean =>
    !seen.has(mail.id) && !wanted.filed.has(messageIdOf(mail) ?? "");
  const hand = handOn(client, mailbox, isNew);
  const after = `receivedDateTime ge ${since}`;
  const keep = (mails: readonly GraphMessage[]): void => {
    for (const mail of mails) if (mail.isDraft !== true) found.set(mail.id, mail);
  };
  const seek = async (
    place: Unreached["place"],
    alternatives: readonly string[],
    within: string,
  ): Promise<readonly GraphMessage[]> => {
    const answer = await hand.anyOf(alternatives, within);
    for (const why of answer.faults) unreached.push({ place, ...why });
    return answer.mails;
  };

  // A sent copy of ours is found by its own id, whenever it was; what it answers tells the conversation.
  const isDraftId = new Set(wanted.drafts.map(({ messageId }) => messageId));
  const ids = [...new Set([...wanted.threads, ...isDraftId])].filter((id) => id !== null);
  const ours = await seek(
    "threads",
    ids.map((id) => `internetMessageId eq ${quoted(angled(id))}`),
    "",
  );
  if (isOutOfReach(unreached))
    return { mails: [], unreached: [{ ...unreached[0], place: "mailbox", count: 0 }] };
  keep(ours.filter((mail) => isDraftId.has(bare(mail.internetMessageId))));
  const seenIds = new Set(ours.map((mail) => bare(mail.internetMessageId)));
  const lost = wanted.drafts.filter(
    ({ messageId }) => messageId === null || !seenIds.has(messageId),
  );
  keep(await byHeader(hand, lost, unreached));

  const conversations = new Set(ours.flatMap(({ conversationId }) => conversationId ?? []));
  keep(
    await seek(
      "senders",
      wanted.addresses.map((one) => `from/emailAddress/address eq ${quoted(one)}`),
      after,
    ),
  );
  keep(
    await seek(
      "threads",
      [...conversations].map((one) => `conversationId eq ${quoted(one)}`),
      after,
    ),
  );
  keep(
    await seek(
      "reports",
      ROBOTS.map((one) => `startswith(from/emailAddress/address,${quoted(one)})`),
      after,
    ),
  );
  const junk = await hand.pages("/mailFolders/junkemail", after, JUNK_PAGES_MAX);
  if (!junk.ok) unreached.push({ place: "junk", count: 0, why: junk.error });
  else {
    if (junk.value.isCut) unreached.push({ place: "junk", count: 0, why: { type: "too-many" } });
    const senders = new Set(wanted.addresses);
    keep(
      junk.value.mails.filter(
        (mail) =>
          senders.has(addressOf(mail.from)?.toLowerCase() ?? "") ||
          conversations.has(mail.conversationId ?? ""),
      ),
    );
  }
  const mails = [...found.values()]
    .filter(isNew)
    .sort((a, b) => ((a.receivedDateTime ?? "") < (b.receivedDateTime ?? "") ? -1 : 1));
  if (mails.length > LOOK_MAILS_MAX) {
    unreached.push({
      place: "mailbox",
      count: mails.length - LOOK_MAILS_MAX,
      why: { type: "too-many" },
    });
  }
  return { mails: mails.slice(0, LOOK_MAILS_MAX), unreached };
};

const bare = (id: string | null | undefined): string | null =>
  id == null ? null : id.replace(/^<|>$/g, "");

/** Where nobody answers for a first question, the others need not be put. */
const isOutOfReach = (
  unreached: readonly Unreached[],
): unreached is readonly [Unreached, ...Unreached[]] =>
  unreached[0] !== undefined &&
  !["refused", "too-many", "unreadable"].includes(unreached[0].why.type);

type Hand = {
  readonly anyOf: (
    alternatives: readonly string[],
    within: string,
  ) => Promise<{
    readonly mails: readonly GraphMessage[];
    readonly faults: readonly Pick<Unreached, "count" | "why">[];
  }>;
  readonly pages: (
    folder: string,
    filter: string,
    pagesMax: number,
  ) => Promise<
    Result<{ readonly mails: readonly GraphMessage[]; readonly isCut: boolean }, GraphFault>
  >;
};

/** Asks one mailbox within LOOK_REQUESTS_MAX. */
const handOn = (
  client: GraphClient,
  mailbox: GraphMailbox,
  isNew: (mail: GraphMessage) => boolean,
): Hand => {
  let left = LOOK_REQUESTS_MAX;
  const pages: Hand["pages"] = async (folder, filter, pagesMax) => {
    const mails: GraphMessage[] = [];
    // What is sorted by must stand first in the filter, else Exchange finds the question too hard.
    const order = filter.startsWith("receivedDateTime") ? "&$orderby=receivedDateTime" : "";
    let path = `${rootOf(mailbox)}${folder}/messages?$filter=${encodeURIComponent(filter)}${order}&$select=${FIELDS}&$top=${String(PAGE_MAILS)}`;
    for (let page = 1; ; page += 1) {
      if (left === 0) return ok({ mails, isCut: true });
      left -= 1;
      const answer = await client.json(
        { method: "GET", path, scopes: scopesOf(mailbox) },
        MESSAGES_SCHEMA,
      );
      if (!answer.ok) return err(answer.error);
      mails.push(...answer.value.value);
      const next = answer.value["@odata.nextLink"];
      if (next === undefined) return ok({ mails, isCut: false });
      if (page >= pagesMax || mails.filter(isNew).length > LOOK_MAILS_MAX)
        return ok({ mails, isCut: true });
      path = next;
    }
  };
  const anyOf: Hand["anyOf"] = async (alternatives, within) => {
    const mails: GraphMessage[] = [];
    const faults: Pick<Unreached, "count" | "why">[] = [];
    const groups = groupsOf(alternatives, GROUP_MAX);
    for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
      const any = group.length === 1 ? (group[0] ?? "") : `(${group.join(" or ")})`;
      const filter = within === "" ? any : `${within} and ${any}`;
      const answer = await pages("", filter, LOOK_REQUESTS_MAX);
      if (answer.ok) {
        mails.push(...answer.value.mails);
        if (answer.value.isCut) faults.push({ count: group.length, why: { type: "too-many" } });
      } else if (answer.error.type === "refused" && group.length > 1) {
        // "The restriction is too complex": the same in two halves.
        const half = Math.ceil(group.length / 2);
        groups.unshift(group.slice(0, half), group.slice(half));
      } else {
        faults.push({ count: group.length, why: answer.error });
        if (answer.error.type !== "refused") {
          const rest = groups.splice(0).reduce((sum, one) => sum + one.length, 0);
          if (rest > 0) faults.push({ count: rest, why: answer.error });
        }
      }
    }
    return { mails, faults };
  };
  return { anyOf, pages };
};

const byHeader = async (
  hand: Hand,
  drafts: LookedFor["drafts"],
  unreached: Unreached[],
): Promise<readonly GraphMessage[]> => {
  const mails: GraphMessage[] = [];
  for (const { reference } of drafts.slice(0, BY_HEADER_MAX)) {
    const filter = `singleValueExtendedProperties/any(ep: ep/id eq ${quoted(REFERENCE_PROPERTY)} and ep/value eq ${quoted(reference)})`;
    const answer = await hand.pages("", filter, 1);
    if (answer.ok) mails.push(...answer.value.mails);
    else unreached.push({ place: "drafts", count: 1, why: answer.error });
  }
  const rest = drafts.length - BY_HEADER_MAX;
  if (rest > 0) unreached.push({ place: "drafts", count: rest, why: { type: "too-many" } });
  return mails;
};

const groupsOf = (items: readonly string[], size: number): string[][] => {
  const groups: string[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
};
