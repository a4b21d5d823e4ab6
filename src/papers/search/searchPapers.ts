import { IMPACT_PARTS } from '../index/buildSegment.ts';
import { decodePaperTerms } from '../index/paperTerms.ts';
import type { Postings } from '../index/postings.ts';
import type { Sql } from '../papersDatabase.ts';
import { computeFeatures, type Features, placeWeight } from '../ranking/features.ts';
import { createMatcher, type QueryTerm } from '../ranking/queryTerm.ts';
import type { RelatedWords } from '../ranking/relatedWords.ts';
import { scoreOf } from '../ranking/scoreOf.ts';
import { type Guess, guessWords } from './mendWords.ts';
import type { OpenSegment, SegmentCache } from './openSegments.ts';
import { type QueryWord, readQuery } from './readQuery.ts';
import { selectCandidates } from './selectCandidates.ts';
import { type Expand, findSynonyms } from './synonyms.ts';

/** Papers that are looked at closely. */
const LOOKED_AT = 60;
/** What a word weighs that a quarter of the papers have. */
const COMMON = Math.log(4);
/** Among fewer papers no word is left out: there is no time to be saved. */
const MANY = 1_000;

export type Ranked = { doc: number; score: number; features: Features };
export type Found = { ranked: Ranked[]; mended: { from: string; to: string }[] };

type Deps = { sql: Sql; cache: SegmentCache; relatedTo: RelatedWords; expand: Expand };
type Lists = Map<number, Map<number, Postings>>;

/** The index of some scopes, for one query: the lists of postings that it needs. */
const createReader = ({ sql, cache }: Deps, segments: readonly OpenSegment[]) => {
  const lists: Lists = new Map(segments.map(({ segment }) => [segment, new Map()]));
  const papers = segments.reduce((sum, { size, gone }) => sum + size - gone.size, 0);
  const countOf = (hash: number): number => {
    let count = 0;
    for (const mine of lists.values()) count += mine.get(hash)?.docs.length ?? 0;
    return count;
  };
  return {
    lists,
    papers,
    countOf,
    read: async (hashes: readonly number[]): Promise<void> => {
      for (const [segment, found] of await cache.postings(sql, segments, hashes))
        for (const [hash, list] of found) lists.get(segment)?.set(hash, list);
    },
    /** Null where a word of them is in no paper: the others alone mean something else. */
    rarest: (hashes: readonly number[]): number | null => {
      const [first] = hashes.toSorted((a, b) => countOf(a) - countOf(b));
      return first !== undefined && countOf(first) > 0 ? first : null;
    },
    /** How much a word tells: the fewer papers have it, the more. */
    weightOf: (forms: Iterable<number>): number => {
      let having = 0;
      for (const form of forms) having += countOf(form);
      having = Math.min(having, papers);
      return Math.log(1 + (papers - having + 0.5) / (having + 0.5));
    },
  };
};
type Reader = ReturnType<typeof createReader>;

const guessUnknown = async (
  { sql, cache }: Deps,
  reader: Reader,
  segments: readonly OpenSegment[],
  words: readonly QueryWord[],
): Promise<Map<number, Guess[]>> => {
  const unknown = words.filter(({ hash }) => reader.countOf(hash) === 0);
  if (unknown.length === 0) return new Map();
  const vocabulary = await cache.vocabulary(sql, segments);
  const guesses = new Map(unknown.map(({ word, hash }) => [hash, guessWords(word, vocabulary)]));
  await reader.read([...guesses.values()].flat().map(({ hash }) => hash));
  return guesses;
};

const readTerms = async (
  deps: Deps,
  reader: Reader,
  {
    text,
    words,
    guesses,
  }: { text: string; words: readonly QueryWord[]; guesses: Map<number, Guess[]> },
): Promise<QueryTerm[]> => {
  const synonyms = deps.expand(text);
  await reader.read(
    synonyms.flatMap(({ others }) =>
      others.flatMap((other) => readQuery(other).map(({ hash }) => hash)),
    ),
  );
  const synonymsOf = findSynonyms(synonyms, reader.rarest);
  return words.map(({ hash }) => {
    const forms = new Map(synonymsOf.get(hash));
    for (const guess of guesses.get(hash) ?? []) forms.set(guess.hash, guess.strength);
    forms.set(hash, 1);
    return { weight: reader.weightOf(forms.keys()), forms };
  });
};

/** Finds papers by words, best first. */
export const searchPapers = async (
  deps: Deps,
  { text, scopes, most }: { text: string; scopes: readonly string[]; most: number },
): Promise<Found> => {
  const { sql, cache, relatedTo } = deps;
  const words = readQuery(text);
  if (words.length === 0) return { ranked: [], mended: [] };
  const segments = await cache.open(sql, scopes);
  const reader = createReader(deps, segments);
  await reader.read(words.map(({ hash }) => hash));
  const guesses = await guessUnknown(deps, reader, segments, words);
  const terms = await readTerms(deps, reader, { text, words, guesses });
  // A word that no paper has tells none from another; of few papers every word may be in a third.
  const sought = terms
    .map(({ weight, forms }, i) => ({
      weight: weight * placeWeight(i, terms.length),
      forms,
      isCommon: weight < COMMON && reader.papers >= MANY,
    }))
    .filter(({ forms }) => [...forms.keys()].some((form) => reader.countOf(form) > 0));
  const candidates = selectCandidates(segments, reader.lists, sought, Math.max(LOOKED_AT, most));
  const rows = await sql.among(
    'SELECT doc, terms FROM paper_terms',
    { scope: null, column: 'doc' },
    candidates.map(({ doc }) => doc),
  );
  const query = {
    terms,
    matcher: createMatcher(terms, relatedTo),
    best: (candidates[0]?.sum ?? 1) / IMPACT_PARTS,
  };
  const ranked = rows.map((row) => {
    const features = computeFeatures(query, decodePaperTerms(row.terms as Uint8Array));
    return { doc: Number(row.doc), score: scoreOf(features), features };
  });
  ranked.sort((a, b) => b.score - a.score || a.doc - b.doc);
  const mended = words.flatMap(({ word, hash }) => {
    const to = guesses
      .get(hash)
      ?.toSorted(
        (a, b) => b.strength - a.strength || reader.countOf(b.hash) - reader.countOf(a.hash),
      )[0];
    return to ? [{ from: word, to: to.word }] : [];
  });
  return { ranked: ranked.slice(0, most), mended };
};
