import { plainText } from '../src/core/extraction/text/words.ts';

const wordsOf = (text: string): string[] =>
  plainText(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, i) => `${words[i]} ${word}`);

/**
 * How much of a sentence is in a marked passage, or of the passage in the sentence, in pairs of
 * words, 0 .. 1: people marked parts of sentences, and passages of several.
 */
export const overlapOf = (sentence: string, passage: string): number => {
  const [words, marked] = [wordsOf(sentence), wordsOf(passage)];
  if (words.length < 3) return 0;
  const inPassage = new Set(pairsOf(marked));
  const pairs = pairsOf(words);
  const shared = pairs.filter((pair) => inPassage.has(pair)).length;
  const ofPassage = marked.length >= 5 ? shared / (marked.length - 1) : 0;
  return Math.min(1, Math.max(shared / Math.max(1, pairs.length), ofPassage));
};

/** From this overlap on a sentence counts as marked. */
export const MARKED = 0.5;
