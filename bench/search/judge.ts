import { createHierarchy } from '../../src/core/domain/hierarchy.ts';
import type { Library } from '../../src/core/domain/library.ts';
import type { Study } from '../../src/core/domain/study.ts';

/** What a question of `questions.jsonl` is about, as a person who knows the records reads it. */
export type About = {
  interventions?: string[];
  conditions?: string[];
  outcomes?: string[];
  designs?: string[];
  /** The studies that it names. */
  studies?: string[];
};
export type Judged = { id: string; question: string; about: About };

/**
 * How well a record answers a question, by what stands in the record alone:
 * 3 the study named, or this treatment in this condition with a finding on what is asked;
 * 2 this treatment in this condition, but not this outcome or design, or without a finding;
 * 1 it touches it: the treatment was what another was compared with, or the condition was one of
 *   several or is a broader one; or the same question as the study that was named;
 * 0 anything else.
 */
export const createJudge = (library: Library) => {
  const conditions = createHierarchy(library.conditions);
  const interventions = createHierarchy(library.interventions);
  const hasOf = (wanted: readonly string[], id: string, kinds: typeof conditions): boolean =>
    wanted.some((one) => one === id || kinds.narrower(one).has(id));

  return (study: Study, about: About): number => {
    if (about.studies?.includes(study.id)) return 3;
    const { population, comparator, findings, design } = study;
    const { interventions: treatments, conditions: asked = [], outcomes } = about;
    const isGiven =
      !treatments || study.interventions.some(({ id }) => hasOf(treatments, id, interventions));
    const isCompared =
      comparator?.intervention != null &&
      hasOf(treatments ?? [], comparator.intervention, interventions);
    const isOn = hasOf(asked, population.condition, conditions);
    const isNear =
      population.other_conditions.some((id) => hasOf(asked, id, conditions)) ||
      asked.some((id) => conditions.broader(id).has(population.condition));
    if (!(isGiven || isCompared) || !(isOn || isNear)) return 0;
    if (!isGiven || !isOn || about.studies) return 1;
    const isAnswer =
      findings.length > 0 &&
      (!outcomes || findings.some(({ outcome }) => outcomes.includes(outcome))) &&
      (!about.designs || about.designs.includes(design));
    return isAnswer ? 3 : 2;
  };
};
