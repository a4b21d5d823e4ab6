import {
  type Message,
  type MessageCreateOptions,
  type MessageEditOptions,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Answer } from '../../core/domain/answer.ts';
import { renderAnswer } from '../../render/discord/renderAnswer.ts';
import { renderPlain } from '../../render/discord/renderPlain.ts';
import { isRefusal, toOptions } from '../reply.ts';

/** "Cannot reply without permission to read message history". */
const NO_HISTORY = 160_002;

const mayEmbed = (message: Message): boolean => {
  if (!message.inGuild()) return true;
  const me = message.guild.members.me;
  return me === null || message.channel.permissionsFor(me).has(PermissionFlagsBits.EmbedLinks);
};

/** An answer as this channel lets it be shown: as an embed, or as plain text. */
export const optionsFor = (message: Message, answer: Answer): MessageCreateOptions =>
  toOptions(
    mayEmbed(message)
      ? renderAnswer(answer, { askerId: message.author.id, interactive: true })
      : renderPlain(answer),
  ) as MessageCreateOptions;

/**
 * Replies to a message without a ping; where replies are refused it writes to the channel.
 * @returns our message
 * @throws DiscordAPIError where it may not write there, or the channel is gone.
 */
export const sendAnswer = async (message: Message, answer: Answer): Promise<Message> => {
  const options = optionsFor(message, answer);
  try {
    return await message.reply({ ...options, failIfNotExists: false });
  } catch (error) {
    if (!isRefusal(error, [NO_HISTORY]) || !message.channel.isSendable()) throw error;
    return message.channel.send(options);
  }
};

/** Whether the channel, or our message, is gone: nothing is left to do. */
export const isGone = (error: unknown): boolean =>
  isRefusal(error, [RESTJSONErrorCodes.UnknownChannel, RESTJSONErrorCodes.UnknownMessage]);

/** Whether we may not write here. */
export const isForbidden = (error: unknown): boolean =>
  isRefusal(error, [RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.MissingPermissions]);

/** Changes our answer to another. */
export const changeAnswer = async (
  message: Message,
  replyId: string,
  answer: Answer,
): Promise<void> => {
  await message.channel.messages.edit(replyId, {
    content: '',
    ...optionsFor(message, answer),
  } as MessageEditOptions);
};
