import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitCsv } from "#shared/intake/csv-rows.ts";
import { faultyLines, PROBLEM_CODES } from "#shared/intake/problems.ts";
import type { IntakeKind, IntakeProblem } from "#shared/intake/problems.ts";
import { STEP_NAMES } from "#shared/intake/read-history.ts";
import { readTable } from "#shared/intake/read-table.ts";
import type { HistoryIntake, Intake, InvoiceIntake, PaymentIntake } from "#shared/intake/rows.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { INTAKE_WORDS } from "#shared/locales/intake-words.ts";
import { STEPS } from "#shared/recovery/steps.ts";

const FACTS = { today: dateOf("2026-11-20"), currency: "EUR" } as const;

const read = (text: string, kind: IntakeKind | null = null): Intake => {
  const table = splitCsv(text);
  if (!table.ok) throw new Error(table.error.type);
  const intake = readTable(table.value, kind, FACTS);
  if (intake === null) throw new Error("no kind of ours");
  return intake;
};
const invoices = (...lines: readonly string[]): InvoiceIntake =>
  read(
    [
      "debtor;kind;siren;number;issued;due;total;currency;paid;email;language;country",
      ...lines,
    ].join("\n"),
  ) as InvoiceIntake;
const line = (changes: Readonly<Record<string, string>> = {}): string => {
  const cells: Readonly<Record<string, string>> = {
    debtor: "Nordis SAS",
    kind: "business",
    siren: "",
    number: "F-1",
    issued: "2026-09-30",
    due: "2026-10-30",
    total: "1 234,56",
    currency: "EUR",
    paid: "",
    email: "",
    language: "",
    country: "",
    ...changes,
  };
  return Object.values(cells).join(";");
};
const said = (problems: readonly IntakeProblem[]): readonly (readonly unknown[])[] =>
  problems.map(({ code, severity, line: at, column }) => [code, severity, at, column]);

describe("a header says what a table is", () => {
  it.each([
    ["invoices", "Client;N° facture;Date de facture;Échéance;Total TTC\nA;1;1/1/2026;1/2/2026;10"],
    ["invoices", "customer,invoice number,issue date,due date,amount\nA,1,1/1/2026,1/2/2026,10"],
    ["payments", "Date\tMontant\tPayeur\tLibellé\n1/2/2026\t10\tA\tVIR"],
    ["history", "numéro;date;type;note\n1;1/2/2026;promesse;"],
  ])("%s", (kind, text) => {
    const intake = read(text);
    expect(intake.kind).toBe(kind);
    expect(intake.rows).toHaveLength(1);
  });

  it("or that it is none of ours", () => {
    const table = splitCsv("couleur;taille\nrouge;3");
    expect(table.ok && readTable(table.value, null, FACTS)).toBeNull();
  });

  it("and each missing column is named, and no line read", () => {
    const intake = read("client;n° facture;échéance;total\nA;1;1/2/2026;10");
    expect(said(intake.problems)).toEqual([["column-missing", "error", 1, null]]);
    expect(intake.problems[0]?.field).toBe("issued");
    expect(intake.rows).toEqual([]);
  });

  it("the better name wins, and what is not read is said", () => {
    const intake = read(
      "client;numéro;émise le;échéance;montant;total TTC\nA;1;2026-01-01;2026-02-01;100;120",
    );
    expect((intake as InvoiceIntake).rows[0]?.total).toBe(12_000);
    expect(said(intake.problems)).toContainEqual(["column-ignored", "note", 1, 5]);
  });

  it("two columns of one name are a fault", () => {
    const intake = read(
      "client;numéro;émise le;échéance;total;total\nA;1;2026-01-01;2026-02-01;1;2",
    );
    expect(said(intake.problems)).toEqual([["column-twice", "error", 1, 6]]);
  });
});

describe("a list as another program writes it", () => {
  const SAGE = [
    "Échéancier clients au 31/10/2026",
    "",
    "Code tiers;Intitulé tiers;N° pièce;Date pièce;Date échéance;Montant TTC;Reste dû;Commentaire",
    'C001;"Bâtiment\r\nLefèvre";FA-001;01/03/26;31/03/26;1 234,56 €;1 000,00 €;"à voir ; urgent"',
    ";;;;;;;",
    "C002;Café « Chez Zoé »;FA-002;15/03/26;14/04/26;2 000,00 €;2 000,00 €;",
    "Total;;;;;3 234,56 €;3 000,00 €;",
  ].join("\r\n");

  it("is read from its header on, without its sums, and says how", () => {
    const intake = read(SAGE) as InvoiceIntake;
    expect(
      intake.rows.map(({ number, total, open, dueOn }) => [number, total, open, dueOn]),
    ).toEqual([
      ["FA-001", 123_456, 100_000, "2026-03-31"],
      ["FA-002", 200_000, 200_000, "2026-04-14"],
    ]);
    expect(faultyLines(intake.problems)).toEqual([]);
    expect(intake.someNumberUnknown).toBe(false);
    const codes = intake.problems.map(({ code, line: at }) => [code, at]);
    expect(codes).toContainEqual(["lines-above-header", 3]);
    expect(codes).toContainEqual(["paid-from-open", 3]);
    expect(codes).toContainEqual(["total-line", 8]);
  });

  it("is never taken for payments because its due date is missing", () => {
    const total = read("client;n° facture;date;total\nA;1;01/03/2026;10,00");
    expect([total.kind, total.problems[0]?.code]).toEqual(["invoices", "column-missing"]);
    const siren = read("client;siren;facture;date;montant\nA;;1;01/03/2026;10,00");
    expect([siren.kind, siren.problems[0]?.code]).toEqual(["invoices", "column-missing"]);
    const either = read("date;client;facture;montant\n01/03/2026;A;1;10,00");
    expect([either.kind, either.problems[0]?.code]).toEqual(["payments", "read-as-payments"]);
    const own = read("date,amount,currency,debtor,invoice,reference\n2026-03-01,10,EUR,A,1,VIR");
    expect([own.kind, own.problems]).toEqual(["payments", []]);
  });

  it("that says only what is left claims no more than that", () => {
    const { rows } = read(
      "Customer,Num,Invoice date,Due date,Open balance\nA,1,2026-03-01,2026-03-31,10.00",
    ) as InvoiceIntake;
    expect(rows[0]).toMatchObject({ total: 1_000, open: 1_000 });
  });

  it.each([
    ["open-exceeds-total", "error", "200,00", ""],
    ["open-differs", "warning", "50,00", "20,00"],
    ["paid-exceeds-total", "warning", "-5,00", ""],
  ])("%s where the figures do not fit", (code, severity, open, paid) => {
    const intake = read(
      `client;numéro;émise le;échéance;total;solde;payé\nA;1;2026-03-01;2026-03-31;100,00;${open};${paid}`,
    );
    expect(said(intake.problems)).toContainEqual([code, severity, 2, 6]);
  });

  it("a type that names the document is no kind of debtor, and a credit note no invoice", () => {
    const header = "client;type;numéro;émise le;échéance;total";
    const intake = read(
      `${header}\nA;Facture;1;2026-03-01;2026-03-31;9\nA;Avoir;2;2026-03-01;2026-03-31;9`,
    );
    expect(intake.rows).toHaveLength(1);
    expect(said(intake.problems)).toContainEqual(["not-an-invoice", "error", 3, 2]);
  });

  it("has a name in quotes that spans lines on one line", () => {
    expect(invoices(line({ debtor: '"Bâtiment\r\n Lefèvre"' })).rows[0]?.debtor).toBe(
      "Bâtiment Lefèvre",
    );
  });

  it("names each faulty line, however many remarks come before it", () => {
    const good = Array.from({ length: 6_000 }, (_, at) =>
      line({ number: `G-${String(at)}`, email: "nobody" }),
    );
    const intake = invoices(...good, line({ number: "B-1", due: "31/02/2026" }));
    expect(faultyLines(intake.problems)).toEqual([6_002]);
    expect(intake.rows).toHaveLength(6_000);
  });

  it("says once that debtors are taken for businesses, with how many", () => {
    const intake = invoices(line({ kind: "" }), line({ kind: "", number: "F-2" }));
    expect(intake.problems.map(({ code, line: at, other }) => [code, at, other])).toEqual([
      ["kind-assumed", 2, 2],
    ]);
  });
});

describe("an invoice line", () => {
  it("is read whole", () => {
    const { rows } = invoices(
      line({
        kind: "particulier",
        siren: "732 829 320",
        email: "A@x.fr, b@x.fr",
        language: "anglais",
        country: "Belgique",
        paid: "34,56",
      }),
    );
    expect(rows).toEqual([
      {
        line: 2,
        debtor: "Nordis SAS",
        kind: "consumer",
        soleTrader: false,
        siren: "732829320",
        siret: null,
        emails: ["a@x.fr", "b@x.fr"],
        number: "F-1",
        issuedOn: "2026-09-30",
        dueOn: "2026-10-30",
        total: 123_456,
        currency: "EUR",
        paid: 3_456,
        open: null,
        order: null,
        language: "en",
        phone: null,
        country: "BE",
      },
    ]);
  });

  it.each([
    ["1 234,56", 123_456],
    ["1.234,56", 123_456],
    ["1,234.56", 123_456],
    ["1234.5", 123_450],
    ["1\u202f234,56 €", 123_456],
    ["1234", 123_400],
  ])("has the amount %j", (total, minor) => {
    expect(invoices(line({ total })).rows[0]?.total).toBe(minor);
  });

  it("is decided by the other amounts where its own can be read in two ways", () => {
    const totals = (...all: readonly string[]): readonly unknown[] => {
      const { rows, problems } = invoices(
        ...all.map((total, index) => line({ total, number: String(index) })),
      );
      return [rows.map((row) => row.total), said(problems).map(([code]) => code)];
    };
    expect(totals("1.234", "10,50")).toEqual([[123_400, 1_050], []]);
    expect(totals("1.234", "10.50")).toEqual([[1_050], ["amount-not-readable"]]);
    expect(totals("1.234", "10")).toEqual([[1_000], ["amount-ambiguous"]]);
    expect(totals("1.234", "10,50", "10.50")).toEqual([
      [1_050, 1_050],
      ["amounts-mixed", "amount-ambiguous"],
    ]);
  });

  it.each([
    ["31/12/2025", "2025-12-31"],
    ["31.12.25", "2025-12-31"],
    ["2025-12-31", "2025-12-31"],
    ["2025-12-31T00:00:00", "2025-12-31"],
  ])("was issued on %j", (issued, date) => {
    expect(invoices(line({ issued })).rows[0]?.issuedOn).toBe(date);
  });

  it("has its day before its month, which is said where nothing proves it", () => {
    expect(said(invoices(line({ issued: "03/04/2026" })).problems)).toEqual([
      ["dates-day-first", "note", 1, null],
    ]);
    expect(invoices(line({ issued: "03/04/2026", due: "30/04/2026" })).problems).toEqual([]);
  });

  it("is held back where other dates of the file put the month first", () => {
    const intake = invoices(
      line({ issued: "04/30/2026", number: "1" }),
      line({ issued: "03/04/2026", number: "2" }),
    );
    expect(intake.rows).toEqual([]);
    expect(said(intake.problems)).toEqual([
      ["date-not-real", "error", 2, 5],
      ["date-ambiguous", "error", 3, 5],
    ]);
  });

  it.each([
    ["value-missing", { debtor: "" }, 1],
    ["value-missing", { debtor: "\u202e\u0007" }, 1],
    ["value-missing", { number: "" }, 4],
    ["value-missing", { total: "" }, 7],
    ["value-too-long", { debtor: "x".repeat(301) }, 1],
    ["amount-not-readable", { total: "1.234,5O" }, 7],
    ["amount-not-positive", { total: "-12,00" }, 7],
    ["amount-not-positive", { paid: "-12,00" }, 9],
    ["date-not-real", { issued: "31/02/2026" }, 5],
    ["date-not-readable", { due: "demain" }, 6],
    ["date-in-future", { issued: "2026-11-21", due: "2026-12-21" }, 5],
    ["currency-unknown", { currency: "XYZ" }, 8],
    ["kind-unknown", { kind: "ami" }, 2],
    ["due-before-issued", { due: "2026-09-29" }, 6],
  ] as const)("is kept out by %s (%j)", (code, changes, column) => {
    const intake = invoices(line(changes), line({ number: "F-2" }));
    expect(said(intake.problems)).toEqual([[code, "error", 2, column]]);
    expect(faultyLines(intake.problems)).toEqual([2]);
    expect(intake.rows.map(({ number }) => number)).toEqual(["F-2"]);
  });

  it.each([
    ["siren-invalid", { siren: "123456789" }, 3],
    ["email-invalid", { email: "nordis.example" }, 10],
    ["language-unknown", { language: "klingon" }, 11],
    ["country-unknown", { country: "Mars et Vénus" }, 12],
    ["paid-exceeds-total", { paid: "2000,00" }, 9],
    ["kind-assumed", { kind: "" }, 2],
  ] as const)("is taken in all the same, with a word, by %s (%j)", (code, changes, column) => {
    const intake = invoices(line(changes));
    expect(said(intake.problems)).toEqual([[code, "warning", 2, column]]);
    expect(intake.rows).toHaveLength(1);
  });

  it("keeps every line of a number that stands twice, since nothing says which is right", () => {
    const intake = invoices(line(), line({ number: "f - 1" }), line({ number: "F-2" }));
    expect(intake.problems.map(({ code, line: at, other }) => [code, at, other])).toEqual([
      ["number-twice", 2, 3],
      ["number-twice", 3, 2],
    ]);
    expect(intake.rows.map(({ number }) => number)).toEqual(["F-2"]);
    expect(intake.faultyNumbers).toEqual(["F-1", "f - 1"]);
    expect(intake.someNumberUnknown).toBe(false);
    expect(invoices(line({ number: "" })).someNumberUnknown).toBe(true);
  });
});

describe("a payment line", () => {
  it("is read, and money that goes back is a fault", () => {
    const intake = read(
      "date;montant;client;facture;libellé\n02/11/2026;1 500,00;Nordis;F-1;VIR\n03/11/2026;-12,00;Nordis;;\n",
    ) as PaymentIntake;
    expect(intake.rows).toEqual([
      {
        line: 2,
        on: "2026-11-02",
        amount: 150_000,
        currency: "EUR",
        debtor: "Nordis",
        invoice: "F-1",
        reference: "VIR",
      },
    ]);
    expect(said(intake.problems)).toContainEqual(["amount-not-positive", "error", 3, 2]);
  });
});

describe("a history line", () => {
  const history = (...lines: readonly string[]): HistoryIntake =>
    read(["number;date;kind;amount;by;note", ...lines].join("\n")) as HistoryIntake;

  it.each([
    ["step", "relance 2", { type: "step", step: "reminder-2" }],
    ["étape", "mise en demeure", { type: "step", step: "formal-notice" }],
    ["reminder-1", "", { type: "step", step: "reminder-1" }],
    ["appel", "pas de réponse", { type: "call" }],
    ["litige", "quantité livrée fausse", { type: "dispute", reason: "quantity" }],
    ["dispute", "x", { type: "dispute", reason: "other" }],
    ["promesse", "", { type: "promise", by: "2026-11-30" }],
  ])("of kind %j with %j is understood", (kind, note, fact) => {
    expect(history(`F-1;2026-11-02;${kind};;2026-11-30;${note}`).rows[0]?.fact).toEqual(fact);
  });

  it("that names no step, or no kind, is a fault", () => {
    expect(said(history("F-1;2026-11-02;step;;;hop", "F-1;2026-11-02;danse;;;").problems)).toEqual([
      ["step-unknown", "error", 2, 6],
      ["kind-unknown", "error", 3, 3],
    ]);
  });

  it("names every step of the plan", () => {
    expect(Object.keys(STEP_NAMES)).toEqual([...STEPS]);
  });
});

describe("problems", () => {
  it("are worded in both languages, each", () => {
    for (const { problems } of [INTAKE_WORDS.fr, INTAKE_WORDS.en])
      expect(Object.keys(problems)).toEqual([...PROBLEM_CODES]);
  });

  it("never end in an exception, whatever the cells hold", () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom("1.234,5", "31/02/2026", "2026-01-01", "EUR", "-", "1e9", "١٢", "\u202e"),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(
          "debtor;kind;siren;number;issued;due;total;currency;paid;email",
          "date;amount;currency;debtor;invoice;reference",
          "number;date;kind;amount;by;note",
        ),
        fc.array(fc.array(cell, { maxLength: 11 }), { maxLength: 6 }),
        (header, rows) => {
          const quoted = rows.map((row) =>
            row.map((one) => `"${one.replaceAll('"', '""')}"`).join(";"),
          );
          const intake = read([header, ...quoted].join("\n"));
          expect(intake.rows.length).toBeLessThanOrEqual(intake.lines);
        },
      ),
      { seed: 21, numRuns: 500 },
    );
  });
});
