import { authorParts } from './authorParts.ts';
import type { Citable } from './citable.ts';

const authorOf = (name: string): string => {
  const parts = authorParts(name);
  if (parts.kind === 'group') return parts.name;
  const { family, given, suffix } = parts;
  return [family, given, ...(suffix === null ? [] : [suffix])].join(', ');
};

/** A value is one line: a second one could pass for a tag. */
const line = (tag: string, value: string | number): string =>
  `${tag}  - ${String(value).replace(/\s+/g, ' ')}`;

const lines = (tag: string, value: string | number | null): string[] =>
  value === null ? [] : [line(tag, value)];

/** First and last page, where there are two. */
const pageLines = (pages: string | null): string[] => {
  const [, first, last] = /^([^-,\s]+)-([^-,\s]+)$/.exec(pages ?? '') ?? [];
  return first === undefined || last === undefined || first === last
    ? lines('SP', pages)
    : [line('SP', first), line('EP', last)];
};

/** A reference in RIS, with CRLF as its definition wants it. */
export const risRecord = (citable: Citable): string =>
  [
    'TY  - JOUR',
    ...lines('TI', citable.title),
    ...citable.authors.map((name) => line('AU', authorOf(name))),
    ...lines('JO', citable.journal),
    ...lines('PY', citable.year),
    ...lines('VL', citable.volume),
    ...lines('IS', citable.issue),
    ...pageLines(citable.pages),
    ...(citable.abstract ?? '')
      .split('\n')
      .filter((part) => part !== '')
      .map((part) => line('AB', part)),
    ...citable.keywords.map((word) => line('KW', word)),
    ...citable.publicationTypes.map((type) => line('M3', type)),
    ...lines('DO', citable.doi),
    ...(citable.pmid === null ? [] : [line('AN', citable.pmid), 'DB  - PubMed']),
    ...(citable.pmcid === null ? [] : [line('C2', `PMC${citable.pmcid}`)]),
    'ER  - ',
    '',
  ].join('\r\n');
