const FIRST = 10;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param ranks of the one right answer among the first ten, from 1; 0 where it is not there */
export const rate = (ranks: readonly number[]) => ({
  mrr: mean(ranks.map((rank) => (rank > 0 ? 1 / rank : 0))),
  recall: mean(ranks.map((rank) => (rank > 0 ? 1 : 0))),
  ndcg: mean(ranks.map((rank) => (rank > 0 ? 1 / Math.log2(rank + 1) : 0))),
});

const gainOf = (grades: readonly number[]): number =>
  grades.slice(0, FIRST).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

/** nDCG@10 of answers in their order, by how well each answers (0 .. 3), against the best order. */
export const rateGraded = (found: readonly number[], all: readonly number[]): number => {
  const best = gainOf(all.toSorted((a, b) => b - a));
  return best === 0 ? 0 : gainOf(found) / best;
};
