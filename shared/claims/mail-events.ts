import * as z from "zod/mini";
import { DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import { zCurrency, zDate, zId, zList, zMinor, zName } from "./fields.ts";

/** What is said of a debtor's mail beside its tag: that nothing follows, finer reasons, and what a reading had wrong. */

/** How sure a reading was. */
export const CONFIDENCES = ["sure", "likely", "unsure"] as const;
/** `third`: neither of us, until somebody else has acted (a carrier, an insurer, the debtor's own customer). */
export const ACTORS = ["us", "them", "third"] as const;

const said = z.object({
  tag: z.enum(TAGS),
  also: zList(z.enum(TAGS)),
  currency: zCurrency,
  by: z.nullable(zDate),
  amount: z.nullable(zMinor),
  parts: zList(z.object({ by: zDate, amount: zMinor })),
  reason: z.nullable(z.enum(DISPUTE_REASONS)),
  disputed: z.nullable(zMinor),
  mustAct: z.nullable(z.enum(["us", "them"])),
  back: z.nullable(zDate),
  contact: z.nullable(zName),
  /** Empty: all that is open. */
  invoices: zList(zId),
});

export const mailSchemas = {
  /** « Sans effet »: a person has seen it, it is filed, no tag is wanted, and the plan goes on. */
  "reply-left-without-effect": z.object({
    exchange: zId,
    /** What the core had suggested; null where there was no reading. */
    suggested: z.nullable(z.enum(TAGS)),
  }),
  /** What the core had suggested and what the user chose instead. Of the mail's words nothing but these values. */
  "reading-corrected": z.object({
    exchange: zId,
    /** Version of the rules that read it. */
    reading: zName,
    confidence: z.enum(CONFIDENCES),
    /** Rules that the suggested tag rested on. */
    rules: zList(zName),
    suggested: said,
    chosen: said,
  }),
  /** A finer reason under the tag, and who must act. `detail` is text: a later version may know more of them. */
  "exchange-detailed": z.object({ exchange: zId, detail: zName, mustAct: z.enum(ACTORS) }),
} as const;

/** Stream `mailbox`: what corrections teach about rules, without a word about any debtor. */
export const teachingSchemas = {
  /** The tag that these rules had led to was kept, or another was chosen. */
  "reading-rules-weighed": z.object({ rules: zList(zName), kept: z.boolean() }),
  /** Whether what was corrected before counts in later readings. */
  "teaching-set": z.object({ used: z.boolean() }),
} as const;
