import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openPapers } from '../../src/papers/openPapers.ts';
import type { PaperScope } from '../../src/ports/paperStore.ts';
import { PAPERS } from '../support/papers.ts';

const EVERYONE: PaperScope = { kind: 'everyone' };
const CHILD = fileURLToPath(new URL('children/addPapers.ts', import.meta.url));

const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-papers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'papers.sqlite');
};

const startAdding = (file: string, ...more: string[]) => {
  const child: ChildProcess = spawn(process.execPath, [CHILD, file, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const state = { child, said: 0 };
  child.stdout?.on('data', (chunk) => {
    state.said = Number(String(chunk).trim().split('\n').at(-1));
  });
  return state;
};

it('finds what is there while another process adds', async () => {
  const file = newFile();
  const papers = await openPapers({ file });
  await papers.add(PAPERS, EVERYONE);
  const adding = startAdding(file, '10000', '2000');
  const ended = once(adding.child, 'exit');
  let searches = 0;
  while (adding.child.exitCode === null) {
    const { hits } = await papers.search('baclofen spasticity sclerosis', [EVERYONE], 3);
    expect(hits[0]?.id).toBe('1001');
    if (adding.said > 0) {
      const newest = String(adding.said);
      expect((await papers.search(`drug${newest}`, [EVERYONE], 1)).hits[0]?.id).toBe(newest);
    }
    searches += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await ended;
  expect(searches).toBeGreaterThan(3);
  expect(await papers.count(EVERYONE)).toBe(2_000 + PAPERS.length);
  await papers.close();
}, 60_000);

it('lets several processes add, and loses nothing', async () => {
  const file = newFile();
  await (await openPapers({ file })).close();
  const all = ['10000', '20000', '30000'].map((from) => startAdding(file, from, '500'));
  for (const { child } of all) if (child.exitCode === null) await once(child, 'exit');
  expect(all.map(({ child }) => child.exitCode)).toEqual([0, 0, 0]);
  const papers = await openPapers({ file });
  expect(await papers.count(EVERYONE)).toBe(1_500);
  for (const id of ['10001', '20500', '30250'])
    expect((await papers.search(`drug${id}`, [EVERYONE], 1)).hits[0]?.id).toBe(id);
  await papers.close();
}, 60_000);

it('is whole after a process was killed while it added', async () => {
  const file = newFile();
  for (let round = 0; round < 3; round += 1) {
    const before = startAdding(file, String(round * 100_000));
    while (before.said < round * 100_000 + 300)
      await new Promise((resolve) => setTimeout(resolve, 5));
    before.child.kill('SIGKILL');
    await once(before.child, 'exit');
    const papers = await openPapers({ file });
    const count = await papers.count(EVERYONE);
    expect(count % 100).toBe(0);
    for (const number of [round * 100_000 + 1, before.said]) {
      const { hits } = await papers.search(`drug${number}`, [EVERYONE], 1);
      expect(hits[0]?.id).toBe(String(number));
    }
    await papers.close();
    const database = new DatabaseSync(file);
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    const [papersKept, indexed] = ['paper', 'paper_terms'].map(
      (table) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n,
    );
    expect(indexed).toBe(papersKept);
    expect(database.prepare('SELECT sum(size) AS n FROM segment').get()?.n).toBe(papersKept);
    database.close();
  }
}, 60_000);

it('refuses what no papers are in, and papers of another version, and says what to do', async () => {
  const file = newFile();
  const papers = await openPapers({ file });
  await papers.close();
  const database = new DatabaseSync(file);
  database.exec("UPDATE numbering SET last = 99 WHERE name = 'version'");
  database.close();
  await expect(openPapers({ file })).rejects.toThrow(/another version of Caveat/);
  await expect(openPapers({ file: tmpdir() })).rejects.toThrow(/cannot be opened.*PAPERS_FILE/);
});
