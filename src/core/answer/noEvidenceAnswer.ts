import type { Answer } from '../domain/answer.ts';
import type { Question } from '../domain/question.ts';
import type { PublishedRating } from '../domain/study.ts';
import { hasFilters, NO_FILTERS } from '../question/filters.ts';
import { withKinds } from '../retrieval/findBodies.ts';
import { createDraft, finish } from './answerDraft.ts';
import { ratingsOn, ratingText } from './guidelines.ts';
import {
  askedOf,
  bodiesOn,
  countStudies,
  gradeBodies,
  interventionsOf,
  type Knowledge,
  labelOf,
} from './knowledge.ts';
import { riskNotes } from './safetyNotes.ts';
import type { SourceList } from './sourceList.ts';
import { subjectOf, subjectParts } from './subject.ts';
import { suggestQuestions } from './suggestions.ts';
import { wholeOf } from './view.ts';
import { capitalise, countOf, listFirst, listOf, wasOrWere } from './words.ts';

const MOST_NEAR = 5;

/** What the library does hold near the question, in one sentence. */
const nearby = (question: Question, knowledge: Knowledge): string[] => {
  const { interventions, conditions } = askedOf(question);
  const forIt =
    conditions.length === 0 ? [] : bodiesOn({ interventions: [], conditions }, knowledge);
  const ofIt =
    interventions.length === 0 ? [] : bodiesOn({ interventions, conditions: [] }, knowledge);
  const treatments = [
    ...new Set(forIt.map(({ intervention }) => labelOf(intervention, knowledge.interventions))),
  ];
  const illnesses = [
    ...new Set(ofIt.map(({ condition }) => labelOf(condition, knowledge.conditions))),
  ];
  const studied = question.interventions.map(({ label }) => label);
  return [
    ...(treatments.length > 0
      ? [
          `For ${listOf(question.conditions.map(({ label }) => label))} there are studies of ${listFirst(treatments, MOST_NEAR)}.`,
        ]
      : []),
    ...(illnesses.length > 0
      ? [
          `${capitalise(listOf(studied))} ${wasOrWere(studied)} studied for ${listFirst(illnesses, MOST_NEAR)}.`,
        ]
      : []),
  ];
};

/** What guidelines say where no study is: of each treatment asked about, for each condition and its kinds. */
const guidelineNotes = (
  question: Question,
  knowledge: Knowledge,
  { citeGuideline }: SourceList,
) => {
  const asked = question.conditions.flatMap(({ id }) => withKinds(id, knowledge.conditionKinds));
  const told = new Set<PublishedRating>();
  return question.interventions.flatMap((treatment) =>
    asked.flatMap((condition) =>
      ratingsOn(treatment.id, condition, knowledge)
        .filter(({ rating }) => !told.has(rating))
        .map((said) => {
          told.add(said.rating);
          const illness = labelOf(condition, knowledge.conditions);
          return {
            code: 'guideline',
            text: `No study record on ${treatment.label} for ${illness}, but a rating: ${ratingText(said, condition, knowledge)}`,
            citations: [citeGuideline(said.guideline)],
          };
        }),
    ),
  );
};

const labelsIn = (linked: readonly { label: string }[], link = 'and'): string =>
  listOf(
    linked.map(({ label }) => label),
    link,
  );

/** What was looked for and not found: not more than that, as there may be other records on it. */
const soughtOf = (question: Question): string => {
  const { excluded, outcomes, conditions, interventions } = question;
  const subject = subjectOf(question);
  if (excluded.length > 0) return `${subject} with anything but ${labelsIn(excluded)}`;
  const isOnOutcome = interventions.length > 0 && conditions.length === 0 && outcomes.length > 0;
  return isOnOutcome && question.unknownCondition === null
    ? `${subject} that tell of ${labelsIn(outcomes, 'or')}`
    : subject;
};

/** "No evidence" is an answer: what was not found, that this is no "no effect", and what is near. */
export const noEvidenceAnswer = (question: Question, knowledge: Knowledge): Answer => {
  const draft = createDraft(question, knowledge);
  const asked = askedOf(question);
  const { treatment, illness } = subjectParts(question);
  const subject = soughtOf(question);
  const hidden =
    hasFilters(question.filters) &&
    question.unknownTreatment === null &&
    question.unknownCondition === null
      ? countStudies(gradeBodies(asked, NO_FILTERS, wholeOf(knowledge)))
      : 0;
  return finish(draft, {
    kind: 'no-evidence',
    headline:
      hidden > 0
        ? `No study record on ${subject} passes your filter; ${countOf(hidden, 'study', 'studies')} without it.`
        : `No study records on ${subject} in this library. That is not evidence that it does not work.`,
    // Where a filter alone hides the studies, "no study record, but a rating" would be untrue.
    caveats: hidden > 0 ? [] : guidelineNotes(question, knowledge, draft.sources),
    safety: riskNotes(
      question.risks,
      interventionsOf(question.interventions, knowledge),
      knowledge.interventions,
      draft.sources.citeFact,
    ),
    suggestions:
      hidden > 0
        ? [`${treatment ?? 'what helps'} ${treatment && illness ? 'for ' : ''}${illness}`.trim()]
        : suggestQuestions(asked, false, knowledge),
    notes: nearby(question, knowledge),
  });
};
