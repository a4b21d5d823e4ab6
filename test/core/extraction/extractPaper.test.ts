import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionOf, extractPaper } from '../../../src/core/extraction/extractPaper.ts';
import { createPaperLinker } from '../../../src/core/extraction/paper/linkPaper.ts';
import { loadLanguage } from '../../../src/library/loadLanguage.ts';
import { loadLibrary } from '../../../src/library/loadLibrary.ts';
import { DATA } from '../../support/caveat.ts';
import { model } from './changes.ts';

const library = loadLibrary(DATA);
const deps = {
  model,
  link: createPaperLinker(library, loadLanguage(DATA)),
  outcomes: library.outcomes,
};
const extract = (title: string, abstract: string | null, keywords: string[] = []) =>
  extractPaper({ title, abstract, keywords, publicationTypes: [] }, deps);

const TITLE = 'Gabapentin for spasticity in multiple sclerosis: a randomised trial';
const ABSTRACT = `BACKGROUND: Spasticity is common in multiple sclerosis.
METHODS: Twenty-two patients were randomised to gabapentin 300-900 mg three times daily or placebo for 6 days in a double-blind crossover trial.
RESULTS: Muscle tone was significantly lower with gabapentin than with placebo (p = 0.01). Pain did not differ between gabapentin and placebo (p = 0.6).
CONCLUSION: Gabapentin lowers muscle tone.`;

/** Every sentence that something rests on. */
const sentencesOf = (value: unknown): string[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === 'sentence' ? [inner as string] : sentencesOf(inner),
      );

describe('what is read in a paper', () => {
  it('is design, conduct, numbers, arms, concepts and findings, each with its sentence', () => {
    const methods =
      'Twenty-two patients were randomised to gabapentin 300-900 mg three times daily or placebo for 6 days in a double-blind crossover trial.';
    const found = extract(TITLE, ABSTRACT);
    expect(found).toMatchObject({
      design: { value: 'rct-crossover', sentence: methods },
      blinding: { value: 'double', sentence: methods },
      control: { value: 'placebo', sentence: methods },
      species: { value: 'human' },
      enrolled: { value: 22, sentence: methods },
      duration: { value: '6 days', sentence: methods },
      arms: [
        {
          name: 'gabapentin',
          intervention: 'gabapentin',
          dose: { value: { min: 300, max: 900, unit: 'mg 3 times daily' }, sentence: methods },
        },
        { name: 'placebo', intervention: null, dose: null },
      ],
      interventions: ['gabapentin'],
    });
    expect(found.conditions).toContain('spasticity-multiple-sclerosis');
    expect(found.outcomes).toEqual(expect.arrayContaining(['muscle-tone', 'pain']));
    const [tone, pain] = ['muscle-tone', 'pain'].map((id) =>
      found.findings.find(({ outcome }) => outcome.id === id),
    );
    expect(tone).toMatchObject({
      intervention: { id: 'gabapentin' },
      comparator: 'placebo',
      change: { value: 'significantly decreased' },
      direction: 'improved',
    });
    expect(tone?.change.sentence).toMatch(/^Muscle tone was significantly lower/);
    expect(pain).toMatchObject({
      change: { value: 'no significant difference' },
      direction: 'no-difference',
    });
  });

  it('takes no word for another that looks like it', () => {
    expect(extract('Gabapentine and spam in leg crimps', null).interventions).toEqual([]);
  });

  it('takes conditions from the keywords too', () => {
    expect(extract('Quinine', null, ['Muscle Cramp']).conditions).not.toEqual([]);
  });

  it('is nothing where nothing is said', () => {
    expect(extract('Report', null)).toMatchObject({
      design: null,
      blinding: null,
      control: null,
      enrolled: null,
      duration: null,
      arms: [],
      findings: [],
    });
    expect(
      extract('Über Wadenkrämpfe', 'Wir haben 20 Kranke behandelt. Es half.').findings,
    ).toEqual([]);
  });

  it('survives a megabyte', () => {
    expect(() => extract(TITLE, `${ABSTRACT.replaceAll('\n', ' ')} `.repeat(2_500))).not.toThrow();
  });

  it('rests on sentences that stand in the title or the abstract, word for word', () => {
    const pieces = fc.constantFrom(
      ...ABSTRACT.split(/(?<=[.:])\s/),
      '24 rats (n = 12)',
      'usual care',
      '5 mg/kg',
      '\n',
      '&lt;',
      'µg',
      '(',
      ')',
      '1,2',
      'versus',
      'the primary outcome was pain',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), fc.string(), (parts, noise) => {
        const abstract = `${parts.join(' ')} ${noise}`;
        for (const sentence of sentencesOf(extract(TITLE, abstract)))
          expect(abstract.includes(sentence) || TITLE === sentence).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('whether a change is for the better', () => {
  it.each([
    ['significantly increased', 'higher', 'improved'],
    ['significantly increased', 'lower', 'worsened'],
    ['significantly decreased', 'lower', 'improved'],
    ['significantly decreased', undefined, null],
    ['no significant difference', undefined, 'no-difference'],
  ] as const)('%s where %s is better: %s', (change, better, direction) => {
    expect(directionOf(change, better)).toBe(direction);
  });
});
