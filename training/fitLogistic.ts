import { scoreVector, softmax, type Vector } from '../src/core/extraction/change/vector.ts';

export type Example = { vector: Vector; label: number; weight: number };

/** Numbers in 0 .. 1, the same for the same seed (mulberry32). */
export const createRandom = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

export type FitOptions = {
  places: number;
  outputs: number;
  epochs: number;
  rate: number;
  decay: number;
};

/**
 * Multinomial logistic regression by AdaGrad, one example at a time in an order that depends on a
 * fixed seed alone. With two outputs, the second less the first is what one output would be.
 */
export const fitLogistic = (
  examples: readonly Example[],
  { places, outputs, epochs, rate, decay }: FitOptions,
): Float64Array => {
  const weights = new Float64Array(places * outputs);
  const squares = new Float64Array(places * outputs).fill(1e-2);
  const random = createRandom(1);
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const i of order) {
      const { vector, label, weight } = examples[i] as Example;
      const chances = softmax(scoreVector(weights, vector, outputs));
      vector.places.forEach((place, a) => {
        const value = vector.values[a] as number;
        for (let k = 0; k < outputs; k += 1) {
          const at = place * outputs + k;
          const error = (chances[k] as number) - (k === label ? 1 : 0);
          const slope = weight * error * value + decay * (weights[at] as number);
          squares[at] = (squares[at] as number) + slope * slope;
          weights[at] = (weights[at] as number) - (rate * slope) / Math.sqrt(squares[at] as number);
        }
      });
    }
  }
  return weights;
};

/** The one output that two are worth: the first less the second. */
export const toOneOutput = (weights: Float64Array): Float64Array =>
  Float64Array.from(
    { length: weights.length / 2 },
    (_, i) => (weights[2 * i] as number) - (weights[2 * i + 1] as number),
  );
