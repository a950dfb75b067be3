import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import { DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { comparableLines } from "#src/cli/reply-score.ts";
import type { Share } from "#src/cli/reply-score.ts";
import type { Expected } from "#src/cli/reply-records.ts";
import * as z from "zod/mini";

const zDay = z.nullable(z.string().check(z.refine((text) => parseCalendarDate(text) !== null)));

const zReread = z.object({
  id: z.string(),
  tag: z.enum(TAGS),
  also: z.nullish(z.array(z.enum(TAGS))),
  by: z.optional(zDay),
  amount: z.optional(z.nullable(z.number())),
  reason: z.optional(z.nullable(z.enum(DISPUTE_REASONS))),
  reply: z.optional(z.string()),
});

/** What another hand labelled without seeing the first labels; a value that it did not read again is absent. */
export type Reread = z.infer<typeof zReread>;

/** The error is the number of the first line that is no label. */
export const rereadsOf = (text: string): Result<readonly Reread[], number> => {
  const read: Reread[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      const parsed = zReread.safeParse(JSON.parse(line));
      if (!parsed.success) return err(index + 1);
      read.push(parsed.data);
    } catch (cause) {
      if (cause instanceof SyntaxError) return err(index + 1);
      throw cause;
    }
  }
  return ok(read);
};

export type Agreement = {
  readonly mails: number;
  /** Cohen's kappa of the two readings of the tag: 1 is the same throughout, 0 what chance alone would give. */
  readonly kappa: number;
  readonly tag: Share;
  readonly also: Share;
  readonly by: Share;
  readonly amount: Share;
  readonly reason: Share;
  readonly reply: Share;
};

/** Cohen (1960): agreement beyond what two readers with these habits would reach by chance. */
export const kappaOf = (pairs: readonly (readonly [string, string])[]): number => {
  const total = pairs.length;
  if (total === 0) return 0;
  const same = pairs.filter(([one, other]) => one === other).length / total;
  const share = (side: 0 | 1, label: string): number =>
    pairs.filter((pair) => pair[side] === label).length / total;
  const labels = [...new Set(pairs.flat())];
  const chance = labels.reduce((sum, label) => sum + share(0, label) * share(1, label), 0);
  return chance === 1 ? 1 : (same - chance) / (1 - chance);
};

type Both = { readonly first: Expected; readonly second: Reread };

const tagsOf = (tag: string, also: readonly string[] | null | undefined): string =>
  [...new Set([tag, ...(also ?? [])])].sort().join(" ");

/** Compares second labels with the first ones, each value where the second hand read it. */
export const agreementOf = (both: readonly Both[]): Agreement => {
  const share = (has: (one: Both) => boolean, isSame: (one: Both) => boolean): Share => {
    const those = both.filter(has);
    return { right: those.filter(isSame).length, of: those.length };
  };
  return {
    mails: both.length,
    kappa: kappaOf(both.map(({ first, second }) => [first.tag, second.tag])),
    tag: share(
      () => true,
      ({ first, second }) => first.tag === second.tag,
    ),
    also: share(
      () => true,
      ({ first, second }) => tagsOf(first.tag, first.also) === tagsOf(second.tag, second.also),
    ),
    by: share(
      ({ second }) => second.by !== undefined,
      ({ first, second }) => (first.promise?.by ?? null) === second.by,
    ),
    amount: share(
      ({ second }) => second.amount !== undefined,
      ({ first, second }) =>
        (first.promise?.amount ?? first.paid?.amount ?? null) === second.amount,
    ),
    reason: share(
      ({ second }) => second.reason !== undefined,
      ({ first, second }) => (first.dispute?.reason ?? null) === second.reason,
    ),
    reply: share(
      ({ second }) => second.reply !== undefined,
      ({ first, second }) => comparableLines(first.reply) === comparableLines(second.reply ?? ""),
    ),
  };
};
