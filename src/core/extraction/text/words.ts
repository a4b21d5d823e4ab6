import { stemWord } from './stem.ts';

/** A word, a number or a sign of a sentence. */
export type Word = {
  /** As written. */
  raw: string;
  /** Lower case, accents gone; numbers with a point and without separators of thousands. */
  folded: string;
  /** What words are compared by. */
  stem: string;
  /** The number it is; null for words and signs. */
  number: number | null;
  start: number;
  end: number;
};

/** Entities that XML left in texts, some escaped more than once. */
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  nbsp: ' ',
  quot: '"',
  apos: "'",
};

/** Text as it is read: entities resolved, odd spaces, minus signs and decimal points unified. */
export const plainText = (text: string): string =>
  text
    .replace(/&(?:amp;)+/g, '&')
    .replace(/&(lt|gt|nbsp|quot|apos);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[‐‑−–—]/g, '-')
    .replace(/(\d)·(?=\d)/g, '$1.')
    .replace(/[‘’]/g, "'");

// A number with separators of thousands, or with decimals; a word, maybe with digits in it; a sign.
const WORD =
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?(?![\p{L}])|\.\d+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'[a-z]{1,2}(?![\p{L}]))?|[^\s]/gu;

const foldWord = (raw: string): string =>
  raw
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll("'", '')
    .toLowerCase();

const toWord = (raw: string, start: number): Word => {
  const isNumber = /^\.?\d/.test(raw) && /^[\d.,]+$/.test(raw);
  const folded = isNumber ? raw.replaceAll(',', '').replace(/^\./, '0.') : foldWord(raw) || raw;
  return {
    raw,
    folded,
    stem: stemWord(folded),
    number: isNumber ? Number(folded) : null,
    start,
    end: start + raw.length,
  };
};

/** The words, numbers and signs of a plain text (`plainText`), in order. */
export const splitWords = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: raw, index }) => toWord(raw, index));
