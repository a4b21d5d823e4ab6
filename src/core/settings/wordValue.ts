import { countOf } from '../answer/words.ts';
import type { NamedCondition } from './parseSetting.ts';
import type { SettingKind } from './setting.ts';
import { type SettingKey, type Settings, settingOf } from './settings.ts';

const NONE = 'none';

const listed = (words: readonly string[]): string => (words.length === 0 ? NONE : words.join(', '));

/**
 * A value as people are shown it; `parseSetting` reads it back. Texts are as they were written:
 * whoever shows them has to escape them.
 * @param known the conditions whose labels are shown; without them their ids are.
 */
export const wordValue = <K extends SettingKey>(
  key: K,
  value: Settings[K],
  known: readonly NamedCondition[] = [],
): string => {
  const { kind, choices = [], unit = '' } = settingOf(key);
  const labelOf = (id: string): string => known.find((named) => named.id === id)?.label ?? id;
  const words: Record<SettingKind, () => string> = {
    switch: () => (value ? 'on' : 'off'),
    choice: () => choices.find((choice) => choice.value === value)?.label ?? String(value),
    number: () => (value === 0 ? NONE : countOf(Number(value), unit.replace(/s$/, ''))),
    text: () => (value === null ? NONE : String(value)),
    channel: () => (value === null ? NONE : `<#${value}>`),
    roles: () => listed((value as readonly string[]).map((id) => `<@&${id}>`)),
    conditions: () => listed((value as readonly string[]).map(labelOf)),
  };
  return words[kind]();
};
