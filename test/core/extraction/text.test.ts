import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAbbreviations } from '../../../src/core/extraction/text/abbreviations.ts';
import { splitSentences } from '../../../src/core/extraction/text/sentences.ts';
import { markStatistics } from '../../../src/core/extraction/text/statistics.ts';
import { stemWord } from '../../../src/core/extraction/text/stem.ts';

const textsOf = (abstract: string) => splitSentences(abstract).map(({ text }) => text);

describe('sentences', () => {
  it('end at full stops, not at decimals, initials or "vs."', () => {
    expect(
      textsOf(
        'Pain fell by 3.5 points vs. placebo (p = 0.02; Fig. 2). E. coli was rare, i.e. absent. It was safe.',
      ),
    ).toEqual([
      'Pain fell by 3.5 points vs. placebo (p = 0.02; Fig. 2).',
      'E. coli was rare, i.e. absent.',
      'It was safe.',
    ]);
  });

  it('end behind a group that has a letter for its name', () => {
    expect(textsOf('Pain fell in group A. Sleep did not.')).toEqual([
      'Pain fell in group A.',
      'Sleep did not.',
    ]);
  });

  it('know the parts of an abstract by their labels', () => {
    const parts = splitSentences(
      'BACKGROUND: Cramps hurt.\nMATERIALS AND METHODS: We gave quinine. It was blind.\nRESULTS: Fewer cramps.\nCONCLUSIONS: It works.\nTRIAL REGISTRATION: NCT1.',
    );
    expect(parts.map(({ section }) => section)).toEqual([
      'background',
      'methods',
      'methods',
      'results',
      'conclusion',
      'other',
    ]);
    expect(
      splitSentences('Objective: To see. Methods: We looked. Results: We saw.').map(
        ({ section }) => section,
      ),
    ).toEqual(['objective', 'methods', 'results']);
  });

  it('are pieces of the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const sentence of textsOf(text)) expect(text).toContain(sentence);
      }),
    );
  });

  it('are none in an empty text', () => {
    expect(splitSentences(' \n ')).toEqual([]);
  });
});

describe('p values and intervals', () => {
  it.each([
    ['(p < 0.001)', 'zpsig'],
    ['P=.04', 'zpsig'],
    ['P <.05', 'zpsig'],
    ['p-value = 0·03', 'zpsig'],
    ['p = 0. 003', 'zpsig'],
    ['p = 0.06', 'zpns'],
    ['P > 0.05', 'zpns'],
    ['p = NS', 'zpns'],
    ['p = 2 × 10-6', 'zpsig'],
    ['odds ratio 0.85 (95% CI 0.65-1.12)', 'zcinull'],
    ['hazard ratio 0.28, 95% confidence interval [CI] 0.19–0.41', 'zcilow'],
    ['relative risk 2.1 (95% CI: 1.3, 3.4)', 'zcihigh'],
    ['mean difference -0.4 (95% CI -1.2 to 0.5)', 'zcinull'],
    ['mean difference −4 (95% CI −6 to −2)', 'zcilow'],
  ])('%s says %s', (text, mark) => {
    expect(markStatistics(text.replace('·', '.').replaceAll(/[−–]/g, '-'))).toContain(mark);
  });

  it('are not seen where there are none', () => {
    expect(markStatistics('group 2 had 12 patients at p 3')).toBe('group 2 had 12 patients at p 3');
  });
});

describe('words', () => {
  it.each([
    ['increased', 'increases'],
    ['reduction', 'reductions'],
    ['significantly', 'significant'],
    ['haemorrhage', 'hemorrhages'],
  ])('%s and %s have one stem', (one, other) => expect(stemWord(one)).toBe(stemWord(other)));

  it('have their short forms where the text defines them', () => {
    const found = findAbbreviations(
      'low-density lipoprotein (LDL) and forced expiratory volume in one second (FEV1), at 2 sites (see below)',
    );
    expect(found.map(({ short }) => short)).toEqual(['ldl', 'fev1']);
  });
});
