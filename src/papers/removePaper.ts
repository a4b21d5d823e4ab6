import type { Paper } from '../core/domain/paper.ts';
import { contentKey } from '../ports/contentKey.ts';
import { erasePapers } from './addPapers.ts';
import { keysMeant, keysOf } from './identity.ts';
import { settleSegments } from './index/segments.ts';
import type { Row, Sql } from './papersDatabase.ts';
import { REVIEW_TABLE } from './reviews/reviewTable.ts';
import { toScopeKey } from './scopeKey.ts';

const EVERYONE = toScopeKey({ kind: 'everyone' });

/** The papers of a scope that an id may mean: two where a number is the PMCID of one, the PMID of another. */
export const papersMeant = async (sql: Sql, id: string, scope: string): Promise<Row[]> => {
  const found = new Map<number, Row>();
  for (const key of keysMeant(id)) {
    const [row] = await sql.rows(
      `SELECT paper.* FROM paper_key JOIN paper ON paper.doc = paper_key.doc
       WHERE paper_key.known_by = ? AND paper_key.scope = ?`,
      key,
      scope,
    );
    if (row) found.set(Number(row.doc), row);
  }
  return [...found.values()];
};

/** The servers that judged a text, and have the paper for themselves. */
const serversWithOwn = async (sql: Sql, paper: Paper, content: string): Promise<Set<string>> => {
  const rows = await sql.among(
    'SELECT paper.scope, paper.body FROM paper_key JOIN paper ON paper.doc = paper_key.doc',
    { scope: null, column: 'paper_key.known_by' },
    keysOf(paper),
  );
  return new Set(
    rows
      .filter(({ body }) => contentKey(JSON.parse(String(body)) as Paper) === content)
      .map(({ scope }) => String(scope)),
  );
};

const removeReviews = async (sql: Sql, paper: Paper, scope: string): Promise<void> => {
  const content = contentKey(paper);
  if (scope !== EVERYONE) {
    await sql.run(`DELETE FROM ${REVIEW_TABLE} WHERE guild_id = ? AND content = ?`, scope, content);
    return;
  }
  const kept = await serversWithOwn(sql, paper, content);
  const rows = await sql.rows(
    `SELECT DISTINCT guild_id FROM ${REVIEW_TABLE} WHERE content = ?`,
    content,
  );
  for (const { guild_id } of rows)
    if (!kept.has(String(guild_id)))
      await sql.run(
        `DELETE FROM ${REVIEW_TABLE} WHERE guild_id = ? AND content = ?`,
        String(guild_id),
        content,
      );
};

/**
 * Erases a paper of a scope, its place in the index, and the reviews of it: those of that server, or
 * of a paper of everyone those of every server that has no such paper of its own.
 */
export const removePaper = async (sql: Sql, row: Row, scope: string): Promise<void> => {
  const paper = JSON.parse(String(row.body)) as Paper;
  await erasePapers(sql, scope, { docs: [Number(row.doc)], keys: keysOf(paper) });
  await settleSegments(sql, scope);
  await removeReviews(sql, paper, scope);
};
