import axe from "axe-core";
import { afterEach, describe, expect, it } from "vitest";
import type { Place } from "#src/sidebar/shell.ts";
import { TODAY, fullBooks, openBooks, openFakeHost, say } from "../sidebar/fake-host.ts";
import { choose } from "./import-file.ts";
import { mounted, press, says, until } from "./mounted-desk.ts";
import { type } from "./typed.ts";

const PAGES: readonly (readonly [name: string, place: Place])[] = [
  ["today", { at: "today" }],
  ["why nothing", { at: "silent" }],
  ["the aged balance", { at: "desk", page: "aged" }],
  ["the debtors", { at: "desk", page: "debtors" }],
  ["bank lines", { at: "desk", page: "bank" }],
  ["the import", { at: "desk", page: "import" }],
  ["a search", { at: "search", query: "valade" }],
  ["the settings", { at: "settings" }],
  ["the plans", { at: "desk", page: "plans" }],
  ["the texts", { at: "desk", page: "texts" }],
  ["the rules", { at: "desk", page: "policy" }],
  ["the rates", { at: "desk", page: "rates" }],
  ["handing over", { at: "desk", page: "handover" }],
];

/** What axe would mend, each with where it stands. */
const faultsOf = async (desk: HTMLElement): Promise<readonly string[]> => {
  const { violations } = await axe.run(desk);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
};

afterEach(() => {
  delete document.documentElement.dataset["theme"];
});

for (const theme of ["light", "dark"] as const) {
  describe(`accessibility in the ${theme} theme`, () => {
    for (const [name, place] of PAGES) {
      it(`finds nothing to mend on ${name}`, async () => {
        document.documentElement.dataset["theme"] = theme;
        const host = await openFakeHost();
        await fullBooks(host);
        expect(await faultsOf(await mounted(host, place))).toEqual([]);
      });
    }

    it("finds nothing to mend on a debtor's three views and on a form", async () => {
      document.documentElement.dataset["theme"] = theme;
      const host = await openFakeHost();
      const { valade } = await fullBooks(host);
      const desk = await mounted(host, { at: "desk", page: "debtors" });
      await press(desk, `${valade ?? ""}/open`);
      await says(desk, "Factures");
      expect(await faultsOf(desk)).toEqual([]);
      await press(desk, "view/account");
      await says(desk, "Contacts");
      expect(await faultsOf(desk)).toEqual([]);
      await press(desk, "view/timeline");
      await says(desk, "Exporter le fil");
      expect(await faultsOf(desk)).toEqual([]);
      await press(desk, "view/claim");
      await press(desk, "call");
      await until(() => {
        expect(desk.querySelector("form.rl-stack")).not.toBeNull();
      });
      expect(await faultsOf(desk)).toEqual([]);
    });

    it("finds nothing to mend on a plan being written, its preview and its faults", async () => {
      document.documentElement.dataset["theme"] = theme;
      const host = await openFakeHost();
      await fullBooks(host);
      const desk = await mounted(host, { at: "desk", page: "plans" });
      await press(desk, "plans/duplicate/firm");
      desk.querySelector<HTMLInputElement>("#plan-kinds")?.click();
      await says(desk, "débiteurs changent");
      expect(await faultsOf(desk)).toEqual([]);
      await type(desk, "#plan-days-reminder-1", "0");
      await says(desk, "doit venir après la précédente");
      expect(await faultsOf(desk)).toEqual([]);
    });

    it("finds nothing to mend on debtors to be handed over", async () => {
      document.documentElement.dataset["theme"] = theme;
      const host = await openFakeHost();
      const { nordis = "" } = await fullBooks(host);
      await say(host, nordis, { type: "set-owner", owner: "Camille", on: TODAY });
      const desk = await mounted(host, { at: "desk", page: "handover" });
      await press(desk, "handover/pass");
      await says(desk, "Dites à qui.");
      expect(await faultsOf(desk)).toEqual([]);
    });

    it("finds nothing to mend on bank lines that wait", async () => {
      document.documentElement.dataset["theme"] = theme;
      const host = await openFakeHost();
      await fullBooks(host);
      const desk = await mounted(host, { at: "desk", page: "import" });
      await choose(desk, "r.csv", "date;montant;référence\n12/11/2026;150,00;VIR 1\n");
      await press(desk, "import/write");
      await says(desk, "Ce que cet import a fait");
      expect(await faultsOf(desk)).toEqual([]);
      await press(desk, "nav/bank");
      await says(desk, "1 ligne · 150,00 €");
      const assign = desk.querySelector<HTMLElement>('[data-key^="assign/"]');
      await press(desk, assign?.dataset["key"] ?? "");
      expect(await faultsOf(desk)).toEqual([]);
    });

    it("finds nothing to mend on the first run", async () => {
      document.documentElement.dataset["theme"] = theme;
      expect(
        await faultsOf(await mounted(await openFakeHost({ begun: false }), { at: "first-run" })),
      ).toEqual([]);
    });

    it("finds nothing to mend on a preview with faults and on empty pages", async () => {
      document.documentElement.dataset["theme"] = theme;
      const host = await openFakeHost();
      await openBooks(host);
      const importing = await mounted(host, { at: "desk", page: "import" });
      await choose(
        importing,
        "f.csv",
        "débiteur;numéro;émise le;échéance;total\nA;1;01/10/2026;31/10/2026;10\nB;2;01/10/2026;31/02/2026;20\n",
      );
      await says(importing, "Ce que cet import ferait");
      expect(await faultsOf(importing)).toEqual([]);
      for (const page of ["aged", "debtors", "bank"] as const) {
        await press(importing, `nav/${page}`);
        expect(await faultsOf(importing)).toEqual([]);
      }
    });
  });
}
