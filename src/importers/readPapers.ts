import { type ImportFault, type ImportItem, isFault, WHOLE_FILE } from '../ports/paperSource.ts';
import { detectFormat } from './detectFormat.ts';
import type { RecordReader } from './format.ts';
import { paperOf } from './paperOf.ts';
import { RecordError } from './recordError.ts';
import type { RawRecord } from './records/cutter.ts';
import { openText, type Remark } from './text/openText.ts';

/** Without a limit of the caller's, a file may have so many bytes, once unpacked. */
const MOST_BYTES = Number.MAX_SAFE_INTEGER;

const readRecord = ({ text, place }: RawRecord, read: RecordReader): ImportItem | null => {
  try {
    const draft = read(text);
    if (draft === null) return null;
    const checked = paperOf(draft);
    return checked.ok ? checked.paper : { place, reason: checked.reason };
  } catch (error) {
    if (error instanceof RecordError) return { place, reason: error.message };
    throw error;
  }
};

const leftOut = (cut: RawRecord | ImportFault): ImportFault => ({
  place: cut.place,
  reason: isFault(cut) ? cut.reason : 'The file ends in the middle of it, so it was left out.',
});

/**
 * The papers of a file in any format that is known here, as they come, and what could not be taken.
 * No more than one record is held in memory. Nothing in a file makes it throw.
 * @param mostBytes more of it is not read, counted once unpacked
 * @throws what `bytes` throws.
 */
export async function* readPapers(
  bytes: AsyncIterable<Uint8Array>,
  { mostBytes = MOST_BYTES }: { mostBytes?: number } = {},
): AsyncGenerator<ImportItem> {
  const remarks: ImportFault[] = [];
  let isCut = false;
  const remark: Remark = ({ line, isCut: cutsIt, ...what }) => {
    isCut ||= cutsIt === true;
    remarks.push({ place: line === null ? WHOLE_FILE : `line ${line}`, ...what });
  };
  const { head, pieces } = await openText(bytes, { remark, mostBytes });
  const detected = detectFormat(head);
  if ('reason' in detected) {
    yield* remarks.filter(({ isNote }) => !isNote);
    yield { place: WHOLE_FILE, reason: detected.reason };
    return;
  }
  const { format } = detected;
  const cutter = format.createCutter();
  const read = await format.createReader();
  let count = 0;
  function* take(cuts: Iterable<RawRecord | ImportFault>): Generator<ImportItem> {
    for (const cut of cuts) {
      count += 1;
      const item = isFault(cut) ? cut : readRecord(cut, read);
      if (item !== null) yield item;
    }
  }
  for await (const piece of pieces) {
    yield* take(cutter.push(piece));
    yield* remarks.splice(0);
  }
  // Where a text was cut, its last record may lack half of what it says.
  yield* take(isCut ? [...cutter.end()].map(leftOut) : cutter.end());
  yield* remarks.splice(0);
  if (count === 0) yield { place: WHOLE_FILE, reason: 'There is no record in it.' };
}
