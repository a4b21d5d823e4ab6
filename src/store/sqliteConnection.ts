import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqliteDatabase } from 'kysely';

export type SqliteConnection = SqliteDatabase & {
  /** Whether the last thing that was to be written could be. */
  isWritable: () => boolean;
};

/** Somebody else's hold on the file, such as that of a database browser, stops the whole bot so long. */
const BUSY_MS = 1_000;

/** The primary result codes (https://sqlite.org/rescode.html) that tell of a disk, not of a statement. */
const LOSSES = new Map([
  [7, 'NOMEM'],
  [8, 'READONLY'],
  [10, 'IOERR'],
  [11, 'CORRUPT'],
  [13, 'FULL'],
  [14, 'CANTOPEN'],
  [26, 'NOTADB'],
]);

const isLoss = (error: unknown): boolean =>
  LOSSES.has(((error as { errcode?: number }).errcode ?? 0) & 0xff);

/**
 * A connection of node:sqlite in the shape that Kysely's SQLite dialect takes. Every commit is on
 * the disk before it is acknowledged: it outlives a kill of the process, and of the machine. What is
 * erased is overwritten in the file.
 * @param file path of the file, or `:memory:`
 * @throws Error of node:sqlite when the file cannot be opened or is no database.
 */
export const openSqliteConnection = (file: string): SqliteConnection => {
  const database = new DatabaseSync(file, { timeout: BUSY_MS });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
  let isWritable = true;
  const noting = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (isLoss(error)) isWritable = false;
      throw error;
    }
  };
  return {
    isWritable: () => isWritable,
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => noting(() => statement.all(...values(parameters))),
        run: (parameters) => {
          // A full disk may have ended the transaction; then Kysely's rollback would hide the fault.
          if (sql === 'rollback' && !database.isTransaction)
            return { changes: 0, lastInsertRowid: 0 };
          const result = noting(() => statement.run(...values(parameters)));
          // Only what is committed is known to be written.
          if (!database.isTransaction && sql !== 'rollback') isWritable = true;
          return result;
        },
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
};
