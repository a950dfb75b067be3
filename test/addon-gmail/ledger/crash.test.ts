import { beforeAll, describe, expect, it } from "vitest";
import { accountEntry, eraseEntryOf, streamOfAccount, voidEntry } from "#shared/app/streams.ts";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { copyOf, cutEverywhere, loadAll, wholeWorld, writing } from "./cuts.ts";
import { TODAY, begin, csvOf, execute, take } from "./desk.ts";
import type { Opened } from "./desk.ts";

const BYTES = utf8Bytes("From: a@b.example\r\n\r\nBonjour\r\n");
const SHA256 = sha256Hex(BYTES);

const noteIn = (account: string, text: string, withBytes = false): NewEntry =>
  accountEntry(
    account,
    {
      type: "note-written",
      data: { note: sha256Hex(utf8Bytes(text)).slice(0, 20), on: TODAY, text },
    },
    undefined,
    withBytes ? [{ sha256: SHA256, size: BYTES.length }] : [],
  );

const write = (
  { ledger }: Opened,
  asked: readonly string[],
  entries: readonly NewEntry[],
): void => {
  valueOf(
    ledger.run(writing(asked, entries), null, {
      bytes: new Map([[SHA256, BYTES]]),
      threads: ["t1"],
    }),
  );
};

const accountsOf = (account: MemoryAccount): readonly string[] => [
  ...valueOf(execute(account).ledger.run(loadAll, null)).accounts.keys(),
];

describe("an execution that is cut between any two calls", () => {
  let prepared: MemoryAccount;
  let debtors: readonly string[];

  beforeAll(() => {
    prepared = emptyAccountOfUser();
    begin(prepared);
    take(prepared, csvOf(3, 2));
    debtors = accountsOf(prepared);
  });

  /** Whatever was cut, the act is either done or not, and can be done again. */
  const eitherWay = (
    from: MemoryAccount,
    act: (opened: Opened) => void,
    again = true,
  ): { readonly before: number; readonly after: number } => {
    const before = wholeWorld(copyOf(from));
    const done = copyOf(from);
    act(execute(done));
    const after = wholeWorld(done);
    expect(after.entries).toBeGreaterThan(before.entries);
    const seen = { before: 0, after: 0 };
    cutEverywhere(from, act, (account, cut) => {
      // What the next one finds, with the copies that the cache holds of before, and without.
      if (cut % 2 === 0) account.cache.clear();
      const now = wholeWorld(account);
      if (now.entries === before.entries) {
        expect(now.states).toBe(before.states);
        seen.before += 1;
      } else {
        expect(now.entries).toBe(after.entries);
        expect(now.states.length).toBe(after.states.length);
        seen.after += 1;
      }
      expect(account.properties.get("ledger.pending.0")).toBe("001:");
      if (!again) return;
      act(execute(account));
      expect(wholeWorld(account).entries).toBe(now.entries + after.entries - before.entries);
    });
    return seen;
  };

  it("loses no note and writes none twice, and its bytes are there where an entry names them", () => {
    const [first = ""] = debtors;
    const seen = eitherWay(prepared, (opened) => {
      write(opened, [first], [noteIn(first, "Rappelé", true)]);
    });
    expect(seen.before).toBeGreaterThan(10);
    expect(seen.after).toBeGreaterThan(5);
    cutEverywhere(
      prepared,
      (opened) => {
        write(opened, [first], [noteIn(first, "Rappelé", true)]);
      },
      (left) => {
        const { ledger } = execute(left);
        const entries = valueOf(ledger.entries());
        const isNamed = entries.some(({ header }) => header.blobs.length > 0);
        const bytes = valueOf(ledger.vault.get([SHA256])).get(SHA256);
        expect(isNamed ? bytes : BYTES).toEqual(BYTES);
      },
    );
  });

  it("loses nothing where the tail is sealed", () => {
    const [first = ""] = debtors;
    const full = copyOf(prepared);
    const many = Array.from({ length: 70 }, (_, at) => noteIn(first, `Note ${String(at)}`));
    // Sealed once already: the index of the journal is there.
    for (let round = 0; round < 3; round += 1) write(execute(full), [first], many);
    const seen = eitherWay(full, (opened) => {
      write(opened, [first], many);
    });
    expect(Math.min(seen.before, seen.after)).toBeGreaterThan(5);
  });

  it("takes in a first file whole or not at all, though it fills several segments", () => {
    const fresh = emptyAccountOfUser();
    begin(fresh);
    const [one, two] = ["deb-a", "deb-b"];
    const many = Array.from({ length: 620 }, (_, at) =>
      noteIn(at % 2 === 0 ? one : two, `Note ${String(at)}`),
    );
    const seen = eitherWay(
      fresh,
      (opened) => {
        write(opened, [], many);
      },
      false,
    );
    expect(Math.min(seen.before, seen.after)).toBeGreaterThan(5);
  });

  it("undoes an import in every account or in none", () => {
    const batch = valueOf(execute(prepared).ledger.entries()).find(
      ({ body }) => body.kind === "kept" && body.payload.batch !== undefined,
    );
    const name = batch?.body.kind === "kept" ? (batch.body.payload.batch ?? "") : "";
    for (const accounts of [debtors, []]) {
      const seen = eitherWay(
        prepared,
        (opened) => {
          write(opened, [], [voidEntry({ batch: name, accounts }, "erreur")]);
        },
        false,
      );
      expect(Math.min(seen.before, seen.after)).toBeGreaterThan(5);
    }
  });

  it("takes words away from every file that held them, or from none yet", () => {
    const [first = ""] = debtors;
    const told = copyOf(prepared);
    write(execute(told), [first], [noteIn(first, "parole à effacer")]);
    const many = Array.from({ length: 110 }, (_, at) => noteIn(first, `Note ${String(at)}`));
    write(execute(told), [first], many);
    const entry = valueOf(execute(told).ledger.entries()).find(
      ({ body }) => body.kind === "kept" && JSON.stringify(body).includes("parole à effacer"),
    );
    const erase = eraseEntryOf(streamOfAccount(first), [entry?.hash ?? ""], "demande");
    const after: boolean[] = [];
    eitherWay(
      told,
      (opened) => {
        write(opened, [first], [erase]);
      },
      false,
    );
    cutEverywhere(
      told,
      (opened) => {
        write(opened, [first], [erase]);
      },
      (account) => {
        const { entries } = wholeWorld(account);
        const texts = [...account.drive.files.values()].map(({ bytes }) =>
          Buffer.from(bytes).toString("utf8"),
        );
        const isErased = entries > valueOf(execute(told).ledger.entries()).length;
        expect(texts.some((text) => text.includes("parole à effacer"))).toBe(!isErased);
        after.push(isErased);
      },
    );
    expect(new Set(after).size).toBe(2);
  });

  it("takes in another's entries so that asking again makes it whole", () => {
    const other = emptyAccountOfUser();
    begin(other);
    take(other, csvOf(2, 1));
    const theirs = execute(other).ledger;
    const texts = [...valueOf(theirs.segmentTexts(valueOf(theirs.segmentNames()))).values()];
    const mine = emptyAccountOfUser();
    mine.drawn = 5000;
    begin(mine);
    expect(errorOf(execute(mine).ledger.takeIn(texts)).type).toBe("ledgers-differ");
    // Another installation of the same ledger.
    const same = copyOf(other);
    same.drawn = 9000;
    const [first = ""] = accountsOf(same);
    write(execute(same), [first], [noteIn(first, "d'ailleurs")]);
    const ours = valueOf(execute(same).ledger.segmentNames());
    const more = [...valueOf(execute(same).ledger.segmentTexts(ours)).values()];
    cutEverywhere(
      other,
      ({ ledger }) => {
        valueOf(ledger.takeIn(more));
        valueOf(ledger.refold(Number.MAX_SAFE_INTEGER));
      },
      (account) => {
        valueOf(execute(account).ledger.takeIn(more));
        valueOf(execute(account).ledger.refold(Number.MAX_SAFE_INTEGER));
        const { ledger } = execute(account);
        const notes = [...valueOf(ledger.run(loadAll, null)).accounts.values()].flatMap(
          (state) => state.notes,
        );
        expect(notes).toHaveLength(1);
      },
    );
  });

  it("begins one ledger, however often it is cut", () => {
    cutEverywhere(
      emptyAccountOfUser(),
      ({ ledger }) => {
        valueOf(ledger.begin());
      },
      (account) => {
        valueOf(execute(account).ledger.begin());
        begin(account);
        expect(wholeWorld(account).entries).toBe(1);
        const folders = [...account.drive.files.values()].filter(({ mimeType }) =>
          mimeType.endsWith("folder"),
        );
        expect(new Set(folders.map(({ name }) => name)).size).toBe(folders.length);
      },
    );
  });
});
