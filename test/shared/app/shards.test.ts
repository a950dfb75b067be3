import { describe, expect, it } from "vitest";
import {
  emptyCreditorShard,
  entriesByShard,
  foldShard,
  growCreditorShard,
  placeOf,
  tellInOrder,
} from "#shared/app/shards.ts";
import type { VoidedBatches } from "#shared/app/shards.ts";
import { accountEntry, creditorEntry, eraseEntryOf, voidEntry } from "#shared/app/streams.ts";
import { emptyAccount } from "#shared/claims/account.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { withholdEntry } from "#shared/ledger/merge.ts";
import { LEDGER, saltOf } from "../ledger/sample-ledger.ts";

const said = (drafts: readonly NewEntry[]): readonly Entry[] =>
  chainEntries(emptyTip(LEDGER, "wri-a"), drafts, {
    by: "Claire",
    at: "2026-11-20T07:55:00.000Z",
    salts: drafts.map((_, index) => saltOf(String(index))),
  }).entries;

const note = (text: string, account = "d", batch?: string): NewEntry =>
  accountEntry(
    account,
    { type: "note-written", data: { note: `note-${text}`, on: dateOf("2026-11-20"), text } },
    batch,
  );

const textsOf = (entries: readonly Entry[], batches: VoidedBatches = new Map()) =>
  foldShard("d", entries, batches).state.notes.map(({ text }) => text);

describe("a shard", () => {
  it("folds into the same state in whatever order and however often its entries come", () => {
    const entries = said([note("a"), note("b"), note("c")]);
    const shuffled = [entries[2]!, entries[0]!, entries[1]!, entries[0]!];
    expect(foldShard("d", shuffled, new Map())).toEqual(foldShard("d", entries, new Map()));
    expect(textsOf(shuffled)).toEqual(["a", "b", "c"]);
  });

  it("leaves out what an entry of it voids, and takes it in again when that is voided too", () => {
    const first = said([note("a")]);
    const undo = voidEntry({ entries: [first[0]!.hash], stream: "account/d" }, "");
    const undone = said([note("a"), undo]);
    expect(textsOf(undone)).toEqual([]);
    const redo = voidEntry({ entries: [undone[1]!.hash], stream: "account/d" }, "");
    expect(textsOf(said([note("a"), undo, redo]))).toEqual(["a"]);
  });

  it("leaves out a batch that the creditor's stream voids, but nothing of it that came later", () => {
    const undo = voidEntry({ batch: "bat-1", accounts: ["d"] }, "");
    const entries = said([note("a", "d", "bat-1"), undo, note("b", "d", "bat-1")]);
    const parts = entriesByShard(entries);
    const { voidedBatches } = growCreditorShard(emptyCreditorShard(), parts.get(null) ?? []);
    expect(textsOf(parts.get("d") ?? [], voidedBatches)).toEqual(["b"]);
  });

  it("forgets erased words, and says of a withheld entry that it could not be read", () => {
    const entries = said([note("a"), note("b")]);
    const erased = said([
      note("a"),
      note("b"),
      eraseEntryOf("account/d", [entries[0]!.hash], "loi"),
    ]);
    expect(textsOf(erased)).toEqual(["b"]);
    const { state } = foldShard("d", [withholdEntry(entries[0]!), entries[1]!], new Map());
    expect(state.deferred).toMatchObject([{ type: "note-written", reason: "withheld" }]);
    expect(textsOf([withholdEntry(entries[0]!), ...entries])).toEqual(["a", "b"]);
  });

  it("tells entries that follow as folding all would, and refuses those that do not merely follow", () => {
    const entries = said([note("a"), note("b"), note("c", "d", "bat-1")]);
    const [a, b, c] = entries as [Entry, Entry, Entry];
    const told = tellInOrder(emptyAccount("d"), null, [b, a], new Map());
    expect(told).toEqual(foldShard("d", [a, b], new Map()).state);
    expect(tellInOrder(told!, placeOf(b), [a], new Map())).toBeNull();
    expect(tellInOrder(told!, placeOf(b), [c], new Map([["bat-1", c]]))).toBeNull();
    const undo = said([voidEntry({ entries: [a.hash], stream: "account/d" }, "")]);
    expect(tellInOrder(told!, null, undo, new Map())).toBeNull();
  });

  it("parts streams by account, odd ones too, and keeps all others for the creditor", () => {
    const entries = said([
      note("a", "__proto__"),
      note("b", "constructor"),
      creditorEntry({
        type: "payments-known",
        data: { asOf: dateOf("2026-11-20"), source: "hand" },
      }),
    ]);
    const parts = entriesByShard(entries);
    expect([...parts.keys()]).toEqual(["__proto__", "constructor", null]);
    expect(
      foldShard("__proto__", parts.get("__proto__") ?? [], new Map()).state.notes,
    ).toHaveLength(1);
  });

  it("keeps odd addresses of senders apart from what every object has", () => {
    const addresses = ["__proto__", "constructor", "A@B.example"];
    const entries = said(
      addresses.map((address) =>
        creditorEntry({ type: "sender-set-aside", data: { address, why: "never" } }),
      ),
    );
    const { state } = growCreditorShard(emptyCreditorShard(), entries);
    expect(Object.keys(state.sendersSetAside).sort()).toEqual([
      "__proto__",
      "a@b.example",
      "constructor",
    ]);
  });
});
