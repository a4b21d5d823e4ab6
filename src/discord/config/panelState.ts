import type { Guild } from 'discord.js';
import { readChannel } from '../../core/settings/channelSettings.ts';
import type { NamedCondition } from '../../core/settings/parseSetting.ts';
import { readSettings } from '../../core/settings/settings.ts';
import type { StoredSettings } from '../../core/settings/stored.ts';
import type { PanelState } from '../../render/discord/config/panelParts.ts';
import type { BotDeps } from '../botDeps.ts';
import type { Admitted } from './admit.ts';
import { channelProblems } from './channelProblems.ts';
import { fingerprint } from './fingerprint.ts';

/** The conditions that can be switched, by name. */
export const knownConditions = ({ caveat }: BotDeps): NamedCondition[] =>
  caveat.conditions
    .map(({ id, label }) => ({ id, label }))
    .sort((a, b) => a.label.localeCompare(b.label));

const heardAnyway = (guild: Guild, stored: StoredSettings, deps: BotDeps): string[] => {
  // What the server itself has set holds everywhere.
  if ((stored.mode ?? null) !== null) return [];
  return guild.channels.cache
    .filter((channel) => !channel.isThread() && channel.isTextBased())
    .filter(({ id }) => readChannel(stored, id) === null && deps.hearsAll(id, null))
    .map(({ id }) => id);
};

/** What the panel shows of the settings as they stand. */
export const panelStateOf = (
  { guild, stored }: Pick<Admitted, 'guild' | 'stored'>,
  deps: BotDeps,
  notice: string | null = null,
): PanelState => ({
  settings: readSettings(stored),
  stored,
  seenOf: (key) => fingerprint(stored[key]),
  conditions: knownConditions(deps),
  heardAnyway: heardAnyway(guild, stored, deps),
  problems: channelProblems(guild, stored),
  notice,
});
