import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../src/core/papers/subject.ts';
import { createWhole } from '../../support/caveat.ts';

const { caveat } = createWhole();
const words = (text: string) => wordsOf(caveat.subjectOf(text));

describe('the words of a subject', () => {
  it.each([
    ['does gabapentin help hemifacial spasm', 'gabapentin hemifacial spasm'],
    ['gabba pentin for HFS please', 'gabapentin hemifacial spasm'],
    ['what helps sciatica', 'sciatica'],
    ['does metformin help sciatica', 'metformin sciatica'],
    ['', ''],
    ['lol', ''],
  ])('of “%s” are the names of what is asked about', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    'I am Anna Kowalska of 12 High Street: does gabapentin help hemifacial spasm?',
    'gabapentin hemifacial spasm <@123456789012345678> anna@example.org +44 20 7946 0958',
    'my wife, born 1.2.1980, NHS 485 777 3456, has hemifacial spasm; does gabapentin help https://example.org/anna',
  ])('hold nothing else of “%s”', (text) => {
    expect(words(text)).toBe('gabapentin hemifacial spasm');
  });

  it('hold no identifier even where a name is not known', () => {
    for (const text of [
      'does anna@example.org help sciatica',
      'does <@123456789012345678> help sciatica',
      'does 485 777 3456 help sciatica',
      'does https://example.org/anna help sciatica',
    ])
      expect(words(text)).not.toMatch(/@|\d{5}|example|https/);
  });
});
