import { describe, expect, it } from 'vitest';
import { GUILD_TABLES } from '../../src/store/ownership.ts';
import { DAY_MS, type Trial } from './trial.ts';

/** What is known of servers, and its erasure. */
export const serversContract = (trial: Trial): void => {
  describe('servers', () => {
    const countsOf = async (guildId: string): Promise<Record<string, number>> => {
      const parts = [...GUILD_TABLES, 'guild'].map(
        (table) => `(SELECT count(*) FROM ${table} WHERE guild_id = '${guildId}') AS "${table}"`,
      );
      const [row] = await trial.look(`SELECT ${parts.join(', ')}`);
      return Object.fromEntries(Object.entries(row ?? {}).map(([k, v]) => [k, Number(v)]));
    };
    const fill = async (guildId: string): Promise<void> => {
      await trial.set('a', null, 1, { guildId });
      await Promise.all([
        trial.store.feedback.record({ answerId: guildId, userId: 'u', isHelpful: true, guildId }),
        trial.store.usage.count({ guildId, kind: 'evidence', topic: 't', isAnswered: true }),
        trial.store.usage.log(guildId, 'does it help?'),
        trial.store.usage.setLastReport(guildId, 5),
        trial.store.guilds.setDeployedCommands(guildId, 'hash'),
      ]);
    };

    it('are erased whole so long after they were left, and no others', async () => {
      for (const guildId of ['left', 'back', 'here']) await fill(guildId);
      await trial.store.guilds.left('left');
      await trial.store.guilds.left('back');
      trial.now += 10 * DAY_MS;
      // Told again, as at every start of the bot.
      await trial.store.guilds.left('left');
      expect(await trial.store.guilds.joined('back')).toEqual({ isBack: true });
      expect(await trial.store.guilds.joined('back')).toEqual({ isBack: false });
      trial.now += 20 * DAY_MS;
      expect(await trial.store.guilds.eraseLeft(30 * DAY_MS)).toBe(0);
      trial.now += 1;
      const heard: string[] = [];
      trial.store.settings.onChange((guildId) => heard.push(guildId));
      expect(await trial.store.settings.read('left')).toEqual({ a: 1 });
      expect(await trial.store.guilds.eraseLeft(30 * DAY_MS)).toBe(1);
      expect(heard).toEqual(['left']);
      expect(await trial.store.settings.read('left')).toEqual({});
      expect(await trial.store.guilds.eraseLeft(30 * DAY_MS)).toBe(0);
      expect(Object.values(await countsOf('left'))).toEqual([0, 0, 0, 0, 0, 0]);
      for (const guildId of ['back', 'here'])
        expect(Object.values(await countsOf(guildId))).toEqual([1, 1, 1, 1, 1, 1]);
    });

    it('may return after their data is gone, and begin anew', async () => {
      await fill('g');
      await trial.store.guilds.left('g');
      trial.now += 1;
      await trial.store.guilds.eraseLeft(0);
      expect(await trial.store.guilds.joined('g')).toEqual({ isBack: false });
      expect(await trial.set('a', null, 2)).toMatchObject({ ok: true });
      trial.now += 100 * DAY_MS;
      expect(await trial.store.guilds.eraseLeft(0)).toBe(0);
      expect(await trial.store.settings.read('g')).toEqual({ a: 2 });
    });

    it('are present where something is kept of them and they were not left', async () => {
      const { guilds, feedback, usage } = trial.store;
      expect(await guilds.present()).toEqual([]);
      await feedback.record({ answerId: '1', userId: 'u', isHelpful: true, guildId: null });
      await feedback.record({ answerId: '1', userId: 'v', isHelpful: true, guildId: 'd' });
      await usage.count({ guildId: 'c', kind: 'evidence', topic: 't', isAnswered: true });
      await trial.set('a', null, 1, { guildId: 'b' });
      await guilds.setDeployedCommands('a', 'hash');
      await fill('left');
      await guilds.left('left');
      await guilds.left('never heard of');
      expect(await guilds.present()).toEqual(['a', 'b', 'c', 'd']);
    });

    it('that were only known as left are erased too', async () => {
      await trial.store.guilds.left('g');
      trial.now += 1;
      expect(await trial.store.guilds.eraseLeft(0)).toBe(1);
      expect((await countsOf('g')).guild).toBe(0);
    });

    it('are known that have something elsewhere, and due when they were left', async () => {
      const { guilds } = trial.store;
      await guilds.setDeployedCommands('a', 'hash');
      for (const guildId of ['a', 'b', 'b']) await guilds.know(guildId);
      expect(await guilds.deployedCommands('a')).toBe('hash');
      expect(await guilds.present()).toEqual(['a', 'b']);
      await guilds.left('b');
      trial.now += 5;
      expect(await guilds.leftBefore(5)).toEqual([]);
      trial.now += 1;
      expect(await guilds.leftBefore(5)).toEqual(['b']);
      await guilds.know('b');
      expect(await guilds.eraseLeft(5)).toBe(1);
      expect(await guilds.leftBefore(5)).toEqual([]);
      expect(await guilds.present()).toEqual(['a']);
    });

    it('keep which commands they have, until they are left', async () => {
      expect(await trial.store.guilds.deployedCommands('g')).toBeNull();
      await trial.store.guilds.setDeployedCommands('g', 'one');
      await trial.store.guilds.setDeployedCommands('g', 'two');
      await trial.store.guilds.setDeployedCommands('h', 'three');
      await trial.restart();
      expect(await trial.store.guilds.deployedCommands('g')).toBe('two');
      await trial.store.guilds.left('g');
      expect(await trial.store.guilds.deployedCommands('g')).toBeNull();
      expect(await trial.store.guilds.deployedCommands('h')).toBe('three');
    });
  });
};
