import { describe, expect, it } from "vitest";
import { assignBankLine } from "#shared/app/bank-acts.ts";
import {
  acceptDiscrepancy,
  addDebtor,
  correctCreditor,
  eraseEntries,
  markLooked,
  markPaymentsKnown,
  openLedger,
  setSenderAside,
  voidEntries,
} from "#shared/app/ledger-acts.ts";
import type { AddDebtorInput } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { refusalText } from "#shared/app/refusal-text.ts";
import type { ActRefusal } from "#shared/app/refusal-text.ts";
import { NEW_CREDITOR, firstRunView, settingsView } from "#shared/app/settings-view.ts";
import { wallClock } from "#shared/app/wall-clock.ts";
import { bankLineIdOf, paymentIdOf } from "#shared/claims/ids.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { OPENED, debtor, decisionOf, invoice, loadedOf, refusalOf, text, viewOf } from "./given.ts";
import type { Given } from "./given.ts";

const CREDITOR = {
  ...NEW_CREDITOR,
  name: "Menuiserie Lacombe",
  signatory: "Claire Lacombe",
  addresses: ["Claire@Lacombe.example "],
};

const BLOCH: AddDebtorInput = {
  debtor: {
    name: "Atelier Bloch",
    kind: "business",
    soleTrader: false,
    country: "FR",
    language: "fr",
    siren: null,
    siret: null,
    vatNumber: null,
    phone: null,
    address: null,
  },
  contacts: [
    { name: "Sarah", email: "sarah@bloch.example", phone: null, roles: ["chasing"] },
    { name: null, email: "compta@bloch.example", phone: null, roles: ["invoicing"] },
  ],
  group: "Groupe Bloch",
  evenSo: false,
};

const both = (refusal: ActRefusal): readonly [string, string] => [
  text(refusalText(refusal, "fr")),
  text(refusalText(refusal, "en")),
];

describe("opening a ledger", () => {
  it("refuses in words to chase for somebody else", () => {
    const refusal = refusalOf(
      openLedger,
      { creditor: CREDITOR, ownInvoices: false },
      { creditor: [] },
    );
    expect(refusal).toEqual({ type: "not-own-invoices" });
    expect(both(refusal)[0]).toContain("pour autrui");
    expect(both(refusal)[1]).toContain("for others");
  });

  it("asks for the fields that it cannot do without, by name", () => {
    const unnamed = { creditor: { ...CREDITOR, name: " " }, ownInvoices: true };
    const refusal = refusalOf(openLedger, unnamed, { creditor: [] });
    expect(both(refusal)).toEqual(["À remplir : nom.", "To be filled in: name."]);
    const unread = { creditor: { ...CREDITOR, addresses: ["claire"] }, ownInvoices: true };
    expect(refusalOf(openLedger, unread, { creditor: [] })).toEqual({
      type: "field-wrong",
      field: "addresses",
    });
  });

  it("keeps addresses in lower case, and opens once", () => {
    const { entries } = decisionOf(
      openLedger,
      { creditor: CREDITOR, ownInvoices: true },
      { creditor: [] },
    );
    expect(entries[0]).toMatchObject({
      stream: "creditor",
      type: "ledger-opened",
      data: { addresses: ["claire@lacombe.example"] },
    });
    expect(refusalOf(openLedger, { creditor: CREDITOR, ownInvoices: true }, {})).toEqual({
      type: "already-open",
    });
  });

  it("asks whose invoices they are before anything else, and says where data lie", () => {
    const view = viewOf(firstRunView, { storage: { type: "memory" } }, { creditor: [] });
    expect(text(view.ownInvoices.question)).toBe("Est-ce pour relancer vos propres factures ?");
    expect(text(view.storage)).toContain("tout sera perdu");
    const settings = viewOf(settingsView, { storage: { type: "browser" } }, { language: "en" });
    expect(text(settings.storage)).toContain("in this browser");
    expect(settings.fields.find(({ key }) => key === "staleAfterDays")).toMatchObject({
      value: "3",
      min: 1,
      max: 10,
    });
  });

  it("corrects what is given and leaves the rest", () => {
    const { entries } = decisionOf(correctCreditor, { changes: { name: "Lacombe SARL" } }, {});
    expect(entries[0]?.data).toEqual({ changes: { name: "Lacombe SARL" } });
    expect(refusalOf(correctCreditor, { changes: { country: "France" } }, {})).toEqual({
      type: "field-wrong",
      field: "country",
    });
  });
});

describe("adding a debtor", () => {
  it("writes debtor, contacts and group as one act that one click undoes", () => {
    const { entries, view } = decisionOf(addDebtor, BLOCH, {});
    expect(entries.map(({ type }) => type)).toEqual([
      "debtor-added",
      "contact-added",
      "contact-added",
      "debtor-grouped",
    ]);
    expect(new Set(entries.map(({ batch }) => batch))).toEqual(new Set([view.undo?.batch]));
    expect(view.undo?.accounts).toEqual([view.account]);
    expect(text(view.text)).toBe("Atelier Bloch : débiteur ajouté.");
  });

  it("names a debtor already known by its name, and takes another one if told so", () => {
    const known: Given = { accounts: { one: [debtor("one", "ATELIER BLOCH")] } };
    const refusal = refusalOf(addDebtor, BLOCH, known);
    expect(refusal).toEqual({ type: "debtor-known", account: "one", by: "name" });
    expect(both(refusal)[0]).toBe("Un débiteur de ce nom existe déjà. Est-ce un autre ?");
    expect(viewOf(addDebtor, { ...BLOCH, evenSo: true }, known).account).not.toBe("one");
  });

  it("says what the core refuses, in words", () => {
    const wrong = { ...BLOCH, debtor: { ...BLOCH.debtor, siren: "123" } };
    expect(both(refusalOf(addDebtor, wrong, {}))[0]).toContain("SIREN");
  });
});

describe("acts of the whole ledger", () => {
  it("writes an act by hand with its undo, and refuses in an account that is not there", () => {
    const given: Given = { accounts: { one: [debtor("one", "Bloch")] } };
    const note = { type: "write-note", on: dateOf("2026-11-20"), text: "rappeler" } as const;
    const { entries, view } = decisionOf(recordAct, { account: "one", command: note }, given);
    expect(entries).toHaveLength(1);
    expect(view.undo).toMatchObject({ batch: entries[0]?.batch, accounts: ["one"] });
    expect(refusalOf(recordAct, { account: "two", command: note }, given)).toEqual({
      type: "account-unknown",
      account: "two",
    });
  });

  it("takes payments as known up to a day that has come, and looks with their author", () => {
    const later = { asOf: dateOf("2026-11-21"), source: "hand" } as const;
    const refusal = refusalOf(markPaymentsKnown, later, {});
    expect(both(refusal)[0]).toBe("Le 21 novembre 2026 est encore à venir.");
    const { entries } = decisionOf(markLooked, { accounts: ["one"], where: "by-hand" }, {});
    expect(entries[0]).toMatchObject({
      stream: "mailbox",
      data: { on: "2026-11-20", accounts: ["one"] },
    });
  });

  it("leaves a sender aside and takes it back", () => {
    const aside = decisionOf(setSenderAside, { address: "Pub@X.example", why: "never" }, {});
    expect(aside.entries[0]?.data).toEqual({ address: "pub@x.example", why: "never" });
    const back = decisionOf(setSenderAside, { address: "pub@x.example", why: "taken-back" }, {});
    expect(back.entries[0]?.type).toBe("sender-taken-back");
  });

  it("undoes entries with an act that can be undone itself, and erases only with a reason", () => {
    const hash = "a".repeat(64);
    const { entries, view } = decisionOf(voidEntries, { account: "one", entries: [hash] }, {});
    expect(entries[0]).toMatchObject({ type: "entry-voided", batch: view.undo?.batch });
    expect(text(view.undo?.label ?? null)).toBe("Rétablir");
    const given: Given = { accounts: { one: [debtor("one", "Bloch")] } };
    const refusal = refusalOf(
      eraseEntries,
      { account: "one", entries: [hash], reason: " " },
      given,
    );
    expect(both(refusal)[1]).toBe("Say why: the reason stays in the ledger.");
    const erased = viewOf(
      eraseEntries,
      { account: "one", entries: [hash], reason: "demande" },
      given,
    );
    expect(erased.undo).toBeNull();
  });

  it("assigns money without a debtor to one, oldest invoice first, as the payment a statement would name", () => {
    const facts = {
      on: dateOf("2026-11-18"),
      currency: "EUR" as const,
      amount: 120_000,
      reference: "VIR",
      payer: "BLOCH",
    };
    const line = bankLineIdOf("led-1", { ...facts, rank: 0 });
    const given: Given = {
      creditor: [OPENED, { type: "bank-line-recorded", data: { line, ...facts } }],
      accounts: {
        one: [
          debtor("one", "Bloch"),
          invoice("F-2", 100_000, "2026-11-01"),
          invoice("F-1", 50_000, "2026-10-01"),
        ],
      },
    };
    const { entries } = decisionOf(
      assignBankLine,
      { line, account: "one", allocations: null },
      given,
    );
    expect(entries.map(({ type }) => type)).toEqual(["bank-line-assigned", "payment-recorded"]);
    expect(entries[1]?.data).toMatchObject({
      payment: paymentIdOf("led-1", { ...facts, rank: 0 }),
      allocations: [
        { invoice: "F-1", amount: 50_000 },
        { invoice: "F-2", amount: 70_000 },
      ],
    });
    expect(loadedOf(given).creditor.bankLines[0]?.state).toBe("open");
    const negative = [-10_000, 20_000].map((amount) => ({
      invoice: "F-1",
      portion: null,
      to: "principal" as const,
      amount,
    }));
    const wrong = { line, account: "one", allocations: negative };
    expect(refusalOf(assignBankLine, wrong, given).type).not.toBe("allocated-beyond");
    const recorded = entries[1];
    const merged: Given = {
      ...given,
      accounts: {
        one: [
          ...(given.accounts?.["one"] ?? []),
          { type: "payment-recorded", data: recorded?.data } as AccountEvent,
        ],
      },
    };
    const again = decisionOf(assignBankLine, { line, account: "one", allocations: null }, merged);
    expect(again.entries.map(({ type }) => type)).toEqual(["bank-line-assigned"]);
    const aside = refusalOf(assignBankLine, { line, setAside: "" }, given);
    expect(aside).toEqual({ type: "reason-missing" });
  });

  it("accepts a discrepancy that stands, with its reason, and none that is gone", () => {
    const gone = { account: "one", discrepancy: "discrepancy-x", reason: "vu" };
    const given: Given = { accounts: { one: [debtor("one", "Bloch")] } };
    expect(refusalOf(acceptDiscrepancy, gone, given)).toEqual({ type: "discrepancy-unknown" });
  });
});

describe("the clock of the creditor", () => {
  it.each([
    ["2026-11-20T06:55:00.000Z", "Europe/Paris", "2026-11-20", "07:55"],
    ["2026-07-01T22:30:00Z", "Europe/Paris", "2026-07-02", "00:30"],
    ["2026-03-29T00:59:00Z", "Europe/Paris", "2026-03-29", "01:59"],
    ["2026-03-29T01:00:00Z", "Europe/Paris", "2026-03-29", "03:00"],
    ["2026-10-25T00:59:00Z", "Europe/London", "2026-10-25", "01:59"],
    ["2026-10-25T01:00:00Z", "Europe/London", "2026-10-25", "01:00"],
  ])("reads %s in %s", (instant, zone, on, clock) => {
    expect(wallClock(instant, zone)).toEqual({ on, clock });
  });

  it("says nothing of zones it does not know", () => {
    expect(wallClock("2026-11-20T06:55:00.000Z", "America/New_York")).toBeNull();
    expect(wallClock("2026-11-20T06:55", "Europe/Paris")).toBeNull();
    expect(wallClock("2026-11-20T06:55:00Z", "toString")).toBeNull();
  });
});
