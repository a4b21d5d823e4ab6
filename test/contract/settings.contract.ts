import { describe, expect, it } from 'vitest';
import type { Json, SettingEdit } from '../../src/ports/settingsStore.ts';
import { HOSTILE, type Trial } from './trial.ts';

/** What servers set, and its history. */
export const settingsContract = (trial: Trial): void => {
  describe('settings', () => {
    it('are not set at first', async () => {
      expect(await trial.store.settings.read('g')).toEqual({});
      expect(await trial.store.settings.history('g', 10)).toEqual([]);
    });

    it('are read as they were set, each server its own, also after a restart', async () => {
      const value = { list: [1, 'two', null, true], deep: { text: HOSTILE } };
      await trial.set('a', null, value);
      await trial.set('b', null, 0);
      await trial.set('c', null, '');
      await trial.set('d', null, false);
      await trial.set('a', null, 'other', { guildId: 'g2' });
      const settings = { a: value, b: 0, c: '', d: false };
      expect(await trial.store.settings.read('g')).toEqual(settings);
      await trial.restart();
      expect(await trial.store.settings.read('g')).toEqual(settings);
      expect(await trial.store.settings.read('g2')).toEqual({ a: 'other' });
      expect(await trial.store.settings.read('g3')).toEqual({});
    });

    it('are at their default again when set to null', async () => {
      await trial.set('a', null, 1);
      expect(await trial.set('a', 1, null)).toMatchObject({ ok: true });
      expect(await trial.store.settings.read('g')).toEqual({});
      expect(await trial.look('SELECT * FROM setting')).toEqual([]);
    });

    it('are recorded: by whom, when, from what to what, newest first', async () => {
      const first = await trial.set('a', null, [1]);
      trial.now += 5;
      const second = await trial.set('a', [1], [2], { userId: 'v' });
      await trial.set('a', null, 'x', { guildId: 'g2' });
      const history = await trial.store.settings.history('g', 10);
      expect(history).toMatchObject([
        { guildId: 'g', key: 'a', userId: 'v', at: trial.now, from: [1], to: [2] },
        { guildId: 'g', key: 'a', userId: 'u', at: trial.now - 5, from: null, to: [1] },
      ]);
      expect(second).toEqual({ ok: true, changes: [history[0]] });
      expect(first).toEqual({ ok: true, changes: [history[1]] });
      expect(new Set(history.map(({ id }) => id)).size).toBe(2);
      expect(await trial.store.settings.history('g', 1)).toEqual(history.slice(0, 1));
      await trial.restart();
      expect(await trial.store.settings.history('g', 10)).toEqual(history);
    });

    it('tell who was quicker, and change nothing then', async () => {
      await trial.set('a', null, 1, { userId: 'quick' });
      expect(await trial.set('a', null, 2)).toEqual({
        ok: false,
        reason: 'conflict',
        key: 'a',
        current: 1,
        by: expect.objectContaining({ userId: 'quick', to: 1, at: trial.now }),
      });
      expect(await trial.set('b', 'never set', 2)).toEqual({
        ok: false,
        reason: 'conflict',
        key: 'b',
        current: null,
        by: null,
      });
      expect(await trial.store.settings.read('g')).toEqual({ a: 1 });
      expect(await trial.store.settings.history('g', 10)).toHaveLength(1);
    });

    it('change all together or not at all', async () => {
      const edits: SettingEdit[] = [
        { key: 'a', from: null, to: 1 },
        { key: 'b', from: null, to: 2 },
        { key: 'a', from: 1, to: 3 },
      ];
      expect(await trial.store.settings.change('g', 'u', edits)).toMatchObject({
        ok: true,
        changes: [
          { key: 'a', to: 1 },
          { key: 'b', to: 2 },
          { key: 'a', from: 1, to: 3 },
        ],
      });
      expect(
        await trial.store.settings.change('g', 'u', [
          { key: 'c', from: null, to: 1 },
          { key: 'b', from: 'stale', to: 9 },
        ]),
      ).toMatchObject({ ok: false, key: 'b', current: 2 });
      expect(await trial.store.settings.read('g')).toEqual({ a: 3, b: 2 });
      expect(await trial.store.settings.history('g', 10)).toHaveLength(3);
    });

    it('compare values, not their spelling; what changes nothing is not recorded', async () => {
      await trial.set('a', null, { x: 1, y: [2] });
      expect(await trial.set('a', { y: [2], x: 1 }, { x: 1, y: [2] })).toEqual({
        ok: true,
        changes: [],
      });
      expect(await trial.set('a', { x: 1, y: [3] }, 5)).toMatchObject({ ok: false });
      expect(await trial.store.settings.change('g', 'u', [])).toEqual({ ok: true, changes: [] });
      expect(await trial.store.settings.history('g', 10)).toHaveLength(1);
    });

    it('of fifty who change one at once, one wins, in every round', async () => {
      let current: Json = null;
      for (let round = 0; round < 6; round += 1) {
        const from: Json = current;
        const outcomes = await Promise.all(
          Array.from({ length: 50 }, (_, i) =>
            trial.set('a', from, `${round}/${i}`, { userId: String(i) }),
          ),
        );
        const won = outcomes.flatMap((outcome) => (outcome.ok ? outcome.changes : []));
        expect(won).toHaveLength(1);
        current = won[0]?.to as Json;
        for (const outcome of outcomes)
          if (!outcome.ok)
            expect(outcome).toMatchObject({ reason: 'conflict', current, by: won[0] });
        expect(await trial.store.settings.read('g')).toEqual({ a: current });
      }
      expect(await trial.store.settings.history('g', 100)).toHaveLength(6);
    });

    it('are told to those who listen, once a change, until they stop', async () => {
      const heard: string[] = [];
      const stop = trial.store.settings.onChange((guildId) => heard.push(guildId));
      await trial.set('a', null, 1);
      await trial.set('a', null, 2);
      await trial.set('a', 1, 1);
      await trial.store.settings.change('g2', 'u', [
        { key: 'a', from: null, to: 1 },
        { key: 'b', from: null, to: 1 },
      ]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(heard).toEqual(['g', 'g2']);
      stop();
      await trial.set('a', 1, 2);
      expect(heard).toEqual(['g', 'g2']);
    });

    it('stay changed, whatever those do who listen', async () => {
      const heard: string[] = [];
      trial.store.settings.onChange(() => {
        throw new Error('a listener that fails');
      });
      trial.store.settings.onChange((guildId) => heard.push(guildId));
      expect(await trial.set('a', null, 1)).toMatchObject({ ok: true });
      expect(heard).toEqual(['g']);
      expect(await trial.store.settings.read('g')).toEqual({ a: 1 });
    });

    it('cannot be changed by those who read them', async () => {
      await trial.set('a', null, 1);
      const read = (await trial.store.settings.read('g')) as Record<string, Json>;
      expect(() => {
        read.a = 2;
      }).toThrow(TypeError);
      expect(await trial.store.settings.read('g')).toEqual({ a: 1 });
    });
  });
};
