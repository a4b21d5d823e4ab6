import { decodeNumbers } from '../index/numbers.ts';
import { decodePostings, type Postings } from '../index/postings.ts';
import { placeOf } from '../index/segments.ts';
import { decodeVocabulary, type Vocabulary } from '../index/vocabulary.ts';
import type { Row, Sql } from '../papersDatabase.ts';

/** A segment as it is searched. */
export type OpenSegment = {
  segment: number;
  size: number;
  /** The papers of it, by their number within it. */
  docs: Uint32Array;
  gone: ReadonlySet<number>;
};

/** What a process keeps in memory of segments: nothing of it ever changes. */
export type SegmentCache = {
  /** The segments of these scopes, as they are now. */
  open: (sql: Sql, scopes: readonly string[]) => Promise<OpenSegment[]>;
  /** By segment, then by hash of the term. */
  postings: (
    sql: Sql,
    segments: readonly OpenSegment[],
    hashes: readonly number[],
  ) => Promise<Map<number, Map<number, Postings>>>;
  /** The words of all of them. */
  vocabulary: (sql: Sql, segments: readonly OpenSegment[]) => Promise<Vocabulary>;
};

/** Postings take five bytes each in memory; so many are kept, those used last. */
const MOST_POSTINGS = 8_000_000;

const createPostingsCache = () => {
  const kept = new Map<number, Postings | null>();
  let size = 0;
  const costOf = (postings: Postings | null): number => (postings?.docs.length ?? 0) + 50;
  return {
    get: (place: number): Postings | null | undefined => {
      const found = kept.get(place);
      if (found !== undefined) {
        kept.delete(place);
        kept.set(place, found);
      }
      return found;
    },
    set: (place: number, postings: Postings | null): void => {
      kept.set(place, postings);
      size += costOf(postings);
      for (const [oldest, old] of kept) {
        if (size <= MOST_POSTINGS) break;
        kept.delete(oldest);
        size -= costOf(old);
      }
    },
  };
};

type Known = { open: OpenSegment; goneSize: number };

/** Those of everyone, and of some servers with them. */
const MOST_VOCABULARIES = 4;

export const createSegmentCache = (): SegmentCache => {
  const known = new Map<number, Known>();
  const postings = createPostingsCache();
  const vocabularies = new Map<string, Vocabulary>();

  const read = async (sql: Sql, row: Row): Promise<Known> => {
    const segment = Number(row.segment);
    const [found] = await sql.rows('SELECT docs, gone FROM segment WHERE segment = ?', segment);
    const entry = {
      open: {
        segment,
        size: Number(row.size),
        docs: decodeNumbers(found?.docs as Uint8Array),
        gone: new Set(decodeNumbers(found?.gone as Uint8Array)),
      },
      goneSize: Number(row.gone_size),
    };
    known.set(segment, entry);
    return entry;
  };

  return {
    open: async (sql, scopes) => {
      const rows = await sql.among(
        'SELECT segment, size, gone_size, scope FROM segment',
        { scope: null, column: 'scope' },
        scopes,
      );
      const segments: OpenSegment[] = [];
      for (const row of rows) {
        const entry = known.get(Number(row.segment));
        const isFresh = entry?.goneSize === Number(row.gone_size);
        segments.push((isFresh ? entry : await read(sql, row)).open);
      }
      return segments.sort((a, b) => a.segment - b.segment);
    },
    postings: async (sql, segments, hashes) => {
      const found = new Map<number, Map<number, Postings>>();
      const missing: number[] = [];
      for (const { segment } of segments) {
        const mine = new Map<number, Postings>();
        found.set(segment, mine);
        for (const hash of hashes) {
          const kept = postings.get(placeOf(segment, hash));
          if (kept) mine.set(hash, kept);
          else if (kept === undefined) missing.push(placeOf(segment, hash));
        }
      }
      if (missing.length === 0) return found;
      const rows = await sql.among(
        'SELECT place, data FROM posting',
        { scope: null, column: 'place' },
        missing,
      );
      const read = new Map(rows.map(({ place, data }) => [Number(place), data as Uint8Array]));
      for (const place of missing) {
        const data = read.get(place);
        const list = data ? decodePostings(data) : null;
        postings.set(place, list);
        const segment = Math.floor(place / placeOf(1, 0));
        if (list) found.get(segment)?.set(place - placeOf(segment, 0), list);
      }
      return found;
    },
    vocabulary: async (sql, segments) => {
      const key = segments.map(({ segment }) => segment).join(' ');
      const kept = vocabularies.get(key);
      if (kept) return kept;
      const rows = await sql.among(
        'SELECT segment, vocabulary FROM segment',
        { scope: null, column: 'segment' },
        segments.map(({ segment }) => segment),
      );
      const texts = rows
        .toSorted((a, b) => Number(a.segment) - Number(b.segment))
        .map(({ vocabulary }) => vocabulary as Uint8Array);
      const [oldest] = vocabularies.keys();
      if (oldest !== undefined && vocabularies.size === MOST_VOCABULARIES)
        vocabularies.delete(oldest);
      const vocabulary = decodeVocabulary(texts);
      vocabularies.set(key, vocabulary);
      return vocabulary;
    },
  };
};
