import { Certainty } from '../domain/evidence.ts';
import { Conditions, choiceOf, numberWithin, Roles, Snowflake, Switch } from './schemas.ts';
import { serverText } from './serverText.ts';
import type { Setting } from './setting.ts';
import type { StoredSettings } from './stored.ts';

/** Which messages of a channel are answered. */
export const MODES = [
  { value: 'all', label: 'All questions' },
  { value: 'mentioned', label: 'When mentioned' },
  { value: 'off', label: 'Off' },
] as const;
export type Mode = (typeof MODES)[number]['value'];

/** Where an answer to a message stands. */
export const PLACES = [
  { value: 'channel', label: 'In the channel' },
  { value: 'thread', label: 'In a thread' },
] as const;
export type Place = (typeof PLACES)[number]['value'];

const CERTAINTY_LABELS: Readonly<Record<Certainty, string>> = {
  'very-low': 'Very low (shows everything)',
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
};
/** From the least sure. */
const CERTAINTIES = Certainty.options
  .toReversed()
  .map((value) => ({ value, label: CERTAINTY_LABELS[value] }));

const LENGTHS = [
  { value: 'full', label: 'Full' },
  { value: 'short', label: 'Short' },
] as const;
const WORDINGS = [
  { value: 'plain', label: 'Plain words' },
  { value: 'clinical', label: 'Clinical terms' },
] as const;

/** Whether answers have pictures, and on what background. */
const PICTURES = [
  { value: 'dark', label: 'On, dark background' },
  { value: 'light', label: 'On, light background' },
  { value: 'off', label: 'Off' },
] as const;

const COOLDOWN = { min: 0, max: 3600 };
const NOTE = { max: 280, lines: 4 };
const EMERGENCY = { max: 500, lines: 10 };

const choice = <V extends string>(
  choices: readonly { value: V; label: string }[],
  rest: Omit<Setting<V>, 'kind' | 'schema' | 'choices'>,
): Setting<V> => ({ ...rest, kind: 'choice', schema: choiceOf(choices), choices });

const onOff = (rest: Omit<Setting<boolean>, 'kind' | 'schema'>): Setting<boolean> => ({
  ...rest,
  kind: 'switch',
  schema: Switch,
});

const cooldown = (
  rest: Omit<Setting<number>, 'kind' | 'schema' | 'unit' | 'bounds'>,
): Setting<number> => ({
  ...rest,
  kind: 'number',
  schema: numberWithin(COOLDOWN, 'seconds'),
  unit: 'seconds',
  bounds: COOLDOWN,
});

const roles = (
  rest: Omit<Setting<readonly string[]>, 'kind' | 'schema' | 'fallback'>,
): Setting<readonly string[]> => ({ ...rest, kind: 'roles', schema: Roles, fallback: [] });

const text = (
  { max, lines }: { max: number; lines: number },
  rest: Omit<Setting<string | null>, 'kind' | 'schema' | 'fallback' | 'bounds'>,
): Setting<string | null> => ({
  ...rest,
  kind: 'text',
  schema: serverText({ max, lines }),
  fallback: null,
  bounds: { min: 0, max },
});

const reportChannel: Setting<string | null> = {
  key: 'report-channel',
  kind: 'channel',
  schema: Snowflake.nullable(),
  fallback: null,
  label: 'Report channel',
  description: 'Where a report on questions, answers and gaps is posted each week.',
};

const conditions: Setting<readonly string[]> = {
  key: 'conditions',
  kind: 'conditions',
  schema: Conditions,
  fallback: [],
  label: 'Conditions switched off',
  description: 'Conditions whose slash commands this server does not have.',
};

/** Every setting of a server, in the order in which people are shown them. */
export const SETTINGS = {
  mode: choice(MODES, {
    key: 'mode',
    fallback: 'mentioned',
    label: 'Answers to',
    description: 'Which messages are answered in channels that have no setting of their own.',
  }),
  place: choice(PLACES, {
    key: 'place',
    fallback: 'channel',
    label: 'Answers stand',
    description: 'Where answers to messages stand in channels that have no setting of their own.',
  }),
  conditions,
  private: onOff({
    key: 'private',
    fallback: false,
    label: 'Private answers',
    description: 'Answers to commands are shown to the asker alone, unless they choose otherwise.',
  }),
  animals: onOff({
    key: 'animals',
    fallback: true,
    label: 'Animal studies',
    description: 'Studies in animals are listed beside those in people; they never count as proof.',
  }),
  secondary: onOff({
    key: 'secondary',
    fallback: true,
    label: 'Second-hand records',
    description: 'Studies known only from somebody’s summary are used, and marked as such.',
  }),
  'look-beyond': onOff({
    key: 'look-beyond',
    fallback: false,
    label: 'Look beyond the library',
    description:
      'Where the library has nothing, Europe PMC gets the names asked about, to find papers.',
  }),
  'least-certainty': choice(CERTAINTIES, {
    key: 'least-certainty',
    fallback: 'very-low',
    label: 'Least certainty shown',
    description: 'Results less sure than this are not shown; a note says how many they are.',
  }),
  length: choice(LENGTHS, {
    key: 'length',
    fallback: 'full',
    label: 'Length',
    description: 'Short answers leave out the list of findings, never the caveats.',
  }),
  pictures: choice(PICTURES, {
    key: 'pictures',
    fallback: 'dark',
    label: 'Pictures',
    description: 'Answers on two studies or more come with a picture of them.',
  }),
  wording: choice(WORDINGS, {
    key: 'wording',
    fallback: 'plain',
    label: 'Wording',
    description: 'Clinical terms give designs, numbers and the GRADE domains lowered.',
  }),
  'cooldown-member': cooldown({
    key: 'cooldown-member',
    fallback: 0,
    label: 'Cooldown per member',
    description: 'The time that a member waits from one question to the next.',
  }),
  'cooldown-channel': cooldown({
    key: 'cooldown-channel',
    fallback: 0,
    label: 'Cooldown per channel',
    description: 'The time that a channel waits from one question to the next.',
  }),
  'cooldown-exempt': roles({
    key: 'cooldown-exempt',
    label: 'Roles without cooldown',
    description: 'Members with one of these roles need not wait.',
  }),
  'config-roles': roles({
    key: 'config-roles',
    label: 'Roles that may configure',
    description: 'Members with one of these roles may change settings, as may Manage Server.',
  }),
  'report-channel': reportChannel,
  note: text(NOTE, {
    key: 'note',
    label: 'Note',
    description: 'A text of this server’s own under every answer, marked as such.',
  }),
  emergency: text(EMERGENCY, {
    key: 'emergency',
    label: 'Emergency text',
    description: 'Local crisis and emergency numbers, shown first where somebody may be in danger.',
  }),
  'question-log': onOff({
    key: 'question-log',
    fallback: false,
    label: 'Question log',
    description: 'Questions are kept for 30 days, without who asked them.',
  }),
};

export type SettingKey = keyof typeof SETTINGS;
/** The values of a server's settings. */
export type Settings = {
  [K in SettingKey]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never;
};

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key);

/** The setting of a key, with the type of its values. */
export const settingOf = <K extends SettingKey>(key: K): Setting<Settings[K]> =>
  SETTINGS[key] as unknown as Setting<Settings[K]>;

const readOne = <K extends SettingKey>(key: K, stored: StoredSettings): Settings[K] => {
  const { schema, fallback } = settingOf(key);
  if (!Object.hasOwn(stored, key)) return fallback;
  const parsed = schema.safeParse(stored[key]);
  return parsed.success ? parsed.data : fallback;
};

/** The settings of a server; what is not set, or no longer fits, is at its default. */
export const readSettings = (stored: StoredSettings): Settings =>
  Object.fromEntries(SETTING_KEYS.map((key) => [key, readOne(key, stored)])) as Settings;

export const DEFAULT_SETTINGS: Settings = readSettings({});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A value as it is stored: null where it is the default. */
export const toStored = <K extends SettingKey>(
  key: K,
  value: Settings[K],
): StoredSettings[string] =>
  isSame(value, settingOf(key).fallback) ? null : (value as StoredSettings[string]);
