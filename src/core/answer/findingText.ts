import type { Intent } from '../domain/question.ts';
import { type Finding, givenIn, isReview, participantsOn, type Study } from '../domain/study.ts';
import { wilsonInterval } from '../grading/wilsonInterval.ts';
import { capitalise, DESIGN_NAMES, peopleOf, rangeOf } from './words.ts';

/** So many findings of one study stand in an answer about many; its own page shows them all. */
const MOST_SUMMARIES = 3;

const percent = (share: number): string => String(Math.round(100 * share));

/**
 * "5 of 5, 95% interval 57 to 100%" for responders whose denominator is known. One person is no
 * proportion: a single case gets no interval.
 */
const intervalText = ({ responders }: Finding): string | null => {
  if (responders === null || responders.of === null || responders.of < 2) return null;
  const { low, high } = wilsonInterval(responders.n, responders.of);
  return `${responders.n} of ${responders.of}, 95% interval ${percent(low)} to ${percent(high)}%`;
};

/** What was given: the dose with its unit, else the regimen in words; null where neither is stated. */
export const doseText = (study: Study, intervention: string): string | null => {
  const given = givenIn(study, intervention);
  if (!given) return null;
  if (given.dose === null) return given.regimen;
  return rangeOf(given.dose);
};

const durationText = (study: Study, intervention: string): string | null =>
  givenIn(study, intervention)?.duration ?? null;

/** What was found, with the interval of its responders. */
export const summaryText = (finding: Finding): string => {
  const interval = intervalText(finding);
  return interval === null ? finding.summary : `${finding.summary} (${interval})`;
};

/**
 * The findings to show: those on an outcome that was asked about, then the primary ones, then the
 * rest as recorded; but a null or negative finding is never crowded out by positive ones.
 */
const chooseFindings = (findings: readonly Finding[], asked: ReadonlySet<string>): Finding[] => {
  const rank = (finding: Finding) =>
    (asked.has(finding.outcome) ? 0 : 2) + (finding.primary ? 0 : 1);
  const ranked = findings.toSorted((a, b) => rank(a) - rank(b));
  const shown = ranked.slice(0, MOST_SUMMARIES);
  const contrary = ranked.find(
    ({ direction }) => direction === 'no-difference' || direction === 'worsened',
  );
  if (contrary && !shown.includes(contrary)) shown[shown.length - 1] = contrary;
  return shown;
};

/** What the study was: "Case series, 5 people, 900 to 1600 mg/day". */
const studyText = (study: Study, intervention: string): string =>
  [
    capitalise(DESIGN_NAMES[study.design].one),
    isReview(study) && !study.included?.participants
      ? null
      : peopleOf(study, participantsOn(study, intervention)),
    doseText(study, intervention),
    durationText(study, intervention),
  ]
    .filter((part) => part !== null)
    .join(', ');

/**
 * One study's say in one paragraph: what it was, then what it found (asked about safety: the harms
 * it reports), numbers as reported, with the interval of its responders.
 */
export const findingText = (
  study: Study,
  findings: readonly Finding[],
  intervention: string,
  intent: Intent,
  asked: ReadonlySet<string>,
): string => {
  const hand = study.status === 'secondary' ? 'Second-hand. ' : '';
  const retracted = study.retraction === null ? '' : 'RETRACTED. ';
  const what = `${retracted}${hand}${studyText(study, intervention)}: `;
  if (intent === 'safety') {
    const { summary = null, withdrawals = null } = study.adverse_events ?? {};
    const harms = [
      summary,
      withdrawals === null ? null : `stopped or withdrew: ${withdrawals}`,
    ].filter((text) => text !== null);
    return `${what}${harms.join('; ')}.`;
  }
  const shown = chooseFindings(findings, asked).map(summaryText);
  const more = findings.length - shown.length;
  return `${what}${shown.join(' ')}${more > 0 ? ` (${more} more in the record)` : ''}`;
};
