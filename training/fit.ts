import { trainBinary } from "./logistic.ts";

/** Mails that must hold a feature before it is believed. */
const MAILS_MIN = 2;
/** The same of pairs of words and of concepts: there are so many that most would be learned by heart. */
const PAIR_MAILS_MIN = 15;
const PAIRS = ["b", "d"];

/** A mail as its features and how much each class is said in it: 1 the class it is filed under, less what it also says. */
export type Sample = { readonly keys: readonly string[]; readonly says: readonly number[] };

/** Weights in natural logarithms of odds, a row a feature and a column a class. */
export type Fitted = {
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly bias: readonly number[];
};

export const FIT = {
  epochs: 12,
  rate: 0.1,
  l2: 3e-4,
  /** Added to each count, so that what was seen once is not taken for certain. */
  smooth: 1,
  /** How strongly a feature's own log-odds scale what is learned of it (Wang and Manning, 2012). */
  scale: 0.5,
  /** How much more those of a class count than the others, which are many. */
  positive: 2,
};

/** One class after another against all others, each feature scaled by how unevenly it is spread over the two. */
export const fit = (
  samples: readonly Sample[],
  classes: number,
  options: typeof FIT = FIT,
): Fitted => {
  const counts = new Map<string, number>();
  for (const { keys } of samples)
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const kept = [...counts].filter(
    ([key, count]) => count >= (PAIRS.includes(key.charAt(0)) ? PAIR_MAILS_MIN : MAILS_MIN),
  );
  const ids = new Map(kept.map(([key], index) => [key, index]));
  const features = samples.map(({ keys }) =>
    Int32Array.from(keys.flatMap((key) => ids.get(key) ?? [])),
  );
  const columns = Array.from({ length: classes }, (_, at) => {
    const inside = new Float64Array(ids.size);
    let size = 0;
    samples.forEach(({ says }, index) => {
      if ((says[at] ?? 0) < 0.5) return;
      size += 1;
      for (const feature of features[index] ?? [])
        inside[feature] = (inside[feature] as number) + 1;
    });
    const { smooth } = options;
    const scales = Float64Array.from(kept, ([, count], feature) => {
      const own = ((inside[feature] as number) + smooth) / (size + 2 * smooth);
      const others =
        (count - (inside[feature] as number) + smooth) / (samples.length - size + 2 * smooth);
      return options.scale * Math.abs(Math.log(own / others));
    });
    const examples = samples.map(({ says }, index) => ({
      features: features[index] ?? new Int32Array(0),
      target: (says[at] ?? 0) > 0 ? 1 : 0,
      weight: (says[at] ?? 0) > 0 ? options.positive * (says[at] ?? 0) : 1,
    }));
    return trainBinary(examples, { ...options, features: ids.size, scales });
  });
  const rows = new Map(
    [...ids].map(([key, id]) => [key, columns.map((column) => column.weights[id] ?? 0)]),
  );
  return { rows, bias: columns.map((column) => column.bias) };
};

export const scoresIn = ({ rows, bias }: Fitted, keys: readonly string[]): readonly number[] => {
  const scores = [...bias];
  for (const key of keys)
    (rows.get(key) ?? []).forEach((weight, at) => {
      scores[at] = (scores[at] ?? 0) + weight;
    });
  return scores;
};
