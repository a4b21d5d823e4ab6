import type { Postings } from '../index/postings.ts';
import type { OpenSegment } from './openSegments.ts';

/** One word of the query as it is looked up: what may stand for it, and how strongly. */
export type SoughtTerm = { weight: number; forms: ReadonlyMap<number, number> };

export type Candidate = { doc: number; sum: number };

const GREATEST_IMPACT = 242;

/** The k-th greatest of the sums, about: never above it. */
const findThreshold = (sums: Float32Array, k: number): number => {
  let greatest = 0;
  for (let i = 0; i < sums.length; i += 1)
    if ((sums[i] as number) > greatest) greatest = sums[i] as number;
  if (greatest === 0) return 0;
  const counts = new Uint32Array(256);
  const scale = 255 / greatest;
  for (let i = 0; i < sums.length; i += 1) {
    const sum = sums[i] as number;
    if (sum > 0) (counts[(sum * scale) | 0] as number) += 1;
  }
  let seen = 0;
  for (let bucket = 255; bucket >= 0; bucket -= 1) {
    seen += counts[bucket] as number;
    if (seen >= k) return bucket / scale;
  }
  return 0;
};

const addList = (
  sums: Float32Array,
  { docs, impacts }: Postings,
  weight: number,
  isOpen: boolean,
): void => {
  for (let i = 0; i < docs.length; i += 1) {
    const doc = docs[i] as number;
    const sum = sums[doc] as number;
    if (isOpen || sum > 0) sums[doc] = sum + weight * (impacts[i] as number);
  }
};

/** Where several words may stand for one, the best of them counts. */
const addBest = (
  sums: Float32Array,
  lists: readonly (Postings & { strength: number })[],
  weight: number,
  isOpen: boolean,
): void => {
  const best = new Map<number, number>();
  for (const { docs, impacts, strength } of lists)
    for (let i = 0; i < docs.length; i += 1) {
      const value = strength * (impacts[i] as number);
      if (value > (best.get(docs[i] as number) ?? 0)) best.set(docs[i] as number, value);
    }
  for (const [doc, value] of best)
    if (isOpen || (sums[doc] as number) > 0) (sums[doc] as number) += weight * value;
};

const sumUp = (
  { docs }: OpenSegment,
  lists: ReadonlyMap<number, Postings>,
  terms: readonly SoughtTerm[],
  k: number,
): Float32Array => {
  const sums = new Float32Array(docs.length);
  let left = terms.reduce((sum, { weight }) => sum + weight * GREATEST_IMPACT, 0);
  let isOpen = true;
  for (const { weight, forms } of terms) {
    // Once no paper without a rarer word can be among the first, none more is taken up.
    if (isOpen && left < findThreshold(sums, k)) isOpen = false;
    left -= weight * GREATEST_IMPACT;
    const mine = [...forms].flatMap(([hash, strength]) => {
      const list = lists.get(hash);
      return list ? [{ ...list, strength }] : [];
    });
    const [only] = mine;
    if (mine.length > 1) addBest(sums, mine, weight, isOpen);
    else if (only) addList(sums, only, weight * only.strength, isOpen);
  }
  return sums;
};

/**
 * The papers that are likeliest to be meant, best first: every word adds what a paper is about it,
 * rare words first.
 */
export const selectCandidates = (
  segments: readonly OpenSegment[],
  postings: ReadonlyMap<number, ReadonlyMap<number, Postings>>,
  terms: readonly SoughtTerm[],
  k: number,
): Candidate[] => {
  const ordered = terms.toSorted((a, b) => b.weight - a.weight);
  const candidates: Candidate[] = [];
  for (const segment of segments) {
    const lists = postings.get(segment.segment);
    if (!lists || lists.size === 0) continue;
    const sums = sumUp(segment, lists, ordered, k + segment.gone.size);
    const threshold = findThreshold(sums, k + segment.gone.size);
    sums.forEach((sum, local) => {
      if (sum > 0 && sum >= threshold && !segment.gone.has(local))
        candidates.push({ doc: segment.docs[local] as number, sum });
    });
  }
  return candidates.sort((a, b) => b.sum - a.sum || a.doc - b.doc).slice(0, k);
};
