import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLibrary } from '../../src/library/checkLibrary.ts';
import { loadLibrary } from '../../src/library/loadLibrary.ts';
import { DATA } from '../support/caveat.ts';
import { bareEnvironment, emptyFolder, PROJECT, run } from './runCli.ts';

const PROGRAM = join(PROJECT, 'src', 'newStudy.ts');
const ID = 'somebody-2020-gabapentin-hemifacial-spasm';

/** A library with the vocabulary and without studies. */
const emptyLibrary = (): string => {
  const root = emptyFolder();
  cpSync(DATA, root, { recursive: true, filter: (path) => !/studies\/.+/.test(path) });
  return root;
};

/** What is typed, in the order of the questions. */
const ANSWERS = {
  pmid: '',
  title: 'A made-up trial of gabapentin',
  authors: 'Somebody A, Else B',
  year: '2020',
  journal: 'Journal of Nothing',
  doi: 'https://doi.org/10.1000/xyz',
  design: 'rct-parallel',
  blinding: 'double',
  control: 'placebo',
  condition: 'HFS',
  species: '',
  description: 'Adults with hemifacial spasm',
  enrolled: '50',
  analysed: '48',
  intervention: 'Neurontin',
  dose: '900 to 1800 mg/day',
  duration: '8 weeks',
  days: '',
  another: '',
  comparator: 'placebo',
  outcome: 'spasm severity',
  measure: 'a scale of 0 to 4',
  versus: 'placebo',
  direction: 'improved',
  responders: '20 of 24',
  p: '0.03',
  ci: '95% CI 0.2 to 1.4',
  effect: 'mean difference 0.8',
  summary: 'Severity fell more than on placebo: "better".',
  moreOutcomes: '',
  harms: 'sleepiness',
  limitation: 'Only 48 people',
  moreLimitations: '',
  page: 'https://example.org/paper',
  supports: '',
  read: '2026-11-22',
  morePages: '',
  id: '',
  status: 'verified',
};

const answer = (root: string, changed: Partial<typeof ANSWERS> = {}) =>
  run(process.execPath, [PROGRAM, '--offline'], {
    input: `${Object.values({ ...ANSWERS, ...changed }).join('\n')}\n`,
    env: { LIBRARY_DIR: root },
  });

const written = (root: string): string[] => readdirSync(join(root, 'studies'));

describe('npm run new-study with answers from a pipe', () => {
  it('writes a record that the checker has nothing against and answers can use', async () => {
    const root = emptyLibrary();
    const { code, stdout } = await answer(root);
    expect(code).toBe(0);
    expect(stdout).toContain(`data/studies/${ID}.yaml is written, as verified.`);
    expect(written(root)).toEqual([`${ID}.yaml`]);
    expect(checkLibrary(root).faults).toEqual([]);
    const [study] = loadLibrary(root).studies;
    expect(study).toMatchObject({
      id: ID,
      authors: ['Somebody A', 'Else B'],
      ids: { pmid: null, doi: '10.1000/xyz' },
      population: { condition: 'hemifacial-spasm', species: 'human', enrolled: 50, analysed: 48 },
      interventions: [
        { id: 'gabapentin', dose: { min: 900, max: 1800, unit: 'mg/day' }, exposure_days: 56 },
      ],
      findings: [
        { outcome: 'spasm-severity', responders: { n: 20, of: 24 }, statistic: { p: '0.03' } },
      ],
      limitations: ['Only 48 people'],
      status: 'verified',
    });
  });

  it('makes a draft of what the checker finds faults in, and tells them with line and remedy', async () => {
    const root = emptyLibrary();
    const { code, stdout } = await answer(root, { responders: '49 of 50', ci: '1.4 to 0.2' });
    expect(code).toBe(0);
    expect(stdout).toMatch(/is written, as draft/);
    const text = readFileSync(join(root, 'studies', `${ID}.yaml`), 'utf8');
    const line = text.split('\n').findIndex((row) => row.includes('responders')) + 1;
    expect(stdout).toContain(`data/studies/${ID}.yaml:${line}  49 of 50 responders`);
    expect(stdout).toMatch(/does not go from low to high/);
    expect(stdout).toContain('set status: verified');
    expect(loadLibrary(root).studies[0]?.status).toBe('draft');
  });

  it.each([
    { what: 'a year in words', changed: { year: 'twenty' }, told: /Year: “twenty” .*number/ },
    {
      what: 'no such design',
      changed: { design: 'trial' },
      told: /Design: “trial” .*rct-parallel/,
    },
    { what: 'a dose without a unit', changed: { dose: '900' }, told: /Dose: .*unit/ },
    {
      what: 'a dose upside down',
      changed: { dose: '900 to 300 mg' },
      told: /min is above its max/,
    },
    {
      what: 'a condition near others',
      changed: { condition: 'face spasm' },
      told: /hemifacial-spasm/,
    },
    { what: 'a PMID of letters', changed: { pmid: 'abc' }, told: /up to 8 digits/ },
    { what: 'an id of spaces', changed: { id: 'My Study' }, told: /lower case words/ },
    {
      what: 'more responders than people',
      changed: { responders: '9 of 8' },
      told: /above the number/,
    },
  ])('stops at the first wrong answer and writes nothing: $what', async ({ changed, told }) => {
    const root = emptyLibrary();
    const { code, stderr } = await answer(root, changed);
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
    expect(stderr).toContain('Nothing was written.');
    expect(written(root)).toEqual([]);
  });

  it('writes nothing where the answers end early', async () => {
    const root = emptyLibrary();
    const { code, stderr } = await run(process.execPath, [PROGRAM, '--offline'], {
      input: '\nA title\n',
      env: { LIBRARY_DIR: root },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('The answers ended before the record was whole. Nothing was written.');
    expect(written(root)).toEqual([]);
  });

  it('never takes the id of a record that is there', async () => {
    const root = emptyLibrary();
    await answer(root);
    const before = readFileSync(join(root, 'studies', `${ID}.yaml`), 'utf8');
    const again = await answer(root, { title: 'Another', doi: '' });
    expect(again.code).toBe(2);
    expect(again.stderr).toMatch(/a record has this id/);
    expect(readFileSync(join(root, 'studies', `${ID}.yaml`), 'utf8')).toBe(before);
  });

  it('never writes over a file, not even one that is no record', async () => {
    const root = emptyLibrary();
    const file = join(root, 'studies', `${ID}.yaml`);
    writeFileSync(file, 'notes: [of somebody\n');
    const { code, stderr } = await answer(root);
    expect(code).toBe(2);
    expect(stderr).toMatch(/is there already/);
    expect(readFileSync(file, 'utf8')).toBe('notes: [of somebody\n');
    expect(written(root)).toEqual([`${ID}.yaml`]);
  });

  it('tells of a record that has the PMID', async () => {
    const root = emptyLibrary();
    const pmid = '32345678';
    await answer(root, { pmid, doi: '' });
    const again = await answer(root, { pmid, doi: '', id: 'other' });
    expect(again.stdout).toContain(`data/studies/${ID}.yaml has this PMID`);
  });
});

// `script` gives a program a terminal of its own.
describe.skipIf(!existsSync('/usr/bin/script'))('npm run new-study at a terminal', () => {
  const atTerminal = (root: string, type: (write: (text: string) => void, out: string) => void) =>
    new Promise<string>((resolve) => {
      const child = spawn(
        'script',
        ['-qec', `${process.execPath} ${PROGRAM} --offline`, '/dev/null'],
        {
          env: { ...bareEnvironment(), LIBRARY_DIR: root, TERM: 'dumb' },
        },
      );
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        type((text) => void child.stdin.write(text), out);
      });
      child.on('close', () => resolve(out));
    });

  it('asks again after a wrong answer, and leaves nothing behind on Ctrl-C', async () => {
    const root = emptyLibrary();
    const steps: [RegExp, string][] = [
      [/PMID .*: $/, 'no number\r'],
      [/up to 8 digits[\s\S]*PMID .*: $/, '\r'],
      [/Title .*: $/, 'A title\r'],
      [/Authors .*: $/, '\u0003'],
    ];
    const out = await atTerminal(root, (write, seen) => {
      const [next] = steps;
      if (next?.[0].test(seen)) {
        steps.shift();
        write(next[1]);
      }
    });
    expect(steps).toEqual([]);
    expect(out).toContain('Nothing was written.');
    expect(written(root)).toEqual([]);
  });
});
