import { typedName } from '../authorName.ts';
import type { Draft } from '../draft.ts';
import type { Format } from '../format.ts';
import { doiIn } from '../paperOf.ts';
import { cutTagged } from '../records/cutTagged.ts';
import { allOf, firstOf, readTagged, type Tagged } from './taggedLines.ts';

/** "TI  - The title"; a line of a text like "IL-6 is ..." is none. */
const TAGGED = /^([A-Z][A-Z0-9]) {1,3}-(?: (.*))?$/;

const PMID_AT = /(?:pubmed(?:\.ncbi\.nlm\.nih\.gov)?\/|PMID:?\s*)(\d{1,9})\b/i;
const PMCID_AT = /\bPMC(\d{1,9})\b/i;

/** Older programs put the DOI where others put the type of work. */
const isDoi = (text: string): boolean => /^(?:doi:\s*)?10\.\d{4,9}\/\S+$/i.test(text);

const LINKS = ['UR', 'L1', 'L2', 'LK'];
/** Where programs put numbers that RIS has no tag for. */
const NOTES = ['N1', 'C1', 'C2', 'C7', 'ID', ...LINKS];

const foundIn = (texts: readonly string[], pattern: RegExp): string | null => {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return null;
};

/** The accession number is that of PubMed where the database is. */
const accessionOf = (values: Tagged): string | null => {
  const isPubmed = /pubmed|medline|nlm/i.test(allOf(values, 'DB', 'DP').join(' '));
  return isPubmed ? firstOf(values, 'AN') : null;
};

const pagesOf = (values: Tagged): string | null => {
  const [first, last] = [firstOf(values, 'SP'), firstOf(values, 'EP')];
  return first === null || last === null || last === first || first.includes('-')
    ? first
    : `${first}-${last}`;
};

const readRecord = (text: string): Draft => {
  const values = readTagged(text, TAGGED);
  const notes = allOf(values, ...NOTES);
  return {
    pmid: accessionOf(values) ?? foundIn(notes, PMID_AT),
    pmcid: foundIn(notes, PMCID_AT),
    doi: doiIn(
      firstOf(values, 'DO') ?? values.get('M3')?.find(isDoi) ?? allOf(values, ...LINKS).find(doiIn),
    ),
    title: firstOf(values, 'TI', 'T1', 'CT', 'BT'),
    abstract: (values.get('AB') ?? values.get('N2') ?? []).join('\n'),
    authors: allOf(values, 'AU', 'A1').map(typedName),
    journal: firstOf(values, 'JO', 'JF', 'T2', 'JA', 'J2'),
    year: firstOf(values, 'PY', 'Y1', 'DA'),
    volume: firstOf(values, 'VL'),
    issue: firstOf(values, 'IS'),
    pages: pagesOf(values),
    publicationTypes: allOf(values, 'M3').filter((type) => !isDoi(type)),
    keywords: allOf(values, 'KW'),
  };
};

/** RIS, as reference managers and publishers give it. */
export const ris: Format = {
  createCutter: () => cutTagged(/^TY {1,3}-/),
  createReader: () => readRecord,
};
