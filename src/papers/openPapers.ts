import type { Paper } from '../core/domain/paper.ts';
import type { PaperScope, PaperStore, StoredPaper } from '../ports/paperStore.ts';
import { addPapers } from './addPapers.ts';
import { keysMeant } from './identity.ts';
import { removeSegments } from './index/segments.ts';
import { openSqlitePapers } from './openSqlitePapers.ts';
import type { PapersDatabase, Row, Sql } from './papersDatabase.ts';
import { createTables } from './schema.ts';
import { fromScopeKey, toScopeKey } from './scopeKey.ts';
import { createSegmentCache } from './search/openSegments.ts';
import { searchPapers } from './search/searchPapers.ts';

/** Where papers are kept: a file of SQLite, which processes of one machine share. */
export type PapersPlace = { file: string };

const PAGE = 200;

const toStored = (row: Row): StoredPaper => ({
  ...(JSON.parse(String(row.body)) as Paper),
  id: String(row.id),
  scope: fromScopeKey(String(row.scope)),
});

const holes = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

const readById = async (
  sql: Sql,
  id: string,
  scopes: readonly string[],
): Promise<StoredPaper | null> => {
  for (const key of keysMeant(id)) {
    const [row] = await sql.rows(
      `SELECT paper.* FROM paper_key JOIN paper USING (doc)
       WHERE paper_key.known_by = ? AND paper_key.scope IN (${holes(scopes)}) ORDER BY doc`,
      key,
      ...scopes,
    );
    if (row) return toStored(row);
  }
  return null;
};

async function* readAll(
  database: PapersDatabase,
  scopes: readonly string[],
): AsyncGenerator<StoredPaper> {
  let after = -1;
  while (scopes.length > 0) {
    const rows = await database.reading((sql) =>
      sql.rows(
        `SELECT * FROM paper WHERE doc > ? AND scope IN (${holes(scopes)}) ORDER BY doc LIMIT ${PAGE}`,
        after,
        ...scopes,
      ),
    );
    yield* rows.map(toStored);
    if (rows.length < PAGE) return;
    after = Number(rows.at(-1)?.doc);
  }
}

const createPaperStore = (database: PapersDatabase): PaperStore => {
  const cache = createSegmentCache();
  const keysOf = (scopes: readonly PaperScope[]) => [...new Set(scopes.map(toScopeKey))];
  return {
    add: (papers, scope) =>
      database.writing((sql) => addPapers(sql, { papers, scope: toScopeKey(scope) })),
    search: (text, scopes, limit) =>
      database.reading(async (sql) => {
        const found = await searchPapers({ sql, cache }, text, keysOf(scopes), limit);
        const rows = await sql.among(
          'SELECT * FROM paper',
          { scope: null, column: 'doc' },
          found.ranked.map(({ doc }) => doc),
        );
        const papers = new Map(rows.map((row) => [Number(row.doc), toStored(row)]));
        const hits = found.ranked.flatMap(({ doc, score }) => {
          const paper = papers.get(doc);
          return paper ? [{ id: paper.id, score, paper }] : [];
        });
        return { hits, mended: found.mended };
      }),
    byId: (id, scopes) =>
      scopes.length === 0
        ? Promise.resolve(null)
        : database.reading((sql) => readById(sql, id, keysOf(scopes))),
    all: (scopes) => readAll(database, keysOf(scopes)),
    count: async (scope) => {
      const [row] = await database.reading((sql) =>
        sql.rows('SELECT count(*) AS n FROM paper WHERE scope = ?', toScopeKey(scope)),
      );
      return Number(row?.n);
    },
    forget: (scope) =>
      database.writing(async (sql) => {
        const key = toScopeKey(scope);
        await removeSegments(sql, key);
        await sql.run('DELETE FROM paper_key WHERE scope = ?', key);
        await sql.run(
          'DELETE FROM paper_terms WHERE doc IN (SELECT doc FROM paper WHERE scope = ?)',
          key,
        );
        return sql.run('DELETE FROM paper WHERE scope = ?', key);
      }),
    close: database.close,
  };
};

/**
 * Opens the papers, and makes their tables where there are none.
 * @throws StoreError with a remedy
 */
export const openPapers = async ({ file }: PapersPlace): Promise<PaperStore> => {
  const database = openSqlitePapers(file);
  await createTables(database);
  return createPaperStore(database);
};
