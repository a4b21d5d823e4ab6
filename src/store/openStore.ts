import type { Clock } from '../ports/clock.ts';
import type { FeedbackStore } from '../ports/feedbackStore.ts';
import type { GuildStore } from '../ports/guildStore.ts';
import type { Logger } from '../ports/logger.ts';
import type { PrivacyStore } from '../ports/privacyStore.ts';
import type { ReplyStore } from '../ports/replyStore.ts';
import type { SettingsStore } from '../ports/settingsStore.ts';
import type { UsageStore } from '../ports/usageStore.ts';
import type { Database } from './database.ts';
import { createFeedbackStore } from './feedback.ts';
import { createGuildStore } from './guilds.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './openSqlite.ts';
import type { PostgresPlace } from './postgresPool.ts';
import { createPrivacyStore } from './privacy.ts';
import { createReplyStore } from './replies.ts';
import { createSettingsStore } from './settings.ts';
import { StoreError } from './storeError.ts';
import { createUsageStore } from './usage.ts';

export type Store = {
  replies: ReplyStore;
  feedback: FeedbackStore;
  settings: SettingsStore;
  guilds: GuildStore;
  usage: UsageStore;
  privacy: PrivacyStore;
  /** Whether the database can be written, as far as is known. */
  isAvailable: () => boolean;
  /** Writes what is left to write, and lets go of the database. */
  close: () => Promise<void>;
};

/** Where the store is: a file of SQLite (`:memory:` keeps nothing), or PostgreSQL. */
export type StorePlace = { file: string } | PostgresPlace;

type Deps = {
  now?: Clock;
  /** Told of every fault of the store that the bot lives with. */
  logger?: Logger;
};

const quietly = (): void => {};
const SILENT: Logger = { debug: quietly, info: quietly, warn: quietly, error: quietly };

/** The client of PostgreSQL is loaded only where it is used. */
const openDatabase = async (place: StorePlace, deps: Required<Deps>): Promise<Database> => {
  if ('file' in place) return openSqlite(place.file);
  const { openPostgres } = await import('./openPostgres.ts');
  return openPostgres(place, deps);
};

/**
 * Opens the store and brings its tables up to date.
 * @throws StoreError with a remedy when it cannot be opened, is in use, is damaged, or was written
 * by a newer version.
 */
export const openStore = async (
  place: StorePlace,
  { now = Date.now, logger = SILENT }: Deps = {},
): Promise<Store> => {
  const database = await openDatabase(place, { now, logger });
  try {
    await migrate(database);
    const { db, isReachable, isWritable } = database;
    const replies = createReplyStore(db, now);
    const usage = createUsageStore(db, now);
    const { settings, changed } = await createSettingsStore({ database, now, logger });
    return {
      replies,
      feedback: createFeedbackStore(db, now),
      settings,
      guilds: createGuildStore(database, now, changed),
      usage,
      privacy: createPrivacyStore(db),
      isAvailable: () => isReachable() && isWritable(),
      close: async () => {
        await Promise.all([replies.close(), usage.close()]);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error instanceof StoreError ? error : database.toStoreError(error);
  }
};
