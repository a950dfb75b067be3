import { beforeAll, describe, expect, it } from "vitest";
import { mailClaim } from "#shared/app/mail-claim.ts";
import { asksOfMessage } from "#shared/app/mail-match.ts";
import { accountEntry } from "#shared/app/streams.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { Loaded } from "#shared/app/use-case.ts";
import { ok } from "#shared/kernel/result.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { threadKey } from "#gmail/script/ledger/ledger.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { copyOf, loadAll, wholeWorld } from "./cuts.ts";
import { TODAY, begin, csvOf, execute, take } from "./desk.ts";
import type { Opened } from "./desk.ts";

const mailFrom = (address: string, text = "Bonjour, nous payons vendredi."): Message =>
  messageOf({
    messageId: `m-${address}`,
    from: { address, name: "" },
    to: [{ address: "claire@menuiserie-lacombe.example", name: "" }],
    subject: "Re: votre facture",
    text,
    sentAt: "2026-11-20T08:00:00+01:00",
  });

const claimOf = ({ ledger }: Opened, message: Message) =>
  valueOf(ledger.run(mailClaim, { message, account: null, sha256: null }));

describe("what a card costs", () => {
  let account: MemoryAccount;
  beforeAll(() => {
    account = emptyAccountOfUser();
    begin(account);
    take(account, csvOf(120, 3));
    valueOf(execute(account).ledger.refold(Number.MAX_SAFE_INTEGER));
  });

  it("is one read of properties and no Drive, for a mail of nobody", () => {
    const cold = copyOf(account);
    cold.cache.clear();
    const opened = execute(cold);
    const message = mailFrom("quelqu-un@ailleurs.example");
    expect(opened.ledger.mayKnow(asksOfMessage(message).keys)).toBe(false);
    expect(claimOf(opened, message).state).toBe("nobody");
    expect(opened.counts()).toEqual({
      "properties-read": 1,
      "properties-write": 0,
      "cache-read": 0,
      "cache-write": 0,
      round: 0,
      request: 0,
      lock: 0,
    });
  });

  it("is one round of Drive, for a mail of a debtor that nothing is cached of", () => {
    const cold = copyOf(account);
    cold.cache.clear();
    const opened = execute(cold);
    const message = mailFrom("compta@debiteur-7.example", "Factures F7-1 et F9-2");
    expect(opened.ledger.mayKnow(asksOfMessage(message).keys)).toBe(true);
    expect(claimOf(opened, message).state).toBe("claim");
    expect(opened.counts()).toMatchObject({
      "properties-read": 1,
      "cache-read": 1,
      "cache-write": 1,
      round: 1,
    });
    expect(opened.counts().request).toBeLessThanOrEqual(3);
  });

  it("is the cache and no Drive, for the next mail of the same debtor", () => {
    const cold = copyOf(account);
    cold.cache.clear();
    claimOf(execute(cold), mailFrom("compta@debiteur-7.example"));
    const warm = execute(cold);
    expect(claimOf(warm, mailFrom("compta@debiteur-7.example")).state).toBe("claim");
    expect(warm.counts()).toMatchObject({
      "properties-read": 1,
      "cache-read": 1,
      "cache-write": 0,
      round: 0,
    });
  });

  it("is four rounds to write an act where all is cold, two where it is warm", () => {
    const cold = copyOf(account);
    const [debtor = ""] = valueOf(execute(cold).ledger.run(loadAll, null)).accounts.keys();
    const note = (opened: Opened): void => {
      valueOf(opened.ledger.run(noteOn(debtor), null));
    };
    note(execute(cold));
    cold.cache.clear();
    const first = execute(cold);
    note(first);
    // The shard; the tail and the list of today; the journal; the hidden files.
    expect(first.counts().round).toBe(4);
    const second = execute(cold);
    note(second);
    expect(second.counts().round).toBe(2);
    expect(second.counts()["properties-write"]).toBe(2);
  });

  it("brings those who share an address with the debtor asked for, from whatever shard", () => {
    const shared = emptyAccountOfUser();
    begin(shared);
    const rows = csvOf(3, 1).replaceAll("compta@debiteur-2.example", "compta@debiteur-1.example");
    take(shared, rows);
    const all = [...valueOf(execute(shared).ledger.run(loadAll, null)).accounts.values()];
    const [first, second] = all.filter(({ contacts }) =>
      contacts.some(({ email }) => email === "compta@debiteur-1.example"),
    );
    const asking = (kin: boolean) => ({
      name: "asking",
      asks: () => ({ accounts: [first?.account ?? ""], keys: [], search: false, kin }),
      decide: (_input: null, loaded: Loaded) => ok(viewOnly([...loaded.accounts.keys()])),
    });
    const { ledger } = execute(shared);
    expect(valueOf(ledger.run(asking(false), null))).toEqual([first?.account]);
    expect(valueOf(ledger.run(asking(true), null)).toSorted()).toEqual(
      [first?.account ?? "", second?.account ?? ""].toSorted(),
    );
  });

  it("finds a mail of a thread that was filed, whoever writes in it", () => {
    const told = copyOf(account);
    const [debtor = ""] = valueOf(execute(told).ledger.run(loadAll, null)).accounts.keys();
    expect(execute(told).ledger.mayKnow([threadKey("18c0ffee")])).toBe(false);
    valueOf(execute(told).ledger.run(noteOn(debtor), null, { threads: ["18c0ffee"] }));
    expect(execute(told).ledger.mayKnow([threadKey("18c0ffee")])).toBe(true);
    // Also after the code that folds has changed.
    valueOf(execute(told, { host: { build: "next" } }).ledger.refold(Number.MAX_SAFE_INTEGER));
    expect(execute(told, { host: { build: "next" } }).ledger.mayKnow([threadKey("18c0ffee")])).toBe(
      true,
    );
  });
});

const noteOn = (debtor: string) => ({
  name: "note",
  asks: () => ({ accounts: [debtor], keys: [], search: false }),
  decide: () => ({
    ok: true as const,
    value: {
      view: null,
      entries: [
        accountEntry(debtor, {
          type: "note-written",
          data: { note: "note-1", on: TODAY, text: "Rappelé" },
        }),
      ],
      keeps: [],
      acts: [],
    },
  }),
});

describe("what was lost", () => {
  const settled = (): MemoryAccount => {
    const account = emptyAccountOfUser();
    begin(account);
    take(account, csvOf(6, 2));
    return account;
  };
  const hidden = (account: MemoryAccount): readonly string[] =>
    [...account.drive.files.values()]
      .filter(({ parents }) => parents.includes("appDataFolder"))
      .map(({ id }) => id);

  it("is worked out again where the person removed the hidden data, by the next card", () => {
    const account = settled();
    const before = wholeWorld(copyOf(account));
    account.cache.clear();
    for (const id of hidden(account)) account.drive.files.delete(id);
    const claim = claimOf(execute(account), mailFrom("compta@debiteur-3.example"));
    expect(claim.state).toBe("claim");
    expect(wholeWorld(account)).toEqual(before);
  });

  it("is worked out again where only the write finds that the hidden data is gone", () => {
    const account = settled();
    const [debtor = ""] = valueOf(execute(account).ledger.run(loadAll, null)).accounts.keys();
    for (const id of hidden(account)) account.drive.files.delete(id);
    valueOf(execute(account).ledger.run(noteOn(debtor), null));
    account.cache.clear();
    expect(wholeWorld(account).states).toContain("Rappelé");
  });

  it("is found again where the properties are lost: by a new writer, with every entry", () => {
    const account = settled();
    const before = wholeWorld(copyOf(account));
    const writer = execute(account).ledger.tip()?.writer;
    account.properties.clear();
    account.cache.clear();
    const { ledger } = execute(account);
    expect(ledger.tip()).toBeNull();
    expect(valueOf(ledger.begin()).recovered).toBe(true);
    const now = wholeWorld(account);
    expect(now.entries).toBe(before.entries);
    expect(now.states).toBe(before.states);
    expect(execute(account).ledger.tip()?.writer).not.toBe(writer);
    const [debtor = ""] = valueOf(execute(account).ledger.run(loadAll, null)).accounts.keys();
    valueOf(execute(account).ledger.run(noteOn(debtor), null));
    expect(wholeWorld(account).entries).toBe(before.entries + 1);
    // Whatever lay in the hidden folder before is gone from it.
    const names = hidden(account).map((id) => account.drive.files.get(id)?.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("is found again where both are lost", () => {
    const account = settled();
    const before = wholeWorld(copyOf(account));
    account.properties.clear();
    account.cache.clear();
    for (const id of hidden(account)) account.drive.files.delete(id);
    valueOf(execute(account).ledger.recover(Number.MAX_SAFE_INTEGER));
    expect(wholeWorld(account).states).toBe(before.states);
    expect(execute(account).ledger.summary()?.view.rows.length).toBeGreaterThan(0);
  });

  it("costs nothing where only the cache is gone", () => {
    const account = settled();
    const before = wholeWorld(copyOf(account));
    account.cache.clear();
    expect(wholeWorld(account)).toEqual(before);
  });

  it("is named where a file of the journal was deleted, and what is left can be gone on with", () => {
    const account = settled();
    const [debtor = ""] = valueOf(execute(account).ledger.run(loadAll, null)).accounts.keys();
    const tail = [...account.drive.files.values()].find(({ name }) => name.endsWith("tail.jsonl"));
    account.drive.files.delete(tail?.id ?? "");
    account.cache.clear();
    expect(errorOf(execute(account).ledger.run(noteOn(debtor), null))).toMatchObject({
      type: "journal-damaged",
      files: 1,
    });
    valueOf(execute(account).ledger.recover(Number.MAX_SAFE_INTEGER));
    expect(execute(account).ledger.size()?.missingFiles).toBe(1);
    valueOf(execute(account).ledger.run(noteOn(debtor), null));
  });

  it("refuses to choose between ledgers where files of two lie there", () => {
    const account = settled();
    account.properties.clear();
    const other = [...account.drive.files.values()].find(({ name }) => name.endsWith("tail.jsonl"));
    if (other === undefined) throw new Error("no tail");
    const id = "1another";
    account.drive.given.set(id, "drive");
    account.drive.files.set(id, {
      ...other,
      id,
      appProperties: { ...other.appProperties, ledger: "led-another" },
    });
    expect(errorOf(execute(account).ledger.begin()).type).toBe("several-ledgers");
  });
});
