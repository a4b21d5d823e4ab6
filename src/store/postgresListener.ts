import { Client, type ClientConfig } from 'pg';
import type { Clock } from '../ports/clock.ts';
import { faultOf } from '../ports/faultOf.ts';
import type { Logger } from '../ports/logger.ts';
import type { Announcement } from './database.ts';

export const CHANNEL = 'caveat_settings';

/** A connection that died without a word is noticed within so long. */
const HEARTBEAT_MS = 15_000;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

type Deps = {
  config: ClientConfig;
  /** Tells announcements of this process from those of others. */
  origin: string;
  now: Clock;
  logger: Logger;
};

export type Listener = {
  hear: (heard: (announcement: Announcement) => void) => Promise<void>;
  isConnected: () => boolean;
  stop: () => Promise<void>;
};

/** What an announcement says: whose it is, and which server changed. */
export const wordAnnouncement = (origin: string, guildId: string): string => `${origin} ${guildId}`;

/** A connection of its own that hears what other processes announce, and comes back by itself. */
export const createListener = ({ config, origin, now, logger }: Deps): Listener => {
  let heard: (announcement: Announcement) => void = () => {};
  let current: Client | null = null;
  let lostAt: number | null = null;
  let isStopped = false;
  let retryMs = FIRST_RETRY_MS;
  let retry: NodeJS.Timeout | null = null;

  const connect = async (): Promise<void> => {
    const client = new Client(config);
    // A connection that breaks says so twice, or more often.
    const lose = (error?: Error): void => {
      if (current !== client || isStopped) return;
      current = null;
      lostAt = now();
      logger.warn({ fault: faultOf(error) }, 'the database is lost: settings are read from memory');
      schedule();
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload = '' }) => {
      const [from, guildId = ''] = payload.split(' ');
      heard({ kind: 'changed', guildId, isOurs: from === origin });
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
    if (isStopped) return client.end();
    current = client;
    retryMs = FIRST_RETRY_MS;
    // Heard only now, so that nothing falls between what is read anew and what is announced.
    if (lostAt !== null) {
      heard({ kind: 'missed', since: lostAt });
      lostAt = null;
      logger.info({}, 'the database is back');
    }
  };

  const schedule = (): void => {
    retry = setTimeout(() => connect().catch(schedule), retryMs);
    retry.unref();
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  };

  // The query's own time limit breaks a dead connection.
  const heartbeat = setInterval(() => current?.query('SELECT 1').catch(() => {}), HEARTBEAT_MS);
  heartbeat.unref();

  return {
    hear: async (listener) => {
      heard = listener;
      await connect();
    },
    isConnected: () => current !== null,
    stop: async () => {
      isStopped = true;
      clearInterval(heartbeat);
      if (retry) clearTimeout(retry);
      await current?.end();
    },
  };
};
