import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import { compareText } from "#shared/kernel/text.ts";
import type { Entry } from "./entry.ts";

/** Where one writer's log ends. A forked writer has several. */
export type Head = { readonly writer: string; readonly sequence: number; readonly hash: string };

/** A ledger's heads at some moment, kept elsewhere (a backup, an export): what a later check compares with. */
export type Witness = {
  readonly ledger: string;
  readonly heads: readonly Head[];
  readonly ledgerHead: string;
};

/** Entries that no other entry of the same writer follows, in order of (writer, sequence, hash). */
export const headsOf = (entries: readonly Entry[]): readonly Head[] => {
  const followed = new Set<string>();
  for (const { header } of entries) followed.add(`${header.writer} ${header.previous}`);
  const heads: Head[] = [];
  const seen = new Set<string>();
  for (const { hash, header } of entries) {
    if (followed.has(`${header.writer} ${hash}`) || seen.has(hash)) continue;
    seen.add(hash);
    heads.push({ writer: header.writer, sequence: header.sequence, hash });
  }
  return sortHeads(heads);
};

/**
 * One hash that stands for the whole ledger: SHA-256 over the sorted heads of all writers, each as the ASCII line
 * `<writer> <sequence> <hash>` ended by a line feed.
 */
export const ledgerHeadOf = (heads: readonly Head[]): string =>
  sha256Hex(
    utf8Bytes(
      sortHeads(heads)
        .map((head) => `${head.writer} ${String(head.sequence)} ${head.hash}\n`)
        .join(""),
    ),
  );

export const witnessOf = (ledger: string, heads: readonly Head[]): Witness => ({
  ledger,
  heads: sortHeads(heads),
  ledgerHead: ledgerHeadOf(heads),
});

const sortHeads = (heads: readonly Head[]): readonly Head[] =>
  [...heads].sort(
    (a, b) =>
      compareText(a.writer, b.writer) || a.sequence - b.sequence || compareText(a.hash, b.hash),
  );
