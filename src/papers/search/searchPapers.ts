import { decodePaperTerms } from '../index/paperTerms.ts';
import type { Sql } from '../papersDatabase.ts';
import { computeFeatures, createMatcher, type QueryTerm } from '../ranking/features.ts';
import { scoreOf } from '../ranking/scoreOf.ts';
import { type Guess, guessWords } from './mendWords.ts';
import type { SegmentCache } from './openSegments.ts';
import { readQuery } from './readQuery.ts';
import { type SoughtTerm, selectCandidates } from './selectCandidates.ts';

/** Papers that are looked at closely. */
const LOOKED_AT = 60;

export type Ranked = { doc: number; score: number; features: number[] };
export type Found = { ranked: Ranked[]; mended: { from: string; to: string }[] };

const EARLY = 0.5;
const GREATEST = 2.2;

/** How much a word tells: the fewer papers have it, the more. */
const weightOf = (having: number, papers: number): number =>
  Math.log(1 + (papers - having + 0.5) / (having + 0.5));

type Deps = { sql: Sql; cache: SegmentCache };

/** Finds papers by words. @param most papers, best first */
export const searchPapers = async (
  { sql, cache }: Deps,
  text: string,
  scopes: readonly string[],
  most: number,
): Promise<Found> => {
  const words = readQuery(text);
  if (words.length === 0) return { ranked: [], mended: [] };
  const segments = await cache.open(sql, scopes);
  const papers = segments.reduce((sum, { size, gone }) => sum + size - gone.size, 0);
  const postings = await cache.postings(
    sql,
    segments,
    words.map(({ hash }) => hash),
  );
  const countOf = (hash: number): number => {
    let count = 0;
    for (const lists of postings.values()) count += lists.get(hash)?.docs.length ?? 0;
    return count;
  };

  const guessesOf = new Map<number, Guess[]>();
  const unknown = words.filter(({ hash }) => countOf(hash) === 0);
  if (unknown.length > 0) {
    const vocabularies = await cache.vocabularies(sql, segments);
    for (const { word, hash } of unknown) guessesOf.set(hash, guessWords(word, vocabularies));
    const guessed = [...new Set([...guessesOf.values()].flat().map(({ hash }) => hash))];
    for (const [segment, lists] of await cache.postings(sql, segments, guessed))
      for (const [hash, list] of lists) postings.get(segment)?.set(hash, list);
  }

  const terms = words.map(({ hash }): QueryTerm => {
    const guesses = guessesOf.get(hash) ?? [];
    const forms = new Map([
      [hash, 1],
      ...guesses.map((g): [number, number] => [g.hash, g.strength]),
    ]);
    let having = 0;
    for (const form of forms.keys()) having += countOf(form);
    return { weight: weightOf(Math.min(having, papers), papers), forms, related: new Map() };
  });
  const positioned = terms.map(
    ({ weight, forms }, i): SoughtTerm => ({
      weight: weight * (terms.length > 1 ? 1 - (EARLY * i) / (terms.length - 1) : 1),
      forms,
    }),
  );
  const total = positioned.reduce((sum, { weight }) => sum + weight * GREATEST, 0);
  const candidates = selectCandidates(segments, postings, positioned, Math.max(LOOKED_AT, most));
  const rows = await sql.among(
    'SELECT doc, terms FROM paper_terms',
    { scope: null, column: 'doc' },
    candidates.slice(0, LOOKED_AT).map(({ doc }) => doc),
  );
  const termsOf = new Map(rows.map((row) => [Number(row.doc), row.terms as Uint8Array]));
  const matcher = createMatcher(terms);
  const best = candidates[0]?.sum ?? 1;
  const ranked = candidates.slice(0, LOOKED_AT).flatMap(({ doc, sum }, rank) => {
    const bytes = termsOf.get(doc);
    if (!bytes) return [];
    const features = computeFeatures(terms, matcher, decodePaperTerms(bytes), {
      first: sum / 110,
      best: best / 110,
      total,
      rank,
    });
    return [{ doc, score: scoreOf(features), features }];
  });
  ranked.sort((a, b) => b.score - a.score || a.doc - b.doc);
  const mended = [...guessesOf].flatMap(([hash, guesses]) => {
    const from = words.find((each) => each.hash === hash)?.word ?? '';
    const [guess] = guesses;
    return guess ? [{ from, to: guess.word }] : [];
  });
  return { ranked: ranked.slice(0, most), mended };
};
