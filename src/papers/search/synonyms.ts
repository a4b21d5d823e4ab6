import { hashTerm } from '../index/hashTerm.ts';
import { termOf, wordsOf } from '../index/words.ts';

/** Words of a query that name something, and its other names. */
export type Synonyms = { words: string; others: readonly string[] };
export type Expand = (text: string) => readonly Synonyms[];

/** A synonym counts a little less than the word that was written. */
const STRENGTH = 0.8;

const hashesOf = (text: string): number[] => wordsOf(text).map((word) => hashTerm(termOf(word)));

/**
 * By the hash of a word of the query: the hashes that stand for it, too. Of a synonym of several
 * words the rarest stands for all ("low molecular weight heparin").
 */
export const findSynonyms = (
  synonyms: readonly Synonyms[],
  rarest: (hashes: readonly number[]) => number | null,
): Map<number, Map<number, number>> => {
  const found = new Map<number, Map<number, number>>();
  for (const { words, others } of synonyms) {
    const named = hashesOf(words);
    for (const other of others) {
      const hash = rarest(hashesOf(other));
      // "Botulinum toxin A" says no more than "botulinum toxin": its A stands for nothing.
      if (hash === null || named.includes(hash)) continue;
      for (const word of named) {
        const mine = found.get(word) ?? new Map<number, number>();
        found.set(word, mine.set(hash, STRENGTH));
      }
    }
  }
  return found;
};
