import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type ImportReport, importPapers } from '../../app/importPapers.ts';
import type { ImportFault } from '../../ports/paperSource.ts';
import type { PaperStore } from '../../ports/paperStore.ts';
import { UsageError } from '../parseArguments.ts';
import type { LibraryCommand, LibraryDeps } from './command.ts';
import { createProgress } from './progress.ts';

const USAGE = `Usage: npm run library -- import FILE...

  FILE            PubMed XML, MEDLINE (.nbib), RIS, BibTeX, PMC article XML (JATS),
                  Europe PMC JSON, CSL-JSON or JSON Lines, packed by gzip or not;
                  - reads standard input

What a file is, is known by what is in it. A broken record is told of and skipped. Importing a
file again changes nothing, so an import that was stopped is gone on with by running it again.
`;

/** Exit code of what was stopped by Ctrl-C. */
const STOPPED = 130;
const CHUNK_BYTES = 256 * 1024;

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'a part of its path is no folder',
};

const readArguments = (argv: readonly string[]): readonly string[] => {
  const option = argv.find((word) => word.startsWith('-') && word !== '-' && word !== '--');
  if (option !== undefined)
    throw new UsageError(`There is no option ${option}. Name files; ./${option} is a file.`);
  const files = argv.filter((word) => word !== '--');
  if (files.length === 0) throw new UsageError(`Name a file to import.\n\n${USAGE}`);
  return files;
};

/** Nothing is imported before every file is known to be there. */
const sizeOf = async (file: string): Promise<number | null> => {
  if (file === '-') return null;
  try {
    const found = await stat(file);
    if (found.isDirectory())
      throw new UsageError(`"${file}" is a folder. Name the files in it: ${file}/*`);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UsageError(`Cannot read "${file}": ${FAULTS[code] ?? 'it is no readable file'}.`);
  }
};

const totalOf = (sizes: readonly (number | null)[]): number | null =>
  sizes.reduce((total, size) => (total === null || size === null ? null : total + size), 0);

const wordReport = ({ added, changed, unchanged, skipped }: ImportReport): string =>
  `${added} added, ${changed} changed, ${unchanged} as they were, ${skipped} skipped`;

async function* counted(
  bytes: AsyncIterable<string | Uint8Array>,
  count: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    count(buffer.length);
    yield buffer;
  }
}

const importFiles = async (
  files: readonly string[],
  papers: PaperStore,
  deps: LibraryDeps,
): Promise<number> => {
  const totalBytes = totalOf(await Promise.all(files.map(sizeOf)));
  const progress = createProgress(deps);
  const signal = deps.untilStopped();
  signal.addEventListener('abort', () =>
    progress.say('Stopping: what is in hand is finished first. Ctrl-C again ends at once.'),
  );
  let bytes = 0;
  let records = 0;
  let hasFaults = false;
  for (const file of files) {
    const source =
      file === '-' ? deps.stdin : createReadStream(file, { highWaterMark: CHUNK_BYTES });
    const read = deps.readPapers(counted(source, (length) => (bytes += length)));
    const name = file === '-' ? 'standard input' : file;
    const before = records;
    const onFault = ({ place, reason }: ImportFault): void => {
      hasFaults = true;
      progress.say(`${name}, ${place}: ${reason}`);
    };
    const report = await importPapers(
      read,
      { papers },
      {
        scope: { kind: 'everyone' },
        signal,
        onFault,
        onProgress: ({ added, changed, unchanged, skipped }) => {
          records = before + added + changed + unchanged + skipped;
          progress.show({ records, bytes, totalBytes });
        },
      },
    );
    progress.end();
    await deps.print(`${name}: ${wordReport(report)}\n`);
    if (report.isStopped) {
      deps.complain(
        'Stopped. What was imported so far is kept. Run the same again to go on: what is there already is passed over.\n',
      );
      return STOPPED;
    }
  }
  return hasFaults ? 2 : 0;
};

/** `npm run library -- import` */
export const importCommand: LibraryCommand = {
  name: 'import',
  summary: 'brings papers in from files of references',
  usage: USAGE,
  run: async (argv, deps) => {
    const files = readArguments(argv);
    for (const file of files) await sizeOf(file);
    const papers = await deps.openPapers();
    try {
      return await importFiles(files, papers, deps);
    } finally {
      await papers.close();
    }
  },
};
