import type { ImportFault } from '../../ports/paperSource.ts';
import {
  type Cutter,
  countLines,
  MOST_CHARACTERS,
  placeOf,
  type RawRecord,
  TOO_LONG,
} from './cutter.ts';

const NO_END = 'It has no end: the file is damaged or cut off there.';

/** A tag may be split between two pieces; so much of the end is kept back for it. */
const LONGEST_TAG = 4096;

/**
 * Elements of XML as records, each cut out by its tags alone. So a broken one spoils no other, and
 * what stands before them (a DOCTYPE with entities, say) is never read.
 * @param names of elements that hold none of their like
 */
export const cutElements = (names: readonly string[]): Cutter => {
  const tag = new RegExp(`<(/?)(?:${names.join('|')})(?:\\s[^<>]*)?>`, 'g');
  let buffer = '';
  let searched = 0;
  let line = 1;
  let counted = 0;
  let record = 0;
  /** The open record: where it begins in the buffer, null once its text was let go of. */
  let open: { start: number | null; place: string } | null = null;

  const lineAt = (position: number): number => {
    line += countLines(buffer, counted, position);
    counted = Math.max(counted, position);
    return line;
  };

  const dropBefore = (position: number): void => {
    lineAt(position);
    buffer = buffer.slice(position);
    searched -= position;
    counted -= position;
  };

  function* scan(): Generator<RawRecord | ImportFault> {
    tag.lastIndex = searched;
    for (let found = tag.exec(buffer); found !== null; found = tag.exec(buffer)) {
      searched = tag.lastIndex;
      if (found[1] === '') {
        if (open) yield { place: open.place, reason: open.start === null ? TOO_LONG : NO_END };
        record += 1;
        open = { start: found.index, place: placeOf(record, lineAt(found.index)) };
      } else if (open) {
        const { start, place } = open;
        open = null;
        yield start === null
          ? { place, reason: TOO_LONG }
          : { place, text: buffer.slice(start, searched) };
      }
    }
  }

  /** Keeps of the buffer what is still needed: the open record, and a tag that is not yet whole. */
  const tidy = (): void => {
    const last = buffer.lastIndexOf('<');
    searched = last >= searched && buffer.length - last < LONGEST_TAG ? last : buffer.length;
    if (open?.start != null && buffer.length - open.start > MOST_CHARACTERS) open.start = null;
    const needed: number = open?.start ?? searched;
    dropBefore(needed);
    if (open?.start != null) open.start = 0;
  };

  return {
    *push(piece) {
      buffer += piece;
      yield* scan();
      tidy();
    },
    *end() {
      if (open) yield { place: open.place, reason: open.start === null ? TOO_LONG : NO_END };
    },
  };
};
