import { foldText, reduceWord } from '../../core/question/foldText.ts';

/** What is longer is no word that anybody wrote: it would only fill the index. */
const LONGEST_WORD = 64;

const isPlain = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 126) return false;
  return true;
};

const APOSTROPHES = /['`]/g;
const BETWEEN = /[^a-z0-9]+/;

/** The words of a text in their order, without case and accents. */
export const wordsOf = (text: string): string[] => {
  // Nearly every text is plain, and this is where most of the time of an import goes.
  const words = isPlain(text)
    ? text.toLowerCase().replace(APOSTROPHES, '').split(BETWEEN)
    : foldText(text).split(' ');
  return words.filter((word) => word !== '').map((word) => word.slice(0, LONGEST_WORD));
};

/** What a word is found by: the same for its plural and its British spelling. */
export const termOf = (word: string): string => reduceWord(word);
