import { fileURLToPath } from 'node:url';
import type { PaperStore } from '../ports/paperStore.ts';
import type { ReviewStore } from '../ports/reviewStore.ts';
import type { PostgresPlace } from '../store/postgresPool.ts';
import { createPaperStore } from './createPaperStore.ts';
import { openSqlitePapers } from './openSqlitePapers.ts';
import type { PapersDatabase } from './papersDatabase.ts';
import { openRelatedWords } from './ranking/relatedWords.ts';
import { createReviewStore } from './reviews/createReviewStore.ts';
import { prepareReviews } from './reviews/reviewTable.ts';
import { prepareTables } from './schema.ts';
import type { Expand } from './search/synonyms.ts';

/** Where papers are kept: a file of SQLite, which processes of one machine share, or PostgreSQL. */
export type PapersPlace = { file: string } | PostgresPlace;

/** Papers, and what the admins of servers made of them. */
export type Papers = PaperStore & { reviews: ReviewStore };

const RELATED = fileURLToPath(new URL('ranking/related.bin', import.meta.url));

/** The client of PostgreSQL is loaded only where it is used. */
const openDatabase = async (place: PapersPlace): Promise<PapersDatabase> => {
  if ('file' in place) return openSqlitePapers(place.file);
  const { openPostgresPapers } = await import('./openPostgresPapers.ts');
  return openPostgresPapers(place);
};

/**
 * Opens the papers, and makes their tables where there are none.
 * @param expand other names of what a text names, such as those of Caveat's vocabulary
 * @throws StoreError with a remedy
 */
export const openPapers = async (
  place: PapersPlace,
  { expand = () => [] }: { expand?: Expand } = {},
): Promise<Papers> => {
  const database = await openDatabase(place);
  try {
    await prepareTables(database);
    await prepareReviews(database);
    return {
      ...createPaperStore({ database, relatedTo: openRelatedWords(RELATED), expand }),
      reviews: createReviewStore(database),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
};
