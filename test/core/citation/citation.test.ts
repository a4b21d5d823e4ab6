import { describe, expect, it } from 'vitest';
import { authorParts } from '../../../src/core/citation/authorParts.ts';
import { bibtexEntry, bibtexKey } from '../../../src/core/citation/bibtexEntry.ts';
import { type Citable, citableOfStudy } from '../../../src/core/citation/citable.ts';
import { cslItem } from '../../../src/core/citation/cslItem.ts';
import { risRecord } from '../../../src/core/citation/risRecord.ts';
import { vancouver } from '../../../src/core/citation/vancouver.ts';
import { study } from '../../support/study.ts';

const PAPER: Citable = {
  pmcid: '9000001',
  pmid: '90000001',
  doi: '10.1000/cramps.2011',
  title: 'Quinine & cramps: 50% of nights?',
  abstract: 'BACKGROUND: They wake people up.\nRESULTS: p < 0.05.',
  authors: ['de la Cruz JM', 'Smith J Jr', 'Cramps Study Group'],
  journal: 'Journal of invented trials',
  year: 2011,
  volume: '12',
  issue: '3',
  pages: '101-8',
  publicationTypes: ['Randomized Controlled Trial'],
  keywords: ['Muscle Relaxants, Central'],
  retracted: false,
};
const NOTHING: Citable = {
  ...PAPER,
  pmcid: null,
  pmid: null,
  doi: null,
  title: null,
  abstract: null,
  authors: [],
  journal: null,
  year: null,
  volume: null,
  issue: null,
  pages: null,
  publicationTypes: [],
  keywords: [],
};

describe('a name', () => {
  it.each([
    ['Bandini F', { kind: 'person', family: 'Bandini', given: 'F', suffix: null }],
    ['de la Cruz JM', { kind: 'person', family: 'de la Cruz', given: 'JM', suffix: null }],
    ['Smith J Jr', { kind: 'person', family: 'Smith', given: 'J', suffix: 'Jr' }],
    [
      'Müller-Lüdenscheidt ÄÖ',
      { kind: 'person', family: 'Müller-Lüdenscheidt', given: 'ÄÖ', suffix: null },
    ],
    ['Cramps Study Group', { kind: 'group', name: 'Cramps Study Group' }],
    ['MRC CRASH', { kind: 'group', name: 'MRC CRASH' }],
    ['WHO', { kind: 'group', name: 'WHO' }],
    ['', { kind: 'group', name: '' }],
  ])('%s is taken apart where it is a person’s', (name, parts) => {
    expect(authorParts(name)).toEqual(parts);
  });
});

describe('Vancouver', () => {
  it('says all that is known', () => {
    expect(vancouver(PAPER)).toBe(
      'de la Cruz JM, Smith J Jr, Cramps Study Group. Quinine & cramps: 50% of nights? Journal of invented trials. 2011;12(3):101-8. doi:10.1000/cramps.2011. PMID: 90000001. PMCID: PMC9000001.',
    );
  });

  it('names six authors, and that there are others', () => {
    const authors = Array.from({ length: 8 }, (_, i) => `Name ${'ABCDEFGH'[i]}`);
    expect(vancouver({ ...PAPER, authors })).toMatch(/^Name A, .*Name F, et al\. Quinine/);
    expect(vancouver({ ...PAPER, authors: authors.slice(0, 6) })).toMatch(/Name F\. Quinine/);
  });

  it('leaves out what is not known, with the marks around it', () => {
    expect(vancouver({ ...NOTHING, title: 'A title', year: 1999 })).toBe('A title. 1999.');
    expect(vancouver({ ...NOTHING, title: 'A title', volume: '3', pages: 'e1' })).toBe(
      'A title. 3:e1.',
    );
    expect(vancouver({ ...NOTHING, year: 1999, issue: '2' })).toBe('1999;(2).');
    expect(vancouver(NOTHING)).toBe('');
  });

  it('says what was retracted', () => {
    expect(vancouver({ ...PAPER, retracted: true })).toContain('nights? [retracted]. Journal');
  });
});

describe('RIS', () => {
  it('has a line for each fact, and no other', () => {
    expect(risRecord(PAPER).split('\r\n')).toEqual([
      'TY  - JOUR',
      'TI  - Quinine & cramps: 50% of nights?',
      'AU  - de la Cruz, JM',
      'AU  - Smith, J, Jr',
      'AU  - Cramps Study Group',
      'JO  - Journal of invented trials',
      'PY  - 2011',
      'VL  - 12',
      'IS  - 3',
      'SP  - 101',
      'EP  - 8',
      'AB  - BACKGROUND: They wake people up.',
      'AB  - RESULTS: p < 0.05.',
      'KW  - Muscle Relaxants, Central',
      'M3  - Randomized Controlled Trial',
      'DO  - 10.1000/cramps.2011',
      'AN  - 90000001',
      'DB  - PubMed',
      'C2  - PMC9000001',
      'ER  - ',
      '',
    ]);
    expect(risRecord(NOTHING)).toBe('TY  - JOUR\r\nER  - \r\n');
  });

  it('takes no line of a text for one of its own', () => {
    const record = risRecord({ ...PAPER, title: 'A\nER  - \r\nTY  - JOUR', abstract: 'ER  - ' });
    expect(record.match(/^(?:ER|TY) /gm)).toHaveLength(2);
  });
});

describe('BibTeX', () => {
  it('says all that is known, and escapes what TeX would read', () => {
    expect(bibtexEntry(PAPER)).toBe(`@article{delacruz2011-90000001,
  title = {{Quinine \\& cramps: 50\\% of nights?}},
  author = {{de la Cruz}, JM and {Smith}, Jr, J and {Cramps Study Group}},
  journal = {Journal of invented trials},
  year = {2011},
  volume = {12},
  number = {3},
  pages = {101--8},
  doi = {10.1000/cramps.2011},
  pmid = {90000001},
  pmcid = {PMC9000001},
  abstract = {BACKGROUND: They wake people up.\\par RESULTS: p \\textless{} 0.05.},
  keywords = {Muscle Relaxants, Central;},
  publicationtype = {Randomized Controlled Trial;},
}
`);
  });

  it('leaves out what is not known', () => {
    expect(bibtexEntry(NOTHING)).toBe('@article{anonymous,\n}\n');
  });

  it('has a key of plain letters', () => {
    expect(bibtexKey({ ...PAPER, authors: ['Müller Ö'] })).toBe('muller2011-90000001');
    expect(bibtexKey({ ...PAPER, authors: ['王 伟'], pmid: null })).toBe('anonymous2011-9000001');
    expect(bibtexKey({ ...NOTHING, doi: '10.1000/a{b}(c)' })).toBe('anonymous-101000abc');
  });
});

describe('CSL-JSON', () => {
  it('says all that is known, and nothing that is not', () => {
    expect(cslItem(PAPER, 'x')).toEqual({
      id: 'x',
      type: 'article-journal',
      title: 'Quinine & cramps: 50% of nights?',
      author: [
        { family: 'de la Cruz', given: 'JM' },
        { family: 'Smith', given: 'J', suffix: 'Jr' },
        { literal: 'Cramps Study Group' },
      ],
      'container-title': 'Journal of invented trials',
      issued: { 'date-parts': [[2011]] },
      volume: '12',
      issue: '3',
      page: '101-8',
      DOI: '10.1000/cramps.2011',
      PMID: '90000001',
      PMCID: 'PMC9000001',
      abstract: 'BACKGROUND: They wake people up.\nRESULTS: p < 0.05.',
      keyword: 'Muscle Relaxants, Central',
      genre: 'Randomized Controlled Trial',
    });
    expect(cslItem(NOTHING, 'x')).toEqual({ id: 'x', type: 'article-journal' });
  });
});

describe('a study record', () => {
  it('is cited as the paper that it is of', () => {
    const one = study({
      title: 'A trial',
      authors: ['Bandini F'],
      year: 1999,
      journal: 'Eur Neurol',
      ids: { pmid: '1', doi: null },
    });
    expect(vancouver(citableOfStudy(one))).toBe('Bandini F. A trial. Eur Neurol. 1999. PMID: 1.');
  });
});
