import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store, StoreError } from '../../src/store/openStore.ts';

const HOUR_MS = 60 * 60 * 1000;

let folder: string;
let now = 0;
const open = (file = join(folder, 'deep', 'caveat.sqlite')): Promise<Store> =>
  openStore(file, () => now);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-store-'));
  now = 1_000_000_000_000;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('replies', () => {
  const reply = { messageId: '11', channelId: '22', replyId: '33' };

  it('are found again after a restart', async () => {
    const first = await open();
    await first.replies.remember(reply);
    await first.close();
    const second = await open();
    expect(await second.replies.find('11')).toEqual(reply);
    expect(await second.replies.find('33')).toBeNull();
    await second.close();
  });

  it('are forgotten when told, and an hour later by themselves', async () => {
    const store = await open();
    await store.replies.remember(reply);
    await store.replies.remember({ ...reply, messageId: '12' });
    await store.replies.forget('11');
    expect(await store.replies.find('11')).toBeNull();
    now += HOUR_MS;
    expect(await store.replies.find('12')).not.toBeNull();
    now += 1;
    expect(await store.replies.find('12')).toBeNull();
    await store.close();
  });

  it('leave no row behind once they are old', async () => {
    const file = join(folder, 'caveat.sqlite');
    const store = await open(file);
    await store.replies.remember(reply);
    now += HOUR_MS + 1;
    await store.replies.remember({ ...reply, messageId: '12' });
    // Back in time, an old row would be found again if it were still there.
    now -= HOUR_MS + 1;
    expect(await store.replies.find('11')).toBeNull();
    await store.close();
  });

  it('take the latest answer to a message', async () => {
    const store = await open();
    await store.replies.remember(reply);
    await store.replies.remember({ ...reply, replyId: '44' });
    expect(await store.replies.find('11')).toEqual({ ...reply, replyId: '44' });
    await store.close();
  });
});

describe('feedback', () => {
  it('counts one person once for an answer, with their latest word', async () => {
    const store = await open();
    const say = (userId: string, isHelpful: boolean, answerId = '1') =>
      store.feedback.record({ answerId, userId, isHelpful });
    expect(await say('a', true)).toBe('new');
    expect(await say('a', true)).toBe('same');
    expect(await say('b', false)).toBe('new');
    expect(await say('a', false)).toBe('changed');
    expect(await say('a', true, '2')).toBe('new');
    expect(await store.feedback.count('1')).toEqual({ helpful: 0, notHelpful: 2 });
    expect(await store.feedback.count('2')).toEqual({ helpful: 1, notHelpful: 0 });
    expect(await store.feedback.count('3')).toEqual({ helpful: 0, notHelpful: 0 });
    await store.close();
  });

  it('holds when many press at once', async () => {
    const store = await open();
    const people = Array.from({ length: 50 }, (_, i) => String(i % 25));
    await Promise.all(
      people.map((userId) => store.feedback.record({ answerId: '1', userId, isHelpful: true })),
    );
    expect(await store.feedback.count('1')).toEqual({ helpful: 25, notHelpful: 0 });
    await store.close();
  });
});

describe('a store that cannot be opened', () => {
  it('says so in a sentence with what to do', async () => {
    const file = join(folder, 'no-database');
    writeFileSync(
      file,
      'this is no database, and long enough to be read as a header of one'.repeat(9),
    );
    const error = await open(file).catch((fault) => fault);
    expect(error).toBeInstanceOf(StoreError);
    expect(error.message).toMatch(/no-database cannot be opened: .* DATA_DIR/);
  });

  it('refuses the file of a newer version, and leaves it as it is', async () => {
    const file = join(folder, 'caveat.sqlite');
    await (await open(file)).close();
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(file);
    database.exec("INSERT INTO kysely_migration VALUES ('9999', '2030-01-01')");
    database.close();
    await expect(open(file)).rejects.toThrow(/no newer version of Caveat/);
  });
});
