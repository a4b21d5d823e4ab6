import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../../src/library/loadLibrary.ts';
import {
  daysIn,
  namesBetweenCommas,
  numberOrNull,
  readConcept,
  readDose,
  readResponders,
} from '../../../src/library/newStudy/readAnswers.ts';
import { DATA } from '../../support/caveat.ts';

describe('an answer on a dose', () => {
  it.each([
    { answer: '900 to 1800 mg/day', dose: { min: 900, max: 1800, unit: 'mg/day' } },
    { answer: '900-1800 mg/day', dose: { min: 900, max: 1800, unit: 'mg/day' } },
    { answer: '0.5 mg', dose: { min: 0.5, max: 0.5, unit: 'mg' } },
    { answer: 'up to 300 Xeomin units', dose: { min: null, max: 300, unit: 'Xeomin units' } },
    { answer: 'from 20 units an eye', dose: { min: 20, max: null, unit: 'units an eye' } },
    { answer: '', dose: null },
  ])('is read: $answer', ({ answer, dose }) => {
    expect(readDose(answer)).toEqual(dose);
  });

  it.each(['900', 'much', 'mg 900', '900 to mg'])('is refused: %s', (answer) => {
    expect(() => readDose(answer)).toThrow(/unit/);
  });
});

describe('other answers', () => {
  it('are numbers, shares and names', () => {
    expect([numberOrNull(''), numberOrNull('48'), numberOrNull('2.5')]).toEqual([null, 48, 2.5]);
    expect(() => numberOrNull('4 8')).toThrow(/number/);
    expect(readResponders('20 of 24')).toEqual({ n: 20, of: 24 });
    expect(readResponders('20/24')).toEqual({ n: 20, of: 24 });
    expect(readResponders('20')).toEqual({ n: 20, of: null });
    expect(readResponders('')).toBeNull();
    expect(() => readResponders('most')).toThrow(/20 of 24/);
    expect(namesBetweenCommas(' Bandini F,, Mazzella L; ')).toEqual(['Bandini F', 'Mazzella L']);
  });

  it.each([
    { duration: '8 weeks', days: 56 },
    { duration: '3 months', days: 90 },
    { duration: '1 year', days: 365 },
    { duration: '48 hours', days: 2 },
    { duration: '2 to 4 weeks', days: null },
    { duration: '3 weeks, then 9 weeks', days: null },
    { duration: 'long', days: null },
    { duration: null, days: null },
  ])('on a duration suggest its days where it states one: $duration', ({ duration, days }) => {
    expect(daysIn(duration)).toBe(days);
  });
});

describe('an answer that names a concept', () => {
  const { conditions } = loadLibrary(DATA);
  const read = readConcept(conditions, 'condition');

  it.each(['hemifacial-spasm', 'Hemifacial Spasm', 'HFS', 'face twitching'])(
    'may be any of its names: %s',
    (name) => {
      expect(read(name)).toBe('hemifacial-spasm');
    },
  );

  it('is told what is near, or where to look', () => {
    expect(() => read('hemifacial spam')).toThrow(/hemifacial-spasm/);
    expect(() => read('gout')).toThrow(/data\/conditions\//);
    expect(() => read('')).toThrow(/no such condition/);
  });
});
