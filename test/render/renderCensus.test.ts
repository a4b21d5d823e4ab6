import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { takeCensus } from '../../src/core/census/takeCensus.ts';
import { Condition } from '../../src/core/domain/concept.ts';
import { loadLibrary } from '../../src/library/loadLibrary.ts';
import { renderCensus, renderCoverage } from '../../src/render/terminal/renderCensus.ts';
import { DATA } from '../support/caveat.ts';
import { study } from '../support/study.ts';

const library = loadLibrary(DATA);
const census = takeCensus(library);
const longest = (text: string): number => Math.max(...text.split('\n').map(({ length }) => length));
const named = (label: string) =>
  Condition.parse({ id: 'x', label, mesh: null, course: 'chronic', command: 'x' });

describe('the library at a glance', () => {
  const plain = renderCensus(census, { color: false });

  it('fits 80 columns, with every condition whole', () => {
    expect(longest(plain)).toBeLessThanOrEqual(80);
    for (const { label } of library.conditions) expect(plain).toContain(label);
  });

  it('is the same in colour, but for the colour', () => {
    const coloured = renderCensus(census, { color: true });
    expect(coloured).not.toBe(plain);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('marks the conditions that have fewer than five records, and no other', () => {
    const marked = plain.split('\n').filter((line) => line.includes('fewer than 5'));
    const thin = census.conditions.filter(({ withKinds }) => withKinds < 5);
    expect(marked).toHaveLength(thin.length);
    for (const { label } of thin) expect(marked.join('\n')).toContain(label);
  });

  it.each([0, 1, 4, 5])('counts %i records of a condition', (records) => {
    const studies = Array.from({ length: records }, (_, i) =>
      study({ id: `s${i}`, population: { condition: 'x' } }),
    );
    const text = renderCensus(
      takeCensus({
        conditions: [named('a condition')],
        interventions: [],
        outcomes: [],
        guidelines: [],
        studies,
      }),
      { color: false },
    );
    expect(text.includes('fewer than 5')).toBe(records < 5);
  });

  it('lets no record move the cursor', () => {
    const text = renderCensus(
      takeCensus({
        conditions: [named(`a\u001b[2J\u202e${'b'.repeat(70)}`)],
        interventions: [],
        outcomes: [],
        guidelines: [],
        studies: [],
      }),
      { color: false },
    );
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
    expect(longest(text)).toBeLessThanOrEqual(80);
  });
});

describe('the coverage', () => {
  const text = renderCoverage(census, { color: false });
  const table = text
    .split('\n')
    .slice(text.split('\n').findIndex((line) => line.startsWith('condition')));

  it('has a line for each condition, and columns that stand below each other', () => {
    const lines = table.filter((line) => line !== '');
    expect(lines).toHaveLength(census.conditions.length + 2);
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
    expect(longest(text)).toBeLessThanOrEqual(90);
  });

  it('asks of none what none can have', () => {
    const review = study({ design: 'meta-analysis', population: { condition: 'x' } });
    const only = renderCoverage(
      takeCensus({
        conditions: [named('reviews')],
        interventions: [],
        outcomes: [],
        guidelines: [],
        studies: [review],
      }),
      { color: false },
    );
    expect(only.split('\n').find((line) => line.startsWith('reviews'))).toMatch(/ -/);
  });
});
