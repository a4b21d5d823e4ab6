import { readFileSync } from 'node:fs';
import { createHashTable } from '../index/hashTable.ts';
import { decodeNumbers } from '../index/numbers.ts';

/** A term that is used like another one, and how alike, 0 .. 1. */
export type Related = { hash: number; likeness: number };

/** The terms that are used most like one; none where it is not known. */
export type RelatedWords = (hash: number) => readonly Related[] | null;

const HEAD = 8;
const PARTS = 255;

/** Opens the words that `bench/search/trainRelated.ts` found to be used alike. */
export const openRelatedWords = (file: string): RelatedWords => {
  const bytes = new Uint8Array(readFileSync(file)).slice();
  const [size = 0, each = 0] = decodeNumbers(bytes.subarray(0, HEAD));
  const hashes = decodeNumbers(bytes.subarray(HEAD, HEAD + 4 * size));
  const table = createHashTable(hashes);
  const rowsAt = HEAD + 4 * size;
  const rows = new Uint16Array(bytes.buffer, rowsAt, size * each);
  const likenesses = new Uint8Array(bytes.buffer, rowsAt + 2 * size * each, size * each);
  return (hash) => {
    const row = table.find(hash);
    if (row === -1) return null;
    return Array.from({ length: each }, (_, i) => ({
      hash: hashes[rows[row * each + i] as number] as number,
      likeness: (likenesses[row * each + i] as number) / PARTS,
    }));
  };
};
