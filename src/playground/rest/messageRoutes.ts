import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from 'discord-api-spec/zod';
import {
  type APIMessage,
  MessageFlags,
  PermissionFlagsBits,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { discordError, invalidForm } from '../discordError.ts';
import { withoutContent } from '../gateway/intents.ts';
import { mergeAttachments } from '../messages/attachments.ts';
import { changeMessage, dropMessage, postMessage } from '../messages/storeMessages.ts';
import { channelForBot, may, mayDelete, requireOfBot, sendPermission } from '../permissions.ts';
import type { Stand } from '../stand.ts';
import { checkMessage, refuseIfEmpty } from '../validation/checkMessage.ts';
import type { Channel, StoredMessage } from '../world.ts';
import { CHANNELS_WITH_MESSAGES, listMessages } from './listMessages.ts';
import type { Route } from './route.ts';

const { AttachFiles, EmbedLinks, ReadMessageHistory } = PermissionFlagsBits;

/** How far back a nonce is looked for; Discord looks back some minutes. */
const NONCE_REACH = 100;

/** The message this one would be sent twice of. */
const findTwin = (
  channel: Channel,
  authorId: string,
  nonce: string | number | undefined,
): StoredMessage | null => {
  if (nonce === undefined || nonce === '') return null;
  return (
    [...channel.messages.values()]
      .slice(-NONCE_REACH)
      .find(({ message }) => message.author.id === authorId && message.nonce === nonce) ?? null
  );
};

/** Sending, reading, changing and deleting messages as the bot. */
export const messageRoutes = (stand: Stand): Route[] => {
  const { world, faults } = stand;

  const shown = (channel: Channel, message: APIMessage): APIMessage =>
    faults.refusesMessageContent && channel.guildId !== null
      ? withoutContent(world, message)
      : message;

  const messageOf = (channel: Channel, messageId: string): StoredMessage => {
    const stored = channel.messages.get(messageId);
    // Ephemeral messages are reached by their interaction's token alone.
    if (!stored || stored.onlyFor !== null) throw discordError('unknownMessage');
    return stored;
  };

  const repliedTo = (channel: Channel, body: RESTPostAPIChannelMessageJSONBody) => {
    const reference = body.message_reference;
    if (!reference) return null;
    if (!may(world, channel, world.bot.id, ReadMessageHistory)) {
      throw discordError('cannotReplyUnread');
    }
    const stored = channel.messages.get(reference.message_id);
    if (stored && stored.onlyFor === null) return stored.message;
    if (reference.fail_if_not_exists === false) return null;
    throw invalidForm([
      { path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
    ]);
  };

  const create: Route['handle'] = ({ param, body, uploads }) => {
    const channel = channelForBot(world, param('channel'));
    if (!CHANNELS_WITH_MESSAGES.has(channel.type)) throw discordError('notTextChannel');
    const form = checkMessage(
      MessageCreateRequestSchema,
      body,
    ) as RESTPostAPIChannelMessageJSONBody;
    requireOfBot(world, channel, sendPermission(channel));
    if (uploads.length > 0) requireOfBot(world, channel, AttachFiles);
    const replyTo = repliedTo(channel, form);
    const twin = form.enforce_nonce ? findTwin(channel, world.bot.id, form.nonce) : null;
    if (twin) return twin.message;
    // Discord drops embeds without a word where the bot may not embed.
    const embeds = may(world, channel, world.bot.id, EmbedLinks) ? form.embeds : [];
    refuseIfEmpty({ ...form, embeds }, uploads.length);
    const stored = postMessage(stand, channel, {
      author: world.bot,
      content: form.content,
      embeds,
      components: form.components,
      attachments: mergeAttachments(stand, channel.id, [], form.attachments, uploads),
      allowedMentions: form.allowed_mentions,
      flags: (form.flags ?? 0) & ~MessageFlags.Ephemeral,
      replyTo,
      nonce: form.nonce,
    });
    return stored.message;
  };

  const edit: Route['handle'] = ({ param, body, uploads }) => {
    const channel = channelForBot(world, param('channel'));
    const stored = messageOf(channel, param('message'));
    const form = checkMessage(
      MessageEditRequestPartialSchema,
      body,
    ) as RESTPatchAPIChannelMessageJSONBody;
    if (stored.message.author.id !== world.bot.id) throw discordError('notYourMessage');
    if (uploads.length > 0) requireOfBot(world, channel, AttachFiles);
    const mayEmbed = may(world, channel, world.bot.id, EmbedLinks);
    const attachments = mergeAttachments(
      stand,
      channel.id,
      stored.message.attachments,
      form.attachments,
      uploads,
    );
    const change = {
      content: form.content,
      embeds: form.embeds === undefined || mayEmbed ? form.embeds : [],
      components: form.components,
      allowedMentions: form.allowed_mentions,
      attachments,
      ...(form.flags == null ? {} : { flags: form.flags }),
    };
    refuseIfEmpty(
      {
        content: change.content === undefined ? stored.message.content : change.content,
        embeds: change.embeds === undefined ? stored.message.embeds : change.embeds,
        components: change.components === undefined ? stored.message.components : change.components,
        flags: change.flags ?? stored.message.flags,
      },
      attachments.length,
    );
    return changeMessage(stand, channel, stored, change).message;
  };

  return [
    { method: 'POST', path: '/channels/:channel/messages', handle: create },
    {
      method: 'GET',
      path: '/channels/:channel/messages',
      handle: ({ param, query }) => {
        const channel = channelForBot(world, param('channel'));
        if (!may(world, channel, world.bot.id, ReadMessageHistory)) return [];
        return listMessages(channel, query).map((message) => shown(channel, message));
      },
    },
    {
      method: 'GET',
      path: '/channels/:channel/messages/:message',
      handle: ({ param }) => {
        const channel = channelForBot(world, param('channel'));
        requireOfBot(world, channel, ReadMessageHistory);
        return shown(channel, messageOf(channel, param('message')).message);
      },
    },
    { method: 'PATCH', path: '/channels/:channel/messages/:message', handle: edit },
    {
      method: 'DELETE',
      path: '/channels/:channel/messages/:message',
      handle: ({ param }) => {
        const channel = channelForBot(world, param('channel'));
        const stored = messageOf(channel, param('message'));
        if (!mayDelete(world, channel, world.bot.id, stored.message.author.id)) {
          throw discordError(
            channel.guildId === null ? 'notForDirectMessages' : 'missingPermissions',
          );
        }
        dropMessage(stand, channel, stored);
      },
    },
  ];
};
