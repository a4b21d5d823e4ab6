import type { Draft } from './draft.ts';
import type { Cutter } from './records/cutter.ts';

/**
 * Reads a record of one file; null for one that is no paper, nor meant to be.
 * @throws RecordError where it is broken.
 */
export type RecordReader = (text: string) => Draft | null;

/** A format of files: how its records are cut out, and how each is read. */
export type Format = {
  createCutter: () => Cutter;
  /** Readers are made anew for each file. A format may load what only it needs. */
  createReader: () => RecordReader | Promise<RecordReader>;
};
