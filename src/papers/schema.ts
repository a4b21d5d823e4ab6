import type { PapersDatabase } from './papersDatabase.ts';

/**
 * Makes the tables where there are none. A segment is the index of some papers of one scope; it is
 * never changed but for which of its papers are gone, and its number is never used again: so any
 * process may keep in memory what it read of it.
 */
export const createTables = (database: PapersDatabase): Promise<void> =>
  database.writing(async (sql) => {
    const { number, blob } = database.types;
    const tables = [
      `paper (doc ${number} PRIMARY KEY, scope TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL)`,
      `paper_key (scope TEXT NOT NULL, known_by TEXT NOT NULL, doc ${number} NOT NULL, PRIMARY KEY (scope, known_by))`,
      `paper_terms (doc ${number} PRIMARY KEY, terms ${blob} NOT NULL)`,
      `segment (segment ${number} PRIMARY KEY, scope TEXT NOT NULL, size ${number} NOT NULL, gone_size ${number} NOT NULL, docs ${blob} NOT NULL, gone ${blob} NOT NULL, vocabulary ${blob} NOT NULL)`,
      // Of segment and hash of the term, so that those of a segment lie together.
      `posting (place ${number} PRIMARY KEY, data ${blob} NOT NULL)`,
      `numbering (name TEXT PRIMARY KEY, last ${number} NOT NULL)`,
    ];
    for (const table of tables) await sql.run(`CREATE TABLE IF NOT EXISTS ${table}`);
    await sql.run('CREATE INDEX IF NOT EXISTS paper_scope ON paper (scope, doc)');
    for (const name of ['doc', 'segment'])
      await sql.run(
        'INSERT INTO numbering (name, last) VALUES (?, 0) ON CONFLICT DO NOTHING',
        name,
      );
  });
