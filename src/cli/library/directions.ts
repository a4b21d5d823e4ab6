import { parseArgs } from 'node:util';
import { z } from 'zod';
import { extractChange } from '../../core/extraction/extractChange.ts';
import type { ExtractDeps } from '../../core/extraction/extractPaper.ts';
import type { PaperScope, PaperStore } from '../../ports/paperStore.ts';
import { UsageError } from '../parseArguments.ts';
import { BatchId, runBatch } from '../runBatch.ts';
import type { LibraryCommand } from './command.ts';

const USAGE = `Usage: npm run library -- directions --batch FILE [--confidence 0.6]

  --batch FILE      JSON Lines of {"id", "intervention", "comparator", "outcome"} with "title" and
                    "abstract", or with the "pmcid" of a paper that was imported; - reads
                    standard input
  --confidence C    abstains where it is less sure than this, from 0 to 1; 0 without it

Prints {"id", "label", "confidence", "sentence"} a line: how the outcome changed with the
intervention against the comparator. All three are null where it abstains.
`;

const EVERYONE: readonly PaperScope[] = [{ kind: 'everyone' }];

const Line = z.object({
  id: BatchId,
  intervention: z.string(),
  comparator: z.string(),
  outcome: z.string(),
  title: z.string().nullish(),
  abstract: z.string().nullish(),
  pmcid: z.string().nullish(),
});
type Line = z.infer<typeof Line>;

const readArguments = (argv: readonly string[]) => {
  const read = () => {
    try {
      return parseArgs({
        args: [...argv],
        options: { batch: { type: 'string' }, confidence: { type: 'string' } },
      }).values;
    } catch {
      throw new UsageError('Use --batch FILE, --confidence C or --help.');
    }
  };
  const { batch, confidence = '0' } = read();
  if (batch === undefined) throw new UsageError('Name a file of comparisons with --batch FILE.');
  const least = Number(confidence);
  if (!(least >= 0 && least <= 1) || confidence.trim() === '')
    throw new UsageError('--confidence takes a number from 0 to 1.');
  return { batch, least };
};

/** `npm run library -- directions` */
export const directionsCommand = (openExtractor: () => ExtractDeps): LibraryCommand => ({
  name: 'directions',
  summary: 'reads how outcomes changed in papers, one comparison a line',
  usage: USAGE,
  run: async (argv, { openPapers, stdin, print, complain }) => {
    const { batch, least } = readArguments(argv);
    const extractor = openExtractor();
    const opened: { papers?: PaperStore } = {};
    const paperOf = async ({ title, abstract, pmcid }: Line) => {
      if (title || abstract || !pmcid) return { title: title ?? null, abstract: abstract ?? null };
      opened.papers ??= await openPapers();
      return (await opened.papers.byId(pmcid, EVERYONE)) ?? { title: null, abstract: null };
    };
    try {
      const broken = await runBatch(batch, {
        line: Line,
        wanted: 'an "id", an "intervention", a "comparator" and an "outcome"',
        answer: async (line) => {
          const found = extractChange(await paperOf(line), line, extractor, least);
          const { value = null, confidence = null, sentence = null } = found ?? {};
          return { label: value, confidence, sentence };
        },
        stdin,
        print,
        complain,
      });
      return broken > 0 ? 2 : 0;
    } finally {
      await opened.papers?.close();
    }
  },
});
