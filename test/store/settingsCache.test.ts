import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredSettings } from '../../src/ports/settingsStore.ts';
import { createSettingsCache, type SettingsCache } from '../../src/store/settingsCache.ts';

type Query = { guildId: string; answer: (values: StoredSettings) => void; fail: () => void };

let queries: Query[];
let isReachable: boolean;
let cache: SettingsCache;
beforeEach(() => {
  queries = [];
  isReachable = true;
  cache = createSettingsCache({
    load: (guildId) => {
      const { promise, resolve, reject } = Promise.withResolvers<StoredSettings>();
      queries.push({ guildId, answer: resolve, fail: () => reject(new Error('lost')) });
      return promise;
    },
    isReachable: () => isReachable,
    patienceMs: 50,
  });
});
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('settings in memory', () => {
  it('are asked of the database once, however many read them first', async () => {
    const reads = [cache.read('g'), cache.read('g'), cache.read('h'), cache.read('g')];
    expect(queries.map(({ guildId }) => guildId)).toEqual(['g', 'h']);
    for (const { answer, guildId } of queries) answer({ of: guildId });
    expect(await Promise.all(reads)).toMatchObject([{ of: 'g' }, { of: 'g' }, { of: 'h' }, {}]);
    expect(await cache.read('g')).toEqual({ of: 'g' });
    expect(queries).toHaveLength(2);
  });

  it('are asked for again after a change, and what was on its way then is not believed', async () => {
    const read = cache.read('g');
    cache.invalidate('g');
    const later = cache.read('g');
    queries[0]?.answer({ a: 'old' });
    await turn();
    expect(queries).toHaveLength(2);
    queries[1]?.answer({ a: 'new' });
    expect(await read).toEqual({ a: 'new' });
    expect(await later).toEqual({ a: 'new' });
    expect(await cache.read('g')).toEqual({ a: 'new' });
    cache.invalidateAll();
    cache.read('g');
    expect(queries).toHaveLength(3);
  });

  it('are what was last known when the database fails, is lost, or does not answer', async () => {
    const first = cache.read('g');
    queries[0]?.answer({ a: 1 });
    await first;
    cache.invalidate('g');
    const failed = cache.read('g');
    queries[1]?.fail();
    expect(await failed).toEqual({ a: 1 });
    cache.invalidate('g', { a: 2 });
    // Not answered at all: 50 ms are waited.
    expect(await cache.read('g')).toEqual({ a: 2 });
    queries[2]?.fail();
    await turn();
    isReachable = false;
    cache.invalidateAll();
    expect(await cache.read('g')).toEqual({ a: 2 });
    expect(queries).toHaveLength(3);
    isReachable = true;
    const back = cache.read('g');
    queries[3]?.answer({ a: 3 });
    expect(await back).toEqual({ a: 3 });
  });

  it('are none where nothing was ever known, and are asked for again', async () => {
    const lost = cache.read('g');
    queries[0]?.fail();
    expect(await lost).toEqual({});
    const found = cache.read('g');
    queries[1]?.answer({ a: 1 });
    expect(await found).toEqual({ a: 1 });
  });

  it('come late into memory when an answer was too slow', async () => {
    expect(await cache.read('g')).toEqual({});
    queries[0]?.answer({ a: 1 });
    await turn();
    expect(await cache.read('g')).toEqual({ a: 1 });
    expect(queries).toHaveLength(1);
  });
});
