import { hashTerm } from '../index/hashTerm.ts';
import { findNear, type Vocabulary } from '../index/vocabulary.ts';
import { termOf } from '../index/words.ts';

/** A word of the corpus that may have been meant, and how likely that is, 0 .. 1. */
export type Guess = { word: string; hash: number; strength: number };

const SHORTEST = 4;
/** A short word with two slips may be any other. */
const SHORTEST_OF_TWO_SLIPS = 8;
const MOST_GUESSES = 12;
const ONE_SLIP = 0.8;
const TWO_SLIPS = 0.5;

/**
 * The words of the corpus that a misspelt one may stand for. Which of them it is, the papers
 * decide: one that has the other words of the query, too, is found first.
 */
export const guessWords = (word: string, vocabulary: Vocabulary): Guess[] => {
  if (word.length < SHORTEST) return [];
  const once = findNear(vocabulary, word, 1);
  const near =
    once.length > 0 || word.length < SHORTEST_OF_TWO_SLIPS ? once : findNear(vocabulary, word, 2);
  const guesses = new Map<number, Guess>();
  for (const { word: other, slips } of near) {
    const hash = hashTerm(termOf(other));
    if (!guesses.has(hash))
      guesses.set(hash, { word: other, hash, strength: slips === 1 ? ONE_SLIP : TWO_SLIPS });
  }
  return [...guesses.values()]
    .sort((a, b) => b.strength - a.strength || a.hash - b.hash)
    .slice(0, MOST_GUESSES);
};
