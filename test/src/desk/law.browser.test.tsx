import axe from "axe-core";
import { userEvent } from "vitest/browser";
import { afterEach, describe, expect, it } from "vitest";
import { statementCsv } from "#src/desk/statement-csv.ts";
import { statementView } from "#shared/app/statement-view.ts";
import type { LawPage } from "#shared/app/view-parts.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { FakeHost } from "../sidebar/fake-host.ts";
import { taken } from "../sidebar/fake-host.ts";
import { openLawBooks } from "../sidebar/law-books.ts";
import { byKey, mounted, plain, press, says, tabTo, title, until } from "./mounted-desk.ts";

afterEach(() => {
  delete document.documentElement.dataset["theme"];
});

/** A desk with the law of one debtor open. */
const openLaw = async (host: FakeHost, account: string, page: LawPage): Promise<HTMLElement> => {
  const desk = await mounted(host, { at: "desk", page: "debtors" });
  await press(desk, `${account}/open`);
  await press(desk, "view/law");
  if (page !== "clocks") await press(desk, `tab/${page}`);
  return desk;
};

describe("the law of a debtor on the desk", () => {
  it("is a view beside claim, file and history, and goes from page to page by keys", async () => {
    const { host, mercier } = await openLawBooks();
    const desk = await openLaw(host, mercier, "clocks");
    await says(desk, "Dernier jour : le 2 décembre 2026, dans 12 jours.");
    expect(byKey(desk, "view/law").getAttribute("aria-current")).toBe("true");
    await tabTo("tab/clocks");
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    await says(desk, "Voies de recouvrement");
    await until(() => {
      expect(title(desk)).toContain("Voies de recouvrement");
    });
  });

  it("opens the form that stops a deadline, and stands there again afterwards", async () => {
    const { host, mercier } = await openLawBooks();
    const desk = await openLaw(host, mercier, "clocks");
    await says(desk, "Fait ou sans objet");
    const stop = desk.querySelector<HTMLElement>(
      '[data-key="clock/claim-declaration"] [data-key$="/stop"]',
    );
    stop?.click();
    await press(desk, "form/submit");
    await says(desk, "1 délai éteint");
    expect(byKey(desk, "tab/clocks").getAttribute("aria-selected")).toBe("true");
  });
});

describe("the statement on the desk", () => {
  it("is a table of every period with base and source, and the sum of its interest below", async () => {
    const { host, nordis } = await openLawBooks();
    const desk = await openLaw(host, nordis, "statement");
    await says(desk, "Par jour ensuite");
    const table = desk.querySelector("table.rl-table:not(.rl-desk__table)");
    expect([...(table?.querySelectorAll("thead th") ?? [])].map(plain)).toEqual([
      "Facture",
      "Du",
      "Au",
      "Jours",
      "Principal",
      "Taux",
      "Base",
      "Intérêts",
      "Source",
    ]);
    const cents = (text: string): number => Number(text.replace(/[^\d]/g, ""));
    const of = (row: Element): number => cents(plain(row.children[7] ?? row));
    const rows = [...(table?.querySelectorAll("tbody tr") ?? [])];
    const foot = table?.querySelector("tfoot tr");
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.reduce((sum, row) => sum + of(row), 0)).toBe(foot == null ? -1 : of(foot));
    expect(plain(desk)).toContain("Méthode");
    expect(plain(desk)).toContain("à vérifier");
  });

  it("is downloaded as a table of figures, and says so", async () => {
    const { host, nordis } = await openLawBooks();
    const desk = await openLaw(host, nordis, "statement");
    await press(desk, "statement/csv");
    await says(desk, "Décompte exporté");
    expect(host.downloads).toEqual(["decompte-2026-11-20.csv"]);
  });

  it("keeps amounts as numbers of its language, adds up, and disarms what a spreadsheet would run", async () => {
    const { host, nordis } = await openLawBooks();
    const view = taken(await host.run(statementView, { account: nordis, on: null }));
    const lines = (language: "fr" | "en"): readonly string[] =>
      new TextDecoder().decode(statementCsv(view, language).bytes).trim().split("\r\n");
    const [header = "", first = "", ...rest] = lines("fr");
    expect(header.replace("\ufeff", "")).toBe(
      "Devise;Facture;Du;Au;Jours;Principal;Taux (%);Base;Intérêts;Source;Mention",
    );
    expect(first).toMatch(
      /^EUR;FA-2026-\d+;2026-06-01;2026-06-30;30;10000,00;12,15;365;99,86;[^;]+;/,
    );
    const interest = (line: string): number => Number((line.split(";")[8] ?? "").replace(",", "."));
    const periods = [first, ...rest].filter((line) => line.startsWith("EUR;FA-"));
    const total = rest.find((line) => line.startsWith("EUR;Intérêts"));
    expect(periods.reduce((sum, line) => sum + interest(line), 0)).toBeCloseTo(
      interest(total ?? ""),
      2,
    );
    expect(lines("en")[1]).toMatch(/,10000\.00,12\.15,365,99\.86,/);
    const [part] = view.statements;
    if (part === undefined) throw new Error("no statement");
    const hostile = {
      ...view,
      statements: [
        {
          ...part,
          segments: part.segments.map((one) => ({ ...one, invoice: foreign('=1+1;"x') })),
        },
      ],
    };
    const text = new TextDecoder().decode(statementCsv(hostile, "fr").bytes);
    expect(text).toContain(`EUR;"'=1+1;""x";2026-06-01`);
  });
});

for (const [language, theme] of [
  ["fr", "light"],
  ["en", "dark"],
] as const) {
  describe(`accessibility of the law in ${language}, ${theme}`, () => {
    it.each(["clocks", "statement", "routes", "missing"] as const)(
      "finds nothing to mend on %s",
      async (page) => {
        document.documentElement.dataset["theme"] = theme;
        const { host, nordis } = await openLawBooks({ language });
        const desk = await openLaw(host, nordis, page);
        await until(() => {
          expect(desk.querySelector(".rl-law h1")).not.toBeNull();
        });
        for (const fold of desk.querySelectorAll("details")) fold.open = true;
        const { violations } = await axe.run(desk);
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`),
        ).toEqual([]);
      },
    );
  });
}
