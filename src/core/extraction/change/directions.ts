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

const NOUN =
  /^(?:reductions?|decreases?|declines?|improvements?|increases?|gains?|losses|loss|drops?|falls?|rises?)$/;
const VERB = /^(?:was|were|is|are)$/;

/** "The reduction in pain was greater in ...": a noun of direction and what is said of it are one. */
const joinPredicates = ({ words }: View, found: readonly DirectionCue[]): DirectionCue[] => {
  const joined: DirectionCue[] = [];
  for (let i = 0; i < found.length; i += 1) {
    const [noun, predicate] = [found[i] as DirectionCue, found[i + 1]];
    const said = predicate ? (words[predicate.at]?.folded ?? '') : '';
    const between = predicate
      ? words.slice(noun.at + 1, predicate.at).map(({ folded }) => folded)
      : [];
    const isOne =
      predicate !== undefined &&
      NOUN.test(words[noun.at]?.folded ?? '') &&
      (MORE.test(said) || LESSEN.test(said)) &&
      between.some((word) => VERB.test(word)) &&
      !between.some((word) => /^(?:;|but|while|whereas|although)$/.test(word));
    if (!isOne) {
      joined.push(noun);
      continue;
    }
    const kind = MORE.test(said) ? noun.kind : OPPOSITE[noun.kind];
    joined.push({ ...noun, kind, whom: predicate.whom, denied: predicate.denied });
    i += 1;
  }
  return joined;
};

/** How far the second of two words that belong together may stand. */
const NEAR = 3;

/** The next cue that a word of more or less may be said of, without a comma or "and" between. */
const modifiedBy = ({ words, cues }: View, at: number): number | null => {
  for (let place = at + 1; place <= at + NEAR; place += 1) {
    if (isKind(cues[place])) return place;
    if (/^(?:,|and|or|;|but|than|in|of)$/.test(words[place]?.folded ?? '')) return null;
  }
  return null;
};

const turned = (word: string, kind: Kind): Kind => {
  if (MORE.test(word)) return kind;
  // What attenuates a rise lowers; what is a smaller rise does too, but a smaller fall is a rise.
  return kind === 'up' && !/^(?:less|lesser|smaller|fewer)$/.test(word) ? 'down' : OPPOSITE[kind];
};

/**
 * The words of direction in a sentence, those that belong together made one: "greater reduction"
 * is down, "less improvement" bad, "attenuated the increase" down, "fell less" up. Where the outcome
 * itself is a reduction, more of it is up.
 */
export const findDirections = (view: View): DirectionCue[] => {
  const { words, cues, outcome } = view;
  const isNamed = (at: number): boolean =>
    outcome !== null && at >= outcome.from && at <= outcome.to && outcome.coverage > 0.5;
  const found: DirectionCue[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const cue = cues[at];
    if (!isKind(cue) || isNamed(at)) continue;
    const word = words[at]?.folded ?? '';
    const next = modifiedBy(view, at);
    const own = { at, kind: cue, denied: isDenied(view, at), whom: orientationAt(view, at) };
    if (next === null || isNamed(next)) {
      found.push(own);
      continue;
    }
    const other = cues[next] as Kind;
    const behind = words[next]?.folded ?? '';
    if (LESSEN.test(word) || MORE.test(word)) {
      found.push({ ...own, at: next, kind: turned(word, other), whom: orientationAt(view, next) });
      at = next;
    } else if (/^(?:less|more)$/.test(behind) && !isKind(cues[next + 1])) {
      found.push({ ...own, kind: behind === 'less' ? OPPOSITE[cue] : cue });
      at = next;
    } else found.push(own);
  }
  return joinPredicates(view, found);
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
