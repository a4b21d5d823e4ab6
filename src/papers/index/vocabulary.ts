import { editDistance } from '../../core/question/editDistance.ts';

/**
 * The words of a segment, for those that were misspelt. Kept as plain text; in memory one row of
 * letters for each length, beside a mask of the letters that each word has and of its first one.
 */
export type Vocabulary = ReadonlyMap<number, { letters: Uint8Array; masks: Uint32Array }>;

const WORD = /^[a-z]{3,24}$/;

export const encodeVocabulary = (words: Iterable<string>): Uint8Array =>
  new TextEncoder().encode([...words].filter((word) => WORD.test(word)).join('\n'));

const A = 97;
const LINE_END = 10;
const LETTERS = 26;
const ALL_LETTERS = 2 ** LETTERS - 1;

export const decodeVocabulary = (bytes: Uint8Array): Vocabulary => {
  const counts = new Map<number, number>();
  const eachWord = (visit: (from: number, to: number) => void): void => {
    let from = 0;
    for (let i = 0; i <= bytes.length; i += 1)
      if (i === bytes.length || bytes[i] === LINE_END) {
        if (i > from) visit(from, i);
        from = i + 1;
      }
  };
  eachWord((from, to) => counts.set(to - from, (counts.get(to - from) ?? 0) + 1));
  const vocabulary = new Map(
    [...counts].map(([length, count]) => [
      length,
      { letters: new Uint8Array(length * count), masks: new Uint32Array(count), size: 0 },
    ]),
  );
  eachWord((from, to) => {
    const length = to - from;
    const row = vocabulary.get(length);
    if (!row) return;
    let mask = 0;
    for (let i = from; i < to; i += 1) mask |= 1 << ((bytes[i] as number) - A);
    mask |= ((bytes[from] as number) - A) << LETTERS;
    row.letters.set(bytes.subarray(from, to), row.size * length);
    row.masks[row.size++] = mask;
  });
  return vocabulary;
};

const maskOf = (word: string): number => {
  let mask = 0;
  for (let i = 0; i < word.length; i += 1) mask |= 1 << (word.charCodeAt(i) - A);
  return mask;
};

const bitsOf = (mask: number): number => {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** Whether one slip leads from a word to letters that begin at `from`: the cheap half of the work. */
const isOneSlip = (word: string, letters: Uint8Array, from: number, length: number): boolean => {
  const shorter = Math.min(word.length, length);
  let head = 0;
  while (head < shorter && word.charCodeAt(head) === letters[from + head]) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    word.charCodeAt(word.length - 1 - tail) === letters[from + length - 1 - tail]
  )
    tail += 1;
  const left = Math.max(word.length, length) - head - tail;
  if (left <= 1) return true;
  return (
    left === 2 &&
    word.length === length &&
    word.charCodeAt(head) === letters[from + head + 1] &&
    word.charCodeAt(head + 1) === letters[from + head]
  );
};

/** The words of so many slips at most from a word of the letters a to z, which is not among them. */
export const findNear = (
  vocabulary: Vocabulary,
  word: string,
  most: 1 | 2,
): { word: string; slips: number }[] => {
  const found: { word: string; slips: number }[] = [];
  if (!WORD.test(word)) return found;
  const mask = maskOf(word);
  const first = word.charCodeAt(0) - A;
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    const row = vocabulary.get(length);
    if (!row) continue;
    const { letters, masks } = row;
    for (let i = 0; i < masks.length; i += 1) {
      const theirs = masks[i] as number;
      // Two slips that spare the first letter are likelier by far, and much sooner looked through.
      if (most === 2 && theirs >>> LETTERS !== first) continue;
      if (bitsOf((theirs ^ mask) & ALL_LETTERS) > 2 * most) continue;
      const from = i * length;
      if (most === 1 && !isOneSlip(word, letters, from, length)) continue;
      const near = String.fromCharCode(...letters.subarray(from, from + length));
      const slips = editDistance(word, near, most);
      if (slips > 0 && slips <= most) found.push({ word: near, slips });
    }
  }
  return found;
};
