import type { Vector } from '../src/core/extraction/change/vector.ts';

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
  const slopes = new Float64Array(outputs);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const i of order) {
      const { vector, label, weight } = examples[i] as Example;
      const { places: at, values } = vector;
      slopes.fill(0);
      for (let a = 0; a < at.length; a += 1)
        for (let k = 0; k < outputs; k += 1)
          slopes[k]! += weights[(at[a] as number) * outputs + k]! * values[a]!;
      const top = Math.max(...slopes);
      let total = 0;
      for (let k = 0; k < outputs; k += 1) total += slopes[k] = Math.exp(slopes[k]! - top);
      for (let k = 0; k < outputs; k += 1) slopes[k] = slopes[k]! / total - (k === label ? 1 : 0);
      for (let a = 0; a < at.length; a += 1)
        for (let k = 0; k < outputs; k += 1) {
          const place = (at[a] as number) * outputs + k;
          const slope = weight * slopes[k]! * values[a]! + decay * weights[place]!;
          squares[place]! += slope * slope;
          weights[place]! -= (rate * slope) / Math.sqrt(squares[place]!);
        }
    }
  }
  return weights;
};

/** The one output that two are worth: the first less the second. */
export const toOneOutput = (weights: Float64Array): Float64Array =>
  Float64Array.from(
    { length: weights.length / 2 },
    (_, i) => weights[2 * i]! - weights[2 * i + 1]!,
  );
