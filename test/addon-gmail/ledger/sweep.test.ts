import { beforeAll, describe, expect, it } from "vitest";
import { accountEntry, eraseEntryOf, streamOfAccount } from "#shared/app/streams.ts";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { copyOf, cutEverywhere, loadAll, wholeWorld, writing } from "./cuts.ts";
import { TODAY, begin, csvOf, execute, take } from "./desk.ts";

const DAY = 86_400_000;
const bytesOf = (text: string): Uint8Array => utf8Bytes(`From: a@b.example\r\n\r\n${text}\r\n`);
const nameOf = (text: string): string => sha256Hex(bytesOf(text));

const vaultOf = ({ drive }: MemoryAccount): readonly string[] =>
  [...drive.files.values()]
    .filter(({ appProperties }) => appProperties["relance"] === "blob")
    .map(({ name }) => name)
    .sort();

const fold = (account: MemoryAccount, options: Parameters<typeof execute>[1] = {}) => {
  const opened = execute(account, options);
  valueOf(opened.ledger.refold(account.now + 150_000));
  return opened;
};

/** A note whose evidence is these bytes. */
const file = (account: MemoryAccount, debtor: string, text: string): void => {
  const entry = accountEntry(
    debtor,
    { type: "note-written", data: { note: nameOf(text).slice(0, 20), on: TODAY, text } },
    undefined,
    [{ sha256: nameOf(text), size: bytesOf(text).length }],
  );
  valueOf(
    execute(account).ledger.run(writing([debtor], [entry]), null, {
      bytes: new Map([[nameOf(text), bytesOf(text)]]),
    }),
  );
};

/** Bytes that were brought without an entry, as a restoring that was given up leaves them. */
const keep = (account: MemoryAccount, text: string): void => {
  valueOf(execute(account).ledger.vault.keep(new Map([[nameOf(text), bytesOf(text)]])));
};

describe("bytes of the vault that no entry names", () => {
  let prepared: MemoryAccount;
  /** As it was before anything was left behind: nobody has a sweep to come. */
  let tidy: MemoryAccount;
  let debtor: string;
  beforeAll(() => {
    prepared = emptyAccountOfUser();
    begin(prepared);
    take(prepared, csvOf(2));
    debtor = [...valueOf(execute(prepared).ledger.run(loadAll, null)).accounts.keys()][0] ?? "";
    file(prepared, debtor, "classé");
    tidy = copyOf(prepared);
    keep(prepared, "orphelin");
    fold(prepared);
  });

  it("stay for seven days and are deleted by the first fold after them; what an entry names stays", () => {
    const account = copyOf(prepared);
    account.now += 7 * DAY - 60_000;
    fold(account);
    expect(vaultOf(account)).toEqual([nameOf("classé"), nameOf("orphelin")].toSorted());
    account.now += 120_000;
    fold(account);
    expect(vaultOf(account)).toEqual([nameOf("classé")]);
    const { vault } = execute(account).ledger;
    expect(valueOf(vault.names())).toEqual([nameOf("classé")]);
    const found = valueOf(vault.get([nameOf("classé"), nameOf("orphelin")]));
    expect(found.get(nameOf("classé"))).toEqual(bytesOf("classé"));
    expect(found.get(nameOf("orphelin"))).toBeNull();
    wholeWorld(account);
  });

  it("cost a fold nothing before they are due, and three rounds of deciding when they are", () => {
    const account = copyOf(prepared);
    account.now += DAY;
    fold(account);
    expect(fold(account).counts().round).toBe(0);
    account.now += 7 * DAY;
    // The day is of another date: worked out before it is counted.
    const swept = fold(account).counts().round;
    const later = copyOf(prepared);
    later.properties.set(
      "ledger.meta",
      (later.properties.get("ledger.meta") ?? "").replace(/"sweepAt":\d+/, '"sweepAt":null'),
    );
    later.now += DAY;
    fold(later);
    later.now += 7 * DAY;
    const unswept = fold(later).counts().round;
    // The journal and the ages, the index without them, the file and that it is gone.
    expect(swept - unswept).toBeLessThanOrEqual(6);
    account.now += 60_000;
    expect(fold(account).counts().round).toBe(0);
  });

  it("are of an act that was cut before its entry too", () => {
    const left: string[] = [];
    cutEverywhere(
      tidy,
      ({ ledger }) => {
        const entry = accountEntry(
          debtor,
          { type: "note-written", data: { note: "note-2", on: TODAY, text: "Rappelé" } },
          undefined,
          [{ sha256: nameOf("coupé"), size: bytesOf("coupé").length }],
        );
        valueOf(
          ledger.run(writing([debtor], [entry]), null, {
            bytes: new Map([[nameOf("coupé"), bytesOf("coupé")]]),
          }),
        );
      },
      (account) => {
        execute(account).ledger.run(loadAll, null);
        account.now += 8 * DAY;
        fold(account);
        const isNamed = valueOf(execute(account).ledger.entries()).some(({ header }) =>
          header.blobs.some(({ sha256 }) => sha256 === nameOf("coupé")),
        );
        expect(vaultOf(account)).toEqual(
          [nameOf("classé"), ...(isNamed ? [nameOf("coupé")] : [])].toSorted(),
        );
        left.push(String(isNamed));
      },
      3,
    );
    expect(new Set(left).size).toBe(2);
  });

  it("go with the words that the law took away, without waiting", () => {
    const account = copyOf(prepared);
    const entry = valueOf(execute(account).ledger.entries()).find(
      ({ header }) => header.blobs.length > 0,
    );
    const erase = eraseEntryOf(streamOfAccount(debtor), [entry?.hash ?? ""], "demande");
    valueOf(execute(account).ledger.run(writing([debtor], [erase]), null));
    fold(account);
    expect(vaultOf(account)).toEqual([nameOf("orphelin")]);
  });

  it("stay where a file of the journal is gone, which may have named them", () => {
    const account = copyOf(prepared);
    const tail = [...account.drive.files.values()].find(({ name }) => name.endsWith("tail.jsonl"));
    account.drive.files.delete(tail?.id ?? "");
    account.now += 8 * DAY;
    fold(account);
    expect(vaultOf(account)).toHaveLength(2);
  });

  it("are swept after all where the index of the vault is gone from Drive, and only the cache still has it", () => {
    const account = copyOf(prepared);
    account.now += 8 * DAY;
    for (const { id, name } of account.drive.files.values())
      if (/^b\d+\.gz$/.test(name)) account.drive.files.delete(id);
    fold(account);
    account.now += 8 * DAY;
    fold(account);
    expect(vaultOf(account)).toEqual([nameOf("classé")]);
    wholeWorld(account);
  });

  it("are looked for by a click too, where nobody has the job of the hour, for no longer than four seconds", () => {
    const account = copyOf(prepared);
    account.now += 8 * DAY;
    valueOf(execute(account).ledger.refold(account.now + 15_000));
    expect(vaultOf(account)).toEqual([nameOf("classé")]);
  });

  it("are gone or still wait wherever a sweep is cut, and bytes that are kept again meanwhile are there", () => {
    const due = copyOf(prepared);
    due.now += 8 * DAY;
    const seen = new Set<number>();
    cutEverywhere(
      due,
      ({ ledger }) => {
        valueOf(ledger.refold(due.now + 150_000));
      },
      (account, cut) => {
        if (cut % 2 === 0) account.cache.clear();
        seen.add(vaultOf(account).length);
        // Somebody files those very bytes now.
        const again = copyOf(account);
        file(again, debtor, "orphelin");
        again.now += 8 * DAY;
        fold(again);
        const bytes = valueOf(execute(again).ledger.vault.get([nameOf("orphelin")]));
        expect(bytes.get(nameOf("orphelin"))).toEqual(bytesOf("orphelin"));
        fold(account);
        account.now += 8 * DAY;
        fold(account);
        expect(vaultOf(account)).toEqual([nameOf("classé")]);
        wholeWorld(account);
      },
      2,
    );
    expect(seen).toEqual(new Set([1, 2]));
  });
});
