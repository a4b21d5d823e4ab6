import type { Paper } from '../core/domain/paper.ts';

/** What could not be taken from a file: where it stands there, and why, in one plain sentence. */
export type ImportFault = { place: string; reason: string };

/** What a file gives, one after the other. A fault never ends what can still be read. */
export type ImportItem = Paper | ImportFault;

export const isFault = (item: object): item is ImportFault => 'reason' in item;

/** Where a fault is that concerns a file as a whole. */
export const WHOLE_FILE = 'file';
