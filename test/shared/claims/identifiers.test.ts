import { describe, expect, it } from "vitest";
import {
  identifiersHold,
  isBic,
  isEmail,
  isIban,
  isSiren,
  isSiret,
  isVatNumber,
} from "#shared/claims/identifiers.ts";

/** The same identifier with its last digit moved by one. */
const moved = (text: string): string => {
  const at = text.search(/\d(?=\D*$)/);
  return `${text.slice(0, at)}${String((Number(text.charAt(at)) + 1) % 10)}${text.slice(at + 1)}`;
};

describe("SIREN and SIRET", () => {
  it("hold by their check digit, with blanks or points", () => {
    for (const siren of ["732829320", "552 100 554", "356.000.000"]) {
      expect(isSiren(siren)).toBe(true);
      expect(isSiren(moved(siren))).toBe(false);
    }
    expect(isSiren("73282932")).toBe(false);
    expect(isSiret("732 829 320 00074")).toBe(true);
    expect(isSiret("73282932000075")).toBe(false);
  });
  it("of La Poste hold by the sum of their digits", () => {
    expect(isSiret("35600000000048")).toBe(true);
    expect(isSiret("35600000049837")).toBe(true);
    expect(isSiret("35600000049838")).toBe(false);
    // Only La Poste: the same sum says nothing of another.
    expect(isSiret("73282932000004")).toBe(false);
  });
  it("belong together: a SIRET begins with its SIREN", () => {
    expect(identifiersHold({ siren: "732829320", siret: "73282932000074" })).toBeNull();
    expect(identifiersHold({ siren: "552100554", siret: "73282932000074" })).toMatchObject({
      field: "siret",
    });
  });
});

describe("a VAT number", () => {
  it.each([
    "ATU13585627",
    "BE0428759497",
    "DE136695976",
    "DK13585628",
    "EE100931558",
    "EL094259216",
    "FI20774740",
    "FR83404833048",
    "HR33392005961",
    "HU12892312",
    "IT00743110157",
    "LU15027442",
    "MT11679112",
    "PL8567346215",
    "PT501964843",
    "SI50223054",
    "SK2022749619",
  ])("of a state whose check digit is known holds by it: %s", (number) => {
    expect(isVatNumber(number)).toBe(true);
    expect(isVatNumber(moved(number))).toBe(false);
  });
  it("of Sweden holds by the organisation number in it", () => {
    expect(isVatNumber("SE556188840401")).toBe(true);
    expect(isVatNumber("SE556188840501")).toBe(false);
  });
  it.each([
    ["BG", "BG175074752", "BG1750747"],
    ["CY", "CY10259033P", "CY10259033"],
    ["CZ", "CZ25123891", "CZ2512389"],
    ["ES", "ESB58378431", "ES58378431"],
    ["FR, with a key of letters", "FRK7399859412", "FRO7399859412"],
    ["IE", "IE6433435OA", "IE643343"],
    ["LT", "LT119511515", "LT1195115151"],
    ["LV", "LV40003521600", "LV4000352160"],
    ["NL", "NL004495445B01", "NL00449544B01"],
    ["RO", "RO18547290", "RO1"],
    ["XI", "XIGD001", "XI00"],
  ])("of %s holds by its form alone", (_, right, wrong) => {
    expect(isVatNumber(right)).toBe(true);
    expect(isVatNumber(wrong)).toBe(false);
  });
  it("is read with blanks and in small letters, and of any other country by its length", () => {
    expect(isVatNumber("fr 83 404 833 048")).toBe(true);
    expect(isVatNumber("GB980780684")).toBe(true);
    expect(isVatNumber("123")).toBe(false);
  });
});

describe("an IBAN", () => {
  it.each([
    "FR76 3000 6000 0112 3456 7890 189",
    "FR1420041010050500013M02606",
    "DE89370400440532013000",
    "GB29 NWBK 6016 1331 9268 19",
    "BE68539007547034",
    "CH9300762011623852957",
    "NL91ABNA0417164300",
    "LU280019400644750000",
    "MT84MALT011000012345MTLCAST001S",
  ])("holds by its country's length and the remainder of 97: %s", (iban) => {
    expect(isIban(iban)).toBe(true);
    expect(isIban(moved(iban))).toBe(false);
    expect(isIban(`${iban}0`)).toBe(false);
  });
  it("is no text, and nothing longer than thirty-four characters", () => {
    expect(isIban("")).toBe(false);
    expect(isIban("RIB 30006 00001")).toBe(false);
    expect(isIban(`FR76${"0".repeat(31)}`)).toBe(false);
  });
});

describe("a BIC", () => {
  it("has eight or eleven characters, a country among them", () => {
    for (const bic of ["AGRIFRPP", "AGRIFRPP882", "deutdeff"]) expect(isBic(bic)).toBe(true);
    for (const bic of ["AGRIFRP", "AGRIFRPP88", "AGRI12PP", ""]) expect(isBic(bic)).toBe(false);
  });
});

describe("an email address", () => {
  it("has a name, one sign between, and a domain with a point", () => {
    expect(isEmail("compta@nordis.example")).toBe(true);
    for (const text of ["nordis", "@nordis.example", "a@nordis", "a@b.c@d.e", "a b@c.de", "a@b."])
      expect(isEmail(text)).toBe(false);
  });
});

describe("what was given of a debtor", () => {
  it("is refused by the first identifier at fault, and by nothing that is not given", () => {
    expect(identifiersHold({})).toBeNull();
    expect(identifiersHold({ siren: null, iban: null })).toBeNull();
    expect(identifiersHold({ iban: "FR7630006000011234567890188" })).toMatchObject({
      type: "identifier-invalid",
      field: "iban",
    });
    expect(identifiersHold({ country: "France" })).toMatchObject({ type: "country-invalid" });
  });
});
