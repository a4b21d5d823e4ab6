import { betterOf } from './cues.ts';
import { type DirectionCue, findDirections, nearestDirections } from './directions.ts';
import { readFigures } from './figures.ts';
import type { Phrase } from './phrase.ts';
import { chooseDirection, readByRules, signOf } from './ruleChange.ts';
import { skeletonOf, turnUpsideDown } from './skeleton.ts';
import type { View } from './view.ts';
import { distanceOf, say } from './wordFeatures.ts';

const grams = (skeleton: string, most: number): string[] => {
  const found: string[] = [];
  for (let from = 0; from < skeleton.length; from += 1)
    for (let length = 1; length <= most && from + length <= skeleton.length; length += 1)
      found.push(skeleton.slice(from, from + length));
  return found;
};

/** The skeletons of a view's clause as features: with all letters, and without the weak ones. */
const skeletonFeatures = (
  view: View,
  outcome: Phrase,
  directions: readonly DirectionCue[],
): string[] => {
  const whole = skeletonOf(view, directions, outcome, view.clause);
  const bare = whole.replace(/[kvbF]/g, '').replace(/([OIC])\1+/g, '$1');
  const noRepeat = bare.replace(/[PQ]/g, '');
  const features = [
    ...grams(whole, 4).map((gram) => `s${gram.length}:${gram}`),
    ...grams(bare, 5).map((gram) => `t${gram.length}:${gram}`),
    ...grams(noRepeat, 5).map((gram) => `z${gram.length}:${gram}`),
  ];
  for (const [name, skeleton] of [
    ['whole', whole],
    ['bare', bare],
    ['np', noRepeat],
  ] as const) {
    const at = skeleton.indexOf('O');
    if (at === -1) continue;
    for (let before = 0; before <= 3; before += 1)
      for (let after = 0; after <= 3; after += 1)
        if (before + after > 0)
          features.push(
            `${name}${before}${after}:${skeleton.slice(Math.max(0, at - before), at)}O${skeleton.slice(at + 1, at + 1 + after)}`,
          );
  }
  if (noRepeat.length < 10) features.push(`all:${noRepeat}`);
  return features;
};

/**
 * Features that tell up from down: each with 1, or with -1 where it is another one upside down, so
 * that what is learnt of "increased" is learnt of "decreased" as well.
 */
export const signFeatures = (view: View, outcome: Phrase): [string, number][] => {
  const directions = findDirections(view);
  const names = skeletonFeatures(view, outcome, directions);
  const valence = betterOf(outcome.words);
  const { clause, outcome: span } = view;
  for (const direction of directions) {
    const { at, kind, denied, whom } = direction;
    if (at < clause.from || at > clause.to) {
      names.push(`dx:${say(signOf(direction, outcome))}`);
      continue;
    }
    const where = !span ? 'n' : at < span.from ? 'B' : at > span.to ? 'A' : 'i';
    const sign = say(signOf(direction, outcome));
    const far = span ? distanceOf(at < span.from ? span.from - at : at - span.to) : '';
    names.push(
      `dd${denied ? '!' : ''}:${sign}`,
      `dd${denied ? '!' : ''}${where}:${sign}`,
      `dd${where}${far}:${sign}`,
      `dw${whom === 0 ? 'none' : 'told'}${where}${far}:${sign}`,
    );
    if (kind === 'good' || kind === 'bad') {
      const turned = (kind === 'good' ? 1 : -1) * (whom || 1);
      if (valence === 0) names.push(`gn:${say(turned)}`);
      for (const word of outcome.words) names.push(`g=${word}=:${say(turned)}`);
    }
  }
  // A word of direction that is part of the outcome's own name: "improvement in sleep".
  if (span)
    for (let at = span.from; at <= span.to; at += 1) {
      const cue = view.cues[at];
      if (cue === 'up' || cue === 'down') names.push(`in:${cue === 'up' ? '+' : '-'}`);
      if (cue === 'good' || cue === 'bad') names.push(`ingood:${cue === 'good' ? '+' : '-'}`);
    }
  const { before, after } = nearestDirections(view, directions);
  const chosen = chooseDirection(view, directions);
  const sgn = (direction: DirectionCue | null) =>
    direction ? say(signOf(direction, outcome)) : '0';
  names.push(
    `near:${sgn(before)}${sgn(after)}`,
    `ch:${sgn(chosen)}`,
    `ch${chosen?.kind === 'up' || chosen?.kind === 'down' ? 'word' : 'good'}:${sgn(chosen)}`,
  );
  const figures = readFigures(view);
  const f = figures ? Math.sign(figures.treated - figures.control) : 0;
  names.push(
    `fig:${say(f)}`,
    `fig${figures?.by}:${say(f)}`,
    `figch:${say(f)}${sgn(chosen)}`,
    `fignear:${say(f)}${sgn(before)}${sgn(after)}`,
  );
  const rule = readByRules(view, outcome, directions);
  names.push(`rule${rule.by}:${say(rule.sign)}`, `rule:${say(rule.sign)}`);
  const features: [string, number][] = [];
  for (const name of new Set(names)) {
    const [head, tail] = [
      name.slice(0, name.lastIndexOf(':') + 1),
      name.slice(name.lastIndexOf(':') + 1),
    ];
    const turned = turnUpsideDown(tail);
    if (turned !== tail) features.push(tail < turned ? [head + tail, 1] : [head + turned, -1]);
  }
  return features;
};
