import { describe, expect, it } from 'vitest';
import { GUILD_TABLES, PERSONAL_TABLES } from '../../src/store/ownership.ts';
import { StoreError } from '../../src/store/storeError.ts';
import type { Trial } from './trial.ts';

/** Whose data there is, and the schema that holds it. */
export const privacyContract = (trial: Trial): void => {
  describe('privacy', () => {
    const fill = async (userId: string): Promise<void> => {
      await trial.store.feedback.record({ answerId: '1', userId, isHelpful: false, guildId: 'g' });
      await trial.store.feedback.explain('1', userId, 'too long');
      await trial.set(`set by ${userId}`, null, 1, { userId });
    };

    it('shows all that is stored about a person, and nothing of others', async () => {
      await fill('me');
      await fill('you');
      expect(await trial.store.privacy.export('me')).toEqual({
        feedback: [
          {
            answer_id: '1',
            user_id: 'me',
            guild_id: 'g',
            is_helpful: 0,
            reason: 'too long',
            created_at: trial.now,
          },
        ],
        setting_change: [
          expect.objectContaining({ user_id: 'me', key: 'set by me', changed_at: trial.now }),
        ],
      });
      expect(await trial.store.privacy.export('nobody')).toEqual({
        feedback: [],
        setting_change: [],
      });
      expect(await trial.store.privacy.export("' OR 1=1 --")).toEqual({
        feedback: [],
        setting_change: [],
      });
    });

    it('erases a person everywhere; what they set stays, without them', async () => {
      await fill('me');
      await fill('you');
      expect(await trial.store.privacy.erase('me')).toBe(2);
      expect(await trial.store.privacy.erase('me')).toBe(0);
      expect(await trial.store.privacy.export('me')).toEqual({ feedback: [], setting_change: [] });
      expect(await trial.store.settings.read('g')).toEqual({ 'set by me': 1, 'set by you': 1 });
      expect((await trial.store.settings.history('g', 10)).map(({ userId }) => userId)).toEqual([
        'you',
        null,
      ]);
      expect(await trial.store.feedback.count('1')).toEqual({ helpful: 0, notHelpful: 1 });
      const texts = await Promise.all(
        ['feedback', 'setting', 'setting_change', 'usage', 'question_log', 'guild', 'reply'].map(
          (table) => trial.bed.query(trial.place, `SELECT * FROM ${table}`),
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
      const all = (await trial.look(trial.bed.columnsSql)) as { table: string; column: string }[];
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
      await trial.set('a', null, 1);
      await trial.store.close();
      const newer = "INSERT INTO kysely_migration VALUES ('9999', '2030-01-01')";
      await trial.bed.query(trial.place, newer);
      const error = await trial.open().catch((fault) => fault);
      expect(error).toBeInstanceOf(StoreError);
      expect(error.message).toMatch(
        /^The store was written by a newer version of Caveat .*9999.*0001.* Install that version/,
      );
      await trial.bed.query(trial.place, "DELETE FROM kysely_migration WHERE name = '9999'");
      trial.store = await trial.open();
      expect(await trial.store.settings.read('g')).toEqual({ a: 1 });
    });

    it('is numbered alike on every database', async () => {
      expect(await trial.look('SELECT name FROM kysely_migration')).toEqual([{ name: '0001' }]);
    });
  });
};
