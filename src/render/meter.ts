import type { AnswerSection } from '../core/domain/answer.ts';
import type { Direction } from '../core/domain/study.ts';

type Share = keyof AnswerSection['shares'];

/** Told apart without colour too: full, shaded, light and low cells. */
const METER: readonly { key: Share; cell: string; word: string }[] = [
  { key: 'improved', cell: '█', word: 'better' },
  { key: 'mixed', cell: '▒', word: 'mixed' },
  { key: 'noDifference', cell: '░', word: 'no difference' },
  { key: 'worsened', cell: '▁', word: 'worse' },
];

export type Meter = {
  /** So many cells, whatever the shares. */
  bar: string;
  /** The directions that have a share; their percentages make a hundred. */
  parts: { cell: string; word: string; percent: number }[];
};

/** The weight of each direction as cells and percentages; null where nothing has weight. */
export const meterOf = (shares: AnswerSection['shares'], cells: number): Meter | null => {
  const present = METER.filter(({ key }) => shares[key] > 0);
  if (present.length === 0) return null;
  // Every share gets a cell, be it ever so small; the largest gives way.
  const counts = present.map(({ key }) => Math.max(1, Math.round(shares[key] * cells)));
  const largest = counts.indexOf(Math.max(...counts));
  const surplus = counts.reduce((total, count) => total + count, 0) - cells;
  const bar = present
    .map(({ cell }, i) => cell.repeat((counts[i] as number) - (i === largest ? surplus : 0)))
    .join('');
  // The last share is what is left of 100, so that rounded shares still make a whole.
  const rounded = present.slice(0, -1).map(({ key }) => Math.round(100 * shares[key]));
  const last = 100 - rounded.reduce((total, share) => total + share, 0);
  return {
    bar,
    parts: present.map(({ cell, word }, i) => ({ cell, word, percent: rounded[i] ?? last })),
  };
};

/** "3 better, 1 no difference": the studies by where they point. */
export const tallyText = (tally: AnswerSection['tally']): string =>
  METER.filter(({ key }) => tally[key] > 0)
    .map(({ key, word }) => `${tally[key]} ${word}`)
    .join(', ');

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  improved: 'better',
  mixed: 'mixed',
  'no-difference': 'no difference',
  worsened: 'worse',
};
