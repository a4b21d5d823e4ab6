import { describe, expect, it } from 'vitest';
import { FIELDS, shareOf } from '../../../src/core/census/fields.ts';
import { takeCensus } from '../../../src/core/census/takeCensus.ts';
import { Condition, Intervention } from '../../../src/core/domain/concept.ts';
import { finding, study } from '../../support/study.ts';

const condition = (id: string, broader: string[] = []) =>
  Condition.parse({ id, label: id, broader, mesh: null, course: 'chronic', command: id });
const gabapentin = Intervention.parse({
  id: 'gabapentin',
  label: 'Gabapentin',
  mesh: null,
  kind: 'drug',
  rxnorm: null,
  usual_dose: null,
  safety: ['common', 'common', 'overdose'].map((topic) => ({
    topic,
    text: 'It makes people sleepy.',
    source: { title: 'A label', url: 'https://example.org/', read: '2026-11-22' },
  })),
});
const library = {
  conditions: [
    condition('spasm'),
    condition('hemifacial-spasm', ['spasm']),
    condition('cramps', ['spasm', 'cirrhosis']),
    condition('cirrhosis'),
  ],
  interventions: [gabapentin],
  outcomes: [],
  guidelines: [],
  studies: [
    study({ id: 'a', year: 1999, population: { enrolled: 10, analysed: 9 } }),
    study({ id: 'b', year: 1991, population: { condition: 'spasm', analysed: 20 } }),
    study({
      id: 'c',
      year: null,
      population: { condition: 'cramps', analysed: null, enrolled: 5 },
    }),
    study({ id: 'd', design: 'meta-analysis', year: 2004, population: { analysed: 1000 } }),
    study({ id: 'e', design: 'animal', population: { species: 'rat', analysed: 77 } }),
    study({ id: 'f', status: 'draft', population: { analysed: 500 } }),
    study({
      id: 'g',
      status: 'secondary',
      population: {
        condition: 'cirrhosis',
        other_conditions: ['cramps'],
        analysed: null,
        enrolled: null,
      },
      sources: [{ url: 'https://example.org/', read: '2025-01-31', supports: ['findings'] }],
    }),
  ],
};
const census = takeCensus(library);

describe('a census', () => {
  it('counts a study once for a condition and its kinds, however many it is on', () => {
    expect(
      census.conditions.map(({ id, depth, own, withKinds }) => [id, depth, own, withKinds]),
    ).toEqual([
      ['spasm', 0, 1, 6],
      ['hemifacial-spasm', 1, 3, 3],
      ['cramps', 1, 2, 2],
      ['cirrhosis', 0, 1, 2],
    ]);
  });

  it('counts people of studies of their own alone: no reviews, animals, drafts, unknowns', () => {
    expect(census.people).toEqual({ count: 9 + 20 + 5, studies: 3 });
  });

  it('counts drafts by status alone', () => {
    expect(census.studies).toBe(7);
    expect(census.statuses).toEqual([
      { name: 'verified', count: 5 },
      { name: 'draft', count: 1 },
      { name: 'secondary', count: 1 },
    ]);
    const designs = census.designs.map(({ count }) => count);
    expect(designs.reduce((a, b) => a + b, 0)).toBe(6);
  });

  it('orders decades, what is not stated last, and knows the days of reading', () => {
    expect(census.decades).toEqual([
      { from: 1990, count: 2 },
      { from: 2000, count: 1 },
      { from: 2020, count: 2 },
      { from: null, count: 1 },
    ]);
    expect(census.read).toEqual({ first: '2025-01-31', last: '2026-11-22' });
  });

  it('counts safety facts by topic', () => {
    expect(census.safety).toEqual({
      facts: 3,
      interventions: 1,
      topics: [
        { name: 'common', count: 2 },
        { name: 'overdose', count: 1 },
      ],
    });
  });

  it('holds for an empty library', () => {
    const empty = takeCensus({
      conditions: [],
      interventions: [],
      outcomes: [],
      guidelines: [],
      studies: [],
    });
    expect(empty).toMatchObject({ studies: 0, conditions: [], people: { count: 0, studies: 0 } });
    expect(empty.read).toEqual({ first: '', last: '' });
  });
});

describe('the share of a field', () => {
  const shareIn = (name: string, studies: Parameters<typeof shareOf>[0]) => {
    const field = FIELDS.find((known) => known.name === name);
    if (!field) throw new Error(`There is no field ${name}`);
    return shareOf(studies, field);
  };

  it('is of those alone that can have it', () => {
    const review = study({ design: 'systematic-review' });
    const responders = study({ findings: [finding({ responders: { n: 1, of: 2 } })] });
    expect(shareIn('responders', [review, responders, study()])).toEqual({ n: 1, of: 2 });
    expect(shareIn('responders', [review])).toEqual({ n: 0, of: 0 });
  });

  it.each([
    { name: 'PMID or DOI', has: { ids: { pmid: null, doi: '10.1000/x' } } },
    { name: 'interval', has: { findings: [finding({ statistic: { ci: '1 to 2' } })] } },
    {
      name: 'p, interval or effect',
      has: { findings: [finding(), finding({ statistic: { p: '0.1' } })] },
    },
    {
      name: 'withdrawals',
      has: { adverse_events: { summary: null, serious: null, withdrawals: '2' } },
    },
    { name: 'funding', has: { funding: { kind: 'public', description: 'a council' } } },
  ])('tells who has it: $name', ({ name, has }) => {
    expect(shareIn(name, [study(has), study()])).toEqual({ n: 1, of: 2 });
  });
});
