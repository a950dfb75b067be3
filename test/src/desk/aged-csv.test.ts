import { describe, expect, it } from "vitest";
import { agedView } from "#shared/app/aged-view.ts";
import { utf8Text } from "#shared/kernel/bytes.ts";
import type { Language } from "#shared/kernel/money.ts";
import { agedCsv } from "#src/desk/aged-csv.ts";
import { debtor, invoice, viewOf } from "../../shared/app/given.ts";

const linesIn = (language: Language): readonly string[] => {
  const view = viewOf(agedView, null, {
    language,
    accounts: {
      a: [debtor("a", '=HYPERLINK("x";"y")'), invoice("F-1", 115_050, "2026-10-30")],
      b: [debtor("b", "Bois, fer & Cie"), invoice("F-2", 200, "2026-11-19")],
    },
  });
  return (utf8Text(agedCsv(view, language).bytes) ?? "").split("\r\n");
};

describe("the aged balance as CSV", () => {
  it("opens in a French spreadsheet: semicolons, a decimal comma, a total by currency", () => {
    const [header, first, second, total, end] = linesIn("fr");
    expect(header?.split(";")).toHaveLength(10);
    expect(first).toBe(
      `EUR;"'=HYPERLINK(""x"";""y"")";0,00;1150,50;0,00;0,00;0,00;1150,50;0,00;0,00`,
    );
    expect(second).toBe("EUR;Bois, fer & Cie;0,00;2,00;0,00;0,00;0,00;2,00;0,00;0,00");
    expect(total).toBe("EUR;Total;0,00;1152,50;0,00;0,00;0,00;1152,50;0,00;0,00");
    expect(end).toBe("");
  });

  it("opens in an English one, and lets no name become a formula", () => {
    const [, first, second] = linesIn("en");
    expect(first).toContain(`"'=HYPERLINK(""x"";""y"")"`);
    expect(second).toContain(`"Bois, fer & Cie",0.00,2.00`);
  });
});
