import * as z from "zod/mini";
import type { Place } from "#shared/app/shards.ts";
import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { parseJson } from "#shared/ledger/canonical.ts";
import type { Entry, EntryHeader } from "#shared/ledger/entry.ts";

z.config({ jitless: true });

/**
 * What a shard keeps of one account: its state, how it is found, and where its entries lie in the journal, so that it can
 * be folded again from those segments alone.
 */
export type AccountRow = {
  readonly keys: readonly string[];
  readonly last: Place | null;
  readonly places: Places;
  /** Batches of its entries: which accounts an undone batch touches is read here. */
  readonly batches: readonly string[];
  readonly state: AccountState;
};

export type CreditorRow = {
  readonly last: Place | null;
  readonly places: Places;
  /** Batches that are void, with the place of the entry that voids each. */
  readonly voided: ReadonlyMap<string, Place>;
  readonly state: CreditorState;
};

/** Sequences of entries by writer, as runs: from, to, from, to … */
export type Places = Readonly<Record<string, readonly number[]>>;

/**
 * The text of a shard: a line an account, its id, its keys and all the rest as JSON, parted by tabs. A mail that is looked up
 * parses the keys of some accounts and the state of one.
 */
export type ShardLines = ReadonlyMap<string, ShardLine>;
export type ShardLine = { readonly keys: string; readonly rest: string };

export const parseShard = (text: string): ShardLines | null => {
  const lines = new Map<string, ShardLine>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [id, keys, rest] = line.split("\t");
    const account = parseJson(id ?? "");
    if (typeof account !== "string" || keys === undefined || rest === undefined) return null;
    lines.set(account, { keys, rest });
  }
  return lines;
};

export const textOfShard = (lines: ShardLines): string =>
  [...lines.keys()]
    .sort()
    .map((account) => {
      const { keys, rest } = lines.get(account) as ShardLine;
      return `${JSON.stringify(account)}\t${keys}\t${rest}\n`;
    })
    .join("");

export const lineOfRow = ({ keys, ...rest }: AccountRow): ShardLine => ({
  // JSON of strings holds neither a tab nor a line feed.
  keys: JSON.stringify(keys),
  rest: JSON.stringify(rest),
});

const KEYS = z.array(z.string());

export const keysOfLine = ({ keys }: ShardLine): readonly string[] => {
  const parsed = KEYS.safeParse(parseJson(keys));
  return parsed.success ? parsed.data : [];
};

const PLACE = z.object({
  tick: z.number(),
  writer: z.string(),
  sequence: z.number(),
  hash: z.string(),
});
const PLACES = z.record(z.string(), z.array(z.number()));
const ROW = z.object({
  last: z.nullable(PLACE),
  places: PLACES,
  batches: z.array(z.string()),
  state: z.custom<AccountState>((value) => hasShapeOf(value, emptyAccount(""))),
});

/** Null where it is not what was written by this build. */
export const rowOfLine = (account: string, line: ShardLine): AccountRow | null => {
  const parsed = ROW.safeParse(parseJson(line.rest));
  return parsed.success && parsed.data.state.account === account
    ? { ...parsed.data, keys: keysOfLine(line) }
    : null;
};

const CREDITOR = z.object({
  last: z.nullable(PLACE),
  places: PLACES,
  voided: z.array(z.tuple([z.string(), PLACE])),
  state: z.custom<CreditorState>((value) => hasShapeOf(value, emptyCreditor())),
});

export const EMPTY_CREDITOR_ROW: CreditorRow = {
  last: null,
  places: {},
  voided: new Map(),
  state: emptyCreditor(),
};

export const textOfCreditor = (row: CreditorRow): string =>
  JSON.stringify({ ...row, voided: [...row.voided] });

export const creditorOfText = (text: string): CreditorRow | null => {
  const parsed = CREDITOR.safeParse(parseJson(text));
  return parsed.success ? { ...parsed.data, voided: new Map(parsed.data.voided) } : null;
};

/** Whether it has the build of a state: every list is a list. What lists hold was written by this same build. */
const hasShapeOf = (value: unknown, empty: object): boolean => {
  if (typeof value !== "object" || value === null) return false;
  const given = new Map(Object.entries(value));
  return Object.entries(empty).every(([name, example]) => {
    if (!given.has(name)) return false;
    return Array.isArray(example) ? Array.isArray(given.get(name)) : true;
  });
};

export const withPlaces = (places: Places, entries: readonly Entry[]): Places => {
  const grown: Record<string, number[]> = {};
  for (const writer of Object.keys(places)) grown[writer] = [...(places[writer] ?? [])];
  for (const { header } of entries) {
    if (isPlaced(grown, header)) continue;
    const runs = (grown[header.writer] ??= []);
    const end = runs.length - 1;
    if (end >= 0 && runs[end] === header.sequence - 1) runs[end] = header.sequence;
    else runs.push(header.sequence, header.sequence);
  }
  return grown;
};

export const isPlaced = (
  places: Places,
  { writer, sequence }: Pick<EntryHeader, "writer" | "sequence">,
): boolean => {
  const runs = places[writer] ?? [];
  for (let at = 0; at + 1 < runs.length; at += 2)
    if ((runs[at] as number) <= sequence && sequence <= (runs[at + 1] as number)) return true;
  return false;
};

/** Whether any of these sequences of the writer is between two, both included. */
export const touches = (places: Places, writer: string, from: number, to: number): boolean => {
  const runs = places[writer] ?? [];
  for (let at = 0; at + 1 < runs.length; at += 2)
    if ((runs[at] as number) <= to && from <= (runs[at + 1] as number)) return true;
  return false;
};
