import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { Pool } from 'pg';
import { type Paper, paperIdOf } from '../../src/core/domain/paper.ts';
import { openPapers, type PapersPlace } from '../../src/papers/openPapers.ts';
import type { PaperScope } from '../../src/ports/paperStore.ts';
import { startPostgres } from '../../test/support/postgres.ts';

/** A search engine that has papers. */
export type Engine = {
  search: (query: string) => Promise<string[]> | string[];
  /** Bytes on the disk; null where it is in memory alone. */
  size: () => number | null;
  /** From nothing to the first answer, in a file that is there already; null where there is none. */
  reopen: (() => Promise<number>) | null;
  close: () => Promise<void>;
};
/** @param added takes what each part of the papers took */
export type Contender = {
  name: string;
  /** Questions that are asked at most: the slow ones would take hours. */
  most: number;
  build: (papers: Iterable<Paper>, timed: <T>(work: () => T) => T) => Promise<Engine>;
};

const EVERYONE: PaperScope = { kind: 'everyone' };
const FIRST = 10;
const PART = 20_000;
const ALL = Number.POSITIVE_INFINITY;
const idOf = (paper: Paper): string => paperIdOf(paper) ?? paper.title;

function* partsOf<T>(items: Iterable<T>): Generator<T[]> {
  let part: T[] = [];
  for (const item of items)
    if (part.push(item) === PART) {
      yield part;
      part = [];
    }
  if (part.length > 0) yield part;
}

const createFolder = (): string => mkdtempSync(join(tmpdir(), 'caveat-bench-'));

const buildOurs = async (
  place: PapersPlace,
  papers: Iterable<Paper>,
  timed: <T>(work: () => T) => T,
): Promise<Pick<Engine, 'search' | 'reopen' | 'close'>> => {
  let store = await openPapers(place);
  for (const part of partsOf(papers)) await timed(() => store.add(part, EVERYONE));
  const search = async (query: string) =>
    (await store.search(query, [EVERYONE], FIRST)).hits.map(({ id }) => id);
  return {
    search,
    reopen: async () => {
      await store.close();
      const start = performance.now();
      store = await openPapers(place);
      await search('placebo pain');
      return performance.now() - start;
    },
    close: () => store.close(),
  };
};

const onSqlite: Contender = {
  name: 'Caveat, SQLite',
  most: ALL,
  build: async (papers, timed) => {
    const folder = createFolder();
    const file = join(folder, 'papers.sqlite');
    const ours = await buildOurs({ file }, papers, timed);
    return {
      ...ours,
      size: () => statSync(file).size,
      close: async () => {
        await ours.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
};

const onPostgres: Contender = {
  name: 'Caveat, PostgreSQL',
  most: ALL,
  build: async (papers, timed) => {
    const postgres = await startPostgres();
    const url = await postgres.createDatabase();
    const ours = await buildOurs({ url, tls: 'disable', ca: null }, papers, timed);
    const [row] = await postgres.query(url, 'SELECT pg_database_size(current_database()) AS size');
    return {
      ...ours,
      size: () => Number(row?.size),
      close: async () => {
        await ours.close();
        await postgres.close();
      },
    };
  },
};

const fts5: Contender = {
  name: 'SQLite FTS5, porter',
  most: 500,
  build: async (papers, timed) => {
    const folder = createFolder();
    const file = join(folder, 'fts.sqlite');
    const database = new DatabaseSync(file);
    database.exec(
      "PRAGMA journal_mode = WAL; CREATE VIRTUAL TABLE paper USING fts5(id UNINDEXED, title, abstract, tokenize='porter')",
    );
    const insert = database.prepare('INSERT INTO paper VALUES (?, ?, ?)');
    for (const part of partsOf(papers))
      timed(() => {
        database.exec('BEGIN');
        for (const paper of part) insert.run(idOf(paper), paper.title, paper.abstract ?? '');
        database.exec('COMMIT');
      });
    const select = database.prepare(
      `SELECT id FROM paper WHERE paper MATCH ? ORDER BY rank LIMIT ${FIRST}`,
    );
    return {
      search: (query) => {
        const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
        if (words.length === 0) return [];
        return select
          .all(words.map((word) => `"${word}"`).join(' OR '))
          .map(({ id }) => String(id));
      },
      size: () => statSync(file).size,
      reopen: null,
      close: async () => {
        database.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
};

const miniSearch: Contender = {
  name: 'MiniSearch, fuzzy',
  most: 300,
  build: async (papers, timed) => {
    const index = new MiniSearch({ fields: ['title', 'abstract'] });
    for (const part of partsOf(papers))
      timed(() =>
        index.addAll(
          part.map((paper) => ({ id: idOf(paper), title: paper.title, abstract: paper.abstract })),
        ),
      );
    const options = { fuzzy: 0.2, boost: { title: 2 } };
    return {
      search: (query) =>
        index
          .search(query, options)
          .slice(0, FIRST)
          .map(({ id }) => String(id)),
      size: () => null,
      reopen: null,
      close: async () => {},
    };
  },
};

const fuse: Contender = {
  name: 'Fuse.js, token search',
  most: 3,
  build: async (papers, timed) => {
    const all = [...papers];
    const index = timed(
      () =>
        new Fuse(all, { keys: ['title', 'abstract'], ignoreLocation: true, useTokenSearch: true }),
    );
    return {
      search: (query) => index.search(query, { limit: FIRST }).map(({ item }) => idOf(item)),
      size: () => null,
      reopen: null,
      close: async () => {},
    };
  },
};

/** What PostgreSQL has itself: words by tsvector, those that no paper has mended by pg_trgm. */
const plainPostgres: Contender = {
  name: 'PostgreSQL tsvector and pg_trgm',
  most: 300,
  build: async (papers, timed) => {
    const postgres = await startPostgres();
    const pool = new Pool({ connectionString: await postgres.createDatabase(), max: 1 });
    await pool.query(
      `CREATE EXTENSION pg_trgm;
       CREATE TABLE paper (id TEXT, words TSVECTOR);
       CREATE INDEX ON paper USING gin (words)`,
    );
    for (const part of partsOf(papers))
      await timed(() =>
        pool.query(
          `INSERT INTO paper SELECT id, setweight(to_tsvector('english', title), 'A') || to_tsvector('english', abstract)
           FROM unnest($1::text[], $2::text[], $3::text[]) AS given (id, title, abstract)`,
          [part.map(idOf), part.map(({ title }) => title), part.map((p) => p.abstract ?? '')],
        ),
      );
    await timed(() =>
      pool.query(
        `CREATE TABLE word AS SELECT word, ndoc FROM ts_stat('SELECT words FROM paper');
         CREATE INDEX ON word USING gin (word gin_trgm_ops); CREATE INDEX ON word (word); ANALYZE`,
      ),
    );
    return {
      search: async (query) => {
        const { rows } = await pool.query(
          `WITH asked AS (SELECT DISTINCT unnest(tsvector_to_array(to_tsvector('english', $1))) AS word),
           meant AS (SELECT coalesce((SELECT word FROM word WHERE word.word = asked.word),
             (SELECT word FROM word WHERE word.word % asked.word
              ORDER BY similarity(word.word, asked.word) DESC, ndoc DESC, word LIMIT 1)) AS word FROM asked),
           query AS (SELECT string_agg(quote_literal(word), ' | ')::tsquery AS query FROM meant)
           SELECT id FROM paper, query WHERE words @@ query ORDER BY ts_rank(words, query, 1) DESC, id LIMIT ${FIRST}`,
          [query],
        );
        return rows.map(({ id }) => String(id));
      },
      size: () => null,
      reopen: null,
      close: async () => {
        await pool.end();
        await postgres.close();
      },
    };
  },
};

export const CONTENDERS: readonly Contender[] = [
  onSqlite,
  onPostgres,
  fts5,
  miniSearch,
  fuse,
  plainPostgres,
];
/** Those that are worth the time with very many papers. */
export const FOR_MANY: readonly Contender[] = [onSqlite, onPostgres, { ...fts5, most: 100 }];
