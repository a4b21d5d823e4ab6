import { type Guideline, guidelineName } from '../domain/guideline.ts';
import type { StudyReference } from '../domain/question.ts';
import type { PublishedRating } from '../domain/study.ts';
import { foldText } from '../question/foldText.ts';
import { authorWords } from '../question/studyReference.ts';
import { type Knowledge, labelOf } from './knowledge.ts';

/** One rating of a guideline that bears on a body of evidence. */
export type GuidelineRating = { guideline: Guideline; rating: PublishedRating };

/** Those that the view has looked up, the newest first; drafts say nothing. */
const shownIn = ({ guidelines, view }: Knowledge): Guideline[] =>
  guidelines
    .filter(({ status }) => status === 'verified' || (status === 'secondary' && view.secondary))
    .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.id.localeCompare(b.id));

/**
 * What guidelines in force say of a treatment for a condition; where that is nothing, what they
 * say of a wider one. The newest first.
 */
export const ratingsOn = (
  intervention: string,
  condition: string,
  knowledge: Knowledge,
): GuidelineRating[] => {
  const inForce = shownIn(knowledge).filter(({ superseded_by }) => superseded_by === null);
  const about = (isRated: (condition: string) => boolean): GuidelineRating[] =>
    inForce.flatMap((guideline) =>
      guideline.ratings
        .filter((rating) => rating.intervention === intervention && isRated(rating.condition))
        .map((rating) => ({ guideline, rating })),
    );
  const own = about((rated) => rated === condition);
  const wider = knowledge.conditionKinds.broader(condition);
  return own.length > 0 ? own : about((rated) => wider.has(rated));
};

/**
 * "AAN 2016 guideline: Level A: should be offered."
 * @param condition the one it is shown for; said where the guideline rates a wider one.
 */
export const ratingText = (
  { guideline, rating }: GuidelineRating,
  condition: string,
  { conditions }: Knowledge,
): string => {
  const told = [
    ...(guideline.retired === null ? [] : ['since retired']),
    ...(guideline.status === 'secondary' ? ['known second-hand'] : []),
    ...(rating.condition === condition ? [] : [`said of ${labelOf(rating.condition, conditions)}`]),
  ];
  const aside = told.length === 0 ? '' : ` (${told.join('; ')})`;
  return `${guidelineName(guideline)} guideline${aside}: ${rating.rating}: ${rating.statement}`;
};

const isNamed = (guideline: Guideline, reference: StudyReference): boolean => {
  switch (reference.by) {
    case 'pmid':
      return guideline.ids.pmid === reference.pmid;
    case 'doi':
      return guideline.ids.doi?.toLowerCase() === reference.doi;
    case 'id':
      return guideline.id === reference.id;
    case 'author-year':
      return (
        authorWords(guideline).includes(reference.author) &&
        (reference.year === null || reference.year === guideline.year)
      );
    case 'title': {
      const words = new Set(foldText(guideline.title).split(' '));
      return foldText(reference.fragment)
        .split(' ')
        .every((word) => words.has(word));
    }
  }
};

/** The guidelines that a reference names, replaced ones too, the newest first. */
export const guidelinesNamed = (reference: StudyReference, knowledge: Knowledge): Guideline[] =>
  shownIn(knowledge).filter((guideline) => isNamed(guideline, reference));
