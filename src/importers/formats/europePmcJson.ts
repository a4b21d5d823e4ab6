import { groupName, personName, typedNames } from '../authorName.ts';
import type { Draft } from '../draft.ts';
import { type Json, listAt, stringAt, stringsAt } from './json.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** `<h4>Methods</h4>text` as a line "METHODS: text". */
const plainAbstract = (html: string | null): string | null =>
  html === null
    ? null
    : decodeEntities(
        html
          .replace(
            /<h4>([^<]{0,200})<\/h4>/gi,
            (_, label) => `\n${String(label).trim().replace(/:$/, '').toUpperCase()}: `,
          )
          .replace(/<(?:br|p)\s*\/?>/gi, '\n'),
      );

const plain = (html: string | null): string | null => (html === null ? null : decodeEntities(html));

const authorsOf = (result: Json): string[] => {
  const listed = listAt(result, 'authorList', 'author').map((author) => {
    const family = stringAt(author, 'lastName');
    return family === null
      ? groupName(stringAt(author, 'collectiveName') ?? stringAt(author, 'fullName') ?? '')
      : personName({
          family,
          given: stringAt(author, 'initials') ?? stringAt(author, 'firstName'),
        });
  });
  const text = stringAt(result, 'authorString');
  return listed.length > 0 || text === null ? listed : typedNames(text.replace(/\.$/, ''));
};

/** Whether an object is a result of Europe PMC's search. */
export const isEuropePmc = (object: Json): boolean =>
  ['authorString', 'pubYear', 'journalInfo', 'abstractText'].some((name) => name in object);

/** A paper as Europe PMC's search gives it (`resultType=core`, or `lite` without an abstract). */
export const europePmcDraft = (result: Json): Draft => ({
  pmid:
    stringAt(result, 'pmid') ??
    (stringAt(result, 'source') === 'MED' ? stringAt(result, 'id') : null),
  pmcid: stringAt(result, 'pmcid'),
  doi: stringAt(result, 'doi'),
  title: plain(stringAt(result, 'title')),
  abstract: plainAbstract(stringAt(result, 'abstractText')),
  authors: authorsOf(result),
  journal:
    stringAt(result, 'journalInfo', 'journal', 'title') ??
    stringAt(result, 'journalTitle') ??
    stringAt(result, 'bookOrReportDetails', 'publisher'),
  year: stringAt(result, 'journalInfo', 'yearOfPublication') ?? stringAt(result, 'pubYear'),
  volume: stringAt(result, 'journalInfo', 'volume') ?? stringAt(result, 'journalVolume'),
  issue: stringAt(result, 'journalInfo', 'issue') ?? stringAt(result, 'issue'),
  pages: stringAt(result, 'pageInfo'),
  publicationTypes: stringsAt(result, 'pubTypeList', 'pubType'),
  keywords: [
    ...stringsAt(result, 'keywordList', 'keyword'),
    ...listAt(result, 'meshHeadingList', 'meshHeading').flatMap(
      (heading) => stringAt(heading, 'descriptorName') ?? [],
    ),
  ],
  retracted: listAt(result, 'commentCorrectionList', 'commentCorrection').some((note) =>
    /^retraction in$/i.test(stringAt(note, 'type') ?? ''),
  ),
});
