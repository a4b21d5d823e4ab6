import type { Note } from '../domain/answer.ts';
import type { Condition, Intervention, Outcome } from '../domain/concept.ts';
import type { EvidenceBody, StudyResult } from '../domain/evidence.ts';
import type { Filters } from '../domain/question.ts';
import { givenIn, isReview, type Study } from '../domain/study.ts';
import { VERY_FEW_PEOPLE } from '../grading/imprecision.ts';
import { isOtherPopulation, isShort, isSurrogateOnly } from '../grading/indirectness.ts';
import { listFirst, listOf, shortName } from './words.ts';

type CaveatContext = {
  conditions: ReadonlyMap<string, Condition>;
  interventions: ReadonlyMap<string, Intervention>;
  outcomes: ReadonlyMap<string, Outcome>;
  population: Filters['population'];
  /** The year that evidence is old from: the library's own, not the clock's. */
  thisYear: number;
  cite: (study: Study) => number;
};

/** A study of fewer people than this is small by itself. Our own cut. */
const SMALL_STUDY = 30;
/** A body whose newest study is older than this is old. Our own cut. */
const OLD_YEARS = 15;
/** A caveat that holds in more places than these counts them. */
const MOST_PLACES = 3;
/** A caveat that is on more studies than these names the first of them; it cites all. */
const MOST_NAMED = 3;

type Rule = {
  code: string;
  text: string | ((studies: readonly Study[], where: string) => string);
  /** The studies of a body that earn the caveat. */
  studies: (body: EvidenceBody, context: CaveatContext) => StudyResult[];
};

const counted = (body: EvidenceBody): StudyResult[] =>
  body.people.filter(({ setAside }) => setAside === null);

const namesOf = (studies: readonly Study[]): string =>
  listFirst([...new Set(studies.map(shortName))], MOST_NAMED);

const isContrary = ({ direction }: StudyResult): boolean =>
  direction === 'no-difference' || direction === 'worsened';

const isOutsideDose = (study: Study, body: EvidenceBody, context: CaveatContext): boolean => {
  const usual = context.interventions.get(body.intervention)?.usual_dose?.dose;
  const given = givenIn(study, body.intervention)?.dose;
  if (!usual || !given || usual.unit !== given.unit) return false;
  const above = usual.max !== null && (given.max ?? given.min ?? 0) > usual.max;
  const below = usual.min !== null && (given.max ?? Number.POSITIVE_INFINITY) < usual.min;
  return above || below;
};

/** A favourable review that is older than a negative trial cannot know it. */
const outdatedReviews = (body: EvidenceBody): StudyResult[] =>
  body.people.filter(({ study, direction }) => isReview(study) && direction === 'improved');

const omittedTrials = (body: EvidenceBody): StudyResult[] =>
  counted(body).filter(
    (result) =>
      isContrary(result) &&
      !isReview(result.study) &&
      (result.study.omitted_from.length > 0 ||
        outdatedReviews(body).some(({ study }) => (study.year ?? 0) < (result.study.year ?? 0))),
  );

const RULES: readonly Rule[] = [
  {
    code: 'retracted',
    text: 'A study was retracted; it is shown and does not count.',
    studies: ({ people, animals }) =>
      [...people, ...animals].filter(({ study }) => study.retraction !== null),
  },
  {
    code: 'no-control-group',
    text: 'No control group: nobody knows how many would have got better anyway.',
    studies: (body) =>
      counted(body).filter(({ study, uncontrolled }) => !isReview(study) && uncontrolled),
  },
  {
    code: 'not-blinded',
    text: 'Not double blind: people or raters knew the treatment, and expectation can look like effect.',
    studies: (body) =>
      counted(body).filter(
        ({ study }) =>
          !isReview(study) && (study.blinding === 'none' || study.blinding === 'single'),
      ),
  },
  {
    code: 'small-sample',
    text: 'Few people: chance alone can make such a result.',
    studies: (body) => {
      const small = counted(body).filter(
        ({ participants: n }) => n !== null && n > 1 && n < SMALL_STUDY,
      );
      if (small.length > 0) return small;
      return body.tally.participants > 0 && body.tally.participants < VERY_FEW_PEOPLE
        ? counted(body).filter(({ study }) => study.design !== 'case-report')
        : [];
    },
  },
  {
    code: 'single-case',
    text: 'One person only: a story, not a measure of how often it works.',
    studies: (body) =>
      counted(body).filter(
        ({ study, participants }) => study.design === 'case-report' || participants === 1,
      ),
  },
  {
    code: 'short-exposure',
    text: 'Treatment lasted a week at most; this says little about months of use.',
    studies: (body, { conditions }) => {
      const condition = conditions.get(body.condition);
      return condition
        ? counted(body).filter((result) => isShort(result, body.intervention, condition))
        : [];
    },
  },
  {
    code: 'surrogate-outcome',
    text: 'Measured signs in the laboratory, not what people feel or can do.',
    studies: (body, { outcomes }) =>
      counted(body).filter((result) => isSurrogateOnly(result, outcomes)),
  },
  {
    code: 'dose-outside-usual-range',
    text: 'The dose studied lies outside the labelled range.',
    studies: (body, context) =>
      counted(body).filter(({ study }) => isOutsideDose(study, body, context)),
  },
  {
    code: 'conflicting-studies',
    text: 'Studies disagree: some found benefit, others found none.',
    studies: (body) => {
      // What counts has a direction: a study without one is set aside.
      const told = counted(body);
      const hasBenefit = told.some(({ direction }) => direction === 'improved');
      const against = told.filter((result) => isContrary(result) || result.direction === 'mixed');
      return hasBenefit && against.length > 0 ? told : [];
    },
  },
  {
    code: 'negative-trial-omitted-elsewhere',
    text: (studies) =>
      `${namesOf(studies)} found no benefit; favourable summaries leave ${studies.length === 1 ? 'it' : 'them'} out or are older.`,
    studies: omittedTrials,
  },
  {
    code: 'animal-only',
    text: (_, where) =>
      `Tested in animals only${where}. What works in animals often does not in people.`,
    studies: ({ people, animals }) => (people.length === 0 ? animals : []),
  },
  {
    code: 'secondary-source',
    text: 'Known only from somebody’s summary of the study, not from the study itself.',
    studies: ({ people, animals }) =>
      [...people, ...animals].filter(({ study }) => study.status === 'secondary'),
  },
  {
    code: 'old-evidence',
    text: (_, where) => `The newest study that counts${where} is more than ${OLD_YEARS} years old.`,
    studies: (body, { thisYear }) => {
      const known = counted(body);
      const newest = Math.max(...known.map(({ study }) => study.year ?? 0));
      return known.length > 0 && newest > 0 && thisYear - newest > OLD_YEARS
        ? known.filter(({ study }) => study.year === newest)
        : [];
    },
  },
  {
    code: 'population-differs',
    text: 'The people studied differ from those asked about, or have several conditions mixed.',
    studies: (body, { population }) =>
      counted(body).filter(
        ({ study }) =>
          isOtherPopulation(study, population) ||
          (!isReview(study) && study.population.other_conditions.length > 0) ||
          (population === null && study.population.age === 'children'),
      ),
  },
  {
    code: 'industry-funding',
    text: 'Paid for, or written, by a company that sells the treatment or has a stake in it.',
    studies: (body) =>
      counted(body).filter(
        ({ study }) => study.funding?.kind === 'industry' || study.funding?.kind === 'mixed',
      ),
  },
  {
    code: 'sources-disagree',
    text: (studies) =>
      `Sources disagree on figures of some studies: ${namesOf(studies)}. The records say where.`,
    studies: ({ people, animals }) =>
      [...people, ...animals].filter(({ study }) => study.discrepancies.length > 0),
  },
  {
    code: 'overlapping-participants',
    text: 'Some of these studies may share participants; shared ones are counted once.',
    studies: ({ people }) => {
      const ids = new Set(people.map(({ study }) => study.id));
      return people.filter(({ study }) => study.overlaps.some((id) => ids.has(id)));
    },
  },
];

/** Where a caveat holds, if not for every body of the answer: " for hemifacial spasm". */
const placeOf = (
  earning: readonly EvidenceBody[],
  bodies: readonly EvidenceBody[],
  { conditions, interventions }: CaveatContext,
): string => {
  if (earning.length === bodies.length) return '';
  const isOneTreatment = new Set(bodies.map(({ intervention }) => intervention)).size === 1;
  const isOneIllness = new Set(bodies.map(({ condition }) => condition)).size === 1;
  if (earning.length > MOST_PLACES) {
    const what = isOneTreatment ? 'conditions' : isOneIllness ? 'treatments' : 'uses';
    return ` for ${earning.length} of the ${bodies.length} ${what} shown`;
  }
  const places = earning.map(({ intervention, condition }) => {
    const illness = conditions.get(condition)?.label ?? condition;
    const treatment = interventions.get(intervention)?.label ?? intervention;
    return isOneTreatment ? illness : `${treatment} in ${illness}`;
  });
  return ` for ${listOf(places)}`;
};

/** Every caveat that a study of the bodies earns, in the order of their weight, with citations. */
export const findCaveats = (bodies: readonly EvidenceBody[], context: CaveatContext): Note[] =>
  RULES.flatMap(({ code, text, studies }) => {
    const earned = bodies.map((body) => ({ body, results: studies(body, context) }));
    const earning = earned.filter(({ results }) => results.length > 0);
    if (earning.length === 0) return [];
    const distinct = new Map(
      earning.flatMap(({ results }) => results).map(({ study }) => [study.id, study]),
    );
    const where = placeOf(
      earning.map(({ body }) => body),
      bodies,
      context,
    );
    return [
      {
        code,
        text: typeof text === 'string' ? text : text([...distinct.values()], where),
        citations: [...distinct.values()].map(context.cite).sort((a, b) => a - b),
      },
    ];
  });
