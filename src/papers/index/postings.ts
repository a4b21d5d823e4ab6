/**
 * The papers of a segment that have a term: their numbers within the segment, rising, and how much
 * each is about it, 0 .. 255. Kept as differences in 7-bit groups, each followed by that byte.
 */
export type Postings = { docs: Uint32Array; impacts: Uint8Array };

const MOST_BYTES = 6;

export const encodePostings = (
  docs: ArrayLike<number>,
  impacts: ArrayLike<number>,
  from = 0,
  to = docs.length,
): Uint8Array => {
  const bytes = new Uint8Array(4 + (to - from) * MOST_BYTES);
  new DataView(bytes.buffer).setUint32(0, to - from, true);
  let at = 4;
  let last = 0;
  for (let i = from; i < to; i += 1) {
    const doc = docs[i] as number;
    let gap = doc - last;
    last = doc;
    while (gap > 127) {
      bytes[at++] = (gap & 127) | 128;
      gap >>>= 7;
    }
    bytes[at++] = gap;
    bytes[at++] = impacts[i] as number;
  }
  return bytes.slice(0, at);
};

export const decodePostings = (bytes: Uint8Array): Postings => {
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const docs = new Uint32Array(count);
  const impacts = new Uint8Array(count);
  let at = 4;
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
