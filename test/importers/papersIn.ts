import type { Paper } from '../../src/core/domain/paper.ts';
import { readPapers } from '../../src/importers/readPapers.ts';
import { type ImportFault, type ImportItem, isFault } from '../../src/ports/paperSource.ts';

export type Read = { papers: Paper[]; faults: ImportFault[] };

export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const gather = async (items: AsyncIterable<ImportItem>): Promise<Read> => {
  const papers: Paper[] = [];
  const faults: ImportFault[] = [];
  for await (const item of items)
    if (isFault(item)) faults.push(item);
    else papers.push(item);
  return { papers, faults };
};

/** Everything in a file, read in pieces of such a size. */
export const papersIn = (
  content: string | Uint8Array,
  { size = 64 * 1024, mostBytes }: { size?: number; mostBytes?: number } = {},
): Promise<Read> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return gather(readPapers(inPieces(bytes, size), mostBytes === undefined ? {} : { mostBytes }));
};
