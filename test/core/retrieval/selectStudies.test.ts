import { describe, expect, it } from 'vitest';
import type { Filters } from '../../../src/core/domain/question.ts';
import { NO_FILTERS } from '../../../src/core/question/filters.ts';
import { selectStudies } from '../../../src/core/retrieval/selectStudies.ts';
import { study } from '../../support/study.ts';

type Parts = Parameters<typeof study>[0];

const named = (id: string, parts: Parts = {}) => study({ id, ...parts });

const LIBRARY = [
  named('trial', { year: 2010 }),
  named('crossover', { year: 2020, design: 'rct-crossover' }),
  named('series', { year: 1999, design: 'case-series' }),
  named('review', { year: 2015, design: 'systematic-review' }),
  named('rats', { year: 2015, design: 'animal', population: { species: 'rat' } }),
  named('dogs', { year: 2015, population: { species: 'dog' } }),
  named('undated', { year: null }),
];

const pass = (filters: Partial<Filters>, studies = LIBRARY) =>
  selectStudies(studies, { ...NO_FILTERS, ...filters }).map(({ id }) => id);

describe('which studies a question lets through', () => {
  it('all of them, in their order, where it asks for nothing', () => {
    expect(pass({})).toEqual(LIBRARY.map(({ id }) => id));
  });

  it('only double blind ones, where it asks for those', () => {
    const studies = [
      named('double'),
      named('single', { blinding: 'single' }),
      named('none', { blinding: 'none' }),
      named('unclear', { blinding: 'unclear' }),
    ];
    expect(pass({ blinding: 'double' }, studies)).toEqual(['double']);
    expect(pass({}, studies)).toHaveLength(4);
  });

  it('never a draft', () => {
    expect(
      pass({}, [named('draft', { status: 'draft' }), named('second', { status: 'secondary' })]),
    ).toEqual(['second']);
  });

  it('those of the designs it names', () => {
    expect(pass({ designs: ['rct-parallel', 'rct-crossover'] })).toEqual([
      'trial',
      'crossover',
      'dogs',
      'undated',
    ]);
    expect(pass({ designs: ['cohort'] })).toEqual([]);
  });

  it('people or animals, by the species and not by the design alone', () => {
    expect(pass({ species: 'animal' })).toEqual(['rats', 'dogs']);
    expect(pass({ species: 'human' })).not.toContain('dogs');
    expect(pass({ species: 'human' })).toHaveLength(5);
  });

  it.each([
    ['since 2015', { yearFrom: 2015 }, ['crossover', 'review', 'rats', 'dogs']],
    ['up to 2010', { yearTo: 2010 }, ['trial', 'series']],
    ['from 2010 to 2015', { yearFrom: 2010, yearTo: 2015 }, ['trial', 'review', 'rats', 'dogs']],
    ['in no year', { yearFrom: 2030, yearTo: 2031 }, []],
  ])('those %s, both years included and undated ones left out', (_, years, ids) => {
    expect(pass(years)).toEqual(ids);
  });

  it('those that pass every filter at once', () => {
    expect(
      pass({ designs: ['rct-parallel', 'rct-crossover'], species: 'human', yearFrom: 2011 }),
    ).toEqual(['crossover']);
  });
});

describe('a population', () => {
  const AGES = [
    named('children', { population: { age: 'children' } }),
    named('adults', { population: { age: 'adults' } }),
    named('both', { population: { age: 'mixed' } }),
    named('unstated', { population: { age: null } }),
  ];

  it.each([
    ['children', ['children', 'both']],
    ['adults', ['adults', 'both', 'unstated']],
  ] as const)('of %s narrows to the studies on them', (population, ids) => {
    expect(pass({ population }, AGES)).toEqual(ids);
  });

  it.each(['children', 'older-adults', 'pregnancy'] as const)(
    'of %s leaves out nothing where no study is on them: other evidence beats none',
    (population) => {
      const others = AGES.filter(({ id }) => id === 'adults' || id === 'unstated');
      expect(pass({ population }, others)).toEqual(['adults', 'unstated']);
    },
  );

  it('does not bring back what another filter leaves out', () => {
    const old = named('old', { year: 1990, population: { age: 'children' } });
    const recent = named('recent', { year: 2020, population: { age: 'adults' } });
    expect(pass({ population: 'children', yearFrom: 2000 }, [old, recent])).toEqual(['recent']);
  });
});
