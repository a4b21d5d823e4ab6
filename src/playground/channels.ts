import { ChannelType } from 'discord-api-types/v10';
import { dropFiles } from './messages/attachments.ts';
import type { Stand } from './stand.ts';
import { type Channel, threadsOf } from './world.ts';

/** Opens a thread under a channel; from a message it takes that message's id, as at Discord. */
export const openThread = (
  stand: Stand,
  parent: Channel,
  { id, name, ownerId }: { id?: string; name: string; ownerId: string },
): Channel => {
  const channel: Channel = {
    id: id ?? stand.newId(),
    type: ChannelType.PublicThread,
    guildId: parent.guildId,
    name,
    topic: '',
    parentId: parent.id,
    position: 0,
    overwrites: [],
    recipients: [],
    ownerId,
    archived: false,
    lastMessageId: null,
    messages: new Map(),
  };
  stand.world.channels.set(channel.id, channel);
  stand.bus.emit({ type: 'channelCreated', channel });
  return channel;
};

/** Takes a channel away with its threads, messages and files. */
export const deleteChannel = (stand: Stand, channel: Channel): void => {
  for (const thread of threadsOf(stand.world, channel.id)) deleteChannel(stand, thread);
  stand.world.channels.delete(channel.id);
  for (const { message } of channel.messages.values()) dropFiles(stand, message.attachments);
  stand.bus.emit({ type: 'channelDeleted', channel });
};
