import type { Paper } from '../../core/domain/paper.ts';
import { createLexicon } from './lexicon.ts';
import type { PaperTerms } from './paperTerms.ts';
import { encodePostings } from './postings.ts';

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
/** No impact is greater. */
export const GREATEST_IMPACT = K1 + 1;

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
  const lexicon = createLexicon();
  const docs: number[] = [];
  const [postedTerms, posted] = [createGrowing(), createGrowing()];
  const text = new Uint32Array(3 * MOST_WORDS);
  let frequencies = new Uint16Array(1 << 16);

  const readFields = ({ title, abstract, keywords }: Paper): PaperTerms => {
    const field = (words: string, from: number): number =>
      lexicon.read(words, text.subarray(0, from + MOST_WORDS), from);
    const titleEnd = field(title, 0);
    const abstractEnd = field(abstract ?? '', titleEnd);
    const end = field(keywords.join(' '), abstractEnd);
    return { titleEnd, abstractEnd, hashes: text.slice(0, end) };
  };

  return {
    size: () => docs.length,
    add: (doc, paper) => {
      const terms = readFields(paper);
      const length = lengthOf(terms);
      const local = docs.push(doc) - 1;
      const { hashes, titleEnd } = terms;
      if (lexicon.hashes.length > frequencies.length)
        frequencies = new Uint16Array(2 * lexicon.hashes.length);
      for (let i = 0; i < hashes.length; i += 1)
        (frequencies[hashes[i] as number] as number) += i < titleEnd ? TITLE : BODY;
      for (let i = 0; i < hashes.length; i += 1) {
        const term = hashes[i] as number;
        const frequency = frequencies[term] as number;
        hashes[i] = lexicon.hashes[term] as number;
        if (frequency === 0) continue;
        frequencies[term] = 0;
        push(postedTerms, term);
        const impact = Math.round(impactOf(frequency, length) * IMPACT_PARTS);
        push(posted, local * 256 + Math.max(1, impact));
      }
      return terms;
    },
    finish: () => {
      const terms = postedTerms.values.subarray(0, postedTerms.size);
      const entries = posted.values.subarray(0, posted.size);
      const starts = new Uint32Array(lexicon.hashes.length + 1);
      for (const term of terms) (starts[term + 1] as number) += 1;
      for (let i = 0; i < lexicon.hashes.length; i += 1)
        (starts[i + 1] as number) += starts[i] as number;
      const next = starts.slice();
      const docsOf = new Uint32Array(entries.length);
      const impactsOf = new Uint8Array(entries.length);
      for (let i = 0; i < entries.length; i += 1) {
        const at = (next[terms[i] as number] as number)++;
        docsOf[at] = (entries[i] as number) >>> 8;
        impactsOf[at] = (entries[i] as number) & 255;
      }
      const postings = lexicon.hashes.map((hash, term) => ({
        hash,
        data: encodePostings(docsOf, impactsOf, starts[term], starts[term + 1]),
      }));
      return {
        docs: Uint32Array.from(docs),
        postings: postings.sort((a, b) => a.hash - b.hash),
        words: lexicon.words,
      };
    },
  };
};
