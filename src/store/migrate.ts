import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import { migration0001 } from './migrations/0001.ts';
import { StoreError } from './storeError.ts';

const migrationsOf = (database: Database): Readonly<Record<string, Migration>> => ({
  '0001': migration0001(database),
});

/** Brings the tables up to date. @throws StoreError where a newer version of Caveat wrote them. */
export const migrate = async (database: Database): Promise<void> => {
  const { db } = database;
  const migrations = migrationsOf(database);
  const provider = { getMigrations: async () => ({ ...migrations }) };
  await database.underLock(async () => {
    const migrator = new Migrator({ db, provider });
    const done = await readDone(database);
    const unknown = done.filter((name) => !(name in migrations));
    if (unknown.length > 0)
      throw new StoreError(
        `The store was written by a newer version of Caveat (it has migration ${unknown.at(-1)}, this version knows ${Object.keys(migrations).at(-1)}). Install that version again, or go back to a backup made before it.`,
      );
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  });
};

const TABLE = 'kysely_migration';

/** The migrations that were applied; none where there is no table of them yet. */
const readDone = async ({ db }: Database): Promise<string[]> => {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === TABLE)) return [];
  const rows = await db
    .withTables<{ [TABLE]: { name: string } }>()
    .selectFrom(TABLE)
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
};
