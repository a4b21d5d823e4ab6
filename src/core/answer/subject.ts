import type { Question } from '../domain/question.ts';
import { listOf } from './words.ts';

type Named = Pick<
  Question,
  'interventions' | 'conditions' | 'outcomes' | 'unknownTreatment' | 'unknownCondition'
>;

/** The treatments and the conditions of a question, in words; nothing where it names none. */
export const subjectParts = (question: Named): { treatment: string; illness: string } => {
  const { interventions, conditions, unknownTreatment, unknownCondition } = question;
  const labels = (linked: readonly { label: string }[]) => listOf(linked.map(({ label }) => label));
  return {
    treatment: interventions.length > 0 ? labels(interventions) : (unknownTreatment ?? ''),
    illness: conditions.length > 0 ? labels(conditions) : (unknownCondition ?? ''),
  };
};

/** What a question is about: "gabapentin for hemifacial spasm". */
export const subjectOf = (question: Named): string => {
  const { treatment, illness } = subjectParts(question);
  return [treatment, illness && `${treatment ? 'for ' : ''}${illness}`].filter(Boolean).join(' ');
};
