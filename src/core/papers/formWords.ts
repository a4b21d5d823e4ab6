import { DESIGN_NAMES } from '../answer/words.ts';
import { Dose } from '../domain/concept.ts';
import type { Change } from '../domain/extraction.ts';
import { Design } from '../domain/study.ts';

/** Plain words, as they stand in a form: null for what is not stated, undefined for what is none. */

const MOST_PEOPLE = 100_000_000;
export const NOT_STATED = 'not stated';

export const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  'significantly increased': 'increased',
  'significantly decreased': 'decreased',
  'no significant difference': 'no difference',
};

export const readDesign = (text: string): Design | null | undefined => {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ').replace('randomized', 'randomised');
  if (words === '' || words === NOT_STATED) return null;
  return Design.options.find(
    (design) =>
      design === words || DESIGN_NAMES[design].one === words || DESIGN_NAMES[design].many === words,
  );
};

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

export const readEnrolled = (text: string): number | null | undefined => {
  const words = text.trim().toLowerCase();
  if (words === '' || words === NOT_STATED) return null;
  const people = /^\d{1,3}(?:,\d{3})+$|^\d{1,9}$/.test(words) ? numberOf(words) : 0;
  return people >= 1 && people <= MOST_PEOPLE ? people : undefined;
};

const N = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,9}(?:\\.\\d{1,6})?)';
const UNIT = '\\s*(\\D\\S*(?:\\s\\S+){0,4})';
const RANGE = new RegExp(`^${N}\\s*(?:to|-|–)\\s*${N}${UNIT}$`, 'i');
const MOST = new RegExp(`^up to ${N}${UNIT}$`, 'i');
const LEAST = new RegExp(`^(?:from|at least) ${N}${UNIT}$`, 'i');
const ONE = new RegExp(`^${N}${UNIT}$`, 'i');
const LONGEST_UNIT = 40;

export const readDose = (words: string): Dose | null | undefined => {
  if (words === '' || words.toLowerCase() === NOT_STATED) return null;
  const parts = (pattern: RegExp) => pattern.exec(words)?.slice(1) ?? null;
  const range = parts(RANGE);
  const most = parts(MOST);
  const least = parts(LEAST);
  const one = parts(ONE);
  const dose = range
    ? { min: numberOf(range[0] ?? ''), max: numberOf(range[1] ?? ''), unit: range[2] }
    : most
      ? { min: null, max: numberOf(most[0] ?? ''), unit: most[1] }
      : least
        ? { min: numberOf(least[0] ?? ''), max: null, unit: least[1] }
        : one
          ? { min: numberOf(one[0] ?? ''), max: numberOf(one[0] ?? ''), unit: one[1] }
          : null;
  const parsed = Dose.safeParse(dose);
  return parsed.success && parsed.data.unit.length <= LONGEST_UNIT ? parsed.data : undefined;
};

export const readChange = (words: string): Change | null | undefined => {
  const plain = words.toLowerCase();
  if (/^(?:leave out|left out|out|wrong|remove)$/.test(plain)) return null;
  if (/^(?:no|not)\b/.test(plain)) return 'no significant difference';
  const isUp = /\bincreas/.test(plain);
  const isDown = /\bdecreas/.test(plain);
  if (isUp === isDown) return undefined;
  return isUp ? 'significantly increased' : 'significantly decreased';
};
