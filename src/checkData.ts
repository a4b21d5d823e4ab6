import { fileURLToPath } from 'node:url';
import { checkLibrary } from './library/checkLibrary.ts';

/**
 * `npm run check:data [-- --only TEXT]`: every fault of data/, with file, line and remedy.
 * Exit code 1 when there is any.
 */
const only = process.argv.indexOf('--only');
const wanted = only === -1 ? '' : (process.argv[only + 1] ?? '');
const { library, faults } = checkLibrary(fileURLToPath(new URL('../data', import.meta.url)));
const shown = faults.filter(({ file }) => file.includes(wanted));
for (const { file, line, message, remedy } of shown)
  console.error(`${file}:${line}  ${message}\n    ${remedy}`);
console.log(
  `${library.studies.length} studies, ${library.guidelines.length} guidelines, ${library.conditions.length} conditions, ` +
    `${library.interventions.length} interventions, ${library.outcomes.length} outcomes: ` +
    `${shown.length === 0 ? 'no faults' : `${shown.length} faults`}`,
);
process.exitCode = shown.length === 0 ? 0 : 1;
