import type { StoredSettings } from '../ports/settingsStore.ts';

type Entry = {
  /** What was last known; null before anything was. */
  values: StoredSettings | null;
  isFresh: boolean;
  /** Counts invalidations: what was read before one is not fresh after it. */
  version: number;
  loading: Promise<StoredSettings> | null;
};

type Deps = {
  load: (guildId: string) => Promise<StoredSettings>;
  isReachable: () => boolean;
  /** How long a message waits for a database that does not answer. */
  patienceMs: number;
};

export type SettingsCache = {
  /** From memory, else from the database; in need what was last known. Never rejects. */
  read: (guildId: string) => Promise<StoredSettings>;
  /** To be read anew. Until then these values, if told, are what was last known. */
  invalidate: (guildId: string, known?: StoredSettings) => void;
  invalidateAll: () => void;
};

const NOTHING: StoredSettings = Object.freeze({});

const within = <T>(work: Promise<T>, ms: number, otherwise: () => T): Promise<T> => {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(otherwise()), ms);
  work.then(resolve, () => resolve(otherwise())).finally(() => clearTimeout(timer));
  return promise;
};

/** The settings of servers in memory: read for every message, so from the database just once. */
export const createSettingsCache = ({ load, isReachable, patienceMs }: Deps): SettingsCache => {
  const entries = new Map<string, Entry>();

  const entryOf = (guildId: string): Entry => {
    const found = entries.get(guildId);
    if (found) return found;
    const entry = { values: null, isFresh: false, version: 0, loading: null };
    entries.set(guildId, entry);
    return entry;
  };

  const loadInto = async (entry: Entry, guildId: string): Promise<StoredSettings> => {
    try {
      for (;;) {
        const { version } = entry;
        const values = await load(guildId);
        if (entry.version !== version) continue;
        entry.values = values;
        entry.isFresh = true;
        return values;
      }
    } finally {
      entry.loading = null;
    }
  };

  const invalidateEntry = (entry: Entry): void => {
    entry.version += 1;
    entry.isFresh = false;
  };

  return {
    read: async (guildId) => {
      const entry = entryOf(guildId);
      const lastKnown = (): StoredSettings => entry.values ?? NOTHING;
      if (entry.isFresh || (entry.values !== null && !isReachable())) return lastKnown();
      // Many first messages at once share one query.
      entry.loading ??= loadInto(entry, guildId);
      return within(entry.loading, patienceMs, lastKnown);
    },
    invalidate: (guildId, known) => {
      const entry = entryOf(guildId);
      invalidateEntry(entry);
      if (known) entry.values = known;
    },
    invalidateAll: () => {
      for (const entry of entries.values()) invalidateEntry(entry);
    },
  };
};
