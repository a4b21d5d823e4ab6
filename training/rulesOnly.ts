import { CHANGES } from '../src/core/domain/extraction.ts';
import type { Reading } from '../src/core/extraction/change/judgeSentences.ts';

/** How much more is to be expected of a sentence of each part of an abstract. */
const SECTION: Readonly<Record<Reading['view']['sentence']['section'], number>> = {
  results: 0.3,
  conclusion: 0.2,
  unlabelled: 0.15,
  title: 0.1,
  background: -0.1,
  methods: -0.2,
  objective: -0.2,
  other: -0.3,
};

const worthOf = ({ view: { coverage, sentence, words } }: Reading): number =>
  coverage.outcome +
  SECTION[sentence.section] +
  0.15 * coverage.intervention +
  0.1 * coverage.comparator +
  (words.some(({ stem }) => stem.startsWith('zp')) ? 0.15 : 0);

/**
 * What can be had without a trained model: the rules' reading of the sentence that names most of the
 * outcome, as a place in CHANGES; no difference where the rules read nothing.
 */
export const readByRulesOnly = (readings: readonly Reading[]): number => {
  const told = readings.filter(({ rule }) => rule.change !== null);
  const best = told.reduce<Reading | null>(
    (top, one) => (top && worthOf(top) >= worthOf(one) ? top : one),
    null,
  );
  return CHANGES.indexOf(best?.rule.change ?? 'no significant difference');
};
