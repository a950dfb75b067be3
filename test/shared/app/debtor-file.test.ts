import { describe, expect, it } from "vitest";
import { debtorView } from "#shared/app/debtor-view.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { accountEntry, blobsOf } from "#shared/app/streams.ts";
import { timelineView } from "#shared/app/timeline-view.ts";
import { accountSchemas } from "#shared/claims/events.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { OPENED, contact, debtor, decisionOf, invoice, text, viewOf } from "./given.ts";

const SHA = "ab".repeat(32);
const BLOB = { sha256: SHA, size: 1234 };
const ON = dateOf("2026-11-10");

const NOTICE: AccountEvent = {
  type: "step-taken",
  data: {
    act: "act-1",
    step: "formal-notice",
    on: ON,
    portions: [{ invoice: "F-1", portion: "p1" }],
    how: "declared",
    exchange: null,
    draft: null,
  },
};
const PROOF: AccountEvent = {
  type: "letter-proof-recorded",
  data: {
    proof: "proof-1",
    act: "act-1",
    kind: "first-presentation",
    on: ON,
    name: "suivi.pdf",
    blob: BLOB,
    obtained: "as-received",
  },
};
const SENSITIVE: AccountEvent = {
  type: "sensitive-hold-placed",
  data: { hold: "hold-s", on: ON, reason: "death", note: "le gérant" },
};
const INSOLVENT: AccountEvent = {
  type: "insolvency-opened",
  data: {
    insolvency: "ins-1",
    state: "receivership",
    judgmentOn: dateOf("2026-11-02"),
    publishedOn: dateOf("2026-11-12"),
    court: "Périgueux",
    officer: "Me Vial",
    source: "BODACC",
  },
};
const HANDED: AccountEvent = {
  type: "claims-handed-over",
  data: {
    handOver: "hand-1",
    on: ON,
    invoices: [],
    to: "Me Colin",
    role: "lawyer",
    email: null,
    phone: null,
  },
};
const SET_OFF: AccountEvent = {
  type: "set-off-claimed",
  data: {
    setOff: "off-1",
    on: ON,
    by: "debtor",
    currency: "EUR",
    amount: 20000,
    invoices: [],
    reference: "AV-1",
    note: null,
  },
};
const seen = (where: "quote" | "register", name: string): AccountEvent => ({
  type: "identity-seen",
  data: {
    seen: `seen-${where}`,
    where,
    on: ON,
    name,
    siren: null,
    address: null,
    closed: false,
    source: where,
    blob: null,
  },
});

const given = (events: readonly AccountEvent[], language: Language = "fr") => ({
  creditor: [OPENED],
  accounts: {
    nordis: [
      debtor("nordis", "Nordis SAS"),
      contact("compta@nordis.example"),
      invoice("F-1", 115000, "2026-09-10"),
      ...events,
    ],
  },
  language,
});
const fileOn = (events: readonly AccountEvent[], language: Language = "fr") =>
  viewOf(debtorView, { account: "nordis" }, given(events, language));
const historyOf = (events: readonly AccountEvent[]) =>
  viewOf(timelineView, { account: "nordis", page: 0 }, given(events)).items;

describe("the debtor's file", () => {
  it("keeps folded what holds nothing, with the buttons that fill it", () => {
    const { groups } = fileOn([]);
    const law = groups.find(({ key }) => key === "law");
    expect(law?.open).toBe(false);
    expect(law?.sections).toEqual([]);
    expect(law?.adds.map(({ action }) => ("form" in action ? action.form : ""))).toEqual([
      "insolvency",
      "hand-over",
      "legal-fact",
      "interruption",
      "suspension",
    ]);
  });

  it("counts what still holds, and opens what moves chasing", () => {
    const promised = fileOn([SET_OFF]).groups.find(({ key }) => key === "promised");
    expect(promised?.count).toBe(1);
    expect(promised?.open).toBe(true);
    const [line] = promised?.sections.find(({ key }) => key === "set-offs")?.items ?? [];
    expect(text(line?.text ?? null)).toBe(
      "Compensation de 200,00 € opposée par le débiteur (AV-1). Dû : 1 150,00 € ; si elle est acceptée : 950,00 €",
    );
  });

  it("says on top that chasing is paused, who chases instead and what the court opened", () => {
    expect(fileOn([SENSITIVE, INSOLVENT, HANDED]).standing.map((one) => text(one.text))).toEqual([
      "Relances suspendues depuis le 10/11. Rien n'est préparé, cité ni marqué.",
      "Redressement judiciaire, jugement du 02/11.",
      "Remis à Me Colin (avocat) le 10/11 : il reste à répondre avec neutralité et à transférer.",
    ]);
  });

  it("names where two sources disagree on who the debtor is", () => {
    const { groups } = fileOn([seen("quote", "Nordis SAS"), seen("register", "Nord Import SAS")]);
    const identity = groups.find(({ key }) => key === "identity");
    expect(identity?.open).toBe(true);
    expect(text(identity?.notices[0]?.text ?? null)).toBe(
      "Le nom : les sources ne concordent pas. Fiche : Nordis SAS. Devis : Nordis SAS. Registre public : Nord Import SAS.",
    );
  });

  it("speaks English as fully", () => {
    const { standing } = fileOn([HANDED], "en");
    expect(text(standing[0]?.text ?? null)).toBe(
      "Handed over to Me Colin (lawyer) on 10 Nov: what remains is a neutral answer and forwarding.",
    );
  });
});

describe("the history of a debtor", () => {
  it("tells of proceedings, letters and who chases, each undone while nothing rests on it", () => {
    const items = historyOf([NOTICE, PROOF, INSOLVENT, HANDED]);
    const lines = items.map(({ text: line }) => text(line));
    expect(lines).toContain("Mise en demeure : première présentation");
    expect(lines).toContain("Redressement judiciaire, jugement du 02/11, BODACC du 12/11");
    expect(lines).toContain("Remis à Me Colin (avocat)");
    const notice = items.find(({ key }) => key === "act-1");
    expect(notice?.undo).toBeNull();
    expect(items.find(({ key }) => key === "proof-1")?.undo).not.toBeNull();
  });

  it("opens the bytes of a proof as it opens a document", () => {
    const proof = historyOf([NOTICE, PROOF]).find(({ key }) => key === "proof-1");
    expect(proof?.exhibits.map(({ sha256 }) => sha256)).toEqual([SHA]);
  });

  it("tells both totals of the day on which the order of allocation was chosen", () => {
    const chosen: AccountEvent = {
      type: "allocation-order-set",
      data: {
        order: "interest-first",
        on: dateOf("2026-11-12"),
        currency: "EUR",
        principalFirstTotal: 115_000,
        interestFirstTotal: 117_350,
      },
    };
    const [item] = historyOf([chosen]).filter(({ key }) => key.startsWith("allocation-order"));
    expect(text(item?.text ?? null).replace(/\s/g, " ")).toContain(
      "d'abord sur les intérêts : 1 150,00 € dus (principal d'abord), 1 173,50 € (intérêts d'abord)",
    );
  });

  it("says of a sensitive hold that chasing is on hold, and neither why nor what was noted", () => {
    const hold = historyOf([SENSITIVE]).find(({ key }) => key === "hold-s");
    expect(text(hold?.text ?? null)).toBe("Suspension des relances");
    expect(hold?.words).toBeNull();
  });
});

describe("bytes that an event speaks of", () => {
  it("are named in the header of every kind of event that has any", () => {
    const withBytes = Object.entries(accountSchemas).filter(([, schema]) => "blob" in schema.shape);
    expect(withBytes.map(([type]) => type).sort()).toEqual([
      "document-attached",
      "exchange-filed",
      "identity-seen",
      "insurer-consented",
      "legal-fact-recorded",
      "letter-proof-recorded",
    ]);
    expect(blobsOf(PROOF)).toEqual([BLOB]);
    expect(accountEntry("nordis", PROOF).blobs).toEqual([BLOB]);
    expect(accountEntry("nordis", SENSITIVE).blobs).toEqual([]);
  });

  it("are kept before the act is written, whichever act brings them", () => {
    const command = {
      type: "record-legal-fact" as const,
      kind: "business-sale-published" as const,
      on: ON,
      invoices: [],
      note: null,
      blob: BLOB,
    };
    const decision = decisionOf(recordAct, { account: "nordis", command }, given([]));
    expect(decision.keeps).toEqual([SHA]);
    expect(decision.entries.map(({ blobs }) => blobs)).toEqual([[BLOB]]);
  });
});
