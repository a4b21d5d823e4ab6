import { fileURLToPath } from 'node:url';
import { takeCensus } from './core/census/takeCensus.ts';
import { checkLibrary } from './library/checkLibrary.ts';
import { renderCoverage } from './render/terminal/renderCensus.ts';

/**
 * `npm run check:data [-- --only TEXT] [--coverage]`: every fault of data/, with file, line and
 * remedy; with --coverage also what the records of each condition tell. Exit code 1 on any fault.
 */
const only = process.argv.indexOf('--only');
const wanted = only === -1 ? '' : (process.argv[only + 1] ?? '');
const { library, faults } = checkLibrary(fileURLToPath(new URL('../data', import.meta.url)));
const shown = faults.filter(({ file }) => file.includes(wanted));
for (const { file, line, message, remedy } of shown)
  console.error(`${file}:${line}  ${message}\n    ${remedy}`);
if (process.argv.includes('--coverage'))
  console.log(renderCoverage(takeCensus(library), { color: false }));
const verdict =
  shown.length === 0 ? 'no faults' : `${shown.length} fault${shown.length === 1 ? '' : 's'}`;
console.log(
  `${library.studies.length} studies, ${library.guidelines.length} guidelines, ${library.conditions.length} conditions, ` +
    `${library.interventions.length} interventions, ${library.outcomes.length} outcomes: ${verdict}`,
);
process.exitCode = shown.length === 0 ? 0 : 1;
