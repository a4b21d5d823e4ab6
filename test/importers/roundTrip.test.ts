import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtexEntry } from '../../src/core/citation/bibtexEntry.ts';
import { cslItem } from '../../src/core/citation/cslItem.ts';
import { risRecord } from '../../src/core/citation/risRecord.ts';
import type { Paper } from '../../src/core/domain/paper.ts';
import { personName } from '../../src/importers/authorName.ts';
import { paperOf } from '../../src/importers/paperOf.ts';
import { papersIn } from './papersIn.ts';

const NASTY = [
  '\\',
  '{',
  '}',
  '$',
  '&',
  '#',
  '%',
  '_',
  '~',
  '^',
  '"',
  "'",
  "''",
  '``',
  '`',
  '-',
  '--',
  '---',
  '<',
  '>',
  '<<',
  '<i>',
  '</i>',
  '&amp;',
  '@article{x,',
  '@comment(',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  '\u0000',
  '\u00AD',
  '\uD800',
  '\uE0F0',
  'TY  - JOUR',
  'ER  - ',
  'AB  - x',
  'PMID- 1',
  '?`',
  '!`',
  ',,',
  ', ',
  '; ',
  ' and ',
  'METHODS: ',
  'e\u0301',
  'é',
  'ß',
  '漢字',
  '😀',
  '\\par ',
  '\\input{/etc/passwd}',
  '  ',
  '.',
  '=',
  '|',
  '/',
  '\\\\',
  '{\\',
  '%\n',
  '#x',
  '/10.1000/x',
  '[',
  ']',
  '(',
  ')',
  ':',
  '\u2028',
  '–',
];
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ maxLength: 6 }),
      fc.constantFrom('word', 'Gabapentin', 'p'),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));
const some = fc.option(nasty);

const person = fc
  .record({
    family: nasty,
    given: fc.oneof(nasty, fc.constantFrom('J', 'FM', 'Jean-Marc', 'II')),
    suffix: fc.constantFrom('', 'Jr', '3rd', 'III'),
  })
  .map(personName);

const paper = fc
  .record({
    pmcid: fc.option(fc.integer({ min: 1, max: 99_999_999 }).map((n) => `PMC${n}`)),
    pmid: fc.integer({ min: 1, max: 99_999_999 }).map(String),
    doi: fc.option(nasty.map((tail) => `10.1000/${tail}`)),
    title: nasty.map((text) => `T${text}`),
    abstract: some,
    authors: fc.array(fc.oneof(person, nasty), { maxLength: 4 }),
    journal: some,
    year: fc.option(fc.integer({ min: 1800, max: 2099 })),
    volume: some,
    issue: some,
    pages: fc.oneof(some, fc.constantFrom('12-5', '12--18', 'e1–e4', 'S1-S9, S12')),
    publicationTypes: fc.array(fc.oneof(nasty, fc.constant('Retracted Publication')), {
      maxLength: 2,
    }),
    keywords: fc.array(fc.oneof(nasty, fc.constant('Muscle Relaxants, Central')), { maxLength: 3 }),
    retracted: fc.boolean(),
  })
  .map((draft) => {
    const checked = paperOf(draft);
    if (!checked.ok) throw new Error(checked.reason);
    return checked.paper;
  });

const FORMATS: Readonly<Record<string, (papers: readonly Paper[]) => string>> = {
  RIS: (papers) => papers.map(risRecord).join(''),
  BibTeX: (papers) => papers.map(bibtexEntry).join('\n'),
  'CSL-JSON': (papers) =>
    JSON.stringify(
      papers.map((one, i) => cslItem(one, String(i))),
      null,
      1,
    ),
  'JSON Lines': (papers) => papers.map((one) => `${JSON.stringify(one)}\n`).join(''),
};

describe('a paper that was exported', () => {
  it.each(Object.keys(FORMATS))('comes back the same through %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(paper, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 99 }),
        async (papers, size) => {
          const text = FORMATS[format]?.(papers) ?? '';
          expect(await papersIn(text, { size })).toEqual({ papers, faults: [] });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a paper that was cleaned', () => {
  it('is the same when it is cleaned again', () => {
    fc.assert(
      fc.property(paper, (one) => {
        expect(paperOf(one)).toEqual({ ok: true, paper: one });
      }),
      { numRuns: 2_000 },
    );
  });
});
