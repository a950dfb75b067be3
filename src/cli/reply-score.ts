import { TAGS } from "#shared/kernel/parties.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import type { Reading } from "#shared/mail/reading.ts";
import { minorOfSum } from "./reply-records.ts";
import type { Expected, ReplyRecord } from "./reply-records.ts";

export type Scored = {
  readonly record: ReplyRecord;
  readonly expected: Expected;
  readonly reading: Reading;
  readonly newWords: string;
};

/** How many of how many. */
export type Share = { readonly right: number; readonly of: number };

export type TagScore = {
  readonly tag: Tag;
  readonly expected: number;
  readonly read: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};

export type ReplyScore = {
  readonly mails: number;
  readonly tag: Share;
  readonly macroF1: number;
  readonly tags: readonly TagScore[];
  /** Every tag, `also` included, expected and read. */
  readonly also: Share;
  /** Pairs `expected > read` and how many, most first. */
  readonly confusion: readonly { readonly pair: string; readonly count: number }[];
  readonly sure: Share & { readonly coverage: number; readonly lower: number };
  /** Those read `sure` as something else that must never be: insolvency, dispute, bounce. */
  readonly gravelyWrong: readonly string[];
  readonly by: Share;
  readonly amount: Share;
  readonly paidOn: Share;
  readonly reason: Share;
  readonly reply: Share;
  readonly invoices: Share;
  readonly contact: Share;
  readonly back: Share;
};

const linesOf = (text: string): string =>
  text
    .split("\n")
    .map((line) =>
      line
        .split(/[ \u00a0\u202f\t]+/)
        .join(" ")
        .trim(),
    )
    .filter((line) => line !== "")
    .join("\n");

/** The lower end of Wilson's interval at 95 %: what a share is at least, allowing for how few it was counted on. */
export const lowerBound = ({ right, of }: Share): number => {
  if (of === 0) return 0;
  const z = 1.96;
  const share = right / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * of)) / of);
  return (middle - spread) / (1 + (z * z) / of);
};

const GRAVE: readonly Tag[] = ["insolvency", "dispute", "bounce"];

/** Compares readings with what a person labelled. */
export const scoreOf = (all: readonly Scored[]): ReplyScore => {
  const share = (list: readonly Scored[], isRight: (one: Scored) => boolean): Share => ({
    right: list.filter(isRight).length,
    of: list.length,
  });
  const isTag = (one: Scored): boolean => one.reading.tag === one.expected.tag;
  const tags = TAGS.map((tag): TagScore => {
    const expected = all.filter((one) => one.expected.tag === tag).length;
    const read = all.filter((one) => one.reading.tag === tag).length;
    const right = all.filter((one) => one.expected.tag === tag && isTag(one)).length;
    const precision = read === 0 ? 0 : right / read;
    const recall = expected === 0 ? 0 : right / expected;
    const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { tag, expected, read, right, precision, recall, f1 };
  });
  const present = tags.filter((one) => one.expected > 0);
  const confusion = new Map<string, number>();
  for (const one of all) {
    if (isTag(one)) continue;
    const pair = `${one.expected.tag} > ${one.reading.tag}`;
    confusion.set(pair, (confusion.get(pair) ?? 0) + 1);
  }
  const sureOnes = all.filter((one) => one.reading.confidence === "sure");
  const sure = share(sureOnes, isTag);
  const promised = all.filter((one) => one.expected.promise !== undefined);
  const paid = all.filter((one) => one.expected.paid !== undefined);
  const tagSets = all.map((one) => ({
    expected: new Set<Tag>([one.expected.tag, ...(one.expected.also ?? [])]),
    read: new Set<Tag>([one.reading.tag, ...one.reading.also]),
  }));
  return {
    mails: all.length,
    tag: share(all, isTag),
    macroF1: present.reduce((sum, one) => sum + one.f1, 0) / Math.max(1, present.length),
    tags,
    also: {
      right: tagSets.filter(
        ({ expected, read }) =>
          expected.size === read.size && [...expected].every((tag) => read.has(tag)),
      ).length,
      of: tagSets.length,
    },
    confusion: [...confusion]
      .map(([pair, count]) => ({ pair, count }))
      .sort((a, b) => b.count - a.count || (a.pair < b.pair ? -1 : 1)),
    sure: {
      ...sure,
      coverage: all.length === 0 ? 0 : sure.of / all.length,
      lower: lowerBound(sure),
    },
    gravelyWrong: sureOnes
      .filter((one) => GRAVE.includes(one.expected.tag) && !isTag(one))
      .map((one) => one.record.id),
    by: share(promised, (one) => (one.reading.promise?.by ?? null) === one.expected.promise?.by),
    amount: share([...promised, ...paid], (one) => isAmount(one)),
    paidOn: share(paid, (one) => (one.reading.paid?.on ?? null) === one.expected.paid?.on),
    reason: share(
      all.filter((one) => one.expected.dispute !== undefined),
      (one) => one.reading.dispute?.reason === one.expected.dispute?.reason,
    ),
    reply: share(all, (one) => linesOf(one.newWords) === linesOf(one.expected.reply)),
    invoices: share(
      all,
      (one) =>
        [...(one.expected.invoices ?? [])].sort().join("\n") ===
        [...one.reading.invoices].sort().join("\n"),
    ),
    contact: share(
      all.filter((one) => one.expected.contact != null),
      (one) => one.reading.contact === one.expected.contact?.toLowerCase(),
    ),
    back: share(
      all.filter((one) => one.expected.back != null),
      (one) => one.reading.back === one.expected.back,
    ),
  };
};

const isAmount = ({ expected, reading }: Scored): boolean => {
  const promised =
    expected.promise === undefined ||
    minorOfSum(expected.promise.amount) === (reading.promise?.amountMinor ?? null);
  const paid =
    expected.paid === undefined ||
    minorOfSum(expected.paid.amount) === (reading.paid?.amountMinor ?? null);
  return promised && paid;
};
