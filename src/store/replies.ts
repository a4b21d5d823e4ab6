import type { Kysely } from 'kysely';
import type { Clock } from '../ports/clock.ts';
import type { ReplyStore } from '../ports/replyStore.ts';
import type { Schema } from './schema.ts';

/** An edit or a deletion later than this leaves the answer as it is. */
const KEPT_MS = 60 * 60 * 1000;

export const createReplyStore = (db: Kysely<Schema>, now: Clock): ReplyStore => ({
  remember: async ({ messageId, channelId, replyId }) => {
    await db
      .deleteFrom('reply')
      .where('created_at', '<', now() - KEPT_MS)
      .execute();
    const row = { channel_id: channelId, reply_id: replyId, created_at: now() };
    await db
      .insertInto('reply')
      .values({ message_id: messageId, ...row })
      .onConflict((conflict) => conflict.column('message_id').doUpdateSet(row))
      .execute();
  },
  find: async (messageId) => {
    const row = await db
      .selectFrom('reply')
      .selectAll()
      .where('message_id', '=', messageId)
      .where('created_at', '>=', now() - KEPT_MS)
      .executeTakeFirst();
    return row
      ? { messageId: row.message_id, channelId: row.channel_id, replyId: row.reply_id }
      : null;
  },
  forget: async (messageId) => {
    await db.deleteFrom('reply').where('message_id', '=', messageId).execute();
  },
});
