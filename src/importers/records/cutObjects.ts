import type { ImportFault } from '../../ports/paperSource.ts';
import {
  type Cutter,
  countLines,
  MOST_CHARACTERS,
  placeOf,
  type RawRecord,
  TOO_LONG,
} from './cutter.ts';

/** What ends a text in quotes, and what matters outside of one. */
const IN_QUOTES = /["\\]/g;
const OUTSIDE = /["{}[\]]/g;

/**
 * The objects that stand in arrays of a JSON text, as records: those of the first array around
 * them, so that a list in a record is a part of it.
 */
export const cutObjects = (): Cutter => {
  let buffer = '';
  let searched = 0;
  let line = 1;
  let counted = 0;
  let record = 0;
  let isQuoted = false;
  /** The brackets around the place that was reached, between records. */
  let around: string[] = [];
  let open: { start: number | null; place: string; depth: number } | null = null;

  const lineAt = (position: number): number => {
    line += countLines(buffer, counted, position);
    counted = Math.max(counted, position);
    return line;
  };

  /** Takes one mark outside of quotes. */
  function* take(mark: string, at: number): Generator<RawRecord | ImportFault> {
    if (open === null) {
      if (mark === '{' && around.at(-1) === '[') {
        record += 1;
        open = { start: at, place: placeOf(record, lineAt(at)), depth: 1 };
      } else if (mark === '{' || mark === '[') around.push(mark);
      else around.pop();
      return;
    }
    open.depth += mark === '{' || mark === '[' ? 1 : -1;
    if (open.depth > 0) return;
    const { start, place } = open;
    open = null;
    yield start === null
      ? { place, reason: TOO_LONG }
      : { place, text: buffer.slice(start, at + 1) };
  }

  function* scan(): Generator<RawRecord | ImportFault> {
    while (searched < buffer.length) {
      const wanted = isQuoted ? IN_QUOTES : OUTSIDE;
      wanted.lastIndex = searched;
      const found = wanted.exec(buffer);
      if (found === null) {
        searched = buffer.length;
        return;
      }
      const [mark] = found;
      // The character after a backslash may still be to come.
      if (mark === '\\' && found.index + 1 === buffer.length) {
        searched = found.index;
        return;
      }
      searched = found.index + (mark === '\\' ? 2 : 1);
      if (mark === '"') isQuoted = !isQuoted;
      else if (mark !== '\\') yield* take(mark, found.index);
    }
  }

  const tidy = (): void => {
    if (open?.start != null && buffer.length - open.start > MOST_CHARACTERS) open.start = null;
    const needed = open?.start ?? searched;
    lineAt(needed);
    buffer = buffer.slice(needed);
    searched -= needed;
    counted -= needed;
    if (open?.start != null) open.start = 0;
    // Brackets without end are no JSON; what is around a record is two or three of them.
    if (around.length > 1000) around = around.slice(-2);
  };

  return {
    *push(piece) {
      buffer += piece;
      yield* scan();
      tidy();
    },
    *end() {
      if (open)
        yield {
          place: open.place,
          reason: open.start === null ? TOO_LONG : 'It has no end: the file is cut off there.',
        };
    },
  };
};
