import type { Paper } from '../core/domain/paper.ts';
import { type PaperId, readPaperId, wordPaperId } from '../core/domain/paperId.ts';
import type { Literature } from '../ports/literature.ts';
import type { PaperScope, PaperStore } from '../ports/paperStore.ts';
import { type ImportReport, importPapers } from './importPapers.ts';

export type AddReport = ImportReport & {
  papers: readonly Paper[];
  /** Ids of which no service knows a paper. */
  missing: readonly string[];
  /** What was typed and is no id. */
  unread: readonly string[];
};

/** The ids among texts, each once, and what is none. */
const readIds = (texts: readonly string[]) => {
  const ids = new Map<string, PaperId>();
  const unread: string[] = [];
  for (const text of texts) {
    const id = readPaperId(text);
    if (id) ids.set(wordPaperId(id), id);
    else unread.push(text);
  }
  return { ids: [...ids.values()], unread };
};

async function* each(papers: readonly Paper[]): AsyncGenerator<Paper> {
  yield* papers;
}

/**
 * Looks papers up and brings them into a scope.
 * @throws LiteratureError where no service could be asked; then nothing was added.
 */
export const addPapers = async (
  texts: readonly string[],
  { literature, papers }: { literature: Literature; papers: PaperStore },
  { scope, most }: { scope: PaperScope; most?: number },
): Promise<AddReport> => {
  const { ids, unread } = readIds(texts);
  const found = ids.length === 0 ? { papers: [], missing: [] } : await literature.lookUp(ids);
  const report = await importPapers(
    each(found.papers),
    { papers },
    {
      scope,
      ...(most === undefined ? {} : { most }),
    },
  );
  return { ...report, papers: found.papers, missing: found.missing.map(wordPaperId), unread };
};
