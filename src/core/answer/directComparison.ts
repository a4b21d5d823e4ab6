import type { EvidenceBody, StudyResult } from '../domain/evidence.ts';
import { type Direction, isReview, type Study } from '../domain/study.ts';
import { directionOf } from '../grading/studyResult.ts';

/** A study that compared two treatments with each other, and which came out how. */
export type Direct = {
  result: StudyResult;
  treatment: string;
  comparator: string;
  direction: Direction;
};

/**
 * The studies among the bodies that compared two of their treatments with each other. Primary
 * outcomes speak first, as everywhere.
 */
export const findDirect = (bodies: readonly EvidenceBody[]): Direct[] => {
  const compared = new Set(bodies.map(({ intervention }) => intervention));
  const seen = new Set<string>();
  return bodies.flatMap((body) =>
    body.people.flatMap((result) => {
      // What counts for nothing elsewhere does not speak here.
      if (result.study.retraction !== null || result.study.superseded_by !== null) return [];
      const comparator = result.study.comparator?.intervention ?? null;
      if (comparator === null || comparator === body.intervention || !compared.has(comparator))
        return [];
      const active = result.findings.filter(({ versus }) => versus === 'active');
      const primary = active.filter((finding) => finding.primary);
      const direction = directionOf(primary.length > 0 ? primary : active);
      const key = `${result.study.id} ${body.intervention}`;
      if (direction === null || seen.has(key)) return [];
      seen.add(key);
      return [{ result, treatment: body.intervention, comparator, direction }];
    }),
  );
};

/**
 * The studies, reviews apart, with results for several of what is compared.
 * @param sideOf what is compared that a treatment is, or is a member of.
 */
export const studiedTogether = (
  bodies: readonly EvidenceBody[],
  sideOf: (intervention: string) => string,
): Study[] => {
  const sidesOf = Map.groupBy(
    bodies.flatMap(({ intervention, people }) =>
      people.map(({ study }) => ({ study, side: sideOf(intervention) })),
    ),
    ({ study }) => study,
  );
  return [...sidesOf]
    .filter(([study, given]) => {
      const sides = new Set(given.map(({ side }) => side));
      return !isReview(study) && sides.size > 1;
    })
    .map(([study]) => study);
};
