import {
  type ChannelSetting,
  channelMode,
  readChannel,
} from '../../core/settings/channelSettings.ts';
import { readSettings } from '../../core/settings/settings.ts';
import type { StoredSettings } from '../../core/settings/stored.ts';
import type { BotDeps } from '../botDeps.ts';

export type Where = { channelId: string; parentId: string | null };

/**
 * How a channel of a server is answered in: by its settings; where these say nothing of it, as
 * whoever runs the bot has it.
 */
export const hearingOf = (
  where: Where,
  stored: StoredSettings,
  { hearsAll }: Pick<BotDeps, 'hearsAll'>,
): ChannelSetting => {
  const set = channelMode(readSettings(stored), stored, where);
  const { channelId, parentId } = where;
  const isSet =
    readChannel(stored, channelId) !== null ||
    (parentId !== null && readChannel(stored, parentId) !== null) ||
    (stored.mode ?? null) !== null;
  return !isSet && hearsAll(channelId, parentId) ? { ...set, mode: 'all' } : set;
};
