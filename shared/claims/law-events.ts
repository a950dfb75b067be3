import * as z from "zod/mini";
import { zBlob, zDate, zId, zList, zName, zNote } from "./fields.ts";
import { OBTAINED } from "./obtained.ts";

/** What moves who may chase, what the law stops, and the deadlines that run. */

export const HANDED_TO = ["lawyer", "commissaire", "agency"] as const;
/** `over-indebtedness`: of a consumer (C. conso L722-2). Conciliation is confidential. */
export const INSOLVENCY_STATES = [
  "safeguard",
  "receivership",
  "liquidation",
  "conciliation",
  "over-indebtedness",
] as const;
/** What interrupts limitation (C. civ. 2240, 2241, 2244; loi 68-1250, art. 2 for public debtors). */
export const INTERRUPTIONS = [
  "acknowledgement",
  "court-claim",
  "enforcement",
  "written-claim",
  "part-payment",
] as const;
export const SUSPENSIONS = ["mediation", "conciliation", "simplified-procedure"] as const;
/** Dated facts from which a deadline of law runs. */
export const LEGAL_FACTS = [
  "order-issued",
  "order-served-in-person",
  "order-served-otherwise",
  "opposition-known",
  "costs-letter-received",
  "lawyer-letter-received",
  "business-sale-published",
  "cheque-certificate",
  "cheque-certificate-served",
] as const;
/** What becomes of a registered letter, in order of time. */
export const LETTER_PROOFS = [
  "deposit",
  "first-presentation",
  "receipt",
  "refusal",
  "unclaimed",
  "return",
] as const;
export const LETTER_CHANNELS = [
  "registered",
  "registered-electronic",
  "by-hand",
  "simple",
] as const;

export const lawSchemas = {
  /** To a factor or a bank: who may chase, and the only account to pay. */
  "invoices-assigned": z.object({
    assignment: zId,
    on: zDate,
    invoices: zList(zId),
    to: zName,
    chaser: z.enum(["us", "assignee"]),
    iban: z.nullable(zName),
    bic: z.nullable(zName),
    note: z.nullable(zNote),
  }),
  "assignment-ended": z.object({ assignment: zId, on: zDate, reason: zNote }),
  /** To a lawyer, a commissaire de justice, an agency: they chase from now on. */
  "claims-handed-over": z.object({
    handOver: zId,
    on: zDate,
    /** Empty: the whole account. */
    invoices: zList(zId),
    to: zName,
    role: z.enum(HANDED_TO),
    email: z.nullable(zName),
    phone: z.nullable(zName),
  }),
  "hand-over-ended": z.object({ handOver: zId, on: zDate, reason: zNote }),
  "insolvency-opened": z.object({
    insolvency: zId,
    state: z.enum(INSOLVENCY_STATES),
    judgmentOn: z.nullable(zDate),
    /** BODACC. The time to declare runs from there. */
    publishedOn: z.nullable(zDate),
    court: z.nullable(zName),
    /** Mandataire or liquidator: to whom claims are declared. */
    officer: z.nullable(zName),
    source: zNote,
  }),
  "insolvency-ended": z.object({ insolvency: zId, on: zDate, reason: zNote }),
  /** The user's own appraisal: a promise or a part payment "may be" an acknowledgement until he says so. */
  "limitation-interrupted": z.object({
    interruption: zId,
    on: zDate,
    cause: z.enum(INTERRUPTIONS),
    /** Empty: all that stood on that day. */
    invoices: zList(zId),
    /** The exchange or payment it rests on. */
    rests: z.nullable(zId),
    note: z.nullable(zNote),
  }),
  "limitation-suspended": z.object({
    suspension: zId,
    from: zDate,
    until: z.nullable(zDate),
    cause: z.enum(SUSPENSIONS),
    invoices: zList(zId),
    note: z.nullable(zNote),
  }),
  "legal-fact-recorded": z.object({
    fact: zId,
    kind: z.enum(LEGAL_FACTS),
    on: zDate,
    invoices: zList(zId),
    note: z.nullable(zNote),
    blob: z.nullable(zBlob),
  }),
  /** What a legal clock asked for was done in time, or its fact was entered by mistake (`done` false). */
  "clock-stopped": z.object({ clock: zId, on: zDate, done: z.boolean(), note: z.nullable(zNote) }),
  /** How the letter or formal notice went out: the act it belongs to. */
  "letter-sent": z.object({
    act: zId,
    on: zDate,
    channel: z.enum(LETTER_CHANNELS),
    /** The carrier's number. */
    number: z.nullable(zName),
  }),
  "letter-proof-recorded": z.object({
    proof: zId,
    act: zId,
    kind: z.enum(LETTER_PROOFS),
    on: zDate,
    name: z.nullable(zName),
    blob: z.nullable(zBlob),
    obtained: z.nullable(z.enum(OBTAINED)),
  }),
  /** The rest of a plan of instalments falls due only if this notice stays unanswered (Cass. 1re civ. 22 June 2017). */
  "acceleration-noticed": z.object({
    notice: zId,
    instalments: zId,
    on: zDate,
    /** Last day to make the instalment good. */
    until: zDate,
    exchange: z.nullable(zId),
  }),
  /** What the draft of such a notice says: sending it is the notice. */
  "acceleration-drafted": z.object({ draft: zId, instalments: zId, until: zDate }),
  /** A step that a second person must agree to: asked by one, given by another. */
  "approval-asked": z.object({
    approval: zId,
    on: zDate,
    step: zName,
    portions: zList(z.object({ invoice: zId, portion: zId })),
    note: z.nullable(zNote),
  }),
  "approval-given": z.object({ approval: zId, on: zDate }),
  "approval-refused": z.object({ approval: zId, on: zDate, reason: zNote }),
} as const;
