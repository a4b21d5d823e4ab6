import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run bench -- [NAME] [its arguments]`: one of the measurements in this folder, else all. */
const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const NOT_ALONE = ['run.ts', 'times.ts'];

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts') && !NOT_ALONE.includes(file))
  .map((file) => file.slice(0, -3));
const [name, ...rest] = process.argv.slice(2);
if (name !== undefined && !names.includes(name)) {
  process.stderr.write(`There is no measurement "${name}". There are: ${names.join(', ')}.\n`);
  process.exit(2);
}
for (const each of name === undefined ? names : [name]) {
  const { status } = spawnSync(process.execPath, [`${FOLDER}${each}.ts`, ...rest], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = status ?? 1;
}
