import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Paper } from '../../src/core/domain/paper.ts';

/** Articles, and questions of which the article is known that answers them. */
export type Known = { papers: Paper[]; queries: Readonly<Record<string, readonly Query[]>> };
export type Query = { id: string; query: string; relevant: string[] };

const readLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

const toPaper = (line: Record<string, unknown>): Paper => {
  const text = (name: string) => (line[name] ? String(line[name]) : null);
  return Paper.parse({
    pmcid: text('pmcid'),
    pmid: text('pmid'),
    doi: text('doi')?.toLowerCase() ?? null,
    title: text('title'),
    abstract: text('abstract'),
    journal: text('journal'),
    year: line.year,
    keywords: ((line.keywords as string[]) ?? []).filter((keyword) => keyword.trim() !== ''),
  });
};

export const isKnownData = (folder: string): boolean => existsSync(join(folder, 'corpus.jsonl'));

export const readPapers = (folder: string): Paper[] =>
  readLines<Record<string, unknown>>(join(folder, 'corpus.jsonl')).map(toPaper);

/** @param split `dev`, or another set of questions of the same making */
export const readKnown = (folder: string, split = 'dev'): Known => {
  const queries = (name: string) => readLines<Query>(join(folder, `${name}.jsonl`));
  return {
    papers: readPapers(folder),
    queries: {
      'as written': queries(`queries-${split}`),
      misspelt: queries(`queries-${split}-typo`),
    },
  };
};
