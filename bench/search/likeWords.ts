import { createRandom } from './manyPapers.ts';

/**
 * Which words are used alike: vectors of words from the words that stand near them (positive
 * pointwise mutual information, reduced by a singular value decomposition; Levy and Goldberg 2014).
 */
type Sparse = { starts: Uint32Array; columns: Uint32Array; values: Float64Array };

const NEAR = 8;
const WIDTH = 96;
const SPARE = 14;
const ROUNDS = 6;
/** Rare neighbours tell less than they seem to. */
const SMOOTHING = 0.75;

const countPairs = (texts: readonly Int32Array[], size: number): Sparse => {
  const counts = Array.from({ length: size }, () => new Map<number, number>());
  const put = (a: number, b: number, weight: number): void => {
    const row = counts[a] as Map<number, number>;
    row.set(b, (row.get(b) ?? 0) + weight);
  };
  for (const text of texts)
    for (let i = 0; i < text.length; i += 1)
      for (let gap = 1; gap <= NEAR && i + gap < text.length; gap += 1) {
        const [a, b] = [text[i] as number, text[i + gap] as number];
        if (a < 0 || b < 0 || a === b) continue;
        put(a, b, gap ** -0.5);
        put(b, a, gap ** -0.5);
      }
  const starts = new Uint32Array(size + 1);
  counts.forEach((row, i) => {
    starts[i + 1] = (starts[i] as number) + row.size;
  });
  const columns = new Uint32Array(starts[size] as number);
  const values = new Float64Array(columns.length);
  counts.forEach((row, i) => {
    let at = starts[i] as number;
    for (const [column, value] of row) {
      columns[at] = column;
      values[at++] = value;
    }
  });
  return { starts, columns, values };
};

/** Replaces counts by how much more often a pair stands together than by chance, if more. */
const weighPairs = ({ starts, columns, values }: Sparse): void => {
  const size = starts.length - 1;
  const sums = new Float64Array(size);
  for (let i = 0; i < size; i += 1)
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at += 1)
      (sums[i] as number) += values[at] as number;
  const chance = sums.map((sum) => sum ** SMOOTHING);
  const all = chance.reduce((a, b) => a + b, 0);
  for (let i = 0; i < size; i += 1)
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at += 1) {
      const expected = ((sums[i] as number) * (chance[columns[at] as number] as number)) / all;
      values[at] = Math.max(0, Math.log((values[at] as number) / expected));
    }
};

/** Rows of `width` numbers, one after another. */
type Dense = Float64Array;

const multiply = ({ starts, columns, values }: Sparse, dense: Dense, width: number): Dense => {
  const result = new Float64Array(dense.length);
  for (let i = 0; i < starts.length - 1; i += 1)
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at += 1) {
      const value = values[at] as number;
      const from = (columns[at] as number) * width;
      for (let k = 0; k < width; k += 1)
        (result[i * width + k] as number) += value * (dense[from + k] as number);
    }
  return result;
};

const multiplyTurned = (
  { starts, columns, values }: Sparse,
  dense: Dense,
  width: number,
): Dense => {
  const result = new Float64Array(dense.length);
  for (let i = 0; i < starts.length - 1; i += 1)
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at += 1) {
      const value = values[at] as number;
      const to = (columns[at] as number) * width;
      for (let k = 0; k < width; k += 1)
        (result[to + k] as number) += value * (dense[i * width + k] as number);
    }
  return result;
};

/** Columns at right angles to each other (Gram and Schmidt, modified). */
const straighten = (dense: Dense, width: number): void => {
  const rows = dense.length / width;
  for (let k = 0; k < width; k += 1) {
    for (let j = 0; j < k; j += 1) {
      let dot = 0;
      for (let i = 0; i < rows; i += 1)
        dot += (dense[i * width + j] as number) * (dense[i * width + k] as number);
      for (let i = 0; i < rows; i += 1)
        (dense[i * width + k] as number) -= dot * (dense[i * width + j] as number);
    }
    let square = 0;
    for (let i = 0; i < rows; i += 1) square += (dense[i * width + k] as number) ** 2;
    const length = Math.sqrt(square) || 1;
    for (let i = 0; i < rows; i += 1) (dense[i * width + k] as number) /= length;
  }
};

/**
 * A vector of length 1 for each word.
 * @param texts the words of each by their number, -1 for one without
 */
export const findVectors = (texts: readonly Int32Array[], size: number): Float32Array[] => {
  const pairs = countPairs(texts, size);
  weighPairs(pairs);
  const width = WIDTH + SPARE;
  const random = createRandom(11);
  let basis: Dense = Float64Array.from({ length: size * width }, () => random() - 0.5);
  for (let round = 0; round < ROUNDS; round += 1) {
    straighten(basis, width);
    basis = multiply(pairs, multiplyTurned(pairs, basis, width), width);
  }
  // Each column is by now about a singular vector times the square of its value.
  const squares = new Float64Array(width);
  for (let i = 0; i < basis.length; i += 1)
    (squares[i % width] as number) += (basis[i] as number) ** 2;
  straighten(basis, width);
  return Array.from({ length: size }, (_, i) => {
    const vector = new Float32Array(WIDTH);
    // The fourth root of the square's square: the root of the singular value.
    for (let k = 0; k < WIDTH; k += 1)
      vector[k] = (basis[i * width + k] as number) * (squares[k] as number) ** 0.125;
    const length = Math.hypot(...vector) || 1;
    return vector.map((value) => value / length);
  });
};
