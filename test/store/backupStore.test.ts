import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPapers } from '../../src/papers/openPapers.ts';
import { backupStore } from '../../src/store/backupStore.ts';
import { openStore } from '../../src/store/openStore.ts';
import { paper } from '../support/paper.ts';
import { startChild } from './children/startChild.ts';

const PROGRAM = fileURLToPath(new URL('../../src/backup.ts', import.meta.url));

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-backup-'));
  file = join(folder, 'caveat.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const contentsOf = (path: string): Record<string, unknown[]> => {
  const database = new DatabaseSync(path);
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  const contents = tables.map(({ name }) => [
    name,
    database.prepare(`SELECT * FROM "${name}"`).all(),
  ]);
  database.close();
  return Object.fromEntries(contents);
};

/** `npm run backup`, as a process of its own. */
const run = (args: readonly string[], environment: Record<string, string> = {}) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      [PROGRAM, ...args],
      {
        env: {
          ...process.env,
          DATABASE_URL: '',
          PAPERS_FILE: '',
          DATA_DIR: folder,
          ...environment,
        },
      },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

describe('a backup', () => {
  it('is equal to the store, and opens as one, though it was made while the store was in use', async () => {
    const store = await openStore({ file });
    await store.settings.change('g', 'u', [{ key: 'a', from: null, to: [1, 'ß🦴'] }]);
    await Promise.all([
      store.replies.remember({ messageId: '1', channelId: '2', replyId: '3' }),
      store.usage.log('g', 'does it help?'),
      store.feedback.record({ answerId: '1', userId: 'u', isHelpful: true, guildId: 'g' }),
    ]);
    const target = join(folder, 'deep', 'copy.sqlite');
    const bytes = await backupStore(file, target);
    expect(bytes).toBeGreaterThan(4096);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['copy.sqlite']);
    const copied = contentsOf(target);
    await store.settings.change('g', 'u', [{ key: 'a', from: [1, 'ß🦴'], to: 2 }]);
    await store.close();
    const restored = await openStore({ file: target });
    expect(await restored.settings.read('g')).toEqual({ a: [1, 'ß🦴'] });
    expect(await restored.replies.find('1')).toMatchObject({ replyId: '3' });
    await restored.close();
    expect(contentsOf(target)).toEqual(copied);
    expect(copied.setting_change).toHaveLength(1);
    expect(contentsOf(file).setting_change).toHaveLength(2);
  });

  it('is of one moment while another process writes without rest', async () => {
    const writer = startChild('writeUntilKilled.ts', { file });
    for (let i = 0; i < 20; i += 1) await writer.next();
    for (let i = 0; i < 5; i += 1) {
      const before = writer.lines.filter((line) => line.startsWith('set ')).length;
      const target = join(folder, `copy-${i}.sqlite`);
      await backupStore(file, target);
      const copy = await openStore({ file: target });
      const { counter, echo } = await copy.settings.read('g');
      expect(Number(counter)).toBeGreaterThanOrEqual(before);
      expect(echo).toBe(String(counter));
      expect(await copy.settings.history('g', 1e6)).toHaveLength(2 * Number(counter));
      await copy.close();
    }
    expect(writer.process.exitCode).toBeNull();
    writer.process.kill('SIGKILL');
    expect((await writer.ended).stderr).toBe('');
  });

  it('overwrites nothing, and leaves nothing half done', async () => {
    await (await openStore({ file })).close();
    const target = join(folder, 'copy.sqlite');
    writeFileSync(target, 'precious');
    await expect(backupStore(file, target)).rejects.toThrow(/is there already. Name another file/);
    await expect(backupStore(join(folder, 'none.sqlite'), target)).rejects.toThrow(
      /There is no store .*none\.sqlite to back up\. Check DATA_DIR/,
    );
    await expect(backupStore(file, join(target, 'below'))).rejects.toThrow(
      /could not be backed up/,
    );
    writeFileSync(join(folder, 'broken.sqlite'), 'no database at all '.repeat(500));
    const other = join(folder, 'other.sqlite');
    await expect(backupStore(join(folder, 'broken.sqlite'), other)).rejects.toThrow(
      /could not be backed up/,
    );
    expect(existsSync(other)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
  });
});

describe('npm run backup', () => {
  it('makes one beside the store, or where it is told', async () => {
    await (await openStore({ file })).close();
    const unnamed = await run([]);
    expect(unnamed).toMatchObject({ code: 0, stderr: '' });
    expect(unnamed.stdout).toMatch(/backups.caveat-\d{4}-\d\d-\d\dT[\d-]+\.sqlite: \d+ KiB\n$/);
    expect(existsSync(unnamed.stdout.split(': ')[0] as string)).toBe(true);
    const target = join(folder, 'named.sqlite');
    expect(await run([target])).toMatchObject({ code: 0 });
    expect(existsSync(target)).toBe(true);
    expect(await run([target])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/already/),
    });
  });

  it('copies the papers beside the store, or alone, and overwrites neither', async () => {
    const everyone = { kind: 'everyone' } as const;
    const place = join(folder, 'elsewhere', 'mine.sqlite');
    const papers = await openPapers({ file: place });
    await papers.add([paper({ pmid: '1', title: 'Gabapentin for hemifacial spasm' })], everyone);
    const alone = join(folder, 'alone.sqlite');
    expect(await run([alone], { PAPERS_FILE: place })).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(alone)).toBe(false);
    await (await openStore({ file })).close();
    const target = join(folder, 'both.sqlite');
    const { stdout } = await run([target], { PAPERS_FILE: place });
    expect(stdout).toMatch(/both\.sqlite: \d+ KiB\n.*both\.papers\.sqlite: \d+ KiB\n$/);
    await papers.add([paper({ pmid: '2', title: 'Yoga for cramps' })], everyone);
    await papers.close();
    for (const name of ['alone', 'both']) {
      const copy = await openPapers({ file: join(folder, `${name}.papers.sqlite`) });
      expect(await copy.count(everyone)).toBe(1);
      const { hits } = await copy.search('hemifacial gabapentin', [everyone], 5);
      expect(hits.map(({ id }) => id)).toEqual(['1']);
      await copy.close();
    }
    const second = await run([alone], { PAPERS_FILE: place });
    expect(second).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/alone\.papers.*already/),
    });
    // Nothing is half done: neither copy is made where one may not be.
    expect(existsSync(alone)).toBe(false);
  });

  it('copies papers of one moment while another process imports', async () => {
    const place = join(folder, 'papers.sqlite');
    const importer = startChild('importUntilKilled.ts', { file: place });
    for (let i = 0; i < 5; i += 1) await importer.next();
    for (let i = 0; i < 3; i += 1) {
      const before = importer.lines.length;
      const target = join(folder, `papers-${i}.sqlite`);
      await backupStore(place, target, 'papers');
      const copy = await openPapers({ file: target });
      const count = await copy.count({ kind: 'everyone' });
      expect(count).toBeGreaterThanOrEqual(before * 5);
      expect(count % 5).toBe(0);
      const { hits } = await copy.search('gabapentin', [{ kind: 'everyone' }], count);
      expect(hits).toHaveLength(count);
      await copy.close();
    }
    expect(importer.process.exitCode).toBeNull();
    importer.process.kill('SIGKILL');
    expect((await importer.ended).stderr).toBe('');
  });

  it('tells how to use it, and what to do with PostgreSQL', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/FILE/) });
    for (const args of [['--wrong'], ['a', 'b']])
      expect(await run(args)).toMatchObject({ code: 2, stderr: expect.stringMatching(/FILE/) });
    const { code, stderr } = await run([], { DATABASE_URL: 'postgres://u:hidden@host/db' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/pg_dump/);
    expect(stderr).not.toMatch(/hidden/);
    expect(await run([])).toMatchObject({ code: 2, stderr: expect.stringMatching(/no store/) });
  });
});
