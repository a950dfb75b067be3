import { describe, expect, it } from "vitest";
import { foreignIban, foreignIbans } from "#shared/mail/read-ibans.ts";
import { IBANS_MAX } from "#shared/mail/scan-ibans.ts";

const OURS = "FR76 3000 6000 0112 3456 7890 189";
const OTHER = "DE89370400440532013000";

describe("bank details that are not known", () => {
  it.each([
    ["as banks print it", "merci de payer sur DE89 3704 0044 0532 0130 00"],
    ["without spaces", `IBAN: ${OTHER}`],
    ["in small letters", "iban de89370400440532013000."],
    ["glued to its name", `IBAN${OTHER}`],
    ["with non-breaking spaces", "DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000"],
    ["with dots and hyphens", "DE89-3704.0044-0532.0130-00"],
    ["over two lines", "DE89 3704 0044\n0532 0130 00"],
    ["character by character", "D E 8 9 3 7 0 4 0 0 4 4 0 5 3 2 0 1 3 0 0 0"],
    ["in the middle of a sentence", `notre compte ${OTHER} à la Commerzbank`],
  ])("are seen %s", (_how, text) => {
    expect(foreignIban(text, [OURS])?.value).toBe(OTHER);
  });

  it("are seen where no IBAN is known yet, without any word of a change", () => {
    expect(foreignIban(OTHER, [])?.value).toBe(OTHER);
  });

  it("are not those of the creditor or of the debtor, in whatever spacing", () => {
    expect(foreignIban(`votre compte ${OURS} ?`, ["fr7630006000011234567890189"])).toBeNull();
    expect(foreignIban(`${OURS} et ${OTHER}`, [OURS, OTHER])).toBeNull();
  });

  it("are all named, each once and each with its words", () => {
    const text = `${OURS} puis GB29 NWBK 6016 1331 9268 19, ${OTHER}, encore ${OTHER}`;
    const { value, grounds } = foreignIbans(text, [OURS]);
    expect(value.map((one) => one.iban)).toEqual(["GB29NWBK60161331926819", OTHER]);
    expect(grounds.map((one) => one.quote)).toEqual(["GB29 NWBK 6016 1331 9268 19", OTHER]);
    for (const { span, quote } of grounds)
      expect(text.slice(span?.from ?? 0, span?.to ?? 0)).toBe(quote);
  });

  it("with wrong check digits are named where the mail tells of new details, and only there", () => {
    const wrong = "DE88 3704 0044 0532 0130 00";
    expect(foreignIbans(`Nouvelles coordonnées bancaires : ${wrong}`, []).value).toEqual([
      { iban: wrong.replace(/ /g, ""), isSound: false },
    ]);
    expect(foreignIbans(`Votre référence ${wrong}`, []).value).toEqual([]);
  });

  it.each([
    "HV105040 to be sent to a new account (sort code 00-00-00)",
    "FR12345 et le reste de la phrase est assez long pour un IBAN",
    "FA00123 386,40 EUR",
    "BE 0123 456 789 RPM Bruxelles",
    "TVA FR 32 123456789",
    "GB 123 4567 89",
  ])("are not seen in %s", (text) => {
    expect(foreignIban(text, [])).toBeNull();
  });

  it("are kept up to a number, and hostile text is gone through once", () => {
    expect(foreignIbans(`${OTHER} `.repeat(3), []).value).toHaveLength(1);
    for (const piece of ["DE89 ", "D E 8 9 ", "FR", "fr76-"]) {
      const text = piece.repeat(20_000 / piece.length);
      expect(foreignIbans(text, []).value.length).toBeLessThanOrEqual(IBANS_MAX);
    }
  });
});
