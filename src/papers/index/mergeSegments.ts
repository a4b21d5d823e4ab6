import type { SegmentData } from './buildSegment.ts';
import { hashTerm } from './hashTerm.ts';
import { decodePostings, encodePostings } from './postings.ts';
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

/** One segment of several, without what is gone. */
export const mergeSegments = (sources: readonly Source[]): SegmentData => {
  const docs: number[] = [];
  const parts = new Map<number, { docs: number[]; impacts: number[] }>();
  const words = new Set<string>();
  for (const source of sources) {
    const numbers = new Uint32Array(source.docs.length);
    for (const local of source.gone) numbers[local] = GONE;
    source.docs.forEach((doc, local) => {
      if (numbers[local] !== GONE) numbers[local] = docs.push(doc) - 1;
    });
    for (const { hash, data } of source.postings) {
      const list = decodePostings(data);
      const part = parts.get(hash) ?? { docs: [], impacts: [] };
      parts.set(hash, part);
      for (let i = 0; i < list.docs.length; i += 1) {
        const number = numbers[list.docs[i] as number] as number;
        if (number === GONE) continue;
        part.docs.push(number);
        part.impacts.push(list.impacts[i] as number);
      }
    }
    for (const word of new TextDecoder().decode(source.vocabulary).split('\n')) words.add(word);
  }
  const postings = [...parts]
    .filter(([, part]) => part.docs.length > 0)
    .map(([hash, part]) => ({ hash, data: encodePostings(part.docs, part.impacts) }))
    .sort((a, b) => a.hash - b.hash);
  return {
    docs: Uint32Array.from(docs),
    postings,
    // Words that only papers had that are gone must not be proposed any more.
    words: [...words].filter((word) => parts.get(hashTerm(termOf(word)))?.docs.length),
  };
};
