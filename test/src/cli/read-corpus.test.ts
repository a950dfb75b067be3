import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDesk } from "./run.ts";
import type { Desk } from "./run.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

/** A promise in plain words, which any version of the reading knows. */
const record = (over: object = {}): object => ({
  id: "a-1",
  lang: "fr",
  from: '"Compta Nordis" <compta@nordis.example>',
  to: "claire@lacaze.example",
  subject: "RE: Facture F-118",
  date: "2026-11-19T10:00:00+01:00",
  body: "Bonjour,\n\nNous vous réglerons 1 250,50 € par virement le 30 novembre 2026.\n\nCordialement,\nPaul Nordis\n\nLe 18/11/2026 à 09:00, Claire a écrit :\n> Votre facture F-118 est échue.",
  headers: { "In-Reply-To": "<x@lacaze.example>" },
  claim: {
    debtor: "Nordis SAS",
    currency: "EUR",
    invoices: [{ number: "F-118", total: 2501, due: "2026-10-31" }],
  },
  expected: {
    tag: "promise",
    also: [],
    reply: "Bonjour,\n\nNous vous réglerons 1 250,50 € par virement le 30 novembre 2026.",
    promise: { by: "2026-11-30", amount: 1250.5 },
    invoices: ["F-118"],
  },
  hand: 1,
  indirect: false,
  ...over,
});

const english = (over: object = {}): object =>
  record({
    id: "a-2",
    lang: "en",
    subject: "Re: invoice F-118",
    body: "Hello,\n\nWe paid invoice F-118 by bank transfer on 16 November 2026.\n\nBest regards,\nPaul",
    expected: {
      tag: "paid",
      also: [],
      reply: "Hello,\n\nWe paid invoice F-118 by bank transfer on 16 November 2026.",
      paid: { on: "2026-11-16", amount: null },
      invoices: ["F-118"],
    },
    ...over,
  });

const linesOf = (...records: readonly object[]): string =>
  records.map((one) => `${JSON.stringify(one)}\n`).join("");

type Line = {
  readonly id: string;
  readonly tag: string;
  readonly grounds: readonly { of: string; quote: string; rule: string }[];
} & Readonly<Record<string, unknown>>;

const readingsIn = (text: string): readonly Line[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);

describe("relance read --corpus", () => {
  it("gives a line a record, with the fields of a reading and no others", async () => {
    const path = desk.write("c.jsonl", linesOf(record(), english({ expected: undefined })));
    const out = desk.pathOf("r.jsonl");
    const ran = await desk.run(["read", "--corpus", path, "--out", out]);
    expect(ran).toMatchObject({ exit: 0, err: "" });
    expect(ran.out).toContain("2 lectures");
    const [first, second, ...more] = readingsIn(readFileSync(out, "utf8"));
    expect(more).toEqual([]);
    expect(Object.keys(first ?? {})).toEqual(
      "id tag also confidence reply promise paid dispute invoices contact back grounds".split(" "),
    );
    expect(first).toMatchObject({
      id: "a-1",
      tag: "promise",
      also: [],
      reply: "Bonjour,\n\nNous vous réglerons 1 250,50 € par virement le 30 novembre 2026.",
      promise: { by: "2026-11-30", amount: 1250.5 },
      paid: null,
      dispute: null,
      invoices: ["F-118"],
      contact: null,
      back: null,
    });
    expect(second).toMatchObject({
      id: "a-2",
      tag: "paid",
      paid: { on: "2026-11-16", amount: null },
      promise: null,
    });
  });

  it("rests on words that stand in the mail, each with its rule", async () => {
    const path = desk.write("c.jsonl", linesOf(record()));
    const ran = await desk.run(["read", "--corpus", path]);
    const [line] = readingsIn(ran.out);
    const grounds = line?.grounds ?? [];
    expect(grounds.map(({ of }) => of)).toEqual(
      expect.arrayContaining(["promise", "promise.by", "promise.amount"]),
    );
    for (const ground of grounds) {
      expect(Object.keys(ground)).toEqual(["of", "quote", "rule"]);
      expect(String(line?.["reply"])).toContain(ground.quote);
      expect(ground.rule).not.toBe("");
    }
  });

  it("counts sums in units of the claim's currency, whatever its decimals", async () => {
    const body = "Bonjour,\n\nNous vous réglerons 22 500 XOF le 30 novembre 2026.";
    const claim = {
      debtor: "Sahel SA",
      currency: "XOF",
      invoices: [{ number: "F-118", total: 65_000, due: "2026-10-31" }],
    };
    const path = desk.write("c.jsonl", linesOf(record({ body, claim })));
    const [line] = readingsIn((await desk.run(["read", "--corpus", path])).out);
    expect(line).toMatchObject({ tag: "promise", promise: { amount: 22_500 } });
  });

  it("reads mails whose labels or language it does not know, which only the score asks for", async () => {
    const over = { lang: "de", expected: { tag: "maybe" } };
    const path = desk.write("c.jsonl", linesOf(record(over)));
    const ran = await desk.run(["read", "--corpus", path]);
    expect(ran).toMatchObject({ exit: 0, err: "" });
    expect(readingsIn(ran.out)).toMatchObject([{ id: "a-1", tag: "promise" }]);
    const scored = await desk.json<{ faults: object[] }>(["read", "--score", path]);
    expect(scored.exit).toBe(3);
    expect(scored.body.faults).toHaveLength(1);
  });

  it("takes several files, in their order", async () => {
    const one = desk.write("1.jsonl", linesOf(record()));
    const two = desk.write("2.jsonl", linesOf(english()));
    const ran = await desk.run(["read", "--corpus", two, one]);
    expect(readingsIn(ran.out).map(({ id }) => id)).toEqual(["a-2", "a-1"]);
    const again = await desk.run(["read", "--corpus", one, "--corpus", two]);
    expect(readingsIn(again.out).map(({ id }) => id)).toEqual(["a-1", "a-2"]);
  });

  it("names each faulty line by file, line and field, and reads the others", async () => {
    const path = desk.write(
      "c.jsonl",
      `${linesOf(record())}\n{"id":\n${linesOf(
        record({ id: "b", date: "hier" }),
        record({ id: "c", claim: { debtor: "X", currency: "EUR", invoices: [{ number: "F" }] } }),
        english(),
      )}[]\r\n`,
    );
    const out = desk.pathOf("r.jsonl");
    const ran = await desk.run(["read", "--corpus", path, "--out", out, "--lang", "en"]);
    expect(ran.exit).toBe(3);
    const said = ran.err.replace(/\s+/g, " ");
    expect(said).toContain(`${path}:3: this is not a JSON object`);
    expect(said).toContain(`${path}:4: the field "date"`);
    expect(said).toContain(`${path}:5: the field "claim.invoices.0.total"`);
    expect(said).toContain(`${path}:7: this is not a JSON object`);
    expect(said).toContain("4 faulty lines");
    expect(readingsIn(readFileSync(out, "utf8")).map(({ id }) => id)).toEqual(["a-1", "a-2"]);
    const { exit, body } = await desk.json<{ read: number; faults: object[] }>([
      "read",
      "--corpus",
      path,
      "--out",
      out,
    ]);
    expect(exit).toBe(3);
    expect(body).toMatchObject({
      format: "relance-readings",
      read: 2,
      faults: [
        { file: path, line: 3, field: null },
        { line: 4, field: "date" },
        { line: 5, field: "claim.invoices.0.total" },
        { line: 7, field: null },
      ],
    });
  });

  it("replaces its own readings and an empty file, and nothing else", async () => {
    const path = desk.write("c.jsonl", linesOf(record()));
    const out = desk.write("r.jsonl", "");
    expect((await desk.run(["read", "--corpus", path, "--out", out])).exit).toBe(0);
    const first = readFileSync(out, "utf8");
    expect((await desk.run(["read", "--corpus", path, "--out", out])).exit).toBe(0);
    expect(readFileSync(out, "utf8")).toBe(first);
    const before = readFileSync(path, "utf8");
    for (const held of [path, desk.write("notes.txt", "Chères notes\n")]) {
      const ran = await desk.run(["read", "--corpus", path, "--out", held]);
      expect(ran.exit).toBe(1);
      expect(ran.err).toContain("n'a pas été");
    }
    expect(readFileSync(path, "utf8")).toBe(before);
    expect(readFileSync(desk.pathOf("notes.txt"), "utf8")).toBe("Chères notes\n");
  });

  it("writes nothing where a file is missing, not text, or the place cannot be written", async () => {
    const path = desk.write("c.jsonl", linesOf(record()));
    const out = desk.pathOf("r.jsonl");
    const absent = await desk.run([
      "read",
      "--corpus",
      path,
      desk.pathOf("no.jsonl"),
      "--out",
      out,
    ]);
    expect(absent.exit).toBe(1);
    expect(absent.err).toContain("no.jsonl");
    const ledger = await desk.begin();
    expect(ledger.exit).toBe(0);
    const zip = await desk.run(["read", "--corpus", desk.pathOf("ledger.relance"), "--out", out]);
    expect(zip.exit).toBe(1);
    expect(existsSync(out)).toBe(false);
    mkdirSync(desk.pathOf("folder"));
    for (const place of [desk.pathOf("folder"), desk.pathOf("nowhere/r.jsonl")])
      expect((await desk.run(["read", "--corpus", path, "--out", place])).exit).toBe(1);
    expect(readdirSync(desk.pathOf("folder"))).toEqual([]);
    expect(readdirSync(desk.pathOf(".")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("writes lines that no reader of lines can take for two", async () => {
    const body = "Bonjour,\u2028nous vous réglerons le 30 novembre 2026.\u0085Merci.";
    const path = desk.write("c.jsonl", linesOf(record({ body })));
    const ran = await desk.run(["read", "--corpus", path]);
    expect(/[\u2028\u2029\u0085]/.test(ran.out)).toBe(false);
    expect(readingsIn(ran.out)).toHaveLength(1);
  });

  it("reads the same mails the same, whatever stands around them", async () => {
    const path = desk.write("c.jsonl", linesOf(record(), english()));
    const both = readingsIn((await desk.run(["read", "--corpus", path])).out);
    const alone = desk.write("d.jsonl", `\ufeff${linesOf(english({ extra: [1] }))}`);
    expect(readingsIn((await desk.run(["read", "--corpus", alone])).out)).toEqual([both[1]]);
  });

  it.each([
    [["--corpus"], "--corpus"],
    [["--corpus", "a", "--score", "b"], "--score"],
    [["--out", "r.jsonl", "a.eml"], "--corpus"],
    [["--misses", "a.eml"], "--score"],
    [["--corpus", ""], "CORPUS"],
  ])("%j is wrong usage", async (argv, said) => {
    const ran = await desk.run(["read", ...argv]);
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain(said);
  });
});

type Share = { readonly right: number; readonly of: number };
type Score = {
  readonly mails: number;
  readonly macroF1: number;
  readonly tag: Share;
  readonly by: Share;
  readonly amount: Share;
  readonly reply: Share;
  readonly tags: readonly { tag: string; precision: number; recall: number; f1: number }[];
  readonly confusion: readonly { pair: string; count: number }[];
};
type Scores = Readonly<Record<"all" | "fr" | "en" | "mixed", Score>> & {
  readonly misses?: readonly object[];
  readonly faults: readonly object[];
};

describe("relance read --score", () => {
  it("compares each value with what is expected, for all mails and by language", async () => {
    const path = desk.write(
      "c.jsonl",
      linesOf(
        record(),
        english(),
        // Labelled otherwise on purpose: what is measured is the comparison.
        record({
          id: "a-3",
          expected: {
            tag: "refusal",
            also: [],
            reply: "Bonjour,",
            promise: { by: "2026-12-01", amount: 1250.5 },
            invoices: ["F-118"],
          },
        }),
      ),
    );
    const { exit, body } = await desk.json<Scores>(["read", "--score", path, "--misses"]);
    expect(exit).toBe(0);
    expect(body.all).toMatchObject({
      mails: 3,
      tag: { right: 2, of: 3 },
      by: { right: 1, of: 2 },
      amount: { right: 3, of: 3 },
      reply: { right: 2, of: 3 },
      invoices: { right: 3, of: 3 },
      confusion: [{ pair: "refusal > promise", count: 1 }],
    });
    // Promise: 1 of 2 read right, 1 of 1 found; paid: all; refusal: none.
    expect(body.all.tags.find(({ tag }) => tag === "promise")).toMatchObject({
      precision: 0.5,
      recall: 1,
    });
    expect(body.all.macroF1).toBeCloseTo((2 / 3 + 1 + 0) / 3, 10);
    expect(body.fr.mails).toBe(2);
    expect(body.en).toMatchObject({ mails: 1, tag: { right: 1, of: 1 }, macroF1: 1 });
    expect(body.mixed.mails).toBe(0);
    expect(body.misses).toEqual([
      { id: "a-3", what: "tag", expected: "refusal", read: "promise" },
      { id: "a-3", what: "by", expected: "2026-12-01", read: "2026-11-30" },
      { id: "a-3", what: "reply", expected: null, read: null },
    ]);
  });

  it("prints a table within the width of a terminal, and no word of a mail", async () => {
    const wrong = record({
      id: "a-3",
      expected: { tag: "unrelated", also: [], reply: "Secret words", invoices: [] },
    });
    const path = desk.write("c.jsonl", linesOf(record(), english(), wrong));
    for (const lang of ["fr", "en"]) {
      const ran = await desk.run(["read", "--score", path, "--misses", "--lang", lang]);
      expect(ran.exit).toBe(0);
      expect(ran.out).toContain(lang === "fr" ? "66,7 %" : "66.7 %");
      expect(ran.out).toContain("unrelated > promise");
      expect(ran.out).toContain("a-3");
      expect(Math.max(...ran.out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(ran.out).not.toContain("Secret");
      expect(ran.out).not.toContain("réglerons");
    }
  });

  it("names records without what is expected, and ends in 3", async () => {
    const path = desk.write("c.jsonl", linesOf(record(), english({ expected: undefined })));
    const { exit, body } = await desk.json<Scores>(["read", "--score", path]);
    expect(exit).toBe(3);
    expect(body.faults).toEqual([{ file: path, line: 2, field: "expected" }]);
    expect(body.all.mails).toBe(1);
    expect((await desk.run(["read", "--score", desk.write("e.jsonl", "\n")])).exit).toBe(1);
  });
});
