import { DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import type { Feature } from "./reply-features.ts";
import { scoresOfReply } from "./reply-model.ts";
import type { ReplyModel } from "./reply-model.ts";
import type { Signal } from "./signals.ts";

export type Confidence = "sure" | "likely" | "unsure";

/** A tag for a mail, what else it says, and the sentences that decided. */
export type Decision = {
  readonly tag: Tag;
  readonly also: readonly Tag[];
  readonly confidence: Confidence;
  /** Every tag by its score, best first: what a person is offered where the reading is unsure. */
  readonly ranked: readonly Tag[];
  /** For a tag, the sentences that speak for it most, best first. */
  readonly sentencesOf: (tag: Tag) => readonly number[];
};

/** How far the first tag must be ahead of the second: found where it is right often enough. */
export type Thresholds = {
  /** In the model's units to the square root of how much is said. */
  readonly sure: number;
  readonly likely: number;
  /** How far a sentence of its own must be ahead for a second tag, in the model's units. */
  readonly also: number;
};

/** Tags that must never be passed over: a mail in which a rule for one of them fires is not surely anything else. */
const GRAVE: readonly Tag[] = ["insolvency", "dispute", "bounce"];
/** How much further than any other tag these must be behind. */
const GRAVE_LEAD = 2;
/** From this weight on a rule is a reason by itself. */
const STRONG = 2;
/** From this weight on a header or subject is one that answering programs write, not ticket systems for their people. */
const ANSWERING_PROGRAM = 2.6;

/**
 * What a controller may note beside each tag. Of two that a mail says, the one more is to be done about is the tag, so
 * none is noted beside one that comes after it; that something was received, or refused, is never noted beside.
 */
const BESIDE: Readonly<Record<Tag, readonly Tag[]>> = {
  bounce: [],
  autoreply: ["wrong_contact", "question"],
  insolvency: ["promise", "wrong_contact", "question"],
  dispute: ["paid", "promise", "instalments", "wrong_contact", "question"],
  refusal: ["paid", "promise", "instalments", "wrong_contact", "question"],
  paid: ["promise", "instalments", "wrong_contact", "question"],
  promise: ["instalments", "wrong_contact", "question"],
  instalments: ["promise", "wrong_contact", "question"],
  wrong_contact: ["promise", "question"],
  question: ["promise", "wrong_contact"],
  acknowledgement: ["wrong_contact", "question"],
  unrelated: [],
};

const ALSO_MAX = 3;

/** Words so few that chance weighs no less. */
const WORDS_BASE = 5;

/** What a lead is measured by: chance adds up over the different words of a mail as the square root of how many they are. */
export const chanceOf = (keys: Iterable<string>): number => {
  const words = new Set<string>();
  for (const key of keys) if (key.startsWith("w:")) words.add(key);
  return Math.sqrt(words.size + WORDS_BASE);
};

export const decideReply = (
  model: ReplyModel,
  thresholds: Thresholds,
  features: readonly Feature[],
  signals: readonly Signal[],
): Decision => {
  const { total, bySentence } = scoresOfReply(model, features);
  const chance = chanceOf(features.map((one) => one.key));
  // A delivery failure is read by its fields, before this; words alone never make one.
  const order = TAGS.map((tag, at) => ({ tag, at, score: total[at] ?? 0 }))
    .filter((one) => one.tag !== "bounce")
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const best = order[0] as (typeof order)[number];
  const robot = order.find((one) => one.tag === "autoreply");
  const isRobot =
    robot !== undefined &&
    isRobotAlone(signals) &&
    best.score - robot.score < thresholds.sure * chance;
  const first = isRobot ? robot : best;
  const isWithheld = first.tag === "refusal" && withholdsFor(signals);
  const tag = isWithheld ? "dispute" : first.tag;
  const also: Tag[] = [];
  const beside = BESIDE[tag];
  const leads = beside.length === 0 ? [] : leadsOf(model, bySentence);
  for (const { tag: other, at } of order) {
    if (!beside.includes(other) || also.length >= ALSO_MAX) continue;
    let lead = -Infinity;
    for (const { scores, first: top, second: next } of leads)
      lead = Math.max(lead, (scores[at] ?? 0) - (scores[at] === top ? next : top));
    if (lead >= thresholds.also) also.push(other);
  }
  const second = order.find((one) => one.tag !== tag && !also.includes(one.tag));
  const margin = Math.max(0, first.score - (second?.score ?? first.score)) / chance;
  const isContested =
    signals.some((one) => GRAVE.includes(one.tag) && one.tag !== tag && one.weight >= STRONG) ||
    order.some(
      (one) =>
        GRAVE.includes(one.tag) &&
        one.tag !== tag &&
        first.score - one.score < GRAVE_LEAD * thresholds.sure * chance,
    );
  const confidence =
    margin >= thresholds.sure && !isContested && !isWithheld
      ? "sure"
      : margin >= thresholds.likely
        ? "likely"
        : "unsure";
  return {
    tag,
    also,
    confidence,
    ranked: [tag, ...order.map((one) => one.tag).filter((one) => one !== tag)],
    sentencesOf: (wanted) => {
      const at = TAGS.indexOf(wanted);
      return [...bySentence]
        .filter(([sentence, row]) => sentence >= 0 && (row[at] ?? 0) > 0)
        .sort(([a, left], [b, right]) => (right[at] ?? 0) - (left[at] ?? 0) || a - b)
        .map(([sentence]) => sentence);
    },
  };
};

/** Headers or a subject that only a machine writes, and words in which no rule finds anything else. */
const isRobotAlone = (signals: readonly Signal[]): boolean =>
  signals.some(
    (one) => one.tag === "autoreply" && one.sentence < 0 && one.weight >= ANSWERING_PROGRAM,
  ) && signals.every((one) => one.tag === "autoreply");

/** A refusal has no ground that could be looked into: one that waits for a named fault to be mended is a dispute. */
const withholdsFor = (signals: readonly Signal[]): boolean =>
  signals.some((one) => one.rule === "dispute.withhold") &&
  signals.some(
    (one) => one.tag === "dispute" && one.reason !== undefined && one.reason !== "other",
  );

type Lead = {
  readonly scores: readonly number[];
  readonly first: number;
  /** Equal to the first where two share it. */
  readonly second: number;
};

/** What each sentence would score as a mail of its own, with the two highest scores. */
const leadsOf = (
  model: ReplyModel,
  bySentence: ReadonlyMap<number, readonly number[]>,
): readonly Lead[] => {
  const leads: Lead[] = [];
  for (const [sentence, row] of bySentence) {
    if (sentence < 0) continue;
    const scores = row.map((value, at) => value + (model.bias[at] ?? 0));
    let first = -Infinity;
    let second = -Infinity;
    for (const score of scores)
      if (score > first) {
        second = first;
        first = score;
      } else if (score > second) second = score;
    leads.push({ scores, first, second });
  }
  return leads;
};

/** Why a debtor contests, by a model of its own. */
export const reasonOfReply = (model: ReplyModel, features: readonly Feature[]): DisputeReason => {
  const { total } = scoresOfReply(model, features);
  let best = 0;
  total.forEach((score, at) => {
    if (score > (total[best] ?? 0)) best = at;
  });
  return DISPUTE_REASONS[best] ?? "other";
};
