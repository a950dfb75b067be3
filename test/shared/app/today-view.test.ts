import { describe, expect, it } from "vitest";
import { silentView } from "#shared/app/silent-view.ts";
import { todayView } from "#shared/app/today-view.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { KNOWN, LOOKED, OPENED, contact, debtor, invoice, promise, text, viewOf } from "./given.ts";
import type { Given } from "./given.ts";

const overdue = (account: string, name: string, dueOn = "2026-11-01"): readonly AccountEvent[] => [
  debtor(account, name),
  contact(`compta@${account}.example`),
  invoice(`F-${account}`, 115_000, dueOn),
];

const FRESH = [OPENED, KNOWN, LOOKED];

const twenty: Given = {
  creditor: FRESH,
  accounts: Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => {
      const account = `d${String(index)}`;
      return [account, overdue(account, `Client ${String(index)}`)];
    }),
  ),
};

const draw = (given: Given) => viewOf(todayView, { canWriteDrafts: true }, given);

describe("today", () => {
  it("teaches where to begin while there is no ledger", () => {
    const view = draw({ creditor: [] });
    expect(text(view.empty?.title ?? null)).toBe("Bienvenue dans Relance");
    expect(view.empty?.actions.map(({ action }) => action)).toEqual([{ go: "first-run" }]);
  });

  it("offers an import or a first debtor while there is no invoice", () => {
    const view = draw({ creditor: FRESH });
    expect(view.empty?.actions.map(({ label }) => text(label))).toEqual([
      "Importer un fichier",
      "Ajouter un débiteur",
    ]);
    expect(view.end).toBeNull();
  });

  it("says what is expected and late, without chips or minutes, under twenty open invoices", () => {
    const given: Given = {
      creditor: FRESH,
      accounts: {
        bloch: overdue("bloch", "Atelier Bloch"),
        noir: overdue("noir", "Noir & Fils", "2027-02-01"),
      },
    };
    const view = draw(given);
    expect(view.small).toBe(true);
    expect(text(view.summary)).toBe("2 300 € attendus, dont 1 150 € en retard");
    expect(view.chips).toEqual([]);
    expect(text(draw({ ...given, language: "en" }).summary)).toBe(
      "€2,300 expected, of which €1,150 late",
    );
  });

  it("shows totals, debtors, minutes and chips from twenty open invoices on", () => {
    const view = draw(twenty);
    expect(text(view.summary)).toBe("23 000 € en retard · 20 débiteurs · ~40 min");
    expect(view.chips.map(({ label, count }) => [text(label), count])).toEqual([["Relances", 20]]);
    expect(text(draw({ ...twenty, language: "en" }).summary)).toBe(
      "€23,000 late · 20 debtors · ~40 min",
    );
  });

  it("gives a row its word, name, amount, one reason and one button", () => {
    const [row] = draw({
      creditor: FRESH,
      accounts: { bloch: overdue("bloch", "Atelier Bloch") },
    }).rows;
    expect(text(row?.word ?? null)).toBe("RELANCE");
    expect(row?.name).toEqual({ foreign: "Atelier Bloch" });
    expect(row?.amounts.map(text)).toEqual(["1 150,00 €"]);
    expect(text(row?.reason ?? null)).toBe("1re relance, 19 jours de retard, 1 facture");
    expect(text(row?.primary.label ?? null)).toBe("Préparer le brouillon");
    expect(row?.primary.action).toEqual({ act: "prepare-draft", account: "bloch" });
    expect(row?.more.map(({ label }) => text(label))).toEqual([
      "Pas aujourd'hui",
      "Pourquoi ?",
      "Échanges",
      "Fiche débiteur",
    ]);
  });

  it("prepares all drafts where the host writes them, else begins one form after another", () => {
    const at = draw(twenty).drafts;
    expect([text(at?.text ?? null), text(at?.action.label ?? null)]).toEqual([
      "20 brouillons à préparer",
      "Tout préparer",
    ]);
    const one = viewOf(todayView, { canWriteDrafts: false }, twenty).drafts;
    expect(text(one?.action.label ?? null)).toBe("Commencer");
    expect(one?.action.action).toMatchObject({ act: "prepare-drafts", oneByOne: true });
  });

  it("puts a broken promise before the reminders, citing its day and the statement's", () => {
    const [row] = draw({
      creditor: FRESH,
      accounts: {
        noir: overdue("noir", "Noir"),
        bloch: [...overdue("bloch", "Atelier Bloch"), promise("2026-11-13", 115_000)],
      },
    }).rows;
    expect(text(row?.word ?? null)).toBe("ROMPUE");
    expect(text(row?.reason ?? null)).toBe(
      "Promis au 13/11, rien au relevé du 20/11 (1 150,00 € promis)",
    );
    expect(text(row?.primary.label ?? null)).toBe("Préparer la relance");
  });

  it("shows payments with their local hour, and answers as never watched rather than ticked", () => {
    const view = draw({ creditor: [OPENED, KNOWN] });
    expect(text(view.payments.text)).toBe("Encours au 20/11 07:55");
    expect(view.payments).toMatchObject({ stale: false, actions: [] });
    expect(text(view.answers.text)).toBe("Réponses : non surveillées");
    expect(view.answers.actions.map(({ label }) => text(label))).toEqual([
      "Vérifié, aucune réponse",
    ]);
    expect(text(draw({ creditor: FRESH }).answers.text)).toBe("Réponses vues 08:12");
    expect(text(draw({ creditor: FRESH, language: "en" }).answers.text)).toBe("Replies seen 08:12");
  });

  it("turns stale after the creditor's working days, with both ways to renew", () => {
    const view = draw({ creditor: FRESH, today: "2026-11-27" });
    expect(view.payments.stale).toBe(true);
    expect(view.payments.actions.map(({ label }) => text(label))).toEqual([
      "Importer",
      "Encours vérifié, à jour",
    ]);
    expect(text(view.payments.text)).toBe("Encours au 20/11 07:55");
  });

  it("counts those for whom nothing is done, and says why for each", () => {
    const given: Given = {
      creditor: FRESH,
      accounts: { noir: overdue("noir", "Noir", "2027-02-01") },
    };
    expect(text(draw(given).silent?.label ?? null)).toBe("Rien pour 1 débiteur : pourquoi ›");
    const [row] = viewOf(silentView, null, given).rows;
    expect(row?.name).toEqual({ foreign: "Noir" });
    expect(text(row?.reason ?? null)).toContain("27 janvier 2027");
    const [inEnglish] = viewOf(silentView, null, { ...given, language: "en" }).rows;
    expect(text(inEnglish?.reason ?? null)).toContain("27 January 2027");
  });

  it("ends with what the day brought and the next date", () => {
    const given: Given = {
      creditor: FRESH,
      accounts: {
        bloch: [
          ...overdue("bloch", "Atelier Bloch"),
          {
            type: "promise-made",
            data: {
              promise: "p",
              on: dateOf("2026-11-20"),
              by: dateOf("2026-11-23"),
              amount: 115_000,
              currency: "EUR",
              invoices: [],
              condition: null,
              channel: "call",
              exchange: null,
              quote: null,
            },
          },
        ],
      },
    };
    expect(text(draw(given).end)).toMatch(/^Terminé : 1 débiteur, 1 150 € promis\. Prochaine/);
    expect(text(draw({ ...given, language: "en" }).end)).toMatch(
      /^Done: 1 debtor, €1,150 promised\. Next date/,
    );
  });

  it("names money that no debtor could be found for", () => {
    const [notice] = draw({
      creditor: [
        ...FRESH,
        {
          type: "bank-line-recorded",
          data: {
            line: "l1",
            on: dateOf("2026-11-18"),
            currency: "EUR",
            amount: 12_000,
            reference: null,
            payer: null,
          },
        },
      ],
    }).notices;
    expect(text(notice?.text ?? null)).toBe("1 règlement sans débiteur : 120,00 €.");
  });
});
