import type { Tag } from "#shared/kernel/parties.ts";
import { WORDS_RULE } from "./reading-version.ts";
import type { Ground, Reading } from "./reading.ts";

/**
 * What the user's own corrections teach. Plain data, worked out anew from the ledger for each reading: nothing is
 * trained, nothing leaves the device, and one look at the ledger says why.
 */
export type Taught = {
  /** By rule: how often the tag it led to was kept or corrected, since it was first doubted. */
  readonly byRule: ReadonlyMap<string, { readonly kept: number; readonly corrected: number }>;
  /** By `habitKey`: what mails of one sender that were read so were always filed under. */
  readonly bySender: ReadonlyMap<string, Habit>;
  /** By tag as read: the same of all mails of this debtor, whoever wrote them. */
  readonly byDebtor: ReadonlyMap<Tag, Habit>;
};

export type Habit = { readonly tag: Tag; readonly times: number };

export const NOTHING_TAUGHT: Taught = {
  byRule: new Map(),
  bySender: new Map(),
  byDebtor: new Map(),
};

/** Corrections of one sender that make a habit, and of a whole debtor: one may be a slip. */
export const SENDER_TIMES_MIN = 2;
export const DEBTOR_TIMES_MIN = 3;
/** Corrections after which a rule is doubted, if most of what rested on it since was wrong. */
export const RULE_TIMES_MIN = 3;

/** What a habit is known by: the address, and the tag that its mail was read under. */
export const habitKey = (address: string, read: Tag): string => `${address.toLowerCase()} ${read}`;

/** What must never be talked away: a mail read so is at most doubted, and keeps its tag. */
const NEVER_REPLACED: readonly Tag[] = ["insolvency", "bounce"];

/** The habit that bears on a reading; null where none does. */
export const habitFor = (taught: Taught, from: string | null, read: Tag): Habit | null => {
  const ofSender = from === null ? undefined : taught.bySender.get(habitKey(from, read));
  if (ofSender !== undefined && ofSender.times >= SENDER_TIMES_MIN) return ofSender;
  const ofDebtor = taught.byDebtor.get(read);
  return ofDebtor !== undefined && ofDebtor.times >= DEBTOR_TIMES_MIN ? ofDebtor : null;
};

/** Of rules alone: what a person was taught by, or words that no rule named, are doubted no further. */
const isDoubted = (taught: Taught, rule: string): boolean => {
  const record = taught.byRule.get(rule);
  return (
    rule !== WORDS_RULE &&
    record !== undefined &&
    record.corrected >= RULE_TIMES_MIN &&
    record.corrected >= 3 * record.kept
  );
};

const LOWER = { sure: "likely", likely: "unsure", unsure: "unsure" } as const;

/**
 * A reading after what the user corrected before. It only lowers the confidence, or proposes the tag that the user
 * always chose for such mails, with that as its ground; nothing becomes sure by it.
 */
export const withTaught = (
  reading: Reading,
  taught: Taught,
  mail: { readonly from: { readonly address: string } | null },
): Reading => {
  const grounds = reading.grounds.filter(({ of }) => of === reading.tag);
  const isShaken = grounds.length > 0 && grounds.every(({ rule }) => isDoubted(taught, rule));
  const confidence = isShaken ? LOWER[reading.confidence] : reading.confidence;
  const from = mail.from?.address ?? null;
  const habit = habitFor(taught, from, reading.tag);
  if (habit === null || habit.tag === reading.tag) {
    return confidence === reading.confidence ? reading : { ...reading, confidence };
  }
  if (NEVER_REPLACED.includes(reading.tag)) {
    return { ...reading, confidence: confidence === "sure" ? "likely" : confidence };
  }
  const ground: Ground = {
    of: habit.tag,
    quote: from ?? "",
    span: null,
    rule: `${TAUGHT_RULE}${String(habit.times)}`,
  };
  return {
    ...reading,
    tag: habit.tag,
    also: reading.also.filter((tag) => tag !== habit.tag),
    tags: [
      { tag: habit.tag, grounds: [ground] },
      ...reading.tags.filter(({ tag }) => tag !== habit.tag),
    ],
    confidence: "likely",
    grounds: [ground, ...reading.grounds],
  };
};

/** Of a ground that is a habit: how many mails it rests on stands behind it. */
const TAUGHT_RULE = "taught.";

/** How many mails filed before a ground rests on; null where it rests on words. */
export const taughtTimes = (rule: string): number | null =>
  rule.startsWith(TAUGHT_RULE) ? Number(rule.slice(TAUGHT_RULE.length)) : null;
