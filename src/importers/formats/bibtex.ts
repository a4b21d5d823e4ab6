import type { Creator, Entry, Library } from '@retorquere/bibtex-parser';
import { groupName, personName } from '../authorName.ts';
import type { Draft } from '../draft.ts';
import type { Format, RecordReader } from '../format.ts';
import { doiIn } from '../paperOf.ts';
import { RecordError } from '../recordError.ts';
import { cutEntries } from '../records/cutEntries.ts';
import { hide, reveal, WORDS_FIELD } from './bibtexHidden.ts';
import { takePlainAbstract } from './bibtexPlain.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The parser of TeX takes seconds for more, in which nothing else is done. */
const MOST_TEX = 64 * 1024;
/** No entry of a paper nests its braces so deep; the parser would run out of stack. */
const MOST_BRACES = 100;

const fieldOf = (fields: Fields, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return reveal(value);
    if (Array.isArray(value) && value.length > 0) return reveal(value.join('; '));
  }
  return null;
};

/** "and others" is nobody. */
const isNamed = ({ name, lastName }: Creator): boolean => (name ?? lastName) !== 'others';

const authorOf = ({ name, lastName, firstName, prefix, suffix }: Creator): string =>
  lastName === undefined
    ? groupName(reveal(name ?? firstName ?? ''))
    : personName({
        family: reveal(prefix === undefined ? lastName : `${prefix} ${lastName}`),
        given: firstName ?? null,
        suffix: suffix ?? null,
      });

/** Keywords stand between semicolons, or else between commas. */
const wordsOf = (text: string | null): string[] =>
  text === null ? [] : text.split(text.includes(';') ? ';' : ',');

const numberAt = (fields: Fields, pattern: RegExp): string | null =>
  pattern.exec(
    [fieldOf(fields, 'note'), fieldOf(fields, 'url'), fieldOf(fields, 'eprint')].join(' '),
  )?.[1] ?? null;

const draftOf = ({ fields }: Entry): Draft => ({
  pmid: fieldOf(fields, 'pmid') ?? numberAt(fields, /(?:PMID:?\s*|pubmed\S*\/)(\d{1,9})\b/i),
  pmcid: fieldOf(fields, 'pmcid', 'pmc') ?? numberAt(fields, /\bPMC(\d{1,9})\b/i),
  doi: fieldOf(fields, 'doi') ?? doiIn(fieldOf(fields, 'url', 'ee', 'note')),
  title: fieldOf(fields, 'title'),
  abstract: fieldOf(fields, 'abstract'),
  authors: (fields.author ?? []).filter(isNamed).map(authorOf),
  journal: fieldOf(fields, 'journaltitle', 'journal', 'booktitle'),
  year: fieldOf(fields, 'year', 'date'),
  volume: fieldOf(fields, 'volume'),
  issue: fieldOf(fields, 'number', 'issue'),
  pages: fieldOf(fields, 'pages', 'eid', 'article-number'),
  publicationTypes: (fieldOf(fields, 'publicationtype') ?? '').split(';'),
  keywords: wordsOf(fieldOf(fields, WORDS_FIELD)),
});

const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (const [mark] of text.matchAll(/\\.|[{}]/gs)) {
    depth += mark === '{' ? 1 : mark === '}' ? -1 : 0;
    if (depth > MOST_BRACES) return true;
  }
  return false;
};

/** The parser is large, and only files of BibTeX need it. */
const createReader = async (): Promise<RecordReader> => {
  const { parse } = await import('@retorquere/bibtex-parser');
  /** What `@string` defines holds for all entries after it. */
  let strings: Record<string, string> = {};
  const read = (text: string): Library => {
    try {
      return parse(hide(text), {
        sentenceCase: false,
        english: false,
        caseProtection: false,
        unsupported: 'ignore',
        strings,
      });
    } catch {
      // What the parser trips over in one entry is no reason to give up the others.
      throw new RecordError('It is BibTeX that could not be read.');
    }
  };
  return (text) => {
    if (/^@\s*(?:comment|preamble)\b/i.test(text)) return null;
    if (isTooDeep(text)) throw new RecordError(`Its braces stand more than ${MOST_BRACES} deep.`);
    const { rest, abstract } = takePlainAbstract(text);
    if (rest.length > MOST_TEX)
      throw new RecordError(`It is longer than ${MOST_TEX / 1024} thousand characters of TeX.`);
    const library = read(rest);
    strings = { ...strings, ...library.strings };
    const [entry] = library.entries;
    if (/^@\s*string\b/i.test(text)) return null;
    // With a command that it does not know, an entry is read all the same.
    const fault = library.errors.find(({ error }) => !error.startsWith('unhandled'));
    if (fault || entry === undefined || Object.keys(entry.fields).length === 0)
      throw new RecordError(
        fault
          ? `It is not valid BibTeX: ${fault.error.split(/ (?:at line|in ")/)[0]}.`
          : 'It is empty.',
      );
    const draft = draftOf(entry);
    return abstract === null ? draft : { ...draft, abstract };
  };
};

/** BibTeX and BibLaTeX. */
export const bibtex: Format = { createCutter: cutEntries, createReader };
