import type { ImportFault } from '../../ports/paperSource.ts';

/** One record as it stands in its file, and where. */
export type RawRecord = { text: string; place: string };

/** Cuts a text into records as it comes; it holds no more than one of them. */
export type Cutter = {
  push: (piece: string) => Iterable<RawRecord | ImportFault>;
  end: () => Iterable<RawRecord | ImportFault>;
};

/** No record of a paper is longer; a text that is has lost its end, or is no such file. */
export const MOST_CHARACTERS = 16 * 1024 ** 2;

export const TOO_LONG = `It is longer than ${MOST_CHARACTERS / 1024 ** 2} million characters, so it is no record of a paper.`;

export const placeOf = (record: number, line: number): string => `record ${record}, line ${line}`;

/** How many line ends are in a part of a text. */
export const countLines = (text: string, from = 0, to = text.length): number => {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    count += 1;
  return count;
};
