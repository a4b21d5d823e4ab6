import { Paper } from '../core/domain/paper.ts';
import { groupName } from './authorName.ts';
import { cleanAbstract, cleanText } from './cleanText.ts';
import type { Draft } from './draft.ts';

/** What is longer is no such thing, but a fault of the file. */
const MOST = { title: 3_000, abstract: 100_000, short: 500, name: 300, list: 5_000 } as const;

const RETRACTED_TYPE = 'Retracted Publication';
/** As publishers and MEDLINE mark the title itself. */
const RETRACTED_TITLE = /^\W{0,2}retracted(?: article)?\s*[:\]]/i;

export type Checked = { ok: true; paper: Paper } | { ok: false; reason: string };

/** A number by which papers are known, after its name if it has one; null where it is none. */
const numberIn = (text: string | null | undefined): string | null =>
  /^(?:PMC|PMC?ID)?:?\s*(?:PMC)?0*([1-9]\d{0,8})(?:\.\d{1,3})?$/i.exec(
    text?.slice(0, 100).trim() ?? '',
  )?.[1] ?? null;

/** The DOI in a text, in lower case; null where there is none. */
export const doiIn = (text: string | null | undefined): string | null =>
  /10\.\d{4,9}\/[^\s{}\\]*[^\s{}\\.,;]/
    .exec(cleanText((text ?? '').slice(0, 1_000)))?.[0]
    .toLowerCase() ?? null;

const short = (text: string | null | undefined): string | null => {
  const cleaned = cleanText(text ?? '');
  return cleaned === '' || cleaned.length > MOST.short ? null : cleaned;
};

const listOf = (texts: readonly string[] | undefined, clean: (text: string) => string): string[] =>
  [...new Set((texts ?? []).map(clean))]
    .filter((text) => text !== '' && text.length <= MOST.name)
    .slice(0, MOST.list);

/** "journal-article" as people print it; what has capitals is printed so already. */
const typeOf = (type: string): string =>
  /^[a-z]+(?:-[a-z]+)*$/.test(type)
    ? type.replace(/(^|-)([a-z])/g, (_, dash, letter) => `${dash && ' '}${letter.toUpperCase()}`)
    : type;

/** Semicolons stand between keywords, so that none may stand in one. */
const wordsOf = (texts: readonly string[] | undefined): string[] =>
  listOf(
    (texts ?? []).flatMap((text) => text.split(';')),
    cleanText,
  );

const yearIn = (year: Draft['year']): number | null => {
  const found = /(?:^|\D)(1[89]\d\d|20\d\d)(?:\D|$)/.exec(String(year ?? ''))?.[1];
  return found === undefined ? null : Number(found);
};

/** MEDLINE ends every title with a point; one that ends in several keeps them. */
const titleOf = (text: string | null): string => cleanText(text ?? '').replace(/(?<!\.)\.$/, '');

/** One hyphen between first and last, whatever dash or how many of them. */
const pagesOf = (text: string | null | undefined): string | null =>
  short(cleanText(text ?? '').replace(/ ?(?:[-\u2010-\u2015] ?)+/g, '-'));

/** The paper of a draft, cleaned; a paper that comes back through any format is the same again. */
export const paperOf = (draft: Draft): Checked => {
  const title = titleOf(draft.title).trim();
  if (title === '') return { ok: false, reason: 'It has no title.' };
  if (title.length > MOST.title)
    return { ok: false, reason: `Its title is longer than ${MOST.title} characters.` };
  const abstract = cleanAbstract(draft.abstract ?? '');
  if (abstract.length > MOST.abstract)
    return { ok: false, reason: `Its abstract is longer than ${MOST.abstract} characters.` };
  const [pmcid, pmid, doi] = [numberIn(draft.pmcid), numberIn(draft.pmid), doiIn(draft.doi)];
  const types = [...new Set(wordsOf(draft.publicationTypes).map(typeOf))];
  const retracted =
    draft.retracted === true || types.includes(RETRACTED_TYPE) || RETRACTED_TITLE.test(title);
  const parsed = Paper.safeParse({
    pmcid,
    pmid,
    doi,
    title,
    abstract: abstract === '' ? null : abstract,
    authors: listOf(draft.authors, groupName),
    journal: short(draft.journal),
    year: yearIn(draft.year),
    volume: short(draft.volume),
    issue: short(draft.issue),
    pages: pagesOf(draft.pages),
    publicationTypes: retracted ? [...new Set([...types, RETRACTED_TYPE])] : types,
    keywords: wordsOf(draft.keywords),
    retracted,
  });
  if (parsed.success) return { ok: true, paper: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, reason: `Its ${issue?.path.join('.')} is wrong: ${issue?.message}.` };
};
