import type { Extraction } from '../../core/domain/extraction.ts';
import type { Paper } from '../../core/domain/paper.ts';
import { contentKey } from '../../ports/contentKey.ts';

/** What a program reads in a paper; the same paper always reads the same. */
export type ReadPaper = (paper: Paper) => Extraction;

/** So many papers are not read twice. */
const MOST_KEPT = 2_000;
/** Of a longer abstract the beginning is read: honest ones have some 2,000 characters. */
const MOST_TEXT = 20_000;
const MOST_TITLE = 1_000;

/** Reads papers, each text once as long as it is asked for now and then. */
export const createPaperReader = (read: ReadPaper, mostKept = MOST_KEPT): ReadPaper => {
  const kept = new Map<string, Extraction>();
  return (paper) => {
    const key = contentKey(paper);
    const known = kept.get(key);
    const extraction =
      known ??
      read({
        ...paper,
        title: paper.title.slice(0, MOST_TITLE).toWellFormed(),
        abstract: paper.abstract?.slice(0, MOST_TEXT).toWellFormed() ?? null,
      });
    // The latest used stand last, and what stands first goes first.
    kept.delete(key);
    kept.set(key, extraction);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value as string);
    return extraction;
  };
};
