import type { Answer, AnswerSection } from '../domain/answer.ts';
import { type Guideline, guidelineName } from '../domain/guideline.ts';
import { efficacyText } from '../question/questionTexts.ts';
import { type Draft, finish } from './answerDraft.ts';
import { type Knowledge, labelOf } from './knowledge.ts';
import { capitalise, countOf, listOf } from './words.ts';

const MOST_SUGGESTIONS = 3;

/** A section without studies of its own: nothing is graded. */
const UNGRADED = {
  verdict: 'no-evidence',
  certainty: null,
  tally: { improved: 0, noDifference: 0, worsened: 0, mixed: 0, participants: 0 },
  shares: { improved: 0, noDifference: 0, worsened: 0, mixed: 0 },
} as const satisfies Partial<AnswerSection>;

const headlineOf = (guideline: Guideline): string => {
  const { organisations, ratings, superseded_by, retired, status } = guideline;
  return [
    `${guidelineName(guideline)}: a guideline of the ${listOf(organisations.map(({ name }) => name))}, with ${countOf(ratings.length, 'rating')} on record. It recommends; it is no study.`,
    ...(superseded_by === null ? [] : ['A newer one has replaced it.']),
    ...(retired === null ? [] : ['Its publisher has since retired it.']),
    ...(status === 'secondary' ? ['Known here only second-hand.'] : []),
  ].join(' ');
};

/** The answer to a question about a guideline: what it rates, how, and what our studies are asked by. */
export const guidelineAnswer = (
  draft: Draft,
  guideline: Guideline,
  { interventions, conditions }: Knowledge,
): Answer => {
  const cited = draft.sources.citeGuideline(guideline);
  const sections = guideline.ratings.map(
    ({ intervention, condition, rating, statement }): AnswerSection => ({
      ...UNGRADED,
      reasons: [],
      findings: [],
      intervention,
      condition,
      title: `${capitalise(labelOf(intervention, interventions))} for ${labelOf(condition, conditions)}`,
      statement: 'What this guideline says; ask about it to see the studies.',
      published: [{ rating: `${rating}: ${statement}`, citation: cited }],
    }),
  );
  return finish(draft, {
    kind: 'study',
    headline: headlineOf(guideline),
    sections,
    suggestions: guideline.ratings
      .slice(0, MOST_SUGGESTIONS)
      .map(({ intervention, condition }) =>
        efficacyText(labelOf(intervention, interventions), labelOf(condition, conditions)),
      ),
    notes: [
      `Title: ${guideline.title}`,
      ...guideline.limitations.map((limitation) => `Limitation: ${limitation}.`),
      ...guideline.discrepancies.map((discrepancy) => `Sources disagree: ${discrepancy}`),
    ],
  });
};
