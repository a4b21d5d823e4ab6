import { beforeAll, describe, expect, it } from 'vitest';
import { createOtherNames, type OtherNames } from '../../../src/core/papers/otherNames.ts';
import { loadLanguage } from '../../../src/library/loadLanguage.ts';
import { loadLibrary } from '../../../src/library/loadLibrary.ts';
import { DATA } from '../../support/caveat.ts';

let otherNames: (text: string) => OtherNames[];
beforeAll(() => {
  otherNames = createOtherNames(loadLibrary(DATA), loadLanguage(DATA));
});

const othersOf = (text: string): string[] => otherNames(text).flatMap(({ others }) => others);

describe('other names', () => {
  it('lead from a brand to its substance, and back', () => {
    expect(otherNames('does Neurontin help hiccups?')).toEqual([
      { words: 'Neurontin', others: expect.arrayContaining(['gabapentin']) },
    ]);
    expect(othersOf('baclofen')).toContain('lioresal');
    expect(othersOf('botox')).toEqual(expect.arrayContaining(['botulinum', 'onabotulinumtoxina']));
  });

  it('lead from an abbreviation to its words, in capitals or not', () => {
    for (const text of ['RLS', 'rls', 'rls in women'])
      expect(othersOf(text)).toContain('restless legs syndrome');
    expect(othersOf('restless legs')).toContain('rls');
  });

  it('are none of everyday words, which would find what is not meant', () => {
    expect(othersOf('exercise')).toEqual(['exercise']);
    expect(othersOf('surgery')).toEqual(['surgery']);
    expect(othersOf('vitamin b complex')).not.toContain('b');
  });

  it('are none of words that are merely like a name: the search mends those', () => {
    expect(otherNames('diastolic blood pressure')).toEqual([]);
    expect(otherNames('distolic exmercise gabapentine tablet')).toEqual([]);
    expect(otherNames('')).toEqual([]);
    expect(otherNames('🦴 ` "'.repeat(500))).toEqual([]);
  });
});
