import type { ImportFault } from '../../ports/paperSource.ts';
import { type Cutter, MOST_CHARACTERS, type RawRecord, TOO_LONG } from './cutter.ts';

/** Each line that is not blank is a record. */
export const cutLines = (): Cutter => {
  let parts: string[] = [];
  let length = 0;
  let line = 1;
  let isSkipping = false;

  const take = (tail: string): (RawRecord | ImportFault)[] => {
    const place = `line ${line}`;
    line += 1;
    const isTooLong = isSkipping || length + tail.length > MOST_CHARACTERS;
    const text = isTooLong ? '' : [...parts, tail].join('').trimEnd();
    parts = [];
    length = 0;
    isSkipping = false;
    if (isTooLong) return [{ place, reason: TOO_LONG }];
    return text === '' ? [] : [{ text, place }];
  };

  return {
    *push(piece) {
      let from = 0;
      for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
        yield* take(piece.slice(from, at));
        from = at + 1;
      }
      length += piece.length - from;
      if (length > MOST_CHARACTERS) {
        isSkipping = true;
        parts = [];
      } else parts.push(piece.slice(from));
    },
    *end() {
      yield* take('');
    },
  };
};
