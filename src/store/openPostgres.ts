import { randomUUID } from 'node:crypto';
import { Kysely, type LogEvent, PostgresDialect, sql } from 'kysely';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Database } from './database.ts';
import { CHANNEL, createListener, wordAnnouncement } from './postgresListener.ts';
import { createPool, type PostgresPlace, toClientConfig, toStoreError } from './postgresPool.ts';
import type { Schema } from './schema.ts';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: no room or memory, a fault of the disk, read-only. */
const isLoss = (error: unknown): boolean =>
  /^(53|58|25006)/.test((error as { code?: string }).code ?? '');
const isWrite = (statement: string): boolean => /^(insert|update|delete|commit)/.test(statement);

/**
 * Opens a database of PostgreSQL.
 * @throws StoreError with a remedy
 */
export const openPostgres = async (
  place: PostgresPlace,
  { now, logger }: { now: Clock; logger: Logger },
): Promise<Database> => {
  const config = toClientConfig(place);
  const origin = randomUUID();
  const listener = createListener({ config, origin, now, logger });
  let isWritable = true;
  const log = (event: LogEvent): void => {
    if (event.level === 'error') isWritable = isWritable && !isLoss(event.error);
    else if (isWrite(event.query.sql)) isWritable = true;
  };
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: createPool(config) }),
    log,
  });
  try {
    await sql`SELECT 1`.execute(db);
  } catch (error) {
    await db.destroy();
    throw toStoreError(error, place);
  }
  return {
    db,
    autoNumber: 'serial',
    // Kysely's migrations lock by themselves here.
    underLock: (work) => work(),
    announce: async (transaction, guildId) => {
      const words = wordAnnouncement(origin, guildId);
      await sql`SELECT pg_notify(${CHANNEL}, ${words})`.execute(transaction);
    },
    hear: listener.hear,
    isReachable: listener.isConnected,
    isWritable: () => isWritable,
    toStoreError: (error) => toStoreError(error, place),
    close: async () => {
      await listener.stop();
      await db.destroy();
    },
  };
};
