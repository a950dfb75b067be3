import * as z from "zod/mini";
import { DEBTOR_KINDS } from "#shared/kernel/parties.ts";
import { ALLOCATION_ORDERS } from "./file-events.ts";
import { zCurrency, zDate, zId, zList, zMinor, zName, zNote } from "./fields.ts";

/** How this creditor chases: plans, texts, rates it adds, closures, and what it settled. Stream `creditor`. */

/** Steps a plan may hold, with room for those of a later version. */
const PLAN_STEPS_MAX = 30;
const TEXT_CHARS_MAX = 4_000;

const planStep = z.object({
  /** A step's key. */
  step: zName,
  /** Days from the due date; null: the law says when. */
  offset: z.nullable(z.number().check(z.int(), z.minimum(-60), z.maximum(730))),
  tone: zName,
});

export const planData = z.object({
  plan: zId,
  name: zName,
  steps: z.array(planStep).check(z.maxLength(PLAN_STEPS_MAX)),
});

const amountIn = z.object({ currency: zCurrency, amount: zMinor });

export const policyFields = {
  /** Two more public holidays (C. trav. L3134-13). */
  alsaceMoselle: z.boolean(),
  /** Residues up to this are not chased; a write-off is proposed. One amount a currency. */
  tolerances: zList(amountIn),
  /** Working days that a promise's day is waited beyond: a transfer takes its time. */
  promiseGraceDays: z.number().check(z.int(), z.minimum(0), z.maximum(10)),
  /** At most so many messages to one address in so many days. */
  capMessages: z.number().check(z.int(), z.minimum(1), z.maximum(31)),
  capDays: z.number().check(z.int(), z.minimum(1), z.maximum(90)),
  interestBasis: z.enum(["act/365", "act/act"]),
  /** Of the private debts of France, where no text says. */
  rateSplit: z.enum(["half-year", "frozen"]),
  allocationOrder: z.enum(ALLOCATION_ORDERS),
  /** Keys of the steps that a second person must agree to. */
  approvalSteps: zList(zName),
  /** Days that a formal notice leaves, from first presentation. */
  noticeDays: z.number().check(z.int(), z.minimum(1), z.maximum(90)),
  consumerNoticeDays: z.number().check(z.int(), z.minimum(1), z.maximum(90)),
  /** Consumer mediator: name and site (C. conso L616-1, R616-1). */
  mediator: z.nullable(z.object({ name: zName, site: zName })),
  /** Open up to this in all, the debtor follows the plan of small amounts. */
  smallAmounts: zList(amountIn),
  /** Of the creditor: which court hears it. Null: not said. */
  trader: z.nullable(z.boolean()),
  /** Outside mainland France: two more months to declare a claim (C. com. R622-24). */
  outsideMainland: z.boolean(),
  /** Debtors that pay late by habit are reminded after their usual day. */
  useHabits: z.boolean(),
} as const;

export const policySchemas = {
  "policy-changed": z.object({ changes: z.partial(z.object(policyFields)) }),
  "plan-written": planData,
  "plan-removed": z.object({ plan: zId }),
  /** The plan that debtors of a kind follow; null: the one that Relance ships. */
  "kind-plan-chosen": z.object({ kind: z.enum(DEBTOR_KINDS), plan: z.nullable(zId) }),
  /** Own words of a step in a language: what is null stays as Relance writes it. */
  "text-written": z.object({
    step: zName,
    language: z.enum(["fr", "en"]),
    subject: z.nullable(zName),
    opening: z.nullable(z.string().check(z.maxLength(TEXT_CHARS_MAX))),
    closing: z.nullable(z.string().check(z.maxLength(TEXT_CHARS_MAX))),
  }),
  "rate-added": z.object({
    rate: zId,
    series: zName,
    from: zDate,
    basisPoints: z.number().check(z.int(), z.minimum(-1_000), z.maximum(10_000)),
    source: zNote,
  }),
  "rate-withdrawn": z.object({ rate: zId, reason: zNote }),
  "closure-added": z.object({ closure: zId, from: zDate, to: zDate, reason: zNote }),
  "closure-removed": z.object({ closure: zId }),
} as const;
