import { userEvent } from "vitest/browser";
import { describe, expect, it } from "vitest";
import { agedView } from "#shared/app/aged-view.ts";
import type { FakeHost } from "../sidebar/fake-host.ts";
import { openBooks, openFakeHost, taken } from "../sidebar/fake-host.ts";
import { choose } from "./import-file.ts";
import { byKey, mounted, plain, press, says, until } from "./mounted-desk.ts";

const HEADER = "débiteur;nature;numéro;émise le;échéance;total;devise";

const importing = async (): Promise<{ readonly host: FakeHost; readonly desk: HTMLElement }> => {
  const host = await openFakeHost();
  await openBooks(host);
  return { host, desk: await mounted(host, { at: "desk", page: "import" }) };
};

const owed = async (host: FakeHost): Promise<number> => {
  const view = taken(await host.run(agedView, null));
  return view.tables[0]?.total.cells.find(({ key }) => key === "total")?.minor ?? 0;
};

describe("importing a file", () => {
  it("names every faulty line by line and column, and imports the rest only after consent", async () => {
    const { host, desk } = await importing();
    await choose(
      desk,
      "factures.csv",
      [
        HEADER,
        "Atelier Neuf;professionnel;F-1;01/10/2026;31/10/2026;1 234,50;EUR",
        "Atelier Neuf;professionnel;F-2;01/10/2026;31/02/2026;200,00;EUR",
        "Maison Sol;particulier;F-3;02/10/2026;01/11/2026;1.234,5O;EUR",
        "Maison Sol;particulier;F-4;02/10/2026;01/11/2026;90,00;EUR",
        "Garage Test;professionnel;F-4;02/10/2026;01/11/2026;95,00;EUR",
      ].join("\n"),
    );
    await says(desk, "Ce que cet import ferait");
    const problems = [...desk.querySelectorAll(".rl-desk__problem")].map(plain);
    expect(problems.some((text) => /ligne 3, colonne 5.*31\/02\/2026/i.test(text))).toBe(true);
    expect(problems.some((text) => /ligne 4, colonne 6.*1\.234,5O/i.test(text))).toBe(true);
    expect(problems.some((text) => /ligne 5.*F-4.*ligne 6/i.test(text))).toBe(true);
    expect(problems.some((text) => /ligne 6.*F-4.*ligne 5/i.test(text))).toBe(true);
    expect(await owed(host)).toBe(0);
    await press(desk, "import/write");
    await says(desk, "Des lignes sont fautives");
    expect(await owed(host)).toBe(0);
    await userEvent.click(desk.querySelector("#import-skip-faulty") ?? desk);
    await press(desk, "import/write");
    await says(desk, "Ce que cet import a fait");
    expect(await owed(host)).toBe(123_450);
  });

  it("says which column is missing and takes nothing", async () => {
    const { host, desk } = await importing();
    await choose(desk, "factures.csv", "débiteur;numéro;émise le;total\nA;F-1;01/10/2026;10,00\n");
    await says(desk, "échéance");
    await says(desk, "Rien de ce fichier ne peut être pris");
    expect(desk.querySelector('[data-key="import/write"]')).toBeNull();
    expect(await owed(host)).toBe(0);
  });

  it("is taken back whole by one click", async () => {
    const { host, desk } = await importing();
    await choose(
      desk,
      "factures.csv",
      `${HEADER}\nA;professionnel;F-1;01/10/2026;31/10/2026;10,00;EUR\nB;professionnel;F-2;01/10/2026;31/10/2026;20,00;EUR\n`,
    );
    await press(desk, "import/write");
    await says(desk, "Ce que cet import a fait");
    expect(await owed(host)).toBe(3_000);
    await press(desk, "import/undo");
    await until(async () => {
      expect(await owed(host)).toBe(0);
    });
    await says(desk, "Ce que cet import ferait");
  });

  it("takes a complete list's missing invoices for paid, at the day it is given", async () => {
    const { host, desk } = await importing();
    const two = `${HEADER}\nA;professionnel;F-1;01/10/2026;31/10/2026;10,00;EUR\nB;professionnel;F-2;01/10/2026;31/10/2026;20,00;EUR\n`;
    await choose(desk, "liste.csv", two);
    await press(desk, "import/write");
    await press(desk, "import/again");
    await choose(desk, "liste.csv", two.split("\n").slice(0, 2).join("\n"));
    await says(desk, "Ce que cet import ferait");
    await userEvent.click(desk.querySelector("#import-complete") ?? desk);
    await says(desk, "Donnez la date d'arrêté");
    await userEvent.fill(desk.querySelector("#import-as-of") ?? desk, "2026-11-19");
    await until(() => {
      byKey(desk, "import/write");
    });
    await press(desk, "import/write");
    await says(desk, "Ce que cet import a fait");
    expect(await owed(host)).toBe(1_000);
  });

  it("says what a file that is no table is", async () => {
    const { desk } = await importing();
    await choose(desk, "classeur.xlsx", "PK\u0003\u0004rest");
    await says(desk, "C'est un classeur");
    await choose(desk, "notes.csv", "a;b;c\n1;2;3\n");
    await says(desk, "Les en-têtes n'annoncent ni factures");
    expect(desk.querySelector('[data-key="import/write"]')).toBeNull();
  });
});
