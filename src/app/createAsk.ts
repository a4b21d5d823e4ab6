import { answerQuestion } from '../core/answer/answerQuestion.ts';
import { createKnowledge } from '../core/answer/knowledge.ts';
import type { Answer } from '../core/domain/answer.ts';
import type { Library } from '../core/domain/library.ts';
import type { Language } from '../core/question/linkConcepts.ts';
import { createQuestionParser } from '../core/question/parseQuestion.ts';
import type { StudyIndex } from '../ports/studyIndex.ts';

/** The use case: a person's text in, an answer out. Never throws for any text. */
export type Ask = (text: string) => Answer;

export type AskDeps = { library: Library; index: StudyIndex; language: Language };

/** Wires the parser and the answers over one library. */
export const createAsk = ({ library, index, language }: AskDeps): Ask => {
  const knowledge = createKnowledge(library, index);
  const parse = createQuestionParser(library, language, knowledge.thisYear);
  return (text) => answerQuestion(parse(text), knowledge);
};
