import { createHash } from 'node:crypto';
import type { Extraction } from '../../core/domain/extraction.ts';
import type { Paper } from '../../core/domain/paper.ts';
import { type ExtractDeps, extractPaper } from '../../core/extraction/extractPaper.ts';

/** What a program reads in a paper; the same paper always reads the same. */
export type ReadPaper = (paper: Paper) => Extraction;

/** So many papers are not read twice. */
const MOST_KEPT = 2_000;
/** Of a longer abstract the beginning is read: honest ones have some 2,000 characters. */
const MOST_TEXT = 10_000;
const MOST_TITLE = 1_000;
const MOST_WORDS = { count: 100, length: 200 };

const cut = (text: string, most: number): string => text.slice(0, most).toWellFormed();

const cutAll = (texts: readonly string[]): string[] =>
  texts.slice(0, MOST_WORDS.count).map((text) => cut(text, MOST_WORDS.length));

/** Reads papers, each text once as long as it is asked for now and then. */
export const createPaperReader = (deps: ExtractDeps, mostKept = MOST_KEPT): ReadPaper => {
  const kept = new Map<string, Extraction>();
  return ({ title, abstract, keywords, publicationTypes }) => {
    const text = {
      title: cut(title, MOST_TITLE),
      abstract: abstract === null ? null : cut(abstract, MOST_TEXT),
      keywords: cutAll(keywords),
      publicationTypes: cutAll(publicationTypes),
    };
    const key = createHash('sha256').update(JSON.stringify(text)).digest('base64url');
    const extraction = kept.get(key) ?? extractPaper(text, deps);
    // The latest used stand last, and what stands first goes first.
    kept.delete(key);
    kept.set(key, extraction);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value as string);
    return extraction;
  };
};
