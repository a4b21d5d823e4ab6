import { once } from 'node:events';
import dotenv from 'dotenv';
import { createExpand } from './app/createExpand.ts';
import { createStudySearch } from './app/createStudySearch.ts';
import type { LibraryCommand } from './cli/library/command.ts';
import { runLibrary } from './cli/library/runLibrary.ts';
import { searchCommand } from './cli/library/search.ts';
import { readConfig } from './config.ts';
import { createStudyIndex } from './library/createStudyIndex.ts';
import { loadLanguage } from './library/loadLanguage.ts';
import { loadLibrary } from './library/loadLibrary.ts';
import { openPapers } from './papers/openPapers.ts';
import { endWith } from './process/endWith.ts';

const COMMANDS: readonly LibraryCommand[] = [searchCommand];

const { stdin, stdout, stderr } = process;

const print = async (text: string): Promise<void> => {
  if (!stdout.write(text)) await once(stdout, 'drain');
};

const readLibrary = () => {
  const { libraryDir } = readConfig(process.env);
  return { library: loadLibrary(libraryDir), language: loadLanguage(libraryDir) };
};

/** The library is read only where something is searched for. */
const openStore = () => {
  let expand: ReturnType<typeof createExpand> | null = null;
  return openPapers(readConfig(process.env).papers, {
    expand: (text) => {
      if (expand === null) {
        const { library, language } = readLibrary();
        expand = createExpand(library, language);
      }
      return expand(text);
    },
  });
};

const openStudies = () => {
  const { library, language } = readLibrary();
  return createStudySearch({ library, language, index: createStudyIndex(library.studies) });
};

// Whoever reads our output may stop reading (`| head`): that is no fault.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
dotenv.config({ quiet: true });
try {
  process.exitCode = await runLibrary(process.argv.slice(2), COMMANDS, {
    openPapers: openStore,
    openStudies,
    stdin,
    print,
    complain: (text) => void stderr.write(text),
  });
} catch (error) {
  endWith(error);
}
