import type { Paper } from '../../core/domain/paper.ts';
import { hashTerm } from './hashTerm.ts';
import type { PaperTerms } from './paperTerms.ts';
import { encodePostings } from './postings.ts';
import { termOf, wordsOf } from './words.ts';

/** More of an abstract is not indexed. */
const MOST_WORDS = 4_000;
/** How much a word of a field counts. */
const TITLE = 2;
const BODY = 1;
/** BM25: what repetition adds, how much length takes away, and the usual length. */
const K1 = 1.2;
const B = 0.75;
const USUAL_LENGTH = 300;
/** Impacts are kept as whole numbers of this many parts. */
export const IMPACT_PARTS = 110;

/** How much a paper is about a term that it has so often; the same wherever the paper is kept. */
export const impactOf = (frequency: number, length: number): number =>
  (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * length) / USUAL_LENGTH));

export const lengthOf = ({ titleEnd, hashes }: PaperTerms): number =>
  hashes.length + (TITLE - BODY) * titleEnd;

export type SegmentData = {
  docs: Uint32Array;
  /** By hash of the term, rising. */
  postings: readonly { hash: number; data: Uint8Array }[];
  /** Every word as written, once. */
  words: readonly string[];
};

export type SegmentBuilder = {
  add: (doc: number, paper: Paper) => PaperTerms;
  size: () => number;
  finish: () => SegmentData;
};

type Growing = { values: Uint32Array; size: number };

const push = (growing: Growing, value: number): void => {
  if (growing.size === growing.values.length) {
    const larger = new Uint32Array(growing.size * 2);
    larger.set(growing.values);
    growing.values = larger;
  }
  growing.values[growing.size++] = value;
};
const createGrowing = (): Growing => ({ values: new Uint32Array(1 << 16), size: 0 });

/** Gathers papers, and makes the postings of all their terms. */
export const createSegmentBuilder = (): SegmentBuilder => {
  const slots = new Map<string, number>();
  const slotOfHash = new Map<number, number>();
  const hashes: number[] = [];
  const counts = createGrowing();
  const seenBy = createGrowing();
  const docs: number[] = [];
  const [postedSlots, posted] = [createGrowing(), createGrowing()];

  const slotOf = (word: string): number => {
    const known = slots.get(word);
    if (known !== undefined) return known;
    const hash = hashTerm(termOf(word));
    const slot = slotOfHash.get(hash) ?? hashes.push(hash) - 1;
    if (slot === counts.size) {
      slotOfHash.set(hash, slot);
      push(counts, 0);
      push(seenBy, 0);
    }
    slots.set(word, slot);
    return slot;
  };

  return {
    size: () => docs.length,
    add: (doc, { title, abstract, keywords }) => {
      const titleWords = wordsOf(title).slice(0, MOST_WORDS);
      const abstractWords = wordsOf(abstract ?? '').slice(0, MOST_WORDS);
      const all = [
        ...titleWords,
        ...abstractWords,
        ...wordsOf(keywords.join(' ')).slice(0, MOST_WORDS),
      ];
      const terms = {
        hashes: new Uint32Array(all.length),
        titleEnd: titleWords.length,
        abstractEnd: titleWords.length + abstractWords.length,
      };
      const local = docs.push(doc) - 1;
      const mine: number[] = [];
      for (let i = 0; i < all.length; i += 1) {
        const slot = slotOf(all[i] as string);
        terms.hashes[i] = hashes[slot] as number;
        if (seenBy.values[slot] !== local + 1) {
          seenBy.values[slot] = local + 1;
          counts.values[slot] = 0;
          mine.push(slot);
        }
        (counts.values[slot] as number) += i < terms.titleEnd ? TITLE : BODY;
      }
      const length = lengthOf(terms);
      for (const slot of mine) {
        push(postedSlots, slot);
        const impact = Math.round(impactOf(counts.values[slot] as number, length) * IMPACT_PARTS);
        push(posted, local * 256 + Math.max(1, impact));
      }
      return terms;
    },
    finish: () => {
      const slotsOf = postedSlots.values.subarray(0, postedSlots.size);
      const entries = posted.values.subarray(0, posted.size);
      const starts = new Uint32Array(hashes.length + 1);
      for (const slot of slotsOf) (starts[slot + 1] as number) += 1;
      for (let i = 0; i < hashes.length; i += 1) (starts[i + 1] as number) += starts[i] as number;
      const next = starts.slice();
      const docsOf = new Uint32Array(entries.length);
      const impactsOf = new Uint8Array(entries.length);
      for (let i = 0; i < entries.length; i += 1) {
        const at = (next[slotsOf[i] as number] as number)++;
        docsOf[at] = (entries[i] as number) >>> 8;
        impactsOf[at] = (entries[i] as number) & 255;
      }
      const postings = hashes.map((hash, slot) => ({
        hash,
        data: encodePostings(docsOf, impactsOf, starts[slot], starts[slot + 1]),
      }));
      return {
        docs: Uint32Array.from(docs),
        postings: postings.sort((a, b) => a.hash - b.hash),
        words: [...slots.keys()],
      };
    },
  };
};
