import type { Guild } from 'discord.js';
import { type Choice, LONGEST_CHOICE } from '../../../core/question/completion.ts';
import type { NamedCondition } from '../../../core/settings/parseSetting.ts';
import { readSettings, type SettingKey, settingOf } from '../../../core/settings/settings.ts';
import { wordValue } from '../../../core/settings/wordValue.ts';
import type { Admitted } from '../../config/admit.ts';
import { matching } from './keys.ts';

const NONE: Choice = { name: 'none', value: 'none' };
const TIMES = ['none', '5 seconds', '30 seconds', '1 minute', '5 minutes', '1 hour'];

const named = (values: readonly string[]): Choice[] =>
  values.map((value) => ({ name: value, value }));

const rolesOf = (guild: Guild): Choice[] =>
  guild.roles.cache
    .filter(({ id }) => id !== guild.id)
    .map(({ id, name }) => ({ name: `@${name}`, value: `<@&${id}>` }));

const channelsOf = (guild: Guild): Choice[] =>
  guild.channels.cache
    .filter((channel) => channel.isTextBased() && !channel.isThread())
    .map(({ id, name }) => ({ name: `#${name}`, value: `<#${id}>` }));

/** Completes the last of several, behind those that are there. */
const completeLast = (all: readonly Choice[], typed: string): Choice[] => {
  const head = typed.slice(0, typed.lastIndexOf(',') + 1);
  const choices = matching(head === '' ? [NONE, ...all] : all, typed.slice(head.length));
  const before = head === '' ? '' : `${head} `;
  return choices
    .map(({ name, value }) => ({ name: `${before}${name}`, value: `${before}${value}` }))
    .filter(({ name, value }) => name.length <= LONGEST_CHOICE && value.length <= LONGEST_CHOICE);
};

type Knowing = { admitted: Pick<Admitted, 'guild' | 'stored'>; known: readonly NamedCondition[] };

/** What may be typed as the value of a setting, so far as it was typed. */
export const completeValues = (
  key: SettingKey,
  typed: string,
  { admitted: { guild, stored }, known }: Knowing,
): Choice[] => {
  const { kind, choices = [] } = settingOf(key);
  switch (kind) {
    case 'switch':
      return matching(named(['on', 'off']), typed);
    case 'choice':
      return matching(
        choices.map(({ value, label }) => ({ name: label, value })),
        typed,
      );
    case 'number':
      return matching(named(TIMES), typed);
    case 'channel':
      return matching([NONE, ...channelsOf(guild)], typed);
    case 'roles':
      return completeLast(rolesOf(guild), typed);
    case 'conditions':
      return completeLast(
        known.map(({ id, label }) => ({ name: label, value: id })),
        typed,
      );
    case 'text': {
      // What stands there now, to go on from.
      const now = wordValue(key, readSettings(stored)[key]);
      return matching([...(now.length <= LONGEST_CHOICE ? named([now]) : []), NONE], typed).filter(
        (choice, i, all) => all.findIndex(({ value }) => value === choice.value) === i,
      );
    }
  }
};
