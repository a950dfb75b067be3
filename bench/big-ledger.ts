import { NEW_CREDITOR } from "#shared/app/settings-view.ts";
import { accountEntry, creditorEntry } from "#shared/app/streams.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { contactIdOf, debtorIdOf, exchangeIdOf, invoiceIdOf } from "#shared/claims/ids.ts";
import { addDays, dateOf } from "#shared/kernel/calendar.ts";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import type { NewEntry } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";

/** A ledger such as a company has after some years, the same for the same seed: ten entries an invoice. */
export type BigLedger = {
  readonly ledger: string;
  readonly entries: readonly Entry[];
  readonly invoices: number;
  readonly accounts: readonly string[];
};

export const BIG_LEDGER = "led-00000000000000000bench";
const TODAY = dateOf("2026-11-20");
const INVOICES_A_DEBTOR = 8;

const WORDS =
  `bonjour nous avons bien reçu votre facture et la transmettons au service comptable le règlement suivra dans les
meilleurs délais merci de patienter le virement est prévu vendredi notre client vérifie la livraison cordialement`.split(
    /\s+/,
  );

/** Mulberry32: small, and the same everywhere. */
export const chanceOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const emailOf = (debtor: number): string => `compta@debiteur-${String(debtor)}.example`;

export const messageIdOf = (invoice: number, mail: number): string =>
  `mail-${String(invoice)}-${String(mail)}@debiteur.example`;

export const bigLedger = (invoices: number, seed = 20261120): BigLedger => {
  const chance = chanceOf(seed);
  const drafts: NewEntry[] = [
    creditorEntry({
      type: "ledger-opened",
      data: {
        ...NEW_CREDITOR,
        name: "Menuiserie Lacombe",
        signatory: "Claire Lacombe",
        addresses: ["claire@menuiserie-lacombe.example"],
        ownInvoices: true,
      },
    }),
    creditorEntry({ type: "payments-known", data: { asOf: TODAY, source: "bank" } }),
  ];
  const accounts: string[] = [];
  const debtors = Math.ceil(invoices / INVOICES_A_DEBTOR);
  for (let debtor = 0; debtor < debtors; debtor += 1) {
    const name = `Débiteur ${String(debtor)} SARL`;
    const account = debtorIdOf(BIG_LEDGER, { siren: null, name });
    accounts.push(account);
    for (const event of debtorEvents(account, name, emailOf(debtor)))
      drafts.push(accountEntry(account, event, `batch-${account}`));
  }
  for (let invoice = 0; invoice < invoices; invoice += 1) {
    const account = accounts[invoice % debtors] ?? "";
    invoiceEvents(invoice, emailOf(invoice % debtors), chance).forEach((event, rank) => {
      drafts.push(accountEntry(account, event, `batch-${String(invoice)}-${String(rank)}`));
    });
  }
  const { entries } = chainEntries(emptyTip(BIG_LEDGER, "wri-00000000000000000bench"), drafts, {
    by: "Claire Lacombe",
    at: "2026-11-20T07:55:00.000Z",
    salts: drafts.map((_, index) => index.toString(16).padStart(32, "0")),
  });
  return { ledger: BIG_LEDGER, entries, invoices, accounts };
};

export const debtorEvents = (
  account: string,
  name: string,
  email: string,
): readonly AccountEvent[] => [
  {
    type: "debtor-added",
    data: {
      debtor: account,
      name,
      kind: "business",
      soleTrader: false,
      country: "FR",
      language: "fr",
      siren: null,
      siret: null,
      vatNumber: null,
      phone: null,
      address: "12 rue des Lilas\n24200 Sarlat",
    },
  },
  {
    type: "contact-added",
    data: {
      contact: contactIdOf(account, { email, name: null, phone: null }),
      name: "Service comptable",
      email,
      phone: null,
      roles: ["chasing"],
    },
  },
];

export const invoiceEvents = (
  index: number,
  email: string,
  chance: () => number,
): readonly AccountEvent[] => {
  const number = `LAC-${String(2020 + (index % 7))}-${String(index).padStart(6, "0")}`;
  const invoice = invoiceIdOf(BIG_LEDGER, number);
  const issuedOn = addDays(TODAY, -30 - Math.floor(chance() * 700));
  const dueOn = addDays(issuedOn, 30);
  const total = 5_000 + Math.floor(chance() * 2_000_000);
  const portions = [{ invoice, portion: "p1" }];
  const events: AccountEvent[] = [
    {
      type: "invoice-recorded",
      data: {
        invoice,
        number,
        issuedOn,
        currency: "EUR",
        total,
        portions: [{ portion: "p1", amount: total, dueOn, condition: null }],
        order: null,
        source: "file",
      },
    },
  ];
  for (let mail = 0; mail < 4; mail += 1) {
    const on = addDays(dueOn, mail * 6);
    const messageId = messageIdOf(index, mail);
    const exchange = exchangeIdOf(messageId);
    const isOurs = mail % 2 === 0;
    events.push({
      type: "exchange-filed",
      data: {
        exchange,
        kind: "mail",
        direction: isOurs ? "out" : "in",
        on,
        at: `${on}T09:00:00.000Z`,
        subject: `Facture ${number}`,
        from: isOurs ? "claire@menuiserie-lacombe.example" : email,
        to: [isOurs ? email : "claire@menuiserie-lacombe.example"],
        messageId,
        outcome: null,
        words: Array.from({ length: 40 }, () => WORDS[Math.floor(chance() * WORDS.length)]).join(
          " ",
        ),
        blob: {
          sha256: String(index * 4 + mail).padStart(64, "0"),
          size: 4_000,
        },
        obtained: "as-received",
        invoices: [invoice],
        automatic: false,
      },
    });
    if (isOurs) {
      events.push({
        type: "step-taken",
        data: {
          act: `act-${String(index)}-${String(mail)}`,
          step: mail === 0 ? "due" : "reminder-1",
          on,
          portions,
          how: "found",
          exchange,
          draft: null,
        },
      });
    } else {
      events.push({
        type: "exchange-tagged",
        data: {
          exchange,
          tag: "acknowledgement",
          also: [],
          suggested: "acknowledgement",
          grounds: [{ of: "acknowledgement", quote: "bien reçu", rule: "ack" }],
          back: null,
        },
      });
    }
  }
  // Nine invoices in ten are paid, as they are after some years.
  if (chance() < 0.9) {
    events.push({
      type: "payment-recorded",
      data: {
        payment: `payment-${String(index)}`,
        on: addDays(dueOn, 30),
        currency: "EUR",
        amount: total,
        allocations: [{ invoice, portion: null, to: "principal", amount: total }],
        reference: number,
        source: "bank",
      },
    });
  }
  return events;
};
