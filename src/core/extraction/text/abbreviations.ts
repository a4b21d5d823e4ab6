import { splitWords } from './words.ts';

/** A short form and the stems of the words that it stands for. */
export type Abbreviation = { short: string; stems: readonly string[] };

const IN_BRACKETS = /[([]\s*([A-Za-z][\p{L}\p{N}\-/+]{0,11})\s*(?:[)\]]|[,;:=])/gu;
/** So many words at most stand before the bracket. */
const LONGEST = 9;

/** How many words before the bracket its letters stand for; 0 where they do not. */
const wordsMeant = (short: string, words: readonly string[]): number => {
  const letters = short
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replace(/s$/, '');
  for (let count = 1; count <= Math.min(LONGEST, words.length); count += 1) {
    const meant = words.slice(-count);
    if (meant[0]?.[0] !== letters[0]) continue;
    // Every letter stands in the words, in order: "FEV1", "HbA1c" and "TENS" alike.
    let at = 0;
    for (const char of meant.join(' ')) if (char === letters[at]) at += 1;
    const initials = meant.filter((word) => letters.includes(word[0] ?? ' ')).length;
    if (at >= letters.length && count <= short.length + 2 && initials >= Math.min(2, count))
      return count;
  }
  return 0;
};

/** Short forms that a text defines: "telemonitored clinical care (TCC)". */
export const findAbbreviations = (text: string): Abbreviation[] => {
  const found = new Map<string, Abbreviation>();
  for (const { 1: short, index } of text.matchAll(IN_BRACKETS)) {
    if (!short || short.length < 2 || !/[A-Z]/.test(short)) continue;
    const words = splitWords(text.slice(Math.max(0, index - 120), index)).filter(({ raw }) =>
      /[\p{L}\p{N}]/u.test(raw),
    );
    const count = wordsMeant(
      short,
      words.map(({ folded }) => folded),
    );
    const key = short.toLowerCase();
    if (count === 0 || found.has(key)) continue;
    found.set(key, { short: key, stems: words.slice(-count).map(({ stem }) => stem) });
  }
  return [...found.values()];
};
