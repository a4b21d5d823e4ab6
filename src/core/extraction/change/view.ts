import type { ReadAbstract, ReadSentence } from '../text/readAbstract.ts';
import type { Word } from '../text/words.ts';
import { type Cue, cueAt } from './cues.ts';
import { bestSpan, matchPhrase, type Phrase, type Rarity, type Span, toPhrase } from './phrase.ts';
import { createRoleFinder, type Role } from './roles.ts';

/** What is asked of an abstract: how an outcome changed with one treatment against another. */
export type Comparison = { intervention: string; comparator: string; outcome: string };

/** A sentence as seen from a comparison. */
export type View = {
  sentence: ReadSentence;
  words: readonly Word[];
  cues: readonly (Cue | null)[];
  roles: readonly Role[];
  /** How deep in brackets each word stands. */
  depth: readonly number[];
  /** Where the outcome is named; null where it is not. */
  outcome: Span | null;
  /** The words that belong with the outcome: from, up to and with to. */
  clause: { from: number; to: number };
  /** How much of each name the sentence holds, 0 .. 1. */
  coverage: { intervention: number; comparator: number; outcome: number };
};

export type Views = { views: readonly View[]; outcome: Phrase };

const BREAKS = new Set([
  ';',
  '.',
  'but',
  'whereas',
  'while',
  'although',
  'though',
  'however',
  'yet',
  'except',
]);

/** The part of a sentence about the outcome: up to the "but" or semicolon on either side. */
const clauseAround = (
  words: readonly Word[],
  depth: readonly number[],
  span: Span | null,
): { from: number; to: number } => {
  if (!span) return { from: 0, to: words.length - 1 };
  const level = Math.min(depth[span.from] ?? 0, depth[span.to] ?? 0);
  const isBreak = (place: number): boolean =>
    BREAKS.has(words[place]?.folded ?? '') &&
    (depth[place] ?? 0) <= level &&
    !(words[place]?.folded === '.' && /^(?:vs|[a-z])$/.test(words[place - 1]?.folded ?? ''));
  let { from, to } = span;
  while (from > 0 && !isBreak(from - 1)) from -= 1;
  while (to < words.length - 1 && !isBreak(to + 1)) to += 1;
  return { from, to };
};

const depths = (words: readonly Word[]): number[] => {
  let depth = 0;
  return words.map(({ folded }) => {
    if (/^[([]$/.test(folded)) depth += 1;
    const here = depth;
    if (/^[)\]]$/.test(folded)) depth = Math.max(0, depth - 1);
    return here;
  });
};

/** Every sentence of an abstract as seen from one comparison. */
export const viewAbstract = (read: ReadAbstract, comparison: Comparison, rarity: Rarity): Views => {
  const intervention = toPhrase(comparison.intervention, rarity);
  const comparator = toPhrase(comparison.comparator, rarity);
  const outcome = toPhrase(comparison.outcome, rarity);
  const findRoles = createRoleFinder(read, intervention, comparator);
  const views = read.sentences.map((sentence): View => {
    const { words } = sentence;
    const match = matchPhrase(outcome, words, read.abbreviations);
    const span = bestSpan(outcome, match);
    const depth = depths(words);
    const isWholly = span !== null && span.coverage > 0.5;
    return {
      sentence,
      words,
      depth,
      cues: words.map((_, at) => cueAt(words, at)),
      // A word of the outcome's name names no group.
      roles: findRoles(sentence).map((role, at) =>
        isWholly && at >= span.from && at <= span.to ? null : role,
      ),
      outcome: span,
      clause: clauseAround(words, depth, span),
      coverage: {
        intervention: matchPhrase(intervention, words, read.abbreviations).coverage,
        comparator: matchPhrase(comparator, words, read.abbreviations).coverage,
        outcome: match.coverage,
      },
    };
  });
  return { views, outcome };
};
