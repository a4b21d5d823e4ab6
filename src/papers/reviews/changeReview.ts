import type { ReviewChange, ReviewEdit, ReviewOutcome } from '../../ports/reviewStore.ts';
import { toStorable } from '../../store/storable.ts';
import type { Row, Sql } from '../papersDatabase.ts';
import { REVIEW_TABLE } from './reviewTable.ts';

const MOST_TITLE = 300;

export const toReviewChange = (row: Row): ReviewChange => ({
  number: Number(row.number),
  content: String(row.content),
  title: String(row.title),
  userId: row.user_id === null ? null : String(row.user_id),
  at: Number(row.changed_at),
  judgement: row.judgement === null ? null : JSON.parse(String(row.judgement)),
});

/** The latest changes of a text in a server, newest first. */
export const latestOf = async (
  sql: Sql,
  { guildId, content }: { guildId: string; content: string },
  limit: number,
): Promise<ReviewChange[]> => {
  const rows = await sql.rows(
    `SELECT * FROM ${REVIEW_TABLE} WHERE guild_id = ? AND content = ? ORDER BY number DESC LIMIT ?`,
    guildId,
    content,
    limit,
  );
  return rows.map(toReviewChange);
};

type By = { guildId: string; userId: string; at: number };

/** Judges a paper, or takes a judgement back, unless somebody was quicker. */
export const changeReview = async (
  sql: Sql,
  { guildId, userId, at }: By,
  { content, title, seen, to }: ReviewEdit,
): Promise<ReviewOutcome> => {
  const [latest = null] = await latestOf(sql, { guildId, content }, 1);
  if ((latest?.number ?? 0) !== seen) return { ok: false, latest };
  const [last] = await sql.rows(
    `SELECT max(number) AS number FROM ${REVIEW_TABLE} WHERE guild_id = ?`,
    guildId,
  );
  const change: ReviewChange = {
    number: Number(last?.number ?? 0) + 1,
    content,
    title: toStorable(title, MOST_TITLE),
    userId,
    at,
    judgement: to,
  };
  await sql.run(
    `INSERT INTO ${REVIEW_TABLE} (guild_id, number, content, title, user_id, changed_at, judgement)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    guildId,
    change.number,
    content,
    change.title,
    userId,
    at,
    to === null ? null : JSON.stringify(to),
  );
  return { ok: true, change };
};
