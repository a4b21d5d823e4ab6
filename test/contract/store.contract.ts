import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json, SettingEdit } from '../../src/ports/settingsStore.ts';
import { openStore, type Store, type StorePlace } from '../../src/store/openStore.ts';
import { GUILD_TABLES, PERSONAL_TABLES } from '../../src/store/ownership.ts';
import { StoreError } from '../../src/store/storeError.ts';

/** A database to try the store on. */
export type Bed = {
  /** A place where no store was yet. */
  createPlace: () => Promise<StorePlace>;
  /** SQL from outside, past the store; the store may have to be closed for it. */
  query: (place: StorePlace, sql: string) => Promise<Record<string, unknown>[]>;
  /** SQL that gives `table` and `column` of all there are. */
  columnsSql: string;
};

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Text that databases have choked on. */
const HOSTILE = `'; DROP TABLE setting; -- " \\ \u0000 \ud800 🦴 \u202e %_`;

/** What both databases have to do, in the same words. */
export const storeContract = (getBed: () => Bed): void => {
  let bed: Bed;
  let place: StorePlace;
  let store: Store;
  let now: number;

  const open = (): Promise<Store> => openStore(place, { now: () => now });
  const restart = async (): Promise<void> => {
    await store.close();
    store = await open();
  };
  /** Looks past the store, which a file of SQLite has to be closed for. */
  const look = async (sql: string): Promise<Record<string, unknown>[]> => {
    await store.close();
    const rows = await bed.query(place, sql);
    store = await open();
    return rows;
  };
  const set = (key: string, from: Json, to: Json, { guildId = 'g', userId = 'u' } = {}) =>
    store.settings.change(guildId, userId, [{ key, from, to }]);

  beforeEach(async () => {
    bed = getBed();
    now = Date.parse('2026-03-10T12:00:00Z');
    place = await bed.createPlace();
    store = await open();
  });
  afterEach(() => store.close());

  describe('replies', () => {
    const reply = { messageId: '11', channelId: '22', replyId: '33' };

    it('are found at once, and again after a restart', async () => {
      const written = store.replies.remember(reply);
      expect(await store.replies.find('11')).toEqual(reply);
      await written;
      expect(await store.replies.find('11')).toEqual(reply);
      await restart();
      expect(await store.replies.find('11')).toEqual(reply);
      expect(await store.replies.find('33')).toBeNull();
    });

    it('are written by a stop that comes before their turn', async () => {
      const written = store.replies.remember(reply);
      await restart();
      await written;
      expect(await store.replies.find('11')).toEqual(reply);
    });

    it('are forgotten when told, before and after they are written', async () => {
      await store.replies.remember(reply);
      const forgotten = store.replies.forget('11');
      expect(await store.replies.find('11')).toBeNull();
      await forgotten;
      expect(await store.replies.find('11')).toBeNull();
      await Promise.all([
        store.replies.remember({ ...reply, messageId: '12' }),
        store.replies.forget('12'),
        store.replies.forget('13'),
        store.replies.remember({ ...reply, messageId: '13' }),
      ]);
      expect(await store.replies.find('12')).toBeNull();
      expect(await store.replies.find('13')).toMatchObject({ messageId: '13' });
    });

    it('are forgotten after an hour by themselves, and leave no row behind', async () => {
      await store.replies.remember(reply);
      now += HOUR_MS;
      expect(await store.replies.find('11')).toEqual(reply);
      now += 1;
      expect(await store.replies.find('11')).toBeNull();
      await store.replies.remember({ ...reply, messageId: '12' });
      expect(await look('SELECT message_id FROM reply')).toEqual([{ message_id: '12' }]);
    });

    it('take the latest answer to a message', async () => {
      await Promise.all([
        store.replies.remember(reply),
        store.replies.remember({ ...reply, replyId: '44' }),
      ]);
      expect(await store.replies.find('11')).toMatchObject({ replyId: '44' });
      await store.replies.remember({ ...reply, replyId: '55' });
      expect(await store.replies.find('11')).toMatchObject({ replyId: '55' });
    });

    it('are kept when thousands come at once', async () => {
      const ids = Array.from({ length: 20_000 }, (_, i) => String(i));
      await Promise.all(ids.map((id) => store.replies.remember({ ...reply, messageId: id })));
      await restart();
      for (const id of ['0', '999', '1000', '19999'])
        expect(await store.replies.find(id)).toEqual({ ...reply, messageId: id });
    });
  });

  describe('feedback', () => {
    const say = (userId: string, isHelpful: boolean, answerId = '1') =>
      store.feedback.record({ answerId, userId, isHelpful, guildId: 'g' });

    it('counts one person once for an answer, with their latest word', async () => {
      expect(await say('a', true)).toBe('new');
      expect(await say('a', true)).toBe('same');
      expect(await say('b', false)).toBe('new');
      expect(await say('a', false)).toBe('changed');
      expect(await say('a', true, '2')).toBe('new');
      await restart();
      expect(await store.feedback.count('1')).toEqual({ helpful: 0, notHelpful: 2 });
      expect(await store.feedback.count('2')).toEqual({ helpful: 1, notHelpful: 0 });
      expect(await store.feedback.count('3')).toEqual({ helpful: 0, notHelpful: 0 });
    });

    it('holds when many press at once, and one presses often', async () => {
      const known = await Promise.all(
        Array.from({ length: 50 }, (_, i) => say(String(i % 25), true)),
      );
      expect(known.filter((word) => word === 'new')).toHaveLength(25);
      expect(await store.feedback.count('1')).toEqual({ helpful: 25, notHelpful: 0 });
    });

    it('keeps why, until the opinion changes, whatever the words are', async () => {
      await say('a', false);
      expect(await store.feedback.explain('1', 'a', HOSTILE)).toBe(true);
      expect(await store.feedback.explain('1', 'nobody', 'never asked')).toBe(false);
      const reasonOf = async () => (await store.privacy.export('a')).feedback;
      expect(await reasonOf()).toMatchObject([
        { reason: `'; DROP TABLE setting; -- " \\  \ufffd 🦴 \u202e %_` },
      ]);
      await say('a', false);
      expect(await reasonOf()).toMatchObject([{ reason: expect.stringContaining('DROP') }]);
      await say('a', true);
      expect(await reasonOf()).toMatchObject([{ reason: null }]);
      await store.feedback.explain('1', 'a', 'x'.repeat(100_000));
      expect(await reasonOf()).toMatchObject([{ reason: 'x'.repeat(4_000) }]);
      expect((await store.privacy.export('nobody')).feedback).toEqual([]);
    });

    it('may be given outside of any server', async () => {
      await store.feedback.record({ answerId: '1', userId: 'a', isHelpful: true, guildId: null });
      expect(await store.feedback.count('1')).toEqual({ helpful: 1, notHelpful: 0 });
    });
  });

  describe('settings', () => {
    it('are not set at first', async () => {
      expect(await store.settings.read('g')).toEqual({});
      expect(await store.settings.history('g', 10)).toEqual([]);
    });

    it('are read as they were set, each server its own, also after a restart', async () => {
      const value = { list: [1, 'two', null, true], deep: { text: HOSTILE } };
      await set('a', null, value);
      await set('b', null, 0);
      await set('c', null, '');
      await set('d', null, false);
      await set('a', null, 'other', { guildId: 'g2' });
      const settings = { a: value, b: 0, c: '', d: false };
      expect(await store.settings.read('g')).toEqual(settings);
      await restart();
      expect(await store.settings.read('g')).toEqual(settings);
      expect(await store.settings.read('g2')).toEqual({ a: 'other' });
      expect(await store.settings.read('g3')).toEqual({});
    });

    it('are at their default again when set to null', async () => {
      await set('a', null, 1);
      expect(await set('a', 1, null)).toMatchObject({ ok: true });
      expect(await store.settings.read('g')).toEqual({});
      expect(await look('SELECT * FROM setting')).toEqual([]);
    });

    it('are recorded: by whom, when, from what to what, newest first', async () => {
      const first = await set('a', null, [1]);
      now += 5;
      const second = await set('a', [1], [2], { userId: 'v' });
      await set('a', null, 'x', { guildId: 'g2' });
      const history = await store.settings.history('g', 10);
      expect(history).toMatchObject([
        { guildId: 'g', key: 'a', userId: 'v', at: now, from: [1], to: [2] },
        { guildId: 'g', key: 'a', userId: 'u', at: now - 5, from: null, to: [1] },
      ]);
      expect(second).toEqual({ ok: true, changes: [history[0]] });
      expect(first).toEqual({ ok: true, changes: [history[1]] });
      expect(new Set(history.map(({ id }) => id)).size).toBe(2);
      expect(await store.settings.history('g', 1)).toEqual(history.slice(0, 1));
      await restart();
      expect(await store.settings.history('g', 10)).toEqual(history);
    });

    it('tell who was quicker, and change nothing then', async () => {
      await set('a', null, 1, { userId: 'quick' });
      expect(await set('a', null, 2)).toEqual({
        ok: false,
        reason: 'conflict',
        key: 'a',
        current: 1,
        by: expect.objectContaining({ userId: 'quick', to: 1, at: now }),
      });
      expect(await set('b', 'never set', 2)).toEqual({
        ok: false,
        reason: 'conflict',
        key: 'b',
        current: null,
        by: null,
      });
      expect(await store.settings.read('g')).toEqual({ a: 1 });
      expect(await store.settings.history('g', 10)).toHaveLength(1);
    });

    it('change all together or not at all', async () => {
      const edits: SettingEdit[] = [
        { key: 'a', from: null, to: 1 },
        { key: 'b', from: null, to: 2 },
        { key: 'a', from: 1, to: 3 },
      ];
      expect(await store.settings.change('g', 'u', edits)).toMatchObject({
        ok: true,
        changes: [
          { key: 'a', to: 1 },
          { key: 'b', to: 2 },
          { key: 'a', from: 1, to: 3 },
        ],
      });
      expect(
        await store.settings.change('g', 'u', [
          { key: 'c', from: null, to: 1 },
          { key: 'b', from: 'stale', to: 9 },
        ]),
      ).toMatchObject({ ok: false, key: 'b', current: 2 });
      expect(await store.settings.read('g')).toEqual({ a: 3, b: 2 });
      expect(await store.settings.history('g', 10)).toHaveLength(3);
    });

    it('compare values, not their spelling; what changes nothing is not recorded', async () => {
      await set('a', null, { x: 1, y: [2] });
      expect(await set('a', { y: [2], x: 1 }, { x: 1, y: [2] })).toEqual({ ok: true, changes: [] });
      expect(await set('a', { x: 1, y: [3] }, 5)).toMatchObject({ ok: false });
      expect(await store.settings.change('g', 'u', [])).toEqual({ ok: true, changes: [] });
      expect(await store.settings.history('g', 10)).toHaveLength(1);
    });

    it('of fifty who change one at once, one wins, in every round', async () => {
      let current: Json = null;
      for (let round = 0; round < 6; round += 1) {
        const from: Json = current;
        const outcomes = await Promise.all(
          Array.from({ length: 50 }, (_, i) =>
            set('a', from, `${round}/${i}`, { userId: String(i) }),
          ),
        );
        const won = outcomes.flatMap((outcome) => (outcome.ok ? outcome.changes : []));
        expect(won).toHaveLength(1);
        current = won[0]?.to as Json;
        for (const outcome of outcomes)
          if (!outcome.ok)
            expect(outcome).toMatchObject({ reason: 'conflict', current, by: won[0] });
        expect(await store.settings.read('g')).toEqual({ a: current });
      }
      expect(await store.settings.history('g', 100)).toHaveLength(6);
    });

    it('are told to those who listen, once a change, until they stop', async () => {
      const heard: string[] = [];
      const stop = store.settings.onChange((guildId) => heard.push(guildId));
      await set('a', null, 1);
      await set('a', null, 2);
      await set('a', 1, 1);
      await store.settings.change('g2', 'u', [
        { key: 'a', from: null, to: 1 },
        { key: 'b', from: null, to: 1 },
      ]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(heard).toEqual(['g', 'g2']);
      stop();
      await set('a', 1, 2);
      expect(heard).toEqual(['g', 'g2']);
    });

    it('cannot be changed by those who read them', async () => {
      await set('a', null, 1);
      const read = (await store.settings.read('g')) as Record<string, Json>;
      expect(() => {
        read.a = 2;
      }).toThrow(TypeError);
      expect(await store.settings.read('g')).toEqual({ a: 1 });
    });
  });

  describe('servers', () => {
    const countsOf = async (guildId: string): Promise<Record<string, number>> => {
      const parts = [...GUILD_TABLES, 'guild'].map(
        (table) => `(SELECT count(*) FROM ${table} WHERE guild_id = '${guildId}') AS "${table}"`,
      );
      const [row] = await look(`SELECT ${parts.join(', ')}`);
      return Object.fromEntries(Object.entries(row ?? {}).map(([k, v]) => [k, Number(v)]));
    };
    const fill = async (guildId: string): Promise<void> => {
      await set('a', null, 1, { guildId });
      await Promise.all([
        store.feedback.record({ answerId: guildId, userId: 'u', isHelpful: true, guildId }),
        store.usage.count({ guildId, kind: 'evidence', topic: 't', isAnswered: true }),
        store.usage.log(guildId, 'does it help?'),
        store.usage.setLastReport(guildId, 5),
        store.guilds.setDeployedCommands(guildId, 'hash'),
      ]);
    };

    it('are erased whole so long after they were left, and no others', async () => {
      for (const guildId of ['left', 'back', 'here']) await fill(guildId);
      await store.guilds.left('left');
      await store.guilds.left('back');
      now += 10 * DAY_MS;
      // Told again, as at every start of the bot.
      await store.guilds.left('left');
      expect(await store.guilds.joined('back')).toEqual({ isBack: true });
      expect(await store.guilds.joined('back')).toEqual({ isBack: false });
      now += 20 * DAY_MS;
      expect(await store.guilds.eraseLeft(30 * DAY_MS)).toBe(0);
      now += 1;
      const heard: string[] = [];
      store.settings.onChange((guildId) => heard.push(guildId));
      expect(await store.settings.read('left')).toEqual({ a: 1 });
      expect(await store.guilds.eraseLeft(30 * DAY_MS)).toBe(1);
      expect(heard).toEqual(['left']);
      expect(await store.settings.read('left')).toEqual({});
      expect(await store.guilds.eraseLeft(30 * DAY_MS)).toBe(0);
      expect(Object.values(await countsOf('left'))).toEqual([0, 0, 0, 0, 0, 0]);
      for (const guildId of ['back', 'here'])
        expect(Object.values(await countsOf(guildId))).toEqual([1, 1, 1, 1, 1, 1]);
    });

    it('may return after their data is gone, and begin anew', async () => {
      await fill('g');
      await store.guilds.left('g');
      now += 1;
      await store.guilds.eraseLeft(0);
      expect(await store.guilds.joined('g')).toEqual({ isBack: false });
      expect(await set('a', null, 2)).toMatchObject({ ok: true });
      now += 100 * DAY_MS;
      expect(await store.guilds.eraseLeft(0)).toBe(0);
      expect(await store.settings.read('g')).toEqual({ a: 2 });
    });

    it('are present where something is kept of them and they were not left', async () => {
      expect(await store.guilds.present()).toEqual([]);
      await store.feedback.record({ answerId: '1', userId: 'u', isHelpful: true, guildId: null });
      await store.feedback.record({ answerId: '1', userId: 'v', isHelpful: true, guildId: 'd' });
      await store.usage.count({ guildId: 'c', kind: 'evidence', topic: 't', isAnswered: true });
      await set('a', null, 1, { guildId: 'b' });
      await store.guilds.setDeployedCommands('a', 'hash');
      await fill('left');
      await store.guilds.left('left');
      await store.guilds.left('never heard of');
      expect(await store.guilds.present()).toEqual(['a', 'b', 'c', 'd']);
    });

    it('that were only known as left are erased too', async () => {
      await store.guilds.left('g');
      now += 1;
      expect(await store.guilds.eraseLeft(0)).toBe(1);
      expect((await countsOf('g')).guild).toBe(0);
    });

    it('keep which commands they have, until they are left', async () => {
      expect(await store.guilds.deployedCommands('g')).toBeNull();
      await store.guilds.setDeployedCommands('g', 'one');
      await store.guilds.setDeployedCommands('g', 'two');
      await store.guilds.setDeployedCommands('h', 'three');
      await restart();
      expect(await store.guilds.deployedCommands('g')).toBe('two');
      await store.guilds.left('g');
      expect(await store.guilds.deployedCommands('g')).toBeNull();
      expect(await store.guilds.deployedCommands('h')).toBe('three');
    });
  });

  describe('usage', () => {
    const ask = (topic: string, { guildId = 'g', isAnswered = true, kind = 'evidence' } = {}) =>
      store.usage.count({ guildId, kind, topic, isAnswered });

    it('is counted by day and topic, of one server, for the days asked for', async () => {
      await ask('too old');
      now += 6 * DAY_MS;
      await ask('a');
      now += DAY_MS;
      await Promise.all([
        ...Array.from({ length: 20 }, () => ask('b')),
        ask('a'),
        ask('a', { kind: 'study' }),
        ask('gap', { isAnswered: false, kind: 'no-evidence' }),
        ask('', { isAnswered: false, kind: 'help' }),
        ask('b', { guildId: 'other' }),
      ]);
      await restart();
      expect(await store.usage.report('g', 7, 5)).toEqual({
        asked: 25,
        answered: 23,
        helpful: 0,
        notHelpful: 0,
        topics: [
          { topic: 'b', count: 20 },
          { topic: 'a', count: 3 },
        ],
        gaps: [{ topic: 'gap', count: 1 }],
        days: [
          ...['11', '12', '13', '14', '15'].map((day) => ({ day: `2026-03-${day}`, asked: 0 })),
          { day: '2026-03-16', asked: 1 },
          { day: '2026-03-17', asked: 24 },
        ],
      });
      expect((await store.usage.report('g', 8, 1)).asked).toBe(26);
      expect((await store.usage.report('g', 7, 1)).topics).toEqual([{ topic: 'b', count: 20 }]);
      expect((await store.usage.report('nobody', 30, 1)).days).toHaveLength(30);
    });

    it('counts the opinions of those days', async () => {
      const say = (answerId: string, isHelpful: boolean, guildId: string | null = 'g') =>
        store.feedback.record({ answerId, userId: 'u', isHelpful, guildId });
      await say('old', true);
      now += 7 * DAY_MS;
      await Promise.all([say('1', true), say('2', false), say('3', false), say('4', true, null)]);
      expect(await store.usage.report('g', 7, 5)).toMatchObject({ helpful: 1, notHelpful: 2 });
      expect(await store.usage.report('g', 8, 5)).toMatchObject({ helpful: 2, notHelpful: 2 });
    });

    it('takes any words as a topic', async () => {
      await ask(HOSTILE);
      await ask('🦴'.repeat(5_000));
      const { topics } = await store.usage.report('g', 1, 5);
      expect(topics.map(({ topic }) => topic).sort()).toEqual(
        [`'; DROP TABLE setting; -- " \\  \ufffd 🦴 \u202e %_`, '🦴'.repeat(100)].sort(),
      );
    });

    it('keeps questions by their day, newest first, without saying when or who', async () => {
      await store.usage.log('g', 'first');
      now += DAY_MS;
      await Promise.all(['second', HOSTILE, 'fourth'].map((text) => store.usage.log('g', text)));
      await store.usage.log('h', 'elsewhere');
      expect(await store.usage.logged('g', 10)).toEqual([
        { day: '2026-03-11', text: 'fourth' },
        { day: '2026-03-11', text: expect.stringContaining('DROP TABLE') },
        { day: '2026-03-11', text: 'second' },
        { day: '2026-03-10', text: 'first' },
      ]);
      expect(await store.usage.logged('g', 1)).toHaveLength(1);
      const [row] = await look('SELECT * FROM question_log');
      expect(Object.keys(row ?? {}).sort()).toEqual(['day', 'guild_id', 'number', 'text']);
    });

    it('is erased when it is old: questions and counts each at their age', async () => {
      await store.usage.log('g', 'old');
      await ask('old');
      now += 29 * DAY_MS;
      expect(await store.usage.erase(30 * DAY_MS, 400 * DAY_MS)).toBe(0);
      await store.usage.log('g', 'new');
      now += DAY_MS;
      expect(await store.usage.erase(30 * DAY_MS, 400 * DAY_MS)).toBe(1);
      expect(await store.usage.logged('g', 10)).toMatchObject([{ text: 'new' }]);
      now += 370 * DAY_MS;
      expect(await store.usage.erase(30 * DAY_MS, 400 * DAY_MS)).toBe(2);
      expect((await store.usage.report('g', 500, 5)).asked).toBe(0);
    });

    it('goes with the opinions of its age, wherever they were given', async () => {
      const say = (answerId: string, guildId: string | null) =>
        store.feedback.record({ answerId, userId: 'u', isHelpful: true, guildId });
      await Promise.all([say('1', 'g'), say('2', null)]);
      now += 200 * DAY_MS;
      await say('3', null);
      now += 200 * DAY_MS;
      expect(await store.usage.erase(30 * DAY_MS, 400 * DAY_MS)).toBe(0);
      now += 1;
      expect(await store.usage.erase(30 * DAY_MS, 400 * DAY_MS)).toBe(2);
      expect((await store.privacy.export('u')).feedback).toMatchObject([{ answer_id: '3' }]);
    });

    it('keeps when a server had its last report', async () => {
      expect(await store.usage.lastReport('g')).toBeNull();
      await store.usage.setLastReport('g', now);
      await store.usage.setLastReport('g', now + 1);
      await restart();
      expect(await store.usage.lastReport('g')).toBe(now + 1);
    });
  });

  describe('privacy', () => {
    const fill = async (userId: string): Promise<void> => {
      await store.feedback.record({ answerId: '1', userId, isHelpful: false, guildId: 'g' });
      await store.feedback.explain('1', userId, 'too long');
      await set(`set by ${userId}`, null, 1, { userId });
    };

    it('shows all that is stored about a person, and nothing of others', async () => {
      await fill('me');
      await fill('you');
      expect(await store.privacy.export('me')).toEqual({
        feedback: [
          {
            answer_id: '1',
            user_id: 'me',
            guild_id: 'g',
            is_helpful: 0,
            reason: 'too long',
            created_at: now,
          },
        ],
        setting_change: [
          expect.objectContaining({ user_id: 'me', key: 'set by me', changed_at: now }),
        ],
      });
      expect(await store.privacy.export('nobody')).toEqual({ feedback: [], setting_change: [] });
      expect(await store.privacy.export("' OR 1=1 --")).toEqual({
        feedback: [],
        setting_change: [],
      });
    });

    it('erases a person everywhere; what they set stays, without them', async () => {
      await fill('me');
      await fill('you');
      expect(await store.privacy.erase('me')).toBe(2);
      expect(await store.privacy.erase('me')).toBe(0);
      expect(await store.privacy.export('me')).toEqual({ feedback: [], setting_change: [] });
      expect(await store.settings.read('g')).toEqual({ 'set by me': 1, 'set by you': 1 });
      expect((await store.settings.history('g', 10)).map(({ userId }) => userId)).toEqual([
        'you',
        null,
      ]);
      expect(await store.feedback.count('1')).toEqual({ helpful: 0, notHelpful: 1 });
      const texts = await Promise.all(
        ['feedback', 'setting', 'setting_change', 'usage', 'question_log', 'guild', 'reply'].map(
          (table) => bed.query(place, `SELECT * FROM ${table}`),
        ),
      );
      expect(JSON.stringify(texts).replaceAll('set by me', '')).not.toContain('me"');
    });
  });

  describe('the schema', () => {
    /** Ids of things that are no person's and no server's. */
    const OTHER_IDS = ['message_id', 'channel_id', 'reply_id', 'answer_id'];
    const PERSON = /user|member|person|author|owner|admin|actor|people|_by$/;

    it('has no column of a person, a server or an unknown id that nobody answers for', async () => {
      const all = (await look(bed.columnsSql)) as { table: string; column: string }[];
      const columns = all.filter(({ table }) => !/^(kysely|sqlite)_/.test(table));
      const where = (isSo: (column: string) => boolean) =>
        columns
          .filter(({ column }) => isSo(column))
          .map(({ table, column }) => `${table}.${column}`);
      expect(where((column) => PERSON.test(column)).sort()).toEqual(
        PERSONAL_TABLES.map(({ table, column }) => `${table}.${column}`).sort(),
      );
      expect(where((column) => /guild|server/.test(column)).sort()).toEqual(
        [...GUILD_TABLES, 'guild'].map((table) => `${table}.guild_id`).sort(),
      );
      const known = [...OTHER_IDS, 'user_id', 'guild_id'];
      expect(where((column) => /id$/.test(column) && !known.includes(column))).toEqual([]);
      expect(new Set(columns.map(({ table }) => table))).toEqual(
        new Set([...GUILD_TABLES, 'guild', 'reply']),
      );
    });

    it('of a newer version is refused in plain words, and left as it is', async () => {
      await set('a', null, 1);
      await store.close();
      const newer = "INSERT INTO kysely_migration VALUES ('9999', '2030-01-01')";
      await bed.query(place, newer);
      const error = await open().catch((fault) => fault);
      expect(error).toBeInstanceOf(StoreError);
      expect(error.message).toMatch(
        /^The store was written by a newer version of Caveat .*9999.*0001.* Install that version/,
      );
      await bed.query(place, "DELETE FROM kysely_migration WHERE name = '9999'");
      store = await open();
      expect(await store.settings.read('g')).toEqual({ a: 1 });
    });

    it('is numbered alike on every database', async () => {
      expect(await look('SELECT name FROM kysely_migration')).toEqual([{ name: '0001' }]);
    });
  });

  it('is available, and tells so', () => {
    expect(store.isAvailable()).toBe(true);
  });
};
