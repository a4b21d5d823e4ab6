import type { Kysely } from 'kysely';
import type { Clock } from '../ports/clock.ts';
import type { FeedbackStore } from '../ports/feedbackStore.ts';
import type { Schema } from './schema.ts';
import { toStorable } from './storable.ts';

/** What a form on Discord holds at most. */
const MOST_REASON = 4_000;

export const createFeedbackStore = (db: Kysely<Schema>, now: Clock): FeedbackStore => ({
  record: ({ answerId, userId, isHelpful, guildId }) =>
    db.transaction().execute(async (transaction) => {
      const row = { is_helpful: isHelpful ? 1 : 0, guild_id: guildId, created_at: now() };
      const inserted = await transaction
        .insertInto('feedback')
        .values({ answer_id: answerId, user_id: userId, reason: null, ...row })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (inserted.numInsertedOrUpdatedRows === 1n) return 'new';
      // A reason belongs to the opinion it was given for.
      const changed = await transaction
        .updateTable('feedback')
        .set({ ...row, reason: null })
        .where('answer_id', '=', answerId)
        .where('user_id', '=', userId)
        .where('is_helpful', '<>', row.is_helpful)
        .executeTakeFirst();
      return changed.numUpdatedRows === 1n ? 'changed' : 'same';
    }),
  explain: async (answerId, userId, reason) => {
    const { numUpdatedRows } = await db
      .updateTable('feedback')
      .set({ reason: toStorable(reason, MOST_REASON) })
      .where('answer_id', '=', answerId)
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },
  count: async (answerId) => {
    const rows = await db
      .selectFrom('feedback')
      .select(['is_helpful', ({ fn }) => fn.countAll<number>().as('people')])
      .where('answer_id', '=', answerId)
      .groupBy('is_helpful')
      .execute();
    const of = (value: number) => Number(rows.find((row) => row.is_helpful === value)?.people ?? 0);
    return { helpful: of(1), notHelpful: of(0) };
  },
});
