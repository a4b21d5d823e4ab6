import { expect, it } from 'vitest';
import { citationOf } from '../../../src/core/answer/words.ts';

const of = (parts: Partial<Parameters<typeof citationOf>[0]>): string =>
  citationOf({ authors: [], journal: null, year: null, title: null, ...parts });

it('names who wrote it, where and when', () => {
  expect(of({ authors: ['A B', 'C D', 'E F'], journal: 'Brain', year: 1999, title: 'T' })).toBe(
    'A B, C D, et al. Brain 1999',
  );
});

it('reads well where little is known', () => {
  expect(of({ title: 'Does it help?', year: 2008 })).toBe('Does it help? 2008');
  expect(of({ title: 'A trial', journal: 'Brain' })).toBe('A trial. Brain, year not known');
  expect(of({})).toBe('Authors not known. Year not known');
});
