import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/openStore.ts';
import type { PostgresPlace } from '../../src/store/postgresPool.ts';
import { type Postgres, startPostgres, whyNoPostgres } from '../support/postgres.ts';

const obstacle = await whyNoPostgres();
let postgres: Postgres;
let place: PostgresPlace;
let stores: Store[];
let log: { message: string; fields: object }[];

const note = (fields: object, message: string): void => void log.push({ fields, message });
const logger = { debug: note, info: note, warn: note, error: note };

/** One of several processes on a database. */
const open = async (): Promise<Store> => {
  const store = await openStore(place, { logger });
  stores.push(store);
  return store;
};
const set = (store: Store, from: number | null, to: number, key = 'a') =>
  store.settings.change('g', 'u', [{ key, from, to }]);
const until = async (isSo: () => boolean | Promise<boolean>, what: string): Promise<void> => {
  const end = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
const reads = async (store: Store, value: number): Promise<boolean> =>
  (await store.settings.read('g')).a === value;
/** Ends the connections of all stores that did this last. */
const breakConnections = (lastQuery: string) =>
  postgres.query(
    place.url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'caveat' AND query ILIKE '${lastQuery}'`,
  );

describe.skipIf(obstacle !== null)(`PostgreSQL ${obstacle ?? ''}`.trim(), () => {
  beforeAll(async () => {
    postgres = await startPostgres(['fsync=off']);
  }, 60_000);
  afterAll(() => postgres?.close());
  beforeEach(async () => {
    stores = [];
    log = [];
    place = { url: await postgres.createDatabase(), tls: 'disable', ca: null };
  });
  afterEach(() => Promise.all(stores.map((store) => store.close())));

  describe('shared by processes', () => {
    it('that start at once: all open, and the tables are made once', async () => {
      const all = await Promise.all([open(), open(), open(), open()]);
      expect(await set(all[0] as Store, null, 1)).toMatchObject({ ok: true });
      expect(await postgres.query(place.url, 'SELECT name FROM kysely_migration')).toHaveLength(1);
    });

    it('shows what one changes to the others, who read it from memory', async () => {
      const [one, other] = [await open(), await open()];
      expect(await other.settings.read('g')).toEqual({});
      const heard: string[] = [];
      one.settings.onChange((guildId) => heard.push(`one: ${guildId}`));
      other.settings.onChange((guildId) => heard.push(`other: ${guildId}`));
      await set(one, null, 1);
      expect(await one.settings.read('g')).toEqual({ a: 1 });
      await until(() => reads(other, 1), 'the other to know');
      await set(other, 1, 2);
      await until(() => reads(one, 2), 'the one to know');
      await until(() => heard.length >= 4, 'all to be told');
      expect(heard.sort()).toEqual(['one: g', 'one: g', 'other: g', 'other: g']);
      // Everything was heard, so both have it in memory.
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await reads(other, 2)).toBe(true);
      await one.guilds.left('g');
      await new Promise((resolve) => setTimeout(resolve, 5));
      await one.guilds.eraseLeft(0);
      await until(async () => !('a' in (await other.settings.read('g'))), 'the erasure');
    });

    it('lets one of all win, and loses no update', async () => {
      const [one, other] = [await open(), await open()];
      const increment = async (store: Store): Promise<number> => {
        for (let tries = 0; ; tries += 1) {
          const { a = null } = (await store.settings.read('g')) as { a?: number };
          const outcome = await set(store, a, (a ?? 0) + 1);
          if (outcome.ok) return tries;
          expect(outcome.reason).toBe('conflict');
        }
      };
      await Promise.all(Array.from({ length: 20 }, (_, i) => increment(i % 2 ? one : other)));
      await until(() => reads(one, 20), 'all to be counted');
      expect(await one.settings.history('g', 100)).toHaveLength(20);
    });

    it('gets its counts from all of them', async () => {
      const all = [await open(), await open()];
      await Promise.all(
        Array.from({ length: 200 }, (_, i) =>
          all[i % 2]?.usage.count({
            guildId: 'g',
            kind: 'k',
            topic: `t${i % 9}`,
            isAnswered: i % 4 > 1,
          }),
        ),
      );
      expect(await all[0]?.usage.report('g', 1, 9)).toMatchObject({ asked: 200, answered: 100 });
    });
  });

  describe('while it is lost', () => {
    it('settings are read from memory, changes are refused, and all comes back by itself', async () => {
      const [store, witness] = [await open(), await open()];
      await set(store, null, 1);
      await store.settings.read('g');
      await until(() => reads(witness, 1), 'the witness to know');
      await postgres.stop();
      await until(() => !store.isAvailable(), 'the loss to be noticed');
      expect(await store.settings.read('g')).toEqual({ a: 1 });
      expect(await store.settings.read('never read')).toEqual({});
      expect(await set(store, 1, 2)).toEqual({ ok: false, reason: 'unavailable' });
      expect(await store.settings.read('g')).toEqual({ a: 1 });
      const work = [
        store.replies.remember({ messageId: '1', channelId: '2', replyId: '3' }),
        store.replies.find('1x'),
        store.feedback.record({ answerId: '1', userId: 'u', isHelpful: true, guildId: null }),
        store.usage.count({ guildId: 'g', kind: 'k', topic: 't', isAnswered: true }),
        store.usage.report('g', 7, 5),
        store.settings.history('g', 5),
        store.privacy.erase('u'),
      ];
      for (const { status } of await Promise.allSettled(work)) expect(status).toBe('rejected');
      await postgres.start();
      await until(() => store.isAvailable() && witness.isAvailable(), 'the database to be back');
      expect(await set(store, 1, 3)).toMatchObject({ ok: true });
      await until(() => reads(witness, 3), 'the witness to hear again');
      await store.replies.remember({ messageId: '1', channelId: '2', replyId: '3' });
      expect(await store.replies.find('1')).toMatchObject({ replyId: '3' });
      expect(log.map(({ message }) => message)).toEqual(
        expect.arrayContaining([
          'the database is lost: settings are read from memory',
          'the database is back',
          'the store failed',
        ]),
      );
      expect(JSON.stringify(log)).not.toMatch(/secret/);
    }, 40_000);

    it('a listener that was cut off learns late what it missed', async () => {
      const [store, other] = [await open(), await open()];
      await set(store, null, 1);
      await until(() => reads(other, 1), 'the other to know');
      const heard: string[] = [];
      other.settings.onChange((guildId) => heard.push(guildId));
      // As if it was deaf for a while: its connection ends as the change is made past everybody.
      await breakConnections('LISTEN%');
      await postgres.query(
        place.url,
        `UPDATE setting SET value = '2';
         INSERT INTO setting_change VALUES
           ('g', 2, 'a', 'v', ${Date.now()}, '1', '2')`,
      );
      await until(() => reads(other, 2), 'the other to read anew');
      await until(() => heard.includes('g'), 'the other to be told');
      await until(() => reads(store, 2), 'the one to read anew');
    });

    it('connections that break at work or at rest are replaced', async () => {
      const store = await open();
      await set(store, null, 1);
      await breakConnections('%');
      await until(() => store.isAvailable(), 'the listener to be back');
      const busy = Array.from({ length: 20 }, (_, i) => set(store, null, i, `k${i}`));
      const broken = breakConnections('%');
      const outcomes = await Promise.all(busy);
      await broken;
      await until(() => store.isAvailable(), 'the listener to be back');
      const made = new Set((await store.settings.history('g', 100)).map(({ key }) => key));
      for (const [i, outcome] of outcomes.entries())
        if (outcome.ok) expect(made).toContain(`k${i}`);
      expect(await set(store, null, 1, 'b')).toMatchObject({ ok: true });
    }, 40_000);

    it('a database that only lets itself be read is one that cannot be changed', async () => {
      const store = await open();
      await set(store, null, 1);
      const name = new URL(place.url).pathname.slice(1);
      await postgres.query(
        place.url,
        `ALTER DATABASE ${name} SET default_transaction_read_only = on`,
      );
      await breakConnections('%');
      await until(() => store.isAvailable(), 'the listener to be back');
      expect(await set(store, 1, 2)).toEqual({ ok: false, reason: 'unavailable' });
      expect(store.isAvailable()).toBe(false);
      expect(await store.settings.read('g')).toEqual({ a: 1 });
      await postgres.query(
        place.url.replace(name, 'postgres'),
        `ALTER DATABASE ${name} RESET default_transaction_read_only`,
      );
      await breakConnections('%');
      await until(async () => (await set(store, 1, 2)).ok, 'the change to be made');
      await until(() => store.isAvailable(), 'all to be well again');
    });
  });
});
