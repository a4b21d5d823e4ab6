import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import dotenv from 'dotenv';
import { addCommand } from './cli/library/add.ts';
import type { LibraryCommand } from './cli/library/command.ts';
import { exportCommand } from './cli/library/export.ts';
import { importCommand } from './cli/library/import.ts';
import { runLibrary } from './cli/library/runLibrary.ts';
import { searchCommand } from './cli/library/search.ts';
import { readConfig } from './config.ts';
import { readPapers } from './importers/readPapers.ts';
import { createLiterature } from './literature/createLiterature.ts';
import { openPapers } from './papers/openPapers.ts';
import { endWith } from './process/endWith.ts';
import { whenToldToStop } from './process/whenToldToStop.ts';

const COMMANDS: readonly LibraryCommand[] = [
  searchCommand,
  importCommand,
  addCommand,
  exportCommand,
];

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

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
