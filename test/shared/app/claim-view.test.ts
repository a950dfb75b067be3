import { describe, expect, it } from "vitest";
import { agedView } from "#shared/app/aged-view.ts";
import { claimView } from "#shared/app/claim-view.ts";
import { debtorView } from "#shared/app/debtor-view.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import {
  KNOWN,
  LOOKED,
  OPENED,
  contact,
  debtor,
  invoice,
  promise,
  refusalOf,
  text,
  viewOf,
} from "./given.ts";
import type { Given } from "./given.ts";

const disputed: AccountEvent = {
  type: "dispute-opened",
  data: {
    dispute: "d1",
    on: dateOf("2026-11-03"),
    invoice: "F-3",
    amount: 20_000,
    reason: "quantity",
    mustAct: "us",
    note: null,
    exchange: null,
    quote: "il manque deux battants",
  },
};

const astray: AccountEvent = {
  type: "payment-recorded",
  data: {
    payment: "pay1",
    on: dateOf("2026-11-05"),
    currency: "EUR",
    amount: 15_000,
    allocations: [{ invoice: "F-9", portion: null, to: "principal", amount: 15_000 }],
    reference: "VIR 12",
    source: "hand",
  },
};

const reminded: AccountEvent = {
  type: "step-taken",
  data: {
    act: "a1",
    step: "reminder-1",
    on: dateOf("2026-11-10"),
    portions: [{ invoice: "F-1", portion: "p1" }],
    how: "declared",
    exchange: null,
    draft: null,
  },
};

const story: readonly AccountEvent[] = [
  debtor("bloch", "Atelier Bloch"),
  contact("compta@bloch.example"),
  invoice("F-1", 115_000, "2026-10-30"),
  invoice("F-2", 200_000, "2026-11-30"),
  invoice("F-3", 50_000, "2026-09-01"),
  promise("2026-11-13", 115_000),
  disputed,
  reminded,
];

const given = (more: readonly AccountEvent[] = [], rest: Partial<Given> = {}): Given => ({
  creditor: [OPENED, KNOWN, LOOKED],
  accounts: { bloch: [...story, ...more] },
  ...rest,
});

const claim = (at: Given) => viewOf(claimView, { account: "bloch" }, at);

describe("the claim", () => {
  it("says who, how much and how late, what they said, and the next step, in French", () => {
    const { lines } = claim(given());
    expect(text(lines.who)).toBe("Atelier Bloch · entreprise");
    expect(text(lines.owes)).toBe(
      "3 450,00 € dus, dont 1 450,00 € en retard, jusqu'à 80 jours. 200,00 € en litige, à part.",
    );
    expect(text(lines.said)).toBe("Le 03/11 : « il manque deux battants »");
    expect(text(lines.next)).toBe(
      "1re relance : promis au 13/11, rien au relevé du 20/11 (1 150,00 € promis).",
    );
  });

  it("says the same in English", () => {
    const { lines } = claim(given([], { language: "en" }));
    expect(text(lines.owes)).toBe(
      "€3,450.00 owed, of which €1,450.00 late, by up to 80 days. €200.00 contested, set apart.",
    );
    expect(text(lines.said)).toBe("On 3 Nov: “il manque deux battants”");
    expect(text(lines.next)).toMatch(
      /^First reminder: promised by 13 Nov, nothing in by 20 Nov \(€1,150\.00 promised\)/,
    );
  });

  it("names who is written to once the contact for chasing has bounced", () => {
    const other: AccountEvent = {
      type: "contact-added",
      data: {
        contact: "c-2",
        name: null,
        email: "direction@bloch.example",
        phone: null,
        roles: ["approver"],
      },
    };
    const bounced: AccountEvent = {
      type: "contact-retired",
      data: {
        contact: "contact-compta@bloch.example",
        reason: "bounced",
        on: dateOf("2026-11-18"),
      },
    };
    expect(claim(given([other])).notices).toEqual([]);
    const { notices, preview } = claim(given([other, bounced]));
    expect(notices.map((notice) => text(notice.text))).toEqual([
      "compta@bloch.example ne reçoit plus de messages. Prochain contact proposé : direction@bloch.example.",
    ]);
    expect(preview?.recipients.map((one) => text(one))).toEqual(["direction@bloch.example"]);
    const alone = claim(given([bounced]));
    expect(alone.notices).toEqual([]);
  });

  it("has one button, which takes the step", () => {
    const { primary } = claim(given());
    expect(text(primary?.label ?? null)).toBe("Préparer la relance");
    expect(primary?.action).toEqual({ act: "prepare-draft", account: "bloch" });
  });

  it("shows each invoice with its step, its next date, what is contested and what is promised", () => {
    const { rows } = claim(given()).table;
    const seen = rows.map((row) => ({
      number: row.number.foreign,
      open: text(row.open),
      late: text(row.late),
      step: text(row.step),
      next: text(row.next),
      contested: text(row.contested),
      promised: text(row.promised),
    }));
    expect(seen).toEqual([
      {
        number: "F-3",
        open: "500,00 €",
        late: "80 j",
        step: "",
        next: "1re relance aujourd'hui",
        contested: "200,00 €",
        promised: "13/11",
      },
      {
        number: "F-1",
        open: "1 150,00 €",
        late: "21 j",
        step: "1re relance, 10/11",
        next: "2e relance le 29/11",
        contested: "",
        promised: "13/11",
      },
      {
        number: "F-2",
        open: "2 000,00 €",
        late: "",
        step: "",
        next: "Rappel avant échéance mercredi",
        contested: "",
        promised: "13/11",
      },
    ]);
  });

  it("keeps principal, what is contested and credit apart", () => {
    const { balances } = claim(given([astray]));
    expect(balances.map(({ label, amounts }) => [text(label), ...amounts.map(text)])).toEqual([
      ["Principal", "3 650,00 €"],
      ["Dont contesté", "200,00 €"],
      ["En crédit", "150,00 €"],
    ]);
  });

  it("previews the step, its tone and whom it is written to", () => {
    const { preview } = claim(given());
    expect(preview).toMatchObject({ step: "reminder-1", tone: "courteous" });
    expect(preview?.recipients).toEqual([{ foreign: "compta@bloch.example" }]);
    expect(preview?.contested).toEqual([{ foreign: "F-3" }]);
  });

  it("says why nothing is done, and when something will be", () => {
    const at: Given = {
      creditor: [OPENED, KNOWN, LOOKED],
      accounts: {
        bloch: [
          debtor("bloch", "Bloch"),
          contact("a@b.example"),
          invoice("F-1", 1_000, "2027-02-01"),
        ],
      },
    };
    const view = claim(at);
    expect(view.primary).toBeNull();
    expect(text(view.reasonsTitle)).toBe("Pourquoi rien aujourd'hui");
    expect(text(view.lines.next)).toContain(
      "Rien aujourd'hui : prochaine étape le 27 janvier 2027",
    );
    expect(text(view.lines.said)).toBe("Aucune réponse à ce jour.");
  });

  it("holds steps back while a hold runs, and offers to lift it", () => {
    const hold: AccountEvent = {
      type: "hold-placed",
      data: {
        hold: "h1",
        on: dateOf("2026-11-10"),
        until: dateOf("2026-11-25"),
        invoices: ["F-3"],
        reason: "avoir en cours",
      },
    };
    const view = claim(given([hold]));
    expect(text(view.notices[0]?.text ?? null)).toBe("Suspension jusqu'au 25/11 : avoir en cours");
    expect(view.notices[0]?.action?.action).toEqual({
      act: "lift-hold",
      account: "bloch",
      hold: "h1",
    });
    expect(text(view.table.rows[0]?.next ?? null)).toBe("1re relance, retenue");
  });

  it("refuses an account that is not there", () => {
    expect(refusalOf(claimView, { account: "nobody" }, given())).toEqual({
      type: "account-unknown",
      account: "nobody",
    });
  });

  it("keeps what people typed apart from our own words", () => {
    const name = "<img src=x onerror=alert(1)>";
    const view = claim({ creditor: [OPENED], accounts: { bloch: [debtor("bloch", name)] } });
    expect(view.name).toEqual({ foreign: name });
    expect(view.lines.who[0]).toEqual({ foreign: name });
  });
});

describe("the debtor's file", () => {
  it("warns that notes may be communicated", () => {
    const notes = viewOf(debtorView, { account: "bloch" }, given())
      .groups.flatMap(({ sections }) => sections)
      .find(({ key }) => key === "notes");
    expect(text(notes?.hint ?? null)).toContain("communiquées au débiteur");
    expect(text(notes?.none ?? null)).toBe("Aucune note.");
  });

  it("lists what was agreed with how it stands", () => {
    const { groups } = viewOf(debtorView, { account: "bloch" }, given());
    const lines = groups
      .flatMap(({ sections }) => sections)
      .flatMap(({ items }) => items.map((item) => text(item.text)));
    expect(lines).toEqual([
      "1 150,00 € promis au 13/11 : rompue",
      "Litige sur la facture F-3 : 200,00 € (quantité), à nous d'agir",
      "compta@bloch.example (relances)",
    ]);
  });

  it("gives each discrepancy its choices", () => {
    const [found] = viewOf(debtorView, { account: "bloch" }, given([astray])).discrepancies;
    expect(text(found?.text ?? null)).toContain("facture inconnue ici");
    expect(found?.choices.map(({ action }) => ("act" in action ? action.act : "form"))).toEqual([
      "form",
      "void-entries",
      "accept-discrepancy",
    ]);
  });
});

describe("the aged balance", () => {
  it("adds up by age, with what is contested and in credit beside", () => {
    const { tables } = viewOf(agedView, null, given([astray]));
    expect(tables[0]?.columns.map(({ label }) => text(label))).toEqual([
      "Débiteur",
      "Non échu",
      "1 à 30 j",
      "31 à 60 j",
      "61 à 90 j",
      "Plus de 90 j",
      "Total",
      "En litige",
      "Au crédit du débiteur",
    ]);
    expect(tables[0]?.total.cells.map(({ minor }) => minor)).toEqual([
      200_000, 115_000, 0, 30_000, 0, 345_000, 20_000, 15_000,
    ]);
    expect(tables[0]?.total.cells[2]?.amount).toBeNull();
  });

  it("teaches what fills it while nothing is owed", () => {
    const view = viewOf(agedView, null, { language: "en" });
    expect(view.tables).toEqual([]);
    expect(text(view.empty?.title ?? null)).toBe("Nothing is owed");
  });
});
