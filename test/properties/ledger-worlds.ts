import fc from "fast-check";
import { emptyTip } from "#shared/ledger/append.ts";
import type { Tip } from "#shared/ledger/append.ts";
import { lineOfEntry } from "#shared/ledger/entry.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { unionEntries } from "#shared/ledger/merge.ts";
import { alteredLineOf, parseSegment } from "#shared/ledger/segment.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import type { Witness } from "#shared/ledger/heads.ts";
import { ENTRY_VOIDED, PAYLOAD_ERASED } from "#shared/ledger/voiding.ts";
import { LEDGER, appended } from "../shared/ledger/sample-ledger.ts";

/** One seed for all, so that a failure seen once is seen again. */
export const SEED = 20261120;

export type Act = {
  readonly writer: number;
  readonly kind: "say" | "say-in-batch" | "void" | "void-batch" | "erase" | "sync";
  readonly pick: number;
};

export const acts = (maxLength = 30): fc.Arbitrary<readonly Act[]> =>
  fc.array(
    fc.record({
      writer: fc.nat(2),
      kind: fc.constantFrom<Act["kind"]>(
        "say",
        "say",
        "say-in-batch",
        "void",
        "void-batch",
        "erase",
        "sync",
      ),
      pick: fc.nat(1000),
    }),
    { minLength: 1, maxLength },
  );

/** One store: what it holds, where its own writer stands. */
export type Store = { readonly tip: Tip; readonly held: readonly Entry[] };

export type World = {
  readonly stores: readonly Store[];
  /** By the hash of an entry, the hashes that its store held when it was written. */
  readonly seenBy: ReadonlyMap<string, readonly string[]>;
  /** Every entry as it was written, its payload with it. */
  readonly said: readonly Entry[];
};

/** Three stores that write, void, erase and take in one another's entries, as the acts say. */
export const worldOf = (script: readonly Act[]): World => {
  const stores: Store[] = ["wri-a", "wri-b", "wri-c"].map((writer) => ({
    tip: emptyTip(LEDGER, writer),
    held: [],
  }));
  const seenBy = new Map<string, readonly string[]>();
  const said: Entry[] = [];
  for (const { kind, pick, writer } of script) {
    const store = stores[writer] as Store;
    if (kind === "sync") {
      const held = unionOf(store.held, (stores[pick % 3] as Store).held);
      const tick = held.reduce((most, entry) => Math.max(most, entry.header.tick), 0);
      stores[writer] = { tip: { ...store.tip, tick }, held };
      continue;
    }
    const target = store.held[pick % Math.max(1, store.held.length)]?.hash ?? "";
    const step = appended(store.tip, draftOf(kind, pick, target));
    said.push(step.entry);
    seenBy.set(
      step.entry.hash,
      store.held.map((entry) => entry.hash),
    );
    stores[writer] = { tip: step.tip, held: unionOf(store.held, [step.entry]) };
  }
  return { stores, seenBy, said };
};

const draftOf = (kind: Act["kind"], pick: number, target: string) => {
  const batch = `bat-${String(pick % 3)}`;
  if (kind === "void") return { type: ENTRY_VOIDED, data: { entries: [target] } };
  if (kind === "void-batch") return { type: ENTRY_VOIDED, data: { entries: [], batch } };
  if (kind === "erase") return { type: PAYLOAD_ERASED, data: { entries: [target], reason: "loi" } };
  const data = { number: pick, text: "é👍" };
  return kind === "say" ? { data } : { data, batch };
};

export const unionOf = (...runs: readonly (readonly Entry[])[]): readonly Entry[] => {
  const union = unionEntries(LEDGER, ...runs);
  if (!union.ok) throw new Error(union.error.type);
  return union.value;
};

export const linesOf = (entries: readonly Entry[]): readonly string[] => entries.map(lineOfEntry);

/** What a check of texts finds, as a person would read it: a line of a text, or a problem of the chain. */
export const findingsOf = (
  texts: readonly string[],
  witness: Witness | null = null,
): readonly string[] => {
  const findings: string[] = [];
  const entries: Entry[] = [];
  texts.forEach((text, index) => {
    const parsed = parseSegment(text);
    if (!parsed.ok) {
      findings.push(`text ${String(index)}: ${JSON.stringify(parsed.error)}`);
      return;
    }
    const line = alteredLineOf(text, parsed.value);
    if (line !== null) findings.push(`text ${String(index)}: line ${String(line)}`);
    entries.push(...parsed.value.entries);
  });
  const { problems } = checkChain(LEDGER, entries, witness);
  return [...findings, ...problems.map((problem) => JSON.stringify(problem))];
};
