import { describe, expect, it } from "vitest";
import { utf8Bytes, utf8Text, sha256Hex } from "#shared/kernel/bytes.ts";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import { ledgerHeadOf } from "#shared/ledger/heads.ts";
import type { Stores } from "#shared/app/ports.ts";
import { unzipBytes, zipBytes } from "#src/files/zip.ts";
import { entriesOfBackup, readBackup } from "#src/store/backup-format.ts";
import { makeBackup, restoreInto } from "#src/store/backup.ts";
import { openMemoryStores } from "#src/store/memory.ts";
import {
  AT,
  LEDGER,
  OTHER_WRITER,
  START,
  entriesAfter,
  errorOf,
  hashesOf,
  valueOf,
} from "../../contracts/sample-entries.ts";

const chance = "abcdef0123456789abcdef0123456789";
const mail = utf8Bytes("From: client@example.fr\r\n\r\nJe paie vendredi.\r\n");

const filled = async (count = 230): Promise<Stores> => {
  const stores = openMemoryStores({ now: () => AT });
  valueOf(await stores.ledger.begin(START));
  valueOf(await stores.vault.keep(sha256Hex(mail), mail));
  valueOf(await stores.ledger.append(START, entriesAfter(START, count).entries));
  return stores;
};

const backupOf = async (stores: Stores): Promise<Uint8Array> =>
  valueOf(await makeBackup(stores, { at: AT }));

const readAll = async (stores: Stores): Promise<readonly string[]> =>
  hashesOf(valueOf(await stores.ledger.readSince(0)).entries).sort();

/** The same archive with one member's text changed. */
const withText = async (
  bytes: Uint8Array,
  name: RegExp,
  change: (text: string) => string,
): Promise<Uint8Array> => {
  const members = [...valueOf(unzipBytes(bytes))].map(([member, content]) => ({
    name: member,
    bytes: name.test(member) ? utf8Bytes(change(utf8Text(content) ?? "")) : content,
  }));
  return await Promise.resolve(valueOf(zipBytes(members)));
};

describe("a backup", () => {
  it("holds segments byte for byte, the vault, and the heads that it also leaves as witness", async () => {
    const stores = await filled();
    const bytes = await backupOf(stores);
    const members = valueOf(unzipBytes(bytes));
    for (const [name, text] of valueOf(await stores.ledger.segmentTexts())) {
      expect(members.get(`segments/${name}.jsonl`)).toEqual(utf8Bytes(text));
    }
    expect(members.get(`vault/${sha256Hex(mail)}`)).toEqual(mail);
    const { manifest } = valueOf(readBackup(bytes));
    expect(valueOf(await stores.ledger.witness())).toEqual(manifest.witness);
    expect(manifest.witness.ledgerHead).toBe(ledgerHeadOf(manifest.witness.heads));
  });

  it("is the same bytes when nothing changed", async () => {
    const stores = await filled();
    expect(await backupOf(stores)).toEqual(await backupOf(stores));
  });

  it("cannot be made of a store that was never begun", async () => {
    const made = await makeBackup(openMemoryStores(), { at: AT });
    expect(errorOf(made)).toEqual({ type: "nothing-to-back-up" });
  });

  it("makes an empty store a new writer of the same ledger, with everything in it", async () => {
    const stores = await filled();
    const backup = valueOf(readBackup(await backupOf(stores)));
    const fresh = openMemoryStores();
    const restored = valueOf(await restoreInto(fresh, backup, { chance }));
    expect(restored).toMatchObject({ added: 230, already: 0, forks: [], blobs: 1, problems: [] });
    expect(await readAll(fresh)).toEqual(await readAll(stores));
    expect(valueOf(await fresh.vault.get(sha256Hex(mail)))).toEqual(mail);
    const tip = valueOf(await fresh.ledger.tip());
    expect(tip).toMatchObject({ ledger: LEDGER, sequence: 0, tick: 230 });
    expect(tip?.writer).not.toBe(START.writer);
  });

  it("merges into what is there and never overwrites it, however often", async () => {
    const one = await filled();
    const two = openMemoryStores();
    valueOf(await two.ledger.begin(emptyTip(LEDGER, OTHER_WRITER)));
    const own = entriesAfter(emptyTip(LEDGER, OTHER_WRITER), 12, "own");
    valueOf(await two.ledger.append(emptyTip(LEDGER, OTHER_WRITER), own.entries));
    const backup = valueOf(readBackup(await backupOf(one)));
    expect(valueOf(await restoreInto(two, backup, { chance }))).toMatchObject({ added: 230 });
    expect(valueOf(await restoreInto(two, backup, { chance }))).toMatchObject({
      added: 0,
      already: 230,
      blobs: 0,
    });
    const { entries } = valueOf(await two.ledger.readSince(0));
    expect(entries).toHaveLength(242);
    expect(checkChain(LEDGER, entries).problems).toEqual([]);
  });

  it("names a fork when a copy was written to as well, and keeps both", async () => {
    const stores = await filled(20);
    const early = valueOf(await stores.ledger.tip());
    const copy = openMemoryStores();
    valueOf(await copy.ledger.begin(START));
    valueOf(await copy.ledger.append(START, entriesAfter(START, 20).entries));
    if (early === null) throw new Error("no tip");
    valueOf(await stores.ledger.append(early, entriesAfter(early, 2, "here").entries));
    valueOf(await copy.ledger.append(early, entriesAfter(early, 3, "there").entries));
    const backup = valueOf(readBackup(await backupOf(copy)));
    const restored = valueOf(await restoreInto(stores, backup, { chance }));
    expect(restored).toMatchObject({ added: 3, already: 20 });
    expect(restored.forks).toEqual([
      { writer: START.writer, sequence: 21 },
      { writer: START.writer, sequence: 22 },
    ]);
    expect(await readAll(stores)).toHaveLength(25);
  });

  it("of another ledger is refused, and nothing is taken in", async () => {
    const backup = valueOf(readBackup(await backupOf(await filled(3))));
    const stores = openMemoryStores();
    valueOf(await stores.ledger.begin(emptyTip("led-other", OTHER_WRITER)));
    expect(errorOf(await restoreInto(stores, backup, { chance }))).toEqual({
      type: "ledgers-differ",
      ours: "led-other",
      theirs: LEDGER,
    });
    expect(valueOf(await stores.vault.names())).toEqual([]);
  });

  it("with a changed word names the entry and is refused whole", async () => {
    const bytes = await withText(await backupOf(await filled(3)), /segments/, (text) =>
      text.replace("note 1 –", "note 7 –"),
    );
    const stores = openMemoryStores();
    const refusal = errorOf(await restoreInto(stores, valueOf(readBackup(bytes)), { chance }));
    expect(refusal).toMatchObject({
      type: "backup-altered",
      problems: [{ type: "payload-altered", sequence: 2 }],
    });
    expect(valueOf(await stores.ledger.tip())).toBeNull();
  });

  it("whose end was cut off still restores, and says so", async () => {
    const bytes = await backupOf(await filled(230));
    const members = [...valueOf(unzipBytes(bytes))].map(([name, content]) => ({
      name,
      bytes: content,
    }));
    const segments = members.filter(({ name }) => name.startsWith("segments/"));
    const last = segments[segments.length - 1];
    const cut = valueOf(zipBytes(members.filter((member) => member !== last)));
    const restored = await restoreInto(openMemoryStores(), valueOf(readBackup(cut)), { chance });
    expect(valueOf(restored).problems.map(({ type }) => type)).toEqual(["tail-cut"]);
  });

  it("with other bytes under a blob's name is refused", async () => {
    const bytes = await withText(await backupOf(await filled(3)), /vault/, () => "autre chose");
    const refusal = errorOf(
      await restoreInto(openMemoryStores(), valueOf(readBackup(bytes)), { chance }),
    );
    expect(refusal).toEqual({ type: "backup-member-broken", member: `vault/${sha256Hex(mail)}` });
  });

  it("with one broken blob among sound ones leaves nothing half done", async () => {
    const source = await filled(3);
    const others = ["un", "deux", "trois"].map(utf8Bytes);
    for (const bytes of others) valueOf(await source.vault.keep(sha256Hex(bytes), bytes));
    const broken = await withText(await backupOf(source), new RegExp(sha256Hex(mail)), () => "x");
    const stores = openMemoryStores();
    errorOf(await restoreInto(stores, valueOf(readBackup(broken)), { chance }));
    expect(valueOf(await stores.vault.names())).toEqual([]);
    expect(valueOf(await stores.ledger.tip())).toBeNull();
  });

  it("whose members were swapped, or of which a line was dropped, is refused", async () => {
    const bytes = await backupOf(await filled(1_200));
    const members = [...valueOf(unzipBytes(bytes))];
    const [one, two] = members.filter(([member]) => member.startsWith("segments/"));
    const swapped = members.map(([member, content]) => ({
      name: member,
      bytes:
        member === one?.[0]
          ? (two?.[1] ?? content)
          : member === two?.[0]
            ? (one?.[1] ?? content)
            : content,
    }));
    expect(errorOf(readBackup(valueOf(zipBytes(swapped))))).toMatchObject({
      type: "backup-member-broken",
    });
    const dropped = await withText(bytes, /segments/, (text) =>
      text
        .split("\n")
        .filter((_, at) => at !== 2)
        .join("\n"),
    );
    expect(readBackup(dropped).ok).toBe(false);
  });

  it("with any one byte changed, or cut anywhere, is refused or gives what was written", async () => {
    const source = await filled(40);
    const whole = await readAll(source);
    const bytes = await backupOf(source);
    const tried = async (changed: Uint8Array): Promise<void> => {
      const stores = openMemoryStores();
      const read = readBackup(changed);
      const restored = read.ok ? await restoreInto(stores, read.value, { chance }) : read;
      const begun = valueOf(await stores.ledger.tip()) !== null;
      expect(begun).toBe(restored.ok);
      expect(begun ? await readAll(stores) : whole).toEqual(whole);
    };
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x15;
      await tried(changed);
      if (at % 49 === 0) await tried(bytes.slice(0, at));
    }
  });

  it("brings back no bytes of words that were erased here, and takes away those it says were", async () => {
    const source = await filled(3);
    const tip = valueOf(await source.ledger.tip());
    if (tip === null) throw new Error("begun");
    const blobs = [{ sha256: sha256Hex(mail), size: mail.length }];
    const filed = chainEntries(
      tip,
      [{ stream: "account/one", type: "mail-filed", version: 1, data: {}, blobs }],
      {
        at: AT,
        by: "Claire",
        salts: ["ab".repeat(16)],
      },
    );
    valueOf(await source.ledger.append(tip, filed.entries));
    const whole = valueOf(readBackup(await backupOf(source)));
    const other = openMemoryStores();
    valueOf(await restoreInto(other, whole, { chance }));
    const erasing = chainEntries(
      filed.tip,
      [
        {
          stream: "account/one",
          type: "payload-erased",
          version: 1,
          data: { entries: [filed.entries[0]?.hash ?? ""], reason: "demande" },
        },
      ],
      { at: AT, by: "Claire", salts: ["cd".repeat(16)] },
    );
    valueOf(await source.ledger.append(filed.tip, erasing.entries));
    valueOf(await source.ledger.erase([filed.entries[0]?.hash ?? ""]));
    valueOf(await source.vault.remove(sha256Hex(mail)));
    valueOf(await restoreInto(source, whole, { chance }));
    expect(valueOf(await source.vault.names())).toEqual([]);
    valueOf(await restoreInto(other, valueOf(readBackup(await backupOf(source))), { chance }));
    expect(valueOf(await other.vault.names())).toEqual([]);
  });

  it("names every way in which it cannot be read", async () => {
    const bytes = await backupOf(await filled(3));
    const other = (name: RegExp, change: (text: string) => string): Promise<unknown> =>
      withText(bytes, name, change).then((changed) => errorOf(readBackup(changed)));
    expect(errorOf(readBackup(utf8Bytes("Bonjour"))).type).toBe("zip-not-a-zip");
    expect(errorOf(readBackup(valueOf(zipBytes([]))))).toEqual({ type: "backup-not-ours" });
    expect(await other(/relance\.json/, () => "{}")).toEqual({ type: "backup-not-ours" });
    expect(
      await other(/relance\.json/, (text) => text.replace('"version":1', '"version":2')),
    ).toEqual({ type: "backup-newer", version: 2 });
    expect(await other(/segments/, (text) => text.replace(/\n\{"body"/, "\n{body"))).toMatchObject({
      type: "backup-line-broken",
      line: 2,
    });
    expect(await other(/segments/, () => "x")).toMatchObject({ type: "backup-member-broken" });
    const more = [...valueOf(unzipBytes(bytes))].map(([name, content]) => ({
      name,
      bytes: content,
    }));
    more.push({ name: "autre.txt", bytes: mail });
    expect(errorOf(readBackup(valueOf(zipBytes(more))))).toEqual({
      type: "backup-member-unknown",
      member: "autre.txt",
    });
    expect(entriesOfBackup(valueOf(readBackup(bytes)))).toHaveLength(3);
  });
});
