import type { Answer } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import { createDraft, finish } from './answerDraft.ts';
import { askedOf, type Knowledge } from './knowledge.ts';
import { suggestQuestions } from './suggestions.ts';

/** Questions that show what can be asked; a test makes sure that each has an answer. */
export const EXAMPLES: readonly string[] = [
  'gabapentin hemifacial spasm',
  'what helps nocturnal leg cramps',
  'baclofen or tizanidine for MS spasticity',
  'side effects of gabapentin',
];

export const helpAnswer = (question: Question, knowledge: Knowledge): Answer =>
  finish(createDraft(question, knowledge), {
    kind: 'help',
    headline:
      'Ask whether a treatment helps a condition. Caveat answers from study records: what was found, how sure one can be and why, the caveats, the sources.',
    suggestions: [...EXAMPLES],
    notes: [
      'Ask “X for Y”, “what helps Y”, “what is X studied for”, “X or Y for Z”, “side effects of X”, “what dose of X was studied for Y”, or name a study: “Bandini 1999”, a PMID, a DOI.',
      'Narrow it: “randomised trials only”, “double blind”, “human studies”, “since 2015”, “children”.',
      'Evidence, not medical advice: Caveat never says what anyone should take.',
    ],
  });

export const outOfScopeAnswer = (question: Question, knowledge: Knowledge): Answer =>
  finish(createDraft(question, knowledge), {
    kind: 'out-of-scope',
    headline:
      'This names no condition or treatment that Caveat knows. It answers questions such as “gabapentin hemifacial spasm”.',
    suggestions: [...EXAMPLES],
  });

/** Causes, signs and outlook are no business of study records on treatments. */
export const notTreatmentAnswer = (question: Question, knowledge: Knowledge): Answer => {
  const [condition] = question.conditions.map(({ label }) => label);
  return finish(createDraft(question, knowledge), {
    kind: 'out-of-scope',
    headline: `Caveat holds what studies found of treatments, not what ${condition} is, what causes it or how it goes on.`,
    suggestions: suggestQuestions(askedOf(question), false, knowledge),
  });
};

export const clarifyAnswer = (
  question: Question,
  knowledge: Knowledge,
  headline: string,
  suggestions: string[],
): Answer => finish(createDraft(question, knowledge), { kind: 'clarify', headline, suggestions });
