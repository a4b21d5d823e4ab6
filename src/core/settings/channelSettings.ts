import { z } from 'zod';
import { choiceOf, Snowflake } from './schemas.ts';
import { MODES, type Mode, PLACES, type Place, type Settings } from './settings.ts';
import type { StoredSettings } from './stored.ts';

/** What one channel has of its own, stored under `channelKey` of its id. */
export const ChannelSetting = z.strictObject(
  { mode: choiceOf<Mode>(MODES), place: choiceOf<Place>(PLACES) },
  'must have a mode and a place',
);
export type ChannelSetting = z.infer<typeof ChannelSetting>;

const PREFIX = 'channel:';

export const channelKey = (channelId: string): string => `${PREFIX}${channelId}`;

/** The id of the channel that a key is about; null where it is about none. */
export const channelIdOf = (key: string): string | null => {
  const id = key.slice(PREFIX.length);
  return key.startsWith(PREFIX) && Snowflake.safeParse(id).success ? id : null;
};

/** What a channel has of its own; null where it has nothing that fits. */
export const readChannel = (stored: StoredSettings, channelId: string): ChannelSetting | null => {
  const parsed = ChannelSetting.safeParse(stored[channelKey(channelId)]);
  return parsed.success ? parsed.data : null;
};

/** All channels with something of their own, by id. */
export const readChannels = (stored: StoredSettings): (ChannelSetting & { channelId: string })[] =>
  Object.keys(stored)
    .sort()
    .flatMap((key) => {
      const channelId = channelIdOf(key);
      const own = channelId === null ? null : readChannel(stored, channelId);
      return channelId === null || own === null ? [] : [{ channelId, ...own }];
    });

/**
 * How a channel is answered in: by what it has of its own, else by its parent, else by default.
 * @param where `parentId`: of a thread or forum post, where it stands; null for any other channel.
 *   In a thread the answer stands right there, as no thread opens in another.
 */
export const channelMode = (
  settings: Settings,
  stored: StoredSettings,
  { channelId, parentId }: { channelId: string; parentId: string | null },
): ChannelSetting => {
  const own = readChannel(stored, channelId);
  const inherited = parentId === null ? null : readChannel(stored, parentId);
  const { mode, place } = own ?? inherited ?? settings;
  return { mode, place: parentId === null ? place : 'channel' };
};
