import type { SettingKind } from './setting.ts';
import { SETTING_KEYS, settingOf } from './settings.ts';
import { wordValue } from './wordValue.ts';

const KINDS: Readonly<Record<Exclude<SettingKind, 'choice' | 'number' | 'text'>, string>> = {
  switch: 'on or off',
  channel: 'a channel, or none',
  roles: 'roles, or none',
  conditions: 'conditions, or none',
};

const allowed = (key: (typeof SETTING_KEYS)[number]): string => {
  const { kind, choices = [], unit = '', bounds = { min: 0, max: 0 } } = settingOf(key);
  if (kind === 'choice') return choices.map(({ value }) => `\`${value}\``).join(', ');
  if (kind === 'number') return `${bounds.min} to ${bounds.max} ${unit}`;
  return kind === 'text' ? `a text of at most ${bounds.max} characters` : KINDS[kind];
};

const HEAD = `# Settings of a server

Written by \`npm run docs:settings\` from \`src/core/settings/settings.ts\`; what is changed here by hand is lost.

People who may manage a server change these with \`/config\`: in its panel, or by \`/config set\` with the key and
a value. \`default\` sets any of them back.

| key | what it does | what it may be | default |
|---|---|---|---|
`;

const TAIL = `
Each channel may have a mode and a place of its own, which its threads and forum posts share; a thread may have
its own too. Answers to a question in a thread stand in that thread.

Whatever is set here, answers to emergencies, warnings and caveats are shown. What a server's settings keep from
an answer is told in it: how many records, of what kind, and how many results, how sure. The record of a study
that is asked for by name is shown without a rating where its result is less sure than the server shows.
`;

/** The page of the documentation on the settings, from what they declare. */
export const settingsPage = (): string => {
  const rows = SETTING_KEYS.map((key) => {
    const { label, description, fallback } = settingOf(key);
    const words = wordValue(key, fallback as never);
    return `| \`${key}\` | **${label}.** ${description} | ${allowed(key)} | ${words} |\n`;
  });
  return `${HEAD}${rows.join('')}${TAIL}`;
};
