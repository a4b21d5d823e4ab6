import type { Condition, Intervention, Outcome } from '../domain/concept.ts';
import type { EvidenceBody } from '../domain/evidence.ts';
import type { Guideline } from '../domain/guideline.ts';
import { createHierarchy, type Hierarchy } from '../domain/hierarchy.ts';
import type { Library, StudyLookup } from '../domain/library.ts';
import type { Filters, Question } from '../domain/question.ts';
import { gradeBody } from '../grading/gradeBody.ts';
import { type BodyKey, findBodies, withKinds } from '../retrieval/findBodies.ts';
import { selectStudies } from '../retrieval/selectStudies.ts';
import { type View, WHOLE_VIEW } from './view.ts';

/** The vocabulary and the studies as an answer needs them. */
export type Knowledge = {
  conditions: ReadonlyMap<string, Condition>;
  interventions: ReadonlyMap<string, Intervention>;
  outcomes: ReadonlyMap<string, Outcome>;
  conditionKinds: Hierarchy;
  interventionKinds: Hierarchy;
  /** Those that the view has looked up. */
  studies: StudyLookup;
  /** All there are, for honest words on what the view does not show. */
  whole: StudyLookup;
  /** What professional bodies say of treatments, drafts and replaced ones too. */
  guidelines: readonly Guideline[];
  view: View;
  /** The year of the library, from which evidence is old. */
  thisYear: number;
};

const byId = <T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));

/** A library with its concepts by id and its hierarchies closed. */
export const createKnowledge = (library: Library, studies: StudyLookup): Knowledge => ({
  conditions: byId(library.conditions),
  interventions: byId(library.interventions),
  outcomes: byId(library.outcomes),
  conditionKinds: createHierarchy(library.conditions),
  interventionKinds: createHierarchy(library.interventions),
  studies,
  whole: studies,
  guidelines: library.guidelines,
  view: WHOLE_VIEW,
  thisYear: Number(studies.asOf.slice(0, 4)),
});

/** What was asked about, as ids; an empty list asks about any. */
export type Asked = { interventions: readonly string[]; conditions: readonly string[] };

/** The ids that a question names. */
export const askedOf = ({ interventions, conditions }: Question): Asked => ({
  interventions: interventions.map(({ id }) => id),
  conditions: conditions.map(({ id }) => id),
});

/**
 * The concepts that a question on `asked` may draw on. A condition stands for its kinds too. A
 * class of treatments stands for its members; any other treatment for itself alone.
 */
const widen = (asked: Asked, knowledge: Knowledge): Asked => ({
  conditions: [
    ...new Set(asked.conditions.flatMap((id) => withKinds(id, knowledge.conditionKinds))),
  ],
  interventions: [
    ...new Set(
      asked.interventions.flatMap((id) =>
        knowledge.interventions.get(id)?.kind === 'class'
          ? withKinds(id, knowledge.interventionKinds)
          : [id],
      ),
    ),
  ],
});

/** The bodies there are on what was asked, ungraded: cheap, for suggestions. */
export const bodiesOn = (asked: Asked, knowledge: Knowledge): BodyKey[] => {
  const { interventions, conditions } = widen(asked, knowledge);
  return findBodies(
    knowledge.studies.bearingOn(interventions, conditions),
    interventions,
    conditions,
  );
};

/** Every graded body on what was asked, from the studies that the filters let through. */
export const gradeBodies = (
  asked: Asked,
  filters: Filters,
  knowledge: Knowledge,
): EvidenceBody[] => {
  const { interventions, conditions } = widen(asked, knowledge);
  const studies = selectStudies(knowledge.studies.bearingOn(interventions, conditions), filters);
  return findBodies(studies, interventions, conditions).flatMap(({ intervention, condition }) => {
    const known = knowledge.conditions.get(condition);
    return known
      ? [
          gradeBody(studies, {
            intervention,
            condition: known,
            outcomes: knowledge.outcomes,
            population: filters.population,
          }),
        ]
      : [];
  });
};

/** Whether a treatment is the named one, or a member of the named class. */
export const isOrHas = (
  named: string,
  treatment: string,
  { interventionKinds }: Knowledge,
): boolean => named === treatment || interventionKinds.narrower(named).has(treatment);

/** The records of the concepts named; ids without one are passed over. */
export const interventionsOf = (
  named: readonly { id: string }[],
  { interventions }: Knowledge,
): Intervention[] => named.flatMap(({ id }) => interventions.get(id) ?? []);

/** How many studies the bodies rest on, each counted once. */
export const countStudies = (bodies: readonly EvidenceBody[]): number =>
  new Set(
    bodies.flatMap(({ people, animals }) => [...people, ...animals]).map(({ study }) => study.id),
  ).size;

/** The label of a concept; its id where the library has no record of it. */
export const labelOf = (id: string, concepts: ReadonlyMap<string, { label: string }>): string =>
  concepts.get(id)?.label ?? id;
