import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "./run.ts";

type Said = { code: string; effect: string; values: object; text: string };
type Debtor = {
  name: string;
  owner: string | null;
  step: string | null;
  why: string;
  act: { step: string } | null;
  reasons: Said[];
  gates: Said[];
  clocks: {
    kind: string;
    text: string;
    startOn: string | null;
    lastOn: string | null;
    state: string;
    toCheck: boolean;
    cited: string | null;
    invoices: string[];
  }[];
  missing: { code: string; needed: string; invoices: string[]; text: string }[];
  missingBefore: string | null;
};

const desk = openDesk();

beforeAll(async () => {
  await desk.begin();
  const file = desk.write(
    "invoices.csv",
    [
      "debtor;kind;number;issued;due;total;email;paid",
      "Nordis SAS;business;F-1;2026-09-01;2026-10-01;1200;compta@nordis.example;",
      "Ancien SARL;business;F-2;2021-10-20;2021-11-30;500;compta@ancien.example;",
      "Soldé SA;business;F-3;2026-09-01;2026-10-01;300;compta@solde.example;300",
      "Mairie;public;F-4;2026-09-01;2026-12-01;800;compta@mairie.example;",
    ].join("\n"),
  );
  await desk.run(["import", file, "--yes"]);
});
afterAll(() => {
  desk.close();
});

const debtors = async (): Promise<ReadonlyMap<string, Debtor>> => {
  const { body } = await desk.json<{ debtors: Debtor[] }>(["due", "--on", "2026-11-20"]);
  return new Map(body.debtors.map((debtor) => [debtor.name, debtor]));
};

describe("relance due", () => {
  it("explains every debtor in one sentence, those with nothing to do as well", async () => {
    const all = await debtors();
    expect([...all.keys()].sort()).toEqual(["Ancien SARL", "Mairie", "Nordis SAS", "Soldé SA"]);
    for (const { why, reasons, step, act } of all.values()) {
      expect(why).not.toBe("");
      expect(why).toBe(reasons[0]?.text);
      expect(step).toBe(act?.step ?? null);
    }
    expect(all.get("Soldé SA")?.reasons.map(({ code }) => code)).toEqual(["nothing-open"]);
    expect(all.get("Mairie")).toMatchObject({ step: null });
  });

  it("gives the gates with their effect, values and words", async () => {
    const gates = (await debtors()).get("Nordis SAS")?.gates ?? [];
    expect(gates.map(({ code }) => code)).toContain("payments-never-known");
    for (const { effect, values, text } of gates) {
      expect(effect).toMatch(/^(forbid|forbid-higher|forbid-formal|warn|says)$/);
      expect(typeof values).toBe("object");
      expect(text).not.toBe("");
    }
  });

  it("gives the legal clocks with their text, start, last day, state and mark", async () => {
    const all = await debtors();
    expect(all.get("Ancien SARL")?.clocks).toEqual([
      {
        kind: "limitation",
        text: "Agir en justice. Dernier jour : le 30 novembre 2026, dans 10 jours.",
        startOn: "2021-11-30",
        lastOn: "2026-11-30",
        state: "running",
        toCheck: false,
        cited: "C. com. L110-4 I",
        invoices: ["F-2"],
      },
    ]);
    expect(all.get("Mairie")?.clocks).toMatchObject([{ lastOn: "2030-12-31" }]);
    expect(all.get("Soldé SA")?.clocks).toEqual([]);
  });

  it("names what the file lacks before the next serious step", async () => {
    const of = (await debtors()).get("Nordis SAS");
    expect(of?.missingBefore).toBe("letter");
    expect(of?.missing.map(({ code }) => code)).toContain("address");
    expect(of?.missing.find(({ code }) => code === "invoice-copy")).toMatchObject({
      needed: "advised",
      invoices: ["F-1"],
      text: "La copie de la facture",
    });
  });

  it("says the same to a reader, and names those that owe nothing in one line", async () => {
    const { out } = await desk.run(["due", "--on", "2026-11-20"]);
    const plain = out.replace(/[\u00a0\u202f]/g, " ").replace(/\s+/g, " ");
    expect(plain).toContain("Dernier jour : le 30 novembre 2026, dans 10 jours.");
    expect(plain).toContain("à réunir avant l'étape « lettre » : l'adresse postale du débiteur");
    expect(plain).toContain("Rien n'est dû par : Soldé SA.");
  });
});
