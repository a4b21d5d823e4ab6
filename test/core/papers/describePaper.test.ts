import { describe, expect, it } from 'vitest';
import { ExtractedPaper } from '../../../src/core/domain/extractedPaper.ts';
import { describePaper } from '../../../src/core/papers/describePaper.ts';
import { extraction, finding, read } from '../../support/extraction.ts';
import { paper } from '../../support/paper.ts';

const READ = extraction({
  design: read('rct-parallel'),
  species: read('human'),
  enrolled: read(84, 'We enrolled 84.'),
  arms: [
    {
      name: 'gabapentin',
      intervention: 'gabapentin',
      dose: read({ min: 300, max: 900, unit: 'mg/day' }, 'Up to 900.'),
    },
  ],
  findings: [
    finding('pain', { intervention: { text: 'baclofen', id: 'baclofen' } }),
    finding('sleep', { change: read('no significant difference', 'Sleep did not differ.') }),
  ],
});
const told = { origin: 'server', review: 'unreviewed' } as const;

describe('a paper as answers show it', () => {
  it('holds each figure with its sentence, and keeps the contract', () => {
    const shown = describePaper(paper({ pmid: '7' }), { extraction: READ, corrections: [] }, told);
    expect(ExtractedPaper.parse(shown)).toEqual(shown);
    expect(shown).toMatchObject({
      status: 'extracted',
      id: '7',
      citation: 'Roe A, Doe B, et al. Journal of Invented Trials 2021',
      url: 'https://pubmed.ncbi.nlm.nih.gov/7/',
      enrolled: { value: 84, sentence: 'We enrolled 84.', confidence: 0.9 },
      doses: [{ arm: 'gabapentin', dose: { value: '300 to 900 mg/day', sentence: 'Up to 900.' } }],
    });
    expect(shown.findings.map(({ outcome }) => outcome)).toEqual(['pain', 'sleep']);
  });

  it('does not say its title twice where nobody is named', () => {
    const shown = describePaper(
      paper({ authors: [], title: 'A trial' }),
      { extraction: READ, corrections: [] },
      told,
    );
    expect(shown.title).toBe('A trial');
    expect(shown.citation).toBe('Authors not known. Journal of Invented Trials 2021');
  });

  it('has what was asked about first', () => {
    const { findings } = describePaper(
      paper(),
      { extraction: READ, corrections: [] },
      { ...told, asked: ['gabapentin'] },
    );
    expect(findings.map(({ outcome }) => outcome)).toEqual(['sleep', 'pain']);
  });

  it('has what was put right without a sentence, and not what was taken out', () => {
    const shown = describePaper(
      paper(),
      {
        extraction: READ,
        corrections: [
          { what: 'design', to: null },
          { what: 'enrolled', to: 5 },
          { what: 'dose', arm: 0, to: { min: 1, max: 1, unit: 'g' } },
          { what: 'finding', finding: 0, to: null },
          { what: 'finding', finding: 1, to: 'significantly increased' },
        ],
      },
      { ...told, review: 'corrected' },
    );
    expect(shown.design).toBeNull();
    expect(shown.enrolled).toEqual({ value: 5, sentence: null, confidence: null });
    expect(shown.doses[0]?.dose).toEqual({ value: '1 g', sentence: null, confidence: null });
    expect(shown.findings).toMatchObject([
      { outcome: 'sleep', change: { value: 'significantly increased', sentence: null } },
    ]);
  });

  it.each([
    [{ pmid: '7', pmcid: '8', doi: '10.1000/x' }, 'https://pubmed.ncbi.nlm.nih.gov/7/'],
    [{ pmcid: '8', doi: '10.1000/x' }, 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8/'],
    [{ doi: '10.1000/x' }, 'https://doi.org/10.1000/x'],
    [{}, null],
  ])('leads where it can be opened: %j', (ids, url) => {
    expect(describePaper(paper(ids), { extraction: READ, corrections: [] }, told).url).toBe(url);
  });

  it('is of a size that can be shown, whatever the paper holds', () => {
    const long = 'x𝔊'.repeat(50_000);
    const many = extraction({
      ...READ,
      enrolled: read(1, long),
      arms: Array.from({ length: 500 }, () => ({
        name: long,
        intervention: null,
        dose: read({ min: 1, max: 1, unit: long }, long),
      })),
      findings: Array.from({ length: 500 }, () =>
        finding(long, { comparator: long, change: read('significantly increased', long) }),
      ),
    });
    const shown = describePaper(
      paper({ title: long, journal: long, authors: Array.from({ length: 900 }, () => long) }),
      { extraction: many, corrections: [] },
      told,
    );
    expect(JSON.stringify(shown).length).toBeLessThan(40_000);
    expect(JSON.stringify(shown).isWellFormed()).toBe(true);
  });
});
