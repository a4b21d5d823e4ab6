import type { Sql } from '../papersDatabase.ts';
import type { SegmentData } from './buildSegment.ts';
import { mergeSegments, type Source } from './mergeSegments.ts';
import { decodeNumbers, encodeNumbers } from './numbers.ts';
import { encodeVocabulary } from './vocabulary.ts';

/** Where the postings of a term lie: by segment, then by hash. */
const SPAN = 2 ** 32;
export const placeOf = (segment: number, hash: number): number => segment * SPAN + hash;

/** So many segments of like size become one. */
const FAN = 8;
/** Larger ones stay as they are: merging them would cost more memory than it saves time. */
export const MOST_PAPERS = 131_072;

/** Takes the next numbers of a kind. @returns the first of them */
export const takeNumbers = async (sql: Sql, name: string, count: number): Promise<number> => {
  await sql.run('UPDATE numbering SET last = last + ? WHERE name = ?', count, name);
  const [row] = await sql.rows('SELECT last FROM numbering WHERE name = ?', name);
  return Number(row?.last) - count + 1;
};

const insertSegment = async (sql: Sql, scope: string, data: SegmentData): Promise<void> => {
  if (data.docs.length === 0) return;
  const segment = await takeNumbers(sql, 'segment', 1);
  await sql.insert(
    'segment',
    ['segment', 'scope', 'size', 'gone_size', 'docs', 'gone', 'vocabulary'],
    [
      [
        segment,
        scope,
        data.docs.length,
        0,
        encodeNumbers(data.docs),
        new Uint8Array(0),
        encodeVocabulary(data.words),
      ],
    ],
  );
  await sql.insert(
    'posting',
    ['place', 'data'],
    data.postings.map(({ hash, data: bytes }) => [placeOf(segment, hash), bytes]),
  );
};

const removeSegment = async (sql: Sql, segment: number): Promise<void> => {
  await sql.run(
    'DELETE FROM posting WHERE place >= ? AND place < ?',
    placeOf(segment, 0),
    placeOf(segment + 1, 0),
  );
  await sql.run('DELETE FROM segment WHERE segment = ?', segment);
};

const readSource = async (sql: Sql, segment: number): Promise<Source> => {
  const [row] = await sql.rows(
    'SELECT docs, gone, vocabulary FROM segment WHERE segment = ?',
    segment,
  );
  const postings = await sql.rows(
    'SELECT place, data FROM posting WHERE place >= ? AND place < ? ORDER BY place',
    placeOf(segment, 0),
    placeOf(segment + 1, 0),
  );
  return {
    docs: decodeNumbers(row?.docs as Uint8Array),
    gone: decodeNumbers(row?.gone as Uint8Array),
    vocabulary: row?.vocabulary as Uint8Array,
    postings: postings.map(({ place, data }) => ({
      hash: Number(place) - placeOf(segment, 0),
      data: data as Uint8Array,
    })),
  };
};

type Sized = { segment: number; size: number; gone: number };

const readSizes = async (sql: Sql, scope: string): Promise<Sized[]> => {
  const rows = await sql.rows(
    'SELECT segment, size, gone_size FROM segment WHERE scope = ? ORDER BY segment',
    scope,
  );
  return rows.map((row) => ({
    segment: Number(row.segment),
    size: Number(row.size),
    gone: Number(row.gone_size),
  }));
};

const tierOf = ({ size }: Sized): number => Math.floor(Math.log(size) / Math.log(FAN));

/** What to merge next: segments of like size, or one of which most papers are gone. */
const findMerge = (segments: readonly Sized[]): readonly Sized[] | null => {
  const emptied = segments.find(({ size, gone }) => gone * 2 > size);
  if (emptied) return [emptied];
  const tiers = Map.groupBy(segments, tierOf);
  for (const tier of tiers.values()) {
    const some = tier.slice(0, FAN);
    const papers = some.reduce((sum, { size }) => sum + size, 0);
    if (some.length === FAN && papers <= MOST_PAPERS) return some;
  }
  return null;
};

/** Merges the segments of a scope that have become too many, or hold too little. */
export const settleSegments = async (sql: Sql, scope: string): Promise<void> => {
  for (;;) {
    const merge = findMerge(await readSizes(sql, scope));
    if (merge === null) return;
    const sources: Source[] = [];
    for (const { segment } of merge) sources.push(await readSource(sql, segment));
    const merged = mergeSegments(sources);
    for (const { segment } of merge) await removeSegment(sql, segment);
    await insertSegment(sql, scope, merged);
  }
};

/** Adds a segment to a scope, and merges those that have become too many. */
export const addSegment = async (sql: Sql, scope: string, data: SegmentData): Promise<void> => {
  await insertSegment(sql, scope, data);
  await settleSegments(sql, scope);
};

/** Notes that papers of a scope are gone. @param docs rising */
export const dropDocs = async (sql: Sql, scope: string, docs: readonly number[]): Promise<void> => {
  if (docs.length === 0) return;
  const rows = await sql.rows('SELECT segment, docs, gone FROM segment WHERE scope = ?', scope);
  const dropped = new Set(docs);
  for (const row of rows) {
    const gone = new Set(decodeNumbers(row.gone as Uint8Array));
    const before = gone.size;
    decodeNumbers(row.docs as Uint8Array).forEach((doc, local) => {
      if (dropped.has(doc)) gone.add(local);
    });
    if (gone.size === before) continue;
    await sql.run(
      'UPDATE segment SET gone = ?, gone_size = ? WHERE segment = ?',
      encodeNumbers(Uint32Array.from(gone).sort()),
      gone.size,
      Number(row.segment),
    );
  }
};

/** Erases the index of a scope. */
export const removeSegments = async (sql: Sql, scope: string): Promise<void> => {
  for (const { segment } of await readSizes(sql, scope)) await removeSegment(sql, segment);
};
