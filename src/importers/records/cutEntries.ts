import type { ImportFault } from '../../ports/paperSource.ts';
import { type Cutter, countLines, placeOf, type RawRecord } from './cutter.ts';

/** An entry of BibTeX is some kilobytes; far longer ones have lost a brace. */
const MOST_ENTRY_CHARACTERS = 512 * 1024;

/** An entry begins a line: an @ elsewhere is a part of a text. */
const START = /\n[ \t]*@[ \t]*[a-zA-Z]+[ \t]*(?=[{(])/g;
/** More than the beginning of an entry may be split between two pieces. */
const LONGEST_START = 200;

const UNBALANCED = 'Its braces do not match, so where it ends is not known.';
const TOO_LONG = `It is longer than ${MOST_ENTRY_CHARACTERS / 1024} thousand characters, so it is no record of a paper.`;

/** How many braces of a text are open at its end. */
const openBraces = (text: string): number => {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // A brace after a backslash is a letter of the text.
    if (code === 0x5c) at += 1;
    else if (code === 0x7b) depth += 1;
    else if (code === 0x7d) depth -= 1;
  }
  return depth;
};

/** Entries of BibTeX as records: each reaches to the line with which the next begins. */
export const cutEntries = (): Cutter => {
  // As though a line came before, so that the first one begins like every other.
  let buffer = '\n';
  let line = 0;
  let searched = 0;
  let record = 0;
  /** The open entry begins the buffer. */
  let open: { place: string; isTooLong: boolean } | null = null;

  const drop = (length: number): void => {
    line += countLines(buffer, 0, length);
    buffer = buffer.slice(length);
    searched = 0;
  };

  const close = (end: number): (RawRecord | ImportFault)[] => {
    if (open === null) return [];
    const { place, isTooLong } = open;
    open = null;
    if (isTooLong) return [{ place, reason: TOO_LONG }];
    const text = buffer.slice(0, end).trim();
    return openBraces(text) > 0 ? [{ place, reason: UNBALANCED }] : [{ place, text }];
  };

  function* scan(): Generator<RawRecord | ImportFault> {
    START.lastIndex = searched;
    for (let found = START.exec(buffer); found !== null; found = START.exec(buffer)) {
      yield* close(found.index);
      drop(found.index + 1);
      record += 1;
      open = { place: placeOf(record, line), isTooLong: false };
      START.lastIndex = 0;
    }
    searched = Math.max(0, buffer.length - LONGEST_START);
    if (open !== null && buffer.length > MOST_ENTRY_CHARACTERS) open.isTooLong = true;
    if (open === null || open.isTooLong) drop(searched);
  }

  return {
    *push(piece) {
      buffer += piece;
      yield* scan();
    },
    *end() {
      yield* close(buffer.length);
    },
  };
};
