import { capitalise, countOf } from '../../../core/answer/words.ts';
import { ChannelSetting, channelIdOf } from '../../../core/settings/channelSettings.ts';
import type { NamedCondition } from '../../../core/settings/parseSetting.ts';
import {
  isSettingKey,
  MODES,
  PLACES,
  type SettingKey,
  type Settings,
  settingOf,
} from '../../../core/settings/settings.ts';
import type { Json } from '../../../core/settings/stored.ts';
import { wordValue } from '../../../core/settings/wordValue.ts';
import { clean, escapeText, escapeWithin } from '../safeText.ts';

/** How the core words that there is nothing. */
const NONE = 'none';
/** What is told of a value in a line among others. */
const LINE_ROOM = 160;

/** What a key is about, as a message shows it. */
export const nameOfKey = (key: string): string => {
  const channelId = channelIdOf(key);
  if (channelId !== null) return `<#${channelId}>`;
  return isSettingKey(key) ? settingOf(key).label : escapeWithin(key, 40);
};

/** A value as a message shows it; mentions in an embed show a name and ping nobody. */
export const showValue = <K extends SettingKey>(
  key: K,
  value: Settings[K],
  known: readonly NamedCondition[],
  room = LINE_ROOM,
): string => {
  const words = wordValue(key, value, known);
  if (words === NONE) return capitalise(NONE);
  const { kind } = settingOf(key);
  if (kind === 'channel' || kind === 'roles') return words;
  return kind === 'text' ? escapeWithin(words, room) : escapeWithin(capitalise(words), room);
};

/** A value where nothing is formatted: of mentions it tells the number. */
export const plainValue = <K extends SettingKey>(
  key: K,
  value: Settings[K],
  known: readonly NamedCondition[],
): string => {
  const { kind } = settingOf(key);
  if (kind === 'channel') return value === null ? 'None' : 'A channel is set';
  if (kind === 'roles')
    return (value as readonly string[]).length === 0
      ? 'None'
      : countOf((value as readonly string[]).length, 'role');
  return capitalise(clean(wordValue(key, value, known)));
};

const labelIn = (choices: readonly { value: string; label: string }[], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;

/** How a channel is answered in: "All questions, in a thread". */
export const showChannel = ({ mode, place }: ChannelSetting): string =>
  mode === 'off' ? 'Off' : `${labelIn(MODES, mode)}, ${labelIn(PLACES, place).toLowerCase()}`;

/** A value as it was stored, of whatever key; null is the default. */
export const showStored = (key: string, value: Json, known: readonly NamedCondition[]): string => {
  if (channelIdOf(key) !== null) {
    const own = ChannelSetting.safeParse(value);
    return own.success ? showChannel(own.data) : 'as the default';
  }
  if (!isSettingKey(key)) return escapeText(JSON.stringify(value)).slice(0, LINE_ROOM);
  const { schema, fallback } = settingOf(key);
  const parsed = schema.safeParse(value);
  if (value === null || !parsed.success)
    return `the default (${showValue(key, fallback as never, known)})`;
  return showValue(key, parsed.data as never, known);
};
