import type { Guild } from 'discord.js';
import { countOf } from '../../core/answer/words.ts';
import { channelIdOf } from '../../core/settings/channelSettings.ts';
import { isSettingKey, settingOf } from '../../core/settings/settings.ts';
import type { Json, StoredSettings } from '../../core/settings/stored.ts';

/** Settings without the channels and roles that a server does not have, and how many those are. */
export type Fitting = { stored: StoredSettings; channelsLeft: number; rolesLeft: number };

/** What of another server's settings fits this one: a file may come from anywhere. */
export const fittingHere = (wanted: StoredSettings, guild: Guild): Fitting => {
  const stored: Record<string, Json> = {};
  let channelsLeft = 0;
  let rolesLeft = 0;
  for (const [key, value] of Object.entries(wanted)) {
    const kind = isSettingKey(key) ? settingOf(key).kind : null;
    const channelId = channelIdOf(key) ?? (kind === 'channel' ? String(value) : null);
    if (channelId !== null && !guild.channels.cache.has(channelId)) channelsLeft += 1;
    else if (kind === 'roles' && Array.isArray(value)) {
      const here = value.filter((id) => guild.roles.cache.has(String(id)));
      rolesLeft += value.length - here.length;
      if (here.length > 0) stored[key] = here;
    } else stored[key] = value;
  }
  return { stored, channelsLeft, rolesLeft };
};

/** What is told of what was left out; null where nothing was. */
export const wordLeftOut = ({ channelsLeft, rolesLeft }: Fitting): string | null => {
  const parts = [
    ...(channelsLeft > 0 ? [countOf(channelsLeft, 'channel')] : []),
    ...(rolesLeft > 0 ? [countOf(rolesLeft, 'role')] : []),
  ];
  return parts.length === 0
    ? null
    : `Left out: ${parts.join(' and ')} that this server does not have.`;
};
