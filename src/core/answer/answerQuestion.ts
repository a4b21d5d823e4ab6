import type { Answer } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import { evidenceAnswer } from './evidenceAnswer.ts';
import type { Knowledge } from './knowledge.ts';
import { noEvidenceAnswer } from './noEvidenceAnswer.ts';
import {
  clarifyAnswer,
  EXAMPLES,
  helpAnswer,
  notTreatmentAnswer,
  outOfScopeAnswer,
} from './plainAnswers.ts';
import {
  harmsAnswer,
  isRiskFirst,
  relevantRisks,
  riskAnswer,
  withConditionRisks,
} from './safetyAnswer.ts';
import { studyAnswer } from './studyAnswer.ts';
import { whichAnswer } from './whichAnswer.ts';
import { listOf } from './words.ts';

/** A question about treatment that does not say which, or of what: "does it help?". */
const needsSubject = ({ text, isQuestion, outcomes }: Question): boolean =>
  isQuestion &&
  ((outcomes.length > 0 && /\b(?:help|improve|treat|better|reliev|reduc|lower)/i.test(text)) ||
    /\b(?:it|this|that|them|these|those)\b.*\b(?:help|helps|work|works|safe|treat|side effects?|dose)\b|\b(?:side effects?|dose|dosage|works?|helps?) (?:of |for )?(?:it|this|that|them)\b|\b(?:side effects?|dosage)\b/i.test(
      text,
    ));

const clarify = (question: Question, knowledge: Knowledge): Answer | null => {
  if (question.ambiguous)
    return clarifyAnswer(
      question,
      knowledge,
      `“${question.ambiguous.from}” could be ${listOf(question.ambiguous.to, 'or')}. Which do you mean?`,
      question.ambiguous.to,
    );
  if (needsSubject(question))
    return clarifyAnswer(
      question,
      knowledge,
      'Which treatment, and for which condition? For example: “gabapentin hemifacial spasm”.',
      [...EXAMPLES],
    );
  return null;
};

/** A treatment named with nothing but a harm: "pramipexole augmentation". */
const asksForHarm = ({ intent, outcomes }: Question, knowledge: Knowledge): boolean =>
  intent === 'uses' &&
  outcomes.length > 0 &&
  outcomes.every(({ id }) => knowledge.outcomes.get(id)?.harm);

/**
 * The answer to a parsed question: pure, and the same for the same question and library.
 * Dangers come first; then what was asked; then an honest "nothing here".
 */
export const answerQuestion = (parsed: Question, knowledge: Knowledge): Answer => {
  const asked = {
    ...parsed,
    intent: asksForHarm(parsed, knowledge) ? ('safety' as const) : parsed.intent,
    risks: relevantRisks(parsed, knowledge),
  };
  if (isRiskFirst(asked)) return riskAnswer(asked, knowledge);
  const question = withConditionRisks(asked, knowledge);
  if (question.intent === 'help') return helpAnswer(question, knowledge);
  if (question.intent === 'study') return studyAnswer(question, knowledge);
  if (question.intent === 'out-of-scope') {
    const isNamed = question.interventions.length + question.conditions.length > 0;
    return (isNamed ? null : clarify(question, knowledge)) ?? outOfScopeAnswer(question, knowledge);
  }
  if (question.isNotTreatment) return notTreatmentAnswer(question, knowledge);
  if (question.unknownTreatment !== null)
    return question.ambiguous
      ? (clarify(question, knowledge) as Answer)
      : noEvidenceAnswer(question, knowledge);
  if (question.unknownCondition !== null && question.intent !== 'safety')
    return noEvidenceAnswer(question, knowledge);
  if (question.intent === 'safety')
    return harmsAnswer(question, knowledge) ?? noEvidenceAnswer(question, knowledge);
  const which = whichAnswer(question, knowledge);
  if (which !== null && 'kind' in which) return which;
  const meant = which ?? question;
  return evidenceAnswer(meant, knowledge) ?? noEvidenceAnswer(meant, knowledge);
};
