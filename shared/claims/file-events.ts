import * as z from "zod/mini";
import { zBlob, zCurrency, zDate, zId, zList, zMinor, zName, zNote } from "./fields.ts";

/**
 * What the debtor's file holds beside identity and contacts: terms, how invoices must reach this debtor, who follows it
 * among us, securities, insurance. What is set again replaces what stood; null takes it away.
 */

/** « 45 jours fin de mois » has two readings; the parties must say which (DGCCRF). */
export const END_OF_MONTH = ["none", "days-then-end", "end-then-days"] as const;
export const INVOICING_WAYS = ["mail", "platform", "portal", "post"] as const;
export const SENSITIVE_REASONS = ["death", "illness", "other"] as const;
export const SECURITY_KINDS = [
  "guarantor",
  "retention-of-title",
  "cheque",
  "bill-of-exchange",
  "other",
] as const;
/** Where an identity was read: they are compared before a formal notice. */
export const IDENTITY_PLACES = ["quote", "invoice", "register"] as const;
export const CHARGE_MODES = ["silent", "mentioned", "computed", "claimed"] as const;
export const ALLOCATION_ORDERS = ["principal-first", "interest-first"] as const;

export const fileSchemas = {
  "terms-set": z.object({
    on: zDate,
    paymentDays: z.nullable(z.number().check(z.int(), z.minimum(0), z.maximum(400))),
    endOfMonth: z.enum(END_OF_MONTH),
    /** Basis points a year; null: the rate of the law. */
    contractRate: z.nullable(z.number().check(z.int(), z.minimum(0), z.maximum(10_000))),
    /** The contract says that the due date alone puts in default (C. civ. 1344). */
    defaultByDueDate: z.boolean(),
    /** Years of limitation agreed between businesses, 1 to 10 (C. civ. 2254); null: the law's. */
    limitationYears: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(10))),
    /** Carriage of goods: one year (C. com. L133-6). */
    transport: z.boolean(),
    /** Where the terms are written: contract, general terms. */
    source: z.nullable(zNote),
  }),
  "invoicing-way-set": z.object({
    way: z.enum(INVOICING_WAYS),
    /** Name or address of the platform or portal. */
    place: z.nullable(zName),
    orderNeeded: z.boolean(),
    serviceCode: z.nullable(zName),
    note: z.nullable(zNote),
  }),
  /** When the work was done or the goods delivered: limitation may run from there. */
  "performance-dated": z.object({ invoice: zId, on: z.nullable(zDate) }),
  /** Death, illness: no draft, no quote, no mark in the mailbox. */
  "sensitive-hold-placed": z.object({
    hold: zId,
    on: zDate,
    reason: z.enum(SENSITIVE_REASONS),
    note: z.nullable(zNote),
  }),
  "sensitive-hold-lifted": z.object({ hold: zId, on: zDate }),
  "security-recorded": z.object({
    security: zId,
    kind: z.enum(SECURITY_KINDS),
    /** Empty: the whole account. */
    invoices: zList(zId),
    /** The guarantor, the drawer, the drawee. */
    who: z.nullable(zName),
    currency: z.nullable(zCurrency),
    amount: z.nullable(zMinor),
    on: zDate,
    dueOn: z.nullable(zDate),
    note: z.nullable(zNote),
  }),
  "security-released": z.object({ security: zId, on: zDate, reason: zNote }),
  /** Entered by the user: what a quote, an invoice or a register says of who the debtor is. */
  "identity-seen": z.object({
    seen: zId,
    where: z.enum(IDENTITY_PLACES),
    on: zDate,
    name: zName,
    siren: z.nullable(zName),
    address: z.nullable(zNote),
    /** Struck off or wound up, as the register says. */
    closed: z.boolean(),
    /** Where exactly: "annuaire-entreprises.data.gouv.fr", "devis D-2026-12". */
    source: zNote,
    blob: z.nullable(zBlob),
  }),
  /** Who pays for the debtor: a head office, a parent. It owes nothing by itself. */
  "payer-named": z.object({
    payer: zId,
    name: zName,
    email: z.nullable(zName),
    /** Empty: all of them. */
    invoices: zList(zId),
  }),
  "payer-removed": z.object({ payer: zId }),
  /** Who among us follows this debtor: an author's name. */
  "owner-set": z.object({ owner: z.nullable(zName), on: zDate }),
  /** Null: as the plan says. */
  "charge-mode-set": z.object({ mode: z.nullable(z.enum(CHARGE_MODES)), on: zDate }),
  /** Of one invoice, or of the debtor (null). `plan` null: the one of its kind. */
  "plan-chosen": z.object({ invoice: z.nullable(zId), plan: z.nullable(zId), on: zDate }),
  /** Both totals as they were shown when it was chosen. */
  "allocation-order-set": z.object({
    order: z.enum(ALLOCATION_ORDERS),
    on: zDate,
    currency: zCurrency,
    principalFirstTotal: zMinor,
    interestFirstTotal: zMinor,
  }),
  "insurance-set": z.object({
    on: zDate,
    policy: z.nullable(
      z.object({
        insurer: zName,
        number: z.nullable(zName),
        currency: zCurrency,
        /** What the insurer covers for this debtor. */
        cover: zMinor,
        /** Days from the due date within which the term may still be extended without asking. */
        extendDays: z.nullable(z.number().check(z.int(), z.minimum(0), z.maximum(1_000))),
        /** Days from the due date within which the unpaid invoice must be declared. */
        declareDays: z.nullable(z.number().check(z.int(), z.minimum(0), z.maximum(1_000))),
      }),
    ),
  }),
  /** The insurer's written agreement to a plan or a later date beyond the policy. */
  "insurer-consented": z.object({
    consent: zId,
    on: zDate,
    until: z.nullable(zDate),
    note: zNote,
    blob: z.nullable(zBlob),
  }),
  /** Who among us deals with it, and when the debtor is told. */
  "dispute-entrusted": z.object({
    dispute: zId,
    owner: z.nullable(zName),
    answerBy: z.nullable(zDate),
  }),
} as const;

export const moneySchemas = {
  /** What we owe the debtor, set against what it owes us: agreed, it counts; only claimed, both balances are shown. */
  "set-off-claimed": z.object({
    setOff: zId,
    on: zDate,
    by: z.enum(["debtor", "us"]),
    currency: zCurrency,
    amount: zMinor,
    invoices: zList(zId),
    /** The debtor's invoice or claim. */
    reference: z.nullable(zName),
    note: z.nullable(zNote),
  }),
  /** What is agreed is said invoice by invoice. */
  "set-off-agreed": z.object({
    setOff: zId,
    on: zDate,
    allocations: zList(z.object({ invoice: zId, amount: zMinor })),
  }),
  "set-off-refused": z.object({ setOff: zId, on: zDate, reason: zNote }),
  /** We stop asking for it; the debtor is not told that he owes nothing. */
  "invoice-written-off": z.object({
    writeOff: zId,
    invoice: zId,
    amount: zMinor,
    on: zDate,
    reason: z.enum(["residue", "discount", "uncollectable", "goodwill", "other"]),
    note: z.nullable(zNote),
  }),
  "write-off-taken-back": z.object({ writeOff: zId, on: zDate, reason: zNote }),
  /** Early-payment discount printed on the invoice. */
  "discount-offered": z.object({ invoice: zId, amount: zMinor, until: zDate }),
  /** A direct debit or cheque that came back, with the bank's reason. */
  "payment-returned": z.object({
    payment: zId,
    on: zDate,
    why: z.enum(["no-funds", "no-mandate", "refund-asked", "account-closed", "deceased", "other"]),
    /** As the bank gives it: AM04, MD01, MD06. */
    code: z.nullable(zName),
    note: z.nullable(zNote),
  }),
} as const;
