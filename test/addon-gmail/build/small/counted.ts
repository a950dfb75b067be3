/** Modules that were evaluated, in turn: each must be, once, whichever file it came in. */
const seen: string[] = [];

export const countStart = (name: string): void => {
  seen.push(name);
};

export const starts = (): readonly string[] => seen;
