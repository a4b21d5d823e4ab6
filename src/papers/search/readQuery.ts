import { hashTerm } from '../index/hashTerm.ts';
import { termOf, wordsOf } from '../index/words.ts';

/** Longer texts are cut: nobody asks so much, and every word costs time. */
const MOST_LETTERS = 2_000;
const MOST_WORDS = 40;

/** A word of a query as it was written, and what it is found by. */
export type QueryWord = { word: string; hash: number };

/** The words of a query, each once, in their order. */
export const readQuery = (text: string): QueryWord[] => {
  const words = new Map<number, QueryWord>();
  for (const word of wordsOf(text.slice(0, MOST_LETTERS))) {
    const hash = hashTerm(termOf(word));
    if (!words.has(hash)) words.set(hash, { word, hash });
    if (words.size === MOST_WORDS) break;
  }
  return [...words.values()];
};
