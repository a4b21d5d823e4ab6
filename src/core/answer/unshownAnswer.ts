import type { Answer, Note } from '../domain/answer.ts';
import type { EvidenceBody } from '../domain/evidence.ts';
import type { Study } from '../domain/study.ts';
import { type Draft, finish } from './answerDraft.ts';
import { askedOf } from './knowledge.ts';
import { subjectOf } from './subject.ts';
import { suggestQuestions } from './suggestions.ts';
import { leftOutNotes, withheldNotes } from './view.ts';
import { listOf } from './words.ts';

/**
 * The answer where there is something, and a server shows none of it: that it is there, and
 * nothing of what it says.
 * @param isNot what this is no evidence of: "that it does not work".
 */
export const unshownAnswer = (
  draft: Draft,
  {
    leftOut,
    withheld = [],
    safety = [],
  }: { leftOut: readonly Study[]; withheld?: readonly EvidenceBody[]; safety?: Note[] },
  isNot = 'that it does not work',
): Answer => {
  const { question, knowledge } = draft;
  const { view } = knowledge;
  const subject = subjectOf(question) || listOf(question.outcomes.map(({ label }) => label));
  return finish(draft, {
    kind: 'no-evidence',
    headline: `What this library holds on ${subject || 'this'} is not shown in this server. That is not evidence ${isNot}.`,
    safety,
    suggestions: suggestQuestions(askedOf(question), false, knowledge, question.intent),
    notes: [...leftOutNotes(leftOut, view), ...withheldNotes(withheld, view)],
    withheld: { records: leftOut.length, results: withheld.length },
  });
};
