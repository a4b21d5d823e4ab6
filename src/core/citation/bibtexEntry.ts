import { authorParts } from './authorParts.ts';
import type { Citable } from './citable.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

/** A text as LaTeX prints it. Marks that it would join, such as two hyphens, are kept apart. */
const escapeLatex = (text: string): string =>
  text
    .replace(/[\\{}$&#%_~^<>]/g, (mark) => ESCAPES[mark] ?? mark)
    .replace(/(['`-])(?=\1)/g, '$1{}')
    .replace(/([?!])(?=`)/g, '$1{}')
    .replace(/\s+/g, ' ');

/** Paragraphs on one line. */
const escapeLines = (text: string): string => text.split('\n').map(escapeLatex).join('\\par ');

/** Braces keep a name from being taken apart in other ways. */
const authorOf = (name: string): string => {
  const parts = authorParts(name);
  if (parts.kind === 'group') return `{${escapeLatex(parts.name)}}`;
  const { family, given, suffix } = parts;
  return [`{${escapeLatex(family)}}`, ...(suffix === null ? [] : [suffix]), given].join(', ');
};

/** Words stand between semicolons: a comma may be a part of one. */
const wordsText = (words: readonly string[]): string | null =>
  words.length === 0 ? null : words.map((word) => `${escapeLatex(word)};`).join(' ');

/** "bandini1999-9347598": letters that every program takes. */
export const bibtexKey = ({ authors, year, pmid, pmcid, doi }: Citable): string => {
  const family = (authors[0] ?? 'anonymous')
    .replace(/ \p{Lu}+$/u, '')
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();
  const number = pmid ?? pmcid ?? doi?.replace(/[^a-z0-9]+/gi, '') ?? '';
  return `${family || 'anonymous'}${year ?? ''}${number === '' ? '' : `-${number}`}`;
};

const field = (name: string, value: string | null): string[] =>
  value === null || value === '' ? [] : [`  ${name} = {${value}},`];

const text = (value: string | null): string | null => (value === null ? null : escapeLatex(value));

/** A reference in BibTeX, in UTF-8. */
export const bibtexEntry = (citable: Citable): string =>
  [
    `@article{${bibtexKey(citable)},`,
    // A second pair of braces keeps capitals as they are printed.
    ...field('title', citable.title === null ? null : `{${escapeLatex(citable.title)}}`),
    ...field('author', citable.authors.map(authorOf).join(' and ')),
    ...field('journal', text(citable.journal)),
    ...field('year', citable.year === null ? null : String(citable.year)),
    ...field('volume', text(citable.volume)),
    ...field('number', text(citable.issue)),
    // A range is printed with the longer dash.
    ...field('pages', text(citable.pages)?.replaceAll('-', '--') ?? null),
    // A DOI is read as it stands.
    ...field('doi', citable.doi),
    ...field('pmid', citable.pmid),
    ...field('pmcid', citable.pmcid === null ? null : `PMC${citable.pmcid}`),
    ...field('abstract', citable.abstract === null ? null : escapeLines(citable.abstract)),
    ...field('keywords', wordsText(citable.keywords)),
    ...field('publicationtype', wordsText(citable.publicationTypes)),
    '}',
    '',
  ].join('\n');
