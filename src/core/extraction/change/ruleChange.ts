import type { Change } from '../../domain/extraction.ts';
import { MARKS } from '../text/statistics.ts';
import { betterOf } from './cues.ts';
import { type DirectionCue, findDirections, isDenied, nearestDirections } from './directions.ts';
import { readFigures } from './figures.ts';
import type { Phrase } from './phrase.ts';
import type { View } from './view.ts';

/** What the rules read in one sentence, and by which sign. */
export type RuleReading = {
  change: Change | null;
  /** The sign of the change, whoever it is said of. */
  sign: -1 | 0 | 1;
  /** Why: the kind of sign. */
  by: 'denied' | 'same' | 'p' | 'interval' | 'word' | 'benefit' | 'figures' | 'none';
};

/** The mark of a p value or interval that belongs to the outcome: the first one behind it. */
export const markBehind = (
  { words, outcome, clause }: View,
  marks: readonly string[],
): string | null => {
  const from = outcome ? outcome.to : clause.from;
  for (let place = from; place <= Math.min(clause.to, from + 40); place += 1)
    if (marks.includes(words[place]?.stem ?? '')) return words[place]?.stem ?? null;
  return null;
};

const P_MARKS = [MARKS.significant, MARKS.notSignificant];
const CI_MARKS = [MARKS.intervalAcross, MARKS.intervalBelow, MARKS.intervalAbove];

/** Of the words of direction on either side of an outcome, the one that is said of it. */
export const chooseDirection = (
  view: View,
  directions: readonly DirectionCue[],
): DirectionCue | null => {
  const { before, after } = nearestDirections(view, directions);
  if (!before || !after || !view.outcome) return before ?? after;
  const between = (from: number, to: number, pattern: RegExp) =>
    view.words.slice(from, to).some(({ folded }) => pattern.test(folded));
  const verb = /^(?:was|were|is|are|had|did|showed|remained|significantly|became)$/;
  // "OUT was reduced" against "reduced A, while OUT": a verb between says whose it is.
  if (
    between(view.outcome.to + 1, after.at, verb) &&
    !between(view.outcome.to + 1, after.at, /^and$/)
  )
    return view.outcome.from - before.at <= 2 && !between(before.at, view.outcome.from, verb)
      ? before
      : after;
  return view.outcome.from - before.at <= after.at - view.outcome.to + 3 ? before : after;
};

/** Which way the outcome went by a word of direction: 1 up, -1 down. */
export const signOf = ({ kind, whom }: DirectionCue, outcome: Phrase): -1 | 1 => {
  const better = betterOf(outcome.words) || 1;
  const sign = kind === 'up' ? 1 : kind === 'down' ? -1 : kind === 'good' ? better : -better;
  return (sign * (whom || 1)) as -1 | 1;
};

const toChange = (sign: number): Change =>
  sign > 0
    ? 'significantly increased'
    : sign < 0
      ? 'significantly decreased'
      : 'no significant difference';

/** The change of the outcome that one sentence tells, by rules alone. */
export const readByRules = (
  view: View,
  outcome: Phrase,
  directions: readonly DirectionCue[] = findDirections(view),
): RuleReading => {
  const { cues, clause } = view;
  const none = (by: RuleReading['by']): RuleReading => ({ change: toChange(0), sign: 0, by });
  const told = (sign: -1 | 1, by: RuleReading['by']): RuleReading => ({
    change: toChange(sign),
    sign,
    by,
  });
  const p = markBehind(view, P_MARKS);
  const interval = markBehind(view, CI_MARKS);
  const inClause = (at: number) => at >= clause.from && at <= clause.to;
  if (p === MARKS.notSignificant) return none('p');
  const denied = cues.some(
    (cue, at) =>
      cue !== null && cue !== 'negation' && cue !== 'than' && inClause(at) && isDenied(view, at),
  );
  if (denied && p !== MARKS.significant) return none('denied');
  const same = cues.some((cue, at) => cue === 'same' && inClause(at));
  if (same && p !== MARKS.significant) return none('same');
  if (interval === MARKS.intervalAcross && p === null) return none('interval');
  const found = chooseDirection(view, directions);
  if (found)
    return told(
      signOf(found, outcome),
      found.kind === 'up' || found.kind === 'down' ? 'word' : 'benefit',
    );
  if (interval === MARKS.intervalBelow) return told(-1, 'interval');
  if (interval === MARKS.intervalAbove) return told(1, 'interval');
  const figures = p === MARKS.significant ? readFigures(view) : null;
  if (figures && figures.treated !== figures.control)
    return told(figures.treated > figures.control ? 1 : -1, 'figures');
  return { change: null, sign: 0, by: 'none' };
};
