import { FEATURES } from './features.ts';

const WEIGHTS: Readonly<Record<string, number>> = { firstToBest: 1 };

/** How well a paper answers, by what was learned of the features. */
export const scoreOf = (features: readonly number[]): number =>
  features.reduce((sum, value, i) => sum + value * (WEIGHTS[FEATURES[i] as string] ?? 0), 0);
