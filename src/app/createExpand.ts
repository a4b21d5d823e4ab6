import type { Library } from '../core/domain/library.ts';
import { createLinker, type Language } from '../core/question/linkConcepts.ts';

/** What a text names, in its words, and the other names of it. */
export type Named = { words: string; others: readonly string[] };

/** Other names of the treatments and conditions that a text names: "botox" is botulinum toxin. */
export const createExpand = (
  { interventions, conditions, outcomes }: Library,
  language: Language,
): ((text: string) => Named[]) => {
  const link = createLinker({ interventions, conditions, outcomes }, language);
  const names = new Map(
    [...interventions, ...conditions].map((concept) => [
      concept.id,
      [concept.label, ...concept.synonyms, ...concept.abbreviations],
    ]),
  );
  return (text) => {
    const { interventions: treatments, conditions: suffered } = link(text);
    return [...treatments, ...suffered]
      .filter(({ score }) => score === 1)
      .map(({ id, matched }) => ({ words: matched, others: names.get(id) ?? [] }));
  };
};
