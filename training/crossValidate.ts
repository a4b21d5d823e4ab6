import { judgeSentences, poolChances } from '../src/core/extraction/change/judgeSentences.ts';
import type { Prepared } from './examples.ts';
import { fitChangeModel } from './fitChangeModel.ts';
import { foldOf } from './readBench.ts';

/** A row's label and the chances that a model gave it which had not seen its article. */
export type OutOfFold = { id: string; label: number; chances: number[]; isGroundMarked: boolean };

/** Chances of every row with its label in the abstract, from models of the other articles' rows. */
export const crossValidate = (rows: readonly Prepared[], folds: number): OutOfFold[] =>
  Array.from({ length: folds }, (_, fold) => {
    const model = fitChangeModel(rows.filter(({ row }) => foldOf(row.pmcid, folds) !== fold));
    return rows
      .filter(({ row }) => row.inAbstract && foldOf(row.pmcid, folds) === fold)
      .map(({ row, label, readings, marked }): OutOfFold => {
        const judged = judgeSentences(readings, model);
        const chances = poolChances(judged);
        const best = chances.indexOf(Math.max(...chances));
        const ground = judged.map(({ bears, chances: own }) => bears * own[best]!);
        return {
          id: row.id,
          label,
          chances,
          isGroundMarked: marked[ground.indexOf(Math.max(...ground))] ?? false,
        };
      });
  }).flat();

/** The power that makes chances come true as often as they say: of the least log loss. */
export const fitSharpness = (
  results: readonly OutOfFold[],
  sharpen: (chances: readonly number[], power: number) => number[],
): number => {
  const loss = (power: number) =>
    results.reduce((sum, { label, chances }) => sum - Math.log(sharpen(chances, power)[label]!), 0);
  const powers = Array.from({ length: 56 }, (_, i) => 0.5 + i * 0.05);
  return powers.reduce((best, power) => (loss(power) < loss(best) ? power : best), 1);
};
