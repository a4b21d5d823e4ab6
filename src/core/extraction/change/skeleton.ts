import { betterOf } from './cues.ts';
import type { DirectionCue } from './directions.ts';
import type { Phrase } from './phrase.ts';
import type { View } from './view.ts';

/**
 * A clause reduced to what a comparison is made of, one letter each: the outcome (O), the groups (I, C),
 * up and down (U, D), "better" and "worse" turned into them by the outcome (u, d; unknown: G, W), than
 * (T), same (S), differ (F), not (N), p values (P, Q) and intervals (c, x, n), verbs (v), commas and "and" (k).
 */
const TOKENS: Readonly<Record<string, string>> = {
  zpsig: 'P',
  zpns: 'Q',
  zcinull: 'n',
  zcilow: 'x',
  zcihigh: 'c',
  was: 'v',
  were: 'v',
  is: 'v',
  are: 'v',
  had: 'v',
  ',': 'k',
  and: 'k',
  or: 'k',
  ';': ';',
  but: ';',
  while: ';',
  whereas: ';',
  from: 'b',
  baseline: 'b',
  both: 'A',
};

/** The letters of direction, and what they are when all is turned upside down. */
const UPSIDE_DOWN: Readonly<Record<string, string>> = {
  U: 'D',
  D: 'U',
  u: 'd',
  d: 'u',
  G: 'W',
  W: 'G',
  c: 'x',
  x: 'c',
  '+': '-',
  '-': '+',
};

/** A feature's name with up for down and down for up. */
export const turnUpsideDown = (name: string): string =>
  [...name].map((letter) => UPSIDE_DOWN[letter] ?? letter).join('');

const letterOf = ({ kind }: DirectionCue, better: number): string => {
  if (kind === 'up') return 'U';
  if (kind === 'down') return 'D';
  const isUp = kind === 'good' ? better > 0 : better < 0;
  return better === 0 ? (kind === 'good' ? 'G' : 'W') : isUp ? 'u' : 'd';
};

/** The skeleton of the words from .. to of a sentence. */
export const skeletonOf = (
  { words, cues, roles, outcome }: View,
  directions: readonly DirectionCue[],
  name: Phrase,
  { from, to }: { from: number; to: number },
): string => {
  const better = betterOf(name.words);
  const at = new Map(directions.map((direction) => [direction.at, direction]));
  let skeleton = '';
  for (let place = from; place <= to; place += 1) {
    const direction = at.get(place);
    const cue = cues[place];
    const letter =
      outcome && place >= outcome.from && place <= outcome.to
        ? 'O'
        : direction
          ? letterOf(direction, better)
          : roles[place]
            ? (roles[place] as string)
            : cue === 'than'
              ? 'T'
              : cue === 'same'
                ? 'S'
                : cue === 'differ'
                  ? 'F'
                  : cue === 'negation'
                    ? 'N'
                    : TOKENS[words[place]?.folded ?? ''];
    if (letter && !(letter === skeleton.at(-1) && /[OICkb]/.test(letter))) skeleton += letter;
  }
  return skeleton;
};
