import { describe, expect, it } from 'vitest';
import { continueQuestion } from '../../../src/core/question/continueQuestion.ts';
import { isFollowUp } from '../../../src/core/question/followUp.ts';
import { wordQuestion } from '../../../src/core/question/wordQuestion.ts';
import { parse } from './understand.ts';

const further = (previous: string, text: string) => continueQuestion(parse(previous), parse(text));
const worded = (previous: string, text: string) => wordQuestion(further(previous, text));

const GABAPENTIN = 'does gabapentin help hemifacial spasm?';
const NIGHT_CRAMPS = 'what helps nocturnal leg cramps';
const EITHER = 'baclofen or tizanidine for MS spasticity';

describe('what follows an answer', () => {
  it.each([
    // Another side of the same.
    ['and the side effects?', 'side effects of gabapentin for hemifacial spasm'],
    ['is it safe?', 'side effects of gabapentin for hemifacial spasm'],
    ['does it make you gain weight', 'side effects of gabapentin for hemifacial spasm'],
    ['what dose?', 'what dose of gabapentin was studied for hemifacial spasm'],
    ['how much did they give', 'what dose of gabapentin was studied for hemifacial spasm'],
    ['what else is it used for?', 'what is gabapentin studied for'],
    ['does it help pain?', 'gabapentin for hemifacial spasm, effect on pain'],
    ['what else helps?', 'what helps hemifacial spasm other than gabapentin'],
    ['any alternatives?', 'what helps hemifacial spasm other than gabapentin'],
    // The same again.
    ['how sure is that', 'gabapentin for hemifacial spasm'],
    ['show the studies', 'gabapentin for hemifacial spasm'],
    ['why?', 'gabapentin for hemifacial spasm'],
    // Filters.
    ['only randomised trials', 'gabapentin for hemifacial spasm, randomised trials'],
    ['what about children', 'gabapentin for hemifacial spasm, in children'],
    ['since 2010', 'gabapentin for hemifacial spasm, since 2010'],
    ['in animals?', 'gabapentin for hemifacial spasm, animal studies'],
    ['no case reports please', 'gabapentin for hemifacial spasm, no case reports'],
    // Another treatment or condition.
    ['what about baclofen', 'baclofen for hemifacial spasm'],
    ['and botox?', 'botulinum toxin type A for hemifacial spasm'],
    ['botx', 'botx'],
    ['and for spasticity?', 'gabapentin for spasticity'],
    ['in MS', 'gabapentin for multiple sclerosis'],
    // Beside it.
    ['or botox?', 'gabapentin or botulinum toxin type A for hemifacial spasm'],
    ['compare with botox', 'gabapentin or botulinum toxin type A for hemifacial spasm'],
    ['is it better than botox?', 'gabapentin or botulinum toxin type A for hemifacial spasm'],
    ['vs clonazepam', 'gabapentin or clonazepam for hemifacial spasm'],
    // What nobody knows.
    ['what about yoga?', 'does yoga help hemifacial spasm'],
    ['what about propranolol', 'does propranolol help hemifacial spasm'],
    // What is known, of something else.
    ['what about topiramate', 'topiramate for hemifacial spasm'],
    ['and for migraine?', 'gabapentin for migraine'],
  ])('goes on with the treatment and the condition: %s', (text, whole) => {
    expect(worded(GABAPENTIN, text)).toBe(whole);
  });

  it.each([
    ['only randomised trials', 'what helps nocturnal leg cramps, randomised trials'],
    ['what about magnesium', 'magnesium for nocturnal leg cramps'],
    ['and in cirrhosis?', 'what helps cirrhosis'],
    ['in older people', 'what helps nocturnal leg cramps, in older adults'],
  ])('goes on with what helps a condition: %s', (text, whole) => {
    expect(worded(NIGHT_CRAMPS, text)).toBe(whole);
  });

  it.each([
    [
      'and the side effects?',
      'side effects of baclofen and tizanidine for spasticity in multiple sclerosis',
    ],
    [
      'or botox?',
      'baclofen, tizanidine or botulinum toxin type A for spasticity in multiple sclerosis',
    ],
    ['for stroke?', 'baclofen or tizanidine for stroke'],
    ['what about botox', 'botulinum toxin type A for spasticity in multiple sclerosis'],
  ])('goes on with a comparison: %s', (text, whole) => {
    expect(worded(EITHER, text)).toBe(whole);
  });

  it('keeps asking for harms or doses of what is named anew', () => {
    expect(worded('side effects of baclofen', 'what about tizanidine')).toBe(
      'side effects of tizanidine',
    );
    expect(worded('what dose of gabapentin was studied for hemifacial spasm', 'and botox?')).toBe(
      'what dose of botulinum toxin type A was studied for hemifacial spasm',
    );
  });

  it('adds a filter to those before, narrows or replaces it, and drops them all', () => {
    const first = 'gabapentin for MS spasticity, randomised trials, since 1990';
    expect(worded(first, 'in adults')).toBe(
      'gabapentin for spasticity in multiple sclerosis, randomised trials, since 1990, in adults',
    );
    expect(worded(first, 'only reviews')).toBe(
      'gabapentin for spasticity in multiple sclerosis, systematic reviews, since 1990',
    );
    expect(worded(first, 'before 1985')).toBe(
      'gabapentin for spasticity in multiple sclerosis, randomised trials, until 1984',
    );
    expect(worded('gabapentin MS spasticity observational studies', 'only case series')).toBe(
      'gabapentin for spasticity in multiple sclerosis, case series',
    );
    expect(worded('gabapentin case reports and case series', 'no case reports')).toBe(
      'gabapentin, case series',
    );
    const narrow = 'gabapentin MS spasticity, human studies, double blind, in adults';
    expect(worded(narrow, 'since 1990')).toBe(
      'gabapentin for spasticity in multiple sclerosis, double blind only, human studies, since 1990, in adults',
    );
    for (const text of ['all studies', 'without the filter', 'show me everything'])
      expect(worded(first, text)).toBe('gabapentin for spasticity in multiple sclerosis');
    expect(worded(first, 'all studies since 2000')).toBe(
      'gabapentin for spasticity in multiple sclerosis, since 2000',
    );
  });

  it.each([
    'magnesium for leg cramps',
    'what is quinine studied for?',
    'Friedman 2019',
    'PMID 15710092',
    'help',
    'what causes hemifacial spasm',
    'thanks!',
    'lol ok',
    'what a nice bot',
    'what about women',
    '',
  ])('is taken as it stands: %o', (text) => {
    const own = parse(text);
    const { filters: _, ...whole } = further(GABAPENTIN, text);
    if (text.startsWith('what is quinine')) expect(whole.interventions[0]?.id).toBe('quinine');
    else expect(further(GABAPENTIN, text)).toEqual(own);
  });

  it('stands alone where nothing was asked before', () => {
    for (const text of ['and the side effects?', 'only randomised trials', 'what about baclofen'])
      expect(further('good morning', text)).toEqual(parse(text));
  });

  it('hears dangers first, with the treatment spoken of', () => {
    const taken = further(GABAPENTIN, 'I took 20 of them and feel weird');
    expect(taken.risks).toContain('overdose');
    expect(taken.interventions.map(({ id }) => id)).toEqual(['gabapentin']);
    expect(further(GABAPENTIN, 'i want to die').risks).toEqual(['suicidal-thoughts']);
    expect(further(EITHER, 'can I stop it suddenly?').risks).toContain('abrupt-stopping');
    const mixed = further(GABAPENTIN, 'can i take it with ibuprofen');
    expect(mixed.risks).toContain('interactions');
    expect(mixed.interventions.map(({ id }) => id)).toEqual(['gabapentin']);
    expect(mixed.unknownTreatment).toBeNull();
  });

  it('tells what can follow from what cannot', () => {
    for (const text of ['and the side effects?', 'why', 'since 2010', 'botox', 'what about yoga'])
      expect(isFollowUp(parse(text))).toBe(true);
    for (const text of ['thanks!', 'lol', 'cool', 'ok', 'see you tomorrow', '👍', ''])
      expect(isFollowUp(parse(text))).toBe(false);
  });
});
