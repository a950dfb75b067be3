import * as z from "zod/mini";
import { DEBTOR_KINDS, DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import { fileSchemas, moneySchemas } from "./file-events.ts";
import { lawSchemas } from "./law-events.ts";
import { mailSchemas } from "./mail-events.ts";
import { OBTAINED } from "./obtained.ts";
import { zBlob, zCurrency, zDate, zId, zList, zMinor, zName, zNote, zWallTime } from "./fields.ts";

/**
 * Everything that can be said of one debtor's account: stream `account/<debtor>`. Types are past tense and never change;
 * a field that comes later makes a new version. Nothing here is optional: what is not known is null.
 */

export const CONTACT_ROLES = ["chasing", "invoicing", "approver"] as const;
export const EXCHANGE_KINDS = ["mail", "call", "letter", "meeting"] as const;
export const DIRECTIONS = ["in", "out", "internal"] as const;
export const CALL_OUTCOMES = ["reached", "message-left", "no-answer", "wrong-number"] as const;
export const DOCUMENT_KINDS = [
  "invoice",
  "quote",
  "order",
  "contract",
  "terms",
  "delivery-note",
  "letter",
  "proof-of-deposit",
  "proof-of-receipt",
  "other",
] as const;
export const BALANCES = ["principal", "interest", "compensation"] as const;

const debtorFields = {
  name: zName,
  kind: z.enum(DEBTOR_KINDS),
  soleTrader: z.boolean(),
  /** ISO 3166 alpha-2. */
  country: zName,
  language: z.enum(["fr", "en"]),
  siren: z.nullable(zName),
  siret: z.nullable(zName),
  vatNumber: z.nullable(zName),
  phone: z.nullable(zName),
  address: z.nullable(zNote),
};

const contactFields = {
  name: z.nullable(zName),
  email: z.nullable(zName),
  phone: z.nullable(zName),
  roles: zList(z.enum(CONTACT_ROLES)),
};

/** A due part of an invoice. `dueOn` is null where only a condition says when (retention until acceptance). */
const portion = z.object({
  portion: zId,
  amount: zMinor,
  dueOn: z.nullable(zDate),
  condition: z.nullable(zName),
});

const invoiceFields = {
  number: zName,
  issuedOn: zDate,
  currency: zCurrency,
  /** Including VAT. */
  total: zMinor,
  portions: zList(portion),
  /** The buyer's order number or service code. */
  order: z.nullable(zName),
};

const creditNoteFields = {
  number: zName,
  issuedOn: zDate,
  currency: zCurrency,
  amount: zMinor,
};

/** To one portion where it is named, else to the invoice's portions in order of their dates. */
const allocation = z.object({
  invoice: zId,
  portion: z.nullable(zId),
  to: z.enum(BALANCES),
  amount: zMinor,
});

const creditAllocation = z.object({ invoice: zId, amount: zMinor });

const portionName = z.object({ invoice: zId, portion: zId });

const ground = z.object({ of: zName, quote: zNote, rule: zName });

const disputeFields = {
  /** Null: the whole of what is open. */
  amount: z.nullable(zMinor),
  reason: z.enum(DISPUTE_REASONS),
  /** Who must act next: us (credit note, copy, order number) or them. */
  mustAct: z.enum(["us", "them"]),
  note: z.nullable(zNote),
};

const promiseFields = {
  /** Last day on which it would still be kept; null where no date was given. */
  by: z.nullable(zDate),
  /** Null: the whole of what is open on these invoices. */
  amount: z.nullable(zMinor),
  currency: zCurrency,
  /** Empty: all that is open. */
  invoices: zList(zId),
  condition: z.nullable(zName),
};

const exchangeFields = {
  direction: z.enum(DIRECTIONS),
  /** Day in the creditor's time zone, and the wall time as the exchange bears it. */
  on: zDate,
  at: zWallTime,
  subject: z.nullable(zNote),
  /** Whom we spoke to: calls and meetings too. */
  from: z.nullable(zName),
  to: zList(zName),
  /** How a call ended. */
  outcome: z.nullable(z.enum(CALL_OUTCOMES)),
  /** New words of a mail, or what was said. */
  words: z.nullable(zNote),
  invoices: zList(zId),
};

export const accountSchemas = {
  "debtor-added": z.object({ debtor: zId, ...debtorFields }),
  "debtor-corrected": z.object({ debtor: zId, changes: z.partial(z.object(debtorFields)) }),
  /** Null: in no group (any longer). */
  "debtor-grouped": z.object({ debtor: zId, group: z.nullable(zId), name: z.nullable(zName) }),
  "contact-added": z.object({ contact: zId, ...contactFields }),
  "contact-corrected": z.object({ contact: zId, changes: z.partial(z.object(contactFields)) }),
  "contact-retired": z.object({
    contact: zId,
    reason: z.enum(["bounced", "left", "other"]),
    on: zDate,
  }),
  "note-written": z.object({ note: zId, on: zDate, text: zNote }),
  "note-removed": z.object({ note: zId, reason: zNote }),

  "invoice-recorded": z.object({
    invoice: zId,
    ...invoiceFields,
    source: z.enum(["hand", "file", "mail"]),
  }),
  "invoice-corrected": z.object({ invoice: zId, changes: z.partial(z.object(invoiceFields)) }),
  "invoice-cancelled": z.object({ invoice: zId, on: zDate, reason: zNote }),
  "credit-note-recorded": z.object({
    creditNote: zId,
    ...creditNoteFields,
    allocations: zList(creditAllocation),
    source: z.enum(["hand", "file", "mail"]),
  }),
  "credit-note-corrected": z.object({
    creditNote: zId,
    changes: z.partial(z.object(creditNoteFields)),
  }),
  /** Replaces the credit note's allocations. */
  "credit-note-allocated": z.object({ creditNote: zId, allocations: zList(creditAllocation) }),
  "credit-note-cancelled": z.object({ creditNote: zId, on: zDate, reason: zNote }),
  "payment-recorded": z.object({
    payment: zId,
    on: zDate,
    currency: zCurrency,
    amount: zMinor,
    /** What is not allocated stays a credit of the account. */
    allocations: zList(allocation),
    reference: z.nullable(zName),
    source: z.enum(["hand", "file", "bank"]),
  }),
  /** Replaces the payment's allocations. */
  "payment-allocated": z.object({ payment: zId, allocations: zList(allocation) }),
  "payment-reversed": z.object({ payment: zId, on: zDate, reason: zNote }),
  /** Interest or compensation asked from the debtor; before that it is owed by law but never asked. */
  "charge-claimed": z.object({
    charge: zId,
    kind: z.enum(["interest", "compensation"]),
    invoice: zId,
    currency: zCurrency,
    amount: zMinor,
    on: zDate,
  }),
  "charge-waived": z.object({ charge: zId, amount: zMinor, on: zDate, reason: zNote }),

  "promise-made": z.object({
    promise: zId,
    on: zDate,
    ...promiseFields,
    channel: z.enum(EXCHANGE_KINDS),
    exchange: z.nullable(zId),
    /** The debtor's own words. */
    quote: z.nullable(zNote),
  }),
  "promise-corrected": z.object({ promise: zId, changes: z.partial(z.object(promiseFields)) }),
  "promise-withdrawn": z.object({ promise: zId, on: zDate, reason: zNote }),
  "dispute-opened": z.object({
    dispute: zId,
    on: zDate,
    invoice: zId,
    ...disputeFields,
    exchange: z.nullable(zId),
    quote: z.nullable(zNote),
  }),
  "dispute-corrected": z.object({ dispute: zId, changes: z.partial(z.object(disputeFields)) }),
  "dispute-resolved": z.object({
    dispute: zId,
    on: zDate,
    outcome: z.enum(["withdrawn", "credited", "upheld", "settled"]),
    note: z.nullable(zNote),
  }),
  "instalments-agreed": z.object({
    instalments: zId,
    on: zDate,
    currency: zCurrency,
    invoices: zList(zId),
    parts: zList(z.object({ by: zDate, amount: zMinor })),
    exchange: z.nullable(zId),
  }),
  "instalments-ended": z.object({ instalments: zId, on: zDate, reason: zNote }),
  /** Empty `invoices`: the whole account. `until` null: until lifted. */
  "hold-placed": z.object({
    hold: zId,
    on: zDate,
    until: z.nullable(zDate),
    invoices: zList(zId),
    reason: zNote,
  }),
  "hold-lifted": z.object({ hold: zId, on: zDate }),

  "exchange-filed": z.object({
    exchange: zId,
    kind: z.enum(EXCHANGE_KINDS),
    ...exchangeFields,
    messageId: z.nullable(zNote),
    blob: z.nullable(zBlob),
    obtained: z.nullable(z.enum(OBTAINED)),
    /** A robot or a delivery failure: no human reply that would pause the plan. */
    automatic: z.boolean(),
  }),
  /** What was typed of a call, a letter or a meeting, set right; a mail's bytes stay what they are. */
  "exchange-corrected": z.object({
    exchange: zId,
    changes: z.partial(z.object(exchangeFields)),
  }),
  /** It is none of this account: no longer shown, its entry stays in the log. */
  "exchange-removed": z.object({ exchange: zId, reason: zNote }),
  "exchange-tagged": z.object({
    exchange: zId,
    tag: z.enum(TAGS),
    also: zList(z.enum(TAGS)),
    /** What the core had suggested; null where there was no reading. */
    suggested: z.nullable(z.enum(TAGS)),
    grounds: zList(ground),
    /** For an out-of-office: back on. */
    back: z.nullable(zDate),
  }),
  "document-attached": z.object({
    document: zId,
    kind: z.enum(DOCUMENT_KINDS),
    name: zName,
    on: zDate,
    invoice: z.nullable(zId),
    blob: z.nullable(zBlob),
    obtained: z.nullable(z.enum(OBTAINED)),
  }),
  "document-removed": z.object({ document: zId, reason: zNote }),

  "draft-prepared": z.object({
    draft: zId,
    step: zName,
    tone: zName,
    on: zDate,
    language: z.enum(["fr", "en"]),
    portions: zList(portionName),
    /** Those of the second table, each with the step it takes by this mail. */
    lower: zList(z.object({ invoice: zId, portion: zId, step: zName })),
    reference: zName,
    messageId: z.nullable(zNote),
    to: zList(zName),
    subject: zNote,
    promise: z.nullable(zId),
  }),
  "draft-discarded": z.object({ draft: zId, on: zDate }),
  /** A draft that is no step went: an answer, a message passed on, the mail beside a letter. It moves no plan. */
  "draft-sent": z.object({
    draft: zId,
    on: zDate,
    how: z.enum(["declared", "found"]),
    exchange: z.nullable(zId),
  }),
  /** An act of the plan: declared sent, found sent, or a call logged. `step` is text: a later version may know more steps. */
  "step-taken": z.object({
    act: zId,
    step: zName,
    on: zDate,
    portions: zList(portionName),
    how: z.enum(["declared", "found", "called"]),
    exchange: z.nullable(zId),
    draft: z.nullable(zId),
  }),
  "step-waived": z.object({
    act: zId,
    step: zName,
    on: zDate,
    portions: zList(portionName),
    reason: zNote,
  }),
  /** Not today: today's list passes over this account until then, nothing else changes. */
  "chasing-put-off": z.object({ until: zDate, reason: zNote }),
  /** The user looked at entries that do not fit and says that they may stand so. */
  "discrepancy-accepted": z.object({ discrepancy: zId, reason: zNote }),

  ...fileSchemas,
  ...moneySchemas,
  ...lawSchemas,
  ...mailSchemas,
} as const;

type Schemas = typeof accountSchemas;
export type AccountEventType = keyof Schemas;
export type AccountEventData<K extends AccountEventType> = z.infer<Schemas[K]>;
/** One event of an account, discriminated by `type`. */
export type AccountEvent = {
  readonly [K in AccountEventType]: { readonly type: K; readonly data: AccountEventData<K> };
}[AccountEventType];

export type Allocation = z.infer<typeof allocation>;
export type CreditAllocation = z.infer<typeof creditAllocation>;
export type Portion = z.infer<typeof portion>;
export type PortionName = z.infer<typeof portionName>;
export type Ground = z.infer<typeof ground>;
export type Direction = (typeof DIRECTIONS)[number];
export type ContactRole = (typeof CONTACT_ROLES)[number];
export type BalanceKind = (typeof BALANCES)[number];
export type Obtained = (typeof OBTAINED)[number];
