import { readFileSync } from 'node:fs';
import { decodeNumbers } from '../index/numbers.ts';

/** How alike two terms are used, -1 .. 1. */
export type WordVectors = {
  /** Where a term's vector is; -1 without one. */
  rowOf: (hash: number) => number;
  likeness: (row: number, other: number) => number;
  size: number;
};

/** Opens the vectors that `bench/search/trainVectors.ts` made. */
export const openWordVectors = (file: string): WordVectors => {
  const bytes = new Uint8Array(readFileSync(file));
  const [size = 0, width = 0] = decodeNumbers(bytes.subarray(0, 8));
  const hashes = decodeNumbers(bytes.subarray(8, 8 + 4 * size));
  const values = new Int8Array(bytes.buffer, bytes.byteOffset + 8 + 4 * size, size * width);
  const rows = new Map<number, number>();
  hashes.forEach((hash, row) => {
    rows.set(hash, row);
  });
  const lengths = new Float32Array(size);
  for (let row = 0; row < size; row += 1) {
    let sum = 0;
    for (let i = row * width; i < (row + 1) * width; i += 1) sum += (values[i] as number) ** 2;
    lengths[row] = Math.sqrt(sum) || 1;
  }
  return {
    size,
    rowOf: (hash) => rows.get(hash) ?? -1,
    likeness: (row, other) => {
      let sum = 0;
      const [a, b] = [row * width, other * width];
      for (let i = 0; i < width; i += 1)
        sum += (values[a + i] as number) * (values[b + i] as number);
      return sum / ((lengths[row] as number) * (lengths[other] as number));
    },
  };
};
