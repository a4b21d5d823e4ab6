import {
  openPostgresPool,
  type Pool,
  type PoolClient,
  type PostgresPlace,
} from '../store/postgresPool.ts';
import type { PapersDatabase, Row, Sql } from './papersDatabase.ts';

/** PostgreSQL takes 65,535 values in a statement. */
const MOST_VALUES = 60_000;
/** Whoever holds this lock writes papers; the number is arbitrary, but no other lock's. */
const WRITERS_LOCK = 7_244_018;

const numbered = new Map<string, string>();
const toNumbered = (sql: string): string => {
  const known = numbered.get(sql);
  if (known !== undefined) return known;
  let number = 0;
  const text = sql.replace(/\?/g, () => `$${++number}`);
  numbered.set(sql, text);
  return text;
};

const toParameter = (value: unknown): unknown =>
  value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : value;

const createSql = (client: PoolClient): Sql => {
  const ask = (sql: string, values: readonly unknown[]) =>
    client.query(toNumbered(sql), values.map(toParameter));
  return {
    rows: async (sql, ...values) => (await ask(sql, values)).rows as Row[],
    run: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    insert: async (table, columns, rows) => {
      const most = Math.floor(MOST_VALUES / columns.length);
      const row = `(${columns.map(() => '?').join(', ')})`;
      for (let from = 0; from < rows.length; from += most) {
        const some = rows.slice(from, from + most);
        await ask(
          `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${some.map(() => row).join(', ')}`,
          some.flat(),
        );
      }
    },
    among: async (select, { scope, column }, values) => {
      const within = scope === null ? '' : ' AND scope = ?';
      const more = scope === null ? [] : [scope];
      const sql = `${select} WHERE ${column} = ANY(?)${within}`;
      return (await ask(sql, [values, ...more])).rows as Row[];
    },
    remove: async (table, { scope, column }, values) => {
      const within = scope === null ? '' : ' AND scope = ?';
      const more = scope === null ? [] : [scope];
      await ask(`DELETE FROM ${table} WHERE ${column} = ANY(?)${within}`, [values, ...more]);
    },
  };
};

const transact = async <T>(
  pool: Pool,
  begin: string,
  work: (sql: Sql) => Promise<T>,
): Promise<T> => {
  const client = await pool.connect();
  let isBroken = true;
  try {
    await client.query(begin);
    try {
      const result = await work(createSql(client));
      await client.query('COMMIT');
      isBroken = false;
      return result;
    } catch (error) {
      await client.query('ROLLBACK');
      isBroken = false;
      throw error;
    }
  } finally {
    client.release(isBroken);
  }
};

/**
 * Opens papers in a database of PostgreSQL, which processes of several machines may share.
 * @throws StoreError with a remedy
 */
export const openPostgresPapers = async (place: PostgresPlace): Promise<PapersDatabase> => {
  const pool = await openPostgresPool(place);
  const writing = <T>(work: (sql: Sql) => Promise<T>): Promise<T> =>
    transact(pool, 'BEGIN', async (sql) => {
      await sql.rows('SELECT pg_advisory_xact_lock(?)', WRITERS_LOCK);
      return work(sql);
    });
  return {
    reading: (work) => transact(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    writing,
    erasing: writing,
    hasTable: async (sql, table) => {
      const [row] = await sql.rows('SELECT to_regclass(?) AS found', table);
      return row?.found !== null;
    },
    types: { blob: 'BYTEA', number: 'BIGINT', keyed: '' },
    close: () => pool.end(),
  };
};
