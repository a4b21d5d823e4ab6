import { createHierarchy } from '../domain/hierarchy.ts';
import type { Library } from '../domain/library.ts';
import { findBodies } from './findBodies.ts';

export type StudyCounts = {
  /** Studies on a treatment (a class: on its members) for a condition (and its kinds). */
  ofPair: (intervention: string, condition: string) => number;
  ofIntervention: (id: string) => number;
  ofCondition: (id: string) => number;
  /** The treatments studied for a condition or one of its kinds, most studied first. */
  treatmentsOf: (condition: string) => readonly string[];
};

/** Counts the usable studies with a finding on each treatment, condition and pair, each once. */
export const countLibrary = (library: Library): StudyCounts => {
  const conditions = createHierarchy(library.conditions);
  const interventions = createHierarchy(library.interventions);
  const classes = new Set(
    library.interventions.filter(({ kind }) => kind === 'class').map(({ id }) => id),
  );
  const studies = new Map<string, Set<string>>();
  const treatments = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, value: string): void => {
    map.set(key, (map.get(key) ?? new Set()).add(value));
  };
  for (const study of library.studies.filter(({ status }) => status !== 'draft'))
    for (const { intervention, condition } of findBodies([study], [], [])) {
      const named = [...interventions.broader(intervention)].filter((id) => classes.has(id));
      for (const c of [condition, ...conditions.broader(condition)]) {
        add(treatments, c, intervention);
        add(studies, ` ${c}`, study.id);
        for (const t of [intervention, ...named]) add(studies, `${t} ${c}`, study.id);
      }
      for (const t of [intervention, ...named]) add(studies, t, study.id);
    }
  const countOf = (key: string): number => studies.get(key)?.size ?? 0;
  const ofPair = (t: string, c: string): number => countOf(`${t} ${c}`);
  return {
    ofPair,
    ofIntervention: countOf,
    ofCondition: (id) => countOf(` ${id}`),
    treatmentsOf: (condition) =>
      [...(treatments.get(condition) ?? [])].sort(
        (a, b) => ofPair(b, condition) - ofPair(a, condition) || a.localeCompare(b),
      ),
  };
};
