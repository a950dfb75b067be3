/** One line of JSON a figure: for people to read, and for machines to compare. */
export const figure = (
  name: string,
  value: number,
  unit: string,
  more: { readonly aim?: number; readonly n?: number } = {},
): void => {
  const rounded = value < 10 ? Math.round(value * 100) / 100 : Math.round(value);
  console.log(JSON.stringify({ name, value: rounded, unit, ...more }));
};

export const timed = async <T>(work: () => T | Promise<T>): Promise<readonly [T, number]> => {
  const before = performance.now();
  const done = await work();
  return [done, performance.now() - before];
};

/** Milliseconds of processor, of all threads: on a shared machine, waiting is not the program's. */
export const worked = <T>(work: () => T): readonly [T, number] => {
  const before = process.cpuUsage();
  const done = work();
  const { user, system } = process.cpuUsage(before);
  return [done, (user + system) / 1_000];
};

/** The value below which this share of the others lie; of at least one value. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};
