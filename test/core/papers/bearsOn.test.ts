import { describe, expect, it } from 'vitest';
import { bearsOn, type Wanted } from '../../../src/core/papers/bearsOn.ts';
import { NO_FILTERS } from '../../../src/core/question/filters.ts';
import { extraction, read } from '../../support/extraction.ts';
import { paper } from '../../support/paper.ts';

const READ = extraction({
  design: read('rct-parallel'),
  blinding: read('double'),
  species: read('human'),
  interventions: ['gabapentin'],
  conditions: ['hemifacial-spasm'],
});
const wanted = (parts: Partial<Wanted> = {}): Wanted => ({
  interventions: new Set(['gabapentin', 'pregabalin']),
  conditions: new Set(['hemifacial-spasm']),
  unknown: [],
  filters: NO_FILTERS,
  animals: true,
  ...parts,
});
const filtered = (filters: Partial<typeof NO_FILTERS>) =>
  wanted({ filters: { ...NO_FILTERS, ...filters } });

describe('whether a paper bears on what was asked', () => {
  it('goes by the treatments and the conditions that were read in it', () => {
    expect(bearsOn(paper(), READ, wanted())).toBe(true);
    expect(bearsOn(paper(), READ, wanted({ interventions: new Set() }))).toBe(true);
    expect(bearsOn(paper(), READ, wanted({ conditions: new Set() }))).toBe(true);
    expect(bearsOn(paper(), READ, wanted({ interventions: new Set(['baclofen']) }))).toBe(false);
    expect(bearsOn(paper(), READ, wanted({ conditions: new Set(['sciatica']) }))).toBe(false);
    expect(bearsOn(paper(), extraction(), wanted())).toBe(false);
  });

  it('needs every word of a name that no concept has', () => {
    const named = (unknown: string[]) =>
      bearsOn(paper({ title: 'Alpha-lipoic acid and cramps' }), READ, wanted({ unknown }));
    expect(named(['alpha lipoic acids'])).toBe(true);
    expect(named(['alpha acid'])).toBe(true);
    expect(named(['lipoic oil'])).toBe(false);
  });

  it.each([
    ['year', { yearFrom: 2020 }, { yearFrom: 2022 }],
    ['end', { yearTo: 2021 }, { yearTo: 2020 }],
    ['design', { designs: ['rct-parallel' as const] }, { designs: ['cohort' as const] }],
    ['species', { species: 'human' as const }, { species: 'animal' as const }],
  ])('keeps to the filter of %s', (_, passing, failing) => {
    expect(bearsOn(paper(), READ, filtered(passing))).toBe(true);
    expect(bearsOn(paper(), READ, filtered(failing))).toBe(false);
  });

  it('does not let through what could not be read', () => {
    const bare = extraction({ interventions: ['gabapentin'], conditions: ['hemifacial-spasm'] });
    expect(bearsOn(paper({ year: null }), bare, wanted())).toBe(true);
    for (const filters of [
      { yearFrom: 1900 },
      { designs: ['rct-parallel' as const] },
      { species: 'human' as const },
      { species: 'animal' as const },
      { blinding: 'double' as const },
      { population: 'children' as const },
    ])
      expect(bearsOn(paper({ year: null }), bare, filtered(filters))).toBe(false);
  });

  it('leaves out animals where a server does', () => {
    const rats = { ...READ, species: read('rat' as const) };
    expect(bearsOn(paper(), rats, wanted())).toBe(true);
    expect(bearsOn(paper(), rats, wanted({ animals: false }))).toBe(false);
    expect(
      bearsOn(paper(), { ...READ, design: read('in-vitro' as const) }, wanted({ animals: false })),
    ).toBe(false);
  });
});
