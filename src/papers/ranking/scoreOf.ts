import type { Features } from './features.ts';
import weights from './weights.json' with { type: 'json' };

const WEIGHTS = Object.entries(weights) as [keyof Features, number][];

/** How well a paper answers, 0 .. 1, by what `bench/search/train.ts` learned of the features. */
export const scoreOf = (features: Features): number => {
  const sum = WEIGHTS.reduce((total, [name, weight]) => total + weight * features[name], 0);
  return sum;
};
