import { describe, expect, it } from 'vitest';
import { createKnowledge } from '../../../src/core/answer/knowledge.ts';
import { createStudyCard } from '../../../src/core/answer/studyCard.ts';
import { createStudyIndex } from '../../../src/library/createStudyIndex.ts';
import { createWhole } from '../../support/caveat.ts';
import { finding, study } from '../../support/study.ts';

const { caveat, library } = createWhole();
const knowledge = createKnowledge(library, createStudyIndex(library.studies));
const card = (parts: Parameters<typeof study>[0] = {}) => createStudyCard(study(parts), knowledge);

describe('a study card', () => {
  it('says of a real study what its record says', () => {
    expect(caveat.studyCard('bandini-1999-gabapentin-hemifacial-spasm')).toEqual({
      id: 'bandini-1999-gabapentin-hemifacial-spasm',
      short: 'Bandini 1999',
      citation: 'Bandini F, Mazzella L. European Neurology 1999',
      title: 'Gabapentin as Treatment for Hemifacial Spasm',
      url: 'http://www.karger.com/Article/FullText/8068',
      pmid: null,
      doi: null,
      status: 'verified',
      retraction: null,
      design: 'case series',
      blinding: 'not blinded',
      control: 'no control group',
      people: 'Five people with hemifacial spasm in Genoa',
      enrolled: 5,
      analysed: 5,
      treatments: [{ label: 'gabapentin', dose: '900 to 1600 mg/day', duration: null }],
      comparator: null,
      condition: 'hemifacial spasm',
      findings: [
        {
          outcome: 'response of spasms',
          direction: 'better than before',
          text: 'All five people responded well, and their spasms improved quickly and clearly. (5 of 5, 95% interval 57 to 100%)',
          primary: false,
        },
      ],
      harms: 'no remarkable adverse effects',
      serious: null,
      withdrawals: null,
      riskOfBias: null,
      funding: null,
      limitations: [
        'Five people, without a comparison group or blinding',
        'The pages read do not state how long treatment lasted',
      ],
      disagreements: [],
      sources: [
        { url: 'http://www.karger.com/Article/FullText/8068', read: '2026-11-22' },
        {
          url: 'https://pt.scribd.com/document/352096356/Gabapentin-as-Treatment-For',
          read: '2026-11-22',
        },
        {
          url: 'https://acnpsearch.tweb-dev.unibo.it/singlejournalindex/63500175',
          read: '2026-11-22',
        },
      ],
    });
  });

  it.each([
    ['improved', 'placebo', 'better than placebo'],
    ['improved', 'active', 'better than another treatment'],
    ['no-difference', 'dose', 'no clear difference from another dose'],
    ['no-difference', 'baseline', 'no clear change'],
    ['worsened', 'no-treatment', 'worse than no treatment'],
    ['mixed', 'placebo', 'mixed against placebo'],
    ['mixed', 'baseline', 'mixed changes'],
  ])('says of %s against %s: %s', (direction, versus, words) => {
    const { findings } = card({ findings: [finding({ direction, versus })] });
    expect(findings[0]?.direction).toBe(words);
  });

  it('tells a retraction, bias, funding and harms with their reasons', () => {
    const told = card({
      retraction: { date: '2020-01-31', reason: 'Made-up data', url: 'https://example.org/r' },
      risk_of_bias: { overall: 'high', judged_by: 'Cochrane', concerns: ['no blinding', 'small'] },
      funding: { kind: 'industry', description: 'A Company' },
      adverse_events: { summary: 'Drowsiness', serious: 2, withdrawals: '3 of 50' },
      discrepancies: ['Two pages give two numbers.'],
      status: 'secondary',
    });
    expect(told.retraction).toBe('Retracted on 2020-01-31: Made-up data (https://example.org/r)');
    expect(told.riskOfBias).toBe('high (judged by Cochrane): no blinding; small');
    expect(told.funding).toBe('industry: A Company');
    expect([told.harms, told.serious, told.withdrawals]).toEqual(['Drowsiness', 2, '3 of 50']);
    expect(told.disagreements).toEqual(['Two pages give two numbers.']);
    expect(told.status).toBe('secondary');
  });

  it('says what a review included', () => {
    const design = (included: unknown) => card({ design: 'systematic-review', included }).design;
    expect(design({ studies: 5, participants: 200 })).toBe(
      'systematic review of 5 studies with 200 participants',
    );
    expect(design({ studies: 1, participants: null })).toBe('systematic review of 1 study');
    expect(design(null)).toBe('systematic review');
  });

  it('makes no guess: what is unclear or unknown is null', () => {
    const told = card({ blinding: 'unclear', control: 'unclear', comparator: null, title: null });
    expect([told.blinding, told.control, told.comparator, told.title]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('takes the regimen in words where no dose is stated', () => {
    const { treatments } = card({
      interventions: [
        {
          id: 'botulinum-toxin',
          dose: null,
          regimen: 'as judged',
          duration: null,
          exposure_days: null,
        },
      ],
    });
    expect(card().treatments).toEqual([{ label: 'gabapentin', dose: null, duration: '8 weeks' }]);
    expect(treatments).toEqual([
      { label: 'botulinum toxin type A', dose: 'as judged', duration: null },
    ]);
  });

  it('can be made of every usable record, and of no draft', () => {
    for (const { id, status } of library.studies) {
      const made = caveat.studyCard(id);
      expect(made === null).toBe(status === 'draft');
      if (made) expect(JSON.stringify(made)).not.toMatch(/undefined|NaN/);
    }
    expect(caveat.studyCard('no-such-study')).toBeNull();
    expect(caveat.studyCard('__proto__')).toBeNull();
  });
});
