import { describe, expect, it } from "vitest";
import { DEBTORS_PAGE, debtorsView } from "#shared/app/debtors-view.ts";
import type { DebtorsInput } from "#shared/app/debtors-view.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { KNOWN, LOOKED, OPENED, contact, debtor, invoice, text, viewOf } from "./given.ts";
import type { Given } from "./given.ts";

const grouped = (account: string, name: string): AccountEvent => ({
  type: "debtor-grouped",
  data: { debtor: account, group: `group-${name}`, name },
});

const given: Given = {
  creditor: [OPENED, KNOWN, LOOKED],
  accounts: {
    bloch: [
      debtor("bloch", "Atelier Bloch"),
      contact("compta@bloch.example"),
      invoice("F-1", 115_000, "2026-10-01"),
    ],
    elan: [
      debtor("elan", "Élan SAS"),
      contact("elan@elan.example"),
      invoice("F-2", 90_000, "2026-12-15"),
    ],
    valade: [
      debtor("valade", "Valade Bâtiment"),
      contact("compta@valade.example"),
      grouped("valade", "Groupe Valade"),
      invoice("F-3", 602_000, "2026-10-20"),
    ],
    zen: [debtor("zen", "Zen"), grouped("zen", "Alliance")],
  },
};

const ALL: DebtorsInput = { filter: "", sort: "name", descending: false, page: 0 };

const names = (input: Partial<DebtorsInput>, from: Given = given): readonly string[] =>
  viewOf(debtorsView, { ...ALL, ...input }, from).rows.map(({ name }) => name.foreign);

describe("the list of all debtors", () => {
  it("says what each owes, what of it is late, and what comes next", () => {
    const { rows, count } = viewOf(debtorsView, ALL, given);
    const said = rows.map((row) => [
      row.name.foreign,
      row.owed.map(text).join(),
      row.overdue.map(text).join(),
      text(row.next),
    ]);
    expect(said).toEqual([
      ["Atelier Bloch", "1 150,00 €", "1 150,00 €", "1re relance, à faire"],
      ["Élan SAS", "900,00 €", "", expect.stringContaining("10/12")],
      ["Valade Bâtiment", "6 020,00 €", "6 020,00 €", "1re relance, à faire"],
      ["Zen", "", "", "Ne doit rien"],
    ]);
    expect(text(count)).toBe("4 débiteurs");
  });

  it("sorts by each column, whatever has no group or date last both ways", () => {
    expect(names({ sort: "name", descending: true })[0]).toBe("Zen");
    expect(names({ sort: "open", descending: true })).toEqual([
      "Valade Bâtiment",
      "Atelier Bloch",
      "Élan SAS",
      "Zen",
    ]);
    expect(names({ sort: "overdue" })).toEqual([
      "Élan SAS",
      "Zen",
      "Atelier Bloch",
      "Valade Bâtiment",
    ]);
    expect(names({ sort: "group" }).slice(0, 2)).toEqual(["Zen", "Valade Bâtiment"]);
    expect(names({ sort: "group", descending: true }).slice(0, 2)).toEqual([
      "Valade Bâtiment",
      "Zen",
    ]);
    expect(names({ sort: "next" })[3]).toBe("Zen");
    expect(names({ sort: "next", descending: true })[3]).toBe("Zen");
  });

  it("filters by name or group, accents and case apart, and says how many of how many", () => {
    expect(names({ filter: "elan" })).toEqual(["Élan SAS"]);
    expect(names({ filter: "groupe" })).toEqual(["Valade Bâtiment"]);
    const { count, empty, rows } = viewOf(debtorsView, { ...ALL, filter: "xyz" }, given);
    expect([text(count), empty, rows]).toEqual(["0 débiteur sur 4", null, []]);
  });

  it("is cut into pages, and a page beyond the last is the last", () => {
    const many: Given = {
      accounts: Object.fromEntries(
        Array.from({ length: DEBTORS_PAGE + 20 }, (_, index) => {
          const id = `d${String(index).padStart(4, "0")}`;
          return [id, [debtor(id, `Client ${id}`)]];
        }),
      ),
    };
    const last = viewOf(debtorsView, { ...ALL, page: 99 }, many);
    expect([last.page, last.pages, last.rows.length]).toEqual([1, 2, 20]);
    expect(text(last.range)).toBe("101 à 120 sur 120");
  });

  it("teaches what to do where there is no debtor", () => {
    const { empty } = viewOf(debtorsView, ALL, {});
    expect(empty?.actions.map(({ key }) => key)).toEqual(["import", "add-debtor"]);
  });
});
