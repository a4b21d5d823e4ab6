import { isUtf8 } from 'node:buffer';
import type { Remark } from './openText.ts';

const NEWLINE = 0x0a;
const LATIN = new TextDecoder('windows-1252');

/** Where an unfinished character at the end of a piece begins; the length where there is none. */
const wholeLength = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
};

const countLines = (bytes: Uint8Array): number => {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
};

const decodeLine = (line: Uint8Array): string =>
  isUtf8(line) ? Buffer.from(line).toString('utf8') : LATIN.decode(line);

/**
 * Decodes UTF-8. A line that is none is read as Windows-1252, the Latin-1 of real files, and told
 * of once.
 */
export async function* decodeUtf8(
  bytes: AsyncIterable<Uint8Array>,
  remark: Remark,
): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let isTold = false;
  let isFirst = true;

  const decode = (piece: Buffer): string => {
    if (isUtf8(piece)) return piece.toString('utf8');
    const parts: string[] = [];
    let offset = 0;
    while (offset < piece.length) {
      const end = piece.indexOf(NEWLINE, offset);
      const stop = end < 0 ? piece.length : end + 1;
      const slice = piece.subarray(offset, stop);
      if (!isTold && !isUtf8(slice)) {
        isTold = true;
        remark({
          line: line + countLines(piece.subarray(0, offset)),
          reason:
            'It holds characters that are not UTF-8; such lines were read as Latin-1 (Windows-1252).',
          isNote: true,
        });
      }
      parts.push(decodeLine(slice));
      offset = stop;
    }
    return parts.join('');
  };

  for await (const chunk of bytes) {
    const joined = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    const length = wholeLength(joined);
    const piece = joined.subarray(0, length);
    rest = joined.subarray(length);
    const text = decode(piece);
    line += isTold ? 0 : countLines(piece);
    yield isFirst ? text.replace(/^\uFEFF/, '') : text;
    isFirst = false;
  }
  if (rest.length > 0) yield decode(rest);
}
