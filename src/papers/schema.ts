import { StoreError } from '../store/storeError.ts';
import type { PapersDatabase, Sql } from './papersDatabase.ts';

/** Of the tables below, and of how papers are indexed: an index of another version is not read. */
const VERSION = 1;

const readVersion = (database: PapersDatabase): Promise<number | null> =>
  database.reading(async (sql) => {
    if (!(await database.hasTable(sql, 'numbering'))) return null;
    const [row] = await sql.rows("SELECT last FROM numbering WHERE name = 'version'");
    return row ? Number(row.last) : null;
  });

/**
 * A segment is the index of some papers of one scope. It is never changed but for which of its
 * papers are gone, and its number is never used again: so any process may keep what it read of it.
 */
const createTables = async (
  sql: Sql,
  { number, blob, keyed }: PapersDatabase['types'],
): Promise<void> => {
  const tables = [
    `paper (doc ${number} PRIMARY KEY, scope TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL)`,
    `paper_key (scope TEXT NOT NULL, known_by TEXT NOT NULL, doc ${number} NOT NULL,
      PRIMARY KEY (scope, known_by)) ${keyed}`,
    `paper_terms (doc ${number} PRIMARY KEY, terms ${blob} NOT NULL)`,
    `segment (segment ${number} PRIMARY KEY, scope TEXT NOT NULL, size ${number} NOT NULL,
      gone_size ${number} NOT NULL, docs ${blob} NOT NULL, gone ${blob} NOT NULL,
      vocabulary ${blob} NOT NULL)`,
    // The place is of segment and hash of the term, so that those of a segment lie together.
    `posting (place ${number} PRIMARY KEY, data ${blob} NOT NULL)`,
    `numbering (name TEXT PRIMARY KEY, last ${number} NOT NULL)`,
  ];
  for (const table of tables) await sql.run(`CREATE TABLE IF NOT EXISTS ${table}`);
  await sql.run('CREATE INDEX IF NOT EXISTS paper_scope ON paper (scope, doc)');
  for (const [name, first] of Object.entries({ doc: 0, segment: 0, version: VERSION }))
    await sql.run(
      'INSERT INTO numbering (name, last) VALUES (?, ?) ON CONFLICT DO NOTHING',
      name,
      first,
    );
};

/**
 * Makes the tables where there are none. Where they are, nothing is written: papers are opened
 * while another process imports.
 * @throws StoreError where another version of Caveat wrote them
 */
export const prepareTables = async (database: PapersDatabase): Promise<void> => {
  const version = await readVersion(database);
  if (version === null) await database.writing((sql) => createTables(sql, database.types));
  else if (version !== VERSION)
    throw new StoreError(
      `The papers were written by another version of Caveat (their index has version ${version}, this one knows ${VERSION}). Install that version again, or import them anew into another PAPERS_FILE.`,
    );
};
