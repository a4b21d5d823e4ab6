import { describe, expect, it } from 'vitest';
import { HOSTILE, type Trial } from './trial.ts';

/** Who found which answer helpful. */
export const feedbackContract = (trial: Trial): void => {
  describe('feedback', () => {
    const say = (userId: string, isHelpful: boolean, answerId = '1') =>
      trial.store.feedback.record({ answerId, userId, isHelpful, guildId: 'g' });

    it('counts one person once for an answer, with their latest word', async () => {
      expect(await say('a', true)).toBe('new');
      expect(await say('a', true)).toBe('same');
      expect(await say('b', false)).toBe('new');
      expect(await say('a', false)).toBe('changed');
      expect(await say('a', true, '2')).toBe('new');
      await trial.restart();
      expect(await trial.store.feedback.count('1')).toEqual({ helpful: 0, notHelpful: 2 });
      expect(await trial.store.feedback.count('2')).toEqual({ helpful: 1, notHelpful: 0 });
      expect(await trial.store.feedback.count('3')).toEqual({ helpful: 0, notHelpful: 0 });
    });

    it('holds when many press at once, and one presses often', async () => {
      const known = await Promise.all(
        Array.from({ length: 50 }, (_, i) => say(String(i % 25), true)),
      );
      expect(known.filter((word) => word === 'new')).toHaveLength(25);
      expect(await trial.store.feedback.count('1')).toEqual({ helpful: 25, notHelpful: 0 });
    });

    it('keeps why, until the opinion changes, whatever the words are', async () => {
      await say('a', false);
      expect(await trial.store.feedback.explain('1', 'a', HOSTILE)).toBe(true);
      expect(await trial.store.feedback.explain('1', 'nobody', 'never asked')).toBe(false);
      const reasonOf = async () => (await trial.store.privacy.export('a')).feedback;
      expect(await reasonOf()).toMatchObject([
        { reason: `'; DROP TABLE setting; -- " \\  \ufffd 🦴 \u202e %_` },
      ]);
      await say('a', false);
      expect(await reasonOf()).toMatchObject([{ reason: expect.stringContaining('DROP') }]);
      await say('a', true);
      expect(await reasonOf()).toMatchObject([{ reason: null }]);
      await trial.store.feedback.explain('1', 'a', 'x'.repeat(100_000));
      expect(await reasonOf()).toMatchObject([{ reason: 'x'.repeat(4_000) }]);
      expect((await trial.store.privacy.export('nobody')).feedback).toEqual([]);
    });

    it('may be given outside of any server', async () => {
      await trial.store.feedback.record({
        answerId: '1',
        userId: 'a',
        isHelpful: true,
        guildId: null,
      });
      expect(await trial.store.feedback.count('1')).toEqual({ helpful: 1, notHelpful: 0 });
    });
  });
};
