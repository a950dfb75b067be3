import { describe, expect, it } from "vitest";
import { openFakeHost, valadeBooks } from "../sidebar/fake-host.ts";
import { byKey, mounted, plain, press, says, title, until } from "./mounted-desk.ts";

describe("a group on the desk", () => {
  it("is one row of the day, drafted by one click", async () => {
    const host = await openFakeHost();
    await valadeBooks(host);
    const desk = await mounted(host);
    await says(desk, "Groupe Valade (3 entités)");
    const rows = [...desk.querySelectorAll<HTMLElement>("[data-row]")];
    expect(rows.map(plain).filter((row) => row.includes("Valade"))).toHaveLength(1);
    expect(plain(rows[0] ?? desk)).toContain("2e relance, 31 j · 1 facture en litige à part");
    expect(plain(rows[0] ?? desk)).toContain("9 020,00 €");
    await press(desk, `${rows[0]?.dataset["row"] ?? ""}/do`);
    await says(desk, "BROUILLON");
    expect(host.done.map(({ kind }) => kind)).toEqual(["save-draft"]);
  });

  it("stands beside each of its entities, on the claim and in the file", async () => {
    const host = await openFakeHost();
    const { negoce } = await valadeBooks(host);
    const desk = await mounted(host);
    await says(desk, "Groupe Valade (3 entités)");
    const [row] = desk.querySelectorAll<HTMLElement>("[data-row]");
    await press(desk, `${row?.dataset["row"] ?? ""}/open`);
    await says(desk, "Un seul message pour 3 entités");
    await press(desk, `group/${negoce}/open`);
    await until(() => {
      expect(title(desk)).toContain("Valade Négoce");
    });
    await press(desk, "view/account");
    await says(desk, "Valade Immobilier SARL");
    await press(desk, "group/mail");
    await press(desk, "view/claim");
    await says(desk, "Brouillon commun avec");
    expect(byKey(desk, "view/claim").getAttribute("aria-current")).toBe("true");
  });
});
