import type { Filters, Linked, Question } from '../domain/question.ts';
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

/** The subject of a question; nothing else of its text is in it. */
export const subjectOf = ({
  interventions,
  conditions,
  unknownTreatment,
  unknownCondition,
  filters,
}: Question): Subject => ({
  interventions,
  conditions,
  unknown: [unknownTreatment, unknownCondition].flatMap((name) => {
    const plain = name === null ? '' : withoutIdentifiers(name).slice(0, MOST_UNKNOWN).trim();
    return plain === '' ? [] : plain;
  }),
  filters,
});

/** The words of a subject, and no other word of the question. */
export const wordsOf = ({ interventions, conditions, unknown }: Subject): string =>
  [
    ...interventions.map(({ label }) => label),
    ...unknown,
    ...conditions.map(({ label }) => label),
  ].join(' ');
