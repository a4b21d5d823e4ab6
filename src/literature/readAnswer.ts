import { Readable } from 'node:stream';
import type { Paper } from '../core/domain/paper.ts';
import { LiteratureError } from '../ports/literature.ts';
import { isFault, type ReadPapers } from '../ports/paperSource.ts';

/** The papers in an answer; a record that is broken there is left out. */
export const readAnswer = async (body: Buffer, readPapers: ReadPapers): Promise<Paper[]> => {
  const papers: Paper[] = [];
  for await (const item of readPapers(Readable.from([body]))) if (!isFault(item)) papers.push(item);
  return papers;
};

export const notUnderstood = (name: string): LiteratureError =>
  new LiteratureError(`${name} answered in a way that could not be read. Please try again later.`);
