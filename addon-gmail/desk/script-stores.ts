import type { LedgerStore, StoreFault, Stores, VaultStore } from "#shared/app/ports.ts";
import type { DeskState } from "#shared/app/desk/wire.ts";
import { BLOB_BYTES } from "#shared/app/desk/wire.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import type { Witness } from "#shared/ledger/heads.ts";
import type { MergeRefusal } from "#shared/ledger/merge.ts";
import { parseSegment, sealSegments, textOfSegment } from "#shared/ledger/segment.ts";
import { bytesOfBase64 } from "#shared/mail/charsets.ts";
import type { Refused, ScriptTalk } from "./script-talk.ts";

/** Segments asked for in one call: at most 500 entries each, some 300 kB of text. */
const SEGMENTS_A_CALL = 12;
/** Characters of segments handed over in one call, to be taken in within its six minutes. */
const TAKE_IN_CHARS = 4_000_000;
/** How often the names are asked for anew because the tail was written meanwhile. */
const ATTEMPTS_MAX = 5;

/** What is told of a fault beside its kind: it is the only one that can say it in Gmail's own words. */
export type SaidFault = (refused: Refused) => void;

/**
 * The script's ledger and vault as a store that answers later: whatever the house does with a whole store (a backup, a
 * check, an export, a merge) is done in the page, and the script hands over segments and bytes in runs of bounded size.
 * The page appends nothing by itself: that is for use cases, which the script runs.
 */
export const scriptStores = (
  talk: ScriptTalk,
  whole: () => Promise<Result<null, Refused>>,
  said: SaidFault,
): Stores => {
  const faulty = (refused: Refused): StoreFault => {
    said(refused);
    return { type: "storage-failed", detail: refused.fault ?? refused.type };
  };
  const asked = async <T>(
    ...request: Parameters<ScriptTalk["ask"]>
  ): Promise<Result<T, StoreFault>> => {
    const answer = await talk.ask<T>(...request);
    return answer.ok ? answer : err(faulty(answer.error));
  };

  const segmentTexts = async (): Promise<Result<ReadonlyMap<string, string>, StoreFault>> => {
    const texts = new Map<string, string>();
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const names = await asked<readonly string[]>({ ask: "segment-names" });
      if (!names.ok) return names;
      const wanted = new Set(names.value);
      for (const name of texts.keys()) if (!wanted.has(name)) texts.delete(name);
      const missing = names.value.filter((name) => !texts.has(name));
      if (missing.length === 0) return ok(inOrder(names.value, texts));
      for (let at = 0; at < missing.length; at += SEGMENTS_A_CALL) {
        const some = missing.slice(at, at + SEGMENTS_A_CALL);
        const read = await asked<ReadonlyMap<string, string>>({
          ask: "segment-texts",
          names: some,
        });
        if (!read.ok) return read;
        for (const [name, text] of read.value) texts.set(name, text);
      }
      if (names.value.every((name) => texts.has(name))) return ok(inOrder(names.value, texts));
    }
    return err({ type: "storage-failed", detail: "the journal kept changing" });
  };

  const tip = async (): Promise<Result<Tip | null, StoreFault>> => {
    const state = await asked<DeskState>({ ask: "hello" });
    return state.ok ? ok(state.value.tip) : state;
  };

  const ledger: LedgerStore = {
    tip,
    begin: async ({ ledger: named }) => {
      const begun = await asked<{ readonly tip: Tip }>({ ask: "begin", ledger: named });
      if (!begun.ok) return begun;
      const { tip: standing } = begun.value;
      // Files of another one lie in this Drive: that one was taken up again.
      return standing.ledger === named ? ok(standing) : err({ type: "stale-head", tip: standing });
    },
    append: () => Promise.resolve(REFUSED),
    erase: () => Promise.resolve(REFUSED),
    readSince: async () => {
      const texts = await segmentTexts();
      if (!texts.ok) return texts;
      const entries = new Map<string, Entry>();
      for (const [name, text] of texts.value) {
        const segment = parseSegment(text);
        if (!segment.ok)
          return err({ type: "storage-corrupt", detail: `${name}: ${segment.error.type}` });
        for (const entry of segment.value.entries) entries.set(entry.hash, entry);
      }
      return ok({ entries: [...entries.values()], arrival: entries.size, rewritten: 0 });
    },
    takeIn: async (entries) => {
      let added = 0;
      for (const texts of inRuns(sealSegments(entries).map(textOfSegment))) {
        const taken = await talk.ask<{ readonly added: number }>({ ask: "take-in", texts });
        if (!taken.ok) {
          return isMergeRefusal(taken.error) ? err(taken.error) : err(faulty(taken.error));
        }
        added += taken.value.added;
      }
      const folded = await whole();
      return folded.ok ? ok({ added, arrival: 0 }) : err(faulty(folded.error));
    },
    segmentTexts,
    witness: () => asked<Witness | null>({ ask: "witness" }),
    keepWitness: ({ ledger: of, heads, ledgerHead }) =>
      asked({ ask: "keep-witness", witness: { ledger: of, heads: [...heads], ledgerHead } }),
    onChange: () => () => undefined,
    close: () => undefined,
  };

  const vault: VaultStore = {
    keep: async (sha256, bytes) => {
      const kept = await talk.ask<null>({ ask: "keep-blob", sha256, bytes });
      if (kept.ok) return kept;
      if (kept.error.type === "bytes-missing") return err({ type: "name-mismatch" });
      return err(faulty(kept.error));
    },
    get: async (sha256) => {
      const runs: Uint8Array[] = [];
      let from = 0;
      for (;;) {
        const read = await asked<{ readonly size: number; readonly base64: string } | null>({
          ask: "blob",
          sha256,
          from,
        });
        if (!read.ok) return read;
        if (read.value === null) return ok(null);
        const run = bytesOfBase64(read.value.base64);
        runs.push(run);
        from += run.length;
        if (from >= read.value.size) return ok(joined(runs, from));
        if (run.length === 0 || run.length > BLOB_BYTES)
          return err({ type: "storage-corrupt", detail: "a run of bytes" });
      }
    },
    names: async () => {
      const names = await asked<readonly string[]>({ ask: "blob-names" });
      if (!names.ok) return names;
      // Drive is not asked for sizes and days: what is not known to be old counts as kept just now, so nothing sweeps it.
      const keptAt = new Date().toISOString();
      return ok(names.value.map((sha256) => ({ sha256, size: 0, keptAt })));
    },
    // The script takes bytes out of Drive by itself, once it finds that no entry names them (docs/decisions/0023).
    remove: () => Promise.resolve(ok(false)),
    close: () => undefined,
  };

  return {
    ledger,
    vault,
    cache: {
      readAll: () => Promise.resolve(ok(new Map())),
      read: () => Promise.resolve(ok(new Map())),
      write: () => Promise.resolve(ok(null)),
      clear: () => Promise.resolve(ok(null)),
    },
  };
};

const REFUSED = err({
  type: "storage-refused",
  detail: "the script alone writes entries",
} as const);

const inOrder = (
  names: readonly string[],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> => new Map(names.map((name) => [name, texts.get(name) ?? ""]));

const inRuns = (texts: readonly string[]): readonly string[][] => {
  const runs: string[][] = [];
  let chars = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    if (chars + text.length > TAKE_IN_CHARS) {
      runs.push([]);
      chars = 0;
    }
    runs.at(-1)?.push(text);
    chars += text.length;
  }
  return runs;
};

const joined = (runs: readonly Uint8Array[], size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const run of runs) {
    bytes.set(run, at);
    at += run.length;
  }
  return bytes;
};

const isMergeRefusal = (refused: Refused): refused is MergeRefusal =>
  refused.type === "ledgers-differ";
