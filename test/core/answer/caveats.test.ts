import { describe, expect, it } from 'vitest';
import type { Study } from '../../../src/core/domain/study.ts';
import { finding, study } from '../../support/study.ts';
import { pointing, pooledReview, series, trial } from '../grading/bodies.ts';
import { answerOf, given } from './madeUp.ts';

type Asked = Parameters<typeof answerOf>[1];

/** The caveats of the answer about these studies, as code to the ids of the studies cited. */
const caveatsOf = (studies: readonly Study[], asked: Asked = {}): Record<string, string[]> => {
  const { caveats, sources } = answerOf(studies, asked);
  const idOf = new Map(sources.map(({ n, studyId }) => [n, studyId]));
  return Object.fromEntries(
    caveats.map(({ code, citations }) => [code, citations.map((n) => idOf.get(n) ?? '?').sort()]),
  );
};

const RETRACTION = { date: null, reason: 'made up', url: 'https://example.org/' };
const SIGN = { findings: [finding({ outcome: 'electrophysiology' })] };
const BACK = { population: { condition: 'back-spasm' } };

/** Nothing is to be said against it: large, blinded, recent, long, felt, paid by nobody. */
const sound = (id: string, parts: Parameters<typeof study>[0] = {}) =>
  trial(id, 500, { year: 2026, ...parts });

const rat = (id: string) => study({ id, design: 'animal', population: { species: 'rat' } });

describe('a sound trial', () => {
  it('earns no caveat', () => {
    expect(caveatsOf([sound('a')])).toEqual({});
  });
});

describe('each caveat by itself', () => {
  it.each<[string, Study[], Record<string, string[]>]>([
    ['animals alone', [rat('rat')], { 'animal-only': ['rat'] }],
    [
      'a change from the start alone',
      [sound('a', { findings: [finding({ versus: 'baseline' })] })],
      { 'no-control-group': ['a'] },
    ],
    ['a trial that was open', [sound('a', { blinding: 'none' })], { 'not-blinded': ['a'] }],
    ['a trial blinded on one side', [sound('a', { blinding: 'single' })], { 'not-blinded': ['a'] }],
    ['twenty-nine people', [trial('a', 29, { year: 2026 })], { 'small-sample': ['a'] }],
    ['ninety-nine people in all', [trial('a', 99, { year: 2026 })], { 'small-sample': ['a'] }],
    [
      'one person',
      [trial('a', 1, { year: 2026, design: 'case-report' })],
      { 'single-case': ['a'] },
    ],
    [
      'a week of treatment of a chronic condition',
      [sound('a', given({ gabapentin: null }, { exposure_days: 7 }))],
      { 'short-exposure': ['a'] },
    ],
    ['a laboratory sign alone', [sound('a', SIGN)], { 'surrogate-outcome': ['a'] }],
    [
      'a dose above the label',
      [sound('a', given({ gabapentin: { min: 2400, max: 4800, unit: 'mg/day' } }))],
      { 'dose-outside-usual-range': ['a'] },
    ],
    [
      'a dose below the label',
      [sound('a', given({ gabapentin: { min: 300, max: 600, unit: 'mg/day' } }))],
      { 'dose-outside-usual-range': ['a'] },
    ],
    [
      'trials that disagree',
      [sound('a'), sound('b', pointing('no-difference'))],
      { 'conflicting-studies': ['a', 'b'] },
    ],
    ['a summary of a study', [sound('a', { status: 'secondary' })], { 'secondary-source': ['a'] }],
    ['nothing in the last fifteen years', [sound('a', { year: 2010 })], { 'old-evidence': ['a'] }],
    [
      'people with several conditions',
      [sound('a', { population: { other_conditions: ['blepharospasm'] } })],
      { 'population-differs': ['a'] },
    ],
    [
      'children, where nobody asked about children',
      [sound('a', { population: { age: 'children' } })],
      { 'population-differs': ['a'] },
    ],
    [
      'the maker as payer',
      [sound('a', { funding: { kind: 'industry', description: 'the maker' } })],
      { 'industry-funding': ['a'] },
    ],
    [
      'the maker as one payer of several',
      [sound('a', { funding: { kind: 'mixed', description: 'the maker and the state' } })],
      { 'industry-funding': ['a'] },
    ],
    [
      'sources at odds',
      [sound('a', { discrepancies: ['One page says 12, the other 21.'] })],
      { 'sources-disagree': ['a'] },
    ],
    [
      'people who may be in two studies',
      [sound('a', { overlaps: ['b'] }), sound('b', { overlaps: ['a'] })],
      { 'overlapping-participants': ['a', 'b'] },
    ],
    [
      'a retracted study beside a sound one',
      [sound('a'), sound('false', { retraction: RETRACTION })],
      { retracted: ['false'] },
    ],
    [
      'a negative trial that summaries leave out',
      [
        sound('a', {
          ...pointing('no-difference'),
          omitted_from: [{ description: 'a page', url: null }],
        }),
      ],
      { 'negative-trial-omitted-elsewhere': ['a'] },
    ],
  ])('%s', (_, studies, caveats) => {
    expect(caveatsOf(studies)).toEqual(caveats);
  });
});

describe('what does not earn a caveat', () => {
  it.each<[string, string, Study[], Asked]>([
    ['animals beside people', 'animal-only', [sound('a'), rat('rat')], {}],
    ['a number that is not stated', 'small-sample', [trial('a', null)], {}],
    ['a hundred people', 'small-sample', [trial('a', 100)], {}],
    [
      'two days of treatment of a condition that passes',
      'short-exposure',
      [sound('a', { ...BACK, ...given({ gabapentin: null }, { exposure_days: 2 }) })],
      { conditions: ['back-spasm'] },
    ],
    [
      'a laboratory sign beside something felt',
      'surrogate-outcome',
      [sound('a', { findings: [finding(), finding({ outcome: 'electrophysiology' })] })],
      {},
    ],
    [
      'a dose that reaches into the label',
      'dose-outside-usual-range',
      [sound('a', given({ gabapentin: { min: 300, max: 900, unit: 'mg/day' } }))],
      {},
    ],
    [
      'a dose in another unit',
      'dose-outside-usual-range',
      [sound('a', given({ gabapentin: { min: 5, max: 5, unit: 'mg/kg' } }))],
      {},
    ],
    [
      'the dose of another treatment',
      'dose-outside-usual-range',
      [sound('a', given({ gabapentin: null, baclofen: { min: 5, max: 80, unit: 'mg/day' } }))],
      {},
    ],
    ['two trials of one mind', 'conflicting-studies', [sound('a'), sound('b')], {}],
    [
      'one recent trial beside old ones',
      'old-evidence',
      [sound('a'), sound('b', { year: 1990 })],
      {},
    ],
    ['fifteen years to the day', 'old-evidence', [sound('a', { year: 2011 })], {}],
    [
      'children, where children were asked about',
      'population-differs',
      [sound('a', { population: { age: 'children' } })],
      { filters: { population: 'children' } },
    ],
    [
      'public money',
      'industry-funding',
      [sound('a', { funding: { kind: 'public', description: 'the state' } })],
      {},
    ],
    [
      'an overlap with a study that is not here',
      'overlapping-participants',
      [sound('a', { overlaps: ['elsewhere'] })],
      {},
    ],
    [
      'a positive trial that summaries leave out',
      'negative-trial-omitted-elsewhere',
      [sound('a', { omitted_from: [{ description: 'a page', url: null }] })],
      {},
    ],
  ])('%s: no %s', (_, code, studies, asked) => {
    const caveats = caveatsOf(studies, asked);
    expect(Object.keys(caveats)).not.toContain(code);
  });
});

describe('the caveats of an answer', () => {
  it('name the studies that earned them, and no others', () => {
    const caveats = caveatsOf([
      sound('sound'),
      trial('small', 20, { year: 2026, blinding: 'none' }),
    ]);
    expect(caveats).toEqual({ 'small-sample': ['small'], 'not-blinded': ['small'] });
  });

  it('do not speak of studies that are listed without a say, save for what is wrong with them', () => {
    const caveats = caveatsOf([
      pooledReview('review', 800, { year: 2026 }),
      trial('old-and-small', 12, { year: 1990, blinding: 'none', status: 'secondary' }),
    ]);
    expect(caveats).toEqual({ 'secondary-source': ['old-and-small'] });
  });

  it('tell of a negative trial that a favourable review is too old to know', () => {
    const review = study({
      id: 'review',
      design: 'systematic-review',
      year: 2016,
      population: { enrolled: null, analysed: null },
    });
    const negative = sound('negative', { year: 2026, ...pointing('no-difference') });
    expect(caveatsOf([review, negative])).toMatchObject({
      'negative-trial-omitted-elsewhere': ['negative'],
    });
    const younger = study({ ...review, year: 2026 });
    expect(caveatsOf([younger, negative])).not.toHaveProperty('negative-trial-omitted-elsewhere');
  });

  it('come once for all sections, each study once', () => {
    const both = series('both', 8, {
      year: 2026,
      ...given({ gabapentin: null, baclofen: null }),
    });
    const caveats = caveatsOf([both], { interventions: ['gabapentin', 'baclofen'] });
    expect(caveats).toEqual({
      'no-control-group': ['both'],
      'not-blinded': ['both'],
      'small-sample': ['both'],
    });
  });

  it('say where they hold, or in how many places where those are many', () => {
    const uses = ['spasm', 'hemifacial-spasm', 'blepharospasm', 'back-spasm'].flatMap((condition) =>
      ['gabapentin', 'baclofen'].map((treatment) => ({ condition, treatment })),
    );
    const textOf = (old: number) =>
      answerOf(
        uses.map(({ condition, treatment }, at) =>
          sound(`study-${at}`, {
            year: at < old ? 2000 : 2026,
            population: { condition },
            ...given({ [treatment]: null }),
          }),
        ),
        { interventions: ['gabapentin', 'baclofen'], conditions: [] },
      ).caveats.find(({ code }) => code === 'old-evidence')?.text;
    expect(textOf(8)).toMatch(/^The newest study that counts is more/);
    expect(textOf(5)).toMatch(/ for 5 of the 8 uses shown is more/);
    expect(textOf(1)).toMatch(/ for gabapentin in spasm is more/);
  });

  it('cite every study, and name the first of them', () => {
    const ids = ['ada', 'bea', 'cid', 'dot', 'eve'];
    const { caveats } = answerOf(
      ids.map((id) => sound(id, { authors: [`${id} X`], discrepancies: ['12 or 21.'] })),
    );
    const [{ text, citations } = { text: '', citations: [] }] = caveats;
    expect(text).toMatch(/: \w+ 2026, \w+ 2026, \w+ 2026 and 2 more\./);
    expect(citations).toHaveLength(5);
  });

  it('say for which question the people differ: asked about pregnancy, every study does', () => {
    const caveats = caveatsOf([sound('a')], { filters: { population: 'pregnancy' } });
    expect(caveats).toEqual({ 'population-differs': ['a'] });
  });
});
