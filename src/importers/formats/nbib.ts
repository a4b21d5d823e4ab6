import { groupName } from '../authorName.ts';
import type { Draft } from '../draft.ts';
import type { Format } from '../format.ts';
import { cutTagged } from '../records/cutTagged.ts';
import { allOf, firstOf, readTagged, type Tagged } from './taggedLines.ts';

/** Tags of MEDLINE are padded to four places: "TI  - ", "PMID- ". */
const TAGGED = /^(?=.{4}-)([A-Z]{2,4}) *-(?: (.*))?$/;

const doiOf = (values: Tagged): string | null =>
  allOf(values, 'LID', 'AID').find((id) => /\[doi\]\s*$/i.test(id)) ?? null;

/** Names of people and groups in the order in which they stand. */
const authorsOf = (text: string): string[] =>
  [...text.matchAll(/^(AU|CN) {2}- (.*(?:\n {6}.*)*)/gm)].map(([, , name = '']) =>
    groupName(name.replace(/\s+/g, ' ')),
  );

/** "Botulinum Toxins/*therapeutic use" names a heading and what of it: the heading counts. */
const headingOf = (text: string): string => (text.split('/')[0] ?? '').replaceAll('*', '');

const readRecord = (text: string): Draft => {
  const values = readTagged(text, TAGGED);
  return {
    pmid: firstOf(values, 'PMID'),
    pmcid: firstOf(values, 'PMC'),
    doi: doiOf(values),
    title: firstOf(values, 'TI', 'TT', 'BTI'),
    abstract: firstOf(values, 'AB'),
    authors: authorsOf(text),
    journal: firstOf(values, 'JT', 'TA', 'BTI'),
    year: firstOf(values, 'DP', 'DEP'),
    volume: firstOf(values, 'VI'),
    issue: firstOf(values, 'IP'),
    pages: firstOf(values, 'PG'),
    publicationTypes: allOf(values, 'PT'),
    keywords: [
      ...allOf(values, 'OT').map((word) => word.replaceAll('*', '')),
      ...allOf(values, 'MH').map(headingOf),
    ],
    retracted: values.has('RIN'),
  };
};

/** MEDLINE as PubMed gives it: a file .nbib, or "PubMed format". */
export const nbib: Format = {
  createCutter: () => cutTagged(/^PMID *- /),
  createReader: () => readRecord,
};
