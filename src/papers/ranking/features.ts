import { GREATEST_IMPACT, impactOf, lengthOf } from '../index/buildSegment.ts';
import type { PaperTerms } from '../index/paperTerms.ts';
import type { Matcher, QueryTerm } from './queryTerm.ts';
import { readSignals, type Signals } from './readSignals.ts';

/** A query as papers are compared with it. */
export type RankedQuery = {
  terms: readonly QueryTerm[];
  matcher: Matcher;
  /** The greatest sum of the candidates. */
  best: number;
};

/** Less than this is as common as "patient". */
const TELLING = 3;
/** What comes first in a question counts up to twice as much: it names what is asked about. */
export const EARLY = 0.5;
const HALF_OFTEN = 1.5;

/** The part of a word's weight that is left at its place in the query. */
export const placeWeight = (place: number, words: number, early = EARLY): number =>
  words > 1 ? 1 - (early * place) / (words - 1) : 1;

type Weighed = ArrayLike<number>;

/** Sums over the words of a query, each by its weight. */
const createSums = (terms: readonly QueryTerm[]) => {
  const words = terms.length;
  const sum = (values: Weighed, from = 0, to = words, early = 0): number => {
    let total = 0;
    for (let i = from; i < to; i += 1)
      total +=
        (terms[i] as QueryTerm).weight * (values[i] as number) * placeWeight(i, words, early);
    return total;
  };
  const ones = new Float64Array(words).fill(1);
  const share = (values: Weighed, from = 0, to = words): number => {
    const all = sum(ones, from, to);
    return all > 0 ? sum(values, from, to) / all : 0;
  };
  /** Pairs of neighbours weigh as much as the lighter one. */
  const pairs = (values: Weighed, to: number) => {
    let total = 0;
    let all = 0;
    for (let i = 1; i < to; i += 1) {
      const weight = Math.min((terms[i] as QueryTerm).weight, (terms[i - 1] as QueryTerm).weight);
      total += weight * (values[i] as number);
      all += weight;
    }
    return { total, share: all > 0 ? total / all : 0 };
  };
  return { all: sum(ones), sum, share, pairs };
};

/** The most of the query that stands within so many words of the paper. */
const weighWindow = (terms: readonly QueryTerm[], signals: Signals, width: number): number => {
  const { places, there } = signals;
  const weightOf = (term: number) => (terms[term] as QueryTerm).weight * (there[term] as number);
  const inside = new Int32Array(terms.length);
  let weight = 0;
  let most = 0;
  let left = 0;
  for (const { at, term } of places) {
    if (inside[term] === 0) weight += weightOf(term);
    (inside[term] as number) += 1;
    for (let old = places[left]; old && at - old.at > width; old = places[left]) {
      (inside[old.term] as number) -= 1;
      if (inside[old.term] === 0) weight -= weightOf(old.term);
      left += 1;
    }
    most = Math.max(most, weight);
  }
  return most;
};

const weighMissing = (terms: readonly QueryTerm[], there: Weighed, to: number): number =>
  terms
    .slice(0, to)
    .reduce((m, { weight }, i) => Math.max(m, weight * (1 - (there[i] as number))), 0);

/** What tells whether a paper answers a query, as numbers; `weights.json` says what each is worth. */
export const computeFeatures = (query: RankedQuery, paper: PaperTerms) => {
  const { terms, matcher, best } = query;
  const words = terms.length;
  const signals = readSignals(paper, words, matcher);
  const { there, inTitle, count, firstAt, adjacent, soft, softTitle } = signals;
  const { all, sum, share, pairs } = createSums(terms);
  const third = Math.ceil(words / 3);
  const half = Math.ceil(words / 2);
  const lead = Math.max(
    0,
    terms.findIndex(({ weight }) => weight > TELLING),
  );
  const length = lengthOf(paper);
  const impact = Float64Array.from(count, (times, i) =>
    times > 0 ? (there[i] as number) * impactOf(times, length) : 0,
  );
  const often = Float64Array.from(count, (times) => times / (times + HALF_OFTEN));
  const absent = Float64Array.from(there, (strength) => (strength === 0 ? 1 : 0));
  const points = sum(impact, 0, words, EARLY);
  const early = pairs(adjacent, half);
  return {
    points: points / (all * GREATEST_IMPACT),
    pointsToBest: points / best,
    rawPoints: sum(impact),
    rawPointsEarly: points,
    cover3: share(there, Math.min(2 * third, words)),
    lead: there[lead] as number,
    leadTitle: inTitle[lead] as number,
    leadFrequency: often[lead] as number,
    firstAt: firstAt[lead] === -1 ? 1 : (firstAt[lead] as number) / paper.hashes.length,
    title: share(inTitle),
    title3: share(inTitle, 0, third),
    missing: weighMissing(terms, soft, words),
    missingEarly: weighMissing(terms, there, half),
    rawEarlyMissing: sum(absent, 0, words, 1),
    adjacent: pairs(adjacent, words).share,
    adjacent1: early.share,
    rawAdjacent1: early.total,
    frequency: share(often),
    frequency1: share(often, 0, half),
    rawFrequency: sum(often),
    length: Math.log(1 + paper.hashes.length),
    window: weighWindow(terms, signals, 30) / all,
    window15: weighWindow(terms, signals, 12) / all,
    softAll: share(soft),
    soft3: share(soft, half),
    softTitle: share(softTitle),
    rawMissing: sum(Float64Array.from(soft, (s, i) => (absent[i] as number) * (1 - s))),
    rawSoft: sum(Float64Array.from(soft, (s, i) => (absent[i] as number) * s)),
    rawPower: sum(Float64Array.from(soft, (s, i) => (there[i] as number) || s ** 3)),
  };
};

export type Features = ReturnType<typeof computeFeatures>;
