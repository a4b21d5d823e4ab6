import { betterOf, cueOf } from './cues.ts';
import { type DirectionCue, findDirections, isDenied, nearestDirections } from './directions.ts';
import { readFigures } from './figures.ts';
import type { Phrase } from './phrase.ts';
import { chooseDirection, readByRules, signOf } from './ruleChange.ts';
import { skeletonOf, turnUpsideDown } from './skeleton.ts';
import type { View } from './view.ts';

/** Words kept as they are in features: all but numbers, and the three names, which are masked. */
const maskWords = ({ words, roles, outcome }: View): { mask: string; place: number }[] => {
  const masked: { mask: string; place: number }[] = [];
  words.forEach(({ stem, number, folded }, place) => {
    const inOutcome = outcome && place >= outcome.from && place <= outcome.to;
    const mask = inOutcome
      ? 'OUT'
      : roles[place] === 'I'
        ? 'INT'
        : roles[place] === 'C'
          ? 'CMP'
          : number !== null
            ? 'NUM'
            : stem;
    if (/^(?:[()[\]"“”%/±=]|\+)$/.test(folded)) return;
    if (/^(?:OUT|INT|CMP|NUM)$/.test(mask) && masked.at(-1)?.mask === mask) return;
    masked.push({ mask, place });
  });
  return masked;
};

const distanceOf = (distance: number): string =>
  distance <= 2 ? '2' : distance <= 5 ? '5' : distance <= 10 ? '10' : 'far';

const say = (sign: number | null): string =>
  sign === null ? '?' : sign > 0 ? '+' : sign < 0 ? '-' : '0';

const sayDirection = (direction: DirectionCue | null, outcome: Phrase): string =>
  direction
    ? `${direction.denied ? '!' : ''}${direction.kind === 'up' || direction.kind === 'down' ? '' : 'g'}${say(signOf(direction, outcome))}`
    : '?';

/**
 * What a sentence says on a comparison, as names of features: words and their order with the three
 * names masked, cues with their place and whom they are said of, figures, and what the rules read.
 */
export const sentenceFeatures = (view: View, outcome: Phrase): string[] => {
  const { cues, clause, sentence } = view;
  const features: string[] = ['bias', `sec=${sentence.section}`];
  const masked = maskWords(view);
  const inClause = ({ place }: { place: number }) => place >= clause.from && place <= clause.to;
  const valence = betterOf(outcome.words);
  masked.forEach((word, i) => {
    const zone = inClause(word) ? 'c' : 'x';
    const next = masked[i + 1];
    const third = masked[i + 2];
    features.push(`${zone}:${word.mask}`);
    if (next) features.push(`${zone}:${word.mask}_${next.mask}`);
    if (next && third) features.push(`${zone}:${word.mask}_${next.mask}_${third.mask}`);
  });
  const span = view.outcome;
  if (span) {
    const at = masked.findIndex(({ mask }) => mask === 'OUT');
    masked.forEach(({ mask, place }, i) => {
      if (mask === 'OUT' || !inClause({ place })) return;
      const side = i < at ? 'b' : 'a';
      const distance = Math.abs(i - at);
      if (distance <= 12) features.push(`${side}${distanceOf(distance)}:${mask}`);
    });
  }
  cues.forEach((cue, at) => {
    if (!cue || cue === 'negation' || cue === 'than') return;
    const zone = at >= clause.from && at <= clause.to ? 'c' : 'x';
    const where = !span ? 'n' : at < span.from ? 'b' : at > span.to ? 'a' : 'i';
    const denied = isDenied(view, at) ? '!' : '';
    const far =
      span && where !== 'i' ? distanceOf(where === 'b' ? span.from - at : at - span.to) : '';
    features.push(`q:${zone}${denied}${cue}`, `q:${zone}${where}${far}${denied}${cue}`);
  });
  const outcomeCue = outcome.words.map(cueOf).find((cue) => cue === 'up' || cue === 'down' || cue === 'good' || cue==='differ') ?? '';
  const directions = findDirections(view);
  for (const direction of directions) {
    const { at, kind, denied, whom } = direction;
    const zone = at >= clause.from && at <= clause.to ? 'c' : 'x';
    const where = !span ? 'n' : at < span.from ? 'b' : at > span.to ? 'a' : 'i';
    const not = denied ? '!' : '';
    const sign = say(signOf(direction, outcome));
    features.push(`w:${zone}${not}${kind}${say(whom)}`, `d:${zone}${not}${sign}`, `d:${zone}${where}${not}${sign}`);
    if (kind === 'good' || kind === 'bad') {
      const turned = (kind === 'good' ? 1 : -1) * (whom || 1);
      features.push(`g:${zone}${not}${say(turned)}v${say(valence)}`);
      for (const word of outcome.words) features.push(`g:${not}${say(turned)}o=${word}`);
    }
  }
  const { before, after } = nearestDirections(view, directions);
  const chosen = chooseDirection(view, directions);
  const far = (direction: DirectionCue | null) =>
    direction && span ? distanceOf(direction.at < span.from ? span.from - direction.at : direction.at - span.to) : '';
  const behind = view.words.slice(span ? span.to : clause.from, clause.to + 1);
  const marks = behind.map(({ stem }) => stem).filter((stem) => /^zp|^zci/.test(stem));
  const p = marks.find((mark) => mark.startsWith('zp')) ?? 'none';
  const [b, a, c] = [before, after, chosen].map((one) => sayDirection(one, outcome));
  features.push(`nb:${b}`, `na:${a}`, `nb:${b}${far(before)}`, `na:${a}${far(after)}`, `nn:${b}${a}`, `nn:${b}${far(before)}${a}${far(after)}`, `ch:${c}`, `ch:${c}${p}`, `ch:${c}o${outcomeCue}`);
  features.push(`m1=${marks[0] ?? 'none'}`, `mall=${[...new Set(marks)].sort().join('+')}`);
  const figures = readFigures(view);
  if (figures) {
    const { treated, control, by } = figures;
    const sign = say(Math.sign(treated - control));
    const gap = Math.abs(treated - control) / Math.max(Math.abs(treated), Math.abs(control), 1e-9);
    const size = gap < 0.06 ? 's' : gap < 0.2 ? 'm' : gap < 0.5 ? 'l' : 'x';
    features.push(`fig=${sign}`, `fig=${sign}${by}`, `fig=${sign}${p}`, `fig=${size}${p}`, `fig=${sign}${c}`, `fig=${sign}${by}${p}${size}`);
  } else features.push('fig=none');
  for (const word of new Set(outcome.words)) {
    const cue = cueOf(word);
    if (cue) features.push(`o:${cue}`, `o:${word}`);
  }
  const rule = readByRules(view, outcome, directions);
  features.push(
    `r:${say(rule.sign)}${rule.by}`,
    `r:${say(rule.change === null ? null : rule.sign)}`,
    `r:${say(rule.change === null ? null : rule.sign)}${p}${figures ? say(Math.sign(figures.treated - figures.control)) : ''}`,
  );
  features.push(`v${say(valence)}`);
  for (const name of skeletonFeatures(view, outcome, directions)) features.push(`k${name}`);
  return features;
};

const grams = (skeleton: string, most: number): string[] => {
  const found: string[] = [];
  for (let from = 0; from < skeleton.length; from += 1)
    for (let length = 1; length <= most && from + length <= skeleton.length; length += 1)
      found.push(skeleton.slice(from, from + length));
  return found;
};

/** The skeletons of a view's clause as features: with all letters, and without the weak ones. */
export const skeletonFeatures = (view: View, outcome: Phrase, directions: readonly DirectionCue[]): string[] => {
  const whole = skeletonOf(view, directions, outcome, view.clause);
  const bare = whole.replace(/[kvbF]/g, '').replace(/([OIC])\1+/g, '$1');
  const noRepeat = bare.replace(/[PQ]/g, '');
  const features = [...grams(whole, 4).map((gram) => `s${gram.length}:${gram}`), ...grams(bare, 5).map((gram) => `t${gram.length}:${gram}`), ...grams(noRepeat, 5).map((gram) => `z${gram.length}:${gram}`)];
  for (const [name, skeleton] of [['whole', whole], ['bare', bare], ['np', noRepeat]] as const) {
    const at = skeleton.indexOf('O');
    if (at === -1) continue;
    for (let before = 0; before <= 3; before += 1)
      for (let after = 0; after <= 3; after += 1)
        if (before + after > 0)
          features.push(`${name}${before}${after}:${skeleton.slice(Math.max(0, at - before), at)}O${skeleton.slice(at + 1, at + 1 + after)}`);
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
    names.push(`dd${denied ? '!' : ''}:${sign}`, `dd${denied ? '!' : ''}${where}:${sign}`, `dd${where}${far}:${sign}`, `dw${whom === 0 ? 'none' : 'told'}${where}${far}:${sign}`);
    if (kind === 'good' || kind === 'bad') {
      const turned = (kind === 'good' ? 1 : -1) * (whom || 1);
      if (valence === 0) names.push(`gn:${say(turned)}`);
      for (const word of outcome.words) names.push(`g=${word}=:${say(turned)}`);
    }
  }
  const { before, after } = nearestDirections(view, directions);
  const chosen = chooseDirection(view, directions);
  const sgn = (direction: DirectionCue | null) => (direction ? say(signOf(direction, outcome)) : '0');
  names.push(`near:${sgn(before)}${sgn(after)}`, `ch:${sgn(chosen)}`, `ch${chosen?.kind === 'up' || chosen?.kind === 'down' ? 'word' : 'good'}:${sgn(chosen)}`);
  const figures = readFigures(view);
  const f = figures ? Math.sign(figures.treated - figures.control) : 0;
  names.push(`fig:${say(f)}`, `fig${figures?.by}:${say(f)}`, `figch:${say(f)}${sgn(chosen)}`, `fignear:${say(f)}${sgn(before)}${sgn(after)}`);
  const rule = readByRules(view, outcome, directions);
  names.push(`rule${rule.by}:${say(rule.sign)}`, `rule:${say(rule.sign)}`);
  const features: [string, number][] = [];
  for (const name of new Set(names)) {
    const [head, tail] = [name.slice(0, name.lastIndexOf(':') + 1), name.slice(name.lastIndexOf(':') + 1)];
    const turned = turnUpsideDown(tail);
    if (turned !== tail) features.push(tail < turned ? [head + tail, 1] : [head + turned, -1]);
  }
  return features;
};

/** The places of features in a model of so many: a hash of their names. */
export const hashFeature = (name: string, size: number): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) {
    hash ^= name.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) % size;
};
