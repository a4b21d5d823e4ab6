import type { Answer } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import { MAX_QUESTION_LENGTH } from '../question/cleanText.ts';
import { foldText } from '../question/foldText.ts';
import type { Knowledge } from './knowledge.ts';
import { createSourceList, type SourceList } from './sourceList.ts';

/** An answer in the making: the question, and the sources cited so far. */
export type Draft = { question: Question; knowledge: Knowledge; sources: SourceList };

export const createDraft = (question: Question, knowledge: Knowledge): Draft => ({
  question,
  knowledge,
  sources: createSourceList(),
});

type Parts = Pick<Answer, 'kind' | 'headline'> &
  Partial<
    Pick<
      Answer,
      | 'verdict'
      | 'certainty'
      | 'sections'
      | 'caveats'
      | 'safety'
      | 'suggestions'
      | 'notes'
      | 'withheld'
    >
  >;

/** The whole answer: what is not given is empty, and what was done to the question is told. */
export const finish = ({ question, knowledge, sources }: Draft, parts: Parts): Answer => {
  const { text, intent, interventions, conditions, outcomes, corrections, filters } = question;
  return {
    verdict: 'no-evidence',
    certainty: null,
    sections: [],
    caveats: [],
    safety: [],
    withheld: { records: 0, results: 0 },
    ...parts,
    suggestions: (parts.suggestions ?? []).filter(
      (suggestion) => foldText(suggestion) !== foldText(text),
    ),
    question: { text, intent, interventions, conditions, outcomes, corrections, filters },
    sources: sources.sources(),
    notes: [
      ...(question.cut
        ? [`Your question was cut to its first ${MAX_QUESTION_LENGTH} characters.`]
        : []),
      ...corrections.map(({ from, to }) => `Read “${from}” as “${to}”.`),
      ...(parts.notes ?? []),
    ],
    // Papers are looked up elsewhere, and change nothing of what the records say.
    extracted: [],
    library: { studies: knowledge.studies.size, asOf: knowledge.studies.asOf },
  };
};
