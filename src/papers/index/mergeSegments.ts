import type { SegmentData } from './buildSegment.ts';
import { hashTerm } from './hashTerm.ts';
import { decodePostings, encodePostings, joinPostings } from './postings.ts';
import { termOf } from './words.ts';

/** A segment as it was read from the database. */
export type Source = {
  docs: Uint32Array;
  /** Numbers within the segment of papers that are gone, rising. */
  gone: Uint32Array;
  vocabulary: Uint8Array;
  postings: readonly { hash: number; data: Uint8Array }[];
};

const GONE = 0xffffffff;

/** Postings by the numbers that are left; null where none is. */
const withoutGone = (data: Uint8Array, numbers: Uint32Array): Uint8Array | null => {
  const { docs, impacts } = decodePostings(data);
  const kept = [...docs.keys()].filter((i) => numbers[docs[i] as number] !== GONE);
  if (kept.length === 0) return null;
  return encodePostings(
    kept.map((i) => numbers[docs[i] as number] as number),
    kept.map((i) => impacts[i] as number),
  );
};

const number = ({ docs, gone }: Source): Uint32Array => {
  const numbers = new Uint32Array(docs.length);
  for (const local of gone) numbers[local] = GONE;
  let next = 0;
  for (let local = 0; local < numbers.length; local += 1)
    if (numbers[local] !== GONE) numbers[local] = next++;
  return numbers;
};

/** One segment of several, without what is gone. */
export const mergeSegments = (sources: readonly Source[]): SegmentData => {
  const docs: number[] = [];
  const parts = new Map<number, { data: Uint8Array; offset: number }[]>();
  const words = new Set<string>();
  for (const source of sources) {
    const offset = docs.length;
    const numbers = number(source);
    source.docs.forEach((doc, local) => {
      if (numbers[local] !== GONE) docs.push(doc);
    });
    for (const { hash, data: whole } of source.postings) {
      const data = source.gone.length === 0 ? whole : withoutGone(whole, numbers);
      if (data === null) continue;
      const known = parts.get(hash);
      if (known) known.push({ data, offset });
      else parts.set(hash, [{ data, offset }]);
    }
    for (const word of new TextDecoder().decode(source.vocabulary).split('\n')) words.add(word);
  }
  const isWhole = sources.every(({ gone }) => gone.length === 0);
  return {
    docs: Uint32Array.from(docs),
    postings: [...parts]
      .map(([hash, lists]) => ({ hash, data: joinPostings(lists) }))
      .sort((a, b) => a.hash - b.hash),
    // Words that only papers had that are gone must not be proposed any more.
    words: isWhole ? [...words] : [...words].filter((word) => parts.has(hashTerm(termOf(word)))),
  };
};
