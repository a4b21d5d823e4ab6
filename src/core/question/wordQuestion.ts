import { capitalise, listOf } from '../answer/words.ts';
import type { Linked, Question, Risk, StudyReference } from '../domain/question.ts';
import { shorten } from './completion.ts';
import { compareText, harmsText, treatmentsText, usesText } from './questionTexts.ts';
import { ANSWERED_FIRST } from './risks.ts';
import { wordFilters } from './wordFilters.ts';

export const LONGEST_WORDING = 250;

/** Each risk in words in which the parser hears it again. */
const RISKS: Readonly<Record<Risk, string>> = {
  overdose: 'overdose',
  breathing: 'trouble breathing',
  'suicidal-thoughts': 'suicidal thoughts',
  'abrupt-stopping': 'stopping suddenly',
  sedatives: 'taken with alcohol',
  interactions: 'mixing medicines',
  'personal-dose': 'can I increase it',
  'personal-advice': 'should I take it',
  pregnancy: 'in pregnancy',
  kidney: 'with kidney disease',
};

/** How many of what a question names are worded. */
type Most = { interventions: number; conditions: number; outcomes: number; extras: number };

const labelsOf = (linked: readonly Linked[], most: number): string[] =>
  linked.slice(0, most).map(({ label }) => label);

const wordReference = (reference: StudyReference, longest: number): string => {
  switch (reference.by) {
    case 'pmid':
      return `PMID ${reference.pmid}`;
    case 'doi':
      return reference.doi;
    case 'id':
      return reference.id;
    case 'author-year':
      return `${capitalise(reference.author)} ${reference.year ?? 'study'}`;
    case 'title':
      return `“${shorten(reference.fragment, longest - 2).replace(/…$/, '')}”`;
  }
};

/** What is asked, without what narrows it. */
const wordCore = (question: Question, most: Most, isBare: boolean): string => {
  const {
    intent,
    unknownTreatment,
    unknownCondition,
    unknownComparator,
    excluded,
    unknownExcluded,
  } = question;
  const treatments = labelsOf(question.interventions, most.interventions);
  const conditions = labelsOf(question.conditions, most.conditions);
  const left = labelsOf(excluded, most.interventions);
  if (unknownExcluded !== null) left.push(unknownExcluded);
  if (conditions.length === 0 && unknownCondition !== null) conditions.push(unknownCondition);
  const illness = listOf(conditions);
  const place = illness === '' ? '' : ` for ${illness}`;
  if (treatments.length === 0) {
    if (unknownTreatment !== null)
      return illness === ''
        ? usesText([unknownTreatment])
        : `does ${unknownTreatment} help ${illness}`;
    const isDanger = question.risks.some((risk) => ANSWERED_FIRST.includes(risk));
    if (illness === '' || (isDanger && left.length === 0)) return illness;
    return `${treatmentsText(illness)}${left.length > 0 ? ` other than ${listOf(left)}` : ''}`;
  }
  switch (intent) {
    case 'safety':
      return `${harmsText(treatments)}${place}`;
    case 'dose':
      return `what dose of ${listOf(treatments)} was studied${place}`;
    case 'compare':
      return compareText(treatments, illness === '' ? null : illness);
    default:
      if (unknownComparator !== null) return `${treatments[0]} or ${unknownComparator}${place}`;
      return place !== '' || isBare ? `${listOf(treatments)}${place}` : usesText(treatments);
  }
};

const wordWith = (question: Question, most: Most): string => {
  const outcomes = labelsOf(question.outcomes, most.outcomes);
  const risks = question.risks.filter(
    (risk) => risk !== 'pregnancy' || question.filters.population !== 'pregnancy',
  );
  const extras = [
    ...(outcomes.length > 0 ? [`effect on ${listOf(outcomes)}`] : []),
    ...wordFilters(question.filters),
    ...risks.map((risk) => RISKS[risk]),
  ].slice(0, most.extras);
  const core = wordCore(question, most, extras.length > 0);
  const text = [core, ...extras].filter((part) => part !== '').join(', ');
  return risks.length > 0 ? `${text}?` : text;
};

/** Whether anything in a question can be said in other words. */
const hasMeaning = (question: Question): boolean =>
  question.risks.length > 0 ||
  (question.intent !== 'out-of-scope' &&
    (question.interventions.length + question.conditions.length > 0 ||
      question.unknownTreatment !== null ||
      question.unknownCondition !== null));

/**
 * A question in Caveat's own words, of at most 250 characters (or `longest`). Read again they mean the same: the
 * same intent, concepts, outcomes, filters and risks. Where a question names too much for that, the
 * last of what it names is left out; where it means nothing to us, its own text is cut.
 */
export const wordQuestion = (question: Question, longest = LONGEST_WORDING): string => {
  if (question.intent === 'study' && question.reference !== null)
    return wordReference(question.reference, longest);
  if (question.intent === 'help') return 'help';
  if (!hasMeaning(question)) return shorten(question.text, longest);
  const most: Most = {
    interventions: Math.max(question.interventions.length, question.excluded.length),
    conditions: question.conditions.length,
    outcomes: question.outcomes.length,
    extras: Number.POSITIVE_INFINITY,
  };
  let text = wordWith(question, most);
  while (text.length > longest) {
    if (most.interventions > 1 && most.interventions >= most.conditions) most.interventions -= 1;
    else if (most.conditions > 1) most.conditions -= 1;
    else if (most.outcomes > 0) most.outcomes -= 1;
    else return shorten(text, longest).replace(/…$/, '');
    text = wordWith(question, most);
  }
  return text;
};
