import { describe, expect, it } from 'vitest';
import type { Study } from '../../../src/core/domain/study.ts';
import { evidenceRows } from '../../../src/core/plot/evidencePlot.ts';
import { mapPlot } from '../../../src/core/plot/mapPlot.ts';
import { plotAnswer, studiesDrawn } from '../../../src/core/plot/plotAnswer.ts';
import type { MapCell, Plot, PlotData } from '../../../src/core/plot/plotData.ts';
import { createWhole } from '../../support/caveat.ts';
import { finding, study } from '../../support/study.ts';
import { answerOf, given, knowledgeOf } from '../answer/madeUp.ts';

type Asked = Parameters<typeof answerOf>[1];

const plotOf = (studies: readonly Study[], asked: Asked = {}): Plot | null =>
  plotAnswer(answerOf(studies, asked), knowledgeOf(studies));

const drawnAs = <K extends PlotData['kind']>(
  kind: K,
  studies: readonly Study[],
  asked: Asked = {},
): Extract<PlotData, { kind: K }> => {
  const data = plotOf(studies, asked)?.data;
  expect(data?.kind).toBe(kind);
  return data as Extract<PlotData, { kind: K }>;
};

const rat = { species: 'rat', enrolled: 9, analysed: 9 };
const named = (name: string, parts: Parameters<typeof study>[0] = {}): Study =>
  study({ id: `${name.toLowerCase()}-study`, authors: [`${name} A`], ...parts });

describe('the evidence plot', () => {
  const trial = named('Trial', {
    findings: [finding({ direction: 'no-difference' })],
    population: { analysed: 120 },
  });
  const series = named('Series', {
    design: 'case-series',
    blinding: 'none',
    control: 'none',
    population: { enrolled: 5, analysed: 5 },
    findings: [finding({ versus: 'baseline', responders: { n: 5, of: 5 } })],
  });
  const worse = named('Worse', { findings: [finding({ direction: 'worsened' })] });
  const mixed = named('Mixed', {
    findings: [finding(), finding({ direction: 'no-difference' })],
  });
  const animals = named('Rats', { design: 'animal', population: rat });

  it('draws every study once, with its direction, size and shape', () => {
    const data = drawnAs('evidence', [trial, series, worse, mixed, animals]);
    expect(data.title).toBe('Gabapentin for hemifacial spasm');
    expect(data.groups).toHaveLength(1);
    const rows = Object.fromEntries(evidenceRows(data).map((row) => [row.label, row]));
    expect(Object.keys(rows)).toHaveLength(5);
    expect(rows['Trial 2020']).toMatchObject({
      design: 'randomised',
      direction: 'no-difference',
      participants: 120,
      counts: true,
    });
    expect(rows['Series 2020']).toMatchObject({ design: 'uncontrolled', direction: 'improved' });
    expect(rows['Worse 2020']).toMatchObject({ direction: 'worsened' });
    expect(rows['Mixed 2020']).toMatchObject({ direction: 'mixed' });
    expect(rows['Rats 2020']).toMatchObject({ design: 'animal', counts: false, participants: 9 });
  });

  it('keeps animals apart and behind people, whatever they are called', () => {
    const { groups } = drawnAs('evidence', [animals, trial, series]);
    expect(groups[0]?.people.map(({ label }) => label)).toEqual(['Trial 2020', 'Series 2020']);
    expect(groups[0]?.animals.map(({ label }) => label)).toEqual(['Rats 2020']);
    const only = drawnAs('evidence', [animals]);
    expect(only.groups[0]).toMatchObject({ people: [], certainty: null });
    expect(only.groups[0]?.animals).toHaveLength(1);
  });

  it('gives responders their Wilson interval, and a single case none', () => {
    const one = named('One', {
      design: 'case-report',
      population: { enrolled: 1, analysed: 1 },
      findings: [finding({ versus: 'baseline', responders: { n: 1, of: 1 } })],
    });
    const [first, second] = evidenceRows(drawnAs('evidence', [series, one]));
    // Newcombe 1998, method 3: 5 of 5 is 56.6 to 100%.
    expect(first?.share).toMatchObject({ n: 5, of: 5, high: 1 });
    expect(first?.share?.low).toBeCloseTo(0.566, 3);
    expect(second?.share).toBeNull();
  });

  it('groups by condition, each with its certainty', () => {
    const other = named('Other', { population: { condition: 'blepharospasm' } });
    const { groups, title } = drawnAs('evidence', [trial, other], { conditions: ['spasm'] });
    expect(title).toBe('Gabapentin for spasm');
    expect(groups.map((group) => group.title).toSorted()).toEqual([
      'Blepharospasm',
      'Hemifacial spasm',
    ]);
    expect(groups.every(({ certainty }) => certainty !== null)).toBe(true);
  });

  it('marks what was retracted and what is known second-hand, and counts neither wrongly', () => {
    const retracted = named('Gone', {
      retraction: { date: null, reason: 'made up', url: 'https://example.org/r' },
    });
    const told = named('Told', { status: 'secondary' });
    const rows = evidenceRows(drawnAs('evidence', [retracted, told]));
    expect(rows.find(({ label }) => label === 'Gone 2020')).toMatchObject({
      standing: 'retracted',
      counts: false,
    });
    expect(rows.find(({ label }) => label === 'Told 2020')).toMatchObject({
      standing: 'second-hand',
      counts: true,
    });
  });

  it('says the same in words, the negative as plainly as the positive', () => {
    const plot = plotOf([trial, series, worse, animals]);
    expect(plot?.alt).toMatch(/3 studies in people: 1 better, 1 no difference and 1 worse/);
    expect(plot?.alt).toMatch(/1 study in animals: 1 better/);
    expect(plot?.alt).toMatch(/Trial 2020: randomised trial, 120 people, no difference\./);
    expect(plot?.alt).toMatch(/Worse 2020: randomised trial, 50 people, worse\./);
    expect(plot?.alt).toMatch(/5 of 5 improved \(95% interval 57 to 100%\)/);
    expect(plot?.alt).toMatch(/Rats 2020: animals, 9 animals, better, not counted in the rating/);
  });

  it('keeps its words within what Discord takes, and says how many are left out', () => {
    const many = Array.from({ length: 60 }, (_, i) => named(`Author${i}`));
    const plot = plotOf(many);
    expect(studiesDrawn(plot?.data as PlotData)).toBe(60);
    expect(plot?.alt.length).toBeLessThanOrEqual(1024);
    expect(plot?.alt).toMatch(/60 studies in people: 60 better/);
    const left = Number(/And (\d+) more\.$/.exec(plot?.alt ?? '')?.[1]);
    expect(plot?.alt.match(/Author\d+ 2020:/g)).toHaveLength(60 - left);
  });

  it('keeps labels short and free of what cannot be seen', () => {
    const hostile = named('X', {
      authors: [],
      title: `\u202e</text><script>&\u0000\ud83d ${'long '.repeat(1000)}`,
    });
    const [row] = evidenceRows(drawnAs('evidence', [hostile]));
    expect(row?.label.length).toBeLessThanOrEqual(60);
    expect(row?.label).toMatch(/^<\/text><script>&/);
    expect(row?.label).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(row?.label.isWellFormed()).toBe(true);
  });

  it('is not there without evidence', () => {
    expect(plotOf([])).toBeNull();
    expect(plotOf([trial], { intent: 'help', interventions: [], conditions: [] })).toBeNull();
  });
});

describe('the overview', () => {
  const early = named('Early', { year: 1990 });
  const late = named('Late', { year: 2010, population: { condition: 'blepharospasm' } });
  const undated = named('Undated', { year: null });
  const rats = named('Rats', { design: 'animal', year: 2001, population: rat });
  const asked: Asked = { intent: 'uses', conditions: [] };

  it('has a row for each condition, with years and designs', () => {
    const { rows, title } = drawnAs('overview', [early, late, undated, rats], asked);
    expect(title).toBe('Gabapentin');
    const hemifacial = rows.find(({ label }) => label === 'Hemifacial spasm');
    expect(hemifacial).toMatchObject({ studies: 2, animals: 1, undated: 1 });
    expect(hemifacial?.years.map(({ year, design }) => [year, design])).toEqual([
      [1990, 'randomised'],
      [2001, 'animal'],
    ]);
    expect(rows.find(({ label }) => label === 'Blepharospasm')).toMatchObject({
      studies: 1,
      years: [{ year: 2010 }],
    });
  });

  it('says the same in words', () => {
    const alt = plotOf([early, late, rats], asked)?.alt;
    expect(alt).toMatch(
      /Hemifacial spasm: .*certainty, 1 study in people, 1 in animals, 1990 to 2001\./,
    );
    expect(alt).toMatch(/Blepharospasm: .* 1 study in people, 2010\./);
  });

  it('gives way to the studies where there is but one condition', () => {
    expect(drawnAs('evidence', [early, undated], asked).groups).toHaveLength(1);
  });
});

describe('the doses', () => {
  const asked: Asked = { intent: 'dose' };
  const dosed = (name: string, dose: Record<string, unknown> | null, parts = {}) =>
    named(name, { ...given({ gabapentin: dose }), ...parts });

  it('are drawn as stated, lowest first, with the labelled range, animals last', () => {
    const data = drawnAs(
      'doses',
      [
        dosed('High', { min: 900, max: 3600, unit: 'mg/day' }),
        dosed('Open', { min: null, max: 600, unit: 'mg/day' }),
        dosed('Rats', { min: 10, max: 10, unit: 'mg/day' }, { design: 'animal', population: rat }),
        dosed('Silent', null),
      ],
      asked,
    );
    expect(data.title).toMatch(/doses studied$/);
    expect(data.groups).toHaveLength(1);
    expect(data.groups[0]).toMatchObject({
      unit: 'mg/day',
      labelled: { min: 900, max: 3600 },
    });
    expect(data.groups[0]?.rows.map(({ label, min, max }) => [label, min, max])).toEqual([
      ['Open 2020', null, 600],
      ['High 2020', 900, 3600],
      ['Rats 2020', 10, 10],
    ]);
    expect(data.unstated).toBe(1);
  });

  it('of different units stand apart, and the label only beside its own', () => {
    const { groups } = drawnAs(
      'doses',
      [
        dosed('A', { min: 1, max: 2, unit: 'mg/kg' }),
        dosed('B', { min: 300, max: 300, unit: 'mg/day' }),
        dosed('C', { min: 600, max: 600, unit: 'mg/day' }),
      ],
      asked,
    );
    expect(groups.map(({ unit, labelled }) => [unit, labelled !== null])).toEqual([
      ['mg/day', true],
      ['mg/kg', false],
    ]);
  });

  it('are told in words, never as advice', () => {
    const alt = plotOf([dosed('Open', { min: null, max: 600, unit: 'mg/day' })], asked)?.alt;
    expect(alt).toMatch(/not what to take/);
    expect(alt).toMatch(/Open 2020: up to 600 mg\/day, 50 people, better\./);
  });

  it('that nobody stated leave the studies to be drawn', () => {
    drawnAs('evidence', [dosed('Silent', null)], asked);
  });
});

const cellsOf = (plot: Plot | null): MapCell[] =>
  plot?.data.kind === 'map' ? plot.data.cells : [];

describe('the map', () => {
  const { caveat, library } = createWhole();
  const labelOf = new Map(library.conditions.map(({ id, label }) => [id, label]));

  it('counts what is studied in people, treatment by condition', () => {
    const studies = [
      named('A'),
      named('B'),
      named('C', given({ baclofen: null })),
      named('D', { population: { condition: 'blepharospasm' } }),
      named('Rats', { design: 'animal', population: rat }),
    ];
    const plot = mapPlot(['hemifacial-spasm', 'blepharospasm', 'back-spasm'], knowledgeOf(studies));
    expect(plot?.data).toMatchObject({
      kind: 'map',
      conditions: [
        { label: 'Hemifacial spasm', others: 0 },
        { label: 'Blepharospasm', others: 0 },
      ],
      interventions: ['Gabapentin', 'Baclofen'],
    });
    const cells = cellsOf(plot).map(
      ({ condition, intervention, studies: n }) => `${condition} ${intervention} ${n}`,
    );
    expect(cells.toSorted()).toEqual([
      'Blepharospasm Gabapentin 1',
      'Hemifacial spasm Baclofen 1',
      'Hemifacial spasm Gabapentin 2',
    ]);
    expect(plot?.alt).toMatch(/Hemifacial spasm, Gabapentin: 2 studies, .*certainty\./);
  });

  it('of the library has the rating that the answers have', () => {
    const plot = caveat.mapOf(caveat.conditions.map(({ id }) => id));
    const cells = cellsOf(plot);
    expect(cells.length).toBeGreaterThan(20);
    const cell = cells.find(
      ({ condition, intervention }) =>
        condition === 'Hemifacial spasm' && intervention === 'Gabapentin',
    );
    const [section] = caveat.ask(`gabapentin ${labelOf.get('hemifacial-spasm')}`).sections;
    expect(cell).toMatchObject({ certainty: section?.certainty, verdict: section?.verdict });
    expect(cell?.studies).toBe(section?.findings.filter(({ kind }) => kind !== 'animals').length);
  });

  it('withholds what the view withholds, and is nothing where nothing was studied', () => {
    const ids = ['hemifacial-spasm'];
    expect(mapPlot(ids, knowledgeOf([]))).toBeNull();
    const view = { animals: true, secondary: true, leastCertainty: 'high' } as const;
    expect(caveat.mapOf(ids, view)).toBeNull();
    expect(caveat.mapOf(ids)).not.toBeNull();
  });
});

describe('every answer of the library', () => {
  const { caveat, library } = createWhole();
  it('draws each study of each section, with words within the limit', () => {
    for (const { label } of library.interventions) {
      const answer = caveat.ask(`does ${label} help`);
      const plot = caveat.plotOf(answer);
      if (plot === null) continue;
      expect(plot.alt.length).toBeLessThanOrEqual(1024);
      expect(studiesDrawn(plot.data)).toBe(
        answer.sections.reduce((sum, { findings }) => sum + findings.length, 0),
      );
    }
  });
});
