import { beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/app/createAsk.ts';
import { createCaveat } from '../../support/caveat.ts';
import { idsOf, parse } from './understand.ts';

let ask: Ask;
beforeAll(() => {
  ask = createCaveat().ask;
});

describe('what is to be left out, and nobody knows', () => {
  it.each([
    ['requip stopped working for RLS, what next', 'requip'],
    ['my Requip has stopped working for restless legs', 'requip'],
    ['I tried yoga but yoga didn’t help my spasticity, any options?', 'yoga'],
    ['cold laser failed for my sciatica, what now', 'cold laser'],
    ['alternatives to ropinirole for restless legs', 'ropinirole'],
    ['what helps RLS other than requip', 'requip'],
    ['anything better than yoga for back spasm?', 'yoga'],
    ['what helps RLS other than cold laser, no case reports', 'cold laser'],
  ])('is heard in “%s”', (text, named) => {
    const { unknownExcluded, unknownTreatment, intent } = parse(text);
    expect(unknownExcluded?.toLowerCase()).toBe(named);
    expect(unknownTreatment).toBeNull();
    expect(intent).toBe('treatments');
    const { kind, notes, question } = ask(text);
    expect(kind).toBe('evidence');
    expect(question.conditions).toHaveLength(1);
    expect(notes.join(' ').toLowerCase()).toContain(`no study records on ${named} in this library`);
  });

  it('is told beside what is known and left out', () => {
    const { excluded, unknownExcluded } = parse(
      'mirapex and requip stopped working for my rls, what else',
    );
    expect(idsOf(excluded)).toEqual(['pramipexole']);
    expect(unknownExcluded).toBe('requip');
  });

  it.each([
    'requip stopped working for RLS',
    'yoga does not work for spasticity',
    'does yoga help hemifacial spasm',
    'what helps RLS other than drugs',
    'nothing works for my spasticity, what else',
    'botox stopped working for my cervical dystonia, what else is there',
    'my spasticity has not improved, what next',
    'requip stopped working, what next',
    '',
  ])('is not in “%s”', (text) => {
    expect(parse(text).unknownExcluded).toBeNull();
  });
});

describe('two treatments of which one has no record', () => {
  it.each([
    'requip or mirapex for restless legs',
    'mirapex vs requip for RLS',
    'is requip better than mirapex for RLS?',
    'requip and mirapex for restless legs',
    'mirapex and requip for restless legs',
  ])('“%s” says so of the other in its first lines', (text) => {
    const { headline, question } = ask(text);
    expect(question.interventions.map(({ id }) => id)).toEqual(['pramipexole']);
    expect(headline).toMatch(/no study records on requip in this library/);
  });

  it('says nothing of it where harms are asked for', () => {
    expect(parse('side effects of mirapex or requip').unknownComparator).toBeNull();
  });
});
