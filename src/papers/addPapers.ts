import type { Paper } from '../core/domain/paper.ts';
import type { Imported } from '../ports/paperStore.ts';
import { keysOf, mergePapers, nameOf } from './identity.ts';
import { createSegmentBuilder } from './index/buildSegment.ts';
import { encodePaperTerms } from './index/paperTerms.ts';
import { addSegment, dropDocs, takeNumbers } from './index/segments.ts';
import type { Sql, Value } from './papersDatabase.ts';

type Addition = { papers: readonly Paper[]; scope: string };

/** A segment in the making takes memory; so many papers at most. */
const MOST_IN_MAKING = 32_768;
const MOST_ROWS = 2_000;

/** A paper as it will be, under a number that stands for it while it is worked on. */
type Entry = { paper: Paper; body: string; isNew: boolean };

/** What the scope has already of these papers. */
const readKnown = async (sql: Sql, { papers, scope }: Addition) => {
  const keys = [...new Set(papers.flatMap(keysOf))];
  const found = await sql.among(
    'SELECT known_by, doc FROM paper_key',
    { scope, column: 'known_by' },
    keys,
  );
  const docs = [...new Set(found.map(({ doc }) => Number(doc)))];
  const rows = await sql.among('SELECT doc, body FROM paper', { scope, column: 'doc' }, docs);
  const entries = new Map<number, Entry>(
    rows.map(({ doc, body }) => [
      Number(doc),
      {
        paper: JSON.parse(String(body)) as Paper,
        body: String(body),
        isNew: false,
      },
    ]),
  );
  return { entries, known: new Map(found.map((row) => [String(row.known_by), Number(row.doc)])) };
};

/** What the scope will have once these papers are in it. */
const planAddition = async (sql: Sql, addition: Addition) => {
  const { entries, known } = await readKnown(sql, addition);
  const imported: Imported = { added: 0, changed: 0, unchanged: 0 };
  const gone = { docs: new Set<number>(), keys: new Set<string>() };
  // What is not stored yet has a number below zero.
  let next = -1;
  for (const paper of addition.papers) {
    const same = [...new Set(keysOf(paper).flatMap((key) => known.get(key) ?? []))];
    const olds = same.flatMap((number) => entries.get(number) ?? []);
    const merged = olds.reduceRight((now, old) => mergePapers(old.paper, now), paper);
    const body = JSON.stringify(merged);
    if (olds.length === 1 && olds[0]?.body === body) {
      imported.unchanged += 1;
      continue;
    }
    imported[olds.length === 0 ? 'added' : 'changed'] += 1;
    for (const old of olds) for (const key of keysOf(old.paper)) gone.keys.add(key);
    for (const number of same) {
      entries.delete(number);
      if (number > 0) gone.docs.add(number);
    }
    entries.set(next, { paper: merged, body, isNew: true });
    for (const key of keysOf(merged)) known.set(key, next);
    next -= 1;
  }
  return {
    imported,
    gone: { docs: [...gone.docs].sort((a, b) => a - b), keys: [...gone.keys] },
    entries: [...entries.values()].filter(({ isNew }) => isNew),
  };
};

const COLUMNS = {
  paper: ['doc', 'scope', 'id', 'body'],
  paper_key: ['scope', 'known_by', 'doc'],
  paper_terms: ['doc', 'terms'],
} as const;

/** Rows of several tables, written some thousands at a time. */
const createWriter = (sql: Sql) => {
  const rows: Record<keyof typeof COLUMNS, Value[][]> = {
    paper: [],
    paper_key: [],
    paper_terms: [],
  };
  const flush = async (): Promise<void> => {
    for (const table of ['paper', 'paper_key', 'paper_terms'] as const)
      await sql.insert(table, COLUMNS[table], rows[table].splice(0));
  };
  return {
    flush,
    put: async (table: keyof typeof COLUMNS, row: Value[]): Promise<void> => {
      if (rows[table].push(row) >= MOST_ROWS) await flush();
    },
  };
};

type Gone = { docs: readonly number[]; keys: readonly string[] };

/** Takes papers of a scope out of their tables, and out of its index. */
export const erasePapers = async (sql: Sql, scope: string, { docs, keys }: Gone): Promise<void> => {
  await dropDocs(sql, scope, docs);
  await sql.remove('paper_key', { scope, column: 'known_by' }, keys);
  for (const table of ['paper', 'paper_terms'] as const)
    await sql.remove(table, { scope: null, column: 'doc' }, docs);
};

/** Adds papers to a scope, or changes those that it has. */
export const addPapers = async (sql: Sql, addition: Addition): Promise<Imported> => {
  const { scope } = addition;
  const { imported, gone, entries } = await planAddition(sql, addition);
  await erasePapers(sql, scope, gone);
  const first = await takeNumbers(sql, 'doc', entries.length);
  const writer = createWriter(sql);
  let builder = createSegmentBuilder();
  for (const [i, { paper, body }] of entries.entries()) {
    const doc = first + i;
    await writer.put('paper', [doc, scope, nameOf(paper), body]);
    for (const key of keysOf(paper)) await writer.put('paper_key', [scope, key, doc]);
    await writer.put('paper_terms', [doc, encodePaperTerms(builder.add(doc, paper))]);
    if (builder.size() === MOST_IN_MAKING) {
      await addSegment(sql, scope, builder.finish());
      builder = createSegmentBuilder();
    }
  }
  await writer.flush();
  await addSegment(sql, scope, builder.finish());
  return imported;
};
