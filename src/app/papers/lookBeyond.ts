import type { Knowledge } from '../../core/answer/knowledge.ts';
import type { View } from '../../core/answer/view.ts';
import type { ExtractedPaper } from '../../core/domain/extractedPaper.ts';
import type { Paper } from '../../core/domain/paper.ts';
import { describePaper } from '../../core/papers/describePaper.ts';
import { type Subject, wordsOf } from '../../core/papers/subject.ts';
import { wantedOf } from '../../core/papers/wantedOf.ts';
import { type Literature, LiteratureError } from '../../ports/literature.ts';
import type { ReadPaper } from './createPaperReader.ts';
import { choosePapers } from './findPapers.ts';

/** So many are asked for, and so many of those that are about the question are shown. */
const MOST_ASKED = 25;
const MOST_SHOWN = 5;
/** What was found for the same words is not asked for again so soon, nor what failed. */
const KEPT_MS = 10 * 60 * 1000;
const KEPT_FAILED_MS = 60 * 1000;
const MOST_KEPT = 200;
/** A service that is slow must not gather a queue. */
const MOST_AT_ONCE = 4;

type Deps = {
  search: Literature['search'];
  knowledge: Knowledge;
  read: ReadPaper;
  now: () => number;
  /** The longest wait for the service. */
  limitMs: number;
};

type Kept = { at: number; isFailed: boolean; papers: Promise<readonly Paper[]> };

export type LookBeyond = (subject: Subject, view: View) => Promise<ExtractedPaper[]>;

/** The service keeps trying for a while; nobody waits for it longer than the limit. */
const within = async <T>(limitMs: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LiteratureError('It took too long.')), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Papers on a subject from a literature service. All that leaves the program are the names of what
 * was asked about.
 * @returns a function that rejects where the service fails.
 */
export const createLookBeyond = ({ search, knowledge, read, now, limitMs }: Deps): LookBeyond => {
  const kept = new Map<string, Kept>();
  let running = 0;
  const begin = async (words: string): Promise<readonly Paper[]> => {
    if (running >= MOST_AT_ONCE) throw new LiteratureError('It is asked a lot just now.');
    running += 1;
    const asked = search(words, MOST_ASKED).finally(() => {
      running -= 1;
    });
    return within(limitMs, asked);
  };
  const ask = (words: string): Promise<readonly Paper[]> => {
    const known = kept.get(words);
    if (known && now() - known.at < (known.isFailed ? KEPT_FAILED_MS : KEPT_MS))
      return known.papers;
    const entry: Kept = {
      at: now(),
      isFailed: false,
      papers: begin(words),
    };
    entry.papers.catch(() => {
      entry.isFailed = true;
    });
    kept.delete(words);
    kept.set(words, entry);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
    return entry.papers;
  };
  return async (subject, view) => {
    const words = wordsOf(subject);
    if (words === '') return [];
    const found = await ask(words);
    const wanted = wantedOf(subject, knowledge, view);
    const chosen = await choosePapers(found, wanted, { knowledge, read });
    return chosen.slice(0, MOST_SHOWN).map((paper) =>
      describePaper(
        paper,
        { extraction: read(paper), corrections: [] },
        {
          origin: 'europe-pmc',
          review: 'unreviewed',
          asked: [...wanted.interventions],
        },
      ),
    );
  };
};
