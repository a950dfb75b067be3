import { userEvent } from "vitest/browser";
import { describe, expect, it } from "vitest";
import { signal } from "@preact/signals";
import { bankLinesView } from "#shared/app/bank-lines-view.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { own } from "#shared/kernel/text.ts";
import { TODAY, addSketch, fullBooks, openBooks, openFakeHost } from "../sidebar/fake-host.ts";
import {
  byKey,
  mounted,
  plain,
  press,
  says,
  settled,
  tabTo,
  title,
  until,
} from "./mounted-desk.ts";
import { choose } from "./import-file.ts";

const amountIn = (cell: Element): number => {
  const digits = plain(cell).replace(/[^\d,-]/g, "");
  return digits === "" ? 0 : Math.round(Number(digits.replace(",", ".")) * 100);
};

describe("the desk", () => {
  it("goes from page to page by the keyboard alone, and back to the row it left", async () => {
    const host = await openFakeHost();
    const { bloch } = await fullBooks(host);
    const desk = await mounted(host);
    await tabTo("nav/debtors");
    await userEvent.keyboard("{Enter}");
    await settled(desk);
    await until(() => {
      expect(document.activeElement?.textContent).toBe("Débiteurs");
    });
    await tabTo(`${bloch}/open`);
    await userEvent.keyboard("{Enter}");
    await until(() => {
      expect(document.activeElement?.tagName).toBe("H1");
    });
    expect(title(desk)).toContain("Atelier Bloch");
    byKey(desk, "detail/back").focus();
    await userEvent.keyboard("{Enter}");
    await until(() => {
      expect(document.activeElement?.getAttribute("data-key")).toBe(`${bloch}/open`);
    });
  });

  it("searches from every page without losing the field", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "aged" });
    byKey(desk, "search").focus();
    await userEvent.keyboard("bloch");
    await says(desk, "1 résultat");
    expect(document.activeElement).toBe(byKey(desk, "search"));
    expect(plain(desk)).toContain("Atelier Bloch");
  });

  it("keeps what is being typed until it is left on purpose", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "debtors" });
    await press(desk, "add-debtor");
    await until(() => {
      expect(document.activeElement?.tagName).toBe("INPUT");
    });
    await userEvent.keyboard("Dupont");
    await press(desk, "nav/aged");
    await says(desk, "Une saisie est en cours");
    await press(desk, "unsaved/stay");
    expect(desk.querySelector("form input[type=text][id]")).toHaveProperty("value", "Dupont");
    await press(desk, "nav/aged");
    await press(desk, "unsaved/leave");
    await until(() => {
      expect(title(desk)).toBe("Balance âgée");
    });
  });

  it("says where the data lie when that is not well, and a fault where the act stands", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const storage = signal({ tone: "danger" as const, text: own("Le stockage est refusé.") });
    const desk = await mounted({ ...host, storage });
    expect(plain(desk)).toContain("Le stockage est refusé.");
    host.breakStore();
    await press(desk, "looked");
    await says(desk, "rien n'a été enregistré");
  });

  it("marks a row that another tab changed, and names one that it took away", async () => {
    const host = await openFakeHost();
    const { bloch, valade } = await fullBooks(host);
    const desk = await mounted(host);
    expect(plain(desk)).not.toContain("Modifié ailleurs");
    const other = await host.secondTab();
    const paid = async (account: string, amount: number): Promise<void> => {
      const written = await other.run(recordAct, {
        account,
        command: {
          type: "record-payment",
          on: TODAY,
          currency: "EUR",
          amount,
          reference: null,
          payer: null,
          source: "hand",
          rank: 0,
          named: [],
          allocations: null,
        },
      });
      expect(written.ok).toBe(true);
    };
    await paid(bloch ?? "", 115_000);
    await paid(valade ?? "", 100_000);
    await host.driver.refresh();
    await says(desk, "Modifié ailleurs");
    await says(desk, "Atelier Bloch : traité dans un autre onglet");
    expect(plain(desk)).toContain("Le registre vient d'être modifié ailleurs");
  });

  it("folds a done row where it stood, and takes it back", async () => {
    const host = await openFakeHost({ writesDrafts: true });
    await openBooks(host);
    const account = await addSketch(host, { name: "Atelier Neuf", invoices: [[20, 50_000]] });
    const desk = await mounted(host);
    await press(desk, `reminder/${account}/more`);
    await press(desk, `reminder/${account}/put-off`);
    await until(() => {
      expect(desk.querySelector("form[novalidate], form.rl-stack")).not.toBeNull();
    });
    const [date] = desk.querySelectorAll<HTMLInputElement>("form.rl-stack input[type=date]");
    if (date === undefined) throw new Error("the form asks for no date");
    await userEvent.fill(date, addDays(TODAY, 5));
    const reason = desk.querySelector<HTMLElement>("form.rl-stack [id$=reason]");
    if (reason !== null) await userEvent.fill(reason, "Congés");
    await press(desk, "form/submit");
    await says(desk, "Fait : Atelier Neuf");
    await press(desk, `reminder/${account}/undo`);
    await until(() => {
      byKey(desk, `reminder/${account}/open`);
    });
  });
});

describe("the aged balance", () => {
  it("adds up: every column's total is the sum of its rows", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "aged" });
    const rows = [...desk.querySelectorAll("tbody tr")];
    const totals = [...desk.querySelectorAll("tfoot td")];
    expect(rows.length).toBeGreaterThan(5);
    totals.forEach((total, column) => {
      const sum = rows.reduce(
        (all, row) => all + amountIn(row.querySelectorAll("td")[column] ?? row),
        0,
      );
      expect(sum).toBe(amountIn(total));
    });
    expect(amountIn(totals[5] ?? desk)).toBeGreaterThan(0);
  });

  it("sorts by every column with real buttons, and says so", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "aged" });
    const names = (): readonly string[] => [...desk.querySelectorAll("tbody th")].map(plain);
    byKey(desk, "sort/debtor").focus();
    await userEvent.keyboard("{Enter}");
    await until(() => {
      expect(names()[0]).toBe("Atelier Bloch");
    });
    expect(desk.querySelector("th[aria-sort]")?.getAttribute("aria-sort")).toBe("ascending");
    await userEvent.keyboard("{Enter}");
    await until(() => {
      expect(names()[names().length - 1]).toBe("Atelier Bloch");
    });
    await press(desk, "sort/total");
    await says(desk, "Trié par Total, ordre décroissant.");
    const totals = [...desk.querySelectorAll("tbody tr")].map((row) =>
      amountIn(row.querySelectorAll("td")[5] ?? row),
    );
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
  });

  it("is handed over as a CSV file", async () => {
    const host = await openFakeHost();
    await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "aged" });
    await press(desk, "export-csv");
    await until(() => {
      expect(host.downloads).toEqual(["balance-agee-2026-11-20.csv"]);
    });
  });
});

describe("payments without a debtor", () => {
  it("are assigned to a debtor, or set aside with a reason", async () => {
    const host = await openFakeHost();
    const { bloch } = await fullBooks(host);
    const desk = await mounted(host, { at: "desk", page: "import" });
    await choose(
      desk,
      "releve.csv",
      "date;montant;débiteur;référence\n12/11/2026;150,00;Inconnu;VIR 1\n14/11/2026;84,90;;REMBT TRESOR\n",
    );
    await press(desk, "import/write");
    await says(desk, "Ce que cet import a fait");
    await press(desk, "nav/bank");
    await says(desk, "2 lignes");
    const lines = await host.run(bankLinesView, null);
    if (!lines.ok) throw new Error("no lines");
    const [first, second] = lines.value.lines.map(({ key }) => key);
    await press(desk, `assign/${first ?? ""}`);
    const field = desk.querySelector<HTMLInputElement>(`[id="bank-debtor-${first ?? ""}"]`);
    if (field === null) throw new Error("no field");
    await userEvent.fill(field, "bloch");
    await press(desk, `assign/${first ?? ""}/do/${bloch ?? ""}`);
    await says(desk, "1 ligne");
    await press(desk, `aside/${second ?? ""}`);
    await userEvent.keyboard("Remboursement du Trésor");
    await press(desk, `aside/${second ?? ""}/do`);
    await says(desk, "Rien à affecter");
    const left = await host.run(bankLinesView, null);
    expect(left.ok && left.value.lines).toEqual([]);
  });
});
