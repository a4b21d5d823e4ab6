import { authorParts } from './authorParts.ts';
import type { Citable } from './citable.ts';

export type CslName = { family: string; given: string; suffix?: string } | { literal: string };

/** An item of CSL-JSON, as far as papers need it. */
export type CslItem = {
  id: string;
  type: 'article-journal';
  title?: string;
  author?: CslName[];
  'container-title'?: string;
  issued?: { 'date-parts': [[number]] };
  volume?: string;
  issue?: string;
  page?: string;
  DOI?: string;
  PMID?: string;
  PMCID?: string;
  abstract?: string;
  keyword?: string;
  genre?: string;
};

const nameOf = (author: string): CslName => {
  const parts = authorParts(author);
  if (parts.kind === 'group') return { literal: parts.name };
  const { family, given, suffix } = parts;
  return { family, given, ...(suffix === null ? {} : { suffix }) };
};

const known = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

/** A word list in one text. */
const joined = (words: readonly string[]): string | null =>
  words.length === 0 ? null : words.join('; ');

/** A reference as programs exchange it: CSL-JSON. */
export const cslItem = (citable: Citable, id: string): CslItem => ({
  id,
  type: 'article-journal',
  ...known({
    title: citable.title,
    author: citable.authors.length === 0 ? null : citable.authors.map(nameOf),
    'container-title': citable.journal,
    issued: citable.year === null ? null : { 'date-parts': [[citable.year]] as [[number]] },
    volume: citable.volume,
    issue: citable.issue,
    page: citable.pages,
    DOI: citable.doi,
    PMID: citable.pmid,
    PMCID: citable.pmcid === null ? null : `PMC${citable.pmcid}`,
    abstract: citable.abstract,
    keyword: joined(citable.keywords),
    genre: joined(citable.publicationTypes),
  }),
});
