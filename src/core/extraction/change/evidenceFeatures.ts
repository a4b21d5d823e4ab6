import { SECTIONS } from '../text/sentences.ts';
import type { RuleReading } from './ruleChange.ts';
import type { View } from './view.ts';

/** What tells whether a sentence reports on a comparison: how much it names of it, and how it speaks. */
export const evidenceFeatures = (view: View, rule: RuleReading): number[] => {
  const { words, cues, roles, coverage, outcome, sentence } = view;
  const has = (pattern: RegExp): number => +words.some(({ stem }) => pattern.test(stem));
  const cue = (name: string): number => +cues.some((one) => one === name);
  const reports = +(sentence.section === 'results' || sentence.section === 'conclusion');
  const [treated, control] = [+roles.includes('I'), +roles.includes('C')];
  return [
    1,
    ...SECTIONS.map((section) => +(sentence.section === section)),
    coverage.outcome,
    coverage.outcome ** 2,
    coverage.outcome ** 4,
    outcome?.coverage ?? 0,
    +((outcome?.coverage ?? 0) > 0.99),
    outcome ? Math.min(1, (outcome.to - outcome.from + 1) / 20) : 1,
    coverage.intervention,
    coverage.comparator,
    sentence.place,
    sentence.place ** 2,
    has(/^zpsig$/),
    has(/^zpns$/),
    has(/^zci/),
    ...['significant', 'than', 'up', 'down', 'same', 'good', 'negation', 'differ'].map(cue),
    Math.min(1, words.length / 60),
    +(rule.change !== null),
    +words.some(({ number }) => number !== null),
    treated,
    control,
    treated * control,
    coverage.outcome * has(/^z[pc]/),
    coverage.outcome * reports,
  ];
};
