import {
  UpdateGuildChannelRequestPartialSchema,
  UpdateThreadRequestPartialSchema,
} from 'discord-api-spec/zod';
import { PermissionFlagsBits, type RESTPatchAPIChannelJSONBody } from 'discord-api-types/v10';
import { toApiChannel } from '../apiObjects.ts';
import { deleteChannel } from '../channels.ts';
import { discordError } from '../discordError.ts';
import { channelForBot, isThread, requireOfBot, sendPermission } from '../permissions.ts';
import type { Stand } from '../stand.ts';
import { checkBody } from '../validation/checkBody.ts';
import type { Route } from './route.ts';

/** Channels themselves, and the typing sign. */
export const channelRoutes = (stand: Stand): Route[] => {
  const { world, bus } = stand;
  const managing = (channelId: string) => {
    const channel = channelForBot(world, channelId);
    if (channel.guildId === null) throw discordError('notForDirectMessages');
    const { ManageThreads, ManageChannels } = PermissionFlagsBits;
    if (channel.ownerId !== world.bot.id) {
      requireOfBot(world, channel, isThread(channel) ? ManageThreads : ManageChannels);
    }
    return channel;
  };
  return [
    {
      method: 'GET',
      path: '/channels/:channel',
      handle: ({ param }) =>
        toApiChannel(world, channelForBot(world, param('channel')), world.bot.id),
    },
    {
      method: 'PATCH',
      path: '/channels/:channel',
      handle: ({ param, body }) => {
        const channel = managing(param('channel'));
        checkBody(
          isThread(channel)
            ? UpdateThreadRequestPartialSchema
            : UpdateGuildChannelRequestPartialSchema,
          body,
        );
        const { name, topic, archived } = body as RESTPatchAPIChannelJSONBody;
        if (name != null) channel.name = name;
        if (topic !== undefined) channel.topic = topic ?? '';
        if (archived != null) channel.archived = archived;
        bus.emit({ type: 'channelChanged', channel });
        return toApiChannel(world, channel, world.bot.id);
      },
    },
    {
      method: 'DELETE',
      path: '/channels/:channel',
      handle: ({ param }) => {
        const channel = managing(param('channel'));
        const shown = toApiChannel(world, channel, world.bot.id);
        deleteChannel(stand, channel);
        return shown;
      },
    },
    {
      method: 'POST',
      path: '/channels/:channel/typing',
      handle: ({ param }) => {
        const channel = channelForBot(world, param('channel'));
        requireOfBot(world, channel, sendPermission(channel));
        bus.emit({ type: 'typing', channel, userId: world.bot.id });
      },
    },
  ];
};
