import { describe, expect, it } from 'vitest';
import { idsOf, parse } from './understand.ts';

describe('A treatment that nobody knows', () => {
  it.each([
    ['does yoga help hemifacial spasm', 'yoga'],
    ['does yoga work for hemifacial spasm?', 'yoga'],
    ['is yoga good for leg cramps', 'yoga'],
    ['can massage help leg cramps', 'massage'],
    ['yoga for leg cramps', 'yoga'],
    ['what about yoga for hemifacial spasm', 'yoga'],
    ['any evidence for yoga in hemifacial spasm', 'yoga'],
    ['does massage therapy work for back spasms', 'massage therapy'],
    ['tonic water for leg cramps', 'tonic water'],
    ['are bananas good for leg cramps', 'bananas'],
    ['does CBT help back pain', 'cbt'],
    ['quinidine leg cramps', 'quinidine'],
    ['does lorazepam help muscle spasms', 'lorazepam'],
    ['lorazepam hemifacial spasm', 'lorazepam'],
    ['is Ibuprofen effective for back pain', 'ibuprofen'],
    ['does fooblezine help leg cramps', 'fooblezine'],
    ['fooblezine hemifacial spasm', 'fooblezine'],
    ['lorazepam', 'lorazepam'],
  ])('is named as it was typed: “%s”', (text, treatment) => {
    const question = parse(text);
    expect(question.unknownTreatment?.toLowerCase()).toBe(treatment);
    expect(question.interventions).toEqual([]);
    expect(question.intent).not.toBe('out-of-scope');
  });

  it('is asked about beside the condition, which is known', () => {
    expect(idsOf(parse('quinidine leg cramps').conditions)).toEqual(['muscle-cramp']);
    expect(idsOf(parse('does yoga help hemifacial spasm').conditions)).toEqual([
      'hemifacial-spasm',
    ]);
  });
});

describe('No unknown treatment', () => {
  it.each([
    'what helps hemifacial spasm',
    'hemifacial spasm',
    'randomised trials for hemifacial spasm',
    'double blind trials for leg cramps',
    'case reports for hemifacial spasm',
    'human studies for leg cramps',
    'only systematic reviews for sciatica',
    'placebo controlled studies for dystonia',
    'does anything help hemifacial spasm',
    'could anything else help sciatica',
    'is there any treatment for leg cramps',
    'is there anything for leg cramps',
    'is there something for leg cramps',
    'is there medication for restless legs',
    'are there any drugs for hemifacial spasm',
    'are there treatments for sciatica',
    'is there a cure for hemifacial spasm',
    'any treatment options for dystonia',
    'treatment options for trigeminal neuralgia',
    'does anything work for leg cramps',
    'do any treatments work for dystonia',
    'do any drugs help ALS cramps',
    'does medication help spasticity',
    'what medication for hemifacial spasm',
    'any help for leg cramps',
    'looking for help with leg cramps',
    'I need something for leg cramps',
    'natural remedies for muscle cramps',
    'which drugs are best for cramps in ALS',
    'what is used for dystonia',
    'help with hemifacial spasm',
    'treatments for leg cramps since 2015',
    'does it help leg cramps',
    'will this work for back pain',
    'can I ask what helps leg cramps',
    'should I see a doctor for leg cramps',
  ])('is seen where any treatment is asked for: “%s”', (text) => {
    const question = parse(text);
    expect(question.unknownTreatment).toBeNull();
    expect(question.intent).toBe('treatments');
  });

  it.each([
    'does gabapentin help hemifacial spasm',
    'gabapentine hemifacal spazm',
    'botox for HFS',
  ])('is seen where the treatment is known: “%s”', (text) => {
    expect(parse(text).unknownTreatment).toBeNull();
  });
});
