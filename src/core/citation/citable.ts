import type { Paper } from '../domain/paper.ts';
import type { Study } from '../domain/study.ts';

/** What a reference is made of. Unknown is null or empty, and stays out of it. */
export type Citable = Omit<Paper, 'title'> & { title: string | null };

/** A study as references name it: what its record says of the paper, and nothing of the findings. */
export const citableOfStudy = ({
  title,
  authors,
  journal,
  year,
  ids,
  retraction,
}: Study): Citable => ({
  pmcid: null,
  pmid: ids.pmid,
  doi: ids.doi,
  title,
  abstract: null,
  authors,
  journal,
  year,
  volume: null,
  issue: null,
  pages: null,
  publicationTypes: retraction === null ? [] : ['Retracted Publication'],
  keywords: [],
  retracted: retraction !== null,
});
