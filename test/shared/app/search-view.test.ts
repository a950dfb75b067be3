import { describe, expect, it } from "vitest";
import type { SearchRow } from "#shared/app/search-rows.ts";
import { SEARCH_HITS_MAX, searchView } from "#shared/app/search-view.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { contact, debtor, factsOf, invoice, loadedOf, text, viewOf } from "./given.ts";
import type { Given } from "./given.ts";

const withNumbers = (event: AccountEvent): AccountEvent =>
  event.type === "debtor-added"
    ? { ...event, data: { ...event.data, siren: "552 100 554", phone: "+33 1 23 45 67 89" } }
    : event;

const given: Given = {
  accounts: {
    bloch: [
      withNumbers(debtor("bloch", "Atelier Éloïse Bloch")),
      contact("compta@bloch.example"),
      invoice("FA 2026-041", 115_050, "2026-10-30"),
    ],
    noir: [debtor("noir", "Noir & Fils"), invoice("FA 2026-0410", 99_000, "2026-10-30")],
  },
};

const hits = (query: string): readonly string[] =>
  viewOf(searchView, { query }, given).hits.map(({ label }) => label.foreign);

describe("search", () => {
  it.each([
    ["eloise", "Atelier Éloïse Bloch"],
    ["ÉLOÏSE BLOCH", "Atelier Éloïse Bloch"],
    ["atelier-eloise", "Atelier Éloïse Bloch"],
    ["552100554", "Atelier Éloïse Bloch"],
    ["552 100 554", "Atelier Éloïse Bloch"],
    ["01 23 45 67 89", "Atelier Éloïse Bloch"],
    ["+33123456789", "Atelier Éloïse Bloch"],
    ["1 150,50", "FA 2026-041"],
    ["1150.50 €", "FA 2026-041"],
    ["990", "FA 2026-0410"],
    ["compta@bloch", "compta@bloch.example"],
  ])("finds %s", (query, label) => {
    expect(hits(query)[0]).toBe(label);
  });

  it("puts the exact number first, then what begins with it", () => {
    expect(hits("fa2026041")).toEqual(["FA 2026-041", "FA 2026-0410"]);
    expect(hits("FA 2026-0410")[0]).toBe("FA 2026-0410");
  });

  it("says what to type, and that nothing was found, in both languages", () => {
    expect(text(viewOf(searchView, { query: " " }, given).status)).toContain("Tapez un nom");
    expect(text(viewOf(searchView, { query: "zzz" }, given).status)).toBe("Aucun résultat.");
    expect(text(viewOf(searchView, { query: "zzz" }, { ...given, language: "en" }).status)).toBe(
      "No result.",
    );
  });

  it("shows twenty hits of ten thousand invoices and counts the rest, reading each row once", () => {
    let visited = 0;
    const rows: SearchRow[] = Array.from({ length: 10_000 }, (_, index) => ({
      account: "a",
      kind: "invoice",
      label: `F-${String(index)}`,
      get folded() {
        visited += 1;
        return `f ${String(index)}`;
      },
      digits: String(index),
      subject: `i${String(index)}`,
    }));
    const walked = { ...loadedOf(given), searchRows: rows };
    const view = searchView.decide({ query: "zz" }, walked, factsOf(given));
    expect(view.ok).toBe(true);
    expect(visited).toBe(rows.length);
    const many = searchView.decide({ query: "f" }, walked, factsOf(given));
    if (!many.ok) throw new Error("refused");
    expect(many.value.view.hits).toHaveLength(SEARCH_HITS_MAX);
    expect(text(many.value.view.status)).toBe("20 résultats affichés, 9980 autres : précisez.");
  });

  it("leads from an invoice to its claim, naming the debtor", () => {
    const [hit] = viewOf(searchView, { query: "2026-041" }, given).hits;
    expect(hit?.debtor).toEqual({ foreign: "Atelier Éloïse Bloch" });
    expect(hit?.open.action).toEqual({ go: "claim", account: "bloch" });
  });
});
