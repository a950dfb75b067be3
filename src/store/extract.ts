import { accountOfStream } from "#shared/app/streams.ts";
import type { StoreFault, Stores } from "#shared/app/ports.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { headsOf, witnessOf } from "#shared/ledger/heads.ts";
import { withholdEntry } from "#shared/ledger/merge.ts";
import { parseSegment, textOfSegment } from "#shared/ledger/segment.ts";
import { zipBytes } from "#src/files/zip.ts";
import type { ZipMember, ZipProblem } from "#src/files/zip.ts";
import type { NothingToBackUp } from "./backup.ts";
import { blobMemberName, manifestMember, segmentMemberName } from "./backup-format.ts";
import { corrupt } from "./store-faults.ts";

/**
 * A backup that tells of some accounts only: of all others nothing but the headers, so that the chain still holds and
 * the ledger that takes it in is the same one. What concerns the whole ledger (the creditor, bank lines, looks) is told.
 * Merged into a ledger that knows more, it withholds nothing there.
 */
export const makeExtract = async (
  stores: Stores,
  { at, accounts }: { readonly at: string; readonly accounts: ReadonlySet<string> },
): Promise<Result<Uint8Array, StoreFault | ZipProblem | NothingToBackUp>> => {
  const tip = await stores.ledger.tip();
  if (!tip.ok) return tip;
  if (tip.value === null) return err({ type: "nothing-to-back-up" });
  const texts = await stores.ledger.segmentTexts();
  if (!texts.ok) return texts;
  const members: ZipMember[] = [];
  const told: Entry[] = [];
  for (const [name, text] of texts.value) {
    const segment = parseSegment(text);
    if (!segment.ok) return err(corrupt(`segment ${name}: ${segment.error.type}`));
    const entries = segment.value.entries.map((entry) => partTold(entry, accounts));
    for (const entry of entries) told.push(entry);
    const bytes = utf8Bytes(textOfSegment({ ...segment.value, entries }));
    members.push({ name: segmentMemberName(name), bytes });
  }
  const named = new Set(
    told
      .filter(({ body }) => body.kind === "kept")
      .flatMap(({ header }) => header.blobs.map(({ sha256 }) => sha256)),
  );
  const kept: Record<string, string> = {};
  const names = await stores.vault.names();
  if (!names.ok) return names;
  for (const { sha256, keptAt } of names.value) {
    if (!named.has(sha256)) continue;
    const bytes = await stores.vault.get(sha256);
    if (!bytes.ok) return bytes;
    if (bytes.value === null) continue;
    kept[sha256] = keptAt;
    members.push({ name: blobMemberName(sha256), bytes: bytes.value });
  }
  const { ledger } = tip.value;
  const witness = witnessOf(ledger, headsOf(told));
  members.push(
    manifestMember({ ledger, madeAt: at, witness, order: [...texts.value.keys()], kept }),
  );
  const zip = zipBytes(members);
  return zip.ok ? ok(zip.value) : zip;
};

const partTold = (entry: Entry, accounts: ReadonlySet<string>): Entry => {
  const account = accountOfStream(entry.header.stream);
  const told = account === null || accounts.has(account) || entry.body.kind === "erased";
  return told ? entry : withholdEntry(entry);
};
