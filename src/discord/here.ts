import type { Interaction, Message } from 'discord.js';
import { type View, viewOf, WHOLE_VIEW } from '../core/answer/view.ts';
import type { ChannelSetting } from '../core/settings/channelSettings.ts';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../core/settings/settings.ts';
import { type Manner, mannerOf } from '../render/discord/manner.ts';
import type { BotDeps } from './botDeps.ts';
import { hearingOf } from './config/hearing.ts';

/** How answers are given in a place: by the settings of its server; elsewhere by their defaults. */
export type Here = ChannelSetting & {
  settings: Settings;
  /** What answers show of the library. */
  view: View;
  /** How they look. */
  manner: Manner;
  /** The server; null outside of any. */
  guildId: string | null;
};

const ELSEWHERE = {
  settings: DEFAULT_SETTINGS,
  view: WHOLE_VIEW,
  manner: mannerOf(DEFAULT_SETTINGS),
  mode: 'all',
  place: 'channel',
} as const;

type Place = Pick<Message | Interaction, 'guildId' | 'channelId' | 'channel'>;

/** Reads how answers are given where somebody asks. From memory, but for the first time. */
export const hereOf = async (
  { guildId, channelId, channel }: Place,
  deps: Pick<BotDeps, 'settings' | 'hearsAll'>,
): Promise<Here> => {
  if (guildId === null) return { ...ELSEWHERE, guildId };
  const stored = await deps.settings.read(guildId);
  const settings = readSettings(stored);
  const parentId = channel?.isThread() ? channel.parentId : null;
  const where = { channelId: channelId ?? '', parentId };
  const answering = { settings, view: viewOf(settings), manner: mannerOf(settings) };
  return { ...answering, guildId, ...hearingOf(where, stored, deps) };
};
