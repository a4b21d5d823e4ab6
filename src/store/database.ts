import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';
import type { StoreError } from './storeError.ts';

/** What is heard of settings that changed elsewhere. */
export type Announcement =
  /** A server's settings changed; `isOurs` where this process did it. */
  | { kind: 'changed'; guildId: string; isOurs: boolean }
  /** Nothing was heard for a while: anything may have changed since then. */
  | { kind: 'missed'; since: number };

/** A database, and all in which SQLite and PostgreSQL differ. */
export type Database = {
  db: Kysely<Schema>;
  /** The type of a column that numbers its rows by itself. */
  autoNumber: 'integer' | 'serial';
  /** Migrates while no other process can. */
  underLock: (work: () => Promise<void>) => Promise<void>;
  /** Tells all processes, once the transaction is done, that a server's settings changed. */
  announce: (transaction: Transaction<Schema>, guildId: string) => Promise<void>;
  /** Begins to hear what is announced. */
  hear: (heard: (announcement: Announcement) => void) => Promise<void>;
  /** Whether it answers, as far as is known, and would be heard to change. */
  isReachable: () => boolean;
  /** Whether it took what was last written. */
  isWritable: () => boolean;
  /** A fault while the store is opened, in plain words. */
  toStoreError: (error: unknown) => StoreError;
  close: () => Promise<void>;
};
