/** The value below which so large a part of the sorted values lies. */
export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] as number;

const MS = (value: number): string => `${value.toFixed(1)} ms`;

/** Median, p95, p99 and the longest of times in ms. */
export const describeTimes = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b);
  const [median, p95, p99] = [0.5, 0.95, 0.99].map((q) => MS(quantile(sorted, q)));
  return `median ${median}   p95 ${p95}   p99 ${p99}   max ${MS(sorted.at(-1) as number)}`;
};
