import { fileURLToPath } from 'node:url';
import { readFlags } from './cli/readFlags.ts';
import { takeCensus } from './core/census/takeCensus.ts';
import { checkLibrary } from './library/checkLibrary.ts';
import { endWith } from './process/endWith.ts';
import { renderCoverage } from './render/terminal/renderCensus.ts';

/**
 * Every fault of data/, with file, line and remedy: the first part of `npm run check:data`. With
 * --only TEXT those of files so named; with --coverage (`npm run coverage`) also what the records
 * of each condition tell. Exit code 1 on any fault.
 */
const main = (): number => {
  const { only = '', coverage = false } = readFlags(
    { only: { type: 'string' }, coverage: { type: 'boolean' } },
    '--only TEXT or --coverage',
  );
  const { library, faults } = checkLibrary(fileURLToPath(new URL('../data', import.meta.url)));
  const shown = faults.filter(({ file }) => file.includes(only));
  for (const { file, line, message, remedy } of shown)
    console.error(`${file}:${line}  ${message}\n    ${remedy}`);
  if (coverage) console.log(renderCoverage(takeCensus(library), { color: false }));
  const verdict =
    shown.length === 0 ? 'no faults' : `${shown.length} fault${shown.length === 1 ? '' : 's'}`;
  console.log(
    `${library.studies.length} studies, ${library.guidelines.length} guidelines, ${library.conditions.length} conditions, ` +
      `${library.interventions.length} interventions, ${library.outcomes.length} outcomes: ${verdict}`,
  );
  return shown.length === 0 ? 0 : 1;
};

try {
  process.exitCode = main();
} catch (error) {
  endWith(error);
}
