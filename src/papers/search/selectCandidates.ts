import type { Postings } from '../index/postings.ts';
import type { OpenSegment } from './openSegments.ts';

/** One word of the query as it is looked up: what may stand for it, and how strongly. */
export type SoughtTerm = {
  weight: number;
  forms: ReadonlyMap<number, number>;
  /** Whether so many papers have it that it singles out none. */
  isCommon: boolean;
};

export type Candidate = { doc: number; sum: number };

/** What a word adds at most, and what it adds to a paper that is about it. */
const GREATEST_IMPACT = 242;
const USUAL_PART = 0.6;
/** Shorter lists are read sooner than it is known whether they have to be. */
const LONG_LIST = 1_000;
const BUCKETS = 256;

/** The k-th greatest of the sums, about: never above it. */
const findThreshold = (sums: Float32Array, k: number): number => {
  let greatest = 0;
  for (let i = 0; i < sums.length; i += 1) {
    const sum = sums[i] as number;
    if (sum > greatest) greatest = sum;
  }
  if (greatest === 0) return 0;
  const counts = new Uint32Array(BUCKETS);
  const scale = (BUCKETS - 1) / greatest;
  for (let i = 0; i < sums.length; i += 1) {
    const sum = sums[i] as number;
    if (sum > 0) (counts[(sum * scale) | 0] as number) += 1;
  }
  let seen = 0;
  for (let bucket = BUCKETS - 1; bucket >= 0; bucket -= 1) {
    seen += counts[bucket] as number;
    if (seen >= k) return bucket / scale;
  }
  return 0;
};

type Form = { docs: Uint32Array; impacts: Uint8Array; strength: number };

const addForm = (sums: Float32Array, { docs, impacts, strength }: Form, weight: number): void => {
  const value = weight * strength;
  for (let i = 0; i < docs.length; i += 1)
    (sums[docs[i] as number] as number) += value * (impacts[i] as number);
};

/** Where several words may stand for one, the best of them counts. */
const addBest = (sums: Float32Array, forms: readonly Form[], weight: number): void => {
  const best = new Map<number, number>();
  for (const { docs, impacts, strength } of forms)
    for (let i = 0; i < docs.length; i += 1) {
      const value = strength * (impacts[i] as number);
      if (value > (best.get(docs[i] as number) ?? 0)) best.set(docs[i] as number, value);
    }
  for (const [doc, value] of best) (sums[doc] as number) += weight * value;
};

/** The place of a number in a rising list, from a place on: of it, or of the next greater one. */
const findPlace = (docs: Uint32Array, doc: number, from: number): number => {
  let [low, high] = [from, docs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((docs[middle] as number) < doc) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Adds what a word tells of some papers, rising, and passes by all others. */
const addToSome = (
  sums: Float32Array,
  some: readonly number[],
  forms: readonly Form[],
  weight: number,
): void => {
  const places = forms.map(() => 0);
  for (const doc of some) {
    let best = 0;
    forms.forEach(({ docs, impacts, strength }, i) => {
      const place = findPlace(docs, doc, places[i] as number);
      places[i] = place;
      if (docs[place] === doc) best = Math.max(best, strength * (impacts[place] as number));
    });
    (sums[doc] as number) += weight * best;
  }
};

const placesAbove = (sums: Float32Array, least: number): number[] => {
  const places: number[] = [];
  for (let i = 0; i < sums.length; i += 1) {
    const sum = sums[i] as number;
    if (sum > 0 && sum >= least) places.push(i);
  }
  return places;
};

/**
 * What the words of a query come to in the papers of one segment, rare words first. Once no paper
 * without a rarer word is likely to be among the first k, only those are followed that still are.
 * @param floor what the k-th best of the segments before came to
 */
const sumUp = (
  { docs }: OpenSegment,
  lists: ReadonlyMap<number, Postings>,
  terms: readonly SoughtTerm[],
  { k, floor }: { k: number; floor: number },
): { sums: Float32Array; places: readonly number[] } => {
  const sums = new Float32Array(docs.length);
  const greatest = GREATEST_IMPACT * USUAL_PART;
  let left = terms.reduce((sum, { weight }) => sum + weight * greatest, 0);
  let done = 0;
  let followed: readonly number[] | null = null;
  for (const { weight, forms } of terms) {
    const mine = [...forms].flatMap(([hash, strength]): Form[] => {
      const list = lists.get(hash);
      return list ? [{ ...list, strength }] : [];
    });
    const length = mine.reduce((sum, form) => sum + form.docs.length, 0);
    if (followed === null && length > LONG_LIST && left < Math.max(floor, done)) {
      const least = Math.max(floor, findThreshold(sums, k));
      if (left < least) followed = placesAbove(sums, least - left);
    }
    left -= weight * greatest;
    done += weight * greatest;
    const [only] = mine;
    if (followed) addToSome(sums, followed, mine, weight);
    else if (mine.length > 1) addBest(sums, mine, weight);
    else if (only) addForm(sums, only, weight);
  }
  const least = Math.max(floor, findThreshold(sums, k));
  return {
    sums,
    places:
      followed?.filter((place) => (sums[place] as number) >= least) ?? placesAbove(sums, least),
  };
};

/**
 * The papers that are likeliest to be meant, best first: every word adds what a paper is about it.
 * Common words are left to the closer look, unless there are no others.
 */
export const selectCandidates = (
  segments: readonly OpenSegment[],
  postings: ReadonlyMap<number, ReadonlyMap<number, Postings>>,
  terms: readonly SoughtTerm[],
  k: number,
): Candidate[] => {
  const ordered = terms.toSorted((a, b) => b.weight - a.weight);
  const telling = ordered.filter(({ isCommon }) => !isCommon);
  const sought = telling.length > 0 ? telling : ordered;
  let candidates: Candidate[] = [];
  for (const segment of segments) {
    const lists = postings.get(segment.segment);
    if (!lists || lists.size === 0) continue;
    const floor = candidates[k - 1]?.sum ?? 0;
    const { sums, places } = sumUp(segment, lists, sought, { k: k + segment.gone.size, floor });
    const found = places
      .filter((place) => !segment.gone.has(place))
      .map((place) => ({ doc: segment.docs[place] as number, sum: sums[place] as number }));
    candidates = [...candidates, ...found]
      .sort((a, b) => b.sum - a.sum || a.doc - b.doc)
      .slice(0, k);
  }
  return candidates;
};
