import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { calendarDate } from "#shared/kernel/calendar.ts";
import { readMessage } from "#shared/mail/reading.ts";
import type { Reading } from "#shared/mail/reading.ts";
import type { Message } from "#shared/mail/message.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";

const BOUNCES = new URL("../../fixtures/bounces/", import.meta.url);
const TODAY = calendarDate(2026, 11, 20);

type Read = { readonly name: string; readonly message: Message; readonly reading: Reading };

const readAll = async (folder: string, prefixes: readonly string[]): Promise<readonly Read[]> => {
  const names = readdirSync(new URL(folder, BOUNCES)).filter((name) =>
    prefixes.some((prefix) => name.endsWith(".eml") && name.startsWith(prefix)),
  );
  const out: Read[] = [];
  for (const name of names) {
    const opened = await readMailBytes(
      new Uint8Array(readFileSync(new URL(`${folder}${name}`, BOUNCES))),
    );
    if (!opened.ok || TODAY === null) throw new Error(`${name} is not opened`);
    const message = opened.value;
    const reading = readMessage(message, {
      sentOn: message.sentOn ?? TODAY,
      currency: "EUR",
      invoices: [],
      ownAddresses: [],
      knownIbans: [],
    });
    out.push({ name, message, reading });
  }
  return out;
};

const tagged = (all: readonly Read[], tag: string): readonly string[] =>
  all.filter((one) => one.reading.tag === tag).map((one) => one.name);

describe("real delivery failures", () => {
  it("are read as such, 97 of 100, and with who failed and which of our mails", async () => {
    const all = await readAll("./", ["lhost-", "rhost-", "rfc3464-"]);
    const found = all.filter((one) => one.reading.tag === "bounce");
    expect(all.length).toBeGreaterThan(300);
    expect(found.length / all.length).toBeGreaterThanOrEqual(0.97);
    const named = found.filter((one) => one.message.report?.finalRecipient != null);
    expect(named.length / found.length).toBeGreaterThanOrEqual(0.98);
    // The others give no Message-ID of the mail that came back.
    const known = found.filter((one) => one.message.report?.originalMessageId != null);
    expect(known.length / found.length).toBeGreaterThanOrEqual(0.85);
    const coded = found.filter((one) => one.message.report?.permanence !== "unknown");
    expect(coded.length / found.length).toBeGreaterThanOrEqual(0.9);
  });

  it("are told from automatic answers, complaints and what only looks like one", async () => {
    const answers = await readAll("./", ["rfc3834-"]);
    expect(tagged(answers, "autoreply")).toEqual(answers.map((one) => one.name));
    const complaints = await readAll("./", ["arf-"]);
    expect(complaints.length).toBeGreaterThan(0);
    expect([...tagged(complaints, "bounce"), ...tagged(complaints, "promise")]).toEqual([]);
    const others = await readAll("not-a-bounce/", [""]);
    expect(others.length).toBeGreaterThan(0);
    expect(tagged(others, "bounce")).toEqual([]);
  });
});
