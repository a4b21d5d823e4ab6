import { join, resolve } from 'node:path';
import dotenv from 'dotenv';
import { UsageError } from './cli/parseArguments.ts';
import { readConfig } from './config.ts';
import { endWith } from './process/endWith.ts';
import { backupStore } from './store/backupStore.ts';

const USAGE = `npm run backup -- [FILE]

Copies the store to FILE, while the bot runs or not. Without FILE: backups/ in DATA_DIR, named for
the time. To restore: stop the bot, put the copy in place of caveat.sqlite in DATA_DIR, and delete
caveat.sqlite-wal and caveat.sqlite-shm there.
`;

const main = async (): Promise<void> => {
  const [target, ...more] = process.argv.slice(2);
  if (target === '--help' || target === '-h') {
    process.stdout.write(USAGE);
    return;
  }
  if (more.length > 0 || target?.startsWith('-'))
    throw new UsageError(`Name one file.\n\n${USAGE}`);
  const { store, dataDir } = readConfig(process.env);
  if ('url' in store)
    throw new UsageError(
      'DATABASE_URL is set, so the store is in PostgreSQL: back it up with pg_dump "$DATABASE_URL".',
    );
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  const file = resolve(target ?? join(dataDir, 'backups', `caveat-${time}.sqlite`));
  const bytes = await backupStore(store.file, file);
  process.stdout.write(`${file}: ${Math.ceil(bytes / 1024)} KiB\n`);
};

dotenv.config({ quiet: true });
await main().catch(endWith);
