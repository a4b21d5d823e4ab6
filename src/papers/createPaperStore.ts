import type { Paper } from '../core/domain/paper.ts';
import type { PaperScope, PaperSearch, PaperStore, StoredPaper } from '../ports/paperStore.ts';
import { addPapers } from './addPapers.ts';
import { keysMeant } from './identity.ts';
import { removeSegments } from './index/segments.ts';
import type { PapersDatabase, Row, Sql } from './papersDatabase.ts';
import type { RelatedWords } from './ranking/relatedWords.ts';
import { papersMeant, removePaper } from './removePaper.ts';
import { REVIEW_TABLE } from './reviews/reviewTable.ts';
import { fromScopeKey, toScopeKey } from './scopeKey.ts';
import { createSegmentCache } from './search/openSegments.ts';
import { searchPapers } from './search/searchPapers.ts';
import type { Expand } from './search/synonyms.ts';

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
      `SELECT paper.* FROM paper_key JOIN paper ON paper.doc = paper_key.doc
       WHERE paper_key.known_by = ? AND paper_key.scope IN (${holes(scopes)}) ORDER BY paper.doc`,
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

const readPapers = async (sql: Sql, docs: readonly number[]): Promise<Map<number, StoredPaper>> => {
  const rows = await sql.among('SELECT * FROM paper', { scope: null, column: 'doc' }, docs);
  return new Map(rows.map((row) => [Number(row.doc), toStored(row)]));
};

type Deps = {
  database: PapersDatabase;
  relatedTo: RelatedWords;
  /** Other names of what a text names; none without it. */
  expand: Expand;
};

/** Papers on a database that has their tables. */
export const createPaperStore = ({ database, relatedTo, expand }: Deps): PaperStore => {
  const cache = createSegmentCache();
  const keysOf = (scopes: readonly PaperScope[]) => [...new Set(scopes.map(toScopeKey))];

  const search = async (
    sql: Sql,
    text: string,
    scopes: readonly string[],
    limit: number,
  ): Promise<PaperSearch> => {
    const named = await readById(sql, text, scopes);
    if (named) return { hits: [{ id: named.id, score: 1, paper: named }], mended: [] };
    const { ranked, mended } = await searchPapers(
      { sql, cache, relatedTo, expand },
      { text, scopes, most: limit },
    );
    const papers = await readPapers(
      sql,
      ranked.map(({ doc }) => doc),
    );
    const hits = ranked.flatMap(({ doc, score }) => {
      const paper = papers.get(doc);
      return paper ? [{ id: paper.id, score, paper }] : [];
    });
    return { hits, mended };
  };

  return {
    add: (papers, scope) =>
      database.writing((sql) => addPapers(sql, { papers, scope: toScopeKey(scope) })),
    search: async (text, scopes, limit) =>
      scopes.length === 0 || limit < 1
        ? { hits: [], mended: [] }
        : database.reading((sql) => search(sql, text, keysOf(scopes), limit)),
    byId: async (id, scopes) =>
      scopes.length === 0 ? null : database.reading((sql) => readById(sql, id, keysOf(scopes))),
    all: (scopes) => readAll(database, keysOf(scopes)),
    count: async (scope) => {
      const [row] = await database.reading((sql) =>
        sql.rows('SELECT count(*) AS papers FROM paper WHERE scope = ?', toScopeKey(scope)),
      );
      return Number(row?.papers);
    },
    forget: (scope) =>
      database.erasing(async (sql) => {
        const key = toScopeKey(scope);
        await removeSegments(sql, key);
        await sql.run(
          'DELETE FROM paper_terms WHERE doc IN (SELECT doc FROM paper WHERE scope = ?)',
          key,
        );
        await sql.run(`DELETE FROM ${REVIEW_TABLE} WHERE guild_id = ?`, key);
        await sql.run('DELETE FROM paper_key WHERE scope = ?', key);
        return sql.run('DELETE FROM paper WHERE scope = ?', key);
      }),
    remove: (id, scope) =>
      database.writing(async (sql) => {
        const key = toScopeKey(scope);
        const meant = await papersMeant(sql, id, key);
        const [only, ...others] = meant;
        if (only === undefined || others.length > 0)
          return { removed: null, meant: meant.map(toStored) };
        await removePaper(sql, only, key);
        return { removed: toStored(only), meant: [] as const };
      }),
    close: database.close,
  };
};
