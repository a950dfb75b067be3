import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { newWords } from "#shared/mail/new-words.ts";
import { readMessage } from "#shared/mail/reading.ts";
import type { Reading } from "#shared/mail/reading.ts";

type Fixture = {
  id: string;
  from: string;
  subject: string;
  date: string;
  currency?: Currency;
  headers?: Record<string, string>;
  invoices: [string, number][];
  body: string;
  expected: {
    tag: string;
    also?: string[];
    by?: string;
    amount?: number;
    parts?: [string, number][];
    on?: string;
    reason?: string;
    contact?: string;
    back?: string;
    reply?: string;
  };
};

const FIXTURES = readFileSync(
  new URL("../../fixtures/replies-first.jsonl", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Fixture);

const addressOf = (text: string) => {
  const [name = "", address = ""] = text.replace(">", "").split("<");
  return { name: name.trim(), address };
};

const wordsOf = (one: Fixture): string => newWords(one.body, addressOf(one.from)).text;

const read = (one: Fixture): Reading =>
  readMessage(
    {
      subject: one.subject,
      newWords: wordsOf(one),
      headers: Object.entries(one.headers ?? {}).map(([name, value]) => ({ name, value })),
      from: addressOf(one.from),
      report: null,
    },
    {
      sentOn: dateOf(one.date),
      currency: one.currency ?? "EUR",
      invoices: one.invoices.map(([number, total]) => ({
        number,
        totalMinor: Math.round(total * 100),
        dueOn: dateOf("2026-10-31"),
      })),
      ownAddresses: ["compta@verrerie-colin.example", "accounts@colin-glass.example"],
      knownIbans: [],
    },
  );

const say = (text: string, more: Partial<Fixture> = {}): Reading =>
  read({
    id: "said",
    from: "Someone <someone@debtor.example>",
    subject: "Re: facture",
    date: "2026-11-20",
    invoices: [["F-2026-00418", 1000]],
    body: text,
    expected: { tag: "" },
    ...more,
  });

describe("a reply read for the first time", () => {
  it.each(FIXTURES.map((one) => [one.id, one.expected.tag, one] as const))(
    "%s is filed under %s, with its values",
    (_id, tag, one) => {
      const { expected } = one;
      const reading = read(one);
      const { by, on, amount, parts, reason, reply } = expected;
      const said = reading.paid ?? reading.promise;
      // A value that the fixture does not name is not compared.
      expect({
        tag: reading.tag,
        also: reading.also,
        by: by === undefined ? null : reading.promise?.by,
        on: on === undefined ? null : reading.paid?.on,
        amountMinor: amount === undefined ? null : said?.amountMinor,
        parts: parts === undefined ? null : reading.promise?.parts,
        reason: reason === undefined ? null : reading.dispute?.reason,
        contact: reading.contact,
        back: reading.back,
        reply: reply === undefined ? null : wordsOf(one),
      }).toEqual({
        tag,
        also: expected.also ?? [],
        by: by ?? null,
        on: on ?? null,
        amountMinor: amount === undefined ? null : amount * 100,
        parts: parts?.map(([day, sum]) => ({ by: day, amountMinor: sum * 100 })) ?? null,
        reason: reason ?? null,
        contact: expected.contact,
        back: expected.back,
        reply: reply ?? null,
      });
    },
  );

  it("shows for every tag and value the exact words it rests on, where they stand", () => {
    for (const one of FIXTURES) {
      const words = wordsOf(one);
      for (const ground of read(one).grounds) {
        expect(ground.rule).not.toBe("");
        if (ground.span === null) continue;
        const source = ground.span.of === "subject" ? one.subject : words;
        expect(source.slice(ground.span.from, ground.span.to)).toBe(ground.quote);
      }
    }
  });

  it("names the invoices of the claim as the claim writes them, however the debtor does", () => {
    expect(say("je paie la f2026 00418 demain").invoices).toEqual(["F-2026-00418"]);
    expect(say("je paie la 418 demain", { invoices: [["F-2026-418", 10]] }).invoices).toEqual([
      "F-2026-418",
    ]);
  });

  it("is unsure where nothing grounds it", () => {
    const reading = say("Le chat dort sur le tapis du salon.");
    expect(reading.confidence).toBe("unsure");
    expect(reading.grounds).toEqual([]);
  });

  it("keeps a promise under a condition without a day", () => {
    const reading = say("Nous vous paierons dès que notre client nous aura payés.");
    expect(reading.tag).toBe("promise");
    expect(reading.promise?.by).toBeNull();
  });

  it("does not take a refusal to be a promise because the verb is the same", () => {
    expect(say("Je ne paierai pas cette somme, n'y comptez pas.").tag).toBe("refusal");
  });

  it("takes a transfer that is made on a coming day to be promised, and one that was made to be paid", () => {
    const coming = say("Je vous fais le virement des 1 000 € le 27 novembre, sans faute.");
    expect(coming.tag).toBe("promise");
    expect(coming.promise?.by).toBe("2026-11-27");
    expect(say("Nous avons fait le virement le 27 octobre.").paid?.on).toBe("2026-10-27");
    expect(say("Nous avons payé le 5 décembre.").paid?.on).toBe("2025-12-05");
  });

  it("points at bank details that are not the creditor's", () => {
    const text =
      "Changement de RIB : merci d'utiliser désormais FR76 3000 6000 0112 3456 7890 189.";
    const context = {
      sentOn: dateOf("2026-11-20"),
      currency: "EUR" as const,
      invoices: [],
      ownAddresses: [],
    };
    const mail = { subject: "RIB", newWords: text, headers: [], from: null, report: null };
    expect(readMessage(mail, { ...context, knownIbans: [] }).fraud?.iban).toBe(
      "FR7630006000011234567890189",
    );
    const known = ["FR76 3000 6000 0112 3456 7890 189"];
    expect(readMessage(mail, { ...context, knownIbans: known }).fraud).toBeUndefined();
  });

  it("reads a hostile wall of words without growing faster than it", () => {
    for (const unit of [
      "je paierai le ",
      "le 15 ",
      "a ",
      "1 ",
      "\n",
      "> ",
      "pas ",
      "1.234,",
      "@a.",
    ]) {
      const text = unit.repeat(Math.ceil(200_000 / unit.length));
      expect(read({ ...(FIXTURES[0] as Fixture), body: text }).grounds.length).toBeLessThan(400);
    }
  });
});
