import { writeFileSync } from 'node:fs';
import { hashTerm } from '../../src/papers/index/hashTerm.ts';
import { termOf, wordsOf } from '../../src/papers/index/words.ts';
import { readPapers } from './known.ts';
import { findVectors } from './likeWords.ts';

/**
 * `node bench/search/trainRelated.ts FOLDER`: finds in the papers of corpus.jsonl which words are
 * used alike, and writes src/papers/ranking/related.bin: how many words, how many likest of each,
 * the hashes of the words (32 bits each), by word the numbers of the likest ones (16 bits each), and
 * how alike these are (8 bits each). The same papers give the same file.
 */
const TARGET = new URL('../../src/papers/ranking/related.bin', import.meta.url);
const LEAST_PAPERS = 3;
const LIKEST = 64;
const PARTS = 255;

const texts = readPapers(process.argv[2] ?? '').map(({ title, abstract, keywords }) =>
  wordsOf(`${title} . ${abstract ?? ''} . ${keywords.join(' ')}`).map(termOf),
);
const having = new Map<string, number>();
for (const text of texts)
  for (const term of new Set(text)) having.set(term, (having.get(term) ?? 0) + 1);
const terms = [...having]
  .filter(([term, papers]) => papers >= LEAST_PAPERS && term.length > 1 && !/^\d+$/.test(term))
  .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  .map(([term]) => term);
const numbers = new Map(terms.map((term, number) => [term, number]));
process.stdout.write(`${texts.length} papers, ${terms.length} words\n`);

const vectors = findVectors(
  texts.map((text) => Int32Array.from(text, (term) => numbers.get(term) ?? -1)),
  terms.length,
);
const likest = new Uint16Array(terms.length * LIKEST);
const likenesses = new Uint8Array(terms.length * LIKEST);
const alike = new Float64Array(terms.length);
vectors.forEach((vector, word) => {
  for (let other = 0; other < vectors.length; other += 1) {
    const theirs = vectors[other] as Float32Array;
    let sum = 0;
    for (let k = 0; k < vector.length; k += 1) sum += (vector[k] as number) * (theirs[k] as number);
    alike[other] = other === word ? -1 : sum;
  }
  const floor = alike.toSorted()[alike.length - LIKEST] as number;
  const mine = [...alike.keys()]
    .filter((other) => (alike[other] as number) >= floor)
    .sort((a, b) => (alike[b] as number) - (alike[a] as number) || a - b)
    .slice(0, LIKEST);
  mine.forEach((other, i) => {
    likest[word * LIKEST + i] = other;
    likenesses[word * LIKEST + i] = Math.max(0, Math.round((alike[other] as number) * PARTS));
  });
});
const bytesOf = (values: Uint32Array | Uint16Array | Uint8Array): Buffer =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength);
writeFileSync(
  TARGET,
  Buffer.concat([
    bytesOf(Uint32Array.of(terms.length, LIKEST)),
    bytesOf(Uint32Array.from(terms, hashTerm)),
    bytesOf(likest),
    bytesOf(likenesses),
  ]),
);
