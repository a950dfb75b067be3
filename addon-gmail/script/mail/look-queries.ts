import type { LookedFor } from "#shared/app/look-for.ts";
import type { Unreached } from "./mail.ts";
import { groupsOf, searchPath } from "./searches.ts";

/** One search, with what it is for. */
export type LookQuery = {
  readonly place: Extract<Unreached["place"], "senders" | "drafts" | "reports">;
  /** Senders or drafts that it looks for. */
  readonly count: number;
  /** Below the mailbox's root. */
  readonly path: string;
};

/** Searches of one look: an hour later there is another. */
export const QUERIES_MAX = 120;
/** Of them, those that drafts of ours get where debtors alone would take all: some two thousand drafts. */
export const DRAFT_QUERIES_MAX = 20;

/** Who delivery reports come from, in all of the world's mail servers. */
const ROBOTS = "{from:mailer-daemon from:postmaster}";

/** Where a look begins that does not bear all of its senders, or all of its drafts. */
export type LookPlace = { readonly sender: number; readonly draft: number };

export const FIRST_PLACE: LookPlace = { sender: 0, draft: 0 };

/**
 * The searches of one look: what came from debtors' addresses since a moment, in all mail, spam and trash, and reports on
 * mails of ours; then our references in what was sent, in what is left of the searches. Addresses are from outside: one
 * that could end its term and begin another is not searched for, and said. Where one look does not bear all it begins at a
 * place, and says where the next one begins: nobody is always the one left out.
 */
export const lookQueries = (
  wanted: LookedFor,
  sinceMs: number,
  from: LookPlace = FIRST_PLACE,
): {
  readonly queries: readonly LookQuery[];
  readonly unreached: readonly Unreached[];
  readonly next: LookPlace;
} => {
  const after = `after:${String(Math.floor(sinceMs / 1000))}`;
  const searchable = wanted.addresses.filter(isSearchable);
  const senders = groupsOf(turned(searchable, from.sender).map((address) => `from:${address}`)).map(
    (group): LookQuery => ({
      place: "senders",
      count: group.length,
      path: searchPath(`{${group.join(" ")}} ${after}`),
    }),
  );
  const references = wanted.drafts.map(({ reference }) => reference).filter(isReference);
  const drafts = groupsOf(turned(references, from.draft).map((one) => `"${one}"`)).map(
    (group): LookQuery => ({
      place: "drafts",
      count: group.length,
      path: searchPath(`in:sent {${group.join(" ")}}`),
    }),
  );
  const reports: readonly LookQuery[] =
    searchable.length === 0
      ? []
      : [{ place: "reports", count: 0, path: searchPath(`${ROBOTS} ${after}`) }];
  const kept = Math.min(drafts.length, DRAFT_QUERIES_MAX);
  const asked = senders.slice(0, QUERIES_MAX - reports.length - kept);
  const sought = drafts.slice(0, QUERIES_MAX - reports.length - asked.length);
  const left = [...senders.slice(asked.length), ...drafts.slice(sought.length)];
  const odd = wanted.addresses.length - searchable.length;
  return {
    queries: [...reports, ...asked, ...sought],
    next: {
      sender: placeAfter(from.sender, senders, asked, searchable.length),
      draft: placeAfter(from.draft, drafts, sought, references.length),
    },
    unreached: [
      ...left.map(({ place, count }) => ({ place, count, why: { type: "too-many" } as const })),
      ...(odd > 0 ? [{ place: "senders", count: odd, why: UNSEARCHABLE } as const] : []),
    ],
  };
};

/** The list from a place on, and then what stands before it. */
const turned = <T>(list: readonly T[], place: number): readonly T[] => {
  const start = list.length === 0 ? 0 : place % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
};

/** After what was asked; the first again where all were. */
const placeAfter = (
  place: number,
  all: readonly LookQuery[],
  asked: readonly LookQuery[],
  length: number,
): number =>
  asked.length === all.length || length === 0
    ? 0
    : ((place % length) + asked.reduce((sum, { count }) => sum + count, 0)) % length;

const UNSEARCHABLE = { type: "refused", status: 0, code: "address" } as const;

/** Letters of every alphabet and the signs that people have in addresses; none of them ends a term of Gmail's search. */
const isSearchable = (address: string): boolean =>
  /^[\p{L}\p{M}\p{N}_.+=&%/'!#$?^`~-]+@[\p{L}\p{M}\p{N}_.-]+$/u.test(address);

const isReference = (reference: string): boolean => /^R-[0-9A-Z]{1,20}$/.test(reference);
