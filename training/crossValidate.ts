import {
  judgeSentences,
  poolChances,
  sharpen,
} from '../src/core/extraction/change/judgeSentences.ts';
import type { Prepared } from './examples.ts';
import { fitChangeModel } from './fitChangeModel.ts';
import { foldOf } from './readBench.ts';

/** A row's label and the chances that a model gave it which had not seen its article. */
export type OutOfFold = {
  row: Prepared;
  fold: number;
  label: number;
  chances: readonly number[];
  /** Whether people marked the sentence that is cited. */
  isGroundMarked: boolean;
};

/** Chances of every row with its label in the abstract, from models of the other articles' rows. */
export const crossValidate = (rows: readonly Prepared[], folds: number): OutOfFold[] =>
  Array.from({ length: folds }, (_, fold) => {
    const model = fitChangeModel(rows.filter(({ row }) => foldOf(row.pmcid, folds) !== fold));
    return rows
      .filter(({ row }) => row.inAbstract && foldOf(row.pmcid, folds) === fold)
      .map((row): OutOfFold => {
        const judged = judgeSentences(row.readings, model);
        const chances = poolChances(judged);
        const best = bestOf(chances);
        const ground = judged.map(({ bears, chances: own, reading: { view } }) =>
          view.sentence.section === 'title' ? 0 : bears * (own[best] ?? 0),
        );
        return {
          row,
          fold,
          label: row.label,
          chances,
          isGroundMarked: row.marked[bestOf(ground)] ?? false,
        };
      });
  }).flat();

export const bestOf = (chances: readonly number[]): number => chances.indexOf(Math.max(...chances));

/** The power that makes chances come true as often as they say: of the least log loss. */
export const fitSharpness = (results: readonly OutOfFold[]): number => {
  const loss = (power: number) =>
    results.reduce(
      (sum, { label, chances }) => sum - Math.log(sharpen(chances, power)[label] as number),
      0,
    );
  const powers = Array.from({ length: 56 }, (_, i) => 0.5 + i * 0.05);
  return powers.reduce((best, power) => (loss(power) < loss(best) ? power : best), 1);
};

/** The chances as the product would tell them, sharpened by what the other folds teach. */
export const sharpenOutOfFold = (results: readonly OutOfFold[]): OutOfFold[] => {
  const folds = [...new Set(results.map(({ fold }) => fold))];
  const powers = new Map(
    folds.map((fold) => [fold, fitSharpness(results.filter((one) => one.fold !== fold))]),
  );
  return results.map((one) => ({
    ...one,
    chances: sharpen(one.chances, powers.get(one.fold) ?? 1),
  }));
};
