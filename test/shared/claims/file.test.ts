import { describe, expect, it } from "vitest";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { insurerConsentNeeded } from "#shared/claims/insurance.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { addDebtor, after, invoiceCommand, paymentCommand } from "./account-story.ts";
import {
  base,
  ended,
  f1,
  f2,
  file,
  first,
  ofKind,
  on,
  refused,
  said,
  told,
  tomorrow,
} from "./file-story.ts";

const terms: Extract<AccountCommand, { readonly type: "set-terms" }> = {
  type: "set-terms",
  on,
  paymentDays: 45,
  endOfMonth: "days-then-end",
  contractRate: null,
  defaultByDueDate: false,
  limitationYears: null,
  transport: false,
  source: "contrat du 3 mars",
};
const sensitive: AccountCommand = {
  type: "place-sensitive-hold",
  on,
  reason: "death",
  note: null,
};
const guarantee: Extract<AccountCommand, { readonly type: "record-security" }> = {
  type: "record-security",
  kind: "guarantor",
  invoices: [f1],
  who: "M. Roux",
  currency: "EUR",
  amount: 80_00,
  on,
  dueOn: null,
  note: null,
};
const identity: Extract<AccountCommand, { readonly type: "record-identity" }> = {
  type: "record-identity",
  where: "register",
  on,
  name: "Nordis SAS",
  siren: "732 829 320",
  address: null,
  closed: false,
  source: "annuaire-entreprises.data.gouv.fr",
  blob: null,
};
const payer: Extract<AccountCommand, { readonly type: "name-payer" }> = {
  type: "name-payer",
  name: "Nordis Holding",
  email: null,
  invoices: [],
};
const insurance: Extract<AccountCommand, { readonly type: "set-insurance" }> = {
  type: "set-insurance",
  on,
  policy: {
    insurer: "Assureur",
    number: "P-1",
    currency: "EUR",
    cover: 500_00,
    extendDays: 60,
    declareDays: 90,
  },
};
const consent: Extract<AccountCommand, { readonly type: "record-insurer-consent" }> = {
  type: "record-insurer-consent",
  on,
  until: dateOf("2027-02-28"),
  note: "accord par courriel",
  blob: null,
};

describe("terms", () => {
  it("are kept as they were last said, with their source", () => {
    const state = told([terms, { ...terms, paymentDays: 30 }]);
    expect(file(state).terms?.paymentDays).toBe(30);
  });
  it("may hold a contractual rate below the floor of the law: that is a warning, no refusal", () => {
    expect(file(said({ ...terms, contractRate: 100 })).terms?.contractRate).toBe(100);
  });
  it("change no limitation against a consumer", () => {
    const years = { ...terms, limitationYears: 1 };
    expect(refused(years, ofKind("consumer")).type).toBe("limitation-fixed");
    expect(file(said(years)).terms?.limitationYears).toBe(1);
  });
  it("are never of tomorrow, and their source is words where it is given", () => {
    expect(refused({ ...terms, on: tomorrow }).type).toBe("date-in-future");
    expect(refused({ ...terms, source: " " })).toEqual({ type: "text-missing", field: "source" });
  });
});

describe("performance", () => {
  it("is dated invoice by invoice, in the past, and can be taken back", () => {
    const dated = said({ type: "date-performance", invoice: f1, on });
    expect(file(dated).performed).toEqual({ [f1]: on });
    expect(
      file(said({ type: "date-performance", invoice: f1, on: null }, dated)).performed,
    ).toEqual({});
    const future = { type: "date-performance", invoice: f1, on: tomorrow } as const;
    expect(refused(future).type).toBe("date-in-future");
    expect(refused({ ...future, invoice: "x", on }).type).toBe("no-such-invoice");
  });
});

describe("a sensitive hold", () => {
  it("stands once: a second one while it lasts is refused", () => {
    const held = said(sensitive);
    expect(refused(sensitive, held)).toMatchObject({ type: "sensitive-hold-lasts", on });
    const { hold } = first(file(held).sensitiveHolds);
    const lifted = said({ type: "lift-sensitive-hold", hold, on }, held);
    expect(file(said(sensitive, lifted)).sensitiveHolds).toHaveLength(2);
  });
  it("is lifted once, not before it was placed and not tomorrow", () => {
    const held = said(sensitive);
    const { hold } = first(file(held).sensitiveHolds);
    const lift = { type: "lift-sensitive-hold", hold, on } as const;
    expect(refused(lift).type).toBe("not-found");
    expect(refused({ ...lift, on: tomorrow }, held).type).toBe("date-in-future");
    expect(refused({ ...lift, on: dateOf("2026-11-01") }, held).type).toBe("date-too-early");
    expect(refused(lift, said(lift, held)).type).toBe("already-ended");
  });
});

describe("a security", () => {
  it("of a person names the person", () => {
    expect(refused({ ...guarantee, who: null })).toEqual({ type: "text-missing", field: "who" });
    const title = { ...guarantee, kind: "retention-of-title", who: null } as const;
    expect(file(said(title)).securities).toHaveLength(1);
  });
  it("has an amount above zero in the currency of its invoices", () => {
    expect(refused({ ...guarantee, amount: 0 }).type).toBe("amount-not-positive");
    expect(refused({ ...guarantee, currency: null }).type).toBe("text-missing");
    expect(refused({ ...guarantee, currency: "GBP" }).type).toBe("currency-differs");
  });
  it("falls due on or after its own day", () => {
    expect(refused({ ...guarantee, dueOn: dateOf("2026-11-17") }).type).toBe("date-too-early");
  });
  it("is released once, with the reason", () => {
    const state = said(guarantee);
    const { security } = first(file(state).securities);
    const release = { type: "release-security", security, ...ended } as const;
    expect(refused({ ...release, reason: "" }, state).type).toBe("text-missing");
    expect(refused({ ...release, security: "x" }, state).type).toBe("not-found");
    expect(refused(release, said(release, state)).type).toBe("already-ended");
  });
});

describe("an identity read in a quote, an invoice or the register", () => {
  it("is one however often it is entered: blanks, case and signs do not count", () => {
    const state = said(identity);
    expect(refused({ ...identity, siren: "732829320", name: "NORDIS  sas" }, state).type).toBe(
      "already-recorded",
    );
    expect(file(said({ ...identity, where: "quote" }, state)).identities).toHaveLength(2);
  });
  it("names a name, a source, a SIREN that holds and no day to come", () => {
    expect(refused({ ...identity, name: "" }).type).toBe("name-missing");
    expect(refused({ ...identity, source: "" }).type).toBe("text-missing");
    expect(refused({ ...identity, siren: "732829321" }).type).toBe("identifier-invalid");
    expect(refused({ ...identity, on: tomorrow }).type).toBe("date-in-future");
  });
});

describe("a payer apart from the debtor", () => {
  it("is one by its name, and set right when named again", () => {
    const state = told([payer, { ...payer, name: "NORDIS holding", email: "a@nordis.example" }]);
    expect(file(state).payers.map(({ email }) => email)).toEqual(["a@nordis.example"]);
  });
  it("has an address that holds, and is removed only if it is there", () => {
    expect(refused({ ...payer, email: "nordis" }).type).toBe("email-invalid");
    expect(refused({ type: "remove-payer", payer: "x" }).type).toBe("not-found");
    const state = said(payer);
    const id = first(file(state).payers).payer;
    expect(file(said({ type: "remove-payer", payer: id }, state)).payers).toEqual([]);
  });
});

describe("how this debtor is followed", () => {
  it("keeps an owner, a mode of charges and a plan, of the debtor or of one invoice", () => {
    const state = told([
      { type: "set-owner", owner: " Paul ", on },
      { type: "set-charge-mode", mode: "silent", on },
      { type: "choose-plan", invoice: null, plan: "firm", on },
      { type: "choose-plan", invoice: f1, plan: "consumer", on },
      {
        type: "set-invoicing-way",
        way: "portal",
        place: "Chorus Pro",
        orderNeeded: true,
        serviceCode: "SC-1",
        note: null,
      },
    ]);
    expect(file(state)).toMatchObject({
      owner: "Paul",
      plan: "firm",
      planByInvoice: { [f1]: "consumer" },
      invoicingWay: { serviceCode: "SC-1" },
    });
    expect(file(state).chargeMode?.mode).toBe("silent");
    expect(refused({ type: "set-owner", owner: "", on }).type).toBe("text-missing");
    expect(refused({ type: "choose-plan", invoice: "x", plan: null, on }).type).toBe(
      "no-such-invoice",
    );
    expect(refused({ type: "set-charge-mode", mode: null, on: tomorrow }).type).toBe(
      "date-in-future",
    );
  });
  it("keeps both totals with the order of allocation that was chosen", () => {
    const order = {
      type: "set-allocation-order",
      order: "interest-first",
      on,
      currency: "EUR",
      principalFirstTotal: 100_00,
      interestFirstTotal: 101_00,
    } as const;
    expect(file(said(order)).allocationOrder?.interestFirstTotal).toBe(101_00);
    expect(refused({ ...order, principalFirstTotal: -1 }).type).toBe("amount-not-positive");
  });
});

describe("a dispute entrusted", () => {
  const dispute: AccountCommand = {
    type: "open-dispute",
    on,
    invoice: f1,
    amount: null,
    reason: "quality",
    mustAct: "us",
    note: null,
    exchange: null,
    quote: null,
  };
  it("has an owner among us and an answer date after it was raised, while it is open", () => {
    const state = said(dispute);
    const id = first(state.disputes).dispute;
    const entrust = { type: "entrust-dispute", dispute: id, owner: "Paul", answerBy: on } as const;
    expect(first(file(said(entrust, state)).disputesEntrusted).owner).toBe("Paul");
    expect(refused(entrust).type).toBe("not-found");
    const early = { ...entrust, answerBy: dateOf("2026-11-01") };
    expect(refused(early, state).type).toBe("date-too-early");
    const closed = said(
      { type: "resolve-dispute", dispute: id, on, outcome: "withdrawn", note: null },
      state,
    );
    expect(refused(entrust, closed).type).toBe("already-ended");
  });
});

describe("credit insurance", () => {
  const late = dateOf("2027-02-01");
  it("names its insurer and a cover above zero", () => {
    const { policy } = insurance;
    if (policy === null) throw new Error("no policy");
    expect(refused({ ...insurance, policy: { ...policy, insurer: "" } }).type).toBe("name-missing");
    expect(refused({ ...insurance, policy: { ...policy, cover: 0 } }).type).toBe(
      "amount-not-positive",
    );
  });
  it("asks for the insurer's consent for a day beyond what the policy lets us grant, and only then", () => {
    const state = said(insurance);
    // F-1 fell due on 15 October: sixty days end on 14 December.
    expect(insurerConsentNeeded(state, [f1], dateOf("2026-12-14"))).toBeNull();
    expect(insurerConsentNeeded(state, [f1], dateOf("2026-12-15"))).toEqual({
      invoice: f1,
      lastOn: "2026-12-14",
    });
    expect(insurerConsentNeeded(state, [f2], dateOf("2026-12-15"))).toBeNull();
    expect(insurerConsentNeeded(state, [], dateOf("2026-12-15"))?.invoice).toBe(f1);
    expect(insurerConsentNeeded(base, [f1], late)).toBeNull();
  });
  it("is satisfied by a consent of that day or before which reaches that far", () => {
    const state = told([insurance, consent]);
    expect(insurerConsentNeeded(state, [f1], late, on)).toBeNull();
    expect(insurerConsentNeeded(state, [f1], dateOf("2027-03-01"), on)).not.toBeNull();
    expect(insurerConsentNeeded(state, [f1], late, dateOf("2026-11-17"))).not.toBeNull();
  });
  it("asks nothing for what is paid", () => {
    const paid = after([
      addDebtor,
      invoiceCommand("F-1", 100_00),
      paymentCommand(100_00),
      insurance,
    ]);
    expect(insurerConsentNeeded(paid, [], late)).toBeNull();
  });
  it("takes a consent with its words, past, and ending after it began", () => {
    expect(refused({ ...consent, note: " " }).type).toBe("text-missing");
    expect(refused({ ...consent, on: tomorrow }).type).toBe("date-in-future");
    expect(refused({ ...consent, until: dateOf("2026-11-01") }).type).toBe("date-too-early");
  });
});
