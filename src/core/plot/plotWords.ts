import { countOf, listOf } from '../answer/words.ts';
import type { Direction } from '../domain/study.ts';
import type { DesignGroup, StudyMark } from './plotData.ts';

/** Words that pictures and their descriptions share. */

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  worsened: 'worse',
  'no-difference': 'no difference',
  improved: 'better',
  mixed: 'mixed',
};

export const DESIGN_WORDS: Readonly<Record<DesignGroup, string>> = {
  review: 'review of studies',
  randomised: 'randomised trial',
  controlled: 'compared, not randomised',
  uncontrolled: 'no comparison group',
  animal: 'animals',
};

/** Discord's limit for the description of a file. */
const LONGEST_ALT = 1024;
const MORE_ROOM = 30;

/** "5 people", "9 animals", "number not stated" */
export const sizeWords = ({ participants, design }: StudyMark): string => {
  if (participants === null) return 'number not stated';
  return design === 'animal'
    ? countOf(participants, 'animal')
    : countOf(participants, 'person', 'people');
};

/** "Bandini 1999", "Daniele 2001 (second-hand)" */
export const nameWords = ({ label, standing }: StudyMark): string =>
  standing === null ? label : `${label} (${standing})`;

const TOLD: readonly Direction[] = ['improved', 'no-difference', 'worsened', 'mixed'];

/** "4 better, 1 no difference": of what they say, how many say it. */
export const directionCounts = (marks: readonly StudyMark[]): string => {
  const told = TOLD.flatMap((direction) => {
    const n = marks.filter((mark) => mark.direction === direction).length;
    return n === 0 ? [] : [`${n} ${DIRECTION_WORDS[direction]}`];
  });
  const silent = marks.filter(({ direction }) => direction === null).length;
  return listOf([...told, ...(silent === 0 ? [] : [`${silent} without a say on this`])]);
};

/** Sentences as far as they go into a description; how many are left out is told. */
export const altText = (head: string, items: readonly string[]): string => {
  let text = head.slice(0, LONGEST_ALT - MORE_ROOM);
  for (const [i, item] of items.entries()) {
    const left = items.length - i;
    const room = LONGEST_ALT - text.length - 1 - (left > 1 ? MORE_ROOM : 0);
    if (item.length > room) return `${text} And ${left} more.`;
    text += ` ${item}`;
  }
  return text;
};
