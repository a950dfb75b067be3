import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CALL_CHARS_MAX, FILE_BYTES_MAX, toPage } from "#shared/app/desk/wire.ts";
import type { DeskRequest } from "#shared/app/desk/wire.ts";
import { textOfValue } from "#shared/app/desk/values.ts";
import { openTalk } from "#gmail/desk/script-talk.ts";
import type { ScriptTalk } from "#gmail/desk/script-talk.ts";
import { callDesk } from "#gmail/script/desk/call-desk.ts";
import { openDeskWorld } from "#gmail/script/desk/desk-world.ts";
import { openGmailLedger } from "#gmail/script/ledger/open-ledger.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";
import { begin, execute } from "../ledger/desk.ts";
import { emptyAccountOfUser, openExecution } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { DESK_PARTS, noise, openScript } from "./desk-story.ts";

const begun = (): MemoryAccount => {
  const account = emptyAccountOfUser();
  begin(account);
  return account;
};

/** What anybody who has the page open may send, and what comes back of it. */
const sent = (account: MemoryAccount, given: unknown): unknown => {
  const setting = {
    services: openExecution(account).services,
    openLedger: openGmailLedger,
    build: "b",
    parts: DESK_PARTS,
  };
  return JSON.parse(callDesk(given, "b", (language) => openDeskWorld(language, setting)));
};

const asked = (request: unknown): string =>
  JSON.stringify({ type: "text", build: null, language: "fr", text: textOfValue(request) });

const answerOf = (account: MemoryAccount, request: unknown): unknown => {
  const answer = toPage.parse(sent(account, asked(request)));
  return answer.type === "text" ? JSON.parse(answer.text) : answer;
};

const talkTo = (account: MemoryAccount): ScriptTalk =>
  openTalk(
    openScript(account).call,
    () => "fr",
    () => undefined,
  );

const UNREADABLE = { type: "fault", fault: "unreadable" };

describe("what a page may send to the script", { timeout: 60_000 }, () => {
  it("is a text of ours, or nothing is done of it", () => {
    const account = begun();
    for (const given of [
      undefined,
      null,
      7,
      {},
      [],
      "",
      "null",
      "{}",
      '{"type":"text","build":null,"language":"fr","text":"{}"}',
      '{"type":"text","build":null,"language":"de","text":""}',
      '{"type":"packed","build":null,"language":"fr","gzip":"AAAA"}',
      '{"type":"more","build":null,"language":"fr","key":"../../../ledger.meta","at":0}',
      asked({ ask: "delete-everything" }),
      asked({ ask: "run", name: "today", input: null }),
      asked({ ask: "blob", sha256: "ledger.meta", from: 0 }),
      asked({ ask: "blob", sha256: "a".repeat(64), from: -1 }),
      asked({ ask: "keep-witness", witness: { ledger: "x" } }),
    ])
      expect(sent(account, given)).toEqual(UNREADABLE);
  });

  it("never breaks the script, whatever it is", () => {
    const account = begun();
    fc.assert(
      fc.property(fc.anything(), fc.string(), (thing, text) => {
        for (const given of [thing, text, asked(thing), JSON.stringify({ type: text, text })])
          expect(toPage.safeParse(sent(account, given)).success).toBe(true);
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it("is refused where it is longer than one call may be", () => {
    expect(sent(begun(), "x".repeat(CALL_CHARS_MAX + 1))).toEqual({
      type: "fault",
      fault: "too-large",
    });
  });

  it("runs no use case by a name that objects have by birth, and none with an input that breaks it", () => {
    const account = begun();
    for (const name of ["constructor", "__proto__", "toString", ""])
      expect(answerOf(account, { ask: "run", name, input: null, bytes: new Map() })).toEqual({
        ok: false,
        error: { type: "case-unknown" },
      });
    const broken = { ask: "run", name: "claim", input: 7, bytes: new Map() };
    expect(["fault", undefined]).toContain(
      (answerOf(account, broken) as { readonly type?: string }).type,
    );
  });

  it("gets no token, no property and no file that is not evidence", () => {
    const account = begun();
    const told: string[] = [];
    const requests: readonly DeskRequest[] = [
      { ask: "hello" },
      { ask: "segment-names" },
      { ask: "segment-texts", names: ["../ledger.meta", [...account.properties.keys()][0] ?? ""] },
      { ask: "blob-names" },
      { ask: "draft-link", draft: "ledger.meta" },
      { ask: "witness" },
      { ask: "refold" },
    ];
    for (const request of requests) told.push(JSON.stringify(answerOf(account, request)));
    const { services } = openExecution(account);
    expect(told.join("")).not.toContain(services.token());
    expect(told.join("")).not.toContain("appData");
    expect(told[2]).toContain('"of":[]');
  });

  it("gets a text that holds the token nowhere, not in what goes around an answer either", () => {
    const account = begun();
    const { services } = openExecution(account);
    const whole = JSON.stringify(sent(account, asked({ ask: "hello" })));
    expect(whole).toContain('"build":"b"');
    expect(whole).not.toContain(services.token());
  });

  it("keeps no bytes under a name that is not their hash", async () => {
    const account = begun();
    const bytes = noise(10);
    const answer = await talkTo(account).ask({ ask: "keep-blob", sha256: "0".repeat(64), bytes });
    expect(errorOf(answer).type).toBe("bytes-missing");
  });
});

describe("long texts between the page and the script", { timeout: 60_000 }, () => {
  it("go in pieces of bounded size and come back byte for byte", async () => {
    const account = begun();
    const bytes = noise(5_000_000);
    const sha256 = await hashOf(bytes);
    const script = openScript(account);
    const talk = openTalk(
      script.call,
      () => "fr",
      () => undefined,
    );
    valueOf(await talk.ask({ ask: "keep-blob", sha256, bytes }));
    expect(script.calls.length).toBeGreaterThan(2);
    const kept = execute(account).ledger.vault.get([sha256]);
    expect(await hashOf(valueOf(kept).get(sha256) ?? new Uint8Array())).toBe(sha256);
    const first = valueOf(
      await talk.ask<{ readonly size: number; readonly base64: string }>({
        ask: "blob",
        sha256,
        from: 4_000_000,
      }),
    );
    expect(first.size).toBe(5_000_000);
    expect(Buffer.from(first.base64, "base64").equals(bytes.slice(4_000_000))).toBe(true);
    for (const { sent: out, answered } of script.calls) {
      expect(out).toBeLessThanOrEqual(CALL_CHARS_MAX);
      expect(answered).toBeLessThanOrEqual(CALL_CHARS_MAX);
    }
  });

  it("are sent once more where the cache let a piece go, and refused in words where it does so again", async () => {
    const account = begun();
    const bytes = noise(3_000_000);
    const sha256 = await hashOf(bytes);
    let losses = 0;
    const script = openScript(account);
    const losing = (times: number): ScriptTalk =>
      openTalk(
        (text) => {
          if (text.includes('"type":"last"') && losses < times) {
            losses += 1;
            account.cache.clear();
          }
          return script.call(text);
        },
        () => "fr",
        () => undefined,
      );
    valueOf(await losing(1).ask({ ask: "keep-blob", sha256, bytes }));
    losses = 0;
    const lost = await losing(2).ask({ ask: "keep-blob", sha256, bytes });
    expect(errorOf(lost)).toEqual({ type: "wire", fault: "pieces-gone" });
  });

  it("are refused before they are sent where they are longer than all pieces", async () => {
    const account = begun();
    const script = openScript(account);
    const talk = openTalk(
      script.call,
      () => "fr",
      () => undefined,
    );
    const bytes = new Uint8Array(FILE_BYTES_MAX + 1);
    const refused = await talk.ask({ ask: "keep-blob", sha256: "0".repeat(64), bytes });
    expect(errorOf(refused)).toEqual({ type: "wire", fault: "too-large" });
    expect(script.calls).toEqual([]);
  });

  it("leave nothing of theirs in the cache once they have arrived", async () => {
    const account = begun();
    const bytes = noise(3_000_000);
    valueOf(await talkTo(account).ask({ ask: "keep-blob", sha256: await hashOf(bytes), bytes }));
    expect([...account.cache.keys()].filter((key) => key.startsWith("desk:"))).toEqual([]);
  });
});

const hashOf = async (bytes: Uint8Array): Promise<string> =>
  Buffer.from(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toString("hex");
