import type { Kysely } from 'kysely';

/** Replies, so that an edit or a deletion finds its answer after a restart; opinions on answers. */
export const migration0001 = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('reply')
      .addColumn('message_id', 'text', (column) => column.primaryKey())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('reply_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('reply_age').on('reply').column('created_at').execute();
    await db.schema
      .createTable('feedback')
      .addColumn('answer_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('is_helpful', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_once', ['answer_id', 'user_id'])
      .execute();
  },
};
