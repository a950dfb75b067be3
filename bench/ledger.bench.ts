import {
  emptyCreditorShard,
  entriesByShard,
  foldShard,
  growCreditorShard,
} from "#shared/app/shards.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import { parseSegment, sealSegments, textOfSegment } from "#shared/ledger/segment.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { bigLedger } from "../test/fixtures/big-ledger.ts";
import { figure, timed } from "./figure.ts";

const foldAll = (entries: readonly Entry[]): number => {
  const parts = entriesByShard(entries);
  const creditor = growCreditorShard(emptyCreditorShard(), parts.get(null) ?? []);
  let invoices = 0;
  for (const [account, part] of parts) {
    if (account === null) continue;
    invoices += foldShard(account, part, creditor.voidedBatches).state.invoices.length;
  }
  return invoices;
};

export const bench = async (): Promise<void> => {
  foldAll(bigLedger(500).entries);
  for (const invoices of [5_000, 10_000]) {
    const { entries } = bigLedger(invoices);
    const [, ms] = await timed(() => foldAll(entries));
    figure("entries folded a second", entries.length / (ms / 1000), "1/s", { n: entries.length });
  }
  const big = bigLedger(10_000);
  const one = big.entries.filter(
    ({ header }) => header.stream === `account/${big.accounts[0] ?? ""}`,
  );
  const runs = 200;
  const [, ms] = await timed(() => {
    for (let run = 0; run < runs; run += 1) foldShard(big.accounts[0] ?? "", one, new Map());
  });
  figure("one account folded again", ms / runs, "ms", { aim: 1, n: one.length });
  const texts = sealSegments(big.entries).map(textOfSegment);
  const [, parsed] = await timed(() => {
    for (const text of texts) parseSegment(text);
  });
  figure("100,000 entries parsed", (parsed / big.entries.length) * 100_000, "ms", {
    aim: 800,
    n: big.entries.length,
  });
  const [, checked] = await timed(() => checkChain(big.ledger, big.entries));
  figure("entries of a chain checked a second", big.entries.length / (checked / 1000), "1/s", {
    n: big.entries.length,
  });
};
