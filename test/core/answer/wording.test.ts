import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/domain/answer.ts';
import type { Study } from '../../../src/core/domain/study.ts';
import { finding, study } from '../../support/study.ts';
import { pointing, pooledReview, series, trial } from '../grading/bodies.ts';
import { answerOf, given } from './madeUp.ts';

const LEVELS = {
  high: { people: 500, blinding: 'double' },
  moderate: { people: 200, blinding: 'double' },
  low: { people: 50, blinding: 'double' },
  'very-low': { people: 50, blinding: 'none' },
} as const;

type Level = keyof typeof LEVELS;

const at = (level: Level, direction = 'improved', id = `${level}-${direction}`, parts = {}) =>
  trial(id, LEVELS[level].people, {
    blinding: LEVELS[level].blinding,
    ...pointing(direction),
    ...parts,
  });

const rat = study({ id: 'rat', design: 'animal', population: { species: 'rat' } });
const summing = study({
  id: 'summing',
  design: 'systematic-review',
  population: { enrolled: null, analysed: null },
});

describe('the words of a headline', () => {
  it.each<[Level, string, RegExp]>([
    ['high', 'improved', /^Gabapentin helps hemifacial spasm/],
    ['moderate', 'improved', /^Gabapentin probably helps hemifacial spasm/],
    ['low', 'improved', /^Gabapentin may help hemifacial spasm/],
    ['very-low', 'improved', /evidence is very uncertain .* points to benefit/],
    ['moderate', 'no-difference', /^Gabapentin probably makes little or no difference to/],
    ['low', 'no-difference', /^Gabapentin may make little or no difference to/],
    ['very-low', 'no-difference', /evidence is very uncertain .* points to no clear effect/],
    ['high', 'worsened', /^Gabapentin worsens hemifacial spasm/],
    ['moderate', 'worsened', /^Gabapentin probably worsens/],
    ['low', 'worsened', /^Gabapentin may worsen/],
    ['very-low', 'worsened', /evidence is very uncertain .* points to harm/],
  ])('at %s certainty of %s', (level, direction, words) => {
    const answer = answerOf([at(level, direction)]);
    expect(answer.certainty).toBe(level);
    expect(answer.headline).toMatch(words);
  });

  it.each<[Level, RegExp]>([
    ['high', /\b(?:probably|may|uncertain)\b/],
    ['moderate', /\b(?:may|uncertain)\b/],
    ['low', /\b(?:probably|uncertain)\b/],
    ['very-low', /\b(?:probably|may)\b/],
  ])('at %s certainty never borrow from another level', (level, words) => {
    for (const direction of ['improved', 'no-difference', 'worsened']) {
      const answer = answerOf([at(level, direction)]);
      if (answer.certainty === level) expect(answer.headline).not.toMatch(words);
    }
  });

  it('name the certainty where the verb leaves a doubt of it', () => {
    for (const level of ['high', 'moderate', 'low'] as const)
      expect(answerOf([at(level)]).headline).toContain(`(${level} certainty)`);
  });

  it('say on what the finding rests', () => {
    const { headline } = answerOf([at('low'), series('s', 10), series('t', 1)]);
    expect(headline).toContain('1 randomised trial and 2 case series, 61 people');
    expect(answerOf([series('s', null)]).headline).toContain('1 case series, numbers not stated');
  });

  it('say that results are mixed, and do not turn them into benefit or none', () => {
    const { headline, verdict } = answerOf([at('high', 'mixed')]);
    expect(verdict).toBe('mixed');
    expect(headline).toMatch(/^Results are mixed/);
  });
});

describe('no evidence is never worded as no effect', () => {
  const NO_EFFECT =
    /no (?:clear )?(?:effect|benefit|difference)|does not (?:work|help)|little or no|ineffective|(?:^|[^t] )is not evidence/i;
  const allWords = ({ headline, sections, notes }: Answer): string =>
    [headline, ...sections.map(({ statement }) => statement), ...notes].join('\n');
  /** The one sentence that speaks of it, to deny it. */
  const withoutDenial = (text: string): string =>
    text.replace('That is not evidence that it does not work.', '');

  it.each<[string, Study[], Parameters<typeof answerOf>[1]]>([
    ['no study at all', [], {}],
    ['studies of another treatment', [trial('a', 500, given({ baclofen: null }))], {}],
    ['animals alone', [rat], {}],
    ['a review that sums up others', [summing], {}],
    [
      'a comparison with another treatment',
      [trial('a', 500, pointing('no-difference', 'active'))],
      {},
    ],
    [
      'a retracted study',
      [
        trial('a', 500, {
          retraction: { date: null, reason: 'false', url: 'https://example.org/' },
        }),
      ],
      {},
    ],
    ['a filter that lets nothing through', [trial('a')], { filters: { yearFrom: 2030 } }],
    ['a treatment nobody knows', [trial('a')], { interventions: [], unknownTreatment: 'yoga' }],
  ])('with %s', (_, studies, asked) => {
    const answer = answerOf(studies, asked);
    expect(answer).toMatchObject({ verdict: 'no-evidence', certainty: null });
    expect(withoutDenial(allWords(answer))).not.toMatch(NO_EFFECT);
  });

  it('and says so where nothing was found', () => {
    expect(answerOf([]).headline).toContain('That is not evidence that it does not work');
    expect(answerOf([]).kind).toBe('no-evidence');
  });
});

describe('what the headline says of studies without a say', () => {
  it('animals are called animals', () => {
    expect(answerOf([rat]).headline).toMatch(/No study in people/);
    expect(answerOf([rat]).headline).toMatch(/animals only \(1 animal study\)/);
  });

  it('a head-to-head comparison compares with no treatment at all', () => {
    const { headline } = answerOf([trial('a', 500, pointing('improved', 'active'))]);
    expect(headline).toMatch(/No study here compares gabapentin with no treatment/);
  });

  it('a review of placebo trials does compare with no treatment', () => {
    expect(answerOf([summing]).headline).not.toMatch(/No study here compares .* with no treatment/);
  });

  it('a retracted placebo trial did compare with no treatment', () => {
    const retraction = { date: null, reason: 'false', url: 'https://example.org/' };
    const { headline } = answerOf([trial('a', 500, { retraction })]);
    expect(headline).not.toMatch(/No study here compares .* with no treatment/);
  });
});

describe('one headline for several bodies', () => {
  const spread = (parts: Record<string, [Level, string]>) =>
    Object.entries(parts).map(([condition, [level, direction]]) =>
      at(level, direction, `in-${condition}`, { population: { condition } }),
    );

  it('gives each condition its own verdict', () => {
    const { headline } = answerOf(
      spread({
        'hemifacial-spasm': ['high', 'improved'],
        blepharospasm: ['low', 'no-difference'],
        'back-spasm': ['very-low', 'improved'],
      }),
      { conditions: ['spasm'] },
    );
    expect(headline).toMatch(/helps hemifacial spasm/);
    expect(headline).toMatch(/no clear effect was found in blepharospasm/);
    expect(headline).toMatch(/very uncertain for back spasm/);
  });

  it('does not say that it depends where every body says the same', () => {
    const { headline } = answerOf(
      spread({ 'hemifacial-spasm': ['low', 'improved'], blepharospasm: ['low', 'improved'] }),
      { conditions: ['spasm'] },
    );
    expect(headline).toContain('hemifacial spasm');
    expect(headline).toContain('blepharospasm');
    expect(headline).not.toMatch(/depends/);
  });

  it('never lets a treatment be the one that is helped', () => {
    const studies = [
      at('low', 'improved', 'a', given({ gabapentin: null })),
      at('low', 'no-difference', 'b', given({ pregabalin: null })),
    ];
    const of = (conditions: string[]) =>
      answerOf(studies, { interventions: ['gabapentinoids'], conditions }).headline;
    for (const headline of [of(['hemifacial-spasm']), of(['spasm'])]) {
      expect(headline).toContain('gabapentin');
      expect(headline).not.toMatch(/helps? (?:gabapentin|pregabalin)/);
      expect(headline).not.toMatch(/found in (?:gabapentin|pregabalin)/);
    }
  });

  it('takes no more certainty than the weakest body has, and a shared verdict only', () => {
    const unlike = spread({
      'hemifacial-spasm': ['high', 'improved'],
      blepharospasm: ['low', 'no-difference'],
    });
    expect(answerOf(unlike, { conditions: ['spasm'] })).toMatchObject({
      verdict: 'mixed',
      certainty: 'low',
    });
    const alike = spread({
      'hemifacial-spasm': ['low', 'improved'],
      blepharospasm: ['low', 'improved'],
    });
    expect(answerOf(alike, { conditions: ['spasm'] })).toMatchObject({
      verdict: 'may-help',
      certainty: 'low',
    });
  });
});

describe('what helps', () => {
  const asked = { intent: 'treatments', interventions: [] } as const;

  it('names the treatments by what is known of them, the best first', () => {
    const answer = answerOf(
      [
        at('very-low', 'improved', 'a', given({ pregabalin: null })),
        at('low', 'improved', 'b', given({ gabapentin: null })),
        at('high', 'no-difference', 'c', given({ baclofen: null })),
      ],
      { ...asked, interventions: [] },
    );
    expect(answer.sections.map(({ intervention }) => intervention)).toEqual([
      'gabapentin',
      'pregabalin',
      'baclofen',
    ]);
    expect(answer).toMatchObject({ verdict: 'may-help', certainty: 'low' });
    expect(answer.headline).toMatch(/may help: gabapentin/);
    expect(answer.headline).toMatch(/no clear effect: baclofen/);
  });

  it('says so where nothing is shown to help', () => {
    const answer = answerOf(
      [
        at('high', 'no-difference', 'a', given({ baclofen: null })),
        at('very-low', 'improved', 'b', given({ gabapentin: null })),
      ],
      { ...asked, interventions: [] },
    );
    expect(answer.headline).toMatch(/no treatment is shown to help with more than very low/);
  });

  it('names the condition that was studied where it is not the one asked about', () => {
    const answer = answerOf(
      [
        at('low', 'improved', 'a', given({ gabapentin: null })),
        at('low', 'no-difference', 'b', given({ baclofen: null })),
      ],
      { ...asked, interventions: [], conditions: ['spasm'] },
    );
    expect(answer.headline).toContain('hemifacial spasm');
  });
});

describe('what a treatment was studied for', () => {
  it('counts every condition, whether its section is shown or not', () => {
    const treatments = ['gabapentin', 'pregabalin', 'baclofen', 'muscle-relaxants'];
    const levels: Record<string, Level> = {
      'hemifacial-spasm': 'high',
      blepharospasm: 'moderate',
      'back-spasm': 'low',
      spasm: 'very-low',
    };
    const studies = Object.entries(levels).flatMap(([condition, level]) =>
      treatments.map((treatment) =>
        at(level, 'improved', `${treatment}-${condition}`, {
          population: { condition },
          ...given({ [treatment]: null }),
        }),
      ),
    );
    const answer = answerOf(studies, {
      intent: 'uses',
      interventions: treatments,
      conditions: [],
    });
    expect(answer.sections).toHaveLength(12);
    expect(answer.sections.map(({ condition }) => condition)).not.toContain('spasm');
    expect(answer.headline).toContain('4 conditions');
  });

  it('speaks of several treatments as several', () => {
    const studies = ['hemifacial-spasm', 'blepharospasm'].flatMap((condition) =>
      ['gabapentin', 'baclofen'].map((treatment) =>
        at('low', 'improved', `${treatment}-${condition}`, {
          population: { condition },
          ...given({ [treatment]: null }),
        }),
      ),
    );
    const { headline } = answerOf(studies, {
      intent: 'uses',
      interventions: ['gabapentin', 'baclofen'],
      conditions: [],
    });
    expect(headline).toContain('2 conditions');
    expect(headline).toMatch(/^Gabapentin and baclofen were studied/);
  });

  it('names no condition twice under one verdict', () => {
    const answer = answerOf(
      [
        at('low', 'improved', 'a', given({ gabapentin: null })),
        at('low', 'improved', 'b', given({ baclofen: null })),
        at('low', 'improved', 'c', {
          ...given({ baclofen: null }),
          population: { condition: 'back-spasm' },
        }),
      ],
      { intent: 'uses', interventions: ['gabapentin', 'baclofen'], conditions: [] },
    );
    expect(answer.headline).not.toMatch(/hemifacial spasm.*(?:,| and) hemifacial spasm/);
  });
});

describe('one treatment against another', () => {
  const compare = { intent: 'compare', interventions: ['gabapentin', 'baclofen'] } as const;
  const direct = trial('direct', 60, {
    authors: ['Direct A'],
    ...pointing('improved', 'active'),
    comparator: { description: 'baclofen', intervention: 'baclofen' },
  });
  const asked = { ...compare, interventions: [...compare.interventions] };

  it('names the study that compared them, and how it came out', () => {
    const studies = [direct, at('low', 'improved', 'b', given({ baclofen: null }))];
    const { headline } = answerOf(studies, asked);
    expect(headline).toMatch(/gabapentin did better than baclofen \(Direct 2020\)/);
    expect(headline).toMatch(/baclofen for hemifacial spasm: may help \(low certainty\)/);
  });

  it('tells alike results once, naming the first of the studies', () => {
    const many = ['Ada', 'Bea', 'Cid', 'Dot', 'Eve'].map((name) => ({
      ...direct,
      id: name.toLowerCase(),
      authors: [`${name} X`],
    }));
    const { headline } = answerOf(
      [...many, at('low', 'improved', 'b', given({ baclofen: null }))],
      asked,
    );
    expect(headline.match(/did better than/g)).toHaveLength(1);
    expect(headline).toMatch(/\(Ada 2020, \w+ 2020, \w+ 2020 and 2 more\)/);
  });

  it('compares a class with what is beside it, not its members with each other', () => {
    const within = {
      ...direct,
      comparator: { description: 'pregabalin', intervention: 'pregabalin' },
    };
    const others = [
      at('low', 'improved', 'p', given({ pregabalin: null })),
      at('low', 'improved', 'b', given({ baclofen: null })),
    ];
    const ofClass = { ...asked, interventions: ['gabapentinoids', 'baclofen'] };
    expect(answerOf([within, ...others], ofClass).headline).toMatch(/No study here compares them/);
    expect(answerOf([direct, ...others], ofClass).headline).toMatch(
      /gabapentin did better than baclofen/,
    );
    const ofMember = { ...asked, interventions: ['gabapentinoids', 'gabapentin'] };
    expect(answerOf([within, ...others], ofMember).headline).toMatch(
      /gabapentin did better than pregabalin/,
    );
  });

  it('says that no study compared them where none did', () => {
    const studies = [at('low'), at('high', 'improved', 'b', given({ baclofen: null }))];
    const answer = answerOf(studies, asked);
    expect(answer.headline).toMatch(/No study here compares them with each other/);
    expect(answer.sections).toHaveLength(2);
  });

  it('says of which of them there is no study', () => {
    const { headline, notes } = answerOf([at('low')], asked);
    expect([headline, ...notes].join(' ')).toMatch(/\bNo [^.]*baclofen/i);
  });

  it('keeps to the conditions that both were studied for where none is named', () => {
    const studies = [
      at('low'),
      at('low', 'improved', 'b', given({ baclofen: null })),
      at('high', 'improved', 'c', { population: { condition: 'back-spasm' } }),
    ];
    const { sections } = answerOf(studies, { ...asked, conditions: [] });
    expect(new Set(sections.map(({ condition }) => condition))).toEqual(
      new Set(['hemifacial-spasm']),
    );
  });
});

describe('doses', () => {
  const mg = (min: number, max: number) => ({ min, max, unit: 'mg/day' });
  const dose = { intent: 'dose' } as const;

  it('are what studies used, with how many say so, and never what to take', () => {
    const { headline } = answerOf(
      [
        trial('a', 50, given({ gabapentin: mg(900, 1600) })),
        trial('b', 50, given({ gabapentin: mg(300, 1200) })),
        trial('c', 50, given({ gabapentin: null })),
      ],
      dose,
    );
    expect(headline).toContain('300 to 1600 mg/day');
    expect(headline).toContain('2 of 3 studies');
    expect(headline).toMatch(/not what to take/);
  });

  it('keep their units apart', () => {
    const { headline } = answerOf(
      [
        trial('a', 50, given({ gabapentin: mg(900, 900) })),
        trial('b', 50, given({ gabapentin: { min: 5, max: 5, unit: 'mg/kg' } })),
      ],
      dose,
    );
    expect(headline).toContain('900 mg/day and 5 mg/kg');
  });

  it('say so where no dose is stated', () => {
    expect(answerOf([trial('a')], dose).headline).toMatch(/no dose is stated/);
  });

  it('of one treatment are never told of another', () => {
    const studies = [
      trial('a', 50, given({ gabapentin: mg(900, 1600) })),
      trial('b', 50, given({ pregabalin: mg(75, 150) })),
    ];
    for (const interventions of [['gabapentin', 'pregabalin'], ['gabapentinoids']]) {
      const { headline } = answerOf(studies, { ...dose, interventions });
      expect(headline).not.toMatch(/75 to 1600/);
      expect(headline).toContain('900 to 1600 mg/day');
      expect(headline).toContain('75 to 150 mg/day');
      expect(headline).toContain('pregabalin');
    }
  });

  it('come with the labelled range, cited', () => {
    const answer = answerOf([trial('a', 50, given({ gabapentin: mg(900, 1600) }))], dose);
    const [note] = answer.safety;
    expect(note).toMatchObject({ code: 'labelled-range' });
    expect(note?.text).toContain('900 to 3600 mg/day');
    const cited = answer.sources.find(({ n }) => n === note?.citations[0]);
    expect(cited?.url).toBe('https://example.org/gabapentin-label');
  });
});

describe('the text of a finding', () => {
  const textOf = (of: Study, asked: Parameters<typeof answerOf>[1] = {}) =>
    answerOf([of], asked).sections[0]?.findings[0]?.text ?? '';

  it('says what the study was before what it found', () => {
    const text = textOf(
      series('a', 5, {
        ...given({ gabapentin: { min: 900, max: 1600, unit: 'mg/day' } }),
        findings: [
          finding({ versus: 'baseline', responders: { n: 5, of: 5 }, summary: 'All improved.' }),
        ],
      }),
    );
    expect(text).toBe(
      'Case series, 5 people, 900 to 1600 mg/day: All improved. (5 of 5, 95% interval 57 to 100%)',
    );
  });

  it('gives no interval for one person, or for an unknown number', () => {
    const of = (responders: unknown) =>
      textOf(series('a', 5, { findings: [finding({ versus: 'baseline', responders })] }));
    expect(of({ n: 1, of: 1 })).not.toContain('interval');
    expect(of({ n: 4, of: null })).not.toContain('interval');
    expect(of({ n: 0, of: 5 })).toContain('0 of 5, 95% interval 0 to 43%');
  });

  it('never crowds out a null finding by positive ones', () => {
    const good = ['One.', 'Two.', 'Three.', 'Four.'].map((summary) =>
      finding({ summary, primary: true }),
    );
    const bad = finding({
      summary: 'Sleep did not differ.',
      outcome: 'sleep',
      direction: 'no-difference',
    });
    const text = textOf(trial('a', 50, { findings: [...good, bad] }));
    expect(text).toContain('Sleep did not differ.');
    expect(text).toContain('2 more in the record');
  });

  it('puts the outcome asked about first', () => {
    const findings = ['One.', 'Two.', 'Three.']
      .map((summary) => finding({ summary }))
      .concat(finding({ summary: 'Sleep was better.', outcome: 'sleep' }));
    expect(textOf(trial('a', 50, { findings }), { outcomes: ['sleep'] })).toMatch(
      /: Sleep was better\./,
    );
  });

  it('marks what is second-hand or retracted', () => {
    expect(textOf(trial('a', 50, { status: 'secondary' }))).toMatch(/^Second-hand\. /);
    const retraction = { date: null, reason: 'false', url: 'https://example.org/' };
    expect(textOf(trial('a', 50, { retraction }))).toMatch(/^RETRACTED\. /);
  });

  it('tells of harms where harms are asked about', () => {
    const adverse_events = { summary: 'two were sleepy', serious: 0, withdrawals: 'one of 50' };
    const text = textOf(trial('a', 50, { adverse_events }), { intent: 'safety' });
    expect(text).toContain('two were sleepy; stopped or withdrew: one of 50');
    expect(text).not.toContain('It was better.');
    // A study that tells of no harms says nothing here.
    expect(answerOf([trial('a', 50)], { intent: 'safety' }).sections).toEqual([]);
  });
});

describe('published ratings', () => {
  it('stand beside ours with their citation, those of the body alone', () => {
    const rating = (parts = {}) => ({
      intervention: 'gabapentin',
      condition: 'hemifacial-spasm',
      system: 'GRADE',
      rating: 'low certainty',
      statement: 'Less spasm.',
      ...parts,
    });
    const review = pooledReview('review', 500, {
      published_ratings: [rating(), rating({ intervention: 'baclofen', rating: 'high' })],
    });
    const answer = answerOf([review]);
    expect(answer.sections[0]?.published).toEqual([
      { rating: 'low certainty (GRADE): Less spasm.', citation: 1 },
    ]);
    expect(answer.sources[0]?.studyId).toBe('review');
  });
});
