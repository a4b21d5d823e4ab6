import type { Extraction } from '../../src/core/domain/extraction.ts';

/** An extraction from the parts that a test cares about: nothing was read of the others. */
export const extraction = (parts: Partial<Extraction> = {}): Extraction => ({
  design: null,
  blinding: null,
  control: null,
  species: null,
  enrolled: null,
  duration: null,
  arms: [],
  conditions: [],
  interventions: [],
  outcomes: [],
  findings: [],
  ...parts,
});

/** Something that was read in a sentence. */
export const read = <T>(value: T, sentence = `It says ${value}.`) => ({
  value,
  sentence,
  confidence: 0.9,
});

/** A finding that was read. */
export const finding = (outcome: string, parts: Partial<Extraction['findings'][number]> = {}) => ({
  intervention: { text: 'gabapentin', id: 'gabapentin' },
  comparator: 'placebo',
  outcome: { text: outcome, id: null },
  change: read('significantly decreased' as const, `${outcome} fell.`),
  direction: null,
  ...parts,
});
