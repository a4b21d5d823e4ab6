import type { Linked, Question } from '../domain/question.ts';
import { readFollowUp } from '../question/followUp.ts';
import { byPromise } from './headline.ts';
import { askedOf, gradeBodies, type Knowledge, labelOf } from './knowledge.ts';
import { findReferenced } from './studyAnswer.ts';
import { isSureEnough } from './view.ts';

/** Of an answer on what helps, the harms and doses of so many treatments are asked for. */
const MOST_TREATMENTS = 3;

const linkAll = (
  ids: readonly string[],
  concepts: ReadonlyMap<string, { label: string }>,
): Linked[] =>
  [...new Set(ids)].map((id) => {
    const label = labelOf(id, concepts);
    return { id, label, matched: label, score: 1 };
  });

/**
 * What an answered question was about, for a message that follows it: of one study, its treatments
 * and condition; of what helps a condition, the first treatments, where their harms or doses are
 * asked for next.
 */
export const topicOf = (question: Question, next: Question, knowledge: Knowledge): Question => {
  const { interventions, conditions } = knowledge;
  const wanted = readFollowUp(next).intent;
  if (question.intent === 'study' && question.reference !== null) {
    const [study] = findReferenced(question.reference, knowledge);
    if (!study || wanted === 'again') return question;
    return {
      ...question,
      intent: 'efficacy',
      reference: null,
      unknownTreatment: null,
      unknownExcluded: null,
      unknownCondition: null,
      interventions: linkAll(
        study.interventions.map(({ id }) => id),
        interventions,
      ),
      conditions: linkAll([study.population.condition], conditions),
    };
  }
  if (question.intent !== 'treatments' || (wanted !== 'safety' && wanted !== 'dose'))
    return question;
  const all = gradeBodies(askedOf(question), question.filters, knowledge);
  const shown = all.filter((body) => isSureEnough(body, knowledge.view));
  // Where the answer told of none, harms are told of those it would have told of.
  const bodies = (shown.length > 0 ? shown : all).toSorted(byPromise);
  const ids = bodies
    .map(({ intervention }) => intervention)
    .filter((id) => !question.excluded.some((left) => left.id === id));
  const first = [...new Set(ids)].slice(0, MOST_TREATMENTS);
  return {
    ...question,
    interventions: linkAll(first, interventions),
    excluded: [],
    unknownExcluded: null,
  };
};
