import type { Answer } from '../domain/answer.ts';
import type { Intervention } from '../domain/concept.ts';
import type { EvidenceBody } from '../domain/evidence.ts';
import type { Question } from '../domain/question.ts';
import { ANSWERED_FIRST } from '../question/risks.ts';
import { createDraft, finish } from './answerDraft.ts';
import { findCaveats } from './caveats.ts';
import { compareHeadline } from './compareHeadline.ts';
import { doseHeadline, doseNotes } from './doses.ts';
import { evidenceNotes } from './evidenceNotes.ts';
import { type Gathered, gatherBodies } from './gatherBodies.ts';
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
import { askedOf, interventionsOf, type Knowledge } from './knowledge.ts';
import { riskNotes, seriousNotes } from './safetyNotes.ts';
import { sectionOf } from './sections.ts';
import { suggestQuestions } from './suggestions.ts';
import { unshownAnswer } from './unshownAnswer.ts';
import { leftOutNotes, withheldNotes } from './view.ts';
import { listOf } from './words.ts';

/** An answer to a broad question shows so many bodies and says how many it leaves out. */
const MOST_SECTIONS = 12;
/** Of an answer about what helps, the harms of so many treatments are told. */
const MOST_PROMOTED = 2;

const headlineOf = (
  question: Question,
  bodies: readonly EvidenceBody[],
  { whole, hidden, isPartial }: Gathered,
  knowledge: Knowledge,
): string => {
  const conditions = listOf(question.conditions.map(({ label }) => label));
  const treatments = question.interventions.map(({ label }) => label);
  switch (question.intent) {
    case 'treatments':
      return treatmentsHeadline(bodies, conditions, knowledge);
    case 'uses':
      return usesHeadline(bodies, treatments, knowledge, hidden === 0 && !isPartial);
    case 'compare':
      return compareHeadline(
        bodies,
        question.interventions.map(({ id }) => id),
        knowledge,
        whole,
      );
    case 'dose':
      return doseHeadline(bodies, knowledge);
    default:
      return efficacyHeadline(bodies, knowledge);
  }
};

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
  sentence.replace(/^(?:The|No|Only|For|What|It|Results|Compared|Studies)\b/, (word) =>
    word.toLowerCase(),
  );

/** What passes a filter or a view is not all there is: the sentence must not speak for the rest. */
const withinWhat = ({ hidden, isPartial }: Gathered): string | null =>
  [...(hidden > 0 ? ['your filter'] : []), ...(isPartial ? ['what this server shows'] : [])].join(
    ' and ',
  ) || null;

/**
 * The answer from the bodies of evidence on what was asked; null where there is none.
 * A `treatments` answer takes the verdict of its strongest body, the one its headline names.
 */
export const evidenceAnswer = (question: Question, knowledge: Knowledge): Answer | null => {
  const gathered = gatherBodies(question, knowledge);
  const { whole, unfiltered, hidden, leftOut, withheld } = gathered;
  if (whole.length === 0) return null;
  const isBestOf = question.intent === 'treatments';
  const order = isBestOf ? byPromise : byStrength;
  const bodies = gathered.bodies.toSorted(order);
  const shown = bodies.slice(0, MOST_SECTIONS);
  const draft = createDraft(question, knowledge);
  const { citeFact, cite } = draft.sources;
  const safety = riskNotes(
    question.risks.filter((risk) => !ANSWERED_FIRST.includes(risk)),
    interventionsOf(question.interventions, knowledge),
    knowledge.interventions,
    citeFact,
  );
  const outcomes = new Set(question.outcomes.map(({ id }) => id));
  const sections = shown.map((body) =>
    sectionOf(body, {
      intent: question.intent,
      outcomes,
      knowledge,
      sources: draft.sources,
      withGuidelines: true,
    }),
  );
  const caveats = findCaveats(shown, {
    ...knowledge,
    population: question.filters.population,
    cite,
  });
  // Harms are told whatever a server shows of benefits.
  const toldOf = whole.toSorted(order).slice(0, MOST_SECTIONS);
  const warnings = [
    ...safety,
    ...seriousNotes(promoted(question, toldOf, knowledge), knowledge.interventions, citeFact),
    ...(question.intent === 'dose' ? doseNotes(toldOf, draft) : []),
  ];
  const [best] = shown;
  if (best === undefined) return unshownAnswer(draft, { leftOut, withheld, safety: warnings });
  const { unknownComparator } = question;
  const headline = [
    headlineOf(question, bodies, gathered, knowledge),
    ...(unknownComparator === null
      ? []
      : [`There are no study records on ${unknownComparator} in this library to set beside it.`]),
  ].join(' ');
  const within = withinWhat(gathered);
  return finish(draft, {
    kind: 'evidence',
    headline: within === null ? headline : `Within ${within}: ${uncapitalised(headline)}`,
    verdict: isBestOf ? best.verdict : sharedVerdict(shown),
    certainty: isBestOf ? best.certainty : leastCertainty(shown),
    sections,
    caveats,
    safety: warnings,
    suggestions: suggestQuestions(askedOf(question), true, knowledge, question.intent),
    notes: [
      ...evidenceNotes(question, { bodies, shown, unfiltered, hidden }, knowledge),
      ...leftOutNotes(leftOut, knowledge.view),
      ...withheldNotes(withheld, knowledge.view),
    ],
    withheld: { records: leftOut.length, results: withheld.length },
  });
};
