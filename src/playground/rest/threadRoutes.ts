import {
  CreateForumThreadRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
  MessageCreateRequestSchema,
} from 'discord-api-spec/zod';
import {
  ChannelType,
  PermissionFlagsBits,
  type RESTPostAPIChannelThreadsJSONBody,
} from 'discord-api-types/v10';
import { toApiChannel } from '../apiObjects.ts';
import { openThread } from '../channels.ts';
import { discordError } from '../discordError.ts';
import { mergeAttachments } from '../messages/attachments.ts';
import { postMessage } from '../messages/storeMessages.ts';
import { channelForBot, requireOfBot } from '../permissions.ts';
import type { Stand } from '../stand.ts';
import { checkBody } from '../validation/checkBody.ts';
import { checkMessage, type MessageForm, refuseIfEmpty } from '../validation/checkMessage.ts';
import type { BotRequest, Route } from './route.ts';

const { CreatePublicThreads, SendMessages } = PermissionFlagsBits;

/** Starting threads: from a message, without one, and as a post in a forum. */
export const threadRoutes = (stand: Stand): Route[] => {
  const { world } = stand;

  const fromMessage = ({ param, body }: BotRequest) => {
    const channel = channelForBot(world, param('channel'));
    if (channel.type !== ChannelType.GuildText) throw discordError('wrongChannelType');
    checkBody(CreateTextThreadWithMessageRequestSchema, body);
    requireOfBot(world, channel, CreatePublicThreads);
    const id = param('message');
    const stored = channel.messages.get(id);
    if (!stored || stored.onlyFor !== null) throw discordError('unknownMessage');
    if (world.channels.has(id)) throw discordError('threadExists');
    const { name } = body as { name: string };
    const thread = openThread(stand, channel, { id, name, ownerId: world.bot.id });
    return toApiChannel(world, thread, world.bot.id);
  };

  const asPost = ({ param, body, uploads }: BotRequest) => {
    const forum = channelForBot(world, param('channel'));
    checkBody(CreateForumThreadRequestSchema, body);
    requireOfBot(world, forum, SendMessages);
    const { name, message } = body as { name: string; message: MessageForm };
    const form = checkMessage(MessageCreateRequestSchema, message);
    refuseIfEmpty(form, uploads.length);
    const thread = openThread(stand, forum, { name, ownerId: world.bot.id });
    const attachments = mergeAttachments(stand, thread.id, [], form.attachments, uploads);
    const stored = postMessage(stand, thread, {
      author: world.bot,
      content: form.content,
      embeds: form.embeds,
      components: form.components as never,
      allowedMentions: form.allowed_mentions,
      attachments,
    });
    return { ...toApiChannel(world, thread, world.bot.id), message: stored.message };
  };

  const alone = (request: BotRequest) => {
    const channel = channelForBot(world, request.param('channel'));
    if (channel.type === ChannelType.GuildForum) return asPost(request);
    if (channel.type !== ChannelType.GuildText) throw discordError('wrongChannelType');
    checkBody(CreateTextThreadWithoutMessageRequestSchema, request.body);
    requireOfBot(world, channel, CreatePublicThreads);
    const { name } = request.body as RESTPostAPIChannelThreadsJSONBody;
    const thread = openThread(stand, channel, { name, ownerId: world.bot.id });
    return toApiChannel(world, thread, world.bot.id);
  };

  return [
    {
      method: 'POST',
      path: '/channels/:channel/messages/:message/threads',
      status: 201,
      handle: fromMessage,
    },
    { method: 'POST', path: '/channels/:channel/threads', status: 201, handle: alone },
  ];
};
