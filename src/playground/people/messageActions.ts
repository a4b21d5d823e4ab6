import {
  AllowedMentionsTypes,
  type APIMessage,
  type APIUser,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { mergeAttachments, type Upload } from '../messages/attachments.ts';
import { changeMessage, dropMessage, postMessage } from '../messages/storeMessages.ts';
import { canSee, may, mayDelete, sendPermission } from '../permissions.ts';
import type { PageMessage } from '../protocol.ts';
import { CHANNELS_WITH_MESSAGES } from '../rest/listMessages.ts';
import type { Stand } from '../stand.ts';
import type { Channel, StoredMessage } from '../world.ts';
import { PersonError } from './personError.ts';
import { toPageMessage } from './see.ts';

const MAX_CONTENT = 2_000;

export type PersonFile = { name: string; type: string; body: Uint8Array };

export type SendMessage = {
  userId: string;
  channelId: string;
  content: string;
  /** The id of the message answered. */
  replyTo?: string | null;
  /** Whether the reply pings its author; Discord's client does unless told otherwise. */
  isReplyQuiet?: boolean;
  /** Written by a webhook rather than by the user. */
  asWebhook?: boolean;
  files?: readonly PersonFile[];
  embeds?: APIMessage['embeds'];
  components?: NonNullable<APIMessage['components']>;
};

export type MessageActions = {
  sendMessage: (action: SendMessage) => PageMessage;
  editMessage: (action: {
    userId: string;
    channelId: string;
    messageId: string;
    content: string;
  }) => PageMessage;
  deleteMessage: (action: { userId: string; channelId: string; messageId: string }) => void;
  startTyping: (action: { userId: string; channelId: string }) => void;
};

/** The channel, for somebody who can see it. */
export const channelFor = (stand: Stand, userId: string, channelId: string): Channel => {
  const channel = stand.world.channels.get(channelId);
  if (!channel || !canSee(stand.world, channel, userId)) {
    throw new PersonError('There is no such channel for you.');
  }
  return channel;
};

/** The message, for somebody who can see it. */
export const messageFor = (channel: Channel, userId: string, messageId: string): StoredMessage => {
  const stored = channel.messages.get(messageId);
  if (!stored || (stored.onlyFor !== null && stored.onlyFor !== userId)) {
    throw new PersonError('That message is not there any more.');
  }
  return stored;
};

const toUploads = (files: readonly PersonFile[]): Upload[] =>
  files.map((file, index) => ({ number: String(index), ...file }));

/** A webhook writes under a name of its own, and is no member. */
const webhookAuthor = (stand: Stand): APIUser => ({
  id: stand.newId(),
  username: 'A webhook',
  global_name: null,
  discriminator: '0000',
  avatar: null,
  bot: true,
});

/** What people do with messages. Another bot writes as itself, by its own user id. */
export const messageActions = (stand: Stand): MessageActions => ({
  sendMessage: ({ userId, channelId, content, replyTo, isReplyQuiet, asWebhook, ...rest }) => {
    const { world } = stand;
    const author = world.users.get(userId);
    if (!author) throw new PersonError('There is no such person.');
    const channel = channelFor(stand, userId, channelId);
    const files = rest.files ?? [];
    if (!CHANNELS_WITH_MESSAGES.has(channel.type)) {
      throw new PersonError('A forum holds posts. Open a post to write in it.');
    }
    if (!may(world, channel, userId, sendPermission(channel))) {
      throw new PersonError('You may not write in this channel.');
    }
    if (content.trim() === '' && files.length === 0 && !rest.embeds?.length) {
      throw new PersonError('Write something first.');
    }
    if (content.length > MAX_CONTENT) {
      throw new PersonError(`A message holds up to ${MAX_CONTENT} characters.`);
    }
    const replied = replyTo ? messageFor(channel, userId, replyTo).message : null;
    const webhook = asWebhook ? webhookAuthor(stand) : null;
    const { Everyone, Role, User } = AllowedMentionsTypes;
    return toPageMessage(
      postMessage(stand, channel, {
        author: webhook ?? author,
        content,
        replyTo: replied,
        attachments: mergeAttachments(stand, channel.id, [], [], toUploads(files)),
        ...(rest.embeds ? { embeds: rest.embeds } : {}),
        ...(rest.components ? { components: rest.components } : {}),
        allowedMentions: { parse: [Everyone, Role, User], replied_user: !isReplyQuiet },
        ...(webhook ? { webhookId: webhook.id } : {}),
      }),
    );
  },

  editMessage: ({ userId, channelId, messageId, content }) => {
    const channel = channelFor(stand, userId, channelId);
    const stored = messageFor(channel, userId, messageId);
    if (stored.message.author.id !== userId) {
      throw new PersonError('You can edit your own messages only.');
    }
    if (content.trim() === '') throw new PersonError('Write something, or delete the message.');
    if (content.length > MAX_CONTENT) {
      throw new PersonError(`A message holds up to ${MAX_CONTENT} characters.`);
    }
    return toPageMessage(changeMessage(stand, channel, stored, { content }));
  },

  deleteMessage: ({ userId, channelId, messageId }) => {
    const channel = channelFor(stand, userId, channelId);
    const stored = messageFor(channel, userId, messageId);
    // Anybody may dismiss what only they see.
    const isOwn = stored.onlyFor === userId;
    if (!isOwn && !mayDelete(stand.world, channel, userId, stored.message.author.id)) {
      throw new PersonError('You can delete your own messages only.');
    }
    dropMessage(stand, channel, stored);
  },

  startTyping: ({ userId, channelId }) => {
    const channel = channelFor(stand, userId, channelId);
    stand.bus.emit({ type: 'typing', channel, userId });
  },
});

/** Whether a person may use commands in a channel. */
export const mayUseCommands = (stand: Stand, channel: Channel, userId: string): boolean =>
  may(stand.world, channel, userId, PermissionFlagsBits.UseApplicationCommands);
