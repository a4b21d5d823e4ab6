import type { Certainty, Domain } from '../core/domain/evidence.ts';

/** What every way of showing an answer says in the same words. */

export const CERTAINTY_MARKS: Readonly<Record<Certainty, string>> = {
  high: '●●●●',
  moderate: '●●●○',
  low: '●●○○',
  'very-low': '●○○○',
};

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  high: 'high',
  moderate: 'moderate',
  low: 'low',
  'very-low': 'very low',
};

export { VERDICT_NAMES as VERDICT_WORDS } from '../core/answer/words.ts';

export const DOMAIN_WORDS: Readonly<Record<Domain, string>> = {
  'starting-point': 'start',
  'risk-of-bias': 'risk of bias',
  inconsistency: 'inconsistency',
  indirectness: 'indirectness',
  imprecision: 'imprecision',
  'publication-bias': 'publication bias',
  'published-rating': 'published rating',
  floor: 'floor',
};

/** "−1", "+2"; nothing for a step that moves nothing. */
export const stepsText = (steps: number): string =>
  steps === 0 ? '' : `${steps > 0 ? '+' : '−'}${Math.abs(steps)}`;

/** Whether a headline says a statement already, so that it need not be followed by it. */
export const isSaidIn = (headline: string, statement: string): boolean =>
  headline.toLowerCase().includes(statement.replace(/\.$/, '').toLowerCase());

/** The line that ends every answer. */
export const closingLine = ({ studies, asOf }: { studies: number; asOf: string }): string =>
  `Evidence, not medical advice. ${studies} study records, read up to ${asOf}.`;
