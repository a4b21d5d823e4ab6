import { describe, expect, it } from 'vitest';
import { DAY_MS, HOSTILE, type Trial } from './trial.ts';

/** What was asked. */
export const usageContract = (trial: Trial): void => {
  describe('usage', () => {
    const ask = (topic: string, { guildId = 'g', isAnswered = true, kind = 'evidence' } = {}) =>
      trial.store.usage.count({ guildId, kind, topic, isAnswered });

    it('is counted by day and topic, of one server, for the days asked for', async () => {
      await ask('too old');
      trial.now += 6 * DAY_MS;
      await ask('a');
      trial.now += DAY_MS;
      await Promise.all([
        ...Array.from({ length: 20 }, () => ask('b')),
        ask('a'),
        ask('a', { kind: 'study' }),
        ask('gap', { isAnswered: false, kind: 'no-evidence' }),
        ask('', { isAnswered: false, kind: 'help' }),
        ask('b', { guildId: 'other' }),
      ]);
      await trial.restart();
      expect(await trial.store.usage.report('g', 7, 5)).toEqual({
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
      expect((await trial.store.usage.report('g', 8, 1)).asked).toBe(26);
      expect((await trial.store.usage.report('g', 7, 1)).topics).toEqual([
        { topic: 'b', count: 20 },
      ]);
      expect((await trial.store.usage.report('nobody', 30, 1)).days).toHaveLength(30);
    });

    it('counts the opinions of those days', async () => {
      const say = (answerId: string, isHelpful: boolean, guildId: string | null = 'g') =>
        trial.store.feedback.record({ answerId, userId: 'u', isHelpful, guildId });
      await say('old', true);
      trial.now += 7 * DAY_MS;
      await Promise.all([say('1', true), say('2', false), say('3', false), say('4', true, null)]);
      expect(await trial.store.usage.report('g', 7, 5)).toMatchObject({
        helpful: 1,
        notHelpful: 2,
      });
      expect(await trial.store.usage.report('g', 8, 5)).toMatchObject({
        helpful: 2,
        notHelpful: 2,
      });
    });

    it('takes any words as a topic', async () => {
      await ask(HOSTILE);
      await ask('🦴'.repeat(5_000));
      const { topics } = await trial.store.usage.report('g', 1, 5);
      expect(topics.map(({ topic }) => topic).sort()).toEqual(
        [`'; DROP TABLE setting; -- " \\  \ufffd 🦴 \u202e %_`, '🦴'.repeat(100)].sort(),
      );
    });

    it('keeps questions by their day, newest first, without saying when or who', async () => {
      await trial.store.usage.log('g', 'first');
      trial.now += DAY_MS;
      await Promise.all(
        ['second', HOSTILE, 'fourth'].map((text) => trial.store.usage.log('g', text)),
      );
      await trial.store.usage.log('h', 'elsewhere');
      expect(await trial.store.usage.logged('g', 10)).toEqual([
        { day: '2026-03-11', text: 'fourth' },
        { day: '2026-03-11', text: expect.stringContaining('DROP TABLE') },
        { day: '2026-03-11', text: 'second' },
        { day: '2026-03-10', text: 'first' },
      ]);
      expect(await trial.store.usage.logged('g', 1)).toHaveLength(1);
      const [row] = await trial.look('SELECT * FROM question_log');
      expect(Object.keys(row ?? {}).sort()).toEqual(['day', 'guild_id', 'number', 'text']);
    });

    it('is erased when it is old: questions and counts each at their age', async () => {
      await trial.store.usage.log('g', 'old');
      await ask('old');
      trial.now += 29 * DAY_MS;
      expect(await trial.store.usage.erase(30 * DAY_MS, 400 * DAY_MS)).toBe(0);
      await trial.store.usage.log('g', 'new');
      trial.now += DAY_MS;
      expect(await trial.store.usage.erase(30 * DAY_MS, 400 * DAY_MS)).toBe(1);
      expect(await trial.store.usage.logged('g', 10)).toMatchObject([{ text: 'new' }]);
      trial.now += 370 * DAY_MS;
      expect(await trial.store.usage.erase(30 * DAY_MS, 400 * DAY_MS)).toBe(2);
      expect((await trial.store.usage.report('g', 500, 5)).asked).toBe(0);
    });

    it('goes with the opinions of its age, wherever they were given', async () => {
      const say = (answerId: string, guildId: string | null) =>
        trial.store.feedback.record({ answerId, userId: 'u', isHelpful: true, guildId });
      await Promise.all([say('1', 'g'), say('2', null)]);
      trial.now += 200 * DAY_MS;
      await say('3', null);
      trial.now += 200 * DAY_MS;
      expect(await trial.store.usage.erase(30 * DAY_MS, 400 * DAY_MS)).toBe(0);
      trial.now += 1;
      expect(await trial.store.usage.erase(30 * DAY_MS, 400 * DAY_MS)).toBe(2);
      expect((await trial.store.privacy.export('u')).feedback).toMatchObject([{ answer_id: '3' }]);
    });

    it('keeps when a server had its last report', async () => {
      expect(await trial.store.usage.lastReport('g')).toBeNull();
      await trial.store.usage.setLastReport('g', trial.now);
      await trial.store.usage.setLastReport('g', trial.now + 1);
      await trial.restart();
      expect(await trial.store.usage.lastReport('g')).toBe(trial.now + 1);
    });
  });
};
