import type { QueryTerm } from './queryTerm.ts';
import type { WordVectors } from './wordVectors.ts';

/** How alike the words of papers are to those of one query, each pair looked up once. */
export type Likeness = {
  rowOf: (hash: number) => number;
  /** Whether anything is known of a word of the query. */
  isKnown: (term: number) => boolean;
  of: (term: number, row: number) => number;
};

export const createLikeness = (terms: readonly QueryTerm[], vectors: WordVectors): Likeness => {
  const rows = terms.map(
    ({ forms }) => [...forms.keys()].map(vectors.rowOf).find((row) => row >= 0) ?? -1,
  );
  const known = rows.map(() => new Map<number, number>());
  return {
    rowOf: vectors.rowOf,
    isKnown: (term) => (rows[term] as number) >= 0,
    of: (term, row) => {
      const mine = known[term] as Map<number, number>;
      const found = mine.get(row);
      if (found !== undefined) return found;
      const value = vectors.likeness(rows[term] as number, row);
      mine.set(row, value);
      return value;
    },
  };
};
