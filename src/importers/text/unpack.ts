import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Remark } from './openText.ts';

const GZIP = [0x1f, 0x8b];

/** A first piece of so many bytes at least, so that what a file is can be told from it. */
const FIRST_BYTES = 1024;

async function* withFirstWhole(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | null = new Uint8Array();
  for await (const chunk of bytes) {
    if (first === null) yield chunk;
    else {
      first = first.length === 0 ? chunk : Buffer.concat([first, chunk]);
      if (first.length < FIRST_BYTES) continue;
      yield first;
      first = null;
    }
  }
  if (first !== null && first.length > 0) yield first;
}

/** Ends at the first fault of the packed data: what came before it is kept. */
async function* gunzip(
  bytes: AsyncIterable<Uint8Array>,
  remark: Remark,
): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes, { objectMode: false });
  const gunzipped = source.on('error', (error) => gunzipped.destroy(error)).pipe(createGunzip());
  try {
    for await (const chunk of gunzipped) yield chunk as Uint8Array;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!code.startsWith('Z_')) throw error;
    const reason = 'The packed file is damaged or cut off; what came before that was read.';
    remark({ line: null, reason, isCut: true });
  } finally {
    source.destroy();
    gunzipped.destroy();
  }
}

async function* within(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
  remark: Remark,
): AsyncGenerator<Uint8Array> {
  let left = most;
  for await (const chunk of bytes) {
    if (chunk.length > left) {
      yield chunk.subarray(0, left);
      const reason = `It is larger than ${Math.round(most / 1024 ** 2)} MB; the rest was not read.`;
      remark({ line: null, reason, isCut: true });
      return;
    }
    left -= chunk.length;
    yield chunk;
  }
}

/** The bytes of a file, unpacked where it is packed by gzip. */
export async function* unpack(
  bytes: AsyncIterable<Uint8Array>,
  { remark, mostBytes }: { remark: Remark; mostBytes: number },
): AsyncGenerator<Uint8Array> {
  const raw = withFirstWhole(bytes)[Symbol.asyncIterator]();
  const { value: first } = await raw.next();
  if (!first) return;
  const whole = (async function* () {
    yield first;
    yield* raw;
  })();
  const isPacked = GZIP.every((byte, i) => first[i] === byte);
  yield* within(isPacked ? withFirstWhole(gunzip(whole, remark)) : whole, mostBytes, remark);
}
