import type { Filters, Linked, Question } from '../domain/question.ts';
import { foldText } from '../question/foldText.ts';
import { withoutIdentifiers } from '../usage/withoutIdentifiers.ts';

/** What a question is about, to look it up elsewhere than in the records. */
export type Subject = {
  interventions: readonly Linked[];
  conditions: readonly Linked[];
  /** What was asked about that no concept has the name of, without what may point to a person. */
  unknown: readonly string[];
  filters: Filters;
};

const MOST_UNKNOWN = 60;

const wordsIn = (text: string): string[] => foldText(text).split(' ');

/** The subject of a question; nothing else of its text is in it. */
export const subjectOf = ({
  interventions,
  conditions,
  unknownTreatment,
  unknownCondition,
  filters,
  text,
}: Question): Subject => {
  const kept = new Set(wordsIn(withoutIdentifiers(text)));
  return {
    interventions,
    conditions,
    // A name has lost the signs by which an address or a number is known: its words must be of what
    // is left of the question without those.
    unknown: [unknownTreatment, unknownCondition].filter(
      (name) =>
        name !== null &&
        name.length <= MOST_UNKNOWN &&
        wordsIn(name).every((word) => kept.has(word)),
    ) as string[],
    filters,
  };
};

/** The words of a subject, and no other word of the question. */
export const wordsOf = ({ interventions, conditions, unknown }: Subject): string =>
  [
    ...interventions.map(({ label }) => label),
    ...unknown,
    ...conditions.map(({ label }) => label),
  ].join(' ');
