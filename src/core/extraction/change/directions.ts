import type { Cue } from './cues.ts';
import { orientationAt } from './orientation.ts';
import type { View } from './view.ts';

/** A word or two of a sentence that say which way something went. */
export type DirectionCue = {
  at: number;
  kind: 'up' | 'down' | 'good' | 'bad';
  /** "no", "not" or the like stands before it. */
  denied: boolean;
  /** Whom it is said of: 1 the intervention, -1 the comparator, 0 not told. */
  whom: -1 | 0 | 1;
};

const NEAR_DENIAL = 6;

/** Whether a word is denied: "no", "not" or "without" a few words before it in the clause. */
export const isDenied = ({ words, cues, clause }: View, at: number): boolean => {
  for (let place = at - 1; place >= Math.max(clause.from, at - NEAR_DENIAL); place -= 1) {
    if (cues[place] === 'negation') return words[place + 1]?.folded !== 'only';
    if (words[place]?.folded === ',' && at - place > 2) return false;
  }
  return false;
};

/** "weaker" words before another cue, which turn it round: "less improvement", "attenuated the rise". */
const LESSEN =
  /^(?:less|lesser|smaller|lower|attenuated?|blunted|prevent(?:s|ed)?|inhibit(?:s|ed)?|suppress(?:es|ed)?|limit(?:s|ed)?|delayed|reduced|reduces|diminished|fewer)$/;
const MORE =
  /^(?:greater|more|higher|larger|increased|most|better|stronger|faster|greatest|highest|further|significantly)$/;
const OPPOSITE = { up: 'down', down: 'up', good: 'bad', bad: 'good' } as const;
type Kind = DirectionCue['kind'];
const isKind = (cue: Cue | null | undefined): cue is Kind =>
  cue === 'up' || cue === 'down' || cue === 'good' || cue === 'bad';

/**
 * The words of direction in a sentence, those that belong together made one: "greater reduction"
 * is down, "less improvement" bad, "attenuated the increase" down.
 */
export const findDirections = (view: View): DirectionCue[] => {
  const { words, cues } = view;
  const found: DirectionCue[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const cue = cues[at];
    if (!isKind(cue)) continue;
    const word = words[at]?.folded ?? '';
    const next = [1, 2, 3].find(
      (step) =>
        isKind(cues[at + step]) &&
        !/^(?:,|and|or|;|but)$/.test(
          words
            .slice(at + 1, at + step)
            .map(({ folded }) => folded)
            .join(' '),
        ) &&
        !words
          .slice(at + 1, at + step)
          .some(({ folded }) => /^(?:,|and|or|;|than|in|of)$/.test(folded)),
    );
    let kind: Kind = cue;
    let place = at;
    if (next !== undefined && (LESSEN.test(word) || MORE.test(word))) {
      const modified = cues[at + next] as Kind;
      kind = MORE.test(word)
        ? modified
        : modified === 'up' && !/^(?:less|lesser|smaller|fewer)$/.test(word)
          ? 'down'
          : OPPOSITE[modified];
      place = at + next;
    }
    found.push({ at: place, kind, denied: isDenied(view, at), whom: orientationAt(view, place) });
    at = place;
  }
  return found;
};

/** The words of direction nearest to the outcome, on either side, in its clause. */
export const nearestDirections = (
  view: View,
  directions: readonly DirectionCue[],
): { before: DirectionCue | null; after: DirectionCue | null } => {
  const { outcome, clause } = view;
  const inside = directions.filter(({ at }) => at >= clause.from && at <= clause.to);
  if (!outcome) return { before: inside[0] ?? null, after: null };
  return {
    before: inside.findLast(({ at }) => at < outcome.from) ?? null,
    after: inside.find(({ at }) => at > outcome.to) ?? null,
  };
};
