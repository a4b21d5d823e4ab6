/** One word of the query, with all that may stand for it in a paper. */
export type QueryTerm = {
  /** How much it tells: rare words more. */
  weight: number;
  /** By hash of the term: 1 for the word itself, less for a mended one or a synonym. */
  forms: ReadonlyMap<number, number>;
};

export type Match = { term: number; strength: number };

/** By hash of a term: which words of the query it stands for. */
export type Matcher = ReadonlyMap<number, readonly Match[]>;

export const createMatcher = (terms: readonly QueryTerm[]): Matcher => {
  const matcher = new Map<number, Match[]>();
  terms.forEach(({ forms }, term) => {
    for (const [hash, strength] of forms) {
      const matches = matcher.get(hash);
      if (matches) matches.push({ term, strength });
      else matcher.set(hash, [{ term, strength }]);
    }
  });
  return matcher;
};
