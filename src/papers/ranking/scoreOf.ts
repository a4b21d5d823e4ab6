import type { Features } from './features.ts';
import weights from './weights.json' with { type: 'json' };

const WEIGHTS = Object.entries(weights) as [keyof Features, number][];
/** About what a paper comes to that has half of the query; it stands for a score of one half. */
const MIDDLE = 5;
const STEEPNESS = 0.25;

/** How well a paper answers, 0 .. 1, by what `bench/search/trainWeights.ts` learned of the features. */
export const scoreOf = (features: Features): number => {
  const sum = WEIGHTS.reduce((total, [name, weight]) => total + weight * features[name], 0);
  return 1 / (1 + Math.exp(-STEEPNESS * (sum - MIDDLE)));
};
