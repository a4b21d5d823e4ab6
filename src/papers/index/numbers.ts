/** Whole numbers of 32 bits as the bytes of a column. */
export const encodeNumbers = (numbers: Uint32Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** A database hands out bytes that may begin anywhere; numbers have to begin at a multiple of four. */
export const decodeNumbers = (bytes: Uint8Array): Uint32Array => {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
};
