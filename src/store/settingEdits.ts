import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from 'kysely';
import type { ChangeOutcome, Json, SettingChange, SettingEdit } from '../ports/settingsStore.ts';
import type { Schema } from './schema.ts';

export const toChange = (row: Schema['setting_change']): SettingChange => ({
  id: String(row.number),
  guildId: row.guild_id,
  key: row.key,
  userId: row.user_id,
  at: row.changed_at,
  from: JSON.parse(row.from_value) as Json,
  to: JSON.parse(row.to_value) as Json,
});

type By = { guildId: string; userId: string; at: number };

/** Whoever changes a server's settings waits here for whoever was first. */
const lockGuild = async (transaction: Transaction<Schema>, guildId: string): Promise<void> => {
  await transaction
    .insertInto('guild')
    .values({ guild_id: guildId })
    .onConflict((conflict) => conflict.column('guild_id').doUpdateSet({ guild_id: guildId }))
    .execute();
};

const readValue = async (
  transaction: Transaction<Schema>,
  guildId: string,
  key: string,
): Promise<Json> => {
  const row = await transaction
    .selectFrom('setting')
    .select('value')
    .where('guild_id', '=', guildId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ? (JSON.parse(row.value) as Json) : null;
};

const readLatest = async (
  transaction: Transaction<Schema>,
  guildId: string,
  key: string,
): Promise<SettingChange | null> => {
  const row = await transaction
    .selectFrom('setting_change')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('key', '=', key)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toChange(row) : null;
};

const nextNumber = async (transaction: Transaction<Schema>, guildId: string): Promise<number> => {
  const row = await transaction
    .selectFrom('setting_change')
    .select('number')
    .where('guild_id', '=', guildId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.number ?? 0) + 1;
};

const write = async (
  transaction: Transaction<Schema>,
  change: Schema['setting_change'],
): Promise<void> => {
  const { guild_id, key, to_value: value } = change;
  if (value === 'null')
    await transaction
      .deleteFrom('setting')
      .where('guild_id', '=', guild_id)
      .where('key', '=', key)
      .execute();
  else
    await transaction
      .insertInto('setting')
      .values({ guild_id, key, value })
      .onConflict((conflict) => conflict.columns(['guild_id', 'key']).doUpdateSet({ value }))
      .execute();
  await transaction.insertInto('setting_change').values(change).execute();
};

/** Makes all edits or, where one of them does not find what its maker saw, none. */
export const applyEdits = async (
  transaction: Transaction<Schema>,
  { guildId, userId, at }: By,
  edits: readonly SettingEdit[],
): Promise<Exclude<ChangeOutcome, { reason: 'unavailable' }>> => {
  await lockGuild(transaction, guildId);
  const values = new Map<string, Json>();
  const planned: SettingEdit[] = [];
  for (const { key, from, to } of edits) {
    const current = values.has(key)
      ? (values.get(key) as Json)
      : await readValue(transaction, guildId, key);
    if (!isDeepStrictEqual(current, from))
      return {
        ok: false,
        reason: 'conflict',
        key,
        current,
        by: await readLatest(transaction, guildId, key),
      };
    values.set(key, to);
    if (!isDeepStrictEqual(from, to)) planned.push({ key, from, to });
  }
  const first = await nextNumber(transaction, guildId);
  const rows = planned.map(({ key, from, to }, i) => ({
    guild_id: guildId,
    number: first + i,
    key,
    user_id: userId,
    changed_at: at,
    from_value: JSON.stringify(from),
    to_value: JSON.stringify(to),
  }));
  for (const row of rows) await write(transaction, row);
  return { ok: true, changes: rows.map(toChange) };
};
