import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { StoreError } from '../store/storeError.ts';
import { createTurns } from './inTurn.ts';
import type { PapersDatabase, Row, Sql } from './papersDatabase.ts';

/** So long another process may be writing, such as an import, before we give up. */
const PATIENCE_MS = 60_000;
const ASK_AGAIN_MS = 20;
/** SQLite itself waits with the whole process; so it waits briefly, and we ask again. */
const BUSY_MS = 50;
/** The upper pages of all tables stay in memory, where there are hundreds of thousands of papers. */
const CACHE_KIB = 32_768;
/** https://sqlite.org/rescode.html */
const BUSY = 5;

const createSql = (database: DatabaseSync): Sql => {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const rows = (sql: string, values: readonly unknown[]): Row[] =>
    prepare(sql).all(...(values as SQLInputValue[]));
  return {
    rows: async (sql, ...values) => rows(sql, values),
    run: async (sql, ...values) => Number(prepare(sql).run(...(values as SQLInputValue[])).changes),
    insert: async (table, columns, inserted) => {
      const places = columns.map(() => '?').join(', ');
      const statement = prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
      for (const row of inserted) statement.run(...(row as SQLInputValue[]));
    },
    among: async (select, { scope, column }, values) => {
      const statement = prepare(
        `${select} WHERE ${column} = ? ${scope === null ? '' : 'AND scope = ?'}`,
      );
      const more = scope === null ? [] : [scope];
      const found: Row[] = [];
      for (const value of values) for (const row of statement.all(value, ...more)) found.push(row);
      return found;
    },
    remove: async (table, { scope, column }, values) => {
      const within = scope === null ? '' : ' AND scope = ?';
      const statement = prepare(`DELETE FROM ${table} WHERE ${column} = ?${within}`);
      const more = scope === null ? [] : [scope];
      for (const value of values) statement.run(value, ...more);
    },
  };
};

const begin = async (database: DatabaseSync, how: string): Promise<void> => {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      database.exec(how);
      return;
    } catch (error) {
      const isBusy = ((error as { errcode?: number }).errcode ?? 0) % 256 === BUSY;
      if (!isBusy || Date.now() > until) throw error;
      await setTimeout(ASK_AGAIN_MS);
    }
  }
};

const transact = async <T>(
  { database, sql, how }: { database: DatabaseSync; sql: Sql; how: string },
  work: (sql: Sql) => Promise<T>,
): Promise<T> => {
  await begin(database, how);
  try {
    const result = await work(sql);
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk may have ended the transaction already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

/**
 * Opens papers in a file of SQLite, which several processes may share: one writes at a time, and
 * the others read what was there before. What was added outlives a kill of the process; a fall of the
 * machine may take back the last additions, whole.
 * @throws StoreError with a remedy
 */
export const openSqlitePapers = (file: string): PapersDatabase => {
  const connect = (): DatabaseSync => {
    const database = new DatabaseSync(file, { timeout: BUSY_MS });
    database.exec(
      `PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
       PRAGMA secure_delete = FAST; PRAGMA cache_size = -${CACHE_KIB}`,
    );
    return database;
  };
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Readers have a connection of their own: they must not see what is half written.
    const [reader, writer] = [connect(), connect()];
    const [inReadersTurn, inWritersTurn] = [createTurns(), createTurns()];
    const [read, write] = [createSql(reader), createSql(writer)];
    const writing = <T>(work: (sql: Sql) => Promise<T>): Promise<T> =>
      inWritersTurn(() => transact({ database: writer, sql: write, how: 'BEGIN IMMEDIATE' }, work));
    return {
      reading: (work) =>
        inReadersTurn(() => transact({ database: reader, sql: read, how: 'BEGIN' }, work)),
      writing,
      erasing: async (work) => {
        writer.exec('PRAGMA secure_delete = ON');
        try {
          return await writing(work);
        } finally {
          writer.exec('PRAGMA secure_delete = FAST');
        }
      },
      hasTable: async (sql, table) =>
        (await sql.rows('SELECT 1 FROM sqlite_schema WHERE name = ?', table)).length > 0,
      types: { blob: 'BLOB', number: 'INTEGER', keyed: 'WITHOUT ROWID' },
      close: async () => {
        await Promise.all([inReadersTurn(async () => {}), inWritersTurn(async () => {})]);
        reader.close();
        writer.close();
      },
    };
  } catch (error) {
    throw new StoreError(
      `The papers ${file} cannot be opened: ${(error as Error).message}. Check that PAPERS_FILE is a file that may be written, on a disk with room.`,
    );
  }
};
