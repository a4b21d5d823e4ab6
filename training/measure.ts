import { CHANGES } from '../src/core/domain/extraction.ts';

/** Pairs of labels, as places in CHANGES: the true one, and the one that was read. */
export type Pairs = readonly { truth: number; read: number }[];

export type Measured = {
  accuracy: number;
  macroF1: number;
  /** Rows are the true labels, columns those that were read. */
  confusion: number[][];
};

const OF_ALL = CHANGES.map((_, i) => i);

/** Accuracy, F1 averaged over the labels, and the table of confusion. */
export const measureLabels = (pairs: Pairs): Measured => {
  const confusion = OF_ALL.map((truth) =>
    OF_ALL.map((read) => pairs.filter((pair) => pair.truth === truth && pair.read === read).length),
  );
  const f1 = OF_ALL.map((label) => {
    const countOf = (truth: number, read: number) => confusion[truth]?.[read] ?? 0;
    const right = countOf(label, label);
    const read = OF_ALL.reduce((sum, truth) => sum + countOf(truth, label), 0);
    const true_ = OF_ALL.reduce((sum, other) => sum + countOf(label, other), 0);
    return read + true_ === 0 ? 0 : (2 * right) / (read + true_);
  });
  return {
    accuracy: pairs.filter(({ truth, read }) => truth === read).length / Math.max(1, pairs.length),
    macroF1: f1.reduce((sum, one) => sum + one, 0) / f1.length,
    confusion,
  };
};
