import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CHANGES } from '../src/core/domain/extraction.ts';

/** An article of the corpus, as far as training reads it. */
const Article = z.object({
  pmcid: z.string(),
  title: z.string(),
  abstract: z.string().nullable(),
});
export type Article = z.infer<typeof Article>;

/** What an article reports of one comparison, with the passages that people marked for it. */
const Row = z.object({
  id: z.string(),
  pmcid: z.string(),
  intervention: z.string(),
  comparator: z.string(),
  outcome: z.string(),
  label: z.enum(CHANGES),
  inAbstract: z.boolean(),
  evidence: z.array(z.object({ text: z.string(), inAbstract: z.boolean() })),
});
export type Row = z.infer<typeof Row>;

const readLines = <T>(file: string, shape: z.ZodType<T>): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => shape.parse(JSON.parse(line)));

export type Bench = { articles: ReadonlyMap<string, Article>; rows: readonly Row[] };

/** Reads corpus.jsonl and directions-dev.jsonl of a data directory. */
export const readBench = (directory: string): Bench => ({
  articles: new Map(
    readLines(join(directory, 'corpus.jsonl'), Article).map((one) => [one.pmcid, one]),
  ),
  rows: readLines(join(directory, 'directions-dev.jsonl'), Row),
});

/** The part of a cross-validation that an article belongs to; all its rows go with it. */
export const foldOf = (pmcid: string, folds: number): number => {
  let hash = 7;
  for (const digit of pmcid) hash = (Math.imul(hash, 31) + digit.charCodeAt(0)) >>> 0;
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0x5bd1e995) >>> 0;
  hash ^= hash >>> 15;
  return (hash >>> 0) % folds;
};
