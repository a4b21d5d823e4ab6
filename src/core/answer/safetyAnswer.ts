import type { Answer, AnswerSection } from '../domain/answer.ts';
import type { Intervention } from '../domain/concept.ts';
import type { EvidenceBody } from '../domain/evidence.ts';
import { type Filters, type Question, Risk } from '../domain/question.ts';
import { hasFilters, NO_FILTERS } from '../question/filters.ts';
import { ANSWERED_ALONE, ANSWERED_FIRST, EMERGENCIES } from '../question/risks.ts';
import { createDraft, finish } from './answerDraft.ts';
import { studiesIn } from './gatherBodies.ts';
import { byStrength } from './headline.ts';
import { askedOf, gradeBodies, interventionsOf, type Knowledge } from './knowledge.ts';
import { factNotes, riskNotes, TOPIC_ORDER } from './safetyNotes.ts';
import { sectionOf } from './sections.ts';
import { suggestQuestions } from './suggestions.ts';
import { unshownAnswer } from './unshownAnswer.ts';
import { isLookedUp, leftOutNotes, wholeOf } from './view.ts';
import { capitalise, countOf, listOf } from './words.ts';

const MOST_SECTIONS = 6;

const HEADLINES: Readonly<Partial<Record<Risk, string>>> = {
  overdose: 'This may be an emergency: get help first.',
  breathing: 'This may be an emergency: get help first.',
  'suicidal-thoughts': 'Please talk to someone now.',
  'abrupt-stopping': 'Stopping can be risky: ask before you change anything.',
  sedatives: 'This mix can be dangerous: ask a pharmacist or the prescriber first.',
  interactions: 'Ask a pharmacist about this mix. This is what labels and agencies say.',
  kidney: 'With kidney disease, ask the prescriber first. This is what labels and agencies say.',
  'personal-dose': 'Caveat cannot say how much anyone should take.',
  pregnancy: 'In pregnancy, ask the prescriber first. This is what labels and agencies say.',
};

/** Kinds of treatment that a person takes from day to day, and so can stop or mix. */
const TAKEN: readonly Intervention['kind'][] = ['drug', 'infusion', 'cannabinoid', 'class'];

/**
 * The risks that a question really runs: nobody withdraws from an injection given months ago, and
 * two sedating medicines named together are a mix even where no word says so.
 */
export const relevantRisks = (question: Question, knowledge: Knowledge): Risk[] => {
  const named = interventionsOf(question.interventions, knowledge);
  const isTaken = named.length === 0 || named.some(({ kind }) => TAKEN.includes(kind));
  const sedating = named.filter(({ safety }) => safety.some(({ topic }) => topic === 'sedatives'));
  const isMix =
    sedating.length > 1 && question.conditions.length === 0 && question.intent === 'uses';
  const risks = question.risks.filter((risk) => risk !== 'abrupt-stopping' || isTaken);
  return isMix && !risks.includes('sedatives') ? [...risks, 'sedatives'] : risks;
};

/** A question with what puts everybody at risk who has what it is on, spoken of or not. */
export const withConditionRisks = (question: Question, { conditions }: Knowledge): Question => {
  const named = question.conditions.flatMap(({ id }) => conditions.get(id)?.risks ?? []);
  const risks = new Set([...question.risks, ...named]);
  return { ...question, risks: Risk.options.filter((risk) => risks.has(risk)) };
};

/** Whether the risks are answered before, and instead of, evidence of benefit. */
export const isRiskFirst = ({ interventions, conditions, intent, risks }: Question): boolean => {
  if (risks.some((risk) => EMERGENCIES.includes(risk))) return true;
  const isOurs = interventions.length + conditions.length > 0;
  if (isOurs && risks.some((risk) => ANSWERED_FIRST.includes(risk))) return true;
  const isAlone = interventions.length > 0 && (conditions.length === 0 || intent === 'safety');
  return isAlone && intent !== 'compare' && risks.some((risk) => ANSWERED_ALONE.includes(risk));
};

/** The answer to a question about a danger: where to get help, then what labels say. */
export const riskAnswer = (question: Question, knowledge: Knowledge): Answer => {
  const { risks } = question;
  const draft = createDraft(question, knowledge);
  const interventions = interventionsOf(question.interventions, knowledge);
  const [first] = risks;
  const asked = askedOf(question);
  return finish(draft, {
    kind: 'safety',
    headline: (first && HEADLINES[first]) ?? 'Safety first.',
    safety: riskNotes(risks, interventions, knowledge.interventions, draft.sources.citeFact),
    suggestions: risks.some((risk) => EMERGENCIES.includes(risk))
      ? []
      : suggestQuestions(asked, asked.conditions.length > 0, knowledge),
  });
};

/**
 * The answer to "side effects of X": what labels and agencies warn of, then the harms that the
 * studies themselves report. Null where the library has neither.
 */
export const harmsAnswer = (question: Question, knowledge: Knowledge): Answer | null => {
  const draft = createDraft(question, knowledge);
  const asked = askedOf(question);
  const interventions = interventionsOf(question.interventions, knowledge);
  const { citeFact } = draft.sources;
  const spoken = riskNotes(question.risks, interventions, knowledge.interventions, citeFact);
  const told = new Set(spoken.map(({ code }) => code));
  const topics = TOPIC_ORDER.filter((topic) => !told.has(topic));
  const safety = [
    ...spoken,
    ...factNotes(interventions, topics, knowledge.interventions, citeFact),
  ];
  const reporting = (filters: Filters, from: Knowledge) =>
    onlyReporting(gradeBodies(asked, filters, from).toSorted(byStrength));
  const whole = reporting(question.filters, wholeOf(knowledge));
  const leftOut = studiesIn(whole).filter((study) => !isLookedUp(study, knowledge.view));
  const through = leftOut.length === 0 ? whole : reporting(question.filters, knowledge);
  const bodies = through.slice(0, MOST_SECTIONS);
  const countReports = (of: readonly EvidenceBody[]) =>
    of.reduce((total, { people }) => total + people.length, 0);
  const hidden = hasFilters(question.filters)
    ? countReports(reporting(NO_FILTERS, wholeOf(knowledge))) - countReports(whole)
    : 0;
  const context = { intent: question.intent, outcomes: new Set<string>(), knowledge };
  const sections = bodies.map((body) =>
    withoutRating(sectionOf(body, { ...context, sources: draft.sources, withGuidelines: false })),
  );
  if (safety.length === 0 && whole.length === 0) return null;
  if (safety.length === 0 && sections.length === 0)
    return unshownAnswer(draft, { leftOut }, 'that it is safe');
  const treatments = listOf(interventions.map(({ label }) => label));
  const studies = countReports(bodies);
  const pages = new Set(safety.flatMap(({ citations }) => citations)).size;
  const say = listOf([
    ...(pages > 0 ? [countOf(pages, 'label or agency page', 'label and agency pages')] : []),
    ...(studies > 0 ? [countOf(studies, 'study', 'studies')] : []),
  ]);
  return finish(draft, {
    kind: 'safety',
    headline: `${capitalise(treatments)}: harms that ${say} ${pages + studies === 1 ? 'reports' : 'report'}. No list is complete.`,
    sections,
    safety,
    suggestions: suggestQuestions(asked, asked.conditions.length > 0, knowledge).filter(
      (suggestion) => !suggestion.startsWith('side effects'),
    ),
    notes: [
      ...(hidden > 0
        ? [
            `Your filter leaves out ${countOf(hidden, 'study that reports', 'studies that report')} harms.`,
          ]
        : []),
      ...leftOutNotes(leftOut, knowledge.view, 'on harms'),
    ],
    withheld: { records: leftOut.length, results: 0 },
  });
};

/** A section that tells harms: a rating of benefit in it would read as one of the harms. */
const withoutRating = (section: AnswerSection): AnswerSection => ({
  ...section,
  statement: `Harms reported by ${countOf(section.findings.length, 'study', 'studies')}.`,
  verdict: 'no-evidence',
  certainty: null,
  reasons: [],
  tally: { improved: 0, noDifference: 0, worsened: 0, mixed: 0, participants: 0 },
  shares: { improved: 0, noDifference: 0, worsened: 0, mixed: 0 },
  findings: section.findings.map((finding) => ({
    ...finding,
    direction: null,
    share: 0,
    setAside: null,
  })),
  published: [],
});

/** The bodies with those of their studies in people that report harms, each study told once. */
const onlyReporting = (bodies: readonly EvidenceBody[]): EvidenceBody[] => {
  const told = new Set<string>();
  return bodies.flatMap((body) => {
    const people = body.people.filter(({ study }) => {
      const { summary = null, withdrawals = null } = study.adverse_events ?? {};
      if (told.has(study.id) || (summary === null && withdrawals === null)) return false;
      told.add(study.id);
      return true;
    });
    return people.length === 0 ? [] : [{ ...body, people, animals: [] }];
  });
};
