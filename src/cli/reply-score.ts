import { TAGS } from "#shared/kernel/parties.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import type { Reading } from "#shared/mail/reading.ts";
import { currencyOfRecord, minorOfSum, sumOfMinor } from "./reply-records.ts";
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

/** What of a reading is compared, each on the mails that have it. */
export const VALUES_COMPARED = [
  "tag",
  "also",
  "by",
  "amount",
  "paidOn",
  "reason",
  "reply",
  "invoices",
  "contact",
  "back",
] as const;
export type Compared = (typeof VALUES_COMPARED)[number];

export type ReplyScore = Readonly<Record<Compared, Share>> & {
  readonly mails: number;
  /** Mean F1 of the tags that are expected at least once. */
  readonly macroF1: number;
  readonly tags: readonly TagScore[];
  /** Pairs `expected > read` and how many, most first. */
  readonly confusion: readonly { readonly pair: string; readonly count: number }[];
  readonly sure: Share & { readonly coverage: number; readonly lower: number };
  /** Those read `sure` as something else that must never be: insolvency, dispute, bounce. */
  readonly gravelyWrong: readonly string[];
  /** Values read in mails that give none. */
  readonly tooMuch: { readonly contact: number; readonly back: number };
};

/** What was read otherwise than expected; null where it would be words of the mail. */
export type Miss = {
  readonly id: string;
  readonly what: Compared;
  readonly expected: string | null;
  readonly read: string | null;
};

/** Lines are compared without the spaces around them, blank lines left out: what a person sees. */
export const comparableLines = (text: string): string =>
  text
    .split("\n")
    .map((line) =>
      line
        .split(/[ \u00a0\u202f\t\r]+/)
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

/** What a mail expects and what was read, as texts that are equal where the reading is right. */
type Pair = {
  readonly expected: string;
  readonly read: string;
  /** Whether they may be shown: the words of a mail are not. */
  readonly isShown: boolean;
};

const NONE = "-";

const shown = (expected: string | null | undefined, read: string | null | undefined): Pair => ({
  expected: expected ?? NONE,
  read: read ?? NONE,
  isShown: true,
});

const sorted = (list: readonly string[]): string =>
  list.length === 0 ? NONE : [...new Set(list)].sort().join(" ");

/** Of a mail that promises and has paid, both sums. */
const amounts = ({ record, expected, reading }: Scored): Pair | null => {
  const currency = currencyOfRecord(record);
  const text = (minor: number | null | undefined): string =>
    String(sumOfMinor(minor ?? null, currency) ?? NONE);
  const pairs: (readonly [string, string])[] = [];
  for (const [wanted, found] of [
    [expected.promise, reading.promise],
    [expected.paid, reading.paid],
  ] as const)
    if (wanted != null)
      pairs.push([text(minorOfSum(wanted.amount, currency)), text(found?.amountMinor)]);
  return pairs.length === 0
    ? null
    : shown(pairs.map(([one]) => one).join(" "), pairs.map(([, one]) => one).join(" "));
};

/** Null where the mail has no such value. */
const COMPARE: Readonly<Record<Compared, (one: Scored) => Pair | null>> = {
  tag: ({ expected, reading }) => shown(expected.tag, reading.tag),
  also: ({ expected, reading }) =>
    shown(sorted([expected.tag, ...(expected.also ?? [])]), sorted([reading.tag, ...reading.also])),
  by: ({ expected, reading }) =>
    expected.promise == null ? null : shown(expected.promise.by, reading.promise?.by),
  amount: amounts,
  paidOn: ({ expected, reading }) =>
    expected.paid == null ? null : shown(expected.paid.on, reading.paid?.on),
  reason: ({ expected, reading }) =>
    expected.dispute == null ? null : shown(expected.dispute.reason, reading.dispute?.reason),
  reply: ({ expected, newWords }) => ({
    expected: comparableLines(expected.reply),
    read: comparableLines(newWords),
    isShown: false,
  }),
  invoices: ({ expected, reading }) =>
    shown(sorted(expected.invoices ?? []), sorted(reading.invoices)),
  contact: ({ expected, reading }) =>
    expected.contact == null
      ? null
      : { ...shown(expected.contact.toLowerCase(), reading.contact), isShown: false },
  back: ({ expected, reading }) =>
    expected.back == null ? null : shown(expected.back, reading.back),
};

const GRAVE: readonly Tag[] = ["insolvency", "dispute", "bounce"];

const tagScore = (tag: Tag, all: readonly Scored[]): TagScore => {
  const expected = all.filter((one) => one.expected.tag === tag);
  const read = all.filter((one) => one.reading.tag === tag).length;
  const right = expected.filter((one) => one.reading.tag === tag).length;
  const precision = read === 0 ? 0 : right / read;
  const recall = expected.length === 0 ? 0 : right / expected.length;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { tag, expected: expected.length, read, right, precision, recall, f1 };
};

const confusionOf = (all: readonly Scored[]): ReplyScore["confusion"] => {
  const counts = new Map<string, number>();
  for (const { expected, reading } of all) {
    if (expected.tag === reading.tag) continue;
    const pair = `${expected.tag} > ${reading.tag}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts]
    .map(([pair, count]) => ({ pair, count }))
    .sort((a, b) => b.count - a.count || (a.pair < b.pair ? -1 : 1));
};

const shareOf = (all: readonly Scored[], what: Compared): Share => {
  const pairs = all.flatMap((one) => COMPARE[what](one) ?? []);
  return { right: pairs.filter((one) => one.expected === one.read).length, of: pairs.length };
};

/** Compares readings with what a person labelled. */
export const scoreOf = (all: readonly Scored[]): ReplyScore => {
  const isTag = (one: Scored): boolean => one.reading.tag === one.expected.tag;
  const tags = TAGS.map((tag) => tagScore(tag, all));
  const present = tags.filter((one) => one.expected > 0);
  const sureOnes = all.filter((one) => one.reading.confidence === "sure");
  const sure: Share = { right: sureOnes.filter(isTag).length, of: sureOnes.length };
  return {
    mails: all.length,
    tag: shareOf(all, "tag"),
    macroF1: present.reduce((sum, one) => sum + one.f1, 0) / Math.max(1, present.length),
    tags,
    also: shareOf(all, "also"),
    confusion: confusionOf(all),
    sure: {
      ...sure,
      coverage: all.length === 0 ? 0 : sure.of / all.length,
      lower: lowerBound(sure),
    },
    gravelyWrong: sureOnes
      .filter((one) => GRAVE.includes(one.expected.tag) && !isTag(one))
      .map((one) => one.record.id),
    by: shareOf(all, "by"),
    amount: shareOf(all, "amount"),
    paidOn: shareOf(all, "paidOn"),
    reason: shareOf(all, "reason"),
    reply: shareOf(all, "reply"),
    invoices: shareOf(all, "invoices"),
    contact: shareOf(all, "contact"),
    back: shareOf(all, "back"),
    tooMuch: {
      contact: all.filter((one) => one.expected.contact == null && one.reading.contact != null)
        .length,
      back: all.filter((one) => one.expected.back == null && one.reading.back != null).length,
    },
  };
};

/** Everything read otherwise than expected, mail by mail; a wrong tag is not said again as a wrong set of tags. */
export const missesOf = (all: readonly Scored[]): readonly Miss[] =>
  all.flatMap((one) =>
    VALUES_COMPARED.flatMap((what): readonly Miss[] => {
      const pair = COMPARE[what](one);
      if (pair === null || pair.expected === pair.read) return [];
      if (what === "also" && one.expected.tag !== one.reading.tag) return [];
      const { id } = one.record;
      return pair.isShown
        ? [{ id, what, expected: pair.expected, read: pair.read }]
        : [{ id, what, expected: null, read: null }];
    }),
  );
