import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import dotenv from 'dotenv';
import { createStudySearch } from './app/createStudySearch.ts';
import { addCommand } from './cli/library/add.ts';
import type { LibraryCommand } from './cli/library/command.ts';
import { directionsCommand } from './cli/library/directions.ts';
import { exportCommand } from './cli/library/export.ts';
import { extractCommand } from './cli/library/extract.ts';
import { importCommand } from './cli/library/import.ts';
import { removeCommand } from './cli/library/remove.ts';
import { runLibrary } from './cli/library/runLibrary.ts';
import { searchCommand } from './cli/library/search.ts';
import { readConfig } from './config.ts';
import type { ExtractDeps } from './core/extraction/extractPaper.ts';
import { createPaperLinker } from './core/extraction/paper/linkPaper.ts';
import { createOtherNames } from './core/papers/otherNames.ts';
import { readPapers } from './importers/readPapers.ts';
import { createStudyIndex } from './library/createStudyIndex.ts';
import { CHANGE_MODEL, loadChangeModel } from './library/loadChangeModel.ts';
import { loadLanguage } from './library/loadLanguage.ts';
import { loadLibrary } from './library/loadLibrary.ts';
import { createLiterature } from './literature/createLiterature.ts';
import { openPapers } from './papers/openPapers.ts';
import { endWith } from './process/endWith.ts';
import { whenToldToStop } from './process/whenToldToStop.ts';

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };
const openExtractor = (): ExtractDeps => {
  const { libraryDir } = readConfig(process.env);
  const library = loadLibrary(libraryDir);
  return {
    model: loadChangeModel(CHANGE_MODEL),
    link: createPaperLinker(library, loadLanguage(libraryDir)),
    outcomes: library.outcomes,
  };
};

let otherNames: ReturnType<typeof createOtherNames> | null = null;
/** The vocabulary is read when something is searched: an import has no use for it. */
const expand: ReturnType<typeof createOtherNames> = (text) => {
  const { libraryDir } = readConfig(process.env);
  otherNames ??= createOtherNames(loadLibrary(libraryDir), loadLanguage(libraryDir));
  return otherNames(text);
};

const COMMANDS: readonly LibraryCommand[] = [
  searchCommand,
  importCommand,
  addCommand,
  exportCommand,
  removeCommand,
  extractCommand(openExtractor),
  directionsCommand(openExtractor),
];

const { stdin, stdout, stderr } = process;

const print = async (text: string): Promise<void> => {
  if (!stdout.write(text)) await once(stdout, 'drain');
};

const readLibrary = () => {
  const { libraryDir } = readConfig(process.env);
  const library = loadLibrary(libraryDir);
  return { library, language: loadLanguage(libraryDir), index: createStudyIndex(library.studies) };
};

// Whoever reads our output may stop reading (`| head`): that is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
dotenv.config({ quiet: true });
try {
  process.exitCode = await runLibrary(process.argv.slice(2), COMMANDS, {
    openPapers: () => openPapers(readConfig(process.env).papers, { expand }),
    openStudies: () => createStudySearch(readLibrary()),
    stdin,
    print,
    complain: (text) => void stderr.write(text),
    readPapers,
    openLiterature: () =>
      createLiterature({ ...readConfig(process.env).literature, readPapers, version }),
    untilStopped: () => {
      const stop = new AbortController();
      whenToldToStop(() => stop.abort());
      return stop.signal;
    },
    isTerminal: stderr.isTTY ?? false,
    columns: stderr.columns ?? 80,
    now: Date.now,
  });
} catch (error) {
  endWith(error);
}
