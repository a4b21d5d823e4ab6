import { decodeUtf8 } from './decodeUtf8.ts';
import { decodeWith, encodingOf } from './encodings.ts';
import { unpack } from './unpack.ts';

/** Told of what is wrong with a text as a whole, or (`isNote`) only odd, or that it ends too early (`isCut`). */
export type Remark = (remark: {
  line: number | null;
  reason: string;
  isNote?: true;
  isCut?: true;
}) => void;

export type OpenText = {
  /** The beginning, by which the format is known. */
  head: string;
  /** All of it, the head too. */
  pieces: AsyncIterable<string>;
};

/** So much is looked at to know what a file is. */
const HEAD_CHARACTERS = 64 * 1024;

/** Line ends of old Macintoshes stand alone; where there is no other, they are made ours. */
async function* withLineEnds(
  pieces: AsyncIterable<string>,
  isOldMac: boolean,
): AsyncGenerator<string> {
  for await (const piece of pieces) yield isOldMac ? piece.replaceAll('\r', '\n') : piece;
}

async function* again(
  first: readonly string[],
  rest: AsyncIterator<string>,
): AsyncGenerator<string> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* againBytes(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/**
 * The text of a file, unpacked and decoded as it comes, so that its size is no matter of memory.
 * @param mostBytes the most that is read, once unpacked
 */
export const openText = async (
  bytes: AsyncIterable<Uint8Array>,
  { remark, mostBytes }: { remark: Remark; mostBytes: number },
): Promise<OpenText> => {
  const raw = unpack(bytes, { remark, mostBytes })[Symbol.asyncIterator]();
  const start = await raw.next();
  if (start.done) return { head: '', pieces: again([], raw as AsyncIterator<never>) };
  const encoding = encodingOf(start.value);
  const whole = againBytes(start.value, raw);
  const decoded = (encoding === 'utf-8' ? decodeUtf8(whole, remark) : decodeWith(encoding, whole))[
    Symbol.asyncIterator
  ]();
  const first: string[] = [];
  let length = 0;
  while (length < HEAD_CHARACTERS) {
    const next = await decoded.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  const head = first.join('').slice(0, HEAD_CHARACTERS);
  const isOldMac = head.includes('\r') && !head.includes('\n');
  return { head, pieces: withLineEnds(again(first, decoded), isOldMac) };
};
