/** Features of one sentence as a model takes them: places in its weights, and values. */
export type Vector = { places: Int32Array; values: Float64Array };

/** The place of a feature in a model of so many weights: a hash of its name (FNV-1a, mixed). */
export const hashFeature = (name: string, size: number): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) {
    hash ^= name.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) % size;
};

/** A vector of length 1 of named features. */
export const toVector = (
  features: readonly (readonly [string, number])[],
  size: number,
): Vector => {
  const norm = Math.sqrt(features.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  return {
    places: Int32Array.from(features, ([name]) => hashFeature(name, size)),
    values: Float64Array.from(features, ([, value]) => value / norm),
  };
};

/** The sums of a linear model with so many outputs, weights of one place side by side. */
export const scoreVector = (
  weights: Float64Array,
  { places, values }: Vector,
  outputs: number,
): number[] => {
  const sums = new Array<number>(outputs).fill(0);
  places.forEach((place, i) => {
    for (let k = 0; k < outputs; k += 1)
      sums[k] =
        (sums[k] as number) + (weights[place * outputs + k] as number) * (values[i] as number);
  });
  return sums;
};

export const softmax = (sums: readonly number[]): number[] => {
  const top = Math.max(...sums);
  const parts = sums.map((sum) => Math.exp(sum - top));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
};
