import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { openSqliteConnection } from './sqliteConnection.ts';
import { StoreError } from './storeError.ts';

const IN_MEMORY = ':memory:';

/** So long a process that is about to end may still hold the file. */
const LOCK_PATIENCE_MS = 1_000;
/** https://sqlite.org/rescode.html */
const BUSY = 5;
const CORRUPT = 11;

/**
 * Settings are held in memory, so one process alone may have the file. The lock is that of another
 * SQLite file, since backups read this one; the system frees it however the process ends.
 */
const lockFile = (file: string): (() => void) => {
  const lock = new DatabaseSync(`${file}-lock`, { timeout: LOCK_PATIENCE_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== BUSY) throw error;
    throw new StoreError(
      `The store ${file} is in use by another process of Caveat. Stop that one first, or let several share a PostgreSQL database (DATABASE_URL).`,
    );
  }
};

const toDamage = (file: string, what: unknown): StoreError =>
  new StoreError(
    `The store ${file} is damaged (${what}). Put a backup in its place, and delete ${file}-wal and ${file}-shm.`,
  );

const toStoreError = (error: unknown, file: string): StoreError => {
  const { errcode = 0, message } = error as Error & { errcode?: number };
  if ((errcode & 0xff) === CORRUPT) return toDamage(file, message);
  return new StoreError(
    `The store ${file} cannot be opened: ${message}. Check that DATA_DIR is a folder that may be written, on a disk with room, and that this file is a store of Caveat.`,
  );
};

const checkIntegrity = async (file: string, db: Kysely<Schema>): Promise<void> => {
  const { rows } = await sql<{ quick_check: string }>`PRAGMA quick_check`.execute(db);
  if (rows[0]?.quick_check !== 'ok') throw toDamage(file, rows[0]?.quick_check);
};

const connect = async (file: string): Promise<Database> => {
  const connection = openSqliteConnection(file);
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: connection }) });
  try {
    await checkIntegrity(file, db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    db,
    autoNumber: 'integer',
    underLock: async (work) => {
      await sql`BEGIN IMMEDIATE`.execute(db);
      try {
        await work();
        await sql`commit`.execute(db);
      } catch (error) {
        await sql`rollback`.execute(db);
        throw error;
      }
    },
    announce: async () => {},
    hear: async () => {},
    isReachable: () => true,
    isWritable: connection.isWritable,
    toStoreError: (error) => toStoreError(error, file),
    close: () => db.destroy(),
  };
};

const realpathOf = (file: string): string =>
  existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file));

/**
 * Opens a database in a file, made where missing; `:memory:` keeps nothing.
 * @throws StoreError with a remedy
 */
export const openSqlite = async (file: string): Promise<Database> => {
  if (file === IN_MEMORY) return connect(file);
  let unlock: (() => void) | null = null;
  try {
    // It holds people's ids: a folder made for it is nobody else's to read.
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // By whatever links it is reached, a file has one lock.
    unlock = lockFile(realpathOf(file));
    const database = await connect(file);
    const free = unlock;
    return { ...database, close: () => database.close().finally(free) };
  } catch (error) {
    unlock?.();
    throw error instanceof StoreError ? error : toStoreError(error, file);
  }
};
