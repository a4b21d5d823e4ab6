import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { readFlags } from './cli/readFlags.ts';
import { readConfig } from './config.ts';
import { takeCensus } from './core/census/takeCensus.ts';
import { loadLibrary } from './library/loadLibrary.ts';
import { OperatorError } from './ports/operatorError.ts';
import { renderCensus } from './render/terminal/renderCensus.ts';

/**
 * `npm run stats`: the library at a glance. With --write it is written into the README, between
 * its marks; with --check nothing is written, and the exit code is 1 where the README has another.
 */
const README = fileURLToPath(new URL('../README.md', import.meta.url));
const MARKED = /(?<=<!-- stats: .*-->\n```\n)[\s\S]*?(?=```\n<!-- \/stats -->)/;
const BAD_USE = 2;

const main = (): number => {
  const { write: isWriting = false, check: isChecking = false } = readFlags(
    { write: { type: 'boolean' }, check: { type: 'boolean' } },
    '--write or --check',
  );
  const config = readConfig(process.env);
  const own = fileURLToPath(new URL('../data', import.meta.url));
  // The README tells of the library that comes with the program, whichever is in use here.
  const census = takeCensus(loadLibrary(isWriting || isChecking ? own : config.libraryDir));
  if (!isWriting && !isChecking) {
    const color = config.color ?? (process.stdout.isTTY && process.stdout.hasColors());
    process.stdout.write(renderCensus(census, { color }));
    return 0;
  }
  const text = renderCensus(census, { color: false });
  const readme = readFileSync(README, 'utf8');
  if (MARKED.exec(readme)?.[0] === text) return 0;
  if (!MARKED.test(readme))
    throw new OperatorError('README.md has lost the marks between which its stats stand.');
  if (isChecking) {
    process.stderr.write('The stats in README.md are out of date. Run "npm run docs:stats".\n');
    return 1;
  }
  writeFileSync(
    README,
    readme.replace(MARKED, () => text),
  );
  return 0;
};

dotenv.config({ quiet: true });
try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = BAD_USE;
}
