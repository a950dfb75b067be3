import { compareText } from "#shared/kernel/text.ts";
import { sameJson } from "./canonical.ts";
import { FIRST_PREVIOUS, commitmentOf, hashOfHeader } from "./entry.ts";
import type { Entry } from "./entry.ts";
import { ledgerHeadOf } from "./heads.ts";
import type { Witness } from "./heads.ts";
import { betterCopy } from "./merge.ts";
import { erasedBy } from "./voiding.ts";

/** What is wrong with a log, each naming its entry. */
export type ChainProblem =
  /** The header no longer gives the hash that stands beside it: some byte of it was changed. */
  | {
      readonly type: "header-altered";
      readonly writer: string;
      readonly sequence: number;
      readonly hash: string;
    }
  /** The payload no longer gives the commitment in the header. */
  | {
      readonly type: "payload-altered";
      readonly writer: string;
      readonly sequence: number;
      readonly hash: string;
    }
  /** The entry names a predecessor that is not there although its sequence is. */
  | {
      readonly type: "link-broken";
      readonly writer: string;
      readonly sequence: number;
      readonly hash: string;
    }
  /** Entries between two that are present are missing. */
  | { readonly type: "gap"; readonly writer: string; readonly from: number; readonly to: number }
  /** Two entries of one writer at one place: a copy of the store was written to as well. Both are kept. */
  | {
      readonly type: "fork";
      readonly writer: string;
      readonly sequence: number;
      readonly hashes: readonly string[];
    }
  /** Ticks of one writer must rise: an entry was moved. */
  | {
      readonly type: "tick-not-rising";
      readonly writer: string;
      readonly sequence: number;
      readonly hash: string;
    }
  | {
      readonly type: "other-ledger";
      readonly writer: string;
      readonly sequence: number;
      readonly ledger: string;
    }
  /** A head kept elsewhere lies beyond this log's end. */
  | {
      readonly type: "tail-cut";
      readonly writer: string;
      readonly from: number;
      readonly to: number;
    }
  /** At the place of a head kept elsewhere stands another entry. */
  | { readonly type: "rewritten"; readonly writer: string; readonly sequence: number }
  /** The kept heads do not give the kept ledger head: the witness itself was changed. */
  | { readonly type: "witness-altered" };

export type ChainReport = {
  readonly ledger: string;
  readonly entries: number;
  readonly writers: readonly {
    readonly writer: string;
    readonly entries: number;
    readonly last: number;
  }[];
  readonly erased: number;
  /** Hashes of erased entries that no `payload-erased` here names: a payload removed without a reason. */
  readonly unexplained: readonly string[];
  readonly withheld: number;
  readonly problems: readonly ChainProblem[];
  /** False where no head kept elsewhere was given: then a cut tail or a log rewritten whole cannot be found. */
  readonly compared: boolean;
};

/**
 * Checks headers, payloads, links and gaps of every writer, and the end of each against a head kept elsewhere. The same
 * entry given twice counts once, as kept if any copy has its payload; a copy that differs is checked like the first.
 */
export const checkChain = (
  ledger: string,
  entries: readonly Entry[],
  witness: Witness | null = null,
): ChainReport => {
  const problems: ChainProblem[] = [];
  const entryByHash = new Map<string, Entry>();
  for (const entry of entries) {
    const known = entryByHash.get(entry.hash);
    if (known !== undefined && sameJson(known, entry)) continue;
    findInEntry(ledger, entry, problems);
    entryByHash.set(entry.hash, known === undefined ? entry : betterCopy(known, entry));
  }
  const logs = logsOf(entryByHash);
  const writers: { writer: string; entries: number; last: number }[] = [];
  for (const [writer, places] of logs) {
    findInLinks(writer, places, entryByHash, problems);
    let count = 0;
    let last = 0;
    for (const [sequence, here] of places) {
      count += here.length;
      last = sequence;
    }
    writers.push({ writer, entries: count, last });
  }
  if (witness !== null) findAgainst(witness, ledger, logs, problems);
  const union = [...entryByHash.values()];
  const reasons = erasedBy(union);
  const erased = union.filter(({ body }) => body.kind === "erased");
  const unexplained = erased.map(({ hash }) => hash).filter((hash) => !reasons.has(hash));
  return {
    ledger,
    entries: entryByHash.size,
    writers,
    erased: erased.length,
    unexplained: unexplained.sort(compareText),
    withheld: union.filter(({ body }) => body.kind === "withheld").length,
    problems,
    compared: witness !== null,
  };
};

/** Entries of one writer by sequence, in order of sequence; more than one at a place is a fork. */
type Log = ReadonlyMap<number, readonly Entry[]>;

const logsOf = (entryByHash: ReadonlyMap<string, Entry>): ReadonlyMap<string, Log> => {
  const sorted = [...entryByHash.values()].sort(
    (a, b) =>
      compareText(a.header.writer, b.header.writer) ||
      a.header.sequence - b.header.sequence ||
      compareText(a.hash, b.hash),
  );
  const logs = new Map<string, Map<number, Entry[]>>();
  for (const entry of sorted) {
    const { writer, sequence } = entry.header;
    const log = logs.get(writer) ?? new Map<number, Entry[]>();
    logs.set(writer, log);
    const here = log.get(sequence);
    if (here === undefined) log.set(sequence, [entry]);
    else here.push(entry);
  }
  return logs;
};

const findInEntry = (ledger: string, entry: Entry, problems: ChainProblem[]): void => {
  const { header, hash, body } = entry;
  const { writer, sequence } = header;
  if (hashOfHeader(header) !== hash)
    problems.push({ type: "header-altered", writer, sequence, hash });
  if (header.ledger !== ledger)
    problems.push({ type: "other-ledger", writer, sequence, ledger: header.ledger });
  if (body.kind === "kept" && commitmentOf(body.salt, body.payload) !== header.commitment) {
    problems.push({ type: "payload-altered", writer, sequence, hash });
  }
};

const findInLinks = (
  writer: string,
  log: Log,
  entryByHash: ReadonlyMap<string, Entry>,
  problems: ChainProblem[],
): void => {
  let expected = 1;
  for (const [sequence, here] of log) {
    const gapBefore = sequence > expected;
    if (gapBefore) problems.push({ type: "gap", writer, from: expected, to: sequence - 1 });
    expected = sequence + 1;
    if (here.length > 1) {
      problems.push({ type: "fork", writer, sequence, hashes: here.map((entry) => entry.hash) });
    }
    for (const { hash, header } of here) {
      const named = entryByHash.get(header.previous)?.header;
      const parent = named?.writer === writer && named.sequence === sequence - 1 ? named : null;
      if (sequence === 1 ? header.previous !== FIRST_PREVIOUS : parent === null && !gapBefore) {
        problems.push({ type: "link-broken", writer, sequence, hash });
      }
      if (parent !== null && header.tick <= parent.tick) {
        problems.push({ type: "tick-not-rising", writer, sequence, hash });
      }
    }
  }
};

const findAgainst = (
  witness: Witness,
  ledger: string,
  logs: ReadonlyMap<string, Log>,
  problems: ChainProblem[],
): void => {
  if (ledgerHeadOf(witness.heads) !== witness.ledgerHead)
    problems.push({ type: "witness-altered" });
  if (witness.ledger !== ledger) {
    problems.push({ type: "other-ledger", writer: "", sequence: 0, ledger: witness.ledger });
    return;
  }
  for (const { writer, sequence, hash } of witness.heads) {
    const log: Log = logs.get(writer) ?? new Map();
    const here = log.get(sequence) ?? [];
    if (here.some((entry) => entry.hash === hash)) continue;
    if (here.length > 0) {
      problems.push({ type: "rewritten", writer, sequence });
      continue;
    }
    const last = [...log.keys()].pop() ?? 0;
    // Where entries beyond the head are here, its own place is a gap, which has its name already.
    if (last < sequence) problems.push({ type: "tail-cut", writer, from: last + 1, to: sequence });
  }
};
