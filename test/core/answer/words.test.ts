import { describe, expect, it } from 'vitest';
import { listFirst, plural, wasOrWere } from '../../../src/core/answer/words.ts';
import { createCaveat } from '../../support/caveat.ts';

const { library } = createCaveat();

describe('the name of a treatment', () => {
  it('takes a plural verb where it names many things, and only there', () => {
    const many = library.interventions.map(({ label }) => label).filter(plural);
    expect(many.sort()).toEqual([
      'anti-inflammatory painkillers',
      'benzodiazepines',
      'branched-chain amino acids',
      'cannabinoids',
      'dopamine agonists',
      'gabapentinoids',
      'mesenchymal stem cells',
      'muscle relaxants',
      'stem cells',
    ]);
  });

  it('takes the verb of the whole subject', () => {
    expect(wasOrWere(['baclofen'])).toBe('was');
    expect(wasOrWere(['dopamine agonists'])).toBe('were');
    expect(wasOrWere(['baclofen', 'tizanidine'])).toBe('were');
  });
});

describe('the first of a list', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b', 'c', 'd'], 'a, b, c and d'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
  ])('of %o is “%s”', (items, text) => {
    expect(listFirst(items, 3)).toBe(text);
  });
});
