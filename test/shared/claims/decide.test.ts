import { describe, expect, it } from "vitest";
import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import { balanceOf, balancesOf } from "#shared/claims/balances.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { discrepanciesOf } from "#shared/claims/discrepancies.ts";
import type { ClaimRefusalType, RefusalFields } from "#shared/claims/refusals.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { shownText } from "#shared/kernel/text.ts";
import { claimWordsEn, claimWordsFr } from "#shared/locales/claims-words.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import {
  TODAY,
  addDebtor,
  after,
  idOfInvoice,
  invoiceCommand,
  paymentCommand,
  refusalOf,
} from "./account-story.ts";

const on = dateOf("2026-11-18");
const tomorrow = dateOf("2026-11-21");
const lateInvoice = "F-1";
const base = after([
  addDebtor,
  invoiceCommand(lateInvoice, 100_00),
  invoiceCommand("F-2", 50_00, "2026-11-01"),
]);
const f1 = idOfInvoice(base, "F-1");
const f2 = idOfInvoice(base, "F-2");
const p1 = { invoice: f1, portion: "p1" };

const promise: AccountCommand = {
  type: "make-promise",
  on,
  by: dateOf("2026-11-27"),
  amount: null,
  currency: "EUR",
  invoices: [f1],
  condition: null,
  channel: "mail",
  exchange: null,
  quote: "nous réglons vendredi",
};
const dispute: AccountCommand = {
  type: "open-dispute",
  on,
  invoice: f1,
  amount: 30_00,
  reason: "quantity",
  mustAct: "us",
  note: null,
  exchange: null,
  quote: null,
};
const instalments: AccountCommand = {
  type: "agree-instalments",
  on,
  currency: "EUR",
  invoices: [f1],
  parts: [
    { by: dateOf("2026-12-01"), amount: 50_00 },
    { by: dateOf("2027-01-01"), amount: 50_00 },
  ],
  exchange: null,
};
const hold: AccountCommand = {
  type: "place-hold",
  on,
  until: null,
  invoices: [],
  reason: "litige",
};
const call: AccountCommand = {
  type: "file-exchange",
  kind: "call",
  direction: "out",
  on,
  at: "2026-11-18T10:00:00",
  subject: null,
  from: null,
  to: ["Mme Roux"],
  messageId: null,
  outcome: "reached",
  words: "rappelle vendredi",
  blob: null,
  obtained: null,
  invoices: [f1],
  automatic: false,
};
const mail: AccountCommand = {
  ...call,
  kind: "mail",
  direction: "in",
  messageId: "<a@nordis.example>",
  outcome: null,
  blob: { sha256: "a".repeat(64), size: 10 },
  obtained: "as-received",
};
const document: AccountCommand = {
  type: "attach-document",
  kind: "order",
  name: "commande.pdf",
  on,
  invoice: f1,
  blob: null,
  obtained: null,
};
const contact: AccountCommand = {
  type: "add-contact",
  name: "Mme Roux",
  email: "Roux@nordis.example",
  phone: null,
  roles: ["chasing"],
};
const charge: AccountCommand = {
  type: "claim-charge",
  kind: "compensation",
  invoice: f1,
  amount: 40_00,
  on,
};
const creditNote: AccountCommand = {
  type: "record-credit-note",
  number: "A-1",
  issuedOn: on,
  currency: "EUR",
  amount: 20_00,
  allocations: null,
  source: "hand",
};
const draft: AccountCommand = {
  type: "prepare-draft",
  step: "reminder-1",
  tone: "courteous",
  on,
  language: "fr",
  portions: [p1],
  lower: [],
  reference: "R-ABC234",
  messageId: null,
  to: [],
  subject: "Facture F-1",
  promise: null,
};
const take = (draftId: string | null): AccountCommand => ({
  type: "take-step",
  step: "reminder-1",
  on,
  portions: [p1],
  how: "declared",
  exchange: null,
  draft: draftId,
});

const idIn = (state: AccountState, command: AccountCommand): string => {
  const next = after([command], state);
  const fresh = [
    ...next.promises.map((item) => item.promise),
    ...next.disputes.map((item) => item.dispute),
    ...next.instalments.map((item) => item.instalments),
    ...next.holds.map((item) => item.hold),
    ...next.exchanges.map((item) => item.exchange),
    ...next.documents.map((item) => item.document),
    ...next.contacts.map((item) => item.contact),
    ...next.charges.map((item) => item.charge),
    ...next.creditNotes.map((item) => item.creditNote),
    ...next.drafts.map((item) => item.draft),
    ...next.payments.map((item) => item.payment),
  ];
  const [id] = fresh;
  if (id === undefined) throw new Error("nothing was made");
  return id;
};

const ended = { on, reason: "erreur" };
const promiseId = idIn(base, promise);
const disputeId = idIn(base, dispute);
const plansId = idIn(base, instalments);
const holdId = idIn(base, hold);
const documentId = idIn(base, document);
const contactId = idIn(base, contact);
const chargeId = idIn(base, charge);
const noteId = idIn(base, creditNote);
const draftId = idIn(base, draft);
const paymentId = idIn(base, paymentCommand(10_00));
const mailId = idIn(base, mail);
const cancelled = after([{ type: "cancel-invoice", invoice: f1, ...ended }], base);
const paid = after([paymentCommand(100_00)], base);

type Row = readonly [
  saying: string,
  given: readonly AccountCommand[],
  when: AccountCommand,
  refused: ClaimRefusalType,
];

const rows: readonly Row[] = [
  ["a debtor without a name", [], { ...addDebtor, name: " " } as AccountCommand, "debtor-taken"],
  ["no change of a debtor", [], { type: "correct-debtor", changes: {} }, "nothing-changed"],
  [
    "a debtor renamed to nothing",
    [],
    { type: "correct-debtor", changes: { name: "" } },
    "name-missing",
  ],
  [
    "a SIREN whose check digit is wrong",
    [],
    { type: "correct-debtor", changes: { siren: "732829321" } },
    "identifier-invalid",
  ],
  [
    "a SIRET that is too short",
    [],
    { type: "correct-debtor", changes: { siret: "7328293200007" } },
    "identifier-invalid",
  ],
  [
    "a French VAT number with a wrong key",
    [],
    { type: "correct-debtor", changes: { vatNumber: "FR00732829320" } },
    "identifier-invalid",
  ],
  [
    "a country that is no code",
    [],
    { type: "correct-debtor", changes: { country: "France" } },
    "country-invalid",
  ],
  [
    "a name beyond what is kept",
    [],
    { type: "correct-debtor", changes: { name: "x".repeat(301) } },
    "value-invalid",
  ],
  [
    "a group without a name",
    [],
    { type: "group-debtor", group: { id: null, name: "" } },
    "name-missing",
  ],
  ["a contact with nothing to reach", [], { ...contact, name: null, email: null }, "contact-empty"],
  ["an address that is none", [], { ...contact, email: "roux.nordis" }, "email-invalid"],
  [
    "a contact twice",
    [contact],
    { ...contact, name: "Roux", email: "roux@NORDIS.example" },
    "contact-taken",
  ],
  [
    "a contact that is not there",
    [],
    { type: "correct-contact", contact: "x", changes: { name: "A" } },
    "not-found",
  ],
  [
    "a retired contact corrected",
    [contact, { type: "retire-contact", contact: contactId, reason: "left", on }],
    { type: "correct-contact", contact: contactId, changes: { name: "A" } },
    "already-ended",
  ],
  ["an empty note", [], { type: "write-note", on, text: "  " }, "text-missing"],
  ["an invoice without a number", [], invoiceCommand(" ", 1_00), "text-missing"],
  ["an invoice of nothing", [], invoiceCommand("F-3", 0), "amount-not-positive"],
  ["a number taken, in other case and blanks", [], invoiceCommand("f - 1", 1_00), "number-taken"],
  [
    "an invoice issued tomorrow",
    [],
    { ...invoiceCommand("F-3", 1_00), issuedOn: tomorrow },
    "date-in-future",
  ],
  [
    "an invoice due before it is issued",
    [],
    invoiceCommand("F-3", 1_00, "2026-09-14"),
    "date-before-issue",
  ],
  [
    "an invoice without a due part",
    [],
    { ...invoiceCommand("F-3", 1_00), portions: [] },
    "portions-missing",
  ],
  [
    "parts that do not add up",
    [],
    { ...invoiceCommand("F-3", 2_00), total: 3_00 },
    "portions-do-not-add-up",
  ],
  [
    "the same part twice",
    [],
    {
      type: "correct-invoice",
      invoice: f1,
      changes: {
        portions: [
          { portion: "p1", amount: 50_00, dueOn: null, condition: null },
          { portion: "p1", amount: 50_00, dueOn: null, condition: null },
        ],
      },
    },
    "portion-twice",
  ],
  [
    "an unknown invoice corrected",
    [],
    { type: "correct-invoice", invoice: "x", changes: { order: "1" } },
    "no-such-invoice",
  ],
  [
    "a number corrected to one taken",
    [],
    { type: "correct-invoice", invoice: f2, changes: { number: "F-1" } },
    "number-taken",
  ],
  [
    "an invoice cancelled twice",
    [{ type: "cancel-invoice", invoice: f1, ...ended }],
    { type: "cancel-invoice", invoice: f1, ...ended },
    "already-cancelled",
  ],
  [
    "an invoice cancelled before it was issued",
    [],
    { type: "cancel-invoice", invoice: f1, on: dateOf("2026-01-01"), reason: "x" },
    "date-before-issue",
  ],
  ["a credit note twice", [creditNote], creditNote, "credit-note-taken"],
  [
    "a credit note spread beyond itself",
    [],
    { ...creditNote, allocations: [{ invoice: f1, amount: 21_00 }] },
    "over-allocated",
  ],
  [
    "a cancelled credit note corrected",
    [creditNote, { type: "cancel-credit-note", creditNote: noteId, ...ended }],
    { type: "correct-credit-note", creditNote: noteId, changes: { amount: 1_00 } },
    "already-cancelled",
  ],
  [
    "an unknown credit note",
    [],
    { type: "cancel-credit-note", creditNote: "x", ...ended },
    "not-found",
  ],
  ["a payment of nothing", [], paymentCommand(0), "amount-not-positive"],
  ["a payment of tomorrow", [], paymentCommand(1_00, "2026-11-21"), "date-in-future"],
  ["the very same payment again", [paymentCommand(10_00)], paymentCommand(10_00), "payment-taken"],
  [
    "a payment that names an unknown invoice",
    [],
    paymentCommand(10_00, "2026-11-10", ["x"]),
    "no-such-invoice",
  ],
  [
    "a payment in another currency than its invoice",
    [],
    { ...paymentCommand(10_00, "2026-11-10", [f1]), currency: "GBP" },
    "currency-differs",
  ],
  [
    "an allocation beyond the payment",
    [paymentCommand(10_00)],
    {
      type: "allocate-payment",
      payment: paymentId,
      allocations: [{ invoice: f1, portion: null, to: "principal", amount: 11_00 }],
    },
    "over-allocated",
  ],
  [
    "an allocation to a part that is not there",
    [paymentCommand(10_00)],
    {
      type: "allocate-payment",
      payment: paymentId,
      allocations: [{ invoice: f1, portion: "p9", to: "principal", amount: 1_00 }],
    },
    "no-such-portion",
  ],
  [
    "a payment reversed twice",
    [paymentCommand(10_00), { type: "reverse-payment", payment: paymentId, ...ended }],
    { type: "reverse-payment", payment: paymentId, ...ended },
    "already-reversed",
  ],
  [
    "a payment reversed before it came",
    [paymentCommand(10_00)],
    { type: "reverse-payment", payment: paymentId, on: dateOf("2026-11-09"), reason: "rejet" },
    "date-too-early",
  ],
  [
    "a reversal without a reason",
    [paymentCommand(10_00)],
    { type: "reverse-payment", payment: paymentId, on, reason: "" },
    "text-missing",
  ],
  ["a charge on an unknown invoice", [], { ...charge, invoice: "x" }, "no-such-invoice"],
  [
    "more waived than is open",
    [charge],
    { type: "waive-charge", charge: chargeId, amount: 41_00, ...ended },
    "amount-exceeds",
  ],
  [
    "a charge waived twice",
    [charge, { type: "waive-charge", charge: chargeId, amount: null, ...ended }],
    { type: "waive-charge", charge: chargeId, amount: null, ...ended },
    "already-ended",
  ],
  [
    "a promise for a day before it was made",
    [],
    { ...promise, by: dateOf("2026-11-17") },
    "date-too-early",
  ],
  ["a promise of nothing", [], { ...promise, amount: 0 }, "amount-not-positive"],
  ["a promise on an invoice that is paid", [paymentCommand(100_00)], promise, "nothing-open"],
  [
    "a promise withdrawn twice",
    [promise, { type: "withdraw-promise", promise: promiseId, ...ended }],
    { type: "withdraw-promise", promise: promiseId, ...ended },
    "already-ended",
  ],
  [
    "instalments of one part",
    [],
    { ...instalments, parts: [{ by: tomorrow, amount: 1_00 }] },
    "instalments-too-few",
  ],
  [
    "instalments out of order",
    [],
    {
      ...instalments,
      parts: [
        { by: dateOf("2026-12-02"), amount: 1_00 },
        { by: dateOf("2026-12-01"), amount: 1_00 },
      ],
    },
    "date-too-early",
  ],
  [
    "instalments ended twice",
    [instalments, { type: "end-instalments", instalments: plansId, ...ended }],
    { type: "end-instalments", instalments: plansId, ...ended },
    "already-ended",
  ],
  ["a dispute of more than is open", [], { ...dispute, amount: 100_01 }, "amount-exceeds"],
  [
    "a dispute on a cancelled invoice",
    [{ type: "cancel-invoice", invoice: f1, ...ended }],
    dispute,
    "invoice-cancelled",
  ],
  [
    "a dispute resolved twice",
    [
      dispute,
      { type: "resolve-dispute", dispute: disputeId, on, outcome: "withdrawn", note: null },
    ],
    { type: "resolve-dispute", dispute: disputeId, on, outcome: "withdrawn", note: null },
    "already-ended",
  ],
  ["a hold without a reason", [], { ...hold, reason: "" }, "text-missing"],
  [
    "a hold lifted twice",
    [hold, { type: "lift-hold", hold: holdId, on }],
    { type: "lift-hold", hold: holdId, on },
    "already-ended",
  ],
  ["the same bytes of a mail filed twice", [mail], mail, "already-filed"],
  ["a call of tomorrow", [], { ...call, on: tomorrow }, "date-in-future"],
  [
    "a tag of an unknown exchange",
    [],
    {
      type: "tag-exchange",
      exchange: "x",
      tag: "promise",
      also: [],
      suggested: null,
      grounds: [],
      back: null,
    },
    "not-found",
  ],
  [
    "an exchange removed without a reason",
    [mail],
    { type: "remove-exchange", exchange: mailId, reason: "" },
    "text-missing",
  ],
  ["a document without a name", [], { ...document, name: "" }, "name-missing"],
  [
    "a document removed twice",
    [document, { type: "remove-document", document: documentId, reason: "x" }],
    { type: "remove-document", document: documentId, reason: "x" },
    "already-ended",
  ],
  ["a step on no part", [], { ...take(null), portions: [] } as AccountCommand, "portions-missing"],
  [
    "a step on a part that is not there",
    [],
    { ...take(null), portions: [{ invoice: f1, portion: "p9" }] } as AccountCommand,
    "no-such-portion",
  ],
  ["the same draft sent twice", [draft, take(draftId)], take(draftId), "already-ended"],
  [
    "a sent draft discarded",
    [draft, take(draftId)],
    { type: "discard-draft", draft: draftId, on },
    "already-ended",
  ],
  [
    "chasing put off to the past",
    [],
    { type: "put-off", until: dateOf("2026-11-19"), reason: "x" },
    "date-too-early",
  ],
  [
    "a discrepancy that is none",
    [],
    { type: "accept-discrepancy", discrepancy: "x", reason: "x" },
    "not-found",
  ],
];

type RefusalWords = { readonly [K in ClaimRefusalType]: (refusal: RefusalFields[K]) => Sentence };
const french: RefusalWords = claimWordsFr.refusals;
const english: RefusalWords = claimWordsEn.refusals;
const worded = (words: RefusalWords, refusal: { readonly type: ClaimRefusalType }): string =>
  (words[refusal.type] as (value: unknown) => Sentence)(refusal).map(shownText).join("");

describe("an act by hand is refused", () => {
  it.each(rows)("for %s", (_saying, given, when, refused) => {
    const refusal = refusalOf(when, after(given, base));
    expect(refusal.type).toBe(refused);
    for (const words of [french, english]) {
      expect(worded(words, refusal)).not.toMatch(/undefined|NaN|\[object|null/);
      expect(worded(words, refusal).length).toBeGreaterThan(10);
    }
  });

  it("for a debtor's account that has no debtor yet", () => {
    const empty = emptyAccount("debtor-1");
    expect(refusalOf({ type: "group-debtor", group: null }, empty).type).toBe("not-found");
    expect(refusalOf({ ...addDebtor, name: " " } as AccountCommand, empty).type).toBe(
      "name-missing",
    );
  });

  it("for an entry of a newer version that would be accepted unread", () => {
    const state: AccountState = {
      ...base,
      deferred: [
        { type: "payment-netted", reason: "unknown-type", entry: { hash: "h", at: "", by: "" } },
      ],
    };
    const [found] = discrepanciesOf(state);
    const command = { type: "accept-discrepancy", discrepancy: found!.id, reason: "vu" } as const;
    expect(refusalOf(command, state).type).toBe("not-acceptable");
  });

  it("with the field and the value at fault", () => {
    expect(refusalOf({ ...dispute, amount: 100_01 }, base)).toEqual({
      type: "amount-exceeds",
      field: "amount",
      amount: { minor: 100_01, currency: "EUR" },
      max: { minor: 100_00, currency: "EUR" },
    });
    expect(shownText(claimWordsFr.refusals["portions-missing"]()[0]!)).toContain("échéance");
    expect(worded(french, refusalOf(invoiceCommand("F-3", 1_00, "2026-09-14"), base))).toContain(
      "14 septembre 2026",
    );
  });
});

describe("an act by hand is done", () => {
  it("paying the oldest due first, and keeping the rest as a credit", () => {
    const state = after([paymentCommand(120_00)], base);
    const balances = balancesOf(state);
    expect(balanceOf(balances, f1)?.open).toBe(0);
    expect(balanceOf(balances, f2)?.open).toBe(30_00);
    expect(balancesOf(after([paymentCommand(60_00, "2026-11-11")], state)).byCurrency).toEqual([
      { currency: "EUR", principal: 0, interest: 0, compensation: 0, credit: 30_00 },
    ]);
  });

  it("paying the invoice that the debtor names before older ones", () => {
    const balances = balancesOf(after([paymentCommand(60_00, "2026-11-10", [f2])], base));
    expect(balanceOf(balances, f2)?.open).toBe(0);
    expect(balanceOf(balances, f1)?.open).toBe(90_00);
  });

  it("paying principal first, then the compensation that was asked", () => {
    const balances = balancesOf(after([charge, paymentCommand(170_00)], base));
    expect(balances.byCurrency).toEqual([
      { currency: "EUR", principal: 0, interest: 0, compensation: 20_00, credit: 0 },
    ]);
  });

  it("correcting a payment by reversing it and taking the right one", () => {
    const { type: _, source: __, rank: ___, named: ____, ...typed } = paymentCommand(90_00);
    const state = after(
      [
        paymentCommand(100_00),
        {
          type: "correct-payment",
          ...typed,
          payment: idIn(base, paymentCommand(100_00)),
          reason: "montant mal saisi",
        },
      ],
      base,
    );
    expect(state.payments.map(({ reversed }) => reversed !== null)).toEqual([true, false]);
    expect(balanceOf(balancesOf(state), f1)?.open).toBe(10_00);
  });

  it("taking a second payment with the same facts under the next rank", () => {
    const state = after([paymentCommand(10_00), { ...paymentCommand(10_00), rank: 1 }], base);
    expect(state.payments).toHaveLength(2);
  });

  it("moving the only part of an invoice with its total", () => {
    const state = after(
      [{ type: "correct-invoice", invoice: f1, changes: { total: 80_00 } }],
      base,
    );
    expect(balanceOf(balancesOf(state), f1)?.portions[0]?.open).toBe(80_00);
    expect(discrepanciesOf(state)).toEqual([]);
  });

  it("filing other bytes of the same mail as another version", () => {
    const other = { ...mail, blob: { sha256: "b".repeat(64), size: 12 } } as AccountCommand;
    const state = after([mail, other], base);
    expect(state.exchanges.map(({ versions }) => versions.length)).toEqual([2]);
  });

  it("sending a draft: declared, then found, is one act", () => {
    const found = { ...take(draftId), how: "found", exchange: mailId } as AccountCommand;
    const state = after([draft, take(draftId), found], base);
    expect(state.acts.map(({ how, exchange }) => [how, exchange])).toEqual([["found", mailId]]);
    expect(state.drafts.map(({ state: standing }) => standing)).toEqual(["sent"]);
    expect(state.misfits).toEqual([]);
  });

  it("replacing a hold, an agreement and a document by the right one", () => {
    const { type: _, ...plan } = instalments;
    const { type: __, ...file } = document;
    const before = [hold, instalments, document].reduce(
      (state, command) => after([command], state),
      base,
    );
    const state = after(
      [
        invoiceCommand("F-9", 1_00),
        { type: "correct-hold", hold: holdId, on, until: tomorrow, invoices: [], reason: "litige" },
        { type: "correct-instalments", ...plan, instalments: plansId, reason: "dates" },
        { type: "correct-document", ...file, document: documentId, name: "bc.pdf", reason: "nom" },
      ],
      before,
    );
    expect(state.holds.map(({ liftedOn }) => liftedOn)).toEqual([TODAY, null]);
    expect(state.instalments.map(({ ended: end }) => end === null)).toEqual([false, true]);
    expect(state.documents.map(({ removed }) => removed)).toEqual(["nom", null]);
  });

  it("and leaves nothing that does not fit", () => {
    const commands = [contact, promise, dispute, hold, call, mail, charge, creditNote, draft];
    expect(discrepanciesOf(after(commands, base))).toEqual([]);
    expect(paid.misfits).toEqual([]);
    expect(cancelled.invoices[0]?.cancelled?.reason).toBe("erreur");
  });
});
