/** A mail as the trainer sees it: numbers of the features it holds, and how much it speaks for a class (1) or not (0). */
export type Example = {
  readonly features: Int32Array;
  readonly target: number;
  readonly weight: number;
};

export type BinaryOptions = {
  readonly features: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** What a feature counts for this class before anything is learned. */
  readonly scales: Float64Array;
};

export type Binary = { readonly weights: Float64Array; readonly bias: number };

/** A generator of the same numbers everywhere (Park and Miller's minimal standard). */
const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

/** Logistic regression of one class against all others by AdaGrad, in an order drawn from a fixed seed. */
export const trainBinary = (examples: readonly Example[], options: BinaryOptions): Binary => {
  const { epochs, rate, l2, scales } = options;
  const weights = new Float64Array(options.features);
  const squares = new Float64Array(options.features).fill(1e-8);
  let bias = 0;
  let biasSquare = 1e-8;
  const random = randomOf(20_261_122);
  const order = Int32Array.from(examples.keys());
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const kept = order[at] as number;
      order[at] = order[other] as number;
      order[other] = kept;
    }
    for (const index of order) {
      const { features, target, weight } = examples[index] as Example;
      let score = bias;
      for (const feature of features)
        score += (weights[feature] as number) * (scales[feature] as number);
      const error = weight * (1 / (1 + Math.exp(-score)) - target);
      biasSquare += error * error;
      bias -= (rate * error) / Math.sqrt(biasSquare);
      for (const feature of features) {
        const gradient = error * (scales[feature] as number) + l2 * (weights[feature] as number);
        const square = (squares[feature] as number) + gradient * gradient;
        squares[feature] = square;
        weights[feature] = (weights[feature] as number) - (rate * gradient) / Math.sqrt(square);
      }
    }
  }
  return { weights: weights.map((one, at) => one * (scales[at] as number)), bias };
};
