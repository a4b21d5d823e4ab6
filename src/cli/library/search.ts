import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { StudySearch } from '../../app/createStudySearch.ts';
import type { PaperScope, PaperStore } from '../../ports/paperStore.ts';
import { UsageError } from '../parseArguments.ts';
import { BatchId, runBatch } from '../runBatch.ts';
import type { LibraryCommand, LibraryDeps } from './command.ts';

const USAGE = `Usage: npm run library -- search [--k 10] [--in all|papers|studies] [--batch FILE] [words]

  words           such as: gabapentin pain score
  --k N           most of each to print, 1 to 1000; 10 without it
  --in            papers: those that were imported; studies: the records of the library; all: the
                  records on what was named, then papers. all without it; with --batch papers
  --batch FILE    searches JSON Lines of {"id", "query"}, prints one
                  {"id", "hits": [{"id", "score"}]} a line; - reads standard input

Prints id, score and title, best first. A paper's id is its PMCID, else its PMID, else its DOI.
`;

const MOST = 1_000;
const BAD_USE = 2;
const EVERYONE: readonly PaperScope[] = [{ kind: 'everyone' }];

const Line = z.object({ id: BatchId, query: z.string() });

const PLACES = ['all', 'papers', 'studies'] as const;
type Place = (typeof PLACES)[number];
const isPlace = (word: string): word is Place => (PLACES as readonly string[]).includes(word);

/** Beside papers, only records that are on what was asked about, not on a part of it. */
const ON_IT = 0.5;

const readArguments = (argv: readonly string[]) => {
  const read = () => {
    try {
      return parseArgs({
        args: [...argv],
        allowPositionals: true,
        options: { k: { type: 'string' }, in: { type: 'string' }, batch: { type: 'string' } },
      });
    } catch {
      throw new UsageError(
        'Use --k N, --in all|papers|studies, --batch FILE or --help; put words that start with - behind --.',
      );
    }
  };
  const { values, positionals } = read();
  const k = Number(values.k ?? 10);
  if (!Number.isInteger(k) || k < 1 || k > MOST)
    throw new UsageError(`--k takes a whole number from 1 to ${MOST}.`);
  const place = values.in ?? (values.batch === undefined ? 'all' : 'papers');
  if (!isPlace(place)) throw new UsageError('--in takes all, papers or studies.');
  const text = positionals.join(' ');
  if (values.batch !== undefined && text !== '')
    throw new UsageError('--batch takes its queries from the file: leave out the words.');
  if (values.batch === undefined && text.trim() === '')
    throw new UsageError('Name the words to search for, or a file with --batch FILE.');
  return { k, place, batch: values.batch ?? null, text };
};

type Hit = { id: string; score: number; title: string };
type Found = { hits: Hit[]; mended: readonly { from: string; to: string }[] };
type Search = (text: string) => Promise<Found>;

const createSearch = (
  papers: PaperStore | null,
  studies: StudySearch | null,
  k: number,
): Search => {
  const inPapers = async (text: string): Promise<Found> => {
    if (papers === null) return { hits: [], mended: [] };
    const { hits, mended } = await papers.search(text, EVERYONE, k);
    return {
      hits: hits.map(({ id, score, paper }) => ({ id, score, title: paper.title })),
      mended,
    };
  };
  const inStudies = (text: string): Found => {
    if (studies === null) return { hits: [], mended: [] };
    const { hits, corrections } = studies(text, k);
    return {
      hits: hits
        .filter(({ score }) => papers === null || score >= ON_IT)
        .map(({ id, score, study }) => ({ id, score, title: study.title ?? '' })),
      mended: corrections,
    };
  };
  return async (text) => {
    const [first, then] = [inStudies(text), await inPapers(text)];
    const known = new Set(first.mended.map(({ from }) => from));
    return {
      hits: [...first.hits, ...then.hits],
      mended: [...first.mended, ...then.mended.filter(({ from }) => !known.has(from))],
    };
  };
};

const scoreOf = (score: number): number => Number(score.toFixed(4));

const printFound = async (
  { hits, mended }: Found,
  { print, complain }: Pick<LibraryDeps, 'print' | 'complain'>,
): Promise<void> => {
  for (const { from, to } of mended) complain(`Searched for "${to}" in place of "${from}".\n`);
  for (const { id, score, title } of hits)
    await print(`${id}\t${scoreOf(score)}\t${title.replace(/\s+/g, ' ')}\n`);
  if (hits.length === 0) complain('Nothing has these words.\n');
};

/** `npm run library -- search` */
export const searchCommand: LibraryCommand = {
  name: 'search',
  summary: 'finds papers that were imported, and study records, by words',
  usage: USAGE,
  run: async (argv, { openPapers, openStudies, ...io }) => {
    const { k, place, batch, text } = readArguments(argv);
    const studies = place === 'papers' ? null : openStudies();
    const papers = place === 'studies' ? null : await openPapers();
    const search = createSearch(papers, studies, k);
    try {
      if (batch === null) {
        await printFound(await search(text), io);
        return 0;
      }
      const broken = await runBatch(batch, {
        ...io,
        line: Line,
        wanted: 'an "id" and a "query"',
        answer: async ({ query }) => ({
          hits: (await search(query)).hits.map(({ id, score }) => ({ id, score: scoreOf(score) })),
        }),
      });
      return broken > 0 ? BAD_USE : 0;
    } finally {
      await papers?.close();
    }
  },
};
