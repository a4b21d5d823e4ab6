import type { Kysely } from 'kysely';
import type { Database } from '../database.ts';

/** All that the first release keeps. */
export const migration0001 = ({ autoNumber }: Pick<Database, 'autoNumber'>) => ({
  up: async (db: Kysely<unknown>): Promise<void> => {
    const { schema } = db;
    await schema
      .createTable('reply')
      .addColumn('message_id', 'text', (column) => column.primaryKey())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('reply_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await schema.createIndex('reply_age').on('reply').column('created_at').execute();

    await schema
      .createTable('feedback')
      .addColumn('answer_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('guild_id', 'text')
      .addColumn('is_helpful', 'integer', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_once', ['answer_id', 'user_id'])
      .execute();
    await schema.createIndex('feedback_person').on('feedback').column('user_id').execute();
    await schema
      .createIndex('feedback_guild')
      .on('feedback')
      .columns(['guild_id', 'created_at'])
      .execute();

    await schema
      .createTable('setting')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('setting_once', ['guild_id', 'key'])
      .execute();

    await schema
      .createTable('setting_change')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text')
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('from_value', 'text', (column) => column.notNull())
      .addColumn('to_value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('setting_change_number', ['guild_id', 'number'])
      .execute();
    await schema
      .createIndex('setting_change_person')
      .on('setting_change')
      .column('user_id')
      .execute();
    await schema
      .createIndex('setting_change_age')
      .on('setting_change')
      .column('changed_at')
      .execute();

    await schema
      .createTable('guild')
      .addColumn('guild_id', 'text', (column) => column.primaryKey())
      .addColumn('left_at', 'bigint')
      .addColumn('commands_hash', 'text')
      .addColumn('last_report', 'bigint')
      .execute();

    await schema
      .createTable('usage')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('is_answered', 'integer', (column) => column.notNull())
      .addColumn('asked', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('usage_once', ['guild_id', 'day', 'kind', 'topic', 'is_answered'])
      .execute();
    await schema.createIndex('usage_day').on('usage').column('day').execute();

    await schema
      .createTable('question_log')
      .addColumn('number', autoNumber, (column) => column.primaryKey())
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createIndex('question_log_guild')
      .on('question_log')
      .columns(['guild_id', 'number'])
      .execute();
    await schema.createIndex('question_log_day').on('question_log').column('day').execute();
  },
});
