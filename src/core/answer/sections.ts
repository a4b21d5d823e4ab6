import type { AnswerFinding, AnswerSection } from '../domain/answer.ts';
import type { EvidenceBody, StudyResult } from '../domain/evidence.ts';
import type { Intent } from '../domain/question.ts';
import { isReview, type Study } from '../domain/study.ts';
import { findingText } from './findingText.ts';
import { ratingsOn, ratingText } from './guidelines.ts';
import { type Knowledge, labelOf } from './knowledge.ts';
import type { SourceList } from './sourceList.ts';
import { statementOf } from './statement.ts';
import { capitalise } from './words.ts';

type SectionContext = {
  intent: Intent;
  outcomes: ReadonlySet<string>;
  knowledge: Knowledge;
  sources: Pick<SourceList, 'cite' | 'citeGuideline'>;
  /** Whether what guidelines say of the treatment is shown beside the rating. */
  withGuidelines: boolean;
};

/** A share to three places: a figure that can be redone by hand. */
const rounded = (share: number): number => Math.round(1000 * share) / 1000;

const kindOf = (study: Study): AnswerFinding['kind'] =>
  study.population.species !== 'human' ? 'animals' : isReview(study) ? 'review' : 'people';

/** One body of evidence as a section of the answer, its studies cited in the order shown. */
export const sectionOf = (body: EvidenceBody, context: SectionContext): AnswerSection => {
  const { intent, outcomes, knowledge, withGuidelines } = context;
  const { cite, citeGuideline } = context.sources;
  const { people, animals, shares } = body;
  const intervention = labelOf(body.intervention, knowledge.interventions);
  const condition = labelOf(body.condition, knowledge.conditions);
  const all = people.reduce((total, { weight }) => total + weight, 0);
  const toFinding = ({
    study,
    findings,
    direction,
    participants,
    weight,
    setAside,
  }: StudyResult) => ({
    studyId: study.id,
    citation: cite(study),
    text: findingText(study, findings, body.intervention, intent, outcomes),
    direction,
    kind: kindOf(study),
    design: study.design,
    participants,
    share: all === 0 ? 0 : rounded(weight / all),
    setAside,
  });
  const findings = [...people, ...animals].map(toFinding);
  const ofReviews = people.flatMap(({ study }) =>
    study.published_ratings
      .filter(
        (rating) =>
          rating.intervention === body.intervention && rating.condition === body.condition,
      )
      .map(({ rating, system, statement }) => ({
        rating: `${rating}${system === 'other' ? '' : ` (${system})`}: ${statement}`,
        citation: cite(study),
      })),
  );
  const ofGuidelines = withGuidelines
    ? ratingsOn(body.intervention, body.condition, knowledge).map((said) => ({
        rating: ratingText(said, body.condition, knowledge),
        citation: citeGuideline(said.guideline),
      }))
    : [];
  return {
    intervention: body.intervention,
    condition: body.condition,
    title: `${capitalise(intervention)} for ${condition}`,
    statement: `${statementOf(body, intervention, condition)}.`,
    verdict: body.verdict,
    certainty: body.certainty,
    reasons: body.reasons,
    tally: body.tally,
    shares: {
      improved: rounded(shares.improved),
      noDifference: rounded(shares['no-difference']),
      worsened: rounded(shares.worsened),
      mixed: rounded(shares.mixed),
    },
    findings,
    published: [...ofReviews, ...ofGuidelines],
  };
};
