import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invoicesNamedIn } from "#shared/mail/named-invoices.ts";
import { numbersIn } from "#shared/mail/number-scan.ts";

const named = (numbers: readonly string[], words: string, subject = ""): readonly string[] =>
  invoicesNamedIn(
    numbers.map((number) => ({ number })),
    subject,
    words,
  ).map((one) => one.number);

const LB = ["LB-2026-118", "LB-2026-119", "LB-2026-120", "LB-2026-134"];

describe("an invoice is named", () => {
  it.each<readonly [string, readonly string[], string, readonly string[]]>([
    ["in full, however it is spaced", ["F-2026-00418"], "la F 2026 00418", ["F-2026-00418"]],
    ["without its zeros", ["F-2026-00418"], "facture F-2026-418 svp", ["F-2026-00418"]],
    ["without its letters", ["LB-2026-118"], "pour la 2026-118,", ["LB-2026-118"]],
    ["by its end", LB, "la 118 est réglée", ["LB-2026-118"]],
    ["by its end with a sign", LB, "facture n° 118", ["LB-2026-118"]],
    ["by its end in a list", LB, "LB-2026-120 et 134", ["LB-2026-120", "LB-2026-134"]],
    ["by an article for several", LB, "les 118 et 119", ["LB-2026-118", "LB-2026-119"]],
    ["between strokes", LB, "118/119 sont parties", ["LB-2026-118", "LB-2026-119"]],
    ["one to a line", LB, "Factures :\n- 118\n- 134", ["LB-2026-118", "LB-2026-134"]],
    ["by two digits behind its name", ["44", "45"], "Facture 44 en litige", ["44"]],
    [
      "by two digits behind an article",
      ["GA-11", "GA-14", "GA-19"],
      "la 11 et la 19",
      ["GA-11", "GA-19"],
    ],
    [
      "by one digit behind its kind",
      ["CB-SIT3", "CB-SIT4"],
      "La situation n° 3 est payée",
      ["CB-SIT3"],
    ],
    ["by the end of a long number", ["PN250611", "PN250640"], "la 640 ou pas", ["PN250640"]],
    ["as it was misread", ["F20250O418"], "F202500418", ["F20250O418"]],
    ["behind a shortened word", ["SI-60114"], "inv. 60114 and so on", ["SI-60114"]],
    ["glued to a word", ["SI-60114"], "INV60114 paid", ["SI-60114"]],
    [
      "in a series",
      ["2259", "2260", "2261", "2262"],
      "invoices 2260-2262",
      ["2260", "2261", "2262"],
    ],
    [
      "in a series in words",
      LB,
      "de la 118 à la 120",
      ["LB-2026-118", "LB-2026-119", "LB-2026-120"],
    ],
    [
      "in a series of whole numbers",
      LB,
      "LB-2026-118 to LB-2026-120",
      ["LB-2026-118", "LB-2026-119", "LB-2026-120"],
    ],
    [
      "in a shortened series",
      ["2260", "2261", "2262"],
      "2260-62 were paid",
      ["2260", "2261", "2262"],
    ],
    ["in a shortened pair", ["2260", "2261", "2262"], "2260/61", ["2260", "2261"]],
  ])("%s", (_how, numbers, words, expected) => {
    expect(named(numbers, words)).toEqual(expected);
  });

  it("in the subject, whatever its first words below are", () => {
    expect(named(["TK-2330"], "Jan mate, not yet", "Re: TK-2330")).toEqual(["TK-2330"]);
    expect(named(["26/1188"], "K.", "Re: 26/1188")).toEqual(["26/1188"]);
  });
});

describe("no invoice is named", () => {
  it.each<readonly [string, readonly string[], string]>([
    ["by a sum", ["250", "1250", "F-418"], "1 250,50 € et 418,00 puis 250 €, £418"],
    ["by a sum in English", ["AB-250", "AB-001"], "We paid 1,250.00 and EUR 1,001.50"],
    ["by a sum that has no currency", ["AB-250"], "il reste 1 250 à voir"],
    ["by a year", ["AB-2026"], "en 2026 comme en 2025"],
    ["by a date", ["AB-2012", "AB-112"], "le 20/11/2012 et le 1.12"],
    ["by a telephone", ["AB-418", "AB-2233"], "Tél. 01 44 18 22 33, +33 6 12 34 18 418"],
    ["by a SIREN", ["AB-554"], "SIREN 552 100 554"],
    ["by a number in groups", ["AB-554"], "immatriculée 552 100 554"],
    ["by an IBAN", ["AB-3000", "AB-0312"], "FR76 3000 4000 0312 3456 7890 143"],
    ["by a British IBAN", ["AB-2020"], "GB33 BUKB 2020 1555 5555 55"],
    ["by a postcode", ["AB-75011"], "12 rue du Four,\n75011 Paris"],
    ["by a street", ["AB-118"], "au 118 rue des Lilas"],
    ["by a quantity", ["AB-118", "AB-30"], "118 palettes, 30 jours, 118 m2, 30 %"],
    ["by an order", ["AB-118"], "commande n° 118 et PO 118"],
    ["by an account", ["KV-3308"], "your account 3308"],
    ["by a day of the month", ["AB-11"], "le 11 ou dès la 11e heure"],
    ["by another firm's number", ["AB-2026-119"], "FX-2027-119"],
    ["by a number of its end alone where two end so", ["A-2025-118", "A-2026-118"], "la 118"],
    ["by a misreading that fits two", ["F2O26-11", "F2026-1I"], "F2026-l1"],
    ["by two digits that nothing says are an invoice's", ["44"], "44 ans de métier, 44"],
    ["by hours", ["AB-1430"], "à 14:30"],
  ])("%s", (_how, numbers, words) => {
    expect(named(numbers, words)).toEqual([]);
  });

  it("of a series between numbers that are none", () => {
    expect(named(["119", "120"], "factures 118-121")).toEqual([]);
  });

  it("by its end where a longer part of it says which is meant", () => {
    expect(named(["A-2025-118", "A-2026-118"], "la 2026-118")).toEqual(["A-2026-118"]);
  });
});

describe("numbers of a text", () => {
  it("take the same invoices in whatever order these stand", () => {
    const words = "LB-2026-120 et 134, la 118 ; 119 à 120, facture 2026-134";
    fc.assert(
      fc.property(fc.shuffledSubarray(LB, { minLength: LB.length }), (numbers) => {
        expect([...named(numbers, words)].sort()).toEqual(LB);
      }),
      { seed: 20_261_120, numRuns: 50 },
    );
  });

  it("hold whatever whole number is written alone", () => {
    const number = fc
      .tuple(
        fc.constantFrom("F", "FA", "LB", "SI", "INV"),
        fc.constantFrom("-", "/", "", " "),
        fc.integer({ min: 10_000, max: 999_999 }),
      )
      .map(([letters, gap, digits]) => `${letters}${gap}${String(digits)}`);
    fc.assert(
      fc.property(number, (one) => {
        expect(named([one], `Bonjour, la ${one} est payée.`)).toEqual([one]);
      }),
      { seed: 20_261_120, numRuns: 200 },
    );
  });

  it("stay bounded whatever the text is", () => {
    for (const unit of ["0123456789", "12 345-67/890 ", "F-2026-1 à ", "facture n° la 1 ", "A1-"]) {
      const numbers = numbersIn(unit.repeat(20_000));
      expect(numbers.tokens.size).toBeLessThanOrEqual(8_004);
      expect(numbers.ends.size).toBeLessThanOrEqual(8_000);
      expect(numbers.series.length).toBeLessThanOrEqual(20);
      expect(numbers.sums.length).toBeLessThanOrEqual(50);
    }
  });
});
