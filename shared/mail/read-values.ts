import type { Ground } from "./reading.ts";

/** A value with the words it rests on. */
export type Valued<T> = { readonly value: T; readonly grounds: readonly Ground[] };

type Found = { readonly from: number; readonly to: number; readonly rule: string };

/** The ground of a value: the words in which it was found, and the rule that found it. */
export const groundOf = (of: string, words: string, find: Found): Ground => ({
  of,
  quote: words.slice(find.from, find.to),
  span: { of: "newWords", from: find.from, to: find.to },
  rule: find.rule,
});
