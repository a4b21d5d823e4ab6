import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ImportReport, importPapers } from '../../src/app/importPapers.ts';
import { Paper } from '../../src/core/domain/paper.ts';
import { openPapers } from '../../src/papers/openPapers.ts';
import type { ImportItem } from '../../src/ports/paperSource.ts';
import type { PaperScope } from '../../src/ports/paperStore.ts';

const EVERYONE: PaperScope = { kind: 'everyone' };
const SERVER: PaperScope = { kind: 'guild', guildId: '1' };

const open = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-import-'));
  const papers = await openPapers({ file: join(folder, 'papers.sqlite') });
  onTestFinished(async () => {
    await papers.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return papers;
};
const paper = (n: number, title = `Title ${n}`): Paper => Paper.parse({ pmid: String(n), title });
async function* many(from: number, to: number): AsyncGenerator<ImportItem> {
  for (let n = from; n <= to; n += 1) yield paper(n);
}
async function* these(...items: ImportItem[]): AsyncGenerator<ImportItem> {
  yield* items;
}

describe('an import', () => {
  it('keeps what is right, tells of what is broken, and changes nothing when it is repeated', async () => {
    const papers = await open();
    const faults: object[] = [];
    const broken = { place: 'line 2', reason: 'It has no title.' };
    const odd = { place: 'line 3', reason: 'It is Latin-1.', isNote: true as const };
    const items = () => these(paper(1), broken, paper(2), odd, paper(1));
    const options = { scope: EVERYONE, onFault: (fault: object) => void faults.push(fault) };
    const first = await importPapers(items(), { papers }, options);
    expect(first).toMatchObject({
      added: 2,
      changed: 0,
      unchanged: 1,
      skipped: 1,
      isStopped: false,
    });
    expect(faults).toEqual([broken, odd]);
    const second = await importPapers(items(), { papers }, { scope: EVERYONE });
    expect(second).toMatchObject({ added: 0, changed: 0, unchanged: 3, skipped: 1 });
    const third = await importPapers(these(paper(1, 'Another')), { papers }, { scope: EVERYONE });
    expect(third).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect(await papers.count(EVERYONE)).toBe(2);
  });

  it('tells how far it is', async () => {
    const papers = await open();
    const told: ImportReport[] = [];
    await importPapers(
      many(1, 1_200),
      { papers },
      { scope: EVERYONE, onProgress: (report) => told.push(report) },
    );
    expect(told.map(({ added }) => added)).toEqual([1_000, 1_200]);
  });

  it('that is stopped keeps what it has, and is gone on with by repeating it', async () => {
    const papers = await open();
    const stop = new AbortController();
    const report = await importPapers(
      many(1, 2_000),
      { papers },
      {
        scope: EVERYONE,
        signal: stop.signal,
        onProgress: ({ added }) => {
          if (added >= 1_000) stop.abort();
        },
      },
    );
    expect(report).toMatchObject({ added: 1_000, isStopped: true });
    expect(await papers.count(EVERYONE)).toBe(1_000);
    const rest = await importPapers(many(1, 2_000), { papers }, { scope: EVERYONE });
    expect(rest).toMatchObject({ added: 1_000, unchanged: 1_000, isStopped: false });
  });

  it('that fails in the middle keeps the batches before', async () => {
    const papers = await open();
    async function* failing(): AsyncGenerator<ImportItem> {
      yield* many(1, 1_500);
      throw new Error('the disk is gone');
    }
    await expect(importPapers(failing(), { papers }, { scope: EVERYONE })).rejects.toThrow(
      'the disk is gone',
    );
    expect(await papers.count(EVERYONE)).toBe(1_000);
  });

  it('goes not beyond the room of its scope, but mends what is there', async () => {
    const papers = await open();
    await importPapers(many(1, 4), { papers }, { scope: SERVER, most: 5 });
    const report = await importPapers(
      these(paper(7), paper(8), paper(2, 'Another'), paper(9)),
      { papers },
      { scope: SERVER, most: 5 },
    );
    expect(report).toMatchObject({ added: 1, changed: 1, leftOut: 2 });
    expect(await papers.count(SERVER)).toBe(5);
    expect(await papers.count(EVERYONE)).toBe(0);
    expect((await papers.byId('7', [SERVER]))?.title).toBe('Title 7');
    expect(await papers.byId('7', [EVERYONE])).toBeNull();
    const none = await importPapers(many(20, 30), { papers }, { scope: SERVER, most: 5 });
    expect(none).toMatchObject({ added: 0, leftOut: 11 });
  });
});
