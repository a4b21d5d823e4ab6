import type { Answer } from '../domain/answer.ts';
import type { Intervention } from '../domain/concept.ts';
import type { EvidenceBody } from '../domain/evidence.ts';
import type { Filters, Question } from '../domain/question.ts';
import { hasFilters, NO_FILTERS } from '../question/filters.ts';
import { ANSWERED_FIRST } from '../question/risks.ts';
import { createDraft, finish } from './answerDraft.ts';
import { findCaveats } from './caveats.ts';
import { compareHeadline } from './compareHeadline.ts';
import { doseHeadline, doseNotes } from './doses.ts';
import { evidenceNotes } from './evidenceNotes.ts';
import {
  byPromise,
  byStrength,
  efficacyHeadline,
  isFavourable,
  leastCertainty,
  sharedVerdict,
  treatmentsHeadline,
  usesHeadline,
} from './headline.ts';
import {
  type Asked,
  askedOf,
  countStudies,
  gradeBodies,
  interventionsOf,
  isOrHas,
  type Knowledge,
} from './knowledge.ts';
import { riskNotes, seriousNotes } from './safetyNotes.ts';
import { sectionOf } from './sections.ts';
import { suggestQuestions } from './suggestions.ts';
import { listOf } from './words.ts';

/** An answer to a broad question shows so many bodies and says how many it leaves out. */
const MOST_SECTIONS = 12;
/** Of an answer about what helps, the harms of so many treatments are told. */
const MOST_PROMOTED = 2;

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

const headlineOf = (
  question: Question,
  bodies: readonly EvidenceBody[],
  knowledge: Knowledge,
): string => {
  const conditions = listOf(question.conditions.map(({ label }) => label));
  const treatments = question.interventions.map(({ label }) => label);
  switch (question.intent) {
    case 'treatments':
      return treatmentsHeadline(bodies, conditions, knowledge);
    case 'uses':
      return usesHeadline(bodies, treatments, knowledge);
    case 'compare':
      return compareHeadline(
        bodies,
        question.interventions.map(({ id }) => id),
        knowledge,
      );
    case 'dose':
      return doseHeadline(bodies, knowledge);
    default:
      return efficacyHeadline(bodies, knowledge);
  }
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

/** The treatments whose harms must not be left untold: those asked about, or found to help most. */
const promoted = (
  { intent, interventions }: Question,
  shown: readonly EvidenceBody[],
  knowledge: Knowledge,
): Intervention[] => {
  const helping = shown.filter(isFavourable).map(({ intervention }) => intervention);
  const best = [...new Set(helping)].slice(0, MOST_PROMOTED).map((id) => ({ id }));
  return interventionsOf(intent === 'treatments' ? best : interventions, knowledge);
};

/** A sentence as it goes on behind a colon; names of treatments keep their capital. */
const uncapitalised = (sentence: string): string =>
  sentence.replace(/^(?:The|No|Only|For|What|It|Results|Compared)\b/, (word) => word.toLowerCase());

/**
 * The answer from the bodies of evidence on what was asked; null where there is none.
 * A `treatments` answer takes the verdict of its strongest body, the one its headline names.
 */
export const evidenceAnswer = (question: Question, knowledge: Knowledge): Answer | null => {
  const asked = askedOf(question);
  const through = (filters: Filters): EvidenceBody[] => {
    const graded = gradeBodies(asked, filters, knowledge).filter(
      (body) => !isLeftOut(body, question, knowledge) && isOnOutcome(body, question),
    );
    return question.intent === 'compare' ? comparable(graded, asked) : graded;
  };
  const bodies = through(question.filters).toSorted(
    question.intent === 'treatments' ? byPromise : byStrength,
  );
  if (bodies.length === 0) return null;
  const shown = bodies.slice(0, MOST_SECTIONS);
  const draft = createDraft(question, knowledge);
  const safety = riskNotes(
    question.risks.filter((risk) => !ANSWERED_FIRST.includes(risk)),
    interventionsOf(question.interventions, knowledge),
    knowledge.interventions,
    draft.sources.citeFact,
  );
  const outcomes = new Set(question.outcomes.map(({ id }) => id));
  const sections = shown.map((body) =>
    sectionOf(body, {
      intent: question.intent,
      outcomes,
      knowledge,
      cite: draft.sources.cite,
    }),
  );
  const isBestOf = question.intent === 'treatments';
  const best = shown[0] as EvidenceBody;
  const isNarrowed = hasFilters(question.filters) || question.filters.population !== null;
  const unfiltered = isNarrowed ? through(NO_FILTERS) : bodies;
  const hidden = countStudies(unfiltered) - countStudies(bodies);
  const headline = headlineOf(question, bodies, knowledge);
  return finish(draft, {
    kind: 'evidence',
    // What passes a filter is not all there is: the sentence must not speak for the library.
    headline: hidden > 0 ? `Within your filter: ${uncapitalised(headline)}` : headline,
    verdict: isBestOf ? best.verdict : sharedVerdict(shown),
    certainty: isBestOf ? best.certainty : leastCertainty(shown),
    sections,
    caveats: findCaveats(shown, {
      ...knowledge,
      population: question.filters.population,
      cite: draft.sources.cite,
    }),
    safety: [
      ...safety,
      ...seriousNotes(
        promoted(question, shown, knowledge),
        knowledge.interventions,
        draft.sources.citeFact,
      ),
      ...(question.intent === 'dose' ? doseNotes(shown, draft) : []),
    ],
    suggestions: suggestQuestions(asked, true, knowledge, question.intent),
    notes: evidenceNotes(question, { bodies, shown, unfiltered, hidden }, knowledge),
  });
};
