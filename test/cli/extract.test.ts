import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { directionsCommand } from '../../src/cli/library/directions.ts';
import { extractCommand } from '../../src/cli/library/extract.ts';
import { runLibrary } from '../../src/cli/library/runLibrary.ts';
import { Paper } from '../../src/core/domain/paper.ts';
import { createPaperLinker } from '../../src/core/extraction/paper/linkPaper.ts';
import { readPapers } from '../../src/importers/readPapers.ts';
import { loadChangeModel } from '../../src/library/loadChangeModel.ts';
import { loadLanguage } from '../../src/library/loadLanguage.ts';
import { loadLibrary } from '../../src/library/loadLibrary.ts';
import { openPapers } from '../../src/papers/openPapers.ts';
import { MODEL_FILE } from '../core/extraction/changes.ts';
import { DATA } from '../support/caveat.ts';

const folder = mkdtempSync(join(tmpdir(), 'caveat-extract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const openExtractor = () => {
  const library = loadLibrary(DATA);
  return {
    model: loadChangeModel(MODEL_FILE),
    link: createPaperLinker(library, loadLanguage(DATA)),
    outcomes: library.outcomes,
  };
};
const COMMANDS = [extractCommand(openExtractor), directionsCommand(openExtractor)];
const open = () => openPapers({ file: join(folder, 'papers.sqlite') });

const run = async (argv: string[], input = '') => {
  const out: string[] = [];
  const said: string[] = [];
  const code = await runLibrary(argv, COMMANDS, {
    openPapers: open,
    stdin: Readable.from([input]),
    print: async (text) => void out.push(text),
    complain: (text) => void said.push(text),
    readPapers,
    openLiterature: () => {
      throw new Error('Nothing is looked up to read papers.');
    },
    openStudies: () => {
      throw new Error('No study is searched to read papers.');
    },
    untilStopped: () => new AbortController().signal,
    isTerminal: false,
    columns: 80,
    now: Date.now,
  });
  return { code, lines: out.map((line) => JSON.parse(line)), said: said.join('') };
};

const TITLE = 'Quinine for leg cramps: a randomised trial';
const ABSTRACT =
  'METHODS: 98 patients were randomised to quinine or placebo.\nRESULTS: Cramp frequency was significantly lower with quinine than with placebo (p = 0.001).';
const comparison = { intervention: 'quinine', comparator: 'placebo', outcome: 'cramp frequency' };
const lines = (...all: object[]) => all.map((line) => JSON.stringify(line)).join('\n');

describe('npm run library -- extract', () => {
  it('reads papers of a file, each by its id, and skips broken lines', async () => {
    const input = `${lines({ pmcid: '12', title: TITLE, abstract: ABSTRACT, subjects: [] }, { id: 'b', title: TITLE })}\n{"title": 1}\n`;
    const { code, lines: found, said } = await run(['extract', '--batch', '-'], input);
    expect(code).toBe(2);
    expect(said).toMatch(/Line 3/);
    expect(found.map(({ id, enrolled }) => [id, enrolled?.value ?? null])).toEqual([
      ['12', 98],
      ['b', null],
    ]);
  });

  it('reads papers that were imported', async () => {
    const papers = await open();
    await papers.add([Paper.parse({ pmcid: '77', title: TITLE, abstract: ABSTRACT })], {
      kind: 'everyone',
    });
    await papers.close();
    expect((await run(['extract'])).lines).toMatchObject([{ id: '77', enrolled: { value: 98 } }]);
    expect((await run(['extract', '77'])).lines).toHaveLength(1);
    expect(await run(['extract', '78'])).toMatchObject({ code: 2, lines: [] });
    const { lines: found } = await run(
      ['directions', '--batch', '-'],
      lines({ id: 1, pmcid: '77', ...comparison }),
    );
    expect(found).toMatchObject([{ id: 1, label: 'significantly decreased' }]);
  });

  it('says what is wrong with its arguments', async () => {
    await expect(run(['extract', '--batch', '-', '77'])).rejects.toThrow(/leave out the ids/);
    await expect(run(['directions'])).rejects.toThrow(/--batch/);
    await expect(run(['directions', '--batch', '-', '--confidence', '2'])).rejects.toThrow(
      /0 to 1/,
    );
  });
});

describe('npm run library -- directions', () => {
  it('answers each line by its id, with the sentence', async () => {
    const { lines: found } = await run(
      ['directions', '--batch', '-'],
      lines({ id: 'x', title: TITLE, abstract: ABSTRACT, ...comparison }),
    );
    expect(found).toMatchObject([
      {
        id: 'x',
        label: 'significantly decreased',
        sentence:
          'Cramp frequency was significantly lower with quinine than with placebo (p = 0.001).',
      },
    ]);
  });

  it('abstains where it is less sure than asked for, or there is no paper', async () => {
    const vague = { id: 1, title: TITLE, abstract: 'Nothing was measured.', ...comparison };
    const missing = { id: 2, pmcid: '999', ...comparison };
    const { lines: found } = await run(
      ['directions', '--confidence', '0.6', '--batch', '-'],
      lines(vague, missing),
    );
    expect(found).toEqual([
      { id: 1, label: null, confidence: null, sentence: null },
      { id: 2, label: null, confidence: null, sentence: null },
    ]);
  });
});

it('a model that is missing or broken is told in a sentence', () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{"words": 1}');
  for (const file of [broken, join(folder, 'none.json')])
    expect(() => loadChangeModel(file)).toThrow(/Restore it from the repository/);
});
