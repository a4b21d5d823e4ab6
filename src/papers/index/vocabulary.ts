import { editDistance } from '../../core/question/editDistance.ts';

/**
 * The words of segments, for those that were misspelt. Kept as plain text; in memory one row of
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

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const OTHER_PRIME = 0x01000197;

/** Tells each word of some texts once, by where it is. */
const visitOnce = (
  texts: readonly Uint8Array[],
  visit: (bytes: Uint8Array, from: number, to: number) => void,
): void => {
  let room = 1 << 10;
  // The shortest words have three letters and a line end.
  while (room < texts.reduce((sum, { length }) => sum + length, 0) / 2) room *= 2;
  const [firsts, seconds] = [new Int32Array(room), new Int32Array(room)];
  const isNew = (first: number, second: number): boolean => {
    let place = first & (room - 1);
    while (seconds[place] !== 0) {
      if (firsts[place] === first && seconds[place] === second) return false;
      place = (place + 1) & (room - 1);
    }
    firsts[place] = first;
    seconds[place] = second;
    return true;
  };
  for (const bytes of texts) {
    let from = 0;
    let [first, second] = [SEED, SEED];
    for (let i = 0; i <= bytes.length; i += 1) {
      const byte = i === bytes.length ? LINE_END : (bytes[i] as number);
      if (byte !== LINE_END) {
        first = Math.imul(first ^ byte, PRIME);
        second = Math.imul(second ^ byte, OTHER_PRIME);
        continue;
      }
      // Zero marks an empty place.
      if (i > from && isNew(first, second | 1)) visit(bytes, from, i);
      from = i + 1;
      first = SEED;
      second = SEED;
    }
  }
};

/** The words of some segments, each once. */
export const decodeVocabulary = (texts: readonly Uint8Array[]): Vocabulary => {
  const counts = new Map<number, number>();
  const places: number[] = [];
  visitOnce(texts, (bytes, from, to) => {
    counts.set(to - from, (counts.get(to - from) ?? 0) + 1);
    places.push(texts.indexOf(bytes), from, to);
  });
  const vocabulary = new Map(
    [...counts].map(([length, count]) => [
      length,
      { letters: new Uint8Array(length * count), masks: new Uint32Array(count), size: 0 },
    ]),
  );
  for (let i = 0; i < places.length; i += 3) {
    const [text, from, to] = places.slice(i, i + 3) as [number, number, number];
    const bytes = texts[text] as Uint8Array;
    const row = vocabulary.get(to - from);
    if (!row) continue;
    let mask = ((bytes[from] as number) - A) << LETTERS;
    for (let at = from; at < to; at += 1) mask |= 1 << ((bytes[at] as number) - A);
    row.letters.set(bytes.subarray(from, to), row.size * (to - from));
    row.masks[row.size++] = mask;
  }
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
