import type { Certainty, EvidenceBody } from '../domain/evidence.ts';
import type { StudyLookup } from '../domain/library.ts';
import { isAnimal, type Study } from '../domain/study.ts';
import { LEVELS } from '../grading/publishedRating.ts';
import type { Settings } from '../settings/settings.ts';
import type { Knowledge } from './knowledge.ts';
import { countOf, listOf } from './words.ts';

/** What a server lets answers show of the library. Safety and emergencies are shown in any. */
export type View = {
  /** Whether studies in animals are looked up. */
  animals: boolean;
  /** Whether records known only from somebody's summary are looked up. */
  secondary: boolean;
  /** Bodies less sure than this are withheld. */
  leastCertainty: Certainty;
};

/** Everything that the library holds. */
export const WHOLE_VIEW: View = { animals: true, secondary: true, leastCertainty: 'very-low' };

/** The view that the settings of a server make. */
export const viewOf = (
  settings: Pick<Settings, 'animals' | 'secondary' | 'least-certainty'>,
): View => ({
  animals: settings.animals,
  secondary: settings.secondary,
  leastCertainty: settings['least-certainty'],
});

/** Whether a view has the studies of this kind looked up. */
export const isLookedUp = (study: Study, { animals, secondary }: View): boolean =>
  (animals || !isAnimal(study)) && (secondary || study.status !== 'secondary');

/** Whether a body is sure enough to be shown; one without a rating is where all are. */
export const isSureEnough = (
  { certainty }: Pick<EvidenceBody, 'certainty'>,
  { leastCertainty }: View,
): boolean =>
  leastCertainty === 'very-low' ||
  (certainty !== null && LEVELS.indexOf(certainty) >= LEVELS.indexOf(leastCertainty));

const narrow = (studies: StudyLookup, isIn: (study: Study) => boolean): StudyLookup => {
  const only = (study: Study | undefined) => (study && isIn(study) ? study : undefined);
  return {
    // What the library holds is told as it is.
    size: studies.size,
    asOf: studies.asOf,
    bearingOn: (...asked) => studies.bearingOn(...asked).filter(isIn),
    byId: (id) => only(studies.byId(id)),
    byPmid: (pmid) => only(studies.byPmid(pmid)),
    byDoi: (doi) => only(studies.byDoi(doi)),
    byAuthor: (...author) => studies.byAuthor(...author).filter(isIn),
    byTitle: (fragment) => studies.byTitle(fragment).filter(isIn),
  };
};

/** The same knowledge with all studies. */
export const wholeOf = (knowledge: Knowledge): Knowledge => ({
  ...knowledge,
  studies: knowledge.whole,
  view: WHOLE_VIEW,
});

/** The same knowledge, its studies as a view has them. */
export const narrowKnowledge = (knowledge: Knowledge, view: View): Knowledge => ({
  ...knowledge,
  studies: narrow(knowledge.whole, (study) => isLookedUp(study, view)),
  view,
});

/**
 * The kinds of the records that a view leaves out: "2 animal studies and 1 second-hand record".
 * @param studies none of which the view has looked up.
 */
const kindsOf = (studies: readonly Study[], { animals }: View): string => {
  const inAnimals = animals ? [] : studies.filter(isAnimal);
  const others = studies.length - inAnimals.length;
  return listOf([
    ...(inAnimals.length > 0 ? [countOf(inAnimals.length, 'animal study', 'animal studies')] : []),
    ...(others > 0 ? [countOf(others, 'second-hand record')] : []),
  ]);
};

/** How many records a view leaves out of an answer, and of what kind; nothing where it is none. */
export const leftOutNotes = (
  studies: readonly Study[],
  view: View,
  what = 'on this question',
): string[] =>
  studies.length === 0 ? [] : [`This server leaves out ${kindsOf(studies, view)} ${what}.`];

/** How many results a view withholds, and how sure they are; nothing where it is none. */
export const withheldNotes = (
  bodies: readonly Pick<EvidenceBody, 'certainty'>[],
  { leastCertainty }: View,
): string[] => {
  if (bodies.length === 0) return [];
  const levels = [...LEVELS].reverse().map((level) => {
    const n = bodies.filter(({ certainty }) => certainty === level).length;
    return n === 0 ? null : `${n} ${level.replace('-', ' ')}`;
  });
  const unrated = bodies.filter(({ certainty }) => certainty === null).length;
  const told = [...levels, unrated === 0 ? null : `${unrated} not rated`].filter(Boolean);
  const least = leastCertainty.replace('-', ' ');
  return [
    `${countOf(bodies.length, 'result')} below ${least} certainty ${bodies.length === 1 ? 'is' : 'are'} not shown in this server (${told.join(', ')}).`,
  ];
};
