import { groupName, personName, typedName, typedNames } from '../authorName.ts';
import type { Draft } from '../draft.ts';
import { isObject, type Json, listAt, stringAt, stringsAt } from './json.ts';

const authorOf = (author: unknown): string[] => {
  if (typeof author === 'string') return [typedName(author)];
  if (!isObject(author)) return [];
  const family = stringAt(author, 'family') ?? stringAt(author, 'lastName');
  return family === null
    ? [groupName(stringAt(author, 'name') ?? stringAt(author, 'literal') ?? '')]
    : [personName({ family, given: stringAt(author, 'given') ?? stringAt(author, 'firstName') })];
};

const authorsOf = (object: Json): string[] => {
  const text = stringAt(object, 'authors');
  return text === null ? listAt(object, 'authors').flatMap(authorOf) : typedNames(text);
};

const wordsAt = (object: Json, name: string): string[] => {
  const text = stringAt(object, name);
  return text === null ? stringsAt(object, name) : text.split(text.includes(';') ? ';' : ',');
};

/** A paper as an object of our own fields: `pmid`, `doi`, `title`, `journal`, `year`, ... */
export const plainDraft = (object: Json): Draft => ({
  pmcid: stringAt(object, 'pmcid'),
  pmid: stringAt(object, 'pmid'),
  doi: stringAt(object, 'doi'),
  title: stringAt(object, 'title'),
  abstract: stringAt(object, 'abstract'),
  authors: authorsOf(object),
  journal: stringAt(object, 'journal'),
  year: stringAt(object, 'year'),
  volume: stringAt(object, 'volume'),
  issue: stringAt(object, 'issue'),
  pages: stringAt(object, 'pages'),
  publicationTypes: [...wordsAt(object, 'publicationTypes'), ...wordsAt(object, 'articleType')],
  keywords: wordsAt(object, 'keywords'),
  retracted: object.retracted === true,
});
