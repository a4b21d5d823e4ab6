import type { Kysely } from 'kysely';
import type { Clock } from '../ports/clock.ts';
import type { FeedbackStore } from '../ports/feedbackStore.ts';
import type { Schema } from './schema.ts';

export const createFeedbackStore = (db: Kysely<Schema>, now: Clock): FeedbackStore => ({
  record: ({ answerId, userId, isHelpful }) =>
    db.transaction().execute(async (transaction) => {
      const before = await transaction
        .selectFrom('feedback')
        .select('is_helpful')
        .where('answer_id', '=', answerId)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      const row = { is_helpful: isHelpful ? 1 : 0, created_at: now() };
      if (before?.is_helpful === row.is_helpful) return 'same';
      await transaction
        .insertInto('feedback')
        .values({ answer_id: answerId, user_id: userId, ...row })
        .onConflict((conflict) => conflict.columns(['answer_id', 'user_id']).doUpdateSet(row))
        .execute();
      return before === undefined ? 'new' : 'changed';
    }),
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
