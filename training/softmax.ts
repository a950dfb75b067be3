/** A mail as the trainer sees it: which features it holds and which class it is. */
export type Example = { readonly features: readonly number[]; readonly target: number };

export type Trained = {
  /** One row a feature, one column a class. */
  readonly weights: readonly Float64Array[];
  readonly bias: Float64Array;
};

export type TrainOptions = {
  readonly classes: number;
  readonly features: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** How much a class counts; balances those that are rare. */
  readonly classWeights: readonly number[];
  readonly scale: (feature: number) => number;
};

/** A generator of the same numbers everywhere (Park and Miller's minimal standard). */
const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

export const softmaxOf = (scores: Float64Array): Float64Array => {
  let top = -Infinity;
  for (const one of scores) top = Math.max(top, one);
  let sum = 0;
  const out = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += 1) {
    out[at] = Math.exp((scores[at] ?? 0) - top);
    sum += out[at] ?? 0;
  }
  for (let at = 0; at < out.length; at += 1) out[at] = (out[at] ?? 0) / sum;
  return out;
};

export const scoresOf = (
  features: readonly number[],
  { weights, bias }: Trained,
  scale: (feature: number) => number,
): Float64Array => {
  const scores = Float64Array.from(bias);
  for (const feature of features) {
    const row = weights[feature];
    if (row === undefined) continue;
    const value = scale(feature);
    for (let at = 0; at < scores.length; at += 1)
      scores[at] = (scores[at] ?? 0) + (row[at] ?? 0) * value;
  }
  return scores;
};

/** Multinomial logistic regression by AdaGrad, in an order drawn from a fixed seed. */
export const train = (examples: readonly Example[], options: TrainOptions): Trained => {
  const { classes, epochs, rate, l2, classWeights, scale } = options;
  const weights = Array.from({ length: options.features }, () => new Float64Array(classes));
  const squares = Array.from({ length: options.features }, () => new Float64Array(classes));
  const bias = new Float64Array(classes);
  const biasSquares = new Float64Array(classes);
  const random = randomOf(20_261_122);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const index of order) {
      const example = examples[index] as Example;
      const scores = scoresOf(example.features, { weights, bias }, scale);
      const shares = softmaxOf(scores);
      const weight = classWeights[example.target] ?? 1;
      for (let at = 0; at < classes; at += 1) {
        const error = weight * ((shares[at] ?? 0) - (at === example.target ? 1 : 0));
        shares[at] = error;
        biasSquares[at] = (biasSquares[at] ?? 0) + error * error;
        bias[at] = (bias[at] ?? 0) - (rate * error) / (1e-6 + Math.sqrt(biasSquares[at] ?? 0));
      }
      for (const feature of example.features) {
        const row = weights[feature] as Float64Array;
        const square = squares[feature] as Float64Array;
        const value = scale(feature);
        for (let at = 0; at < classes; at += 1) {
          const gradient = (shares[at] ?? 0) * value + l2 * (row[at] ?? 0);
          if (gradient === 0) continue;
          square[at] = (square[at] ?? 0) + gradient * gradient;
          row[at] = (row[at] ?? 0) - (rate * gradient) / (1e-6 + Math.sqrt(square[at] ?? 0));
        }
      }
    }
  }
  return { weights, bias };
};
