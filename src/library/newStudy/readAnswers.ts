import type { Dose } from '../../core/domain/concept.ts';
import { foldText } from '../../core/question/foldText.ts';
import { readSpans } from '../durationFaults.ts';
import { Unreadable } from './interview.ts';

/** An empty answer is unknown. */
export const orNull = (answer: string): string | null => (answer === '' ? null : answer);

export const numberOrNull = (answer: string): number | null => {
  if (answer === '') return null;
  if (!/^-?\d+(?:\.\d+)?$/.test(answer)) throw new Unreadable('write a number, such as 56');
  return Number(answer);
};

/** "Bandini F, Mazzella L": names between commas. */
export const namesBetweenCommas = (answer: string): string[] =>
  answer
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const DOSE =
  /^(?:(up to|from) )?(\d+(?:\.\d+)?)(?: ?(?:to|-|–) ?(\d+(?:\.\d+)?))? ?(?!to\b)(\p{L}.*|%.*)$/u;

/** "900 to 1800 mg/day", "up to 900 mg/day", "300 mg/day"; empty is unknown. */
export const readDose = (answer: string): Dose | null => {
  if (answer === '') return null;
  const [, side, first, second, unit] = DOSE.exec(answer) ?? [];
  if (first === undefined || unit === undefined)
    throw new Unreadable('write a number or two and a unit, such as 900 to 1800 mg/day');
  const from = Number(first);
  if (second !== undefined) return { min: from, max: Number(second), unit };
  return { min: side === 'up to' ? null : from, max: side === 'from' ? null : from, unit };
};

/** "20 of 24", or "20" of nobody knows how many; empty is unknown. */
export const readResponders = (answer: string): { n: number; of: number | null } | null => {
  if (answer === '') return null;
  const [, n, of] = /^(\d+)(?: ?(?:of|\/) ?(\d+))?$/.exec(answer) ?? [];
  if (n === undefined) throw new Unreadable('write how many of how many, such as 20 of 24');
  return { n: Number(n), of: of === undefined ? null : Number(of) };
};

/** The days that words on a duration come to, where they state one length alone. */
export const daysIn = (duration: string | null): number | null => {
  const [span, ...more] = readSpans(duration ?? '');
  return more.length > 0 || !span?.usual ? null : Math.ceil(span.usual);
};

type Named = {
  id: string;
  label: string;
  synonyms: readonly string[];
  abbreviations: readonly string[];
  lay: readonly string[];
  brands?: readonly string[];
};

const MOST_NEAR = 6;

/** The id of the concept that an answer names: its id, its label or another of its names. */
export const readConcept =
  (concepts: readonly Named[], kind: string) =>
  (answer: string): string => {
    const wanted = foldText(answer);
    const names = ({ id, label, synonyms, abbreviations, lay, brands = [] }: Named) =>
      [id, label, ...synonyms, ...abbreviations, ...lay, ...brands].map(foldText);
    const found = concepts.find((concept) => names(concept).includes(wanted));
    if (found) return found.id;
    const words = wanted.split(' ').filter((word) => word.length > 2);
    const near = concepts
      .filter((concept) => words.some((word) => names(concept).some((name) => name.includes(word))))
      .slice(0, MOST_NEAR)
      .map(({ id }) => id);
    throw new Unreadable(
      near.length > 0
        ? `there is no such ${kind}; there is ${near.join(', ')}`
        : `there is no such ${kind}; the ids are the names of the files in data/${kind}s/, and CONTRIBUTING.md says how to add one`,
    );
  };
