import type { Direction, Finding } from '../domain/study.ts';
import type { EffectInterval } from './plotData.ts';

const NUMBER = '[-−]?\\d+(?:\\.\\d+)?';
const RATIO = new RegExp(
  `^(?:odds|risk|hazard|treatment) ratio (${NUMBER})$|^relative risk (${NUMBER})$`,
);
const DIFFERENCE = new RegExp(
  `^(?:(?:standardised |weighted |adjusted )*(?:mean )?difference )?(${NUMBER})(?: (?:points?|standard deviations))?$`,
);
const INTERVAL = new RegExp(`^(?:95% CI )?(${NUMBER})(?: to |[-–])(${NUMBER})$`);

/** What an interval of no known side reaches to, either way. */
const EITHER_WAY = 0.7;

const numberOf = (text: string | undefined): number => Number((text ?? '').replace('−', '-'));

/** The estimate and its interval as distances from no difference; null where that cannot be read. */
const readEffect = (finding: Finding): { estimate: number; ends: [number, number] } | null => {
  const { effect = null, ci = null } = finding.statistic ?? {};
  if (effect === null || ci === null) return null;
  const interval = INTERVAL.exec(ci);
  const ratio = RATIO.exec(effect);
  const difference = ratio ? null : DIFFERENCE.exec(effect);
  if (!interval || !(ratio ?? difference)) return null;
  const told = [numberOf(ratio?.[1] ?? ratio?.[2] ?? difference?.[1])];
  const all = [...told, numberOf(interval[1]), numberOf(interval[2])];
  if (ratio && all.some((value) => value <= 0)) return null;
  const [estimate, low, high] = (ratio ? all.map(Math.log) : all) as [number, number, number];
  return low <= estimate && estimate <= high && low < high ? { estimate, ends: [low, high] } : null;
};

/**
 * The interval of a finding on the study's own scale, from its words as reported. Records tell
 * the direction for the person treated, and a scale may count either way, so the side of an
 * effect is that of its direction; of an interval around no difference nothing tells the sides,
 * and it is drawn alike to both. Null where the words are none of the usual, or contradict the
 * direction.
 */
export const effectInterval = (
  finding: Finding,
  direction: Direction | null,
): EffectInterval | null => {
  const read = direction === finding.direction ? readEffect(finding) : null;
  if (!read) return null;
  const { estimate, ends } = read;
  const spans = ends[0] <= 0 && ends[1] >= 0;
  if (direction === 'no-difference') return spans ? { from: -EITHER_WAY, to: EITHER_WAY } : null;
  if (direction === 'mixed' || estimate === 0) return null;
  const side = direction === 'improved' ? 1 : -1;
  const [from, to] = ends.map((end) => (side * end) / estimate).sort((a, b) => a - b) as [
    number,
    number,
  ];
  return { from, to };
};
