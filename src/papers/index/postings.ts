/**
 * The papers of a segment that have a term: their numbers within the segment, rising, and how much
 * each is about it, 0 .. 255. Kept as differences in 7-bit groups, each followed by that byte,
 * behind how many there are and the number of the last.
 */
export type Postings = { docs: Uint32Array; impacts: Uint8Array };

const HEAD = 8;
const MOST_BYTES = 6;

const writeNumber = (bytes: Uint8Array, at: number, number: number): void => {
  for (let i = 0; i < 4; i += 1) bytes[at + i] = number >>> (8 * i);
};
const readNumber = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)) >>>
  0;

const writeHead = (bytes: Uint8Array, count: number, last: number): void => {
  writeNumber(bytes, 0, count);
  writeNumber(bytes, 4, last);
};
const readHead = (bytes: Uint8Array): { count: number; last: number } => ({
  count: readNumber(bytes, 0),
  last: readNumber(bytes, 4),
});

/** @returns where the next byte goes */
const writeGap = (bytes: Uint8Array, at: number, gap: number): number => {
  let [place, left] = [at, gap];
  while (left > 127) {
    bytes[place++] = (left & 127) | 128;
    left >>>= 7;
  }
  bytes[place++] = left;
  return place;
};

export const encodePostings = (
  docs: ArrayLike<number>,
  impacts: ArrayLike<number>,
  from = 0,
  to = docs.length,
): Uint8Array => {
  const bytes = new Uint8Array(HEAD + (to - from) * MOST_BYTES);
  let at = HEAD;
  let last = 0;
  for (let i = from; i < to; i += 1) {
    const doc = docs[i] as number;
    at = writeGap(bytes, at, doc - last);
    last = doc;
    bytes[at++] = impacts[i] as number;
  }
  writeHead(bytes, to - from, last);
  return bytes.slice(0, at);
};

export const decodePostings = (bytes: Uint8Array): Postings => {
  const { count } = readHead(bytes);
  const docs = new Uint32Array(count);
  const impacts = new Uint8Array(count);
  let at = HEAD;
  let doc = 0;
  for (let i = 0; i < count; i += 1) {
    let byte = bytes[at++] as number;
    let gap = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number;
      gap |= (byte & 127) << shift;
    }
    doc += gap;
    docs[i] = doc;
    impacts[i] = bytes[at++] as number;
  }
  return { docs, impacts };
};

/** Postings one behind another; the numbers of each part begin at its offset. Nothing is decoded. */
export const joinPostings = (
  parts: readonly { data: Uint8Array; offset: number }[],
): Uint8Array => {
  const [only] = parts;
  if (parts.length === 1 && only?.offset === 0) return only.data;
  const bytes = new Uint8Array(
    parts.reduce((sum, { data }) => sum + data.length + MOST_BYTES, HEAD),
  );
  let at = HEAD;
  let all = 0;
  let before = 0;
  for (const { data, offset } of parts) {
    const { count, last } = readHead(data);
    let first = 0;
    let from = HEAD;
    for (let shift = 0; ; shift += 7) {
      const byte = data[from++] as number;
      first |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    at = writeGap(bytes, at, offset + first - before);
    bytes.set(data.subarray(from), at);
    at += data.length - from;
    before = offset + last;
    all += count;
  }
  writeHead(bytes, all, before);
  return bytes.slice(0, at);
};
