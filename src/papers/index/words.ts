import { foldText, reduceWord } from '../../core/question/foldText.ts';

/** What is longer is no word that anybody wrote: it would only fill the index. */
const LONGEST_WORD = 64;

/** Of a character below 128: 0 between words, 1 of a word, 2 an apostrophe, which is left out. */
const KINDS = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/i.test(character)) KINDS[code] = 1;
  else if (/['`]/.test(character)) KINDS[code] = 2;
}

/** Told of each word: two numbers that stand for it, and where it is written. */
export type WordVisitor = (
  first: number,
  second: number,
  text: string,
  from: number,
  to: number,
) => void;

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const OTHER_PRIME = 0x01000197;

const visitFolded = (folded: string, visit: WordVisitor): void => {
  for (const word of folded.split(' ')) {
    if (word === '') continue;
    let first = SEED;
    let second = SEED;
    for (let i = 0; i < word.length; i += 1) {
      first = Math.imul(first ^ word.charCodeAt(i), PRIME);
      second = Math.imul(second ^ word.charCodeAt(i), OTHER_PRIME);
    }
    visit(first, second, word, 0, word.length);
  }
};

/**
 * Goes through the words of a text, without case, accents and apostrophes. Nearly all of an import
 * is spent here, so plain words are read in place, and only others are folded.
 */
export const visitWords = (text: string, visit: WordVisitor): void => {
  let from = 0;
  while (from < text.length) {
    let first = SEED;
    let second = SEED;
    let isPlain = true;
    let letters = 0;
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 127) {
        isPlain = false;
        continue;
      }
      const kind = KINDS[code];
      if (kind === 0) break;
      if (kind === 2) continue;
      const lower = code >= 65 && code <= 90 ? code + 32 : code;
      first = Math.imul(first ^ lower, PRIME);
      second = Math.imul(second ^ lower, OTHER_PRIME);
      letters += 1;
    }
    if (!isPlain) visitFolded(foldText(text.slice(from, at)), visit);
    else if (letters > 0) visit(first, second, text, from, at);
    from = at + 1;
  }
};

/** A word that `visitWords` told of. */
export const wordAt = (text: string, from: number, to: number): string =>
  text.slice(from, to).toLowerCase().replace(/['`]/g, '').slice(0, LONGEST_WORD);

/** The words of a text in their order, without case, accents and apostrophes. */
export const wordsOf = (text: string): string[] => {
  const words: string[] = [];
  visitWords(text, (_first, _second, source, from, to) => {
    words.push(wordAt(source, from, to));
  });
  return words;
};

/** What a word is found by: the same for its plural and its British spelling. */
export const termOf = (word: string): string => reduceWord(word);
