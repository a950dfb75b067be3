import { FIRST_PREVIOUS, commitmentOf, hashOfHeader, lineOfEntry } from "./entry.ts";
import type { Entry } from "./entry.ts";
import { ledgerHeadOf } from "./heads.ts";
import type { Witness } from "./heads.ts";
import { compareText } from "./order.ts";

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
  readonly withheld: number;
  readonly problems: readonly ChainProblem[];
  /** False where no head kept elsewhere was given: then a cut tail or a log rewritten whole cannot be found. */
  readonly compared: boolean;
};

/** Checks headers, payloads, links and gaps of every writer, and the end of each against a head kept elsewhere. */
export const checkChain = (
  ledger: string,
  entries: readonly Entry[],
  witness: Witness | null = null,
): ChainReport => {
  const byWriter = new Map<string, Map<number, Entry[]>>();
  const problems: ChainProblem[] = [];
  let erased = 0;
  let withheld = 0;
  for (const entry of entries) {
    const { writer, sequence } = entry.header;
    const places = byWriter.get(writer) ?? new Map<number, Entry[]>();
    byWriter.set(writer, places);
    const here = places.get(sequence) ?? [];
    const known = here.find((other) => other.hash === entry.hash);
    if (known !== undefined && lineOfEntry(known) === lineOfEntry(entry)) continue;
    places.set(sequence, [...here, entry]);
    if (entry.body.kind === "erased") erased += 1;
    if (entry.body.kind === "withheld") withheld += 1;
    problems.push(...problemsOfEntry(ledger, entry));
  }
  const writers = [...byWriter.keys()].sort(compareText).map((writer) => {
    const places = byWriter.get(writer) as Map<number, Entry[]>;
    problems.push(...problemsOfLinks(writer, places));
    let count = 0;
    let last = 0;
    for (const [sequence, here] of places) {
      count += here.length;
      last = Math.max(last, sequence);
    }
    return { writer, entries: count, last };
  });
  if (witness !== null) problems.push(...problemsAgainst(witness, ledger, byWriter));
  const total = writers.reduce((sum, writer) => sum + writer.entries, 0);
  return {
    ledger,
    entries: total,
    writers,
    erased,
    withheld,
    problems,
    compared: witness !== null,
  };
};

const problemsOfEntry = (ledger: string, entry: Entry): readonly ChainProblem[] => {
  const { header, hash, body } = entry;
  const { writer, sequence } = header;
  const problems: ChainProblem[] = [];
  if (hashOfHeader(header) !== hash)
    problems.push({ type: "header-altered", writer, sequence, hash });
  if (header.ledger !== ledger)
    problems.push({ type: "other-ledger", writer, sequence, ledger: header.ledger });
  if (body.kind === "kept" && commitmentOf(body.salt, body.payload) !== header.commitment) {
    problems.push({ type: "payload-altered", writer, sequence, hash });
  }
  return problems;
};

const problemsOfLinks = (
  writer: string,
  places: ReadonlyMap<number, readonly Entry[]>,
): readonly ChainProblem[] => {
  const problems: ChainProblem[] = [];
  const sequences = [...places.keys()].sort((a, b) => a - b);
  let expected = 1;
  for (const sequence of sequences) {
    if (sequence > expected)
      problems.push({ type: "gap", writer, from: expected, to: sequence - 1 });
    const gapBefore = sequence > expected;
    expected = sequence + 1;
    const here = places.get(sequence) ?? [];
    const before = places.get(sequence - 1) ?? [];
    const hashes = [...new Set(here.map((entry) => entry.hash))].sort(compareText);
    if (hashes.length > 1) problems.push({ type: "fork", writer, sequence, hashes });
    for (const { hash, header } of here) {
      const parent = before.find((entry) => entry.hash === header.previous);
      if (
        sequence === 1 ? header.previous !== FIRST_PREVIOUS : parent === undefined && !gapBefore
      ) {
        problems.push({ type: "link-broken", writer, sequence, hash });
      }
      if (parent !== undefined && header.tick <= parent.header.tick) {
        problems.push({ type: "tick-not-rising", writer, sequence, hash });
      }
    }
  }
  return problems;
};

const problemsAgainst = (
  witness: Witness,
  ledger: string,
  byWriter: ReadonlyMap<string, ReadonlyMap<number, readonly Entry[]>>,
): readonly ChainProblem[] => {
  const problems: ChainProblem[] = [];
  if (ledgerHeadOf(witness.heads) !== witness.ledgerHead)
    problems.push({ type: "witness-altered" });
  if (witness.ledger !== ledger) {
    problems.push({ type: "other-ledger", writer: "", sequence: 0, ledger: witness.ledger });
    return problems;
  }
  for (const head of witness.heads) {
    const places = byWriter.get(head.writer) ?? new Map<number, readonly Entry[]>();
    const here = places.get(head.sequence) ?? [];
    if (here.some((entry) => entry.hash === head.hash)) continue;
    if (here.length > 0) {
      problems.push({ type: "rewritten", writer: head.writer, sequence: head.sequence });
      continue;
    }
    let last = 0;
    for (const sequence of places.keys())
      if (sequence < head.sequence) last = Math.max(last, sequence);
    problems.push({ type: "tail-cut", writer: head.writer, from: last + 1, to: head.sequence });
  }
  return problems;
};
