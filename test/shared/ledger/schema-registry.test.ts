import { describe, expect, it } from "vitest";
import { emptyTip } from "#shared/ledger/append.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import type { ReadEvent, Registry } from "#shared/ledger/schema-registry.ts";
import { lineOfEntry, parseEntryLine } from "#shared/ledger/entry.ts";
import { eraseEntry, unionEntries, withholdEntry } from "#shared/ledger/merge.ts";
import { readEvent, registryOf } from "#shared/ledger/schema-registry.ts";
import { LEDGER, appended } from "./sample-ledger.ts";

type Paid = { readonly type: "paid"; readonly minor: number; readonly currency: string };

/** `paid`: version 1 had whole euros, 2 named the currency, 3 counts in cents. */
const registry: Registry<Paid> = registryOf<Paid>([
  {
    type: "paid",
    version: 3,
    upcasts: {
      1: (data) => ({ ...data, currency: "EUR" }),
      2: ({ euros, ...data }) => ({
        ...data,
        minor: typeof euros === "number" ? euros * 100 : null,
      }),
    },
    parse: ({ currency, minor }) =>
      typeof minor === "number" && typeof currency === "string"
        ? { type: "paid", minor, currency }
        : null,
  },
]);

const entryOf = (draft: Partial<NewEntry>) =>
  appended(emptyTip(LEDGER, "wri-a"), { type: "paid", ...draft }).entry;

const read = (draft: Partial<NewEntry>): ReadEvent<Paid> => readEvent(registry, entryOf(draft));

describe("reading an event", () => {
  it("of any version gives what was meant, through every upcast in turn", () => {
    const event = { type: "paid", minor: 1200, currency: "EUR" };
    expect(read({ version: 1, data: { euros: 12 } })).toEqual({ kind: "known", event });
    expect(read({ version: 2, data: { euros: 12, currency: "EUR" } })).toEqual({
      kind: "known",
      event,
    });
    expect(read({ version: 3, data: { minor: 1200, currency: "EUR" } })).toEqual({
      kind: "known",
      event,
    });
  });

  it("leaves the entry as it was written", () => {
    const entry = entryOf({ version: 1, data: { euros: 12 } });
    const line = lineOfEntry(entry);
    readEvent(registry, entry);
    expect(lineOfEntry(entry)).toBe(line);
  });

  it.each<[string, Partial<NewEntry>]>([
    ["newer-version", { version: 4, data: { minor: 1, currency: "EUR" } }],
    ["unknown-type", { type: "insured", data: {} }],
    ["not-as-described", { version: 3, data: { minor: "1" } }],
    ["not-as-described", { version: 1, data: { euros: "douze" } }],
  ])("puts it off as %s", (reason, draft) => {
    expect(read(draft)).toEqual({ kind: "deferred", reason });
  });

  it("puts off what is erased or withheld, which may be a payment", () => {
    const entry = entryOf({ version: 3, data: { minor: 1, currency: "EUR" } });
    expect(readEvent(registry, eraseEntry(entry))).toEqual({ kind: "deferred", reason: "erased" });
    expect(readEvent(registry, withholdEntry(entry))).toEqual({
      kind: "deferred",
      reason: "withheld",
    });
  });
});

describe("an entry that this version does not know", () => {
  it("is kept and passed on byte for byte", () => {
    const entry = entryOf({
      type: "insured",
      version: 9,
      data: { by: "Assureur", terms: [1, { a: null }] },
    });
    const line = lineOfEntry(entry);
    const union = unionEntries(LEDGER, [parseEntryLine(line) ?? entry]);
    expect(union.ok ? union.value.map(lineOfEntry) : union.error).toEqual([line]);
  });
});

describe("a registry", () => {
  const schema = { type: "paid", version: 1, upcasts: {}, parse: () => null };

  it("takes an event type once", () => {
    expect(() => registryOf([schema, schema])).toThrow("registered once");
  });

  it("takes no version that older entries cannot be brought to", () => {
    const upcasts = { 2: () => ({}) };
    expect(() => registryOf([{ ...schema, version: 3, upcasts }])).toThrow("from version 1");
  });
});
