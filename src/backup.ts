import { existsSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import dotenv from 'dotenv';
import { UsageError } from './cli/parseArguments.ts';
import { readConfig } from './config.ts';
import { endWith } from './process/endWith.ts';
import { backupStore, refuseTaken } from './store/backupStore.ts';

const USAGE = `npm run backup -- [FILE]

Copies the store to FILE, and the papers that were brought in beside it (copy.sqlite,
copy.papers.sqlite), while the bot runs or not. Without FILE: backups/ in DATA_DIR, named for the
time. To restore: stop the bot, put each copy in place of its database (caveat.sqlite and
papers.sqlite in DATA_DIR, or PAPERS_FILE), and delete the files ending in -wal and -shm beside them.
`;

/** copy.sqlite: copy.papers.sqlite */
const papersTarget = (target: string): string => {
  const { dir, name, ext } = parse(target);
  return join(dir, `${name}.papers${ext}`);
};

const main = async (): Promise<void> => {
  const [named, ...more] = process.argv.slice(2);
  if (named === '--help' || named === '-h') {
    process.stdout.write(USAGE);
    return;
  }
  if (more.length > 0 || named?.startsWith('-')) throw new UsageError(`Name one file.\n\n${USAGE}`);
  const { store, papers, dataDir } = readConfig(process.env);
  if ('url' in store || 'url' in papers)
    throw new UsageError(
      'DATABASE_URL is set, so the store and the papers are in PostgreSQL: back it up with pg_dump "$DATABASE_URL".',
    );
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const target = resolve(named ?? join(dataDir, 'backups', `caveat-${time}.sqlite`));
  const copies = [
    { kept: 'store', file: store.file, target },
    { kept: 'papers', file: papers.file, target: papersTarget(target) },
  ] as const;
  const there = copies.filter(({ file }) => existsSync(file));
  // Who has neither is told of the store.
  const wanted = there.length > 0 ? there : copies.slice(0, 1);
  for (const copy of wanted) refuseTaken(copy.target);
  for (const copy of wanted) {
    const bytes = await backupStore(copy.file, copy.target, copy.kept);
    process.stdout.write(`${copy.target}: ${Math.ceil(bytes / 1024)} KiB\n`);
  }
};

dotenv.config({ quiet: true });
await main().catch(endWith);
