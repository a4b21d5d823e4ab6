import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { papersIn } from './papersIn.ts';

const fixture = (name: string): Buffer =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url));

/** Pieces so small that every mark is torn once. */
const SIZES = [7, 64 * 1024];

describe('PubMed XML', () => {
  it.each(SIZES)('is read in pieces of %i bytes', async (size) => {
    const { papers, faults } = await papersIn(fixture('pubmed.xml'), { size });
    expect(faults).toEqual([]);
    expect(papers).toHaveLength(3);
    expect(papers[0]).toEqual({
      pmcid: '9000001',
      pmid: '90000001',
      doi: '10.1000/cramps.2011',
      title: 'Quinine against cramps at night: a trial of H2O & salt',
      abstract:
        'BACKGROUND: Cramps wake people up.\nRESULTS: Of 40 people, 22 had fewer cramps (p < 0.05).',
      authors: ['de la Cruz JM', 'Smith J Jr', 'Cramps Study Group Lower Saxony'],
      journal: 'Journal of invented trials',
      year: 2011,
      volume: '12',
      issue: '3',
      pages: '101-8',
      publicationTypes: ['Journal Article', 'Randomized Controlled Trial'],
      keywords: ['night cramps', 'Muscle Cramp', 'Neuromuscular Blocking Agents'],
      retracted: false,
    });
    expect(papers[1]).toMatchObject({ pmid: '90000002', year: 1998, retracted: true, doi: null });
    expect(papers[2]).toMatchObject({
      pmid: '90000003',
      title: 'Cramps: a report',
      authors: ['Roe A'],
      abstract: 'What was found.',
      year: 2005,
    });
  });
});

describe('MEDLINE', () => {
  it.each(SIZES)('is read in pieces of %i bytes', async (size) => {
    const { papers, faults } = await papersIn(fixture('medline.nbib'), { size });
    expect(faults).toEqual([]);
    expect(papers[0]).toEqual({
      pmcid: '9000001',
      pmid: '90000001',
      doi: '10.1000/cramps.2011',
      title:
        'Quinine against cramps at night: a trial of a title that is long enough to be put on two lines',
      abstract:
        'BACKGROUND: Cramps wake people up. IL-6 was not measured.\nRESULTS: Of 40 people, 22 had fewer cramps.',
      authors: ['de la Cruz JM', 'Smith J Jr', 'Cramps Study Group'],
      journal: 'Journal of invented trials',
      year: 2011,
      volume: '12',
      issue: '3',
      pages: '101-8',
      publicationTypes: ['Journal Article', 'Randomized Controlled Trial'],
      keywords: ['night cramps', 'Muscle Cramp'],
      retracted: false,
    });
    expect(papers[1]).toMatchObject({ pmid: '90000002', retracted: true });
    expect(papers).toHaveLength(2);
  });
});

describe('RIS', () => {
  it.each(SIZES)('is read in pieces of %i bytes', async (size) => {
    const { papers, faults } = await papersIn(fixture('references.ris'), { size });
    expect(papers).toHaveLength(2);
    expect(papers[0]).toMatchObject({
      pmcid: '9000001',
      pmid: '90000001',
      doi: '10.1000/cramps.2011',
      abstract: 'Cramps wake people up. IL-6 was not measured.',
      authors: ['de la Cruz JM', 'Smith J Jr', 'Cramps Study Group'],
      journal: 'Journal of invented trials',
      year: 2011,
      pages: '101-108',
      keywords: ['Muscle Cramp', 'night cramps'],
    });
    expect(papers[1]).toMatchObject({
      pmid: '90000004',
      title: 'Known by its address',
      year: 2001,
    });
    expect(faults).toEqual([{ place: 'record 3, line 32', reason: 'It has no title.' }]);
  });
});

describe('BibTeX', () => {
  it.each(SIZES)('is read in pieces of %i bytes', async (size) => {
    const { papers, faults } = await papersIn(fixture('references.bib'), { size });
    expect(papers[0]).toMatchObject({
      doi: '10.1000/cramps_2011',
      title: 'Quinine against cramps: α and 50% of nights',
      authors: ['de la Cruz JM', 'Smith J Jr', 'Cramps Study Group'],
      journal: 'Journal of Invented Trials & Errors',
      abstract: 'It cost $5 (p<0.05).\nSecond paragraph.',
      year: 2011,
      pages: '101-108',
      keywords: ['Muscle Cramp', 'night cramps'],
    });
    expect(papers[1]).toMatchObject({ pmid: '90000004', authors: ['Roe A'], year: 2001 });
    expect(papers[2]).toMatchObject({ doi: '10.1000/last' });
    expect(papers).toHaveLength(3);
    expect(faults).toEqual([
      { place: 'record 5, line 28', reason: expect.stringMatching(/braces do not match/) },
      { place: 'record 6, line 30', reason: 'It has no title.' },
    ]);
  });
});

describe('PMC article XML', () => {
  it.each(SIZES)('is read in pieces of %i bytes', async (size) => {
    const { papers, faults } = await papersIn(fixture('article.nxml'), { size });
    expect(faults).toEqual([]);
    expect(papers).toEqual([
      {
        pmcid: '9000001',
        pmid: '90000001',
        doi: '10.1000/cramps.2011',
        title: 'Quinine against cramps: a trial',
        abstract:
          'BACKGROUND: Cramps wake people up.\nRESULTS: Of 40 people, 22 had fewer cramps (p < 0.05).',
        authors: ['de la Cruz JM', 'Smith J Jr', 'Cramps Study Group'],
        journal: 'Journal of Invented Trials',
        year: 2011,
        volume: '12',
        issue: '3',
        pages: '101-108',
        publicationTypes: ['Research Article'],
        keywords: ['night cramps', 'quinine'],
        retracted: false,
      },
    ]);
  });

  it('is read from a set of many, as PMC gives them', async () => {
    const one = fixture('article.nxml')
      .toString()
      .replace(/^.*?(?=<article )/s, '');
    const { papers } = await papersIn(`<pmc-articleset>${one}${one}</pmc-articleset>`);
    expect(papers).toHaveLength(2);
  });
});

describe('Europe PMC JSON', () => {
  it.each(SIZES)('is read in pieces of %i bytes', async (size) => {
    const { papers, faults } = await papersIn(fixture('europePmc.json'), { size });
    expect(faults).toEqual([]);
    expect(papers[0]).toEqual({
      pmcid: '9000001',
      pmid: '90000001',
      doi: '10.1000/cramps.2011',
      title: 'Quinine against cramps at night & by day',
      abstract:
        'BACKGROUND: Cramps wake people up.\nRESULTS: Of 40 people, 22 had fewer cramps (p<0.05).',
      authors: ['de la Cruz JM', 'Cramps Study Group'],
      journal: 'Journal of invented trials',
      year: 2011,
      volume: '12',
      issue: '3',
      pages: '101-8',
      publicationTypes: ['Journal Article', 'Randomized Controlled Trial'],
      keywords: ['night cramps', 'Muscle Cramp'],
      retracted: false,
    });
    expect(papers[1]).toMatchObject({ pmid: '90000002', authors: ['Roe A'], retracted: true });
  });
});

describe('JSON Lines', () => {
  it.each(SIZES)('are read in pieces of %i bytes', async (size) => {
    const { papers, faults } = await papersIn(fixture('papers.jsonl'), { size });
    expect(papers[0]).toEqual({
      pmcid: '9000001',
      pmid: '90000001',
      doi: '10.1000/cramps.2011',
      title: 'Quinine against cramps',
      abstract: 'BACKGROUND: Cramps wake people up.\nRESULTS: 22 of 40.',
      authors: ['de la Cruz JM', 'Smith J Jr'],
      journal: 'Journal of invented trials',
      year: 2011,
      volume: null,
      issue: null,
      pages: null,
      publicationTypes: ['Research Article'],
      keywords: ['night cramps'],
      retracted: false,
    });
    expect(papers[1]).toMatchObject({
      pmid: '90000002',
      authors: ['Roe A', 'Cramps Study Group'],
      year: 1998,
    });
    expect(papers[2]).toMatchObject({
      title: 'Without a number',
      pmid: null,
      pmcid: null,
      doi: null,
    });
    expect(faults).toEqual([
      { place: 'line 3', reason: 'It is not valid JSON.' },
      { place: 'line 5', reason: 'It has no title.' },
    ]);
  });

  it('may be an array of such objects as well', async () => {
    const { papers } = await papersIn(
      '[ {"pmid":"1","title":"A"},\n{"pmid":"2","title":"B {\\"[}"} ]',
    );
    expect(papers.map(({ title }) => title)).toEqual(['A', 'B {"[}']);
  });
});
