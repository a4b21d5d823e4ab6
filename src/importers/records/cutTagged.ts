import { type ImportFault, isFault } from '../../ports/paperSource.ts';
import { cutLines } from './cutLines.ts';
import { type Cutter, MOST_CHARACTERS, placeOf, type RawRecord, TOO_LONG } from './cutter.ts';

/**
 * Records of lines that begin with a tag, as in RIS and MEDLINE.
 * @param start the line with which a record begins
 */
export const cutTagged = (start: RegExp): Cutter => {
  const lines = cutLines();
  let open: string[] | null = null;
  let length = 0;
  let record = 0;
  let place = '';

  const close = (): (RawRecord | ImportFault)[] => {
    if (open === null) return [];
    const text = open.join('\n');
    open = null;
    return length > MOST_CHARACTERS ? [{ place, reason: TOO_LONG }] : [{ text, place }];
  };

  function* feed(cuts: Iterable<RawRecord | ImportFault>): Generator<RawRecord | ImportFault> {
    for (const cut of cuts) {
      // A line that is too long makes its record too long.
      if (isFault(cut)) {
        if (open === null) yield cut;
        length = Number.POSITIVE_INFINITY;
      } else if (start.test(cut.text)) {
        yield* close();
        record += 1;
        place = placeOf(record, Number(cut.place.slice('line '.length)));
        open = [cut.text];
        length = cut.text.length;
      } else if (open !== null) {
        length += cut.text.length + 1;
        if (length <= MOST_CHARACTERS) open.push(cut.text);
      }
    }
  }

  return {
    push: (piece) => feed(lines.push(piece)),
    *end() {
      yield* feed(lines.end());
      yield* close();
    },
  };
};
