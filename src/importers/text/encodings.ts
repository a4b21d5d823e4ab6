/** Encodings of the web that a file may name: anything else is taken for UTF-8. */
const DECLARED = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,40})["']/;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

const canDecode = (label: string): boolean => {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
};

/** How a text is encoded: by its mark, by zeros between its letters, or as its XML declares. */
export const encodingOf = (start: Uint8Array): string => {
  if (startsWith(start, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(start, 0xfe, 0xff)) return 'utf-16be';
  if (start.length > 3 && start[0] !== 0 && start[1] === 0 && start[2] !== 0 && start[3] === 0)
    return 'utf-16le';
  if (start.length > 3 && start[0] === 0 && start[1] !== 0 && start[2] === 0 && start[3] !== 0)
    return 'utf-16be';
  const declared = DECLARED.exec(Buffer.from(start.subarray(0, 200)).toString('latin1'))?.[1];
  // A declaration that can be read byte by byte is none of UTF-16.
  if (declared === undefined || /^utf-?(8|16)/i.test(declared) || !canDecode(declared))
    return 'utf-8';
  return declared;
};

export async function* decodeWith(
  encoding: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
