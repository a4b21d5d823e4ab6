import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Paper, paperIdOf } from '../../core/domain/paper.ts';
import { type ExtractDeps, extractPaper } from '../../core/extraction/extractPaper.ts';
import type { PaperScope } from '../../ports/paperStore.ts';
import { UsageError } from '../parseArguments.ts';
import { BatchId, runBatch } from '../runBatch.ts';
import type { LibraryCommand } from './command.ts';

const USAGE = `Usage: npm run library -- extract [--batch FILE] [id ...]

  id ...          papers that were imported, by PMCID, PMID or DOI; without any, all of them
  --batch FILE    reads papers from JSON Lines of {"id" or "pmcid" or "pmid" or "doi", "title",
                  "abstract", "keywords"} instead; - reads standard input

Prints what was read in each title and abstract as one JSON object a line: design, blinding,
control, species, people enrolled, duration, arms, concepts and findings, each with its sentence.
Nothing of it is verified.
`;

const EVERYONE: readonly PaperScope[] = [{ kind: 'everyone' }];
const shape = Paper.shape;

/** A line of a file of papers: as they are imported, or with an id of its own. */
const Line = z
  .object({
    id: BatchId.optional(),
    pmcid: shape.pmcid.catch(null),
    pmid: shape.pmid.catch(null),
    doi: shape.doi.catch(null),
    title: shape.title,
    abstract: z
      .string()
      .nullish()
      .transform((text) => (text?.trim() ? text : null)),
    keywords: shape.keywords.catch([]),
    publicationTypes: shape.publicationTypes.catch([]),
  })
  .transform((line) => ({ ...line, id: line.id ?? line.pmcid ?? line.pmid ?? line.doi ?? '' }))
  .refine(({ id }) => id !== '');

const readArguments = (argv: readonly string[]) => {
  const read = () => {
    try {
      return parseArgs({
        args: [...argv],
        allowPositionals: true,
        options: { batch: { type: 'string' } },
      });
    } catch {
      throw new UsageError('Use --batch FILE, ids of papers or --help.');
    }
  };
  const { values, positionals } = read();
  if (values.batch !== undefined && positionals.length > 0)
    throw new UsageError('--batch takes its papers from the file: leave out the ids.');
  return { batch: values.batch ?? null, ids: positionals };
};

/** `npm run library -- extract` */
export const extractCommand = (openExtractor: () => ExtractDeps): LibraryCommand => ({
  name: 'extract',
  summary: 'reads design, numbers, doses and findings in papers',
  usage: USAGE,
  run: async (argv, { openPapers, stdin, print, complain }) => {
    const { batch, ids } = readArguments(argv);
    const extractor = openExtractor();
    if (batch !== null) {
      const broken = await runBatch(batch, {
        line: Line,
        wanted: 'a "title", and an "id", "pmcid", "pmid" or "doi"',
        answer: (line) => extractPaper(line, extractor),
        stdin,
        print,
        complain,
      });
      return broken > 0 ? 2 : 0;
    }
    const papers = await openPapers();
    const show = (id: string, paper: Paper) =>
      print(`${JSON.stringify({ id, ...extractPaper(paper, extractor) })}\n`);
    try {
      let missing = 0;
      for (const id of ids) {
        const paper = await papers.byId(id, EVERYONE);
        if (paper) await show(paper.id, paper);
        else {
          missing += 1;
          complain(`There is no paper ${id}. Import it first.\n`);
        }
      }
      if (ids.length === 0)
        for await (const paper of papers.all(EVERYONE))
          await show(paperIdOf(paper) ?? paper.id, paper);
      return missing > 0 ? 2 : 0;
    } finally {
      await papers.close();
    }
  },
});
