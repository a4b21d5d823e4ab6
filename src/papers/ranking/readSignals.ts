import type { PaperTerms } from '../index/paperTerms.ts';
import type { Matcher } from './queryTerm.ts';

/** What was seen of each word of the query in one paper. */
export type Signals = {
  /** How strongly the word is there, 0 .. 1. */
  there: Float64Array;
  inTitle: Float64Array;
  /** How often, a title counting double. */
  count: Float64Array;
  /** Where it first stands; -1 where it does not. */
  firstAt: Int32Array;
  /** 1 where it follows the word that it follows in the query. */
  adjacent: Float64Array;
  /** Where a word is missing: how alike the likest of the paper is. */
  soft: Float64Array;
  softTitle: Float64Array;
  /** Every place of every word, in the order of the paper. */
  places: { at: number; term: number }[];
};

const NOWHERE = -1000;
/** How alike a word that nothing is known of is taken to be. */
const UNKNOWN = 0.3;
const HALF_THERE = 0.5;

/** What is missing may be there in other words. */
const soften = ({ there, soft, inTitle, softTitle }: Signals, { isKnown }: Matcher): void => {
  there.forEach((strength, term) => {
    if (strength >= HALF_THERE) {
      soft[term] = strength;
      softTitle[term] = inTitle[term] as number;
      return;
    }
    const unknown = isKnown[term] ? 0 : UNKNOWN;
    soft[term] = Math.max(strength, soft[term] as number, unknown);
    softTitle[term] = Math.max(inTitle[term] as number, softTitle[term] as number);
  });
};

/** Reads one paper for the words of a query. */
export const readSignals = (paper: PaperTerms, words: number, matcher: Matcher): Signals => {
  const { hashes, titleEnd } = paper;
  const signals: Signals = {
    there: new Float64Array(words),
    inTitle: new Float64Array(words),
    count: new Float64Array(words),
    firstAt: new Int32Array(words).fill(-1),
    adjacent: new Float64Array(words),
    soft: new Float64Array(words),
    softTitle: new Float64Array(words),
    places: [],
  };
  const { there, inTitle, count, firstAt, adjacent, soft, softTitle, places } = signals;
  const lastAt = new Int32Array(words).fill(NOWHERE);
  for (let at = 0; at < hashes.length; at += 1) {
    const matches = matcher.find(hashes[at] as number);
    if (matches === null) continue;
    for (const { term, strength, isRelated } of matches) {
      if (isRelated) {
        if (strength > (soft[term] as number)) soft[term] = strength;
        if (at < titleEnd && strength > (softTitle[term] as number)) softTitle[term] = strength;
        continue;
      }
      if (strength > (there[term] as number)) there[term] = strength;
      (count[term] as number) += at < titleEnd ? 2 : 1;
      if (firstAt[term] === -1) firstAt[term] = at;
      if (at < titleEnd && strength > (inTitle[term] as number)) inTitle[term] = strength;
      if (term > 0 && lastAt[term - 1] === at - 1) adjacent[term] = 1;
      lastAt[term] = at;
      places.push({ at, term });
    }
  }
  soften(signals, matcher);
  return signals;
};
