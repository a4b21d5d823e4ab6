import { describe, expect, it } from 'vitest';
import type { Filters } from '../../../src/core/domain/question.ts';
import { hasFilters, NO_FILTERS } from '../../../src/core/question/filters.ts';
import { parse, THIS_YEAR } from './understand.ts';

const filtersOf = (text: string): Filters => parse(text).filters;

const RANDOMISED = ['rct-parallel', 'rct-crossover'];
const REVIEWS = ['systematic-review', 'meta-analysis'];

describe('No filter', () => {
  it.each([
    'gabapentin hemifacial spasm',
    'does quinine help leg cramps',
    'is 300 mg of gabapentin a lot',
    'a random question about baclofen',
    'what happened in the trial by Bandini',
    'does it help people with MS',
    'I read that quinine helps',
    'baclofen 2000 mg',
    '',
  ])('is stated by “%s”', (text) => {
    expect(filtersOf(text)).toEqual(NO_FILTERS);
    expect(hasFilters(filtersOf(text))).toBe(false);
  });
});

describe('Double blinding', () => {
  it.each([
    'double blind trials of gabapentin',
    'double-blind gabapentin MS spasticity',
    'only double blinded studies of quinine',
    'is there a doubleblind study of botox',
  ])('is asked for by “%s”', (text) => {
    expect(filtersOf(text).blinding).toBe('double');
    expect(hasFilters(filtersOf(text))).toBe(true);
  });

  it.each([
    'gabapentin for someone who is blind',
    'not double blind trials of gabapentin',
    'single blind studies of botox',
    'double the dose of baclofen',
  ])('is not asked for by “%s”', (text) => {
    expect(filtersOf(text).blinding).toBeNull();
  });
});

describe('Designs', () => {
  it.each([
    ['gabapentin hemifacial spasm randomised trials only', RANDOMISED],
    ['randomized controlled trials of baclofen', RANDOMISED],
    ['any RCTs on gabapentin?', RANDOMISED],
    ['placebo-controlled studies of quinine', [...RANDOMISED, 'nonrandomised-trial']],
    ['randomised placebo-controlled studies of quinine', RANDOMISED],
    ['systematic reviews of quinine for cramps', REVIEWS],
    ['meta-analyses of botox', REVIEWS],
    ['metaanalysis of botox', REVIEWS],
    ['what does Cochrane say about quinine', REVIEWS],
    ['botox, reviews only', REVIEWS],
    ['case reports of gabapentin', ['case-report']],
    ['case series of gabapentin', ['case-series']],
    ['cohort studies of botox', ['cohort']],
    ['case-control studies of quinine', ['case-control']],
    ['open-label trials of gabapentin', ['open-label-trial']],
    ['randomised trials or case series of gabapentin', [...RANDOMISED, 'case-series']],
  ])('are read from “%s”', (text, designs) => {
    expect(filtersOf(text).designs).toEqual(designs);
    expect(hasFilters(filtersOf(text))).toBe(true);
  });

  it.each([
    ['gabapentin, no case reports', 'case-report'],
    ['gabapentin for spasticity, excluding case reports', 'case-report'],
    ['non-randomised studies of gabapentin', 'rct-parallel'],
    ['non randomized trials of gabapentin', 'rct-parallel'],
    ['studies of gabapentin that were not randomised', 'rct-parallel'],
  ])('that are to be left out are not the ones kept: “%s”', (text, design) => {
    expect(filtersOf(text).designs ?? []).not.toContain(design);
  });
});

describe('Species', () => {
  it.each([
    ['human studies of gabapentin', 'human'],
    ['gabapentin for spasticity, humans only', 'human'],
    ['gabapentin in humans', 'human'],
    ['only people', 'human'],
    ['clinical trials of gabapentin', 'human'],
    ['gabapentin spasticity, no animal studies', 'human'],
    ['animal studies of gabapentin', 'animal'],
    ['gabapentin in rats', 'animal'],
    ['gabapentin in mice', 'animal'],
    ['is there rabbit data on gabapentin', 'animal'],
  ] as const)('are read from “%s”', (text, species) => {
    expect(filtersOf(text).species).toBe(species);
  });

  it.each([
    'gabapentin spasticity without animal studies',
    'gabapentin spasticity, exclude animal studies',
    'gabapentin spasticity, not in animals',
    'gabapentin spasticity, no rats please',
  ])('that are to be left out are not the ones kept: “%s”', (text) => {
    expect(filtersOf(text).species).toBe('human');
  });

  it.each(['what helps a charley horse', 'hot dogs and leg cramps'])(
    'are not read from a manner of speaking: “%s”',
    (text) => {
      expect(filtersOf(text).species).toBeNull();
    },
  );

  it('are not limited where both are asked for', () => {
    expect(filtersOf('human and animal studies of gabapentin').species).toBeNull();
  });
});

describe('Years', () => {
  it.each<[string, number | null, number | null]>([
    ['quinine since 2015', 2015, null],
    ['quinine studies from 2015', 2015, null],
    ['quinine after 2015', 2016, null],
    ['quinine, later than 2015', 2016, null],
    ['quinine, newer than 2015', 2016, null],
    ['quinine before 2000', null, 1999],
    ['quinine prior to 2000', null, 1999],
    ['quinine, older than 2000', null, 1999],
    ['quinine until 2010', null, 2010],
    ['quinine up to 2010', null, 2010],
    ['quinine between 2010 and 2020', 2010, 2020],
    ['quinine between 2020 and 2010', 2010, 2020],
    ['quinine from 2010 to 2020', 2010, 2020],
    ['quinine from 2010-2020', 2010, 2020],
    ['quinine, 2010-2020', 2010, 2020],
    ['quinine since 2010 and before 2020', 2010, 2019],
    ['quinine after 2010 but before 2015', 2011, 2014],
    ['quinine, no earlier than 2010', 2010, null],
    ['quinine, no later than 2010', null, 2010],
    ['quinine, no older than 2010', 2010, null],
    ['quinine in the last ten years', THIS_YEAR - 10, null],
    ['quinine in the last 10 years', THIS_YEAR - 10, null],
    ['quinine, past five years', THIS_YEAR - 5, null],
    ['quinine, last three years', THIS_YEAR - 3, null],
    ['quinine over the past 2 years', THIS_YEAR - 2, null],
  ])('are read from “%s”', (text, yearFrom, yearTo) => {
    expect(filtersOf(text)).toMatchObject({ yearFrom, yearTo });
  });

  it.each([
    'quinine since 15',
    'quinine since 2500',
    'quinine 2015 mg',
    'quinine since 20155',
    'my cramps are the same as last year',
  ])('are not read from other numbers: “%s”', (text) => {
    expect(filtersOf(text)).toMatchObject({ yearFrom: null, yearTo: null });
  });

  it.each([
    'I have had leg cramps since 2015, does quinine help',
    "I've had leg cramps for the last ten years, does quinine help",
    'for the past 15 years I have had hemifacial spasm, what helps',
  ])('in which a person was ill do not limit the studies: “%s”', (text) => {
    expect(filtersOf(text)).toMatchObject({ yearFrom: null, yearTo: null });
  });
});

describe('Populations', () => {
  it.each([
    ['dystonia in children', 'children'],
    ['my son has dystonia', 'children'],
    ['paediatric dystonia', 'children'],
    ['pediatric dystonia', 'children'],
    ['botox for kids with cerebral palsy', 'children'],
    ['leg cramps in teenagers', 'children'],
    ['baclofen for my 8 year old with cerebral palsy', 'children'],
    ['quinine in the elderly', 'older-adults'],
    ['leg cramps in older adults', 'older-adults'],
    ['muscle cramps when you are pregnant', 'pregnancy'],
    ['pregnant with leg cramps', 'pregnancy'],
    ['quinine in adults', 'adults'],
  ] as const)('are read from “%s”', (text, population) => {
    expect(filtersOf(text).population).toBe(population);
  });

  it.each([
    'I have had cramps for 10 years',
    'a childish question about cramps',
    // The word is a part of a name.
    'leg cramps in pregnancy',
    'magnesium for pregnancy cramps',
  ])('are not read from “%s”', (text) => {
    expect(filtersOf(text).population).toBeNull();
  });
});

describe('Several filters', () => {
  it('are all read', () => {
    expect(
      filtersOf(
        'double blind randomised human studies of quinine in older adults between 1990 and 2010',
      ),
    ).toEqual({
      blinding: 'double',
      designs: RANDOMISED,
      species: 'human',
      yearFrom: 1990,
      yearTo: 2010,
      population: 'older-adults',
    });
  });
});
