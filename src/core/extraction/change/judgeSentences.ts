import type { ReadAbstract } from '../text/readAbstract.ts';
import { type ChangeModel, OUTPUTS } from './changeModel.ts';
import { evidenceFeatures } from './evidenceFeatures.ts';
import type { Phrase } from './phrase.ts';
import { type RuleReading, readByRules } from './ruleChange.ts';
import { signFeatures } from './signFeatures.ts';
import { scoreVector, softmax, toVector, type Vector } from './vector.ts';
import { type Comparison, type View, viewAbstract } from './view.ts';
import { wordFeatures } from './wordFeatures.ts';

/** All that is computed of a sentence for one comparison, before any weight is applied. */
export type Reading = {
  view: View;
  rule: RuleReading;
  evidence: readonly number[];
  words: Vector;
  signs: Vector;
};

/** How many places the two linear models have. */
export const PLACES = { words: 1 << 16, signs: 1 << 15 } as const;

/** Words and their neighbours count once, what the rules make of them more. */
const GRAM = /^(?:c|x|[ab](?:2|5|10|far)):/;
const RULE_VALUE = 2.5;

export const readView = (view: View, outcome: Phrase): Reading => {
  const rule = readByRules(view, outcome);
  return {
    view,
    rule,
    evidence: evidenceFeatures(view, rule),
    words: toVector(
      [...new Set(wordFeatures(view, outcome))].map((name): [string, number] => [
        name,
        GRAM.test(name) ? 1 : RULE_VALUE,
      ]),
      PLACES.words,
    ),
    signs: toVector(signFeatures(view, outcome), PLACES.signs),
  };
};

export const readComparison = (
  read: ReadAbstract,
  comparison: Comparison,
  rarity: ChangeModel['rarity'],
): Reading[] => {
  const { views, outcome } = viewAbstract(read, comparison, rarity);
  return views.map((view) => readView(view, outcome));
};

/** A sentence's share in the answer: how surely it reports on the comparison, and what it says. */
export type Judged = {
  reading: Reading;
  /** That it reports on the comparison, 0 .. 1. */
  bears: number;
  /** Of each change, in the order of CHANGES; sums to 1. */
  chances: readonly number[];
};

const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

export const judgeSentences = (
  readings: readonly Reading[],
  model: Pick<ChangeModel, 'evidence' | 'words' | 'signs'>,
): Judged[] =>
  readings.map((reading) => {
    const bears = logistic(
      reading.evidence.reduce((sum, value, i) => sum + value * (model.evidence[i] ?? 0), 0),
    );
    const none = softmax(scoreVector(model.words, reading.words, OUTPUTS))[2] as number;
    const up = logistic(scoreVector(model.signs, reading.signs, 1)[0] as number);
    return { reading, bears, chances: [(1 - none) * up, (1 - none) * (1 - up), none] };
  });

/** Sentences that hardly bear on it count for less than their part. */
const EMPHASIS = 1.5;

/** The chances of each change over all sentences, each counted by how it bears on the comparison. */
export const poolChances = (judged: readonly Judged[]): number[] => {
  const pooled = [1e-6, 1e-6, 1e-6];
  for (const { bears, chances } of judged)
    chances.forEach((chance, k) => {
      pooled[k] = (pooled[k] as number) + bears ** EMPHASIS * chance;
    });
  const total = pooled.reduce((sum, part) => sum + part, 0);
  return pooled.map((part) => part / total);
};

/** Chances raised to a power and made to sum to 1 again: above 1 they become surer. */
export const sharpen = (chances: readonly number[], power: number): number[] =>
  softmax(chances.map((chance) => power * Math.log(Math.max(chance, 1e-9))));
