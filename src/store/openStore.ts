import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Clock } from '../ports/clock.ts';
import type { FeedbackStore } from '../ports/feedbackStore.ts';
import { OperatorError } from '../ports/operatorError.ts';
import type { ReplyStore } from '../ports/replyStore.ts';
import { createFeedbackStore } from './feedback.ts';
import { migration0001 } from './migrations/0001.ts';
import { createReplyStore } from './replies.ts';
import type { Schema } from './schema.ts';
import { openSqliteDatabase } from './sqliteDatabase.ts';

/** A store that cannot be opened: one plain sentence for whoever started the program. */
export class StoreError extends OperatorError {
  override name = 'StoreError';
}

export type Store = {
  replies: ReplyStore;
  feedback: FeedbackStore;
  close: () => Promise<void>;
};

const MIGRATIONS: Readonly<Record<string, Migration>> = { '0001': migration0001 };

const migrate = async (db: Kysely<Schema>): Promise<void> => {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
};

/**
 * Opens the store and brings its tables up to date.
 * @param file path of the SQLite file, made where missing; `:memory:` keeps nothing
 * @throws StoreError with a remedy when it cannot be opened or was written by a newer version.
 */
export const openStore = async (file: string, now: Clock = Date.now): Promise<Store> => {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const db = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: openSqliteDatabase(file) }),
    });
    await migrate(db);
    return {
      replies: createReplyStore(db, now),
      feedback: createFeedbackStore(db, now),
      close: () => db.destroy(),
    };
  } catch (error) {
    throw new StoreError(
      `The store ${file} cannot be opened: ${(error as Error).message}. Check that DATA_DIR is a folder that may be written, and that no newer version of Caveat wrote it.`,
    );
  }
};
