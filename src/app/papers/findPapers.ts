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

/** So many of the best are read for each thing searched. */
const MOST_READ = 20;
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
export const choosePapers = <P extends Paper>(
  papers: readonly P[],
  wanted: Wanted,
  { knowledge, read }: Pick<Deps, 'knowledge' | 'read'>,
): P[] => {
  const seen = new Set<string>();
  return papers.filter((paper) => {
    const names = namesOf(paper);
    if (names.some((name) => seen.has(name)) || isOnRecord(paper, knowledge)) return false;
    if (!bearsOn(paper, read(paper), wanted)) return false;
    for (const name of names) seen.add(name);
    return true;
  });
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

/** A server's own copy of a paper goes before that of everyone. */
const ownFirst = (papers: readonly StoredPaper[]): StoredPaper[] =>
  papers.toSorted((a, b) => Number(b.scope.kind === 'guild') - Number(a.scope.kind === 'guild'));

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
  const own: PaperScope[] = guildId === null ? [] : [{ kind: 'guild', guildId }];
  const scopes: PaperScope[] = [...own, { kind: 'everyone' }];
  const found = await Promise.all(
    searchesOf(subject, knowledge).map((words) => papers.search(words, scopes, MOST_READ)),
  );
  const hits = found.flatMap(({ hits: best }) => best).map(({ paper }) => paper);
  const wanted = wantedOf(subject, knowledge, view);
  const chosen = choosePapers(ownFirst(hits), wanted, { knowledge, read });
  const judged =
    guildId === null ? new Map() : await papers.reviews.standing(guildId, chosen.map(contentKey));
  const asked = [...wanted.interventions];
  return chosen
    .flatMap((paper) => show(paper, judged.get(contentKey(paper)), { read, asked }) ?? [])
    .slice(0, MOST_SHOWN);
};
