import { ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10';
import {
  type ChannelSetting,
  channelKey,
  readChannel,
  readChannels,
} from '../../../core/settings/channelSettings.ts';
import { MODES, PLACES } from '../../../core/settings/settings.ts';
import { option, rowOf } from '../components.ts';
import type { MessagePayload, Row } from '../messagePayload.ts';
import { packBlocks } from '../pack.ts';
import { encodeConfig } from './configId.ts';
import {
  backHome,
  configButton,
  menuOf,
  type PanelState,
  pageOf,
  problemLines,
} from './panelParts.ts';
import { showChannel } from './settingWords.ts';

/** Channels that people write in, or whose threads they write in. */
export const ANSWERED_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
] as const;

const LIST_ROOM = 2800;

const channelMenu = (chosen: string | null): Row[] =>
  menuOf({
    type: ComponentType.ChannelSelect,
    custom_id: encodeConfig({ do: 'channel' }),
    placeholder: 'Choose a channel',
    channel_types: [...ANSWERED_TYPES],
    ...(chosen === null
      ? {}
      : { default_values: [{ id: chosen, type: SelectMenuDefaultValueType.Channel }] }),
  });

/** How a channel is answered in by default. */
const defaultOf = ({ settings }: PanelState): ChannelSetting => ({
  mode: settings.mode,
  place: settings.place,
});

/** The channels with something of their own, and a menu to choose any. */
export const renderChannels = (state: PanelState): MessagePayload => {
  const own = readChannels(state.stored);
  const list = packBlocks(
    own.map((channel) => `<#${channel.channelId}>: ${showChannel(channel)}`),
    LIST_ROOM,
    (left) => `-# ${left} more: /config export has them all.`,
  );
  return pageOf(
    state,
    {
      title: 'Channels',
      lines: [
        'Threads and forum posts go by the channel they are in.',
        `**Default:** ${showChannel(defaultOf(state))}`,
        own.length === 0 ? 'No channel has a setting of its own.' : list,
        ...problemLines(state.problems),
      ],
    },
    [...channelMenu(null), ...rowOf([backHome])],
  );
};

/**
 * The page of one channel.
 * @param inherited how it is answered in without a setting of its own
 */
export const renderChannel = (
  channelId: string,
  inherited: ChannelSetting,
  state: PanelState,
): MessagePayload => {
  const own = readChannel(state.stored, channelId);
  const now = own ?? inherited;
  const seen = state.seenOf(channelKey(channelId));
  return pageOf(
    state,
    {
      title: 'Channel',
      lines: [
        `<#${channelId}>`,
        `**Now:** ${showChannel(now)}${own === null ? ' (the default)' : ''}`,
        ...problemLines(state.problems),
      ],
    },
    [
      ...menuOf({
        type: ComponentType.StringSelect,
        custom_id: encodeConfig({ do: 'mode', channelId, seen }),
        placeholder: 'What is answered',
        options: MODES.map(({ value, label }) => option(label, value, '', value === now.mode)),
      }),
      ...menuOf({
        type: ComponentType.StringSelect,
        custom_id: encodeConfig({ do: 'place', channelId, seen }),
        placeholder: 'Where answers stand',
        options: PLACES.map(({ value, label }) => option(label, value, '', value === now.place)),
      }),
      ...channelMenu(channelId),
      ...rowOf([
        backHome,
        configButton('All channels', { do: 'channels' }),
        configButton(
          'As the default',
          { do: 'inherit', channelId, seen },
          { disabled: own === null },
        ),
      ]),
    ],
  );
};
