import { trainSoftmax } from "./softmax.ts";

/** Mails that must hold a feature before it is believed. */
const MAILS_MIN = 3;
/** The same of pairs of words and of concepts: there are so many that most would be learned by heart. */
const PAIR_MAILS_MIN = 15;
const PAIRS = ["b", "d"];

/** A mail as its features, its class, and how much it counts. */
export type Sample = {
  readonly keys: readonly string[];
  readonly label: number;
  readonly weight: number;
};

/** Weights in natural logarithms of odds, a row a feature and a column a class. */
export type Fitted = {
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly bias: readonly number[];
};

const FIT = { epochs: 12, rate: 0.1, l2: 1e-3 };
/** Added to each count, so that what was seen once is not taken for certain. */
const SMOOTH = 1;
/** What every feature counts, and how strongly its own log-odds add to that (after Wang and Manning, 2012). */
const SCALE_BASE = 0.2;
const SCALE_ODDS = 0.2;

/** All classes at once, each feature scaled by how unevenly it is spread over them. */
export const fit = (samples: readonly Sample[], classes: number): Fitted => {
  const counts = new Map<string, number>();
  for (const { keys } of samples)
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const kept = [...counts].filter(
    ([key, count]) => count >= (PAIRS.includes(key.charAt(0)) ? PAIR_MAILS_MIN : MAILS_MIN),
  );
  const ids = new Map(kept.map(([key], index) => [key, index]));
  const examples = samples.map(({ keys, label, weight }) => ({
    features: Int32Array.from(keys.flatMap((key) => ids.get(key) ?? [])),
    label,
    weight,
  }));

  const sizes = new Float64Array(classes);
  const inside = new Float64Array(ids.size * classes);
  for (const { features, label } of examples) {
    sizes[label] = (sizes[label] as number) + 1;
    for (const feature of features) {
      const at = feature * classes + label;
      inside[at] = (inside[at] as number) + 1;
    }
  }
  const scales = inside.map((own, at) => {
    const [, count] = kept[Math.floor(at / classes)] as (typeof kept)[number];
    const size = sizes[at % classes] as number;
    const share = (own + SMOOTH) / (size + 2 * SMOOTH);
    const others = (count - own + SMOOTH) / (samples.length - size + 2 * SMOOTH);
    return SCALE_BASE + SCALE_ODDS * Math.abs(Math.log(share / others));
  });

  const { weights, bias } = trainSoftmax(examples, {
    ...FIT,
    features: ids.size,
    classes,
    scales,
  });
  const rows = new Map(
    [...ids].map(([key, id]) => [key, [...weights.subarray(id * classes, (id + 1) * classes)]]),
  );
  return { rows, bias: [...bias] };
};

export const scoresIn = ({ rows, bias }: Fitted, keys: readonly string[]): readonly number[] => {
  const scores = [...bias];
  for (const key of keys)
    (rows.get(key) ?? []).forEach((weight, at) => {
      scores[at] = (scores[at] ?? 0) + weight;
    });
  return scores;
};
