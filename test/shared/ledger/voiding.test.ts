import { describe, expect, it } from "vitest";
import { emptyTip } from "#shared/ledger/append.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { eraseEntry, unionEntries } from "#shared/ledger/merge.ts";
import {
  ENTRY_VOIDED,
  PAYLOAD_ERASED,
  erasedBy,
  isVoided,
  voidsOf,
} from "#shared/ledger/voiding.ts";
import { LEDGER, appended } from "./sample-ledger.ts";

/** A log written draft by draft; each draft may name the entries before it. */
const written = (
  ...drafts: readonly ((before: readonly Entry[]) => Partial<NewEntry>)[]
): readonly Entry[] => {
  let tip = emptyTip(LEDGER, "wri-a");
  const entries: Entry[] = [];
  for (const draft of drafts) {
    const step = appended(tip, draft(entries));
    tip = step.tip;
    entries.push(step.entry);
  }
  return entries;
};

const say = () => ({ data: { said: true } });
const sayIn = (batch: string) => () => ({ batch, data: { said: true } });
const voiding =
  (...places: readonly number[]) =>
  (before: readonly Entry[]): Partial<NewEntry> => ({
    type: ENTRY_VOIDED,
    data: { entries: places.map((place) => before[place]?.hash ?? "f".repeat(64)) },
  });
const voidingBatch = (batch: string, own?: string) => (): Partial<NewEntry> => ({
  type: ENTRY_VOIDED,
  data: { entries: [], batch },
  ...(own === undefined ? {} : { batch: own }),
});

/** The places of the entries that no longer count. */
const voided = (entries: readonly Entry[]): readonly number[] => {
  const voids = voidsOf(entries);
  return entries.flatMap((entry, place) => (isVoided(entry, voids) ? [place] : []));
};

describe("a void", () => {
  it("takes away what it names, and nothing else", () => {
    expect(voided(written(say, say, voiding(0)))).toEqual([0]);
  });

  it("is undone by a void of it, and that one too", () => {
    expect(voided(written(say, voiding(0), voiding(1)))).toEqual([1]);
    expect(voided(written(say, voiding(0), voiding(1), voiding(2)))).toEqual([0, 2]);
  });

  it("stands as long as one of two voids of an entry stands", () => {
    expect(voided(written(say, voiding(0), voiding(0), voiding(2)))).toEqual([0, 2]);
  });

  it("of a batch takes away all that the batch brought, and nothing that comes after it", () => {
    const log = written(
      sayIn("bat-1"),
      sayIn("bat-2"),
      sayIn("bat-1"),
      voidingBatch("bat-1"),
      sayIn("bat-1"),
    );
    expect(voided(log)).toEqual([0, 2]);
  });

  it("of a batch undoes the voids made within it: a correction goes as one", () => {
    const correction = (before: readonly Entry[]) => ({ ...voiding(0)(before), batch: "bat-1" });
    const log = written(say, correction, sayIn("bat-1"), voidingBatch("bat-1"));
    expect(voided(log)).toEqual([1, 2]);
  });

  it("made within the batch it names does not void itself", () => {
    expect(voided(written(sayIn("bat-1"), voidingBatch("bat-1", "bat-1")))).toEqual([0]);
  });

  it("has no effect on a later entry, though it names its hash", () => {
    const [late] = written(say);
    const other = appended(
      { ...emptyTip(LEDGER, "wri-b"), tick: 0 },
      {
        type: ENTRY_VOIDED,
        data: { entries: [late?.hash ?? ""] },
      },
    ).entry;
    // Both have tick 1: the order puts wri-a first, so the void reaches it; moved one tick on, it does not.
    expect(voided([late as Entry, other])).toEqual([0]);
    const later = appended({ ...emptyTip(LEDGER, "wri-c"), tick: 5 }, {}).entry;
    const early = appended(emptyTip(LEDGER, "wri-b"), {
      type: ENTRY_VOIDED,
      data: { entries: [later.hash] },
    }).entry;
    expect(voided([early, later])).toEqual([]);
    // Nor where it was worked out before the later entry came in.
    expect(isVoided(later, voidsOf([early]))).toBe(false);
  });

  it("of a newer version is passed on and not acted upon", () => {
    const newer = (before: readonly Entry[]) => ({ ...voiding(0)(before), version: 2 });
    expect(voided(written(say, newer))).toEqual([]);
  });

  it("whose data is not as described does nothing", () => {
    const odd = () => ({ type: ENTRY_VOIDED, data: { entries: "all", batch: 7 } });
    expect(voided(written(say, odd))).toEqual([]);
  });
});

describe("an erasure", () => {
  const erasing =
    (place: number, reason = "RGPD art. 17") =>
    (before: readonly Entry[]): Partial<NewEntry> => ({
      type: PAYLOAD_ERASED,
      data: { entries: [before[place]?.hash ?? ""], reason },
    });

  it("gives its reason, the first one's where several name one entry", () => {
    const log = written(say, erasing(0, "première"), erasing(0, "seconde"));
    expect(erasedBy([...log].reverse())).toEqual(new Map([[log[0]?.hash, "première"]]));
  });

  it("cannot be taken back by voiding it", () => {
    const log = written(say, erasing(0), voiding(1));
    expect(erasedBy(log).size).toBe(1);
  });

  it("never reaches a void or another erasure, so that neither loses its effect", () => {
    const log = written(say, say, voiding(0), erasing(1), erasing(2), erasing(3));
    const union = unionEntries(LEDGER, log);
    expect(union.ok ? union.value.map((entry) => entry.body.kind) : union.error).toEqual([
      "kept",
      "erased",
      "kept",
      "kept",
      "kept",
      "kept",
    ]);
    expect(
      unionEntries(
        LEDGER,
        log.map((e, i) => (i === 1 ? eraseEntry(e) : e)),
      ),
    ).toEqual(union);
  });
});
