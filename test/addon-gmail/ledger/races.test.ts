import { describe, expect, it } from "vitest";
import { accountEntry } from "#shared/app/streams.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";
import { emptyAccountOfUser, openExecution } from "../services-in-memory.ts";
import type { Call, MemoryAccount } from "../services-in-memory.ts";
import { loadAll, wholeWorld } from "./cuts.ts";
import { CREDITOR, TODAY, begin, csvOf, execute, take } from "./desk.ts";
import type { GmailLedger } from "#gmail/script/ledger/ledger.ts";
import type { Services } from "#gmail/script/google-port.ts";
import { openGmailLedger } from "#gmail/script/ledger/open-ledger.ts";
import { LEDGER_CORE } from "#gmail/script/ledger/core.ts";

/** Writes how many notes the debtor had when it was decided. */
const countingNote = (debtor: string, name: string): UseCase<null, number, never> => ({
  name: "counting-note",
  asks: () => ({ accounts: [debtor], keys: [], search: false }),
  decide: (_input, loaded) => {
    const notes = loaded.accounts.get(debtor)?.notes.length ?? 0;
    return ok({
      view: notes,
      entries: [
        accountEntry(debtor, {
          type: "note-written",
          data: { note: name, on: TODAY, text: `après ${String(notes)}` },
        }),
      ],
      keeps: [],
      acts: [],
    });
  },
});

const settled = (): { readonly account: MemoryAccount; readonly debtor: string } => {
  const account = emptyAccountOfUser();
  begin(account);
  take(account, csvOf(3, 1));
  const [debtor = ""] = valueOf(execute(account).ledger.run(loadAll, null)).accounts.keys();
  return { account, debtor };
};

describe("two executions at once", () => {
  it("decides again over what the other one wrote between its reading and its writing", () => {
    const { account, debtor } = settled();
    account.cache.clear();
    let other = 0;
    const opened = execute(account, {
      onCall: (call, when) => {
        // Between the loading, which is a round of Drive, and the lock.
        if (call !== "round" || when !== "after" || other > 0 || account.isLocked) return;
        other += 1;
        valueOf(execute(account).ledger.run(countingNote(debtor, "other"), null));
      },
    });
    expect(valueOf(opened.ledger.run(countingNote(debtor, "own"), null))).toBe(1);
    expect(other).toBe(1);
    const state = valueOf(execute(account).ledger.run(loadAll, null)).accounts.get(debtor);
    expect(state?.notes.map(({ text }) => text)).toEqual(["après 0", "après 1"]);
    wholeWorld(account);
  });

  it("waits for the one that writes, and says so where it takes too long", () => {
    const { account, debtor } = settled();
    account.isLocked = true;
    const { ledger } = execute(account);
    expect(errorOf(ledger.run(countingNote(debtor, "own"), null))).toEqual({ type: "lock-busy" });
    // Reading never waits.
    expect(valueOf(ledger.run(loadAll, null)).accounts.size).toBe(3);
    account.isLocked = false;
    expect(valueOf(execute(account).ledger.run(countingNote(debtor, "own"), null))).toBe(0);
  });

  it("shows what was there before while the other one is at writing", () => {
    const { account, debtor } = settled();
    const seen: number[] = [];
    const calls: Call[] = [];
    const opened = execute(account, {
      onCall: (call, when) => {
        if (when !== "after" || !account.isLocked || call !== "round") return;
        calls.push(call);
        const state = valueOf(execute(account).ledger.run(loadAll, null)).accounts.get(debtor);
        seen.push(state?.notes.length ?? -1);
      },
    });
    valueOf(opened.ledger.run(countingNote(debtor, "own"), null));
    expect(seen.length).toBeGreaterThan(1);
    expect(new Set(seen)).toEqual(new Set([0]));
    wholeWorld(account);
  });

  it("leaves 40 notes of two executions that take turns, each decided over all before it", () => {
    const { account, debtor } = settled();
    for (let round = 0; round < 20; round += 1) {
      const one = execute(account).ledger;
      const two = execute(account).ledger;
      // Both have read before either writes.
      valueOf(one.run(loadAll, null));
      valueOf(two.run(loadAll, null));
      expect(valueOf(one.run(countingNote(debtor, `one ${String(round)}`), null))).toBe(round * 2);
      expect(valueOf(two.run(countingNote(debtor, `two ${String(round)}`), null))).toBe(
        round * 2 + 1,
      );
    }
    wholeWorld(account);
  });
});

describe("Drive that does not answer", () => {
  const ledgerOver = (services: Services): GmailLedger =>
    openGmailLedger(services, {
      facts: () => ({
        today: TODAY,
        now: "2026-11-20T08:30:00.000Z",
        by: CREDITOR.name,
        language: "fr",
      }),
      act: () => ok(null),
      core: () => LEDGER_CORE,
      build: "test",
    });

  /** An execution whose rounds of Drive fail from the nth on; `lands`: the first that fails was done all the same. */
  const failing = (
    account: MemoryAccount,
    from: number,
    lands: boolean,
    until = Number.MAX_SAFE_INTEGER,
  ): GmailLedger => {
    let rounds = 0;
    const { services } = openExecution(account);
    return ledgerOver({
      ...services,
      fetchAll: (requests) => {
        rounds += 1;
        if (rounds < from || rounds >= until) return services.fetchAll(requests);
        if (lands && rounds === from) services.fetchAll(requests);
        return err({ type: "fetch-failed", detail: "DNS" });
      },
    });
  };

  it("says that nothing was saved where nothing was, and that is so", () => {
    const { account, debtor } = settled();
    const before = wholeWorld(account).entries;
    // The journal's round fails, and the look after it is answered.
    const ledger = failing(account, 1, false, 2);
    expect(errorOf(ledger.run(countingNote(debtor, "own"), null)).type).toBe("drive-offline");
    expect(wholeWorld(account).entries).toBe(before);
    expect(valueOf(execute(account).ledger.run(countingNote(debtor, "own"), null))).toBe(0);
  });

  it("goes on as written where the answer alone was lost", () => {
    const { account, debtor } = settled();
    const before = wholeWorld(account).entries;
    expect(valueOf(failing(account, 1, true, 2).run(countingNote(debtor, "own"), null))).toBe(0);
    expect(wholeWorld(account).entries).toBe(before + 1);
  });

  it("says that it cannot know where nothing is answered any more, and the next card knows", () => {
    for (const lands of [false, true]) {
      const { account, debtor } = settled();
      const before = wholeWorld(account).entries;
      const ledger = failing(account, 1, lands);
      expect(errorOf(ledger.run(countingNote(debtor, "own"), null)).type).toBe("write-uncertain");
      expect(wholeWorld(account).entries).toBe(before + (lands ? 1 : 0));
    }
  });

  it("is written where only what is worked out from it could not be", () => {
    const { account, debtor } = settled();
    const before = wholeWorld(account).entries;
    expect(valueOf(failing(account, 2, false).run(countingNote(debtor, "own"), null))).toBe(0);
    expect(wholeWorld(account).entries).toBe(before + 1);
  });

  it("makes no file twice where Drive made it and answered with an error of its own", () => {
    const { account, debtor } = settled();
    const before = account.drive.files.size;
    const bytes = utf8Bytes("From: a@b.example\r\n\r\nBonjour\r\n");
    const sha256 = sha256Hex(bytes);
    const { services } = openExecution(account);
    let failed = 0;
    const ledger = ledgerOver({
      ...services,
      fetchAll: (requests) => {
        const answers = services.fetchAll(requests);
        const isFirstMade = requests.some(({ method }) => method === "post") && failed === 0;
        if (!isFirstMade || !answers.ok) return answers;
        failed += 1;
        return ok(answers.value.map((answer) => ({ ...answer, status: 503 })));
      },
    });
    const filing: UseCase<null, null, never> = {
      name: "filing",
      asks: () => ({ accounts: [debtor], keys: [], search: false }),
      decide: () =>
        ok({
          view: null,
          entries: [
            accountEntry(
              debtor,
              { type: "note-written", data: { note: "n", on: TODAY, text: "avec pièce" } },
              undefined,
              [{ sha256, size: bytes.length }],
            ),
          ],
          keeps: [sha256],
          acts: [],
        }),
    };
    valueOf(ledger.run(filing, null, { bytes: new Map([[sha256, bytes]]) }));
    expect(failed).toBe(1);
    const blobs = [...account.drive.files.values()].filter(({ name }) => name === sha256);
    expect(blobs.map((blob) => blob.bytes)).toEqual([bytes]);
    // Beside it, the index of the vault.
    expect(account.drive.files.size).toBe(before + 2);
    expect(valueOf(execute(account).ledger.vault.get([sha256])).get(sha256)).toEqual(bytes);
    expect(valueOf(execute(account).ledger.vault.names())).toEqual([sha256]);
  });

  it("asks again a Drive that says slower, and says so where it goes on saying it", () => {
    const { account, debtor } = settled();
    const { services } = openExecution(account);
    const slower = (times: number) => {
      let told = 0;
      return ledgerOver({
        ...services,
        fetchAll: (requests) => {
          if (told === times || requests.every(({ method }) => method === "get"))
            return services.fetchAll(requests);
          told += 1;
          const text = '{"error":{"code":403,"errors":[{"reason":"userRateLimitExceeded"}]}}';
          return ok(
            requests.map(() => ({
              status: 403,
              headers: {},
              text: () => text,
              bytes: () => utf8Bytes(text),
            })),
          );
        },
      });
    };
    const before = wholeWorld(account).entries;
    expect(errorOf(slower(1_000).run(countingNote(debtor, "own"), null)).type).toBe("drive-busy");
    expect(wholeWorld(account).entries).toBe(before);
    valueOf(slower(1).run(countingNote(debtor, "own"), null));
    expect(wholeWorld(account).entries).toBe(before + 1);
  });

  it("names a Drive that is full, and a right that was taken back", () => {
    const { account, debtor } = settled();
    account.drive.refuse = ({ method }) => (method === "get" ? null : 403);
    expect(errorOf(execute(account).ledger.run(countingNote(debtor, "own"), null)).type).toBe(
      "drive-full",
    );
    account.drive.refuse = ({ method }) => (method === "get" ? null : 401);
    expect(errorOf(execute(account).ledger.run(countingNote(debtor, "own"), null))).toMatchObject({
      type: "drive-refused",
      status: 401,
    });
    account.drive.refuse = null;
    wholeWorld(account);
  });
});
