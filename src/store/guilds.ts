import type { Clock } from '../ports/clock.ts';
import type { GuildStore } from '../ports/guildStore.ts';
import type { Database } from './database.ts';
import { GUILD_TABLES } from './ownership.ts';

/** @param erased is told of every server whose data was erased */
export const createGuildStore = (
  { db, announce }: Pick<Database, 'db' | 'announce'>,
  now: Clock,
  erased: (guildId: string) => void,
): GuildStore => ({
  // A server without a row has never left: at a start, thousands join and nothing is written.
  joined: async (guildId) => {
    const { numUpdatedRows } = await db
      .updateTable('guild')
      .set({ left_at: null })
      .where('guild_id', '=', guildId)
      .where('left_at', 'is not', null)
      .executeTakeFirst();
    return { isBack: numUpdatedRows > 0n };
  },
  // With the bot, Discord removes its commands from the server. Told twice, the first time counts.
  left: async (guildId) => {
    await db
      .insertInto('guild')
      .values({ guild_id: guildId, left_at: now() })
      .onConflict((conflict) =>
        conflict.column('guild_id').doUpdateSet(({ fn, ref }) => ({
          left_at: fn.coalesce(ref('guild.left_at'), ref('excluded.left_at')),
          commands_hash: null,
        })),
      )
      .execute();
  },
  present: async () => {
    const rows = await Promise.all(
      (['guild', ...GUILD_TABLES] as const).map((table) =>
        db.selectFrom(table).select('guild_id').distinct().execute(),
      ),
    );
    const left = await db
      .selectFrom('guild')
      .select('guild_id')
      .where('left_at', 'is not', null)
      .execute();
    const ids = new Set(rows.flat().map(({ guild_id }) => guild_id));
    for (const { guild_id } of left) ids.delete(guild_id);
    // An opinion given outside of any server has none.
    return [...ids].filter((id) => id !== null).sort();
  },
  know: async (guildId) => {
    await db
      .insertInto('guild')
      .values({ guild_id: guildId })
      .onConflict((conflict) => conflict.column('guild_id').doNothing())
      .execute();
  },
  leftBefore: async (olderThanMs) => {
    const rows = await db
      .selectFrom('guild')
      .select('guild_id')
      .where('left_at', '<', now() - olderThanMs)
      .execute();
    return rows.map(({ guild_id }) => guild_id);
  },
  eraseLeft: async (olderThanMs) => {
    const gone = await db.transaction().execute(async (transaction) => {
      const rows = await transaction
        .deleteFrom('guild')
        .where('left_at', '<', now() - olderThanMs)
        .returning('guild_id')
        .execute();
      const ids = rows.map(({ guild_id }) => guild_id);
      for (const id of ids) {
        for (const table of GUILD_TABLES)
          await transaction.deleteFrom(table).where('guild_id', '=', id).execute();
        await announce(transaction, id);
      }
      return ids;
    });
    for (const id of gone) erased(id);
    return gone.length;
  },
  deployedCommands: async (guildId) => {
    const row = await db
      .selectFrom('guild')
      .select('commands_hash')
      .where('guild_id', '=', guildId)
      .executeTakeFirst();
    return row?.commands_hash ?? null;
  },
  setDeployedCommands: async (guildId, hash) => {
    await db
      .insertInto('guild')
      .values({ guild_id: guildId, commands_hash: hash })
      .onConflict((conflict) => conflict.column('guild_id').doUpdateSet({ commands_hash: hash }))
      .execute();
  },
});
