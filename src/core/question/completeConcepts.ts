import type { Concept } from '../domain/concept.ts';
import type { Library } from '../domain/library.ts';
import type { StudyCounts } from '../retrieval/countLibrary.ts';
import { completeQuestions } from './completeQuestions.ts';
import { completeStudies, type StudiesMeant } from './completeStudies.ts';
import { type Choice, type Completion, MOST_CHOICES, shorten } from './completion.ts';
import { foldText } from './foldText.ts';
import { createNameMatcher, type Named } from './nameMatcher.ts';

/** Every name of a concept, its label first. */
export const namesOf = (concept: Concept): Named => ({
  id: concept.id,
  names: [
    concept.label,
    ...('brands' in concept ? concept.brands : []),
    ...concept.synonyms,
    ...concept.abbreviations,
    ...concept.lay,
    ...concept.exact,
  ],
});

/** "baclofen (Lioresal)": what was typed stands beside the label where it is another name. */
const toChoice = ({ label }: Concept, name: string): Choice => ({
  name: foldText(label) === foldText(name) ? shorten(label) : shorten(`${label} (${name})`),
  value: label,
});

type Options = {
  counts: StudyCounts;
  /** Questions offered before anything is typed. */
  examples: readonly string[];
  studiesMeant: StudiesMeant;
};

/** Everything that can be completed while it is typed, made ready once. */
export const createCompletion = (library: Library, options: Options): Completion => {
  const { counts } = options;
  const treatments = new Map(library.interventions.map((concept) => [concept.id, concept]));
  const conditions = new Map(library.conditions.map((concept) => [concept.id, concept]));
  const matchTreatments = createNameMatcher(library.interventions.map(namesOf));
  const matchConditions = createNameMatcher(library.conditions.map(namesOf));

  const members = Map.groupBy(
    library.interventions.flatMap(({ id, broader }) => broader.map((group) => ({ id, group }))),
    ({ group }) => group,
  );
  /** A class comes right behind its member with the most studies: people mean one treatment. */
  const weighTreatment = (id: string, count: (id: string) => number): number => {
    const own = count(id);
    const most = Math.max(0, ...(members.get(id) ?? []).map((member) => count(member.id)));
    // A class may be studied where none of its members is.
    return treatments.get(id)?.kind === 'class' && most > 0 ? Math.min(own, most - 0.5) : own;
  };

  /** The first so many of what matches; with nothing typed, of all that were studied. */
  const choose = <T extends Concept>(
    concepts: ReadonlyMap<string, T>,
    match: typeof matchTreatments,
    typed: string,
    weigh: (id: string) => readonly number[],
  ): Choice[] => {
    const isEmpty = foldText(typed) === '';
    const found = isEmpty
      ? [...concepts.values()].map(({ id, label }) => ({ id, tier: 0, name: label }))
      : match(typed);
    return found
      .map((entry) => ({ ...entry, weights: weigh(entry.id) }))
      .filter(({ weights }) => !isEmpty || (weights[0] ?? 0) > 0)
      .sort(
        (a, b) =>
          a.tier - b.tier ||
          b.weights
            .map((weight, at) => weight - (a.weights[at] ?? 0))
            .find((difference) => difference !== 0) ||
          a.id.localeCompare(b.id),
      )
      .slice(0, MOST_CHOICES)
      .flatMap(({ id, name }) => {
        const concept = concepts.get(id);
        return concept ? [toChoice(concept, name)] : [];
      });
  };

  return {
    treatments: (typed, { condition } = {}) =>
      choose(treatments, matchTreatments, typed, (id) => [
        ...(condition === undefined
          ? []
          : [weighTreatment(id, (one) => counts.ofPair(one, condition))]),
        weighTreatment(id, counts.ofIntervention),
      ]),
    conditions: (typed) =>
      choose(conditions, matchConditions, typed, (id) => [counts.ofCondition(id)]),
    studies: completeStudies(library, options.studiesMeant),
    questions: completeQuestions(library, counts, options.examples),
  };
};
