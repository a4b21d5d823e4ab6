import type { Dose } from './concept.ts';
import type { Design, Direction, Study } from './study.ts';

/**
 * What a program read in a title and an abstract. Every figure keeps the sentence it rests on, so
 * that a person can check it without opening the paper. Nothing of it is verified.
 */

/** A value with the sentence it was read in, word for word, and how sure the reader is, 0 .. 1. */
export type Read<T> = { value: T; sentence: string; confidence: number };

/** How an outcome changed with a treatment against its comparator, whatever change is the better one. */
export const CHANGES = [
  'significantly increased',
  'significantly decreased',
  'no significant difference',
] as const;
export type Change = (typeof CHANGES)[number];

export type ExtractedArm = {
  /** As the abstract names it. */
  name: string;
  /** The concept of the vocabulary; null where none fits. */
  intervention: string | null;
  dose: Read<Dose> | null;
};

export type ExtractedFinding = {
  intervention: { text: string; id: string | null };
  comparator: string | null;
  outcome: { text: string; id: string | null };
  change: Read<Change>;
  /** For the person treated, where it is known which change of the outcome is the better one. */
  direction: Direction | null;
};

export type Extraction = {
  design: Read<Design> | null;
  blinding: Read<Study['blinding']> | null;
  control: Read<Study['control']> | null;
  species: Read<Study['population']['species']> | null;
  /** People (or animals) enrolled or randomised. */
  enrolled: Read<number> | null;
  duration: Read<string> | null;
  arms: readonly ExtractedArm[];
  /** Ids of the vocabulary. */
  conditions: readonly string[];
  interventions: readonly string[];
  outcomes: readonly string[];
  findings: readonly ExtractedFinding[];
};
