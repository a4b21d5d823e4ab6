import type { PrivacyStore } from '../../ports/privacyStore.ts';
import type { PapersDatabase } from '../papersDatabase.ts';
import { REVIEW_TABLE } from './reviewTable.ts';

/** What the reviews hold of a person: what they judged stays in its server's history, without them. */
export const createReviewPrivacy = (database: PapersDatabase): PrivacyStore => ({
  export: (userId) =>
    database.reading(async (sql) => {
      const rows = await sql.rows(
        `SELECT guild_id, number, title, user_id, changed_at, judgement FROM ${REVIEW_TABLE}
         WHERE user_id = ? ORDER BY guild_id, number`,
        userId,
      );
      return {
        [REVIEW_TABLE]: rows.map((row) => ({
          ...row,
          number: Number(row.number),
          changed_at: Number(row.changed_at),
          judgement: row.judgement === null ? null : JSON.parse(String(row.judgement)),
        })),
      };
    }),
  erase: (userId) =>
    database.writing((sql) =>
      sql.run(`UPDATE ${REVIEW_TABLE} SET user_id = NULL WHERE user_id = ?`, userId),
    ),
});
