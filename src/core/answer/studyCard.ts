import type { Direction, Finding, Study } from '../domain/study.ts';
import type { StudyCard } from '../domain/studyCard.ts';
import { doseText, summaryText } from './findingText.ts';
import { type Knowledge, labelOf } from './knowledge.ts';
import { urlOf } from './sourceList.ts';
import { citationOf, countOf, DESIGN_NAMES, listOf, shortName } from './words.ts';

const BLINDING: Readonly<Record<Study['blinding'], string | null>> = {
  double: 'double blind',
  single: 'single blind',
  none: 'not blinded',
  unclear: null,
};

const CONTROL: Readonly<Record<Study['control'], string | null>> = {
  placebo: 'placebo',
  active: 'another treatment',
  'usual-care': 'usual care',
  none: 'no control group',
  mixed: 'several kinds of control',
  unclear: null,
};

const VERSUS: Readonly<Record<Finding['versus'], string>> = {
  placebo: 'placebo',
  'no-treatment': 'no treatment',
  baseline: 'before',
  active: 'another treatment',
  dose: 'another dose',
};

const DIRECTION: Readonly<Record<Direction, (than: string) => string>> = {
  improved: (than) => `better than ${than}`,
  'no-difference': (than) =>
    than === VERSUS.baseline ? 'no clear change' : `no clear difference from ${than}`,
  worsened: (than) => `worse than ${than}`,
  mixed: (than) => (than === VERSUS.baseline ? 'mixed changes' : `mixed against ${than}`),
};

const BIAS: Readonly<Record<NonNullable<Study['risk_of_bias']>['overall'], string>> = {
  low: 'low',
  'some-concerns': 'some concerns',
  high: 'high',
  unclear: 'unclear',
};

const FUNDING: Readonly<Record<NonNullable<Study['funding']>['kind'], string>> = {
  industry: 'industry',
  public: 'public',
  charity: 'charity',
  mixed: 'industry and others',
};

/** "systematic review of 5 studies with 200 participants" */
const designText = ({ design, included }: Study): string =>
  [
    DESIGN_NAMES[design].one,
    included?.studies == null ? '' : ` of ${countOf(included.studies, 'study', 'studies')}`,
    included?.participants == null ? '' : ` with ${countOf(included.participants, 'participant')}`,
  ].join('');

const biasText = ({ risk_of_bias: bias }: Study): string | null => {
  if (bias === null) return null;
  const concerns = bias.concerns.length === 0 ? '' : `: ${bias.concerns.join('; ')}`;
  return `${BIAS[bias.overall]} (judged by ${bias.judged_by})${concerns}`;
};

const retractionText = ({ retraction }: Study): string | null => {
  if (retraction === null) return null;
  const date = retraction.date === null ? '' : ` on ${retraction.date}`;
  return `Retracted${date}: ${retraction.reason} (${retraction.url})`;
};

/** Everything a person wants to know of one study, as its record has it. */
export const createStudyCard = (study: Study, knowledge: Knowledge): StudyCard => {
  const { population, adverse_events: harms, funding } = study;
  const conditions = [population.condition, ...population.other_conditions];
  return {
    id: study.id,
    short: shortName(study),
    citation: citationOf(study),
    title: study.title,
    url: urlOf(study),
    pmid: study.ids.pmid,
    doi: study.ids.doi,
    status: study.status === 'verified' ? 'verified' : 'secondary',
    retraction: retractionText(study),
    design: designText(study),
    blinding: BLINDING[study.blinding],
    control: CONTROL[study.control],
    people: population.description,
    enrolled: population.enrolled,
    analysed: population.analysed,
    treatments: study.interventions.map(({ id, duration }) => ({
      label: labelOf(id, knowledge.interventions),
      dose: doseText(study, id),
      duration,
    })),
    comparator: study.comparator?.description ?? null,
    condition: listOf(conditions.map((id) => labelOf(id, knowledge.conditions))),
    findings: study.findings.map((finding) => ({
      outcome: labelOf(finding.outcome, knowledge.outcomes),
      direction: DIRECTION[finding.direction](VERSUS[finding.versus]),
      text: summaryText(finding),
      primary: finding.primary,
    })),
    harms: harms?.summary ?? null,
    serious: harms?.serious ?? null,
    withdrawals: harms?.withdrawals ?? null,
    riskOfBias: biasText(study),
    funding: funding === null ? null : `${FUNDING[funding.kind]}: ${funding.description}`,
    limitations: [...study.limitations],
    disagreements: [...study.discrepancies],
    sources: study.sources.map(({ url, read }) => ({ url, read })),
  };
};
