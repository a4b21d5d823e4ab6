/** One question: its candidates, and which of them is right (-1: none). */
export type Example = { candidates: Float64Array[]; right: number; weight: number };

const STEPS = 300;
const RATE = 0.1;
/** Large weights are held back a little. */
const DECAY = 1e-3;

const measureSpread = (examples: readonly Example[], width: number): Float64Array => {
  const [sum, square] = [new Float64Array(width), new Float64Array(width)];
  let count = 0;
  for (const { candidates } of examples)
    for (const features of candidates) {
      count += 1;
      for (let i = 0; i < width; i += 1) {
        (sum[i] as number) += features[i] as number;
        (square[i] as number) += (features[i] as number) ** 2;
      }
    }
  return sum.map(
    (total, i) => Math.sqrt((square[i] as number) / count - (total / count) ** 2) + 1e-9,
  );
};

/**
 * Weights of features that make the right candidate the likeliest one, where the likelihood of each
 * is the share of its e^score among all (Cao and others 2007), by Adam on all questions at once.
 */
export const fitWeights = (all: readonly Example[]): number[] => {
  const examples = all.filter(({ right }) => right >= 0);
  const width = examples[0]?.candidates[0]?.length ?? 0;
  const spread = measureSpread(examples, width);
  const weighed = examples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(width);
  const [mean, variance] = [new Float64Array(width), new Float64Array(width)];
  for (let step = 1; step <= STEPS; step += 1) {
    const scaled = weights.map((weight, i) => weight / (spread[i] as number));
    const slope = new Float64Array(width);
    for (const { candidates, right, weight } of examples) {
      const scores = candidates.map((features) => {
        let score = 0;
        for (let i = 0; i < width; i += 1) score += (features[i] as number) * (scaled[i] as number);
        return score;
      });
      const greatest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - greatest));
      const sum = powers.reduce((a, b) => a + b, 0);
      candidates.forEach((features, candidate) => {
        const share = (powers[candidate] as number) / sum - (candidate === right ? 1 : 0);
        for (let i = 0; i < width; i += 1)
          (slope[i] as number) += weight * share * (features[i] as number);
      });
    }
    const rate = RATE * (step < STEPS * 0.6 ? 1 : step < STEPS * 0.85 ? 0.3 : 0.1);
    for (let i = 0; i < width; i += 1) {
      const g =
        (slope[i] as number) / (spread[i] as number) / weighed + DECAY * (weights[i] as number);
      mean[i] = 0.9 * (mean[i] as number) + 0.1 * g;
      variance[i] = 0.99 * (variance[i] as number) + 0.01 * g * g;
      const [m, v] = [
        (mean[i] as number) / (1 - 0.9 ** step),
        (variance[i] as number) / (1 - 0.99 ** step),
      ];
      (weights[i] as number) -= (rate * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  return [...weights].map((weight, i) => weight / (spread[i] as number));
};
