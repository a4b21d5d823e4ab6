import type { Kysely } from 'kysely';
import type { Clock } from '../ports/clock.ts';
import type { Reply, ReplyStore } from '../ports/replyStore.ts';
import { createBatch } from './batch.ts';
import type { Schema } from './schema.ts';

/** An edit or a deletion later than this leaves the answer as it is. */
const KEPT_MS = 60 * 60 * 1000;
const GATHERED_MS = 100;

/** What is to be kept of a message: its reply, or nothing any more. */
type Change = { messageId: string; row: Schema['reply'] | null };

const toReply = (row: Schema['reply']): Reply => ({
  messageId: row.message_id,
  channelId: row.channel_id,
  replyId: row.reply_id,
});

const write = (db: Kysely<Schema>, changes: readonly Change[], oldest: number): Promise<void> => {
  const latest = new Map(changes.map(({ messageId, row }) => [messageId, row]));
  const rows = [...latest.values()].filter((row) => row !== null);
  return db.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom('reply')
      .where(({ eb, or }) =>
        or([eb('created_at', '<', oldest), eb('message_id', 'in', [...latest.keys()])]),
      )
      .execute();
    if (rows.length > 0) await transaction.insertInto('reply').values(rows).execute();
  });
};

/** A busy bot writes hundreds a second, so they are written together. */
export const createReplyStore = (
  db: Kysely<Schema>,
  now: Clock,
): ReplyStore & { close: () => Promise<void> } => {
  const oldest = () => now() - KEPT_MS;
  const batch = createBatch<Change>((changes) => write(db, changes, oldest()), GATHERED_MS);
  return {
    remember: ({ messageId, channelId, replyId }) =>
      batch.add({
        messageId,
        row: {
          message_id: messageId,
          channel_id: channelId,
          reply_id: replyId,
          created_at: now(),
        },
      }),
    find: async (messageId) => {
      const pending = batch.unwritten().findLast((change) => change.messageId === messageId);
      const row =
        pending?.row ??
        (pending === undefined
          ? await db
              .selectFrom('reply')
              .selectAll()
              .where('message_id', '=', messageId)
              .executeTakeFirst()
          : null);
      return row && row.created_at >= oldest() ? toReply(row) : null;
    },
    forget: (messageId) => batch.add({ messageId, row: null }),
    close: batch.close,
  };
};
