import type { Json, StoredSettings } from '../core/settings/stored.ts';

export type { Json, StoredSettings };

/** A change that was made: by whom, when (ms since 1970), from what to what (null: the default). */
export type SettingChange = {
  /** Its number within the server, rising. */
  id: string;
  guildId: string;
  key: string;
  /** Null once this person's data was erased. */
  userId: string | null;
  at: number;
  from: Json;
  to: Json;
};

/** A change to be made. `from` is what its maker saw: another value there by now is a conflict. */
export type SettingEdit = { key: string; from: Json; to: Json };

export type ChangeOutcome =
  | { ok: true; changes: SettingChange[] }
  /** Somebody was quicker: what stands there now, and nothing was changed. */
  | { ok: false; reason: 'conflict'; key: string; current: Json; by: SettingChange | null }
  /** The store cannot be written now; settings stay readable. */
  | { ok: false; reason: 'unavailable' };

export type SettingsStore = {
  /**
   * The settings of a server, from memory once they were read. While the store is lost it gives
   * what it last knew, else nothing is set. Never rejects.
   */
  read: (guildId: string) => Promise<StoredSettings>;
  /** All edits or none, each recorded. Never rejects. */
  change: (
    guildId: string,
    userId: string,
    edits: readonly SettingEdit[],
  ) => Promise<ChangeOutcome>;
  /** The latest changes of a server, newest first. @throws where the store is lost. */
  history: (guildId: string, limit: number) => Promise<SettingChange[]>;
  /** Hears of every change, in this process and in others. Returns the way to stop. */
  onChange: (listener: (guildId: string) => void) => () => void;
};
