import type { LedgerStore, StaleHead, StoreFault, VaultStore } from "#shared/app/ports.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { NewEntry, Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { sealSegments, textOfSegment } from "#shared/ledger/segment.ts";
import { AT } from "../../contracts/sample-entries.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { writing } from "./cuts.ts";
import { TODAY, execute } from "./desk.ts";

const accountsByPlace = (): ((place: string) => MemoryAccount) => {
  const accounts = new Map<string, MemoryAccount>();
  return (place) => {
    const account = accounts.get(place) ?? emptyAccountOfUser();
    accounts.set(place, account);
    return account;
  };
};

const draftOf = ({ header, body }: Entry): NewEntry => {
  if (body.kind !== "kept") throw new Error("an entry without words is not decided");
  const { stream, type, version, blobs } = header;
  return { stream, type, version, blobs, ...body.payload };
};

const saltOf = ({ body }: Entry): string => (body.kind === "kept" ? body.salt : "");

const faulty = ({ type }: { readonly type: string }): StoreFault =>
  type === "ledger-not-begun"
    ? ({ type: "storage-evicted", detail: type } as const)
    : ({ type: "storage-failed", detail: type } as const);

const later = <T, E>(result: Result<T, E>): Promise<Result<T, E>> => Promise.resolve(result);

const storeOver = (account: MemoryAccount): LedgerStore => {
  const opened = (chance?: (count: number) => readonly string[]) =>
    execute(account, {
      ...(chance === undefined ? {} : { chance }),
      host: { facts: () => ({ today: TODAY, now: AT, by: "Claire Lacombe", language: "fr" }) },
    }).ledger;
  const stale = (tip: Tip): Promise<Result<Tip, StaleHead | StoreFault>> =>
    later(err({ type: "stale-head", tip }));
  const entriesNow = (): readonly Entry[] => {
    const read = opened().entries();
    if (!read.ok) throw new Error(read.error.type);
    return read.value;
  };
  return {
    tip: () => later(ok(opened().tip())),
    begin: (tip) => {
      const standing = opened().tip();
      if (standing !== null) return stale(standing);
      const begun = opened(() => ["", tip.writer.slice("wri-".length)]).begin(tip.ledger);
      return later(begun.ok ? ok(begun.value.tip) : err(faulty(begun.error)));
    },
    append: (tip, entries) => {
      const standing = opened().tip();
      if (standing === null) return later(err(faulty({ type: "ledger-not-begun" })));
      if (JSON.stringify(standing) !== JSON.stringify(tip)) return stale(standing);
      const salts = entries.map(saltOf);
      const ledger = opened((count) => [
        ...salts,
        ...Array.from({ length: Math.max(0, count - salts.length) }, () => "0".repeat(32)),
      ]);
      const done = ledger.run(writing([], entries.map(draftOf)), null);
      return later(done.ok ? ok(ledger.tip() ?? standing) : err(faulty(done.error)));
    },
    readSince: (since) => {
      const entries = entriesNow();
      return later(ok({ entries: entries.slice(since), arrival: entries.length, rewritten: 0 }));
    },
    takeIn: (entries) => {
      const taken = opened().takeIn(sealSegments(entries).map(textOfSegment));
      if (!taken.ok)
        return later(
          err(taken.error.type === "ledgers-differ" ? taken.error : faulty(taken.error)),
        );
      const folded = opened().refold(Number.MAX_SAFE_INTEGER);
      if (!folded.ok) return later(err(faulty(folded.error)));
      return later(ok({ added: taken.value.added, arrival: entriesNow().length }));
    },
    segmentTexts: () => {
      const names = opened().segmentNames();
      const texts = names.ok ? opened().segmentTexts(names.value) : names;
      return later(texts.ok ? texts : err(faulty(texts.error)));
    },
    witness: () => later(ok(opened().witness())),
    keepWitness: (witness) => {
      const kept = opened().keepWitness(witness);
      return later(kept.ok ? kept : err(faulty(kept.error)));
    },
    erase: () => later(err(faulty({ type: "not here" }))),
    onChange: () => () => undefined,
    close: () => undefined,
  };
};

const vaultOver = (account: MemoryAccount): VaultStore => ({
  keep: (sha256, bytes) => {
    const kept = execute(account).ledger.vault.keep(new Map([[sha256, bytes]]));
    if (kept.ok) return later(kept);
    return later(
      err(kept.error.type === "bytes-missing" ? { type: "name-mismatch" } : faulty(kept.error)),
    );
  },
  get: (sha256) => {
    const read = execute(account).ledger.vault.get([sha256]);
    return later(read.ok ? ok(read.value.get(sha256) ?? null) : err(faulty(read.error)));
  },
  names: () => {
    const names = execute(account).ledger.vault.names();
    return later(
      names.ok
        ? ok(names.value.map((sha256) => ({ sha256, size: 0, keptAt: "" })))
        : err(faulty(names.error)),
    );
  },
  remove: () => later(err(faulty({ type: "not here" }))),
  close: () => undefined,
});

/**
 * Gmail's Drive as a store of the house, each call an execution of its own: its port writes entries by use cases alone, so
 * that those of the contract are decided again as they are, and it reads the whole journal, so that what arrived since is
 * told by counting.
 *
 * What a store of its own has beside cannot be asked of it: an order of arrival, erasing without an entry that says so, when
 * bytes were kept (Drive knows, and the sweep asks it), tabs that hear of one another, an end. And where this Drive turns out
 * an older copy of itself it goes on as a new writer, which sharing.test.ts shows.
 */
export const gmailLedgers = (): ((place: string) => Promise<LedgerStore>) => {
  const accounts = accountsByPlace();
  return (place) => Promise.resolve(storeOver(accounts(place)));
};

export const gmailVaults = (): ((place: string) => Promise<VaultStore>) => {
  const accounts = accountsByPlace();
  return (place) => {
    const account = accounts(place);
    execute(account).ledger.begin();
    return Promise.resolve(vaultOver(account));
  };
};
