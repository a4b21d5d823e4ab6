import type { Condition } from '../domain/concept.ts';
import type { Choice, Correction, Linked, Question } from '../domain/question.ts';
import { foldText, reduceWord } from './foldText.ts';
import { readFollowUp } from './followUp.ts';

/** What is said in reply to "which?" is short. */
const MOST_WORDS = 5;
/** "All of them": the broader condition, with all its kinds. */
const ALL = /^(?:all|any|every|both|whatever|everything|either)\b/;
const NO_NAME = new Set(
  'the and with from after one out all went off what which that this not'.split(' '),
);

const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(' ')
    .map(reduceWord)
    .filter((word) => word.length > 2 && !NO_NAME.has(word));

/**
 * What has to be asked back, where a condition was named by nothing but a word that several unlike
 * ones share ("spasms"); null where the question is clear.
 */
export const findChoice = (
  linked: readonly Linked[],
  corrections: readonly Correction[],
  conditions: ReadonlyMap<string, Condition>,
): Choice | null => {
  const [only, ...more] = linked;
  if (!only || more.length > 0) return null;
  const word = corrections.find(({ from }) => from === only.matched)?.to ?? only.matched;
  const asked = conditions
    .get(only.id)
    ?.ask_back.find(({ words }) => words.some((known) => foldText(known) === foldText(word)));
  if (!asked) return null;
  const means = asked.means.flatMap(({ condition, hint }) => {
    const known = conditions.get(condition);
    return known ? [{ id: known.id, label: known.label, hint, names: known.synonyms }] : [];
  });
  return { word, means, withTreatment: asked.with_treatment };
};

/** Words of each reading that no other has. */
const ownWords = ({ means }: Choice): { id: string; label: string; words: Set<string> }[] => {
  const all = means.map(({ id, label, hint, names }) => ({
    id,
    label,
    words: new Set([label, hint, ...names].flatMap(wordsOf)),
  }));
  return all.map(({ words, ...reading }) => ({
    ...reading,
    words: new Set(
      [...words].filter((word) => all.filter((other) => other.words.has(word)).length === 1),
    ),
  }));
};

/**
 * What a message chooses of what was asked back: one reading ("the face one"), all of them, or
 * nothing (null), as where it names a condition or a treatment itself.
 */
export const chosenBy = (choice: Choice, message: Question): Linked | 'all' | null => {
  const { text, interventions, conditions } = message;
  const folded = foldText(text);
  if (interventions.length > 0 || folded.split(' ').length > MOST_WORDS) return null;
  if (ALL.test(folded)) return 'all';
  if (conditions.length > 0 || readFollowUp(message).intent !== null) return null;
  const said = wordsOf(text);
  const fitting = ownWords(choice).filter(({ words }) => said.some((word) => words.has(word)));
  const [chosen, ...others] = fitting;
  if (!chosen || others.length > 0) return null;
  return { id: chosen.id, label: chosen.label, matched: text, score: 1 };
};
