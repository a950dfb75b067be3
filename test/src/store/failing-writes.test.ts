import { describe, expect, it } from "vitest";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { StoreFault, Stores } from "#shared/app/ports.ts";
import { chainEntries } from "#shared/ledger/append.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { openMemoryStores } from "#src/store/memory.ts";
import {
  absentBlobsOf,
  erasedBlobsOf,
  orphansOf,
  removeErasedBlobs,
  sweepVault,
} from "#src/store/vault-sweep.ts";
import { AT, LEDGER, START, errorOf, valueOf } from "../../contracts/sample-entries.ts";

const mail = utf8Bytes("Subject: votre facture\r\n\r\nPayée hier.\r\n");
const name = sha256Hex(mail);
const FULL: StoreFault = { type: "storage-full", detail: "as the test has it" };
const days = (count: number): string =>
  new Date(Date.parse(AT) + count * 24 * 60 * 60 * 1000).toISOString();

/** The stores, of which the write of the given number fails. */
const failingAt = (stores: Stores, failing: number): { stores: Stores; writes: () => number } => {
  let writes = 0;
  const turn = <T, E>(write: () => Promise<Result<T, E>>): Promise<Result<T, E | StoreFault>> => {
    writes += 1;
    return writes === failing ? Promise.resolve(err(FULL)) : write();
  };
  return {
    writes: () => writes,
    stores: {
      ledger: {
        ...stores.ledger,
        append: (expected, entries) => turn(() => stores.ledger.append(expected, entries)),
      },
      vault: {
        ...stores.vault,
        keep: (sha256, bytes) => turn(() => stores.vault.keep(sha256, bytes)),
      },
      cache: { ...stores.cache, write: (rows) => turn(() => stores.cache.write(rows)) },
    },
  };
};

/** Files a mail: blob first, entry second, what can be made again last. */
const fileMail = async (stores: Stores): Promise<Result<null, { readonly type: string }>> => {
  const kept = await stores.vault.keep(name, mail);
  if (!kept.ok) return kept;
  const tip = valueOf(await stores.ledger.tip());
  if (tip === null) throw new Error("the store was never begun");
  const { entries } = chainEntries(
    tip,
    [
      {
        stream: "account/deb-1",
        type: "exchange-filed",
        version: 1,
        data: { subject: "votre facture" },
        blobs: [{ sha256: name, size: mail.length }],
      },
    ],
    { by: "Claire Lacombe", at: AT, salts: ["0".repeat(32)] },
  );
  const appended = await stores.ledger.append(tip, entries);
  if (!appended.ok) return appended;
  const cached = await stores.cache.write(new Map([["account/deb-1", "1"]]));
  return cached.ok ? ok(null) : cached;
};

const begun = async (now: () => string = () => AT): Promise<Stores> => {
  const stores = openMemoryStores({ now });
  valueOf(await stores.ledger.begin(START));
  return stores;
};

const entriesOf = async (stores: Stores) => valueOf(await stores.ledger.readSince(0)).entries;
const headersOf = async (stores: Stores) => (await entriesOf(stores)).map((entry) => entry.header);

describe("filing a mail in three writes", () => {
  it.each([1, 2, 3])(
    "loses nothing and leaves nothing half done when write %i fails",
    async (at) => {
      const real = await begun();
      const failing = failingAt(real, at);
      expect(errorOf(await fileMail(failing.stores))).toEqual(FULL);
      expect(failing.writes()).toBe(at);
      const { entries } = valueOf(await real.ledger.readSince(0));
      expect(checkChain(LEDGER, entries).problems).toEqual([]);
      // Whatever an entry names is there.
      expect(valueOf(await absentBlobsOf(real.vault, await entriesOf(real)))).toEqual([]);
      expect(entries).toHaveLength(at === 3 ? 1 : 0);
      expect(valueOf(await real.vault.names())).toHaveLength(at === 1 ? 0 : 1);
      // The same act again ends well, with the bytes kept once.
      if (at < 3) valueOf(await fileMail(real));
      expect(valueOf(await real.ledger.readSince(0)).entries).toHaveLength(1);
      expect(valueOf(await real.vault.names())).toHaveLength(1);
    },
  );

  it("leaves an orphan that stays seven days and is then named for removal", async () => {
    const real = await begun();
    expect((await fileMail(failingAt(real, 2).stores)).ok).toBe(false);
    const orphan = { sha256: name, size: mail.length, keptAt: AT };
    const orphans = async (now: string) =>
      valueOf(await orphansOf(real.vault, await headersOf(real), now));
    expect(await orphans(days(6.9))).toEqual([]);
    expect(await orphans(days(7))).toEqual([orphan]);
    let locked = 0;
    const swept = await sweepVault(real, days(7), (work) => {
      locked += 1;
      return work();
    });
    expect(valueOf(swept)).toEqual([orphan]);
    expect(locked).toBe(1);
    expect(valueOf(await real.vault.names())).toEqual([]);
  });

  it("never sweeps what a header names, however old", async () => {
    const real = await begun();
    valueOf(await fileMail(real));
    expect(valueOf(await sweepVault(real, days(4000), (work) => work()))).toEqual([]);
    expect(valueOf(await real.vault.get(name))).toEqual(mail);
  });

  it("never sweeps an orphan that an act is just keeping again", async () => {
    let clock = AT;
    const real = await begun(() => clock);
    valueOf(await real.vault.keep(name, mail));
    clock = days(8);
    const racing: Stores = {
      ...real,
      vault: {
        ...real.vault,
        // The act begins between the moment the orphans are listed and the moment they are removed.
        remove: async (sha256, keptUntil) => {
          valueOf(await real.vault.keep(name, mail));
          return await real.vault.remove(sha256, keptUntil);
        },
      },
    };
    expect(valueOf(await sweepVault(racing, clock, (work) => work()))).toEqual([]);
    expect(valueOf(await real.vault.get(name))).toEqual(mail);
  });

  it("reports as absent what a header names and the vault does not have", async () => {
    const real = await begun();
    valueOf(await fileMail(real));
    valueOf(await real.vault.remove(name));
    expect(valueOf(await absentBlobsOf(real.vault, await entriesOf(real)))).toEqual([name]);
  });

  it("takes the bytes away with the words, unless another entry names them, and calls them not absent", async () => {
    const real = await begun();
    valueOf(await fileMail(real));
    const [entry] = await entriesOf(real);
    const hash = entry?.hash ?? "";
    expect(valueOf(await removeErasedBlobs(real))).toEqual([]);
    valueOf(await real.ledger.erase([hash]));
    expect(valueOf(await removeErasedBlobs(real))).toEqual([name]);
    expect(valueOf(await real.vault.names())).toEqual([]);
    expect(valueOf(await absentBlobsOf(real.vault, await entriesOf(real)))).toEqual([]);
    expect(valueOf(await removeErasedBlobs(real))).toEqual([]);
  });

  it("keeps bytes that an entry which stands names too", () => {
    const blobs = [{ sha256: name, size: 1 }];
    const of = (kind: "erased" | "withheld") =>
      ({ hash: kind, header: { blobs }, body: { kind } }) as unknown as Entry;
    expect([...erasedBlobsOf([of("erased"), of("withheld")])]).toEqual([]);
    expect([...erasedBlobsOf([of("erased")])]).toEqual([name]);
  });
});
