import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore, type StorePlace } from '../../src/store/openStore.ts';
import { startPostgres, whyNoPostgres } from '../support/postgres.ts';
import { startChild } from './children/startChild.ts';

const obstacle = await whyNoPostgres();

const cache = mkdtempSync(join(tmpdir(), 'caveat-compiled-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

/** Kills a process in the middle of its writes, again and again; what it said last each time. */
const killAgainAndAgain = async (place: StorePlace, rounds: number) => {
  const acknowledged = new Set<string>();
  let last = 0;
  for (let round = 0; round < rounds; round += 1) {
    const child = startChild('writeUntilKilled.ts', place, { NODE_COMPILE_CACHE: cache });
    // A few writes, or until those that are gathered were written, and then anywhere in the next.
    if (round % 5 === 4) while (!(await child.next()).startsWith('reply '));
    else for (let i = 0; i <= round % 7; i += 1) await child.next();
    if (round % 3 === 0) await new Promise((resolve) => setTimeout(resolve, round % 10));
    child.process.kill('SIGKILL');
    const { stderr } = await child.ended;
    expect(stderr).toBe('');
    const first = Number(child.lines[0]?.split(' ')[1]);
    // The one that was killed while it waited for its acknowledgement may have been made.
    expect([last + 1, last + 2]).toContain(first);
    for (const line of child.lines) acknowledged.add(line);
    last = Number(child.lines.findLast((line) => line.startsWith('set '))?.split(' ')[1]);
  }
  return { acknowledged, last };
};

const nothingIsMissing = async (place: StorePlace, rounds: number): Promise<void> => {
  const { acknowledged, last } = await killAgainAndAgain(place, rounds);
  const store = await openStore(place);
  const { counter, echo } = await store.settings.read('g');
  expect([last, last + 1]).toContain(counter);
  expect(echo).toBe(String(counter));
  const history = await store.settings.history('g', 1_000_000);
  const made = history.filter(({ key }) => key === 'counter').map(({ to }) => to);
  expect(made).toEqual(Array.from({ length: Number(counter) }, (_, i) => Number(counter) - i));
  const replies = [...acknowledged].filter((line) => line.startsWith('reply '));
  expect(replies.length).toBeGreaterThan(rounds / 5);
  for (const line of replies) {
    const messageId = line.slice('reply '.length);
    expect(await store.replies.find(messageId)).toMatchObject({ messageId });
  }
  expect(acknowledged.size).toBeGreaterThan(rounds);
  await store.close();
};

describe('a process that is killed while it writes', () => {
  it('a hundred times leaves nothing behind that was acknowledged and is missing: SQLite', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'caveat-killed-'));
    // One core each.
    const files = [join(folder, 'one.sqlite'), join(folder, 'other.sqlite')];
    await Promise.all(files.map((file) => nothingIsMissing({ file }, 50)));
    rmSync(folder, { recursive: true, force: true });
  }, 180_000);

  it.skipIf(obstacle !== null)(
    `ten times, nor on PostgreSQL ${obstacle ?? ''}`.trim(),
    async () => {
      const postgres = await startPostgres();
      await nothingIsMissing(
        { url: await postgres.createDatabase(), tls: 'disable', ca: null },
        10,
      );
      await postgres.close();
    },
    120_000,
  );
});
