import type { LookedFor } from "#shared/app/look-for.ts";
import { URL_CHARS_MAX } from "./gmail-client.ts";
import type { Unreached } from "./mail.ts";

/** One search, with what it is for. */
export type LookQuery = {
  readonly place: Extract<Unreached["place"], "senders" | "drafts" | "reports">;
  /** Senders or drafts that it looks for. */
  readonly count: number;
  /** Below the mailbox's root. */
  readonly path: string;
};

/** Messages asked for at a time: the most that Gmail gives. */
const PAGE_MESSAGES = 500;
/** Encoded characters that one search may have: the address's other parts stand before it. */
const QUERY_CHARS_MAX = URL_CHARS_MAX - 300;
/** Searches of one look: an hour later there is another. */
export const QUERIES_MAX = 60;

/** Who delivery reports come from, in all of the world's mail servers. */
const ROBOTS = "{from:mailer-daemon from:postmaster}";

/**
 * The searches of one look: what came from debtors' addresses since a moment, in all mail, spam and trash; reports on
 * mails of ours; and our references in what was sent. Addresses are from outside: one that could end its term and begin
 * another is not searched for, and said. Where one look does not bear all senders it begins at the `from`th, and says where
 * the next one begins: no debtor is always the one left out.
 */
export const lookQueries = (
  wanted: LookedFor,
  sinceMs: number,
  from = 0,
): {
  readonly queries: readonly LookQuery[];
  readonly unreached: readonly Unreached[];
  readonly next: number;
} => {
  const after = `after:${String(Math.floor(sinceMs / 1000))}`;
  const inOrder = wanted.addresses.filter(isSearchable);
  const start = inOrder.length === 0 ? 0 : from % inOrder.length;
  const searchable = [...inOrder.slice(start), ...inOrder.slice(0, start)];
  const senders = groupsOf(searchable.map((address) => `from:${address}`)).map(
    (group): LookQuery => ({
      place: "senders",
      count: group.length,
      path: pathOf(`{${group.join(" ")}} ${after}`),
    }),
  );
  const references = wanted.drafts.map(({ reference }) => reference).filter(isReference);
  const drafts = groupsOf(references.map((reference) => `"${reference}"`)).map(
    (group): LookQuery => ({
      place: "drafts",
      count: group.length,
      path: pathOf(`in:sent {${group.join(" ")}}`),
    }),
  );
  const reports: LookQuery = { place: "reports", count: 0, path: pathOf(`${ROBOTS} ${after}`) };
  const all = [...drafts, ...(searchable.length > 0 ? [reports] : []), ...senders];
  const left = all.slice(QUERIES_MAX);
  const odd = wanted.addresses.length - searchable.length;
  return {
    queries: all.slice(0, QUERIES_MAX),
    next:
      left.length === 0 || inOrder.length === 0
        ? 0
        : (start + sendersIn(all.slice(0, QUERIES_MAX))) % inOrder.length,
    unreached: [
      ...left.map(({ place, count }) => ({ place, count, why: { type: "too-many" } as const })),
      ...(odd > 0 ? [{ place: "senders", count: odd, why: UNSEARCHABLE } as const] : []),
    ],
  };
};

const sendersIn = (queries: readonly LookQuery[]): number =>
  queries.reduce((sum, { place, count }) => sum + (place === "senders" ? count : 0), 0);

const UNSEARCHABLE = { type: "refused", status: 0, code: "address" } as const;

/** The next page of a search. */
export const nextPage = (path: string, token: string): string =>
  `${path}&pageToken=${encodeURIComponent(token.slice(0, 200))}`;

/** Spam is asked for by a parameter, since a search alone passes it over. */
const pathOf = (query: string): string =>
  `/messages?maxResults=${String(PAGE_MESSAGES)}&includeSpamTrash=true&q=${encodeURIComponent(query)}`;

/** Letters of every alphabet and the signs that people have in addresses; none of them ends a term of Gmail's search. */
const isSearchable = (address: string): boolean =>
  /^[\p{L}\p{M}\p{N}_.+=&%/'!#$?^`~-]+@[\p{L}\p{M}\p{N}_.-]+$/u.test(address);

const isReference = (reference: string): boolean => /^R-[0-9A-Z]{1,20}$/.test(reference);

/** As many alternatives as one address takes. */
const groupsOf = (terms: readonly string[]): readonly (readonly string[])[] => {
  const groups: string[][] = [];
  let chars = QUERY_CHARS_MAX;
  for (const term of terms) {
    const more = encodeURIComponent(`${term} `).length;
    const last = groups[groups.length - 1];
    if (last === undefined || chars + more > QUERY_CHARS_MAX) {
      groups.push([term]);
      chars = more;
    } else {
      last.push(term);
      chars += more;
    }
  }
  return groups;
};
