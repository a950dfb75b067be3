/** A mail as the trainer sees it: numbers of the features it holds, its class, and how much it counts. */
export type Example = {
  readonly features: Int32Array;
  readonly label: number;
  readonly weight: number;
};

export type SoftmaxOptions = {
  readonly features: number;
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** What a feature counts for a class before anything is learned, a row a feature and a column a class. */
  readonly scales: Float64Array;
};

/** Weights as a row a feature and a column a class. */
export type Softmax = { readonly weights: Float64Array; readonly bias: Float64Array };

/** Keeps the first steps finite. */
const SQUARE_MIN = 1e-8;

/** A generator of the same numbers everywhere (Park and Miller's minimal standard). */
const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

/** Multinomial logistic regression by AdaGrad, in an order drawn from a fixed seed. */
export const trainSoftmax = (examples: readonly Example[], options: SoftmaxOptions): Softmax => {
  const { classes, epochs, rate, l2, scales } = options;
  const weights = new Float64Array(options.features * classes);
  const squares = new Float64Array(options.features * classes).fill(SQUARE_MIN);
  const bias = new Float64Array(classes);
  const biasSquares = new Float64Array(classes).fill(SQUARE_MIN);
  const errors = new Float64Array(classes);
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
      const { features, label, weight } = examples[index] as Example;
      errors.set(bias);
      for (const feature of features)
        for (let column = 0, at = feature * classes; column < classes; column += 1, at += 1)
          errors[column] =
            (errors[column] as number) + (weights[at] as number) * (scales[at] as number);
      toProbabilities(errors);
      errors[label] = (errors[label] as number) - 1;
      for (let column = 0; column < classes; column += 1) {
        const error = weight * (errors[column] as number);
        errors[column] = error;
        const square = (biasSquares[column] as number) + error * error;
        biasSquares[column] = square;
        bias[column] = (bias[column] as number) - (rate * error) / Math.sqrt(square);
      }
      for (const feature of features)
        for (let column = 0, at = feature * classes; column < classes; column += 1, at += 1) {
          const gradient =
            (errors[column] as number) * (scales[at] as number) + l2 * (weights[at] as number);
          const square = (squares[at] as number) + gradient * gradient;
          squares[at] = square;
          weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(square);
        }
    }
  }
  return { weights: weights.map((one, at) => one * (scales[at] as number)), bias };
};

/** Scores become probabilities in place. */
const toProbabilities = (scores: Float64Array): void => {
  const most = Math.max(...scores);
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    scores[at] = Math.exp((scores[at] as number) - most);
    sum += scores[at] as number;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum;
};
