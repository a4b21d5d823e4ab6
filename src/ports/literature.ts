import type { Paper } from '../core/domain/paper.ts';
import type { PaperId } from '../core/domain/paperId.ts';

/** A service of literature could not be asked: a plain sentence. It may work again later. */
export class LiteratureError extends Error {
  override name = 'LiteratureError';
}

/** Papers looked up, and the ids under which there is none. */
export type LookedUp = { papers: Paper[]; missing: PaperId[] };

/** What is known of papers beyond the library: Europe PMC, and PubMed. */
export type Literature = {
  /** @throws LiteratureError where no service could be asked. */
  lookUp: (ids: readonly PaperId[]) => Promise<LookedUp>;
  /** Papers that fit words best, with abstracts where there are any. @throws LiteratureError */
  search: (words: string, limit: number) => Promise<Paper[]>;
};
