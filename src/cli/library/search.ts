import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { PaperScope, PaperStore } from '../../ports/paperStore.ts';
import { UsageError } from '../parseArguments.ts';
import { BatchId, runBatch } from '../runBatch.ts';
import type { LibraryCommand } from './command.ts';

const USAGE = `Usage: npm run library -- search [--k 10] [--batch FILE] [words]

  words           such as: gabapentin pain score
  --k N           most papers to print, 1 to 1000; 10 without it
  --batch FILE    searches JSON Lines of {"id", "query"}, prints one
                  {"id", "hits": [{"id", "score"}]} a line; - reads standard input

Prints id and score of each paper, best first. An id is a PMCID, else a PMID, else a DOI.
`;

const MOST = 1_000;
const EVERYONE: readonly PaperScope[] = [{ kind: 'everyone' }];

const Line = z.object({ id: BatchId, query: z.string() });

const readArguments = (argv: readonly string[]) => {
  const read = () => {
    try {
      return parseArgs({
        args: [...argv],
        allowPositionals: true,
        options: { k: { type: 'string' }, batch: { type: 'string' } },
      });
    } catch {
      throw new UsageError(
        'Use --k N, --batch FILE or --help; put words that start with - behind --.',
      );
    }
  };
  const { values, positionals } = read();
  const k = Number(values.k ?? 10);
  if (!Number.isInteger(k) || k < 1 || k > MOST)
    throw new UsageError(`--k takes a whole number from 1 to ${MOST}.`);
  const text = positionals.join(' ');
  if (values.batch !== undefined && text !== '')
    throw new UsageError('--batch takes its queries from the file: leave out the words.');
  if (values.batch === undefined && text === '')
    throw new UsageError('Name the words to search for, or a file with --batch FILE.');
  return { k, batch: values.batch ?? null, text };
};

const searchFor = async (papers: PaperStore, text: string, k: number) => {
  const { hits, mended } = await papers.search(text, EVERYONE, k);
  return { hits: hits.map(({ id, score }) => ({ id, score })), mended };
};

/** `npm run library -- search` */
export const searchCommand: LibraryCommand = {
  name: 'search',
  summary: 'finds papers that were imported, by words',
  usage: USAGE,
  run: async (argv, { openPapers, stdin, print, complain }) => {
    const { k, batch, text } = readArguments(argv);
    const papers = await openPapers();
    try {
      if (batch !== null) {
        const broken = await runBatch(batch, {
          line: Line,
          wanted: 'an "id" and a "query"',
          answer: async ({ query }) => ({ hits: (await searchFor(papers, query, k)).hits }),
          stdin,
          print,
          complain,
        });
        return broken > 0 ? 2 : 0;
      }
      const { hits, mended } = await searchFor(papers, text, k);
      for (const { from, to } of mended) complain(`Searched for "${to}" in place of "${from}".\n`);
      for (const { id, score } of hits) await print(`${id}\t${score}\n`);
      if (hits.length === 0) complain('No paper has these words.\n');
      return 0;
    } finally {
      await papers.close();
    }
  },
};
