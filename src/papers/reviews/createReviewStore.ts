import type { Paper } from '../../core/domain/paper.ts';
import type { Clock } from '../../ports/clock.ts';
import { contentKey } from '../../ports/contentKey.ts';
import type { Reviewable, ReviewStore } from '../../ports/reviewStore.ts';
import { keysMeant } from '../identity.ts';
import type { PapersDatabase, Row, Sql } from '../papersDatabase.ts';
import { fromScopeKey, toScopeKey } from '../scopeKey.ts';
import { changeReview, latestOf, toReviewChange } from './changeReview.ts';
import { createReviewPrivacy } from './reviewPrivacy.ts';
import { REVIEW_TABLE } from './reviewTable.ts';

const EVERYONE = toScopeKey({ kind: 'everyone' });
const PAGE = 100;

const toReviewable = async (sql: Sql, guildId: string, row: Row): Promise<Reviewable> => {
  const paper = JSON.parse(String(row.body)) as Paper;
  const content = contentKey(paper);
  const [latest = null] = await latestOf(sql, { guildId, content }, 1);
  return {
    doc: Number(row.doc),
    content,
    paper: { ...paper, id: String(row.id), scope: fromScopeKey(String(row.scope)) },
    latest,
  };
};

/** The texts that a server holds something of. */
const judgedIn = async (sql: Sql, guildId: string): Promise<ReadonlySet<string>> => {
  const rows = await sql.rows(
    `SELECT content FROM ${REVIEW_TABLE} AS now WHERE guild_id = ? AND judgement IS NOT NULL AND number =
      (SELECT max(number) FROM ${REVIEW_TABLE} WHERE guild_id = now.guild_id AND content = now.content)`,
    guildId,
  );
  return new Set(rows.map(({ content }) => String(content)));
};

const findUnreviewed = async (
  sql: Sql,
  guildId: string,
  before: number | null,
): Promise<Reviewable | null> => {
  const judged = await judgedIn(sql, guildId);
  let below = before ?? Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = await sql.rows(
      'SELECT * FROM paper WHERE scope = ? AND doc < ? ORDER BY doc DESC LIMIT ?',
      toScopeKey({ kind: 'guild', guildId }),
      below,
      PAGE,
    );
    for (const row of rows)
      if (!judged.has(contentKey(JSON.parse(String(row.body)) as Paper)))
        return toReviewable(sql, guildId, row);
    if (rows.length < PAGE) return null;
    below = Number(rows.at(-1)?.doc);
  }
};

const findById = async (sql: Sql, guildId: string, id: string): Promise<Reviewable | null> => {
  for (const scope of [toScopeKey({ kind: 'guild', guildId }), EVERYONE])
    for (const key of keysMeant(id)) {
      const [row] = await sql.rows(
        'SELECT paper.* FROM paper_key JOIN paper USING (doc) WHERE paper_key.scope = ? AND paper_key.known_by = ?',
        scope,
        key,
      );
      if (row) return toReviewable(sql, guildId, row);
    }
  return null;
};

/** The reviews of papers, in the database of the papers. */
export const createReviewStore = (
  database: PapersDatabase,
  now: Clock = Date.now,
): ReviewStore => ({
  unreviewed: (guildId, before) => database.reading((sql) => findUnreviewed(sql, guildId, before)),
  at: (guildId, { doc, content }) =>
    database.reading(async (sql) => {
      const [row] = await sql.rows(
        'SELECT * FROM paper WHERE doc = ? AND scope IN (?, ?)',
        doc,
        toScopeKey({ kind: 'guild', guildId }),
        EVERYONE,
      );
      const found = row ? await toReviewable(sql, guildId, row) : null;
      return found?.content === content ? found : null;
    }),
  byId: (guildId, id) => database.reading((sql) => findById(sql, guildId, id)),
  standing: (guildId, contents) =>
    database.reading(async (sql) => {
      const judged = new Map();
      for (const content of new Set(contents)) {
        const [latest] = await latestOf(sql, { guildId, content }, 1);
        if (latest?.judgement) judged.set(content, latest.judgement);
      }
      return judged;
    }),
  change: (guildId, userId, edit) =>
    database.writing((sql) => changeReview(sql, { guildId, userId, at: now() }, edit)),
  before: (guildId, content) =>
    database.reading(async (sql) => {
      const [, previous] = await latestOf(sql, { guildId, content }, 2);
      return previous?.judgement ?? null;
    }),
  history: (guildId, limit) =>
    database.reading(async (sql) => {
      const rows = await sql.rows(
        `SELECT * FROM ${REVIEW_TABLE} WHERE guild_id = ? ORDER BY number DESC LIMIT ?`,
        guildId,
        limit,
      );
      return rows.map(toReviewChange);
    }),
  privacy: createReviewPrivacy(database),
});
