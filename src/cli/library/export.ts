import { parseArgs } from 'node:util';
import { bibtexEntry } from '../../core/citation/bibtexEntry.ts';
import { cslItem } from '../../core/citation/cslItem.ts';
import { risRecord } from '../../core/citation/risRecord.ts';
import type { Paper } from '../../core/domain/paper.ts';
import type { StoredPaper } from '../../ports/paperStore.ts';
import { UsageError } from '../parseArguments.ts';
import type { LibraryCommand } from './command.ts';

const FORMATS = ['ris', 'bibtex', 'csl', 'jsonl'] as const;
type Format = (typeof FORMATS)[number];

const USAGE = `Usage: npm run library -- export --format ris|bibtex|csl|jsonl

Prints all papers that were brought in: as RIS, BibTeX, CSL-JSON or JSON Lines, in UTF-8.
\`import\` takes any of them back as they were. Put them in a file with > FILE, and run it
with npm run --silent.
`;

const isFormat = (text: string | undefined): text is Format =>
  (FORMATS as readonly (string | undefined)[]).includes(text);

const readArguments = (argv: readonly string[]): Format => {
  const read = () => {
    try {
      return parseArgs({ args: [...argv], options: { format: { type: 'string' } } }).values;
    } catch {
      throw new UsageError(`Use --format ${FORMATS.join('|')}, and nothing else.`);
    }
  };
  const { format } = read();
  if (!isFormat(format)) throw new UsageError(`Say which --format: ${FORMATS.join(', ')}.`);
  return format;
};

/** The paper without what the store knows of it. */
const bare = ({ id: _id, scope: _scope, ...paper }: StoredPaper): Paper => paper;

/** What stands before, between and after papers, and how each is written. */
type Writing = {
  before: string;
  between: string;
  after: string;
  write: (paper: StoredPaper) => string;
};

const WRITINGS: Readonly<Record<Format, Writing>> = {
  ris: { before: '', between: '', after: '', write: risRecord },
  bibtex: { before: '', between: '\n', after: '', write: bibtexEntry },
  csl: {
    before: '[\n',
    between: ',\n',
    after: '\n]\n',
    write: (paper) => JSON.stringify(cslItem(paper, paper.id)),
  },
  jsonl: {
    before: '',
    between: '',
    after: '',
    write: (paper) => `${JSON.stringify(bare(paper))}\n`,
  },
};

/** `npm run library -- export` */
export const exportCommand: LibraryCommand = {
  name: 'export',
  summary: 'prints all papers as references for other programs',
  usage: USAGE,
  run: async (argv, { openPapers, print }) => {
    const { before, between, after, write } = WRITINGS[readArguments(argv)];
    const papers = await openPapers();
    try {
      await print(before);
      let isFirst = true;
      for await (const paper of papers.all([{ kind: 'everyone' }])) {
        await print(`${isFirst ? '' : between}${write(paper)}`);
        isFirst = false;
      }
      await print(after);
      return 0;
    } finally {
      await papers.close();
    }
  },
};
