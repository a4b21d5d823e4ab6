import { setImmediate } from 'node:timers/promises';
import type { Knowledge } from '../../core/answer/knowledge.ts';
import type { View } from '../../core/answer/view.ts';
import type { ExtractedPaper } from '../../core/domain/extractedPaper.ts';
import type { Paper } from '../../core/domain/paper.ts';
import { bearsOn, type Wanted } from '../../core/papers/bearsOn.ts';
import type { Judgement } from '../../core/papers/correction.ts';
import { describePaper } from '../../core/papers/describePaper.ts';
import type { Subject } from '../../core/papers/subject.ts';
import { searchesOf, wantedOf } from '../../core/papers/wantedOf.ts';
import { contentKey } from '../../ports/contentKey.ts';
import type { PaperScope, PaperStore, StoredPaper } from '../../ports/paperStore.ts';
import type { ReviewStore } from '../../ports/reviewStore.ts';
import type { ReadPaper } from './createPaperReader.ts';

/** So many of the best are read of each scope: reading one takes some milliseconds. */
const MOST_READ = 12;
/** So many are shown of an answer. */
export const MOST_SHOWN = 10;

export type PaperShelf = Pick<PaperStore, 'search'> & { reviews: Pick<ReviewStore, 'standing'> };

type Deps = { papers: PaperShelf; knowledge: Knowledge; read: ReadPaper };

/** Whether the library holds a record of a paper: then the record speaks. */
const isOnRecord = ({ pmid, doi }: Paper, { whole }: Knowledge): boolean =>
  (pmid !== null && whole.byPmid(pmid) !== undefined) ||
  (doi !== null && whole.byDoi(doi.toLowerCase()) !== undefined);

/** What one of two copies of a paper is known by in the other. */
const namesOf = ({ pmcid, pmid, doi, title }: Paper): string[] => {
  const ids = [pmcid && `pmcid:${pmcid}`, pmid && `pmid:${pmid}`, doi && `doi:${doi}`];
  const given = ids.filter((id) => id !== null);
  return given.length > 0 ? given : [`title:${title.toLowerCase()}`];
};

/** Papers that bear on what is wanted and that no record tells of, each once, in their order. */
export const choosePapers = async <P extends Paper>(
  papers: readonly P[],
  wanted: Wanted,
  { knowledge, read }: Pick<Deps, 'knowledge' | 'read'>,
): Promise<P[]> => {
  const seen = new Set<string>();
  const chosen: P[] = [];
  for (const paper of papers) {
    const names = namesOf(paper);
    if (names.some((name) => seen.has(name)) || isOnRecord(paper, knowledge)) continue;
    // Other questions go first between two papers.
    await setImmediate();
    if (!bearsOn(paper, read(paper), wanted)) continue;
    for (const name of names) seen.add(name);
    chosen.push(paper);
  }
  return chosen;
};

/** A paper as a server shows it: as read, or as its admins put it right; null where they rejected it. */
const show = (
  paper: StoredPaper,
  judgement: Judgement | undefined,
  { read, asked }: { read: ReadPaper; asked: readonly string[] },
): ExtractedPaper | null => {
  if (judgement?.verdict === 'rejected') return null;
  return describePaper(paper, judgement ?? { extraction: read(paper), corrections: [] }, {
    origin: paper.scope.kind === 'guild' ? 'server' : 'operator',
    review: judgement?.verdict ?? 'unreviewed',
    asked,
  });
};

/** The best of several searches in one scope, the first of each before the second of any. */
const bestOf = async (
  searches: readonly string[],
  scope: PaperScope,
  papers: PaperShelf,
): Promise<StoredPaper[]> => {
  const found = await Promise.all(
    searches.map((words) => papers.search(words, [scope], MOST_READ)),
  );
  const best = new Map<string, StoredPaper>();
  for (let place = 0; place < MOST_READ; place += 1)
    for (const { hits } of found) {
      const paper = hits[place]?.paper;
      if (paper && best.size < MOST_READ) best.set(paper.id, paper);
    }
  return [...best.values()];
};

/**
 * The papers brought in that are about a subject, with what a program read in them: a server's own
 * first, then those of everyone, each as the server's admins left it.
 * @param guildId null outside of servers: those of everyone alone
 * @throws where the store fails.
 */
export const findPapers = async (
  subject: Subject,
  { guildId, view }: { guildId: string | null; view: View },
  { papers, knowledge, read }: Deps,
): Promise<ExtractedPaper[]> => {
  // A server's own copy of a paper goes before that of everyone.
  const scopes: PaperScope[] = [
    ...(guildId === null ? [] : [{ kind: 'guild', guildId } as const]),
    { kind: 'everyone' },
  ];
  const searches = searchesOf(subject, knowledge);
  const found = await Promise.all(scopes.map((scope) => bestOf(searches, scope, papers)));
  const wanted = wantedOf(subject, knowledge, view);
  const chosen = await choosePapers(found.flat(), wanted, { knowledge, read });
  const judged =
    guildId === null ? new Map() : await papers.reviews.standing(guildId, chosen.map(contentKey));
  const asked = [...wanted.interventions];
  return chosen
    .flatMap((paper) => show(paper, judged.get(contentKey(paper)), { read, asked }) ?? [])
    .slice(0, MOST_SHOWN);
};
