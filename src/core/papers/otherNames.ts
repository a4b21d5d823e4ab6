import type { Concept } from '../domain/concept.ts';
import type { Library } from '../domain/library.ts';
import { foldText } from '../question/foldText.ts';
import { createLinker, type Language } from '../question/linkConcepts.ts';

/** Words of a text that name something, and its other names. */
export type OtherNames = { words: string; others: readonly string[] };

/** Everyday phrases are left out: papers do not use them, and their words mean other things. */
const namesOf = (concept: Concept): string[] => [
  ...concept.synonyms,
  ...concept.abbreviations,
  ...('brands' in concept ? concept.brands : []),
];

/** A letter or two tell nothing without their capitals: "vitamin B". */
const SHORTEST = 3;

/**
 * Builds the function from a text to the other names of the treatments and conditions in it, for
 * papers that call them otherwise. A concept goes by its label, and by the words of its other names
 * that are no English: "botox" by botulinum, not "exercise" by training, which would find what is
 * not meant.
 */
export const createOtherNames = (
  library: Library,
  language: Language,
): ((text: string) => OtherNames[]) => {
  const concepts = [...library.conditions, ...library.interventions];
  const abbreviations = new Set(concepts.flatMap((concept) => concept.abbreviations.map(foldText)));
  // Nothing is mended: the search mends by the words of the papers, which know better.
  const link = createLinker(library, {
    ...language,
    isWord: (word) => !abbreviations.has(word) || language.isWord(word),
    isCommon: () => true,
  });
  const wordsOf = (name: string): string[] =>
    foldText(name)
      .split(' ')
      .filter((word) => word.length >= SHORTEST);
  const others = new Map(
    concepts.map((concept) => {
      const rare = wordsOf(concept.label).filter((word) => !language.isCommon(word));
      const label = rare.length > 0 ? rare : wordsOf(concept.label);
      const names = namesOf(concept).map((name) =>
        wordsOf(name).filter((word) => !language.isWord(word)),
      );
      return [concept.id, [...new Set([label, ...names].map((words) => words.join(' ')))]];
    }),
  );
  return (text) => {
    const { conditions, interventions } = link(text);
    return [...conditions, ...interventions].map(({ id, matched }) => ({
      words: matched,
      others: (others.get(id) ?? []).filter((other) => other !== ''),
    }));
  };
};
