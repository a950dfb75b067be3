import { describe, expect, it } from "vitest";
import { bankLinesView } from "#shared/app/bank-lines-view.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { OPENED, text, viewOf } from "./given.ts";

const line = (id: string, on: string, amount: number, payer: string | null): CreditorEvent => ({
  type: "bank-line-recorded",
  data: { line: id, on: dateOf(on), currency: "EUR", amount, reference: `VIR ${id}`, payer },
});

describe("payments without a debtor", () => {
  it("are listed oldest first with their sum, and those settled are counted apart", () => {
    const view = viewOf(bankLinesView, null, {
      creditor: [
        OPENED,
        line("b", "2026-11-14", 8_490, null),
        line("a", "2026-11-12", 150_000, "Garage Inconnu"),
        line("c", "2026-11-01", 1_000, null),
        { type: "bank-line-set-aside", data: { line: "c", reason: "remboursement" } },
      ],
    });
    expect(view.lines.map((one) => [one.line, text(one.amount), one.guess])).toEqual([
      ["a", "1 500,00 €", "Garage Inconnu"],
      ["b", "84,90 €", ""],
    ]);
    expect(text(view.count)).toBe("2 lignes · 1 584,90 €");
    expect(text(view.settled)).toBe("1 ligne déjà affectée ou mise de côté");
    expect(view.empty).toBeNull();
  });

  it("teaches what they are where there is none", () => {
    const { empty, settled } = viewOf(bankLinesView, null, { creditor: [OPENED] });
    expect(empty?.actions[0]?.action).toEqual({ go: "import" });
    expect(settled).toBeNull();
  });
});
