import { createHashTable } from '../index/hashTable.ts';
import type { RelatedWords } from './relatedWords.ts';

/** One word of the query, with all that may stand for it in a paper. */
export type QueryTerm = {
  /** How much it tells: rare words more. */
  weight: number;
  /** By hash of the term: 1 for the word itself, less for a mended one or a synonym. */
  forms: ReadonlyMap<number, number>;
};

/** That a term of a paper stands for a word of the query, or is used like it. */
export type Match = { term: number; strength: number; isRelated: boolean };

export type Matcher = {
  /** By the hash of a term of a paper; null for none. */
  find: (hash: number) => readonly Match[] | null;
  /** Whether it is known what is used like a word of the query. */
  isKnown: readonly boolean[];
};

export const createMatcher = (terms: readonly QueryTerm[], relatedTo: RelatedWords): Matcher => {
  const matches = new Map<number, Match[]>();
  const put = (hash: number, match: Match): void => {
    const known = matches.get(hash);
    if (known) known.push(match);
    else matches.set(hash, [match]);
  };
  const isKnown = terms.map(({ forms }, term) => {
    for (const [hash, strength] of forms) put(hash, { term, strength, isRelated: false });
    const [related = null] = [...forms.keys()].map(relatedTo).filter((found) => found !== null);
    for (const { hash, likeness } of related ?? [])
      if (!forms.has(hash)) put(hash, { term, strength: likeness, isRelated: true });
    return related !== null;
  });
  const table = createHashTable([...matches.keys()]);
  const lists = [...matches.values()];
  return {
    isKnown,
    find: (hash) => {
      const place = table.find(hash);
      return place === -1 ? null : (lists[place] as Match[]);
    },
  };
};
