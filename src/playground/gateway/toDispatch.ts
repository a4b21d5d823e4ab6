import { GatewayIntentBits as I } from 'discord-api-types/v10';
import { toApiChannel, toApiMember, toGatewayGuild, toGatewayMessage } from '../apiObjects.ts';
import type { WorldEvent } from '../bus.ts';
import { canSee, isThread } from '../permissions.ts';
import type { Channel, World } from '../world.ts';
import { withoutContent } from './intents.ts';

/** One event for a bot. */
export type Dispatch = { t: string; d: unknown };

const forGuild = (channel: Channel) =>
  channel.guildId === null ? {} : { guild_id: channel.guildId };

const messageIntent = (channel: Channel): number =>
  channel.guildId === null ? I.DirectMessages : I.GuildMessages;

const typingDispatch = (
  world: World,
  channel: Channel,
  userId: string,
  seconds: number,
): Dispatch => ({
  t: 'TYPING_START',
  d: {
    channel_id: channel.id,
    user_id: userId,
    timestamp: seconds,
    ...forGuild(channel),
    ...(channel.guildId === null ? {} : { member: toApiMember(world, userId) }),
  },
});

const channelDispatch = (
  world: World,
  kind: 'CREATE' | 'UPDATE' | 'DELETE',
  channel: Channel,
): Dispatch => ({
  t: `${isThread(channel) ? 'THREAD' : 'CHANNEL'}_${kind}`,
  d: {
    ...toApiChannel(world, channel, world.bot.id),
    ...(kind === 'CREATE' && isThread(channel) ? { newly_created: true } : {}),
  },
});

const CHANNEL_KINDS = {
  channelCreated: 'CREATE',
  channelChanged: 'UPDATE',
  channelDeleted: 'DELETE',
} as const;

/** What a bot with these intents is told of an event; null where it hears nothing. */
export const toDispatch = (
  world: World,
  event: WorldEvent,
  intents: number,
  nowMs: number,
): Dispatch | null => {
  const wants = (intent: number): boolean => (intents & intent) !== 0;
  switch (event.type) {
    case 'interaction':
      return { t: 'INTERACTION_CREATE', d: event.interaction };
    case 'messageCreated':
    case 'messageChanged': {
      const { channel, stored } = event;
      if (stored.onlyFor !== null || !wants(messageIntent(channel))) return null;
      if (!canSee(world, channel, world.bot.id)) return null;
      const message = toGatewayMessage(world, channel, stored);
      const isBlank = channel.guildId !== null && !wants(I.MessageContent);
      return {
        t: event.type === 'messageCreated' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE',
        d: isBlank ? withoutContent(world, message) : message,
      };
    }
    case 'messageDeleted': {
      const { channel, messageId, onlyFor } = event;
      if (onlyFor !== null || !wants(messageIntent(channel))) return null;
      if (!canSee(world, channel, world.bot.id)) return null;
      return {
        t: 'MESSAGE_DELETE',
        d: { id: messageId, channel_id: channel.id, ...forGuild(channel) },
      };
    }
    case 'typing': {
      const { channel, userId } = event;
      const intent = channel.guildId === null ? I.DirectMessageTyping : I.GuildMessageTyping;
      if (!wants(intent) || !canSee(world, channel, world.bot.id)) return null;
      return typingDispatch(world, channel, userId, Math.floor(nowMs / 1_000));
    }
    case 'channelCreated':
    case 'channelChanged':
    case 'channelDeleted': {
      const { channel } = event;
      if (channel.guildId === null || !wants(I.Guilds)) return null;
      return channelDispatch(world, CHANNEL_KINDS[event.type], channel);
    }
    case 'guildChanged': {
      if (!wants(I.Guilds)) return null;
      if (event.change === 'joined' || event.change === 'back')
        return { t: 'GUILD_CREATE', d: toGatewayGuild(world, wants(I.GuildMembers)) };
      return {
        t: 'GUILD_DELETE',
        d: { id: world.guild.id, ...(event.change === 'lost' ? { unavailable: true } : {}) },
      };
    }
    case 'commandsChanged':
    case 'botPresence':
      return null;
  }
};
