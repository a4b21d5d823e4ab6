import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/openStore.ts';
import { StoreError } from '../../src/store/storeError.ts';
import { startChild } from './children/startChild.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-sqlite-'));
  file = join(folder, 'caveat.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusalOf = async (path: string): Promise<string> => {
  const error = await openStore({ file: path }).then(
    (store) => store.close(),
    (fault) => fault,
  );
  expect(error).toBeInstanceOf(StoreError);
  return error.message;
};

describe('a file that cannot be opened', () => {
  it('since it is no database: one sentence, with what to do', async () => {
    writeFileSync(file, 'this is no database, and long enough to be taken for a header'.repeat(99));
    expect(await refusalOf(file)).toMatch(
      /^The store .*caveat\.sqlite cannot be opened: file is not a database\. Check .*DATA_DIR/,
    );
    expect(readFileSync(file, 'utf8')).toMatch(/^this is no database/);
  });

  it('since it is damaged: told before anything is read or written', async () => {
    const store = await openStore({ file });
    for (let i = 0; i < 40; i += 1)
      await store.settings.change('g', 'u', [{ key: `k${i}`, from: null, to: 'x'.repeat(2_000) }]);
    await store.close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096 * 5, 4096 * 12);
    writeFileSync(file, bytes);
    expect(await refusalOf(file)).toMatch(/is damaged \(.+\)\. Put a backup in its place/s);
    expect(readFileSync(file)).toEqual(bytes);
  });

  it('since there is no way to such a folder', async () => {
    writeFileSync(join(folder, 'plain'), '');
    expect(await refusalOf(join(folder, 'plain', 'caveat.sqlite'))).toMatch(
      /cannot be opened: .*DATA_DIR/,
    );
    mkdirSync(join(folder, 'folder'));
    expect(await refusalOf(join(folder, 'folder'))).toMatch(/cannot be opened: .*DATA_DIR/);
  });
});

describe('a file in use', () => {
  it('is refused to another process, by whatever path, and free once that one ends', async () => {
    const store = await openStore({ file });
    symlinkSync(folder, `${folder}-link`);
    const child = startChild('askStore.ts', { file: join(`${folder}-link`, 'caveat.sqlite') });
    expect(JSON.parse(await child.next())).toEqual({
      name: 'StoreError',
      refused: expect.stringMatching(
        /is in use by another process of Caveat\. Stop that one first, or .*DATABASE_URL/,
      ),
    });
    rmSync(`${folder}-link`);
    expect(await refusalOf(file)).toMatch(/is in use/);
    await store.close();
    await (await openStore({ file })).close();
  });

  it('is free again when its process was killed', async () => {
    const child = startChild('askStore.ts', { file });
    expect(JSON.parse(await child.next())).toEqual({ opened: true });
    expect(await refusalOf(file)).toMatch(/is in use/);
    child.process.kill('SIGKILL');
    await child.ended;
    await (await openStore({ file })).close();
  });

  it('goes to one of those who start at once, and is whole', async () => {
    const children = Array.from({ length: 4 }, () => startChild('askStore.ts', { file }));
    const words = await Promise.all(children.map(async ({ next }) => JSON.parse(await next())));
    expect(words.filter(({ opened }) => opened === true)).toHaveLength(1);
    expect(words.filter(({ refused }) => /is in use/.test(refused))).toHaveLength(3);
    for (const { process } of children) process.stdin.end();
    await Promise.all(children.map(({ ended }) => ended));
    await (await openStore({ file })).close();
  });
});

describe('a disk that takes no more', () => {
  /** No file of the process may grow past this: for SQLite, a disk without room. */
  const limit = (pid: number | undefined, bytes: string): void => {
    execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:unlimited`]);
  };

  it('leaves settings readable, refuses changes, and is used again once it has room', async () => {
    const child = startChild('askStore.ts', { file });
    const ask = async (line: string) => {
      child.say(line);
      return JSON.parse(await child.next());
    };
    await child.next();
    expect(await ask('change a')).toMatchObject({ ok: true });
    expect(await ask('reply 1')).toBe('done');
    expect(await ask('available')).toBe(true);

    limit(child.process.pid, '4096');
    expect(await ask('change a 2')).toEqual({ ok: false, reason: 'unavailable' });
    expect(await ask('change b 100000')).toEqual({ ok: false, reason: 'unavailable' });
    expect(await ask('available')).toBe(false);
    expect(await ask('read')).toEqual({ a: 'x' });
    for (const line of ['reply 2', 'opinion me', 'count'])
      expect(await ask(line)).toMatch(/^failed: .*(disk|full)/);
    expect(await ask('find 1')).toMatchObject({ messageId: '1' });
    expect(await ask('find 2')).toBeNull();
    expect(await ask('read')).toEqual({ a: 'x' });

    limit(child.process.pid, 'unlimited');
    expect(await ask('change a 3')).toMatchObject({ ok: true, changes: [{ id: '2' }] });
    expect(await ask('available')).toBe(true);
    expect(await ask('read')).toEqual({ a: 'xxx' });
    expect(await ask('reply 2')).toBe('done');
    expect(await ask('opinion me')).toBe('done');
    expect(await ask('history')).toBe(2);
    child.process.kill('SIGKILL');
    await child.ended;
    const store = await openStore({ file });
    expect(await store.settings.read('g')).toEqual({ a: 'xxx' });
    expect(await store.feedback.count('1')).toEqual({ helpful: 1, notHelpful: 0 });
    await store.close();
  });
});

describe('what a person had said', () => {
  it('is not in the file any more once it is erased', async () => {
    const store = await openStore({ file });
    const reason = 'an unmistakable reason';
    for (const userId of ['me', 'you']) {
      await store.feedback.record({ answerId: '1', userId, isHelpful: false, guildId: 'g' });
      await store.feedback.explain('1', userId, `${reason} of ${userId}`);
    }
    await store.privacy.erase('me');
    await store.close();
    const bytes = readFileSync(file, 'latin1');
    expect(bytes).toContain(`${reason} of you`);
    expect(bytes).not.toContain(`${reason} of me`);
  });
});

describe('a copy made with the database at rest', () => {
  it('is a store of its own', async () => {
    const store = await openStore({ file });
    await store.settings.change('g', 'u', [{ key: 'a', from: null, to: 1 }]);
    await store.close();
    copyFileSync(file, join(folder, 'copy.sqlite'));
    const copy = await openStore({ file: join(folder, 'copy.sqlite') });
    expect(await copy.settings.read('g')).toEqual({ a: 1 });
    await copy.close();
  });
});
