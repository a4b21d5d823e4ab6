import { afterEach, beforeEach } from 'vitest';
import type { ChangeOutcome, Json } from '../../src/ports/settingsStore.ts';
import { openStore, type Store, type StorePlace } from '../../src/store/openStore.ts';

export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;
/** Text that databases have choked on. */
export const HOSTILE = `'; DROP TABLE setting; -- " \\ \u0000 \ud800 🦴 \u202e %_`;

/** A database to try the store on. */
export type Bed = {
  /** A place where no store was yet. */
  createPlace: () => Promise<StorePlace>;
  /** SQL from outside, past the store; the store may have to be closed for it. */
  query: (place: StorePlace, sql: string) => Promise<Record<string, unknown>[]>;
  /** SQL that gives `table` and `column` of all there are. */
  columnsSql: string;
};

type By = { guildId?: string; userId?: string };

/** A fresh store for each test, with a clock that the test turns. */
export type Trial = {
  bed: Bed;
  place: StorePlace;
  store: Store;
  now: number;
  open: () => Promise<Store>;
  restart: () => Promise<void>;
  /** Looks past the store, which a file of SQLite has to be closed for. */
  look: (sql: string) => Promise<Record<string, unknown>[]>;
  /** Changes one setting. */
  set: (key: string, from: Json, to: Json, by?: By) => Promise<ChangeOutcome>;
};

export const createTrial = (bed: Bed): Trial => {
  const reopen = async (meanwhile: () => Promise<void>): Promise<void> => {
    await trial.store.close();
    await meanwhile();
    trial.store = await trial.open();
  };
  const trial = {
    bed,
    now: 0,
    open: () => openStore(trial.place, { now: () => trial.now }),
    restart: () => reopen(async () => {}),
    look: async (sql) => {
      let rows: Record<string, unknown>[] = [];
      await reopen(async () => {
        rows = await bed.query(trial.place, sql);
      });
      return rows;
    },
    set: (key, from, to, { guildId = 'g', userId = 'u' } = {}) =>
      trial.store.settings.change(guildId, userId, [{ key, from, to }]),
  } as Trial;
  beforeEach(async () => {
    trial.now = Date.parse('2026-03-10T12:00:00Z');
    trial.place = await bed.createPlace();
    trial.store = await trial.open();
  });
  afterEach(() => trial.store.close());
  return trial;
};
