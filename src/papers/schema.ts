import type { PapersDatabase } from './papersDatabase.ts';

/** Makes the tables where there are none. */
export const createTables = (database: PapersDatabase): Promise<void> =>
  database.writing(async (sql) => {
    const { number } = database.types;
    await sql.run(`CREATE TABLE IF NOT EXISTS paper (
      doc ${number} PRIMARY KEY, scope TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL)`);
    await sql.run('CREATE INDEX IF NOT EXISTS paper_scope ON paper (scope)');
    await sql.run(`CREATE TABLE IF NOT EXISTS paper_key (
      scope TEXT NOT NULL, known_by TEXT NOT NULL, doc ${number} NOT NULL,
      PRIMARY KEY (scope, known_by))`);
  });
