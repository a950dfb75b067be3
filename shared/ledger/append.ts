import { wellFormed } from "#shared/kernel/bytes.ts";
import { invariant } from "#shared/kernel/result.ts";
import { canonicalText, cleanJson, isJsonObject } from "./canonical.ts";
import {
  BLOBS_MAX,
  FIRST_PREVIOUS,
  PAYLOAD_CHARS_MAX,
  commitmentOf,
  hashOfHeader,
  lineOfEntry,
  parseEntryLine,
} from "./entry.ts";
import type { BlobName, Entry, EntryHeader, Payload } from "./entry.ts";

/** Where a writer's log ends: what the next append must be built on. */
export type Tip = {
  readonly ledger: string;
  readonly writer: string;
  /** 0 before the first entry. */
  readonly sequence: number;
  /** FIRST_PREVIOUS before the first entry. */
  readonly hash: string;
  /** Greatest tick this store has seen, of any writer. */
  readonly tick: number;
};

/** What is to be appended, before it has its place in the log. */
export type NewEntry = {
  readonly stream: string;
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
  readonly batch?: string;
  readonly blobs?: readonly BlobName[];
};

/** Who and when; `salts` gives 16 fresh random bytes (32 hexadecimal digits) for each entry, drawn by the host. */
export type Stamp = {
  readonly by: string;
  readonly at: string;
  readonly salts: readonly string[];
};

export const emptyTip = (ledger: string, writer: string, tick = 0): Tip => ({
  ledger,
  writer,
  sequence: 0,
  hash: FIRST_PREVIOUS,
  tick,
});

/** Gives new entries their place after the tip, and the tip after them. Every string is made well-formed first. */
export const chainEntries = (
  tip: Tip,
  drafts: readonly NewEntry[],
  stamp: Stamp,
): { readonly entries: readonly Entry[]; readonly tip: Tip } => {
  invariant(stamp.salts.length >= drafts.length, "one salt an entry");
  const entries: Entry[] = [];
  let { sequence, hash, tick } = tip;
  drafts.forEach((draft, index) => {
    sequence += 1;
    tick += 1;
    const salt = stamp.salts[index] as string;
    const payload = payloadOf(draft);
    const header: EntryHeader = {
      ledger: tip.ledger,
      writer: tip.writer,
      sequence,
      stream: draft.stream,
      type: draft.type,
      version: draft.version,
      tick,
      at: stamp.at,
      by: wellFormed(stamp.by),
      previous: hash,
      blobs: draft.blobs ?? [],
      commitment: commitmentOf(salt, payload),
    };
    hash = hashOfHeader(header);
    const entry: Entry = { hash, header, body: { kind: "kept", salt, payload } };
    // What is appended stays for good: an entry that no reader would take must never get that far.
    invariant(parseEntryLine(lineOfEntry(entry)) !== null, `entry ${draft.type} can be read again`);
    entries.push(entry);
  });
  return { entries, tip: { ...tip, sequence, hash, tick } };
};

const payloadOf = (draft: NewEntry): Payload => {
  const data = cleanJson(draft.data);
  invariant(isJsonObject(data), "an event's data is an object");
  invariant((draft.blobs ?? []).length <= BLOBS_MAX, "an entry names at most BLOBS_MAX blobs");
  const payload: Payload = draft.batch === undefined ? { data } : { batch: draft.batch, data };
  invariant(
    canonicalText(payload).length <= PAYLOAD_CHARS_MAX,
    "a payload is at most PAYLOAD_CHARS_MAX",
  );
  return payload;
};
