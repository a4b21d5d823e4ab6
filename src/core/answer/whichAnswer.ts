import type { Answer } from '../domain/answer.ts';
import type { Choice, Question } from '../domain/question.ts';
import { wordQuestion } from '../question/wordQuestion.ts';
import { createDraft, finish } from './answerDraft.ts';
import { askedOf, countStudies, gradeBodies, type Knowledge } from './knowledge.ts';
import { capitalise, countOf } from './words.ts';

type Reading = Choice['means'][number] & { studies: number };

const PRONOUN = /\b(?:it|this|that|they|these|those)\b.*\b(?:help|helps|work|works|do|does)\b/;

/** The question with one condition in the place of the word that was unclear. */
const readAs = (question: Question, { id, label }: { id: string; label: string }): Question => ({
  ...question,
  conditions: [{ id, label, matched: question.choice?.word ?? label, score: 1 }],
  choice: null,
});

/** The readings on which there are studies of what was asked, in the order of the record. */
const readingsOf = (question: Question, means: Choice['means'], knowledge: Knowledge): Reading[] =>
  means
    .map((reading) => ({
      ...reading,
      studies: countStudies(
        gradeBodies(askedOf(readAs(question, reading)), question.filters, knowledge),
      ),
    }))
    .filter(({ studies }) => studies > 0);

/** A danger that the question speaks of, and that one reading alone is about: "pregnant". */
const fittingRisk = (question: Question, readings: readonly Reading[], knowledge: Knowledge) => {
  const fitting = readings.filter(({ id }) =>
    knowledge.conditions.get(id)?.risks.some((risk) => question.risks.includes(risk)),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
};

/**
 * Where a word may mean several unlike conditions: which of them have studies, to choose from. Where
 * one alone has, the question read as that one. Null where nothing has to be asked.
 */
export const whichAnswer = (question: Question, knowledge: Knowledge): Answer | Question | null => {
  const { choice } = question;
  if (choice === null) return null;
  const isOfTreatment = question.interventions.length + question.excluded.length > 0;
  if (isOfTreatment && !choice.withTreatment) return null;
  const readings = readingsOf(question, choice.means, knowledge);
  const only = readings.length === 1 ? readings[0] : fittingRisk(question, readings, knowledge);
  if (only) {
    const told = { from: choice.word, to: only.label };
    return { ...readAs(question, only), corrections: [...question.corrections, told] };
  }
  if (readings.length === 0) return null;
  const all = { ...question, choice: null };
  const asksBoth = !isOfTreatment && PRONOUN.test(question.masked);
  return finish(createDraft(question, knowledge), {
    kind: 'clarify',
    headline: `“${capitalise(choice.word)}” can be several unlike things. Which do you mean${asksBoth ? ', and which treatment' : ''}?`,
    notes: readings.map(
      ({ hint, label, studies }) =>
        `${capitalise(hint)}: ${label} (${countOf(studies, 'study', 'studies')}).`,
    ),
    suggestions: [
      ...readings.map((reading) => wordQuestion(readAs(question, reading))),
      wordQuestion(all),
    ],
  });
};
