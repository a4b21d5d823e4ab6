import type { z } from 'zod';
import { foldText } from '../question/foldText.ts';
import type { SettingChoice } from './setting.ts';
import { type SettingKey, type Settings, settingOf } from './settings.ts';

export type Parsed<T> = { ok: true; value: T } | { ok: false; words: string };

/** A condition as people may name it. */
export type NamedCondition = { id: string; label: string };

/** What a text may stand for: a value that its schema has yet to check, or why it is none. */
type Read = { value: unknown } | { fault: string };

const ON = new Set(['on', 'yes', 'y', 'true', 'enable', 'enabled', '1']);
const OFF = new Set(['off', 'no', 'n', 'false', 'disable', 'disabled', '0']);
const NONE = new Set(['', 'none', 'no', 'off', 'nothing', 'nobody', 'nowhere', '-']);

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** What faults repeat of what was typed is no longer than this. */
const REPEATED = 60;
const repeat = (text: string): string =>
  `“${[...text].length > REPEATED ? `${[...text].slice(0, REPEATED).join('')}…` : text}”`;

const readSwitch = (text: string): Read => {
  if (ON.has(text.toLowerCase())) return { value: true };
  return OFF.has(text.toLowerCase()) ? { value: false } : { fault: 'must be on or off' };
};

const readChoice = (text: string, choices: readonly SettingChoice[]): Read => {
  const typed = foldText(text);
  const names = ({ value, label }: SettingChoice) =>
    [value, label, label.replace(/ \(.*$/, '')].map(foldText);
  // What is none of them is refused by the schema, in its words.
  return { value: choices.find((choice) => names(choice).includes(typed))?.value ?? text };
};

/** "30", "30 s", "2 minutes", "1 h 30 min"; none is 0. */
const readSeconds = (text: string): Read => {
  if (NONE.has(text.toLowerCase())) return { value: 0 };
  const typed = text.toLowerCase().replace(/\s+/g, '');
  if (/^\d{1,9}$/.test(typed)) return { value: Number(typed) };
  const parts = [
    ...typed.matchAll(/(\d{1,9})(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)(?=\d|$)/g),
  ];
  const isWhole = parts.length > 0 && parts.map(([part]) => part).join('') === typed;
  return {
    value: isWhole
      ? parts.reduce((sum, [, n, unit]) => sum + Number(n) * (SECONDS[unit?.[0] ?? ''] ?? 0), 0)
      : text,
  };
};

const readChannelId = (text: string): Read => {
  if (NONE.has(text.toLowerCase())) return { value: null };
  const id = /^(?:<#)?(\d{15,20})>?$/.exec(text)?.[1];
  return id === undefined
    ? { fault: 'must be a channel, such as #reports, or its id, or none' }
    : { value: id };
};

const itemsOf = (text: string, gap: RegExp): string[] =>
  NONE.has(text.toLowerCase())
    ? []
    : text
        .split(gap)
        .map((item) => item.trim())
        .filter((item) => item !== '');

const readRoles = (text: string): Read => {
  const items = itemsOf(text.replace(/></g, '> <'), /[\s,;]+/);
  const ids = items.map((item) => /^(?:<@&)?(\d{15,20})>?$/.exec(item)?.[1]);
  const odd = items.find((_, i) => ids[i] === undefined);
  return odd === undefined
    ? { value: ids }
    : { fault: `must be roles, such as @Moderators, or their ids, or none: ${repeat(odd)} is not` };
};

const readConditions = (text: string, known: readonly NamedCondition[] | null): Read => {
  // Labels hold spaces, and are parted by commas; ids hold none.
  const items = itemsOf(text, /[,;\n]/);
  if (known === null) return { value: items.flatMap((item) => item.split(/\s+/)) };
  const idOf = (item: string): string | undefined =>
    known.find(({ id, label }) => [id, label].some((name) => foldText(name) === foldText(item)))
      ?.id;
  const ids = items.flatMap((item) => idOf(item) ?? item.split(/\s+/).map((word) => idOf(word)));
  const odd = items.find(
    (item) => idOf(item) === undefined && item.split(/\s+/).some((word) => !idOf(word)),
  );
  return odd === undefined
    ? { value: ids }
    : { fault: `must be conditions that this library has studies on: ${repeat(odd)} is not` };
};

/** What a fault of a schema says, after the name of what it is about. */
export const faultsOf = ({ issues }: z.ZodError): string[] => [
  ...new Set(issues.map(({ message }) => message)),
];

/**
 * Reads what a person typed as the value of a setting: `on`, `2 minutes`, the name of a choice,
 * mentions or ids, `none`, and `default` for any. Its words go to that person.
 * @param known the conditions that may be named; without them their ids alone are read.
 */
export const parseSetting = <K extends SettingKey>(
  key: K,
  text: string,
  known: readonly NamedCondition[] | null = null,
): Parsed<Settings[K]> => {
  const { kind, schema, fallback, label, choices = [] } = settingOf(key);
  const typed = text.trim();
  if (typed.toLowerCase() === 'default') return { ok: true, value: fallback };
  const readers: Record<typeof kind, () => Read> = {
    switch: () => readSwitch(typed),
    choice: () => readChoice(typed, choices),
    number: () => readSeconds(typed),
    text: () => ({ value: typed }),
    channel: () => readChannelId(typed),
    roles: () => readRoles(typed),
    conditions: () => readConditions(typed, known),
  };
  const read = readers[kind]();
  if ('fault' in read) return { ok: false, words: `${label} ${read.fault}.` };
  const parsed = schema.safeParse(read.value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, words: `${label} ${faultsOf(parsed.error).join('; ')}.` };
};
