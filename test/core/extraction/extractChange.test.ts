import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractChange } from '../../../src/core/extraction/extractChange.ts';
import { changeIn, model } from './changes.ts';

const UP = 'significantly increased';
const DOWN = 'significantly decreased';
const NONE = 'no significant difference';

describe('how an outcome changed', () => {
  it.each([
    [
      'lower with it than without',
      'RESULTS: The pain score was significantly lower with gabapentin than with placebo (3.1 vs 5.2, p < 0.001).',
      DOWN,
    ],
    [
      'higher without it than with it',
      'RESULTS: The pain score was significantly higher with placebo than with gabapentin (5.2 vs 3.1, p < 0.001).',
      DOWN,
    ],
    [
      'higher with it',
      'RESULTS: Patients on gabapentin had a higher pain score than patients on placebo (P=0.003).',
      UP,
    ],
    ['did not differ', 'RESULTS: Pain scores did not differ between gabapentin and placebo.', NONE],
    [
      'a p value above .05',
      'RESULTS: Pain scores fell with gabapentin compared with placebo (p = 0.06).',
      NONE,
    ],
    ['no effect', 'RESULTS: Compared with placebo, gabapentin had no effect on pain score.', NONE],
    ['similar', 'RESULTS: Pain scores were similar with gabapentin and placebo (P > 0.05).', NONE],
    [
      'an interval across 0',
      'RESULTS: Pain score: mean difference -0.4 (95% CI -1.2 to 0.5).',
      NONE,
    ],
    [
      'a reduction that is greater without it',
      'RESULTS: Reductions in pain score were greater in the placebo group than in the gabapentin group (P=0.01).',
      UP,
    ],
  ])('%s', (_, abstract, change) => {
    expect(changeIn(abstract)?.value).toBe(change);
  });

  it('tells two outcomes of one sentence apart', () => {
    const abstract =
      'RESULTS: Gabapentin increased walking speed (p=0.002), whereas spasm frequency did not change (p=0.7).';
    expect(changeIn(abstract, { outcome: 'walking speed' })?.value).toBe(UP);
    expect(changeIn(abstract, { outcome: 'spasm frequency' })?.value).toBe(NONE);
  });

  it('turns with the treatments', () => {
    const abstract =
      'RESULTS: Cramp frequency was significantly lower with quinine than with vitamin E (p = 0.01).';
    const asked = { outcome: 'cramp frequency' };
    expect(
      changeIn(abstract, { ...asked, intervention: 'quinine', comparator: 'vitamin E' })?.value,
    ).toBe(DOWN);
    expect(
      changeIn(abstract, { ...asked, intervention: 'vitamin E', comparator: 'quinine' })?.value,
    ).toBe(UP);
  });

  it('knows abbreviations that the abstract defines, and group labels', () => {
    const abstract =
      'METHODS: Patients received botulinum toxin (Group A) or physiotherapy (Group B). The Modified Ashworth Scale (MAS) was measured.\nRESULTS: MAS was significantly lower in Group A than in Group B (p < 0.01). Walking speed was unchanged.';
    const asked = {
      intervention: 'botulinum toxin',
      comparator: 'physiotherapy',
      outcome: 'Modified Ashworth Scale',
    };
    expect(changeIn(abstract, asked)).toMatchObject({
      value: DOWN,
      sentence: 'MAS was significantly lower in Group A than in Group B (p < 0.01).',
    });
  });

  it('cites the sentence without the label of its part', () => {
    expect(
      changeIn(
        'BACKGROUND: Pain is common.\nRESULTS: Pain scores fell with gabapentin (p = 0.001).',
      )?.sentence,
    ).toBe('Pain scores fell with gabapentin (p = 0.001).');
  });

  it('says nothing where there is nothing to read', () => {
    expect(changeIn('')).toBeNull();
    expect(
      extractChange(
        { title: 'Gabapentin lowers the pain score', abstract: null },
        { intervention: 'gabapentin', comparator: 'placebo', outcome: 'pain score' },
        { model },
      ),
    ).toBeNull();
  });

  it('abstains below the confidence asked for, and is unsure of what is not named', () => {
    const comparison = { intervention: 'gabapentin', comparator: 'placebo', outcome: 'pain score' };
    const paper = { title: null, abstract: 'RESULTS: Nothing was measured.' };
    expect(extractChange(paper, comparison, { model }, 0.6)).toBeNull();
    expect(
      changeIn('RESULTADOS: El dolor disminuyó con gabapentina.')?.confidence ?? 0,
    ).toBeLessThan(0.5);
  });

  it('gives the same answer twice', () => {
    const abstract = 'RESULTS: Pain improved with gabapentin (P=.04) but sleep did not.';
    expect(changeIn(abstract)).toEqual(changeIn(abstract));
  });

  it('survives a megabyte without a full stop', () => {
    expect(() => changeIn('gabapentin pain score 1 vs 2 ('.repeat(35_000))).not.toThrow();
  });

  it('cites word for word, whatever the abstract holds', () => {
    const word = fc.constantFrom(
      'pain score',
      'gabapentin',
      'placebo',
      'was',
      'lower',
      'than',
      '(p < 0.05)',
      '3.2 ± 1',
      'vs.',
      'RESULTS:',
      '\n',
      'β',
      '&lt;',
      '95% CI',
      '0.1–0.9',
      'Group A',
      'no',
      '.',
      ';',
      '\u00a0',
      '  ',
      '0.',
      '1,200',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (abstract) => {
          const found = changeIn(abstract);
          if (!found) return;
          expect(abstract).toContain(found.sentence);
          expect(found.confidence).toBeGreaterThanOrEqual(0);
          expect(found.confidence).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
