import { groupName, personName } from '../authorName.ts';
import type { Draft } from '../draft.ts';
import { type Json, listAt, stringAt } from './json.ts';

const authorOf = (author: unknown): string => {
  const family = stringAt(author, 'family');
  if (family === null)
    return groupName(stringAt(author, 'literal') ?? stringAt(author, 'given') ?? '');
  const particle =
    stringAt(author, 'non-dropping-particle') ?? stringAt(author, 'dropping-particle');
  return personName({
    family: particle === null ? family : `${particle} ${family}`,
    given: stringAt(author, 'given'),
    suffix: stringAt(author, 'suffix'),
  });
};

const yearOf = (item: Json): string | null => {
  const [date] = listAt(item, 'issued', 'date-parts');
  const year = Array.isArray(date) ? (date[0] as unknown) : null;
  return (
    stringAt({ year }, 'year') ??
    stringAt(item, 'issued', 'raw') ??
    stringAt(item, 'issued', 'literal')
  );
};

/** Whether an object is an item of CSL-JSON. */
export const isCsl = (object: Json): boolean =>
  'DOI' in object || 'PMID' in object || 'container-title' in object || 'issued' in object;

/** An item of CSL-JSON, which reference managers and Crossref give. */
export const cslDraft = (item: Json): Draft => ({
  pmid: stringAt(item, 'PMID'),
  pmcid: stringAt(item, 'PMCID'),
  doi: stringAt(item, 'DOI'),
  title: stringAt(item, 'title'),
  abstract: stringAt(item, 'abstract'),
  authors: listAt(item, 'author').map(authorOf),
  journal: stringAt(item, 'container-title'),
  year: yearOf(item),
  volume: stringAt(item, 'volume'),
  issue: stringAt(item, 'issue'),
  pages: stringAt(item, 'page'),
  publicationTypes: (stringAt(item, 'genre') ?? '').split(';'),
  keywords: (stringAt(item, 'keyword') ?? '').split(/[;]/),
});
