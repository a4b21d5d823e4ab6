import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPaperId, wordPaperId } from '../../../src/core/domain/paperId.ts';

describe('an id of a paper', () => {
  it.each([
    ['9347598', { kind: 'pmid', value: '9347598' }],
    [' PMID: 9347598 ', { kind: 'pmid', value: '9347598' }],
    ['https://pubmed.ncbi.nlm.nih.gov/9347598/', { kind: 'pmid', value: '9347598' }],
    ['PMC101395', { kind: 'pmcid', value: '101395' }],
    ['pmcid: pmc101395', { kind: 'pmcid', value: '101395' }],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC101395/', { kind: 'pmcid', value: '101395' }],
    ['10.1000/AbC', { kind: 'doi', value: '10.1000/abc' }],
    ['doi:10.1000/abc.', { kind: 'doi', value: '10.1000/abc' }],
    [
      'https://doi.org/10.1002/(sici)1097-4598(199709)20:9',
      { kind: 'doi', value: '10.1002/(sici)1097-4598(199709)20:9' },
    ],
  ])('%s is read', (text, id) => {
    expect(readPaperId(text)).toEqual(id);
  });

  it.each([
    '',
    'gabapentin',
    '0',
    '-5',
    '12345678901',
    '10.1000/',
    '10.1/x',
    'PMC',
    '1 OR 1=1',
    '10.1000/a"b',
  ])('%j is none', (text) => {
    expect(readPaperId(text)).toBeNull();
  });

  it('is read again from its words, whatever it was read from', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.nat().map(String),
          fc.string().map((tail) => `10.1000/${tail}`),
        ),
        (text) => {
          const id = readPaperId(text);
          if (id) expect(readPaperId(wordPaperId(id))).toEqual(id);
        },
      ),
    );
  });
});
