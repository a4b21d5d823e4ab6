import type { EvidenceBody } from '../domain/evidence.ts';
import type { Filters, Question } from '../domain/question.ts';
import { isAnimal, type Study } from '../domain/study.ts';
import { hasFilters, NO_FILTERS } from '../question/filters.ts';
import {
  type Asked,
  askedOf,
  countStudies,
  gradeBodies,
  isOrHas,
  type Knowledge,
} from './knowledge.ts';
import { isLookedUp, isSureEnough, wholeOf } from './view.ts';

/** For a comparison without a condition: what all of the treatments were studied for, if anything. */
const comparable = (bodies: EvidenceBody[], asked: Asked): EvidenceBody[] => {
  if (asked.conditions.length > 0) return bodies;
  const shared = bodies.filter(({ condition }) =>
    asked.interventions.every((id) =>
      bodies.some((body) => body.condition === condition && body.intervention === id),
    ),
  );
  return shared.length > 0 ? shared : bodies;
};

/** A treatment that the question asks to leave out, or a member of a class that it does. */
const isLeftOut = (
  { intervention }: EvidenceBody,
  { excluded }: Question,
  knowledge: Knowledge,
): boolean => excluded.some(({ id }) => isOrHas(id, intervention, knowledge));

/** Without a condition, an outcome is what is asked about: "gabapentin for sleep". */
const isOnOutcome = ({ people, animals }: EvidenceBody, question: Question): boolean =>
  question.conditions.length > 0 ||
  question.outcomes.length === 0 ||
  [...people, ...animals].some(({ findings }) =>
    findings.some(({ outcome }) => question.outcomes.some(({ id }) => id === outcome)),
  );

/** The bodies that answer a question, from the studies of some knowledge. */
const answering = (question: Question, filters: Filters, knowledge: Knowledge): EvidenceBody[] =>
  gradeBodies(askedOf(question), filters, knowledge).filter(
    (body) => !isLeftOut(body, question, knowledge) && isOnOutcome(body, question),
  );

const keyOf = ({ intervention, condition }: EvidenceBody): string => `${intervention} ${condition}`;

/** The studies that bodies rest on, each once. */
export const studiesIn = (bodies: readonly EvidenceBody[]): Study[] => [
  ...new Set(
    bodies.flatMap(({ people, animals }) => [...people, ...animals].map(({ study }) => study)),
  ),
];

export type Gathered = {
  /** All that answers the question, whatever the view. */
  whole: EvidenceBody[];
  /** Likewise, whatever the filters of the question. */
  unfiltered: EvidenceBody[];
  /** How many studies the filters hide. */
  hidden: number;
  /** What the view shows of it. */
  bodies: EvidenceBody[];
  /** What the view has not looked up. */
  leftOut: Study[];
  /** What is not sure enough for the view. */
  withheld: EvidenceBody[];
  /** Whether what the view does not show could say otherwise than what it shows. */
  isPartial: boolean;
};

/** What there is on a question, what its filters leave of it, and what the view shows of that. */
export const gatherBodies = (question: Question, knowledge: Knowledge): Gathered => {
  const { view } = knowledge;
  const asked = askedOf(question);
  const through = (filters: Filters): EvidenceBody[] => {
    const all = answering(question, filters, wholeOf(knowledge));
    return question.intent === 'compare' ? comparable(all, asked) : all;
  };
  const whole = through(question.filters);
  const isNarrowed = hasFilters(question.filters) || question.filters.population !== null;
  const unfiltered = isNarrowed ? through(NO_FILTERS) : whole;
  const leftOut = studiesIn(whole).filter((study) => !isLookedUp(study, view));
  const keys = new Set(whole.map(keyOf));
  const known =
    leftOut.length === 0
      ? whole
      : answering(question, question.filters, knowledge).filter((body) => keys.has(keyOf(body)));
  const bodies = known.filter((body) => isSureEnough(body, view));
  const withheld = known.filter((body) => !isSureEnough(body, view));
  return {
    whole,
    unfiltered,
    hidden: countStudies(unfiltered) - countStudies(whole),
    bodies,
    leftOut,
    withheld,
    // Studies in animals have no say in a body that has others.
    isPartial: bodies.length < whole.length || leftOut.some((study) => !isAnimal(study)),
  };
};
