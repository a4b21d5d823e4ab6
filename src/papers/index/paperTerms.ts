import { decodeNumbers, encodeNumbers } from './numbers.ts';

/** The terms of a paper as hashes, in their order: title, abstract, keywords. */
export type PaperTerms = {
  hashes: Uint32Array;
  /** Where the abstract begins. */
  titleEnd: number;
  /** Where the keywords begin. */
  abstractEnd: number;
};

const HEAD = 2;

export const encodePaperTerms = ({ hashes, titleEnd, abstractEnd }: PaperTerms): Uint8Array => {
  const numbers = new Uint32Array(HEAD + hashes.length);
  numbers[0] = titleEnd;
  numbers[1] = abstractEnd;
  numbers.set(hashes, HEAD);
  return encodeNumbers(numbers);
};

export const decodePaperTerms = (bytes: Uint8Array): PaperTerms => {
  const numbers = decodeNumbers(bytes);
  return {
    hashes: numbers.subarray(HEAD),
    titleEnd: numbers[0] as number,
    abstractEnd: numbers[1] as number,
  };
};
