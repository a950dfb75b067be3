import { createHash } from "node:crypto";
import { expect } from "vitest";
import { keysOfAccount } from "#shared/app/index-keys.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { Decision, Loaded, UseCase } from "#shared/app/use-case.ts";
import { ok } from "#shared/kernel/result.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import { utf8Text } from "#shared/kernel/bytes.ts";
import { parseSegment } from "#shared/ledger/segment.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { Cut } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { execute } from "./desk.ts";
import type { Opened } from "./desk.ts";

export const copyOf = (account: MemoryAccount): MemoryAccount => ({
  ...account,
  properties: new Map(account.properties),
  cache: new Map(account.cache),
  drive: { files: new Map(account.drive.files), given: new Map(account.drive.given), refuse: null },
  isLocked: false,
});

/** Everything that use cases could be shown of the ledger. */
export const loadAll: UseCase<null, Loaded, never> = {
  name: "load-all",
  asks: () => ({ accounts: "all", keys: [], search: true }),
  decide: (_input, loaded) => ok(viewOnly(loaded)),
};

/** Writes these entries, and keeps the bytes that they name. */
export const writing = (
  asked: readonly string[],
  entries: readonly NewEntry[],
): UseCase<null, "written", never> => ({
  name: "writing",
  asks: () => ({ accounts: asked, keys: [], search: false }),
  decide: () =>
    ok({
      view: "written",
      entries,
      keeps: entries.flatMap(({ blobs }) => (blobs ?? []).map(({ sha256 }) => sha256)),
      acts: [],
    } satisfies Decision<"written">),
});

export type World = {
  readonly entries: number;
  readonly head: string;
  readonly states: string;
};

const bySort = (loaded: Loaded): string =>
  JSON.stringify({
    creditor: loaded.creditor,
    accounts: [...loaded.accounts].sort(([a], [b]) => (a < b ? -1 : 1)),
  });

/** What was found whole once is not worked out again: hundreds of cuts leave the same few ledgers. */
const foundWhole = new Set<string>();

/** A tail whose entries were sealed is there, and names none. */
const isFilled = (bytes: Uint8Array): boolean => {
  const segment = parseSegment(utf8Text(bytes) ?? "");
  return segment.ok && segment.value.entries.length > 0;
};

/**
 * What the ledger says now, found to be whole: the journal's chain holds, states are those that its entries give, every key
 * of every account is known.
 */
export const wholeWorld = (account: MemoryAccount): World => {
  const { ledger } = execute(account);
  const loaded = valueOf(ledger.run(loadAll, null));
  const entries = valueOf(ledger.entries());
  const tip = ledger.tip();
  const own = entries.filter(({ header }) => header.writer === tip?.writer);
  expect(own.length).toBe(tip?.sequence);
  expect(ledger.size()?.entries).toBe(entries.length);
  for (const state of loaded.accounts.values())
    for (const key of keysOfAccount(state))
      expect([key, ledger.mayKnow([key])]).toEqual([key, true]);
  const names = valueOf(ledger.segmentNames());
  expect(new Set(names).size).toBe(names.length);
  // A sealed segment that nobody names would be taken in by the next way back through a listing.
  const lying = [...account.drive.files.values()].filter(
    ({ appProperties }) => appProperties["relance"] === "segment",
  );
  const tails = [...account.drive.files.values()].filter(
    ({ appProperties, bytes }) => appProperties["relance"] === "tail" && isFilled(bytes),
  );
  expect(lying.length + tails.length).toBe(names.length);
  const states = bySort(loaded);
  const seen = createHash("sha256")
    .update(JSON.stringify([entries, states]))
    .digest("hex");
  if (!foundWhole.has(seen)) {
    expect(checkChain(tip?.ledger ?? "", entries).problems).toEqual([]);
    const anew = execute(copyOf(account), { host: { build: "another" } });
    expect(states).toBe(bySort(valueOf(anew.ledger.run(loadAll, null))));
    foundWhole.add(seen);
  }
  return { entries: entries.length, head: tip?.hash ?? "", states };
};

/**
 * Does an act once for each call that it makes, cut before that call or after it; then lets `check` look at what is left.
 * Answers how many cuts there were.
 */
export const cutEverywhere = (
  prepared: MemoryAccount,
  act: (opened: Opened) => void,
  check: (account: MemoryAccount, cut: number) => void,
  /** Every so many of them, where another test has them all. */
  every = 1,
): number => {
  for (let cut = 0; ; cut += every) {
    const account = copyOf(prepared);
    let calls = 0;
    const opened = execute(account, {
      onCall: () => {
        calls += 1;
        if (calls > cut) throw new Cut(`cut ${String(cut)}`);
      },
    });
    let isCut = false;
    try {
      act(opened);
    } catch (error) {
      if (!(error instanceof Cut)) throw error;
      isCut = true;
    }
    check(account, cut);
    if (!isCut) return cut;
  }
};
