import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPapers } from '../../../src/papers/openPapers.ts';
import {
  emptyFolder,
  expectRefused,
  expectWell,
  fileWith,
  PROJECT,
  run,
} from '../../e2e/runCli.ts';
import { PAPERS } from '../../support/papers.ts';

const CLI = join(PROJECT, 'src', 'libraryCli.ts');
const folder = mkdtempSync(join(tmpdir(), 'caveat-library-'));
const file = join(folder, 'papers.sqlite');
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
  const papers = await openPapers({ file });
  await papers.add(PAPERS, { kind: 'everyone' });
  await papers.add(
    PAPERS.slice(0, 1).map((one) => ({ ...one, pmid: '9', title: 'Secret baclofen' })),
    {
      kind: 'guild',
      guildId: '100000000000000001',
    },
  );
  await papers.close();
});
const library = (args: string[], input = '') =>
  run(process.execPath, [CLI, ...args], { env: { PAPERS_FILE: file }, input });
const idsOf = (stdout: string) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t')[0]);

describe('npm run library -- search', () => {
  it('prints id, score and title of papers, best first', async () => {
    const ran = await library(['search', '--in', 'papers', '--k', '2', 'baclofen', 'spasticity']);
    expectWell(ran);
    const [first = '', ...more] = ran.stdout.trimEnd().split('\n');
    expect(first).toMatch(/^1001\t0\.\d+\tBaclofen for spasticity/);
    expect(more.length).toBeLessThanOrEqual(1);
    expect(ran.stdout).not.toContain('Secret');
  });

  it('prints the records of the library on what was named, then papers', async () => {
    const { stdout } = await library(['search', 'botox blepharospasm']);
    const ids = idsOf(stdout);
    expect(ids.filter((id) => id?.includes('blepharospasm')).length).toBeGreaterThan(2);
    expect(ids).toContain('1003');
    expect(ids.indexOf('1003')).toBeGreaterThan(ids.findLastIndex((id) => id?.includes('-')));
  });

  it('tells what was mended, and that nothing was found', async () => {
    const mended = await library(['search', '--in', 'papers', 'blefarospasm']);
    expect(mended.stderr).toBe('Searched for "blepharospasm" in place of "blefarospasm".\n');
    const none = await library(['search', '--in', 'papers', 'zzqqxx']);
    expect(none).toMatchObject({ stdout: '', stderr: 'Nothing has these words.\n', code: 0 });
  });

  it('answers a batch line by line, with ids and scores of papers alone', async () => {
    const lines = [
      '{"id":"a","query":"baclofen"}',
      '{"id":2,"query":""}',
      '{"id":"c","query":"magnesum"}',
    ];
    for (const [args, input] of [
      [['search', '--batch', '-'], lines.join('\r\n')],
      [['search', '--batch', fileWith(lines.join('\n'))], ''],
    ] as const) {
      const ran = await library([...args], input);
      expectWell(ran);
      const answers = ran.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(answers.map(({ id }) => id)).toEqual(['a', 2, 'c']);
      expect(answers.map(({ hits }) => hits[0]?.id)).toEqual(['1001', undefined, '1004']);
      expect(Object.keys(answers[0])).toEqual(['id', 'hits']);
      expect(Object.keys(answers[0].hits[0])).toEqual(['id', 'score']);
    }
  });

  it('complains of a broken line and answers the others', async () => {
    const ran = await library(
      ['search', '--batch', '-'],
      '{"id":"a"}\n{"id":"b","query":"tizanidine"}\n',
    );
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/^Line 1 of - is skipped: .*"query"\.\n$/);
    expect(JSON.parse(ran.stdout).hits[0].id).toBe('1002');
  });

  it.each([
    [['search'], /Name the words/],
    [['search', '--k', '0', 'x'], /--k takes/],
    [['search', '--k', 'many', 'x'], /--k takes/],
    [['search', '--in', 'web', 'x'], /--in takes/],
    [['search', '--nonsense', 'x'], /Use --k/],
    [['search', '--batch', '-', 'x'], /leave out the words/],
    [['search', '--batch', '/nowhere/at/all'], /no such file/],
    [['serach'], /There is no command "serach"\. Use search/],
  ])('refuses %j', async (args, says) => {
    expectRefused(await library(args), says);
  });

  it('says how it is used', async () => {
    for (const args of [[], ['--help'], ['search', '--help']]) {
      const ran = await library(args);
      expectWell(ran);
      expect(ran.stdout).toMatch(/^Usage: npm run library/);
    }
  });

  it('works before anything was imported', async () => {
    const env = { PAPERS_FILE: join(emptyFolder(), 'new', 'papers.sqlite') };
    const ran = await run(process.execPath, [CLI, 'search', '--in', 'papers', 'pain'], { env });
    expect(ran).toMatchObject({ code: 0, stdout: '' });
  });
});
