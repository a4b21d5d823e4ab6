import { describe, expect, it } from 'vitest';
import { Intervention } from '../../src/core/domain/concept.ts';
import { isIssn, isOrcid } from '../../src/library/checkDigits.ts';
import { findCountFaults } from '../../src/library/countFaults.ts';
import { findDoseFaults } from '../../src/library/doseFaults.ts';
import { findDurationFaults } from '../../src/library/durationFaults.ts';
import { findIdentifierFaults } from '../../src/library/identifierFaults.ts';
import { findPercentFaults } from '../../src/library/percentFaults.ts';
import { findStatisticFaults } from '../../src/library/statisticFaults.ts';
import { finding, study } from '../support/study.ts';

const messages = (faults: readonly { message: string }[]): string[] =>
  faults.map(({ message }) => message);

describe('a PMID', () => {
  const faultsOf = (pmid: string, year: number | null, read = '2026-11-22') =>
    messages(
      findIdentifierFaults(
        study({
          ids: { pmid, doi: null },
          year,
          sources: [{ url: 'https://example.org/', read, supports: ['findings'] }],
        }),
      ),
    );

  it.each([
    { pmid: '362234', year: 1978 },
    { pmid: '22909270', year: 2015 },
    // An old paper may be numbered late.
    { pmid: '34719399', year: 1960 },
    { pmid: '1105499', year: null },
    { pmid: '43000000', year: 2026 },
  ])('$pmid can be of a paper of $year', ({ pmid, year }) => {
    expect(faultsOf(pmid, year)).toEqual([]);
  });

  it.each([
    { pmid: '1234567', year: 2020, told: /given out by 2000, and the paper is of 2020/ },
    { pmid: '17000000', year: 2024, told: /given out by 2006/ },
    { pmid: '99999999', year: 2020, told: /not come to the number 99999999/ },
  ])('$pmid cannot be of a paper of $year', ({ pmid, year, told }) => {
    expect(faultsOf(pmid, year)).toEqual([expect.stringMatching(told)]);
  });

  it('may be a larger one in later years of reading', () => {
    expect(faultsOf('50000000', 2031, '2026-11-22')).toHaveLength(1);
    expect(faultsOf('50000000', 2031, '2031-11-22')).toEqual([]);
  });
});

describe('a DOI', () => {
  const faultsOf = (doi: string) =>
    messages(findIdentifierFaults(study({ ids: { pmid: null, doi } })));

  it.each([
    '10.1016/s0304-3959(97)00104-8',
    '10.1111/j.1600-0404.1992.tb03995.x',
    '10.1002/(SICI)1097-4598(199711)20:11<1453::AID-MUS14>3.0.CO;2-6',
    '10.1002/14651858.CD004899.pub3',
    '10.1002/14651858.CD001131',
    '10.2490/jjrmc.47.626',
    '10.3390/toxins13060428',
    '10.12688/f1000research.12345.2',
  ])('%s is one', (doi) => {
    expect(faultsOf(doi)).toEqual([]);
  });

  it.each([
    { doi: '10.1038/sj.sc.3100481.', told: /punctuation/ },
    { doi: '10.1038/sj.sc.3100481,', told: /punctuation/ },
    { doi: '10.3390/toxins13060428?type=check', told: /web address/ },
    { doi: '10.1016/s0304-3959%2897%2900104-8', told: /web address/ },
    { doi: '10.1111/ene.13950/full', told: /publisher’s web address/ },
    { doi: '10.1212/wnl.53.7.1439.pdf', told: /publisher’s web address/ },
    { doi: '10.1101/2020.01.02.123456v2', told: /version of a preprint/ },
    { doi: '10.1002/14651858.CD00489.pub3', told: /Cochrane/ },
    { doi: '10.1002/14651858.CD004899.pub3.', told: /punctuation|Cochrane/ },
    { doi: '10.1007/s00415–010–5526–3', told: /long dash/ },
    { doi: '10.1016/s0304-3959(97', told: /bracket/ },
    { doi: '10.1016/s0304-3958(97)00104-8', told: /ISSN 0304-3958.*check digit/ },
    { doi: '10.1111/j.1600-0440.1992.tb03995.x', told: /ISSN 1600-0440/ },
  ])('$doi is none', ({ doi, told }) => {
    const found = faultsOf(doi);
    expect(found.length).toBeGreaterThan(0);
    for (const message of found) expect(message).toContain(doi);
    expect(found.join(' ')).toMatch(told);
  });
});

describe('check digits', () => {
  it('of an ISSN, with X for ten', () => {
    expect(['0304-3959', '2434-561X', '03043959'].map(isIssn)).toEqual([true, true, true]);
    expect(['0304-3950', '0340-3959', '2434-5610', '', 'abcd-efgh'].map(isIssn)).toEqual(
      Array(5).fill(false),
    );
  });

  it('of an ORCID iD, with X for ten', () => {
    expect(['0000-0002-1825-0097', '0000-0002-1694-233X'].map(isOrcid)).toEqual([true, true]);
    expect(['0000-0002-1825-0079', '0000-0002-1694-2333', ''].map(isOrcid)).toEqual(
      Array(3).fill(false),
    );
  });
});

describe('a page of another paper', () => {
  const faultsOf = (url: string, supports: string[]) =>
    findIdentifierFaults(
      study({
        ids: { pmid: '33211908', doi: '10.1002/14651858.CD004899.pub3' },
        sources: [{ url, read: '2026-11-22', supports }],
      }),
    );

  it.each(['https://pubmed.ncbi.nlm.nih.gov/33211909/', 'https://doi.org/10.1002/other'])(
    'is reported where it supports the title: %s',
    (url) => {
      expect(faultsOf(url, ['title', 'findings'])).toEqual([
        expect.objectContaining({ path: ['sources', 0, 'url'] }),
      ]);
      expect(faultsOf(url, ['findings'])).toEqual([]);
    },
  );

  it.each([
    'https://pubmed.ncbi.nlm.nih.gov/33211908/',
    'https://doi.org/10.1002/14651858.cd004899.PUB3',
    'https://example.org/33211909/',
  ])('is none of these: %s', (url) => {
    expect(faultsOf(url, ['title', 'ids'])).toEqual([]);
  });
});

describe('a registry number', () => {
  it.each(['NCT1234567', 'NCT 12345678', 'ISRCTN123', '0000-0002-1825-0079'])(
    'that is not whole is reported: %s',
    (number) => {
      expect(findIdentifierFaults(study({ limitations: [`Registered as ${number}`] }))).toEqual([
        expect.objectContaining({
          path: ['limitations', 0],
          message: expect.stringContaining(number),
        }),
      ]);
    },
  );

  it('that is whole is none', () => {
    const limitations = ['NCT12345678 and ISRCTN12345678', 'by 0000-0002-1825-0097', 'nct04462796'];
    expect(findIdentifierFaults(study({ limitations }))).toEqual([]);
  });
});

describe('counts', () => {
  it.each([
    {
      what: 'more in an arm than in the study',
      record: study({
        interventions: [
          { id: 'gabapentin', dose: null, duration: null, exposure_days: null, people: 51 },
        ],
      }),
      path: ['interventions', 0, 'people'],
    },
    {
      what: 'a case report of a hundred',
      record: study({ design: 'case-report', population: { enrolled: 100, analysed: null } }),
      path: ['design'],
    },
    {
      what: 'a retraction before the paper',
      record: study({ retraction: { date: '2019-12-31', reason: 'x', url: 'https://e.org/' } }),
      path: ['retraction', 'date'],
    },
    {
      what: 'a retraction after the reading',
      record: study({ retraction: { date: '2027-01-01', reason: 'x', url: 'https://e.org/' } }),
      path: ['retraction', 'date'],
    },
    { what: 'a year after the reading', record: study({ year: 2028 }), path: ['year'] },
  ])('that cannot be: $what', ({ record, path }) => {
    expect(findCountFaults(record).map((fault) => fault.path)).toEqual([path]);
  });

  it('that can: the volume of next year, an arm of all, unknown numbers', () => {
    expect(findCountFaults(study({ year: 2027 }))).toEqual([]);
    const unknown = { enrolled: null, analysed: null };
    const people = {
      id: 'gabapentin',
      dose: null,
      duration: null,
      exposure_days: null,
      people: 50,
    };
    expect(findCountFaults(study({ interventions: [people] }))).toEqual([]);
    expect(findCountFaults(study({ interventions: [people], population: unknown }))).toEqual([]);
  });
});

describe('percentages and shares in words', () => {
  const faultsOf = (summary: string) =>
    findPercentFaults(study({ findings: [finding({ summary })] }));

  it.each([
    '150% of people were better.',
    'Better in 100.5 per cent.',
    '25 of 24 were better.',
    'It was gone in 12 of 15 people (60%).',
    'Some 3 of 4 (57%).',
  ])('that cannot be are reported: %s', (summary) => {
    expect(faultsOf(summary)).toEqual([
      expect.objectContaining({ path: ['findings', 0, 'summary'] }),
    ]);
  });

  it.each([
    '100% were better.',
    'Walking distance rose by 150%.',
    'Twelve, that is 12 of 15 people (80%), were better.',
    '23 of 33 (69.7%), 1 of 3 (33%) and 2 of 3 (67%).',
    '454 of 1000 people.',
    '57 of 77 lived, against 45 of 78 on placebo (74% against 58%).',
    'On day 3 of 14 nothing differed.',
    'Scores of 10 of 10.',
    '5 of 1,000 people.',
    'A 95% interval.',
  ])('that can are not: %s', (summary) => {
    expect(faultsOf(summary)).toEqual([]);
  });
});

describe('statistics', () => {
  const faultsOf = (statistic: object, parts: object = {}) =>
    findStatisticFaults(study({ findings: [finding({ statistic, ...parts })] }));

  it.each([
    { p: '0.03' },
    { p: '<.001' },
    { p: '≤0.05' },
    { p: '>=0.09', direction: 'no-difference' },
    { p: '0.433 (60 minutes), 0.217 (8 hours)', direction: 'no-difference' },
    { p: '0.0002 (15 U/kg), 0.003 (10 U/kg)' },
    { p: '1.0', direction: 'no-difference' },
    { p: 'between 0.05 and 0.10', direction: 'no-difference' },
    { ci: '-0.84 to 0.49', effect: '0.18 fewer a week' },
    { ci: '95% CI −0.83 to −0.63', effect: 'standardised mean difference −0.73' },
    { ci: '95% CI 10.4-25.0', effect: 'regression coefficient 17.8' },
    { ci: '95% CI 0.02-0.41', effect: '38% against 16%' },
    { ci: '7-12 v. 0-5', effect: '8 v. 3 fewer cramps' },
    { ci: '-0.133 to 0.875 (2.5% and 97.5% quantiles)', effect: '0.345' },
    { ci: '95.1% CI -1.0000 to -0.1667', effect: 'estimate -0.667', p: '0.0140' },
    { ci: '0.6 to 2.9', effect: 'odds ratio 1.3', p: '0.527', direction: 'no-difference' },
    { ci: '0.09 to 1.00', effect: 'odds ratio 0.30', p: '0.05' },
    { ci: '99% CI -0.2 to 2', effect: 'difference 1', p: '0.02' },
    { ci: 'not stated', effect: null },
    { ci: null, effect: '12.53 to 0.6 a week' },
  ])('that can be are none: $p $ci $effect', ({ direction = 'improved', ...statistic }) => {
    expect(faultsOf(statistic, { direction })).toEqual([]);
  });

  it.each([
    { statistic: { p: '1.3' }, at: 'p' },
    { statistic: { p: '5' }, at: 'p' },
    { statistic: { p: 'significant' }, at: 'p' },
    { statistic: { p: '-0.03' }, at: 'p' },
    { statistic: { p: '0.03 and 1.2' }, at: 'p' },
    { statistic: { p: '0,03' }, at: 'p' },
    { statistic: { ci: '0.56 to 0.15', effect: 'odds ratio 0.29' }, at: 'ci' },
    { statistic: { ci: '95% CI 0.5 to 0.5' }, at: 'ci' },
    { statistic: { ci: '0.15 to 0.56', effect: 'odds ratio 2.9' }, at: 'ci' },
    { statistic: { ci: '95% CI 1.2 to 2.4', effect: 'odds ratio 1.7', p: '0.3' }, at: 'ci' },
    {
      statistic: { ci: '95% CI -1 to 2', effect: 'mean difference 0.6', p: '0.003' },
      at: 'ci',
    },
  ])('that cannot be are reported: $statistic', ({ statistic, at }) => {
    const found = faultsOf(statistic, { versus: 'baseline' });
    expect(found.map(({ path }) => path)).toEqual([['findings', 0, 'statistic', at]]);
  });

  it('tell of a direction that p does not bear out, against none alone', () => {
    const told = [['findings', 0, 'direction']];
    const paths = (p: string, parts: object) => faultsOf({ p }, parts).map(({ path }) => path);
    expect(paths('0.4', { direction: 'improved' })).toEqual(told);
    expect(paths('0.001', { direction: 'no-difference' })).toEqual(told);
    expect(paths('0.06', { direction: 'improved' })).toEqual([]);
    expect(paths('>0.05', { direction: 'improved' })).toEqual([]);
    expect(paths('0.4', { direction: 'improved', versus: 'active' })).toEqual([]);
  });
});

describe('doses', () => {
  const usual = { dose: { min: 900, max: 3600, unit: 'mg/day' }, basis: 'a label' };
  const gabapentin = Intervention.parse({
    id: 'gabapentin',
    label: 'gabapentin',
    mesh: null,
    kind: 'drug',
    rxnorm: null,
    usual_dose: { ...usual, url: 'https://example.org/', read: '2026-11-22' },
  });
  const faultsOf = (dose: object, parts: object = {}) =>
    findDoseFaults(
      study({
        interventions: [{ id: 'gabapentin', dose, duration: null, exposure_days: null }],
        ...parts,
      }),
      new Map([['gabapentin', gabapentin]]),
    );

  it.each([
    { min: 36001, max: 36001, unit: 'mg/day' },
    { min: null, max: 40, unit: 'g/day' },
    { min: 10, max: 50, unit: 'mg/day' },
    { min: 900, max: 3600, unit: 'micrograms/day' },
    { min: 40000, max: null, unit: 'mg/24 h' },
  ])('ten times outside the label are reported: $min to $max $unit', (dose) => {
    expect(faultsOf(dose)).toEqual([
      expect.objectContaining({ path: ['interventions', 0, 'dose'] }),
    ]);
  });

  it.each([
    { min: 300, max: 4800, unit: 'mg/day' },
    { min: 0.9, max: 3.6, unit: 'g/day' },
    { min: 60, max: 60, unit: 'mg/kg' },
    { min: 60, max: 60, unit: 'mg/kg/day' },
    { min: 10, max: 10, unit: 'mg per dialysis session' },
    { min: 1, max: null, unit: 'mg/day' },
  ])('near it, or in units of no label, are not: $min to $max $unit', (dose) => {
    expect(faultsOf(dose)).toEqual([]);
  });

  it('are left to a record that speaks of them, to animals, and without a label', () => {
    const dose = { min: 50000, max: 50000, unit: 'mg/day' };
    expect(faultsOf(dose)).toHaveLength(1);
    expect(faultsOf(dose, { limitations: ['The dose was far above the label'] })).toEqual([]);
    expect(faultsOf(dose, { population: { species: 'rat' } })).toEqual([]);
    expect(
      findDoseFaults(
        study({ interventions: [{ id: 'gabapentin', dose, duration: null, exposure_days: null }] }),
        new Map(),
      ),
    ).toEqual([]);
  });
});

describe('days of treatment', () => {
  const faultsOf = (duration: string | null, exposure_days: number | null) =>
    findDurationFaults(
      study({ interventions: [{ id: 'gabapentin', dose: null, duration, exposure_days }] }),
    );

  it.each([
    { duration: '8 weeks', days: 56 },
    { duration: 'one month', days: 30 },
    { duration: '3 months', days: 90 },
    { duration: '48 hours per arm, 11-day washout', days: 2 },
    { duration: '3 weeks of titration, then 9 weeks', days: 84 },
    { duration: '5 to 14 days', days: 10 },
    { duration: 'assessed at weeks 4 and 12', days: 84 },
    { duration: 'single dose', days: 1 },
    { duration: 'eight successive sessions', days: 8 },
    { duration: 'up to 12 months', days: 365 },
    { duration: '1 year', days: 365 },
    { duration: 'mean 37.4 months (9 to 72)', days: 1138 },
    { duration: '8 weeks', days: null },
    { duration: null, days: 56 },
  ])('follow from "$duration": $days', ({ duration, days }) => {
    expect(faultsOf(duration, days)).toEqual([]);
  });

  it.each([
    { duration: '8 weeks', days: 65 },
    { duration: '8 weeks', days: 8 },
    { duration: '48 hours', days: 48 },
    { duration: '6 months', days: 42 },
    { duration: 'long', days: 42 },
    { duration: '5 to 14 days', days: 28 },
    { duration: 'single dose, followed for 12 weeks', days: 30 },
  ])('do not follow from "$duration": $days', ({ duration, days }) => {
    expect(faultsOf(duration, days)).toEqual([
      expect.objectContaining({ path: ['interventions', 0, 'exposure_days'] }),
    ]);
  });
});
