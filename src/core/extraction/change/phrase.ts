import type { Abbreviation } from '../text/abbreviations.ts';
import { plainText, splitWords, type Word } from '../text/words.ts';

/** How much a stem tells, 0 .. 1: rare words much, common ones little. */
export type Rarity = (stem: string) => number;

/** What is looked for in sentences: the stems of a treatment's or an outcome's name, weighted. */
export type Phrase = {
  stems: ReadonlyMap<string, number>;
  total: number;
  /** Its words in order, for features. */
  words: readonly string[];
};

export type Abbreviations = ReadonlyMap<string, Abbreviation>;

const STOP = new Set(
  'a an and the of in on at by for to with from as or was were is are be been than that this these those it its their both each per after before during between within all any other who which had has have not no vs versus group arm pati particip subject'.split(
    ' ',
  ),
);
/** Numbers of a name ("at 6 months") stand everywhere. */
const NUMBER_WEIGHT = 0.15;
/** Of the words that a short form stands for, so many have to be in the phrase. */
const ENOUGH = 0.6;

export const toPhrase = (text: string, rarity: Rarity): Phrase => {
  const stems = new Map<string, number>();
  const words = splitWords(plainText(text)).filter(({ folded }) => /[\p{L}\p{N}]/u.test(folded));
  const content = words.filter(({ stem, folded }) => !STOP.has(stem) && !STOP.has(folded));
  for (const { stem, number } of content.length > 0 ? content : words)
    stems.set(stem, number === null ? Math.max(0.05, rarity(stem)) : NUMBER_WEIGHT);
  return {
    stems,
    total: [...stems.values()].reduce((sum, weight) => sum + weight, 0),
    words: words.map(({ stem }) => stem),
  };
};

/** Which words of a sentence belong to a phrase: for each word the stems of the phrase it stands for. */
export type Match = {
  at: readonly (readonly string[])[];
  /** The part of the phrase's weight that the sentence holds, 0 .. 1. */
  coverage: number;
};

const sameStem = (a: string, b: string): boolean =>
  a === b || (a.length >= 6 && b.length >= 6 && a.slice(0, 6) === b.slice(0, 6));

export const matchPhrase = (
  phrase: Phrase,
  words: readonly Word[],
  abbreviations: Abbreviations,
): Match => {
  const stems = [...phrase.stems.keys()];
  const longForms = stems
    .map((stem) => ({ stem, long: abbreviations.get(stem)?.stems ?? [] }))
    .filter(({ long }) => long.length > 0);
  const inSentence = new Set(words.map(({ stem }) => stem));
  const met = new Set<string>();
  const at = words.map(({ stem, folded, number }) => {
    if (number !== null) return phrase.stems.has(stem) ? [stem] : [];
    const direct = phrase.stems.has(stem) ? [stem] : stems.filter((one) => sameStem(one, stem));
    if (direct.length > 0) return direct.slice(0, 1);
    const long =
      abbreviations.get(folded)?.stems ?? abbreviations.get(folded.replace(/s$/, ''))?.stems ?? [];
    const inside = long.filter((one) => phrase.stems.has(one));
    const telling = long.filter((one) => !STOP.has(one));
    if (inside.length > 0 && inside.length >= ENOUGH * telling.length) return inside;
    const short = longForms.find(
      ({ long: meant }) => meant.includes(stem) && meant.every((one) => inSentence.has(one)),
    );
    return short ? [short.stem] : [];
  });
  for (const found of at) for (const stem of found) met.add(stem);
  const weight = [...met].reduce((sum, stem) => sum + (phrase.stems.get(stem) ?? 0), 0);
  return { at, coverage: phrase.total === 0 ? 0 : weight / phrase.total };
};

/** Where in a sentence a phrase stands best: the span of words, and how much of it is there. */
export type Span = { from: number; to: number; coverage: number };

/** The narrow span that holds most of a phrase; null where none of it is there. */
export const bestSpan = (phrase: Phrase, match: Match): Span | null => {
  const places = match.at.flatMap((stems, place) => (stems.length > 0 ? [place] : []));
  let best: (Span & { score: number }) | null = null;
  for (const [i, from] of places.entries()) {
    const met = new Set<string>();
    let weight = 0;
    for (const to of places.slice(i)) {
      if (to - from > 2 * phrase.words.length + 8) break;
      for (const stem of match.at[to] ?? [])
        if (!met.has(stem)) {
          met.add(stem);
          weight += phrase.stems.get(stem) ?? 0;
        }
      const coverage = phrase.total === 0 ? 0 : weight / phrase.total;
      const score = coverage - 0.018 * (to - from);
      if (!best || score > best.score + 1e-9) best = { from, to, coverage, score };
    }
  }
  return best && { from: best.from, to: best.to, coverage: best.coverage };
};
