import { DatabaseSync } from 'node:sqlite';
import type { Study } from '../core/domain/study.ts';
import { foldText } from '../core/question/foldText.ts';
import { authorWords } from '../core/question/studyReference.ts';
import type { StudyIndex } from '../ports/studyIndex.ts';

const MOST_BY_TITLE = 10;

const multimap = <T>(
  studies: readonly Study[],
  keysOf: (study: Study) => readonly T[],
): Map<T, Study[]> => {
  const map = new Map<T, Study[]>();
  for (const study of studies)
    for (const key of new Set(keysOf(study))) map.set(key, [...(map.get(key) ?? []), study]);
  return map;
};

const newestFirst = (a: Study, b: Study): number =>
  (b.year ?? 0) - (a.year ?? 0) || a.id.localeCompare(b.id);

/** Titles are searched by SQLite's FTS5, in memory: the word forms are its Porter stems. */
const createTitleSearch = (studies: readonly Study[]) => {
  const database = new DatabaseSync(':memory:');
  database.exec("CREATE VIRTUAL TABLE titles USING fts5(id UNINDEXED, title, tokenize='porter')");
  const insert = database.prepare('INSERT INTO titles (id, title) VALUES (?, ?)');
  for (const { id, title } of studies) if (title !== null) insert.run(id, foldText(title));
  const select = database.prepare(
    'SELECT id FROM titles WHERE titles MATCH ? ORDER BY rank, id LIMIT ?',
  );
  return {
    search: (fragment: string): string[] => {
      const words = foldText(fragment).split(' ').filter(Boolean);
      if (words.length === 0) return [];
      const query = words.map((word) => `"${word}"`).join(' ');
      return select.all(query, MOST_BY_TITLE).map(({ id }) => String(id));
    },
    close: () => database.close(),
  };
};

/**
 * Indexes the studies that answers may use: every one that is not a draft.
 * Close it to free the title search.
 */
export const createStudyIndex = (all: readonly Study[]): StudyIndex => {
  const studies = all.filter(({ status }) => status !== 'draft');
  const byId = new Map(studies.map((study) => [study.id, study]));
  const byPmid = multimap(studies, ({ ids }) => (ids.pmid === null ? [] : [ids.pmid]));
  const byDoi = multimap(studies, ({ ids }) => (ids.doi === null ? [] : [ids.doi.toLowerCase()]));
  const byAuthor = multimap(studies, authorWords);
  const byIntervention = multimap(studies, ({ interventions }) =>
    interventions.map(({ id }) => id),
  );
  const byCondition = multimap(studies, ({ population }) => [
    population.condition,
    ...population.other_conditions,
  ]);
  const titles = createTitleSearch(studies);
  const among = (map: Map<string, Study[]>, ids: readonly string[]): Set<Study> =>
    new Set(ids.length === 0 ? studies : ids.flatMap((id) => map.get(id) ?? []));
  return {
    size: studies.length,
    asOf:
      studies
        .flatMap(({ sources }) => sources.map(({ read }) => read))
        .sort()
        .at(-1) ?? '',
    bearingOn: (interventions, conditions) => {
      const treated = among(byIntervention, interventions);
      return [...among(byCondition, conditions)].filter((study) => treated.has(study));
    },
    byId: (id) => byId.get(id),
    byPmid: (pmid) => byPmid.get(pmid)?.[0],
    byDoi: (doi) => byDoi.get(doi)?.[0],
    byAuthor: (surname, year) =>
      (byAuthor.get(surname) ?? [])
        .filter((study) => year === null || study.year === year)
        .toSorted(newestFirst),
    byTitle: (fragment) => titles.search(fragment).flatMap((id) => byId.get(id) ?? []),
    close: titles.close,
  };
};
