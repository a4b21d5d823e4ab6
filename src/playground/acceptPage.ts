import { type APIApplicationCommand, ChannelType } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { toApiMember } from './apiObjects.ts';
import type { WorldEvent } from './bus.ts';
import type { People } from './people/createPeople.ts';
import { commandsFor } from './people/findCommand.ts';
import { toPageMessage } from './people/see.ts';
import { performFromPage } from './performFromPage.ts';
import { canSee } from './permissions.ts';
import type { OfferedCommands, PageChannel, PageUser, ToPage } from './protocol.ts';
import type { Stand } from './stand.ts';
import type { Channel } from './world.ts';

const SHOWN_AT_START = 100;

const KINDS: Readonly<Partial<Record<ChannelType, PageChannel['kind']>>> = {
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.GuildForum]: 'forum',
  [ChannelType.DM]: 'direct',
};

const channelsFor = ({ world }: Stand, userId: string): PageChannel[] =>
  [...world.channels.values()]
    .filter((channel) => canSee(world, channel, userId))
    .map((channel) => ({
      id: channel.id,
      name: channel.guildId === null ? otherNames(world, channel, userId) : channel.name,
      kind: KINDS[channel.type] ?? 'text',
      topic: channel.topic,
      parentId: channel.parentId,
    }));

const otherNames = (world: Stand['world'], channel: Channel, userId: string): string =>
  channel.recipients
    .filter((id) => id !== userId)
    .map((id) => world.users.get(id)?.global_name ?? '')
    .join(', ');

const usersOf = ({ world }: Stand): PageUser[] =>
  [...world.users.values()].map((user) => ({
    user,
    member: world.members.has(user.id) ? toApiMember(world, user.id) : null,
    isAdmin: world.guild.ownerId === user.id,
  }));

/** The commands that are offered to the person somewhere, and where each is. */
const commandsOf = (stand: Stand, userId: string) => {
  const all = new Set<APIApplicationCommand>();
  const offered: OfferedCommands = {};
  for (const channel of stand.world.channels.values()) {
    if (!canSee(stand.world, channel, userId)) continue;
    const here = commandsFor(stand, channel, userId);
    offered[channel.id] = here.map(({ id }) => id);
    for (const command of here) all.add(command);
  }
  return { commands: [...all], offered };
};

/** What the page is told of an event; null where it is none of this person's business. */
const toPageEvent = (stand: Stand, userId: string, event: WorldEvent): ToPage | null => {
  if ('channel' in event && !canSee(stand.world, event.channel, userId)) return null;
  switch (event.type) {
    case 'messageCreated':
    case 'messageChanged': {
      const { stored, type } = event;
      if (stored.onlyFor !== null && stored.onlyFor !== userId) return null;
      return {
        event: type === 'messageCreated' ? 'message' : 'messageChanged',
        message: toPageMessage(stored),
      };
    }
    case 'messageDeleted':
      if (event.onlyFor !== null && event.onlyFor !== userId) return null;
      return { event: 'messageGone', channelId: event.channel.id, messageId: event.messageId };
    case 'typing':
      if (event.userId === userId) return null;
      return { event: 'typing', channelId: event.channel.id, userId: event.userId };
    case 'channelCreated':
    case 'channelChanged':
    case 'channelDeleted':
      return {
        event: 'channels',
        channels: channelsFor(stand, userId),
        offered: commandsOf(stand, userId).offered,
      };
    case 'commandsChanged':
      return { event: 'commands', ...commandsOf(stand, userId) };
    case 'botPresence':
      return { event: 'bot', isOnline: event.isOnline };
    case 'guildChanged':
    case 'interaction':
      return null;
  }
};

/** One tab of the page, for one person. */
export const acceptPage = (
  { stand, people, isBotOnline }: { stand: Stand; people: People; isBotOnline: () => boolean },
  socket: WebSocket,
  userId: string,
): void => {
  const send = (event: ToPage): void => socket.send(JSON.stringify(event));
  const { world } = stand;
  const channels = channelsFor(stand, userId);
  send({
    event: 'ready',
    me: userId,
    bot: world.bot,
    users: usersOf(stand),
    guildName: world.guild.name,
    roles: [...world.roles.values()]
      .filter(({ id }) => id !== world.guild.id)
      .map(({ id, name }) => ({ id, name })),
    channels,
    ...commandsOf(stand, userId),
    messages: Object.fromEntries(
      channels.map(({ id }) => [id, people.messages(id, userId).slice(-SHOWN_AT_START)]),
    ),
    isBotOnline: isBotOnline(),
  });
  const stop = stand.bus.listen((event) => {
    const told = toPageEvent(stand, userId, event);
    if (told) send(told);
  });
  socket.on('close', stop);
  socket.on('error', () => socket.terminate());
  socket.on('message', (data) => {
    void performFromPage({ people, report: stand.report }, userId, String(data)).then((answer) => {
      if (answer && socket.readyState === socket.OPEN) send(answer);
    });
  });
};
