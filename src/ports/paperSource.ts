import type { Paper } from '../core/domain/paper.ts';

/** What is wrong in a file: where it stands there, and why, in one plain sentence. */
export type ImportFault = {
  place: string;
  reason: string;
  /** Set where nothing was lost by it. */
  isNote?: true;
};

/** What a file gives, one after the other. A fault never ends what can still be read. */
export type ImportItem = Paper | ImportFault;

export const isFault = (item: object): item is ImportFault => 'reason' in item;

/** Where a fault is that concerns a file as a whole. */
export const WHOLE_FILE = 'file';

/**
 * The papers of a file, as they come. Nothing in the file makes it throw.
 * @param mostBytes more of it is not read, counted once unpacked
 */
export type ReadPapers = (
  bytes: AsyncIterable<Uint8Array>,
  options?: { mostBytes?: number },
) => AsyncIterable<ImportItem>;
