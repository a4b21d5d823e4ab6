import { hashTerm } from './hashTerm.ts';
import { termOf, visitWords, type WordVisitor, wordAt } from './words.ts';

/** The words of a segment in the making, each with the number of its term. */
export type Lexicon = {
  /** Puts the terms of a text into `into`, from `at` on. @returns where they end */
  read: (text: string, into: Uint32Array, at: number) => number;
  /** Of each term. */
  hashes: number[];
  /** As written, each once. */
  words: string[];
};

const FIRST_ROOM = 1 << 16;

/**
 * A table of words by two numbers of 32 bits that stand for each, so that a word that was seen
 * before costs no string. The order of the terms is that in which they were first read.
 */
export const createLexicon = (): Lexicon => {
  const words: string[] = [];
  const hashes: number[] = [];
  const termOfHash = new Map<number, number>();
  let room = FIRST_ROOM;
  let firsts = new Int32Array(room);
  let seconds = new Int32Array(room);
  // One more than the term; 0 is an empty place.
  let terms = new Uint32Array(room);

  const grow = (): void => {
    const old = { firsts, seconds, terms };
    room *= 2;
    firsts = new Int32Array(room);
    seconds = new Int32Array(room);
    terms = new Uint32Array(room);
    for (let i = 0; i < old.terms.length; i += 1) {
      if (old.terms[i] === 0) continue;
      let place = (old.firsts[i] as number) & (room - 1);
      while (terms[place] !== 0) place = (place + 1) & (room - 1);
      firsts[place] = old.firsts[i] as number;
      seconds[place] = old.seconds[i] as number;
      terms[place] = old.terms[i] as number;
    }
  };

  const addWord = (word: string): number => {
    words.push(word);
    const hash = hashTerm(termOf(word));
    const known = termOfHash.get(hash);
    if (known !== undefined) return known;
    const term = hashes.push(hash) - 1;
    termOfHash.set(hash, term);
    return term;
  };

  let target: Uint32Array = new Uint32Array(0);
  let end = 0;
  const visit: WordVisitor = (first, second, text, from, to) => {
    if (end === target.length) return;
    let place = first & (room - 1);
    while (terms[place] !== 0) {
      if (firsts[place] === first && seconds[place] === second) {
        target[end++] = (terms[place] as number) - 1;
        return;
      }
      place = (place + 1) & (room - 1);
    }
    const term = addWord(wordAt(text, from, to));
    firsts[place] = first;
    seconds[place] = second;
    terms[place] = term + 1;
    target[end++] = term;
    if (words.length * 2 > room) grow();
  };

  return {
    hashes,
    words,
    read: (text, into, at) => {
      target = into;
      end = at;
      visitWords(text, visit);
      return end;
    },
  };
};
