import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import type { LibraryCommand } from './cli/library/command.ts';
import { directionsCommand } from './cli/library/directions.ts';
import { extractCommand } from './cli/library/extract.ts';
import { runLibrary } from './cli/library/runLibrary.ts';
import { searchCommand } from './cli/library/search.ts';
import { readConfig } from './config.ts';
import type { ExtractDeps } from './core/extraction/extractPaper.ts';
import { createPaperLinker } from './core/extraction/paper/linkPaper.ts';
import { loadChangeModel } from './library/loadChangeModel.ts';
import { loadLanguage } from './library/loadLanguage.ts';
import { loadLibrary } from './library/loadLibrary.ts';
import { openPapers } from './papers/openPapers.ts';
import { endWith } from './process/endWith.ts';

const CHANGE_MODEL = fileURLToPath(new URL('../models/change.json', import.meta.url));

const openExtractor = (): ExtractDeps => {
  const { libraryDir } = readConfig(process.env);
  const library = loadLibrary(libraryDir);
  return {
    model: loadChangeModel(CHANGE_MODEL),
    link: createPaperLinker(library, loadLanguage(libraryDir)),
    outcomes: library.outcomes,
  };
};

const COMMANDS: readonly LibraryCommand[] = [
  searchCommand,
  extractCommand(openExtractor),
  directionsCommand(openExtractor),
];

const { stdin, stdout, stderr } = process;

const print = async (text: string): Promise<void> => {
  if (!stdout.write(text)) await once(stdout, 'drain');
};

// Whoever reads our output may stop reading (`| head`): that is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
dotenv.config({ quiet: true });
try {
  process.exitCode = await runLibrary(process.argv.slice(2), COMMANDS, {
    openPapers: () => openPapers(readConfig(process.env).papers as { file: string }),
    stdin,
    print,
    complain: (text) => void stderr.write(text),
  });
} catch (error) {
  endWith(error);
}
