import type { Kysely } from 'kysely';
import type { Clock } from '../ports/clock.ts';
import { faultOf } from '../ports/faultOf.ts';
import type { Logger } from '../ports/logger.ts';
import type {
  ChangeOutcome,
  Json,
  SettingChange,
  SettingsStore,
  StoredSettings,
} from '../ports/settingsStore.ts';
import type { Announcement, Database } from './database.ts';
import type { Schema } from './schema.ts';
import { applyEdits, toChange } from './settingEdits.ts';
import { createSettingsCache } from './settingsCache.ts';

const PATIENCE_MS = 1_500;
/** Clocks of processes differ. */
const CLOCK_MARGIN_MS = 60_000;

type Deps = {
  database: Pick<Database, 'db' | 'announce' | 'hear' | 'isReachable'>;
  now: Clock;
  logger: Logger;
};

const load = async (db: Kysely<Schema>, guildId: string): Promise<StoredSettings> => {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('guild_id', '=', guildId)
    .orderBy('key')
    .execute();
  return Object.freeze(
    Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as Json])),
  );
};

/** Begins to hear of changes elsewhere. `changed` is to be called where data changed in this process. */
export const createSettingsStore = async ({
  database,
  now,
  logger,
}: Deps): Promise<{ settings: SettingsStore; changed: (guildId: string) => void }> => {
  const { db, announce, hear, isReachable } = database;
  const cache = createSettingsCache({
    load: (guildId) => load(db, guildId),
    isReachable,
    patienceMs: PATIENCE_MS,
  });
  const listeners = new Set<(guildId: string) => void>();
  const tell = (guildId: string): void => {
    for (const listener of listeners) listener(guildId);
  };
  const fail = (error: unknown, doing: string): void =>
    logger.error({ fault: faultOf(error), doing }, 'the store failed');

  /** Who listens hears late rather than never of what changed while nothing could be heard. */
  const tellMissed = async (since: number): Promise<void> => {
    const rows = await db
      .selectFrom('setting_change')
      .select('guild_id')
      .distinct()
      .where('changed_at', '>=', since - CLOCK_MARGIN_MS)
      .execute();
    for (const { guild_id } of rows) tell(guild_id);
  };

  const heard = (announcement: Announcement): void => {
    if (announcement.kind === 'changed') {
      cache.invalidate(announcement.guildId);
      if (!announcement.isOurs) tell(announcement.guildId);
    } else {
      cache.invalidateAll();
      tellMissed(announcement.since).catch((error) => fail(error, 'reading missed changes'));
    }
  };
  await hear(heard);

  const settings: SettingsStore = {
    read: cache.read,
    change: async (guildId, userId, edits): Promise<ChangeOutcome> => {
      let known: StoredSettings | undefined;
      try {
        const outcome = await db.transaction().execute(async (transaction) => {
          const made = await applyEdits(transaction, { guildId, userId, at: now() }, edits);
          if (made.ok && made.changes.length > 0) await announce(transaction, guildId);
          if (made.ok) known = await load(transaction as Kysely<Schema>, guildId);
          return made;
        });
        if (outcome.ok && outcome.changes.length > 0) {
          cache.invalidate(guildId, known);
          tell(guildId);
        }
        return outcome;
      } catch (error) {
        // Where the answer to the commit was lost, it may have been made.
        cache.invalidate(guildId);
        fail(error, 'changing settings');
        return { ok: false, reason: 'unavailable' };
      }
    },
    history: async (guildId, limit): Promise<SettingChange[]> => {
      const rows = await db
        .selectFrom('setting_change')
        .selectAll()
        .where('guild_id', '=', guildId)
        .orderBy('number', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toChange);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const changed = (guildId: string): void => {
    cache.invalidate(guildId);
    tell(guildId);
  };
  return { settings, changed };
};
