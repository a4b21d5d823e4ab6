import type { PapersDatabase } from '../papersDatabase.ts';

/**
 * Every change of what a server holds of a paper; the latest of a text is how it stands. Whose data
 * it is: a server's, by `guild_id`, and a person's, by `user_id`, which is taken out on erasure.
 */
export const REVIEW_TABLE = 'paper_review_change';

/** Makes the table where there is none. */
export const prepareReviews = async (database: PapersDatabase): Promise<void> => {
  if (await database.reading((sql) => database.hasTable(sql, REVIEW_TABLE))) return;
  await database.writing(async (sql) => {
    const { number } = database.types;
    await sql.run(`CREATE TABLE IF NOT EXISTS ${REVIEW_TABLE} (
      guild_id TEXT NOT NULL, number ${number} NOT NULL, content TEXT NOT NULL, title TEXT NOT NULL,
      user_id TEXT, changed_at ${number} NOT NULL, judgement TEXT,
      PRIMARY KEY (guild_id, number))`);
    await sql.run(
      `CREATE INDEX IF NOT EXISTS ${REVIEW_TABLE}_content ON ${REVIEW_TABLE} (guild_id, content, number)`,
    );
    await sql.run(`CREATE INDEX IF NOT EXISTS ${REVIEW_TABLE}_person ON ${REVIEW_TABLE} (user_id)`);
  });
};
