import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/render/csv.ts';
import { dayChart } from '../../src/render/dayChart.ts';
import { type Report, renderReport, reportCsv } from '../../src/render/discord/renderReport.ts';

const LABELS = new Map([['hemifacial-spasm', 'hemifacial spasm']]);
const days = (counts: number[]): Report['days'] =>
  counts.map((asked, i) => ({
    day: new Date(Date.UTC(2026, 10, 1 + i)).toISOString().slice(0, 10),
    asked,
  }));
const report = (rest: Partial<Report> = {}): Report => ({
  asked: 6,
  answered: 4,
  helpful: 3,
  notHelpful: 1,
  topics: [{ topic: 'gabapentin + hemifacial-spasm', count: 4 }],
  gaps: [{ topic: 'hemifacial-spasm + yoga', count: 2 }],
  days: days([0, 1, 0, 2, 3, 0, 0]),
  ...rest,
});

describe('the chart', () => {
  it('has a line with its number for each day of a week, as long as the day was busy', () => {
    expect(
      dayChart([
        { day: '2026-11-16', count: 0 },
        { day: '2026-11-17', count: 1 },
        { day: '2026-11-18', count: 1_000 },
        { day: '2026-11-19', count: 500 },
      ]),
    ).toBe(
      [
        'Mon 11-16     0',
        'Tue 11-17     1  █',
        `Wed 11-18  1000  ${'█'.repeat(20)}`,
        `Thu 11-19   500  ${'█'.repeat(10)}`,
      ].join('\n'),
    );
  });

  it('has a column for each of thirty days, and tells none from little', () => {
    const counts = Array.from({ length: 30 }, (_, i) => (i === 0 ? 0 : i === 1 ? 1 : i * 10));
    const chart = dayChart(days(counts).map(({ day, asked }) => ({ day, count: asked })));
    const [columns = '', range] = chart.split('\n');
    expect([...columns]).toHaveLength(30);
    expect(columns.startsWith('·▁')).toBe(true);
    expect(columns.endsWith('█')).toBe(true);
    expect(range).toBe('11-01 to 11-30, at most 290 a day');
  });

  it('is nothing without days, and flat without questions', () => {
    expect(dayChart([])).toBe('');
    expect(dayChart([{ day: '2026-11-16', count: 0 }])).toBe('Mon 11-16  0');
  });
});

describe('the report as a message', () => {
  it('speaks of concepts by their labels', () => {
    const [embed] = renderReport(report(), LABELS).embeds;
    expect(embed?.title).toBe('Questions in the last 7 days');
    expect(embed?.description).toMatch(/\*\*6\*\* asked, \*\*4\*\* answered/);
    expect(embed?.description).toMatch(/\*\*3\*\* found an answer helpful, \*\*1\*\* did not/);
    expect(embed?.fields).toEqual([
      { name: 'Most asked about', value: '- gabapentin + hemifacial spasm: **4**' },
      { name: 'Asked, with no answer', value: '- hemifacial spasm + yoga: **2**' },
    ]);
  });

  it('says so where nothing was asked', () => {
    const none = report({ asked: 0, helpful: 0, notHelpful: 0, topics: [], gaps: [] });
    const [embed] = renderReport(none, LABELS).embeds;
    expect(embed?.description).toMatch(/Nobody asked/);
  });

  it('fits whatever was asked, and formats and pings nothing of it', () => {
    const topics = Array.from({ length: 1_000 }, (_, i) => ({
      topic: `@everyone **x** [a](https://b.c) ${'w'.repeat(400)} ${i}`,
      count: 10_000 - i,
    }));
    const [embed] = renderReport(report({ topics, gaps: topics }), LABELS).embeds;
    for (const { value } of embed?.fields ?? []) {
      expect(value.length).toBeLessThanOrEqual(1024);
      expect(value).toMatch(/99\d more in the CSV$/);
      expect(value).not.toMatch(/(?<!\\)@|(?<!\\)\[|x\*\*/);
    }
    expect(JSON.stringify(embed).length).toBeLessThan(5_000);
  });

  it('leaves out questions of which nothing can be said', () => {
    const [embed] = renderReport(report({ gaps: [{ topic: '', count: 9 }] }), LABELS).embeds;
    expect(embed?.fields).toHaveLength(1);
  });
});

describe('the report as a table', () => {
  it('has every number, a row each', () => {
    const lines = reportCsv(report(), LABELS).split('\r\n');
    expect(lines[0]).toBe('\uFEFF"what","which","count"');
    expect(lines).toContain('"questions","asked",6');
    expect(lines).toContain('"opinions","not helpful",1');
    expect(lines).toContain('"day","2026-11-05",3');
    expect(lines).toContain('"topic","gabapentin + hemifacial spasm",4');
    expect(lines).toContain('"no answer","hemifacial spasm + yoga",2');
    expect(lines.at(-1)).toBe('');
  });

  it('has all of a thousand topics', () => {
    const topics = Array.from({ length: 1_000 }, (_, i) => ({ topic: `t${i}`, count: 1 }));
    expect(reportCsv(report({ topics }), LABELS).match(/"topic"/g)).toHaveLength(1_000);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '  =1',
    '\t=1',
    '\r=1',
    '＝1+1',
    '=HYPERLINK("https://x")',
  ])('is nothing that a spreadsheet calculates with: %j', (text) => {
    expect(toCsv([[text]])).toMatch(/^\uFEFF"'/);
  });

  it('keeps quotes, commas and line ends in their cell', () => {
    expect(toCsv([['a "b", c\nd', -5]])).toBe('\uFEFF"a ""b"", c\nd",-5\r\n');
  });
});
