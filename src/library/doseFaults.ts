import type { Intervention } from '../core/domain/concept.ts';
import { isAnimal, type Study } from '../core/domain/study.ts';
import type { RecordFault } from './fault.ts';

/** How far outside the labelled range a dose is more likely a slip of the pen than a trial. */
const TOO_FAR = 10;

/** Milligrams in a unit of weight. */
const MILLIGRAMS: Readonly<Record<string, number>> = {
  g: 1000,
  mg: 1,
  microgram: 0.001,
  micrograms: 0.001,
  mcg: 0.001,
};

/** A unit as a weight in milligrams and what it is given by: "g/day" is 1000 and "day". */
const readUnit = (unit: string): { milligrams: number; per: string } | null => {
  const [, weight, per] = /^(\w+)\/(.+)$/.exec(unit) ?? [];
  const milligrams = MILLIGRAMS[weight ?? ''];
  return milligrams === undefined || per === undefined
    ? null
    : { milligrams, per: per === '24 h' ? 'day' : per };
};

/** The record itself says that the dose is unlike the usual one: then it was really studied. */
const isExplained = ({ limitations }: Study): boolean =>
  limitations.some((text) => /\bdos(?:e|es|age)\b/i.test(text));

/**
 * Doses ten times outside the labelled range. High doses were really studied: whoever read that
 * says so under limitations, in a sentence with the word "dose", and it is no fault. Doses by
 * weight of the body, by session and of animals cannot be compared with a label.
 */
export const findDoseFaults = (
  study: Study,
  interventions: ReadonlyMap<string, Intervention>,
): RecordFault[] => {
  if (isAnimal(study) || isExplained(study)) return [];
  return study.interventions.flatMap(({ id, dose }, i) => {
    const usual = interventions.get(id)?.usual_dose?.dose;
    const given = dose && readUnit(dose.unit);
    const labelled = usual && readUnit(usual.unit);
    if (!dose || !usual || !given || !labelled || given.per !== labelled.per) return [];
    const scale = given.milligrams / labelled.milligrams;
    const isAbove = usual.max !== null && (dose.max ?? dose.min ?? 0) * scale > usual.max * TOO_FAR;
    const isBelow =
      usual.min !== null && (dose.max ?? Number.POSITIVE_INFINITY) * scale * TOO_FAR < usual.min;
    return isAbove || isBelow
      ? [
          {
            path: ['interventions', i, 'dose'],
            message: `${dose.min ?? '?'} to ${dose.max ?? '?'} ${dose.unit} is more than ${TOO_FAR} times ${isAbove ? 'above' : 'below'} the labelled range of ${id} (${usual.min ?? '?'} to ${usual.max ?? '?'} ${usual.unit}).`,
            remedy:
              'Mend the figure or the unit. Where such a dose was really studied, say so under limitations, with the word "dose".',
          },
        ]
      : [];
  });
};
