import { foldText, reduceWord } from '../question/foldText.ts';
import type { Links } from '../question/linkConcepts.ts';
import type { Vocabulary } from '../question/nameIndex.ts';

/** Words of a text that name something, and its other names. */
type OtherNames = { words: string; others: readonly string[] };

/** More names than these cost a search more than they find. */
const MOST_OTHERS = 12;
/** What stands behind this names nothing that anybody searches for. */
const MOST_TEXT = 500;

const wordsOf = (name: string): string[] => foldText(name).split(' ').map(reduceWord);

/** Whether a name has a word that was not written already. */
const saysMore = (name: string, written: string): boolean => {
  const there = new Set(wordsOf(written));
  return wordsOf(name).some((word) => !there.has(word));
};

/**
 * What else the things are called that a text names: labels, synonyms, brands and abbreviations of
 * the vocabulary.
 * @param link the linking of questions, or of papers
 */
export const createExpand = (
  { conditions, interventions, outcomes }: Vocabulary,
  link: (text: string) => Pick<Links, 'conditions' | 'interventions' | 'outcomes'>,
): ((text: string) => OtherNames[]) => {
  const names = new Map<string, readonly string[]>([
    ...interventions.map(
      ({ id, label, synonyms, brands, abbreviations }) =>
        [id, [label, ...abbreviations, ...brands, ...synonyms]] as const,
    ),
    ...[...conditions, ...outcomes].map(
      ({ id, label, synonyms, abbreviations }) =>
        [id, [label, ...abbreviations, ...synonyms]] as const,
    ),
  ]);
  return (text) => {
    const links = link(text.slice(0, MOST_TEXT));
    return [...links.interventions, ...links.conditions, ...links.outcomes].map(
      ({ id, matched }) => ({
        words: matched,
        others: (names.get(id) ?? [])
          .filter((name) => saysMore(name, matched))
          .slice(0, MOST_OTHERS),
      }),
    );
  };
};
