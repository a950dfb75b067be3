/**
 * How a rule was read: on an official text or a faithful copy; in a secondary source only; remembered only; not found.
 */
export const MARKS = ["verified", "secondary", "memory", "unknown"] as const;
export type Mark = (typeof MARKS)[number];

/** A rule's own name, the same in every language: an article or a decision, and how it was read. */
export type Cited = { readonly text: string; readonly mark: Mark };

/** What the user sees as « à vérifier »; what is unknown is shown as unknown instead. */
export const isToCheck = (mark: Mark): boolean => mark === "secondary" || mark === "memory";

/** The least sure of several marks: what rests on them all is no surer than that. */
export const leastSure = (marks: readonly Mark[]): Mark =>
  marks.reduce<Mark>(
    (least, mark) => (MARKS.indexOf(mark) > MARKS.indexOf(least) ? mark : least),
    "verified",
  );
