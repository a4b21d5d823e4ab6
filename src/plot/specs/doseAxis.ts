import type { Scale } from 'vega';
import type { DoseGroup } from '../../core/plot/plotData.ts';

/** Doses that differ by more than this are drawn by their logarithm. */
const LOG_FROM = 20;

const endsOf = ({ rows, labelled }: DoseGroup): number[] =>
  [...rows, ...(labelled ? [labelled] : [])].flatMap(({ min, max }) =>
    [min, max].filter((end) => end !== null),
  );

export type Axis = { scale: Scale; toX: (dose: number) => number; values: number[] };

/** 1, 2 and 5 times powers of ten between two doses, as few as can be read. */
const logValues = (low: number, high: number): number[] => {
  const powers = Array.from(
    { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, i) => 10 ** (Math.floor(Math.log10(low)) + i),
  );
  const within = (steps: number[]): number[] =>
    powers
      .flatMap((power) => steps.map((step) => step * power))
      .filter((v) => v >= low && v <= high);
  const all = within([1, 2, 5]);
  return all.length <= 6 ? all : within([1]);
};

const niceStep = (span: number): number => {
  const power = 10 ** Math.floor(Math.log10(span / 4));
  return ([1, 2, 5, 10].find((step) => step * power * 5 >= span) ?? 10) * power;
};

const linearValues = (high: number): number[] => {
  const step = niceStep(high);
  return Array.from({ length: Math.floor(high / step) + 1 }, (_, i) => i * step);
};

/**
 * Where doses stand: from nothing up, or by their logarithm where they differ by much.
 * @param name of its scale
 */
export const axisOf = (group: DoseGroup, name: string, [from, to]: [number, number]): Axis => {
  const ends = endsOf(group).filter((end) => end > 0);
  const [low, high] = [Math.min(...ends, 1e9), Math.max(...ends, 1e-9)];
  const hasNothing = endsOf(group).includes(0);
  if (ends.length > 0 && high / low > LOG_FROM && !hasNothing) {
    const domain: [number, number] = [low / 1.3, high * 1.3];
    const [a, b] = domain.map(Math.log10) as [number, number];
    return {
      scale: { name, type: 'log', domain, range: [from, to] },
      toX: (dose) => from + ((Math.log10(dose) - a) / (b - a)) * (to - from),
      values: logValues(...domain),
    };
  }
  const top = ends.length === 0 ? 1 : high * 1.1;
  return {
    scale: { name, type: 'linear', domain: [0, top], range: [from, to], zero: true },
    toX: (dose) => from + (dose / top) * (to - from),
    values: linearValues(top),
  };
};
