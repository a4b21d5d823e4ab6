import { betterOf, cueOfStem } from './cues.ts';
import { type DirectionCue, findDirections, isDenied, nearestDirections } from './directions.ts';
import { readFigures } from './figures.ts';
import type { Phrase } from './phrase.ts';
import { chooseDirection, readByRules, signOf } from './ruleChange.ts';
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

export const distanceOf = (distance: number): string =>
  distance <= 2 ? '2' : distance <= 5 ? '5' : distance <= 10 ? '10' : 'far';

export const say = (sign: number | null): string =>
  sign === null ? '?' : sign > 0 ? '+' : sign < 0 ? '-' : '0';

const sayDirection = (direction: DirectionCue | null, outcome: Phrase): string =>
  direction
    ? `${direction.denied ? '!' : ''}${direction.kind === 'up' || direction.kind === 'down' ? '' : 'g'}${say(signOf(direction, outcome))}`
    : '?';

/**
 * What a sentence says on a comparison, as names of features: words and their order with the three
 * names masked, cues with their place and whom they are said of, figures, and what the rules read.
 */
export const wordFeatures = (view: View, outcome: Phrase): string[] => {
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
  const outcomeCue =
    outcome.words
      .map(cueOfStem)
      .find((cue) => cue === 'up' || cue === 'down' || cue === 'good' || cue === 'differ') ?? '';
  const directions = findDirections(view);
  for (const direction of directions) {
    const { at, kind, denied, whom } = direction;
    const zone = at >= clause.from && at <= clause.to ? 'c' : 'x';
    const where = !span ? 'n' : at < span.from ? 'b' : at > span.to ? 'a' : 'i';
    const not = denied ? '!' : '';
    const sign = say(signOf(direction, outcome));
    features.push(
      `w:${zone}${not}${kind}${say(whom)}`,
      `d:${zone}${not}${sign}`,
      `d:${zone}${where}${not}${sign}`,
    );
    if (kind === 'good' || kind === 'bad') {
      const turned = (kind === 'good' ? 1 : -1) * (whom || 1);
      features.push(`g:${zone}${not}${say(turned)}v${say(valence)}`);
      for (const word of outcome.words) features.push(`g:${not}${say(turned)}o=${word}`);
    }
  }
  const { before, after } = nearestDirections(view, directions);
  const chosen = chooseDirection(view, directions);
  const far = (direction: DirectionCue | null) =>
    direction && span
      ? distanceOf(direction.at < span.from ? span.from - direction.at : direction.at - span.to)
      : '';
  const behind = view.words.slice(span ? span.to : clause.from, clause.to + 1);
  const marks = behind.map(({ stem }) => stem).filter((stem) => /^zp|^zci/.test(stem));
  const p = marks.find((mark) => mark.startsWith('zp')) ?? 'none';
  const [b, a, c] = [before, after, chosen].map((one) => sayDirection(one, outcome));
  features.push(
    `nb:${b}`,
    `na:${a}`,
    `nb:${b}${far(before)}`,
    `na:${a}${far(after)}`,
    `nn:${b}${a}`,
    `nn:${b}${far(before)}${a}${far(after)}`,
    `ch:${c}`,
    `ch:${c}${p}`,
    `ch:${c}o${outcomeCue}`,
  );
  features.push(`m1=${marks[0] ?? 'none'}`, `mall=${[...new Set(marks)].sort().join('+')}`);
  const figures = readFigures(view);
  if (figures) {
    const { treated, control, by } = figures;
    const sign = say(Math.sign(treated - control));
    const gap = Math.abs(treated - control) / Math.max(Math.abs(treated), Math.abs(control), 1e-9);
    const size = gap < 0.06 ? 's' : gap < 0.2 ? 'm' : gap < 0.5 ? 'l' : 'x';
    features.push(
      `fig=${sign}`,
      `fig=${sign}${by}`,
      `fig=${sign}${p}`,
      `fig=${size}${p}`,
      `fig=${sign}${c}`,
      `fig=${sign}${by}${p}${size}`,
    );
  } else features.push('fig=none');
  for (const word of new Set(outcome.words)) {
    const cue = cueOfStem(word);
    if (cue) features.push(`o:${cue}`, `o:${word}`);
  }
  const rule = readByRules(view, outcome, directions);
  features.push(
    `r:${say(rule.sign)}${rule.by}`,
    `r:${say(rule.change === null ? null : rule.sign)}`,
    `r:${say(rule.change === null ? null : rule.sign)}${p}${figures ? say(Math.sign(figures.treated - figures.control)) : ''}`,
  );
  features.push(`v${say(valence)}`);
  return features;
};
