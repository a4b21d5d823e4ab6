import { ChannelSetting, channelIdOf, channelKey, readChannels } from './channelSettings.ts';
import { faultsOf } from './parseSetting.ts';
import { isSettingKey, readSettings, SETTING_KEYS, settingOf, toStored } from './settings.ts';
import type { Json, StoredSettings } from './stored.ts';

export type Imported =
  | { ok: true; stored: StoredSettings }
  /** Everything that is wrong, a sentence each. */
  | { ok: false; faults: string[] };

/** What a file of settings says of itself. */
const FORMAT = 'caveat-settings';
const VERSION = 1;
/** A server has 500 channels at most. */
const MOST_CHANNELS = 500;
const MOST_FAULTS = 20;
const LONGEST_FILE = 200_000;

/** All that a server has set, as JSON that people can read and `importSettings` takes. */
export const exportSettings = (stored: StoredSettings): string => {
  const settings = readSettings(stored);
  const set = SETTING_KEYS.filter((key) => toStored(key, settings[key]) !== null);
  const channels = readChannels(stored).map(({ channelId, mode, place }) => [
    channelKey(channelId),
    { mode, place },
  ]);
  const entries = [...set.map((key) => [key, settings[key]]), ...channels];
  const file = { format: FORMAT, version: VERSION, settings: Object.fromEntries(entries) };
  return `${JSON.stringify(file, null, 2)}\n`;
};

/** A key of somebody's file, as a fault names it. */
const named = (key: string): string => JSON.stringify([...key].slice(0, 40).join(''));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Checked = { value: Json } | { faults: string[] };

const checkEntry = (key: string, value: unknown): Checked => {
  if (channelIdOf(key) !== null) {
    const parsed = ChannelSetting.safeParse(value);
    if (parsed.success) return { value: parsed.data };
    return { faults: faultsOf(parsed.error).map((fault) => `${named(key)} ${fault}.`) };
  }
  if (!isSettingKey(key)) return { faults: [`${named(key)} is no setting.`] };
  const parsed = settingOf(key).schema.safeParse(value);
  if (parsed.success) return { value: toStored(key, parsed.data) };
  return { faults: faultsOf(parsed.error).map((fault) => `${named(key)} ${fault}.`) };
};

const settingsIn = (text: string): Record<string, unknown> | string => {
  if (text.length > LONGEST_FILE) return 'This file is too long to be one of settings.';
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'This is not JSON. Take a file that /config export gave.';
  }
  if (!isRecord(file) || file.format !== FORMAT || !isRecord(file.settings))
    return 'This is no file of settings. Take one that /config export gave.';
  return file.version === VERSION
    ? file.settings
    : `This file is of version ${named(String(file.version))}; version ${VERSION} is read here.`;
};

/**
 * Checks a file of settings, and reads it as all that the server is to have set: what is not in it
 * goes back to its default. All faults are told at once, and with any nothing is taken.
 */
export const importSettings = (text: string): Imported => {
  const entries = settingsIn(text);
  if (typeof entries === 'string') return { ok: false, faults: [entries] };
  const checked = Object.entries(entries).map(
    ([key, value]) => [key, checkEntry(key, value)] as const,
  );
  const faults = checked.flatMap(([, entry]) => ('faults' in entry ? entry.faults : []));
  const channels = checked.filter(([key]) => channelIdOf(key) !== null).length;
  if (channels > MOST_CHANNELS)
    faults.push(`${channels} channels are more than a server has; ${MOST_CHANNELS} at most fit.`);
  if (faults.length > MOST_FAULTS) {
    const more = faults.length - MOST_FAULTS;
    return { ok: false, faults: [...faults.slice(0, MOST_FAULTS), `And ${more} more faults.`] };
  }
  if (faults.length > 0) return { ok: false, faults };
  const values = checked.flatMap(([key, entry]) =>
    'value' in entry && entry.value !== null ? [[key, entry.value] as const] : [],
  );
  return { ok: true, stored: Object.fromEntries(values) };
};

/** The changes that make of what is stored what shall be: each key that differs, from and to. */
export const editsBetween = (
  stored: StoredSettings,
  wanted: StoredSettings,
): { key: string; from: Json; to: Json }[] =>
  [...new Set([...Object.keys(stored), ...Object.keys(wanted)])].sort().flatMap((key) => {
    const from = stored[key] ?? null;
    const to = wanted[key] ?? null;
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ key, from, to }];
  });
