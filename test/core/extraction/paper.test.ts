import { describe, expect, it } from 'vitest';
import {
  readBlinding,
  readControl,
  readSpecies,
} from '../../../src/core/extraction/paper/conduct.ts';
import { readDesign } from '../../../src/core/extraction/paper/design.ts';
import { findDoses } from '../../../src/core/extraction/paper/doses.ts';
import { readDuration } from '../../../src/core/extraction/paper/duration.ts';
import { readEnrolled } from '../../../src/core/extraction/paper/enrolled.ts';
import { writeNumbers } from '../../../src/core/extraction/paper/spokenNumbers.ts';
import { readAbstract } from '../../../src/core/extraction/text/readAbstract.ts';

const read = (abstract: string, title: string | null = null) => {
  const { sentences } = readAbstract({ title, abstract });
  const design = readDesign({ publicationTypes: [] }, sentences)?.value ?? null;
  return {
    design,
    blinding: readBlinding(sentences, design)?.value ?? null,
    control: readControl(sentences, design)?.value ?? null,
    species: readSpecies(sentences, design)?.value ?? null,
    enrolled: readEnrolled(sentences)?.value ?? null,
    duration: readDuration(sentences)?.value ?? null,
  };
};

describe('numbers', () => {
  it.each([
    ['twenty-four patients', '24 patients'],
    ['One hundred and eighty six of them', '186 of them'],
    ['two thousand three hundred', '2300'],
    ['1,242 women', '1242 women'],
    ['4 198 people', '4198 people'],
    ['in 2012 205 residents', 'in 2012 205 residents'],
    ['one of them', 'one of them'],
    ['3.5 points, 12,5', '3.5 points, 12,5'],
  ])('"%s" is "%s"', (spoken, written) => expect(writeNumbers(spoken)).toBe(written));

  it.each([
    ['METHODS: A total of 1,066 patients were randomised to quinine or placebo.', 1066],
    ['METHODS: Twenty-four women with cramps were randomly assigned to two groups.', 24],
    ['METHODS: We enrolled n = 24 patients (12 per group).', 24],
    ['METHODS: Of 120 patients who enrolled, 115 completed the study.', 120],
    [
      'METHODS: 124 patients were screened. 62 patients were randomised and divided into 2 groups.',
      62,
    ],
    [
      'METHODS: Patients were randomised to rilonacept (n = 74), placebo (n = 76) or both (n = 75).',
      225,
    ],
    ['METHODS: 102 were randomised to the intervention and 103 to the control arm.', 205],
    [
      'METHODS: Workers (N = 638) were assigned to a programme (N = 320) or usual care (N = 318).',
      638,
    ],
    ['METHODS: 170 patients will be recruited.', null],
    ['METHODS: Patients were treated for 12 weeks with 300 mg.', null],
    ['', null],
  ])('of people enrolled: %s', (abstract, enrolled) => {
    expect(read(abstract).enrolled).toBe(enrolled);
  });
});

describe('design and conduct', () => {
  it.each([
    [
      'METHODS: In this randomised, double-blind, placebo-controlled trial patients received quinine or placebo.',
      'rct-parallel',
      'double',
      'placebo',
    ],
    [
      'METHODS: A randomised crossover trial in patients with a washout of 2 weeks; double-dummy.',
      'rct-crossover',
      'double',
      null,
    ],
    [
      'METHODS: Patients were randomly allocated to surgery or usual care; the assessors were blinded.',
      'rct-parallel',
      'single',
      'usual-care',
    ],
    [
      'METHODS: An open-label randomised trial in patients of botulinum toxin versus baclofen.',
      'rct-parallel',
      'none',
      'active',
    ],
    [
      'METHODS: A non-randomised trial: 20 patients in the intervention group and 20 who received no treatment.',
      'nonrandomised-trial',
      null,
      'none',
    ],
    [
      'METHODS: Records of 80 patients were studied in a retrospective cohort.',
      'cohort',
      null,
      null,
    ],
    [
      'METHODS: We did a systematic review and meta-analysis of trials. We conducted a meta-analysis.',
      'meta-analysis',
      null,
      null,
    ],
    ['METHODS: A qualitative study with focus groups of patients.', null, null, null],
    ['Randomised trials are needed. This article gives an overview.', null, null, null],
    ['', null, null, null],
  ])('%s', (abstract, design, blinding, control) => {
    expect(read(abstract)).toMatchObject({ design, blinding, control });
  });

  it('is that of animals where animals were studied', () => {
    expect(
      read(
        'METHODS: Forty male rats were randomly assigned to baclofen or saline.',
        'Baclofen in rats',
      ),
    ).toMatchObject({ design: 'animal', species: 'rat' });
    expect(
      read(
        'METHODS: Mice and rats were bought for patients.',
        'Therapy dogs visiting patients: a randomised trial',
      ).species,
    ).toBe('human');
  });

  it('comes from the type of publication where that is given', () => {
    const { sentences } = readAbstract({ title: 'Quinine for cramps', abstract: null });
    expect(
      readDesign({ publicationTypes: ['Journal Article', 'Meta-Analysis'] }, sentences)?.value,
    ).toBe('meta-analysis');
  });
});

describe('doses', () => {
  it.each([
    ['gabapentin 300-900 mg/day', { min: 300, max: 900, unit: 'mg/day' }],
    ['gabapentin 300 mg to 900 mg daily', { min: 300, max: 900, unit: 'mg/day' }],
    ['clonidine 2 μg/kg', { min: 2, max: 2, unit: 'mcg/kg' }],
    ['clonidine 2 mcg/kg', { min: 2, max: 2, unit: 'mcg/kg' }],
    ['vitamin D 1,000 IU daily', { min: 1000, max: 1000, unit: 'IU/day' }],
    ['baclofen 5 mg twice daily', { min: 5, max: 5, unit: 'mg twice daily' }],
    ['baclofen 10 mg tid', { min: 10, max: 10, unit: 'mg 3 times daily' }],
    ['2.5 mg/kg per day', { min: 2.5, max: 2.5, unit: 'mg/kg/day' }],
    ['oxytocin 0.5 g once a day', { min: 0.5, max: 0.5, unit: 'g/day' }],
  ])('%s', (text, dose) => {
    expect(findDoses(text).map((found) => found.dose)).toEqual([dose]);
  });

  it.each(['a weight of 72 kg', 'LDL of 120 mg/dL', 'after 12 weeks', 'IL-6', ''])(
    'none in "%s"',
    (text) => {
      expect(findDoses(text)).toEqual([]);
    },
  );
});

describe('duration', () => {
  it.each([
    ['METHODS: Patients received quinine for four weeks.', '4 weeks'],
    ['METHODS: This 12-week double-blind trial compared quinine with placebo.', '12 weeks'],
    ['METHODS: Patients aged 18 years or older were seen.', null],
  ])('%s', (abstract, duration) => expect(read(abstract).duration).toBe(duration));
});
