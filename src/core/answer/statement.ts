import type { Certainty, EvidenceBody } from '../domain/evidence.ts';
import { type Direction, isReview } from '../domain/study.ts';
import { capitalise, countOf, designsOf, plural, wasOrWere } from './words.ts';

/**
 * Informative statements as GRADE words them (Santesso et al., J Clin Epidemiol 2020;119:126-135):
 * nothing at high certainty, "probably" at moderate, "may" at low, and "the evidence is very
 * uncertain" at very low.
 */
const verbs = (many: boolean) => ({
  improved: {
    high: many ? 'help' : 'helps',
    moderate: many ? 'probably help' : 'probably helps',
    low: 'may help',
  },
  'no-difference': {
    high: many ? 'make little or no difference to' : 'makes little or no difference to',
    moderate: many
      ? 'probably make little or no difference to'
      : 'probably makes little or no difference to',
    low: 'may make little or no difference to',
  },
  worsened: {
    high: many ? 'worsen' : 'worsens',
    moderate: many ? 'probably worsen' : 'probably worsens',
    low: 'may worsen',
  },
});

const POINTS: Readonly<Record<Direction, string>> = {
  improved: 'what there is points to benefit',
  'no-difference': 'what there is points to no clear effect',
  worsened: 'what there is points to harm',
  mixed: 'what there is points different ways',
};

/** "2 randomised trials and 1 case series, 42 people". */
export const basisOf = (body: EvidenceBody): string => {
  const counted = body.people.filter(({ setAside }) => setAside === null);
  const { participants } = body.tally;
  const silent = counted.filter((result) => result.participants === null).length;
  const people =
    participants === 0
      ? 'numbers not stated'
      : `${countOf(participants, 'person', 'people')}${silent > 0 ? ` (${silent} not saying how many)` : ''}`;
  return `${designsOf(counted.map(({ study }) => study))}, ${people}`;
};

/** What there is where nothing says whether the treatment is better than none. */
const silentStatement = (body: EvidenceBody, intervention: string, condition: string): string => {
  const listed = body.people.map(({ study }) => study);
  const told = listed.filter(({ retraction }) => retraction === null);
  const reviews = told.filter(isReview);
  if (listed.length === 0)
    return `No study in people: ${intervention} ${wasOrWere([intervention])} tested for ${condition} in animals only (${designsOf(body.animals.map(({ study }) => study))})`;
  if (told.length === 0)
    return `What was studied of ${intervention} for ${condition} was retracted (${designsOf(listed)})`;
  if (reviews.length === told.length)
    return `Only reviews speak of ${intervention} for ${condition} (${designsOf(reviews)}); none pooled people on this treatment alone`;
  const single = reviews.length === 0 ? 'study' : 'single study';
  return `No ${single} here compares ${intervention} with no treatment for ${condition}; what is listed (${designsOf(told)}) does not say by itself whether ${plural(intervention) ? 'they help' : 'it helps'}`;
};

/** The finding of a body in one sentence, worded to its certainty, without its full stop. */
export const statementOf = (
  body: EvidenceBody,
  intervention: string,
  condition: string,
): string => {
  const { direction, certainty } = body;
  if (direction === null || certainty === null)
    return silentStatement(body, intervention, condition);
  if (certainty === 'very-low')
    return `The evidence is very uncertain about whether ${intervention} ${plural(intervention) ? 'help' : 'helps'} ${condition}; ${POINTS[direction]}`;
  if (direction === 'mixed')
    return `Results are mixed on whether ${intervention} ${plural(intervention) ? 'help' : 'helps'} ${condition}`;
  const verb = verbs(plural(intervention))[direction][certainty as Exclude<Certainty, 'very-low'>];
  return `${capitalise(intervention)} ${verb} ${condition}`;
};
