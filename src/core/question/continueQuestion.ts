import { type Filters, type Intent, type Linked, type Question, Risk } from '../domain/question.ts';
import type { Design } from '../domain/study.ts';
import { chosenBy } from './askBack.ts';
import { hasFilters, NO_FILTERS } from './filters.ts';
import { type FollowUp, isFollowUp, readFollowUp, readPronouns } from './followUp.ts';
import { EMERGENCIES, findRisks } from './risks.ts';

/** Both, each once, in their order. */
const union = (a: readonly Linked[], b: readonly Linked[]): Linked[] => [
  ...new Map([...a, ...b].map((linked) => [linked.id, linked])).values(),
];

const has = ({ risks }: Question, ...any: Risk[]): boolean =>
  any.some((risk) => risks.includes(risk));

/** A second filter narrows the first; where nothing is in both, it takes its place. */
const narrow = (before: Design[] | null, now: Design[] | null): Design[] | null => {
  if (before === null || now === null) return now ?? before;
  const both = before.filter((design) => now.includes(design));
  return both.length > 0 ? both : now;
};

const addFilters = (before: Filters, now: Filters): Filters => {
  const yearFrom = now.yearFrom ?? before.yearFrom;
  const yearTo = now.yearTo ?? before.yearTo;
  const isEmpty = yearFrom !== null && yearTo !== null && yearFrom > yearTo;
  return {
    designs: narrow(before.designs, now.designs),
    species: now.species ?? before.species,
    yearFrom: isEmpty ? now.yearFrom : yearFrom,
    yearTo: isEmpty ? now.yearTo : yearTo,
    population: now.population ?? before.population,
    blinding: now.blinding ?? before.blinding,
  };
};

/** A danger is answered by itself; a study, or a treatment with a condition, needs no other topic. */
const standsAlone = (next: Question, { isComparing }: FollowUp): boolean => {
  if (next.intent === 'study' || next.intent === 'help' || next.isNotTreatment) return true;
  const hasTreatment = next.interventions.length > 0 || next.unknownTreatment !== null;
  const hasCondition = next.conditions.length > 0 || next.unknownCondition !== null;
  return (
    (hasTreatment && hasCondition && !(isComparing && next.interventions.length === 1)) ||
    next.excluded.length > 0 ||
    next.unknownExcluded !== null
  );
};

/** What can be asked of the concepts that there are. */
const settleIntent = (wanted: Intent, treatments: number, conditions: number): Intent => {
  const byShape = (): Intent => {
    if (treatments === 0) return 'treatments';
    return conditions > 0 ? 'efficacy' : 'uses';
  };
  switch (wanted) {
    case 'safety':
    case 'dose':
      return treatments > 0 ? wanted : byShape();
    case 'compare':
      return treatments > 1 ? wanted : byShape();
    case 'treatments':
      return treatments === 0 ? wanted : byShape();
    default:
      return byShape();
  }
};

/** Whether a message asks for nothing new: "how sure is that?", "show the studies". */
const isRepeated = (next: Question, { intent, dropsFilters }: FollowUp): boolean =>
  intent === 'again' &&
  !dropsFilters &&
  next.interventions.length + next.conditions.length + next.outcomes.length === 0 &&
  next.risks.length === 0 &&
  !hasFilters(next.filters) &&
  next.filters.population === null;

const continueTopic = (previous: Question, message: Question): Question => {
  const risks = new Set([...message.risks, ...findRisks(readPronouns(message.masked))]);
  const next = { ...message, risks: Risk.options.filter((risk) => risks.has(risk)) };
  const followUp = readFollowUp(next);
  if (next.risks.some((risk) => EMERGENCIES.includes(risk)))
    return next.interventions.length > 0
      ? next
      : {
          ...next,
          intent: previous.interventions.length > 0 ? 'uses' : next.intent,
          interventions: previous.interventions,
          conditions: [],
        };
  const hasTopic =
    previous.interventions.length + previous.conditions.length > 0 ||
    previous.unknownTreatment !== null ||
    previous.unknownCondition !== null;
  if (!hasTopic || standsAlone(next, followUp) || !isFollowUp(next)) return message;
  if (isRepeated(next, followUp)) return previous;

  // What a treatment is mixed with is not asked about in its place.
  const isMix = next.interventions.length === 0 && has(next, 'interactions', 'sedatives');
  const unknownTreatment = isMix ? null : followUp.unknownTreatment;
  const { unknownCondition } = followUp;
  const isNewTreatment = next.interventions.length > 0 || unknownTreatment !== null;
  const isNewCondition = next.conditions.length > 0 || unknownCondition !== null;
  const wantsAny = followUp.intent === 'treatments';
  const isBeside = followUp.isComparing && previous.interventions.length > 0;
  const interventions = isBeside
    ? union(previous.interventions, next.interventions)
    : isNewTreatment
      ? next.interventions
      : wantsAny
        ? []
        : previous.interventions;
  const wantsUses = followUp.intent === 'uses' && !isNewCondition && interventions.length > 0;
  // Such a danger does not hang on what the treatment is for.
  const isOfTreatment = interventions.length > 0 && has(next, 'interactions', 'kidney');
  const leavesCondition = wantsUses || isOfTreatment;
  const conditions = isNewCondition ? next.conditions : leavesCondition ? [] : previous.conditions;
  const keptTreatment = isNewTreatment || wantsAny ? null : previous.unknownTreatment;
  const keptCondition = isNewCondition || leavesCondition ? null : previous.unknownCondition;
  const unknowns = {
    unknownTreatment: conditions.length === 0 ? null : (unknownTreatment ?? keptTreatment),
    unknownCondition: unknownCondition ?? keptCondition,
  };
  if (interventions.length + conditions.length === 0 && unknowns.unknownCondition === null)
    return message;
  const excluded =
    conditions.length === 0 || unknowns.unknownTreatment !== null
      ? []
      : followUp.asksForOthers
        ? union(previous.excluded, previous.interventions)
        : interventions.length === 0
          ? previous.excluded
          : [];
  const asked = followUp.intent === 'again' ? null : followUp.intent;
  const isOther = isOfTreatment || (previous.intent === 'compare' && isNewTreatment);
  const carried = isOther ? 'efficacy' : previous.intent;
  return {
    ...next,
    intent: settleIntent(
      isBeside && asked !== 'safety' && asked !== 'dose' ? 'compare' : (asked ?? carried),
      interventions.length,
      conditions.length + (unknowns.unknownCondition === null ? 0 : 1),
    ),
    interventions,
    conditions,
    excluded,
    unknownExcluded:
      interventions.length === 0 && conditions.length > 0 && unknowns.unknownTreatment === null
        ? previous.unknownExcluded
        : null,
    outcomes: next.outcomes.length > 0 || asked === 'safety' ? next.outcomes : previous.outcomes,
    filters: addFilters(followUp.dropsFilters ? NO_FILTERS : previous.filters, next.filters),
    ...unknowns,
    unknownComparator: next.unknownComparator,
    isNotTreatment: false,
    ambiguous: null,
    choice: null,
    isQuestion: true,
  };
};

/**
 * A message that follows an answer, as the whole question that it means: what it leaves out is
 * taken from the question before, what it names takes the place of its like. A message with a topic
 * of its own, or that says nothing to go on with, is taken as it stands.
 */
export const continueQuestion = (previous: Question, message: Question): Question => {
  const chosen = previous.choice && chosenBy(previous.choice, message);
  if (chosen === 'all') return { ...previous, choice: null };
  return chosen
    ? { ...previous, conditions: [chosen], choice: null }
    : continueTopic(previous, message);
};
