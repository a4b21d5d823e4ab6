import type { Condition, SafetyTopic } from '../domain/concept.ts';
import { createHierarchy, type Hierarchy } from '../domain/hierarchy.ts';
import type { Library } from '../domain/library.ts';
import {
  Design,
  isAnimal,
  isReview,
  type PublishedRating,
  participantsOf,
  type Study,
} from '../domain/study.ts';
import { FIELDS, type Field, type Share, shareOf } from './fields.ts';

export type Counted<K extends string = string> = { name: K; count: number };

/** One condition: its records, and those of its kinds too. */
export type ConditionCount = {
  id: string;
  label: string;
  /** How deep it stands among those it is a kind of: 0 for one that is a kind of none. */
  depth: number;
  own: number;
  withKinds: number;
  /** Shares of the fields in the records of the condition and its kinds, in the order of FIELDS. */
  fields: Share[];
};

/** The library in numbers. Drafts are counted by status alone: no answer uses them. */
export type Census = {
  studies: number;
  statuses: Counted<Study['status']>[];
  designs: Counted<Design>[];
  conditions: ConditionCount[];
  interventions: { all: number; studied: number; most: Counted[]; kinds: Counted[] };
  outcomes: number;
  guidelines: number;
  /** Records by decade, with those whose year is unknown (null). */
  decades: { from: number | null; count: number }[];
  people: { count: number; studies: number };
  animalStudies: number;
  fields: { field: Field; share: Share }[];
  safety: { facts: number; interventions: number; topics: Counted<SafetyTopic>[] };
  ratings: Counted<PublishedRating['system']>[];
  read: { first: string; last: string };
};

const MOST_INTERVENTIONS = 12;

/** Names with their counts, the largest first, those alike by name. */
const tally = <K extends string>(names: readonly K[]): Counted<K>[] => {
  const counts = new Map<K, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
};

const conditionsOf = ({ population }: Study): string[] => [
  population.condition,
  ...population.other_conditions,
];

/** Conditions as a tree: each below the first that it is a kind of, the largest first. */
const countConditions = (
  conditions: readonly Condition[],
  studies: readonly Study[],
  hierarchy: Hierarchy,
): ConditionCount[] => {
  const on = (ids: ReadonlySet<string>) =>
    studies.filter((study) => conditionsOf(study).some((id) => ids.has(id)));
  const count = ({ id, label }: Condition, depth: number): ConditionCount => {
    const all = on(new Set([id, ...hierarchy.narrower(id)]));
    const fields = FIELDS.map((field) => shareOf(all, field));
    return { id, label, depth, own: on(new Set([id])).length, withKinds: all.length, fields };
  };
  const below = (parent: string | null, depth: number): ConditionCount[] =>
    conditions
      .filter(({ broader }) => (broader[0] ?? null) === parent)
      .map((condition) => count(condition, depth))
      .sort((a, b) => b.withKinds - a.withKinds || a.label.localeCompare(b.label))
      .flatMap((counted) => [counted, ...below(counted.id, depth + 1)]);
  return below(null, 0);
};

const countDecades = (studies: readonly Study[]): Census['decades'] => {
  const decades = new Map<number | null, number>();
  for (const { year } of studies) {
    const from = year === null ? null : Math.floor(year / 10) * 10;
    decades.set(from, (decades.get(from) ?? 0) + 1);
  }
  return [...decades]
    .map(([from, count]) => ({ from, count }))
    .sort((a, b) => (a.from ?? Number.POSITIVE_INFINITY) - (b.from ?? Number.POSITIVE_INFINITY));
};

const countInterventions = (
  { interventions }: Library,
  studies: readonly Study[],
): Census['interventions'] => {
  const labels = new Map(interventions.map(({ id, label }) => [id, label]));
  const given = tally(
    studies.flatMap((study) => study.interventions.map(({ id }) => labels.get(id) ?? id)),
  );
  return {
    all: interventions.length,
    studied: given.length,
    most: given.slice(0, MOST_INTERVENTIONS),
    kinds: tally(interventions.map(({ kind }) => kind)),
  };
};

/** Counts what the library holds: pure, and the same for the same records. */
export const takeCensus = (library: Library): Census => {
  const studies = library.studies.filter(({ status }) => status !== 'draft');
  const people = studies.filter(
    (study) => !isReview(study) && !isAnimal(study) && participantsOf(study) !== null,
  );
  const facts = library.interventions.flatMap(({ safety }) => safety);
  const days = studies.flatMap(({ sources }) => sources.map(({ read }) => read)).sort();
  const designs = tally(studies.map(({ design }) => design));
  return {
    studies: library.studies.length,
    statuses: tally(library.studies.map(({ status }) => status)),
    designs: designs.toSorted(
      (a, b) => Design.options.indexOf(a.name) - Design.options.indexOf(b.name),
    ),
    conditions: countConditions(library.conditions, studies, createHierarchy(library.conditions)),
    interventions: countInterventions(library, studies),
    outcomes: library.outcomes.length,
    guidelines: library.guidelines.length,
    decades: countDecades(studies),
    people: {
      count: people.reduce((total, study) => total + (participantsOf(study) ?? 0), 0),
      studies: people.length,
    },
    animalStudies: studies.filter(isAnimal).length,
    fields: FIELDS.map((field) => ({ field, share: shareOf(studies, field) })),
    safety: {
      facts: facts.length,
      interventions: library.interventions.filter(({ safety }) => safety.length > 0).length,
      topics: tally(facts.map(({ topic }) => topic)),
    },
    ratings: tally(
      [
        ...studies.flatMap(({ published_ratings }) => published_ratings),
        ...library.guidelines.flatMap(({ ratings }) => ratings),
      ].map(({ system }) => system),
    ),
    read: { first: days[0] ?? '', last: days.at(-1) ?? '' },
  };
};
