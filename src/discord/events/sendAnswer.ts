import {
  type Message,
  type MessageCreateOptions,
  type MessageEditOptions,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Answer } from '../../core/domain/answer.ts';
import type { Reply } from '../../ports/replyStore.ts';
import { renderAnswer } from '../../render/discord/renderAnswer.ts';
import { renderNotice } from '../../render/discord/renderNotice.ts';
import { renderPlain } from '../../render/discord/renderPlain.ts';
import type { BotDeps } from '../botDeps.ts';
import type { Here } from '../here.ts';
import { pictureOfAnswer } from '../pictures/wantedPicture.ts';
import { isRefusal, toOptions, withPicture } from '../reply.ts';
import { topicOff } from '../topicOff.ts';
import { threadName } from './ourThread.ts';

/** "Cannot reply without permission to read message history". */
const NO_HISTORY = 160_002;
/** "A thread has already been created for this message". */
const HAS_THREAD = 160_004;

const { AttachFiles, CreatePublicThreads, EmbedLinks, SendMessagesInThreads } = PermissionFlagsBits;

const may = (message: Message, permissions: bigint): boolean => {
  if (!message.inGuild()) return true;
  const me = message.guild.members.me;
  return me === null || message.channel.permissionsFor(me).has(permissions);
};

type Deps = Pick<BotDeps, 'caveat' | 'pictures' | 'inHand'>;

/** An answer as this channel lets it be shown: as an embed, or as plain text; with its picture. */
const composeFor = (message: Message, answer: Answer, here: Here, deps: Deps) => {
  const off = topicOff(answer, here);
  if (off !== null) return { plain: toOptions(renderNotice(off)), wanted: null };
  const plain = toOptions(
    may(message, EmbedLinks)
      ? renderAnswer(answer, { askerId: message.author.id, interactive: true, ...here.manner })
      : renderPlain(answer, here.manner),
  );
  return {
    plain,
    wanted: may(message, AttachFiles) ? pictureOfAnswer(answer, here, deps) : null,
  };
};

/** Whether the channel, or our message, is gone: nothing is left to do. */
export const isGone = (error: unknown): boolean =>
  isRefusal(error, [RESTJSONErrorCodes.UnknownChannel, RESTJSONErrorCodes.UnknownMessage]);

/** Whether we may not write here. */
export const isForbidden = (error: unknown): boolean =>
  isRefusal(error, [RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.MissingPermissions]);

/** Opens a thread from the message and answers there; null where that cannot be. */
const sendInThread = async (
  message: Message,
  name: string,
  options: MessageCreateOptions,
): Promise<Message | null> => {
  const { channel } = message;
  const canHold = message.inGuild() && !channel.isThread() && !channel.isVoiceBased();
  if (!canHold || !may(message, CreatePublicThreads | SendMessagesInThreads)) return null;
  try {
    const thread = await message.startThread({
      name,
      autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
    });
    return await thread.send(options);
  } catch (error) {
    // What has changed since the permissions were known: the channel itself is left.
    if (isForbidden(error) || isRefusal(error, [HAS_THREAD])) return null;
    throw error;
  }
};

const replyTo = async (message: Message, options: MessageCreateOptions): Promise<Message> => {
  try {
    return await message.reply({ ...options, failIfNotExists: false });
  } catch (error) {
    if (!isRefusal(error, [NO_HISTORY]) || !message.channel.isSendable()) throw error;
    return message.channel.send(options);
  }
};

/**
 * Answers a message without a ping: by a reply, where replies are refused in the channel, or in a
 * thread where the server has it so.
 * @returns our message
 * @throws DiscordAPIError where it may not write there, or the channel is gone.
 */
export const sendAnswer = async (
  message: Message,
  answer: Answer,
  here: Here,
  deps: Deps,
): Promise<Message> => {
  const { plain, wanted } = composeFor(message, answer, here, deps);
  const file = deps.pictures.ready(wanted);
  const options = withPicture(plain, file) as MessageCreateOptions;
  const inThread =
    here.place === 'thread' ? await sendInThread(message, threadName(answer), options) : null;
  const sent = inThread ?? (await replyTo(message, options));
  if (file === null && wanted !== null)
    void deps.inHand.run(() =>
      deps.pictures.addLate(sent.id, wanted, (late) => {
        const { embeds, files } = withPicture(plain, late);
        return sent.edit({ embeds, files });
      }),
    );
  return sent;
};

/** The channel that our answer stands in: that of the message, or its thread. */
export const channelOf = async (
  { channel, client }: Pick<Message, 'channel' | 'client'>,
  { channelId }: Reply,
): Promise<Message['channel']> => {
  if (channelId === channel.id) return channel;
  const other = await client.channels.fetch(channelId);
  return other?.isTextBased() ? (other as Message['channel']) : channel;
};

/** Changes our answer to another. */
export const changeAnswer = async (
  message: Message,
  reply: Reply,
  { answer, here }: { answer: Answer; here: Here },
  deps: Deps,
): Promise<void> => {
  const { replyId } = reply;
  const channel = await channelOf(message, reply);
  const { plain, wanted } = composeFor(message, answer, here, deps);
  const file = deps.pictures.ready(wanted);
  await deps.pictures.overtake(replyId);
  await channel.messages.edit(replyId, {
    content: '',
    ...withPicture(plain, file),
    // The picture of the answer before is none of this one's.
    attachments: [],
  } as MessageEditOptions);
  if (file === null && wanted !== null)
    void deps.inHand.run(() =>
      deps.pictures.addLate(replyId, wanted, (late) => {
        const { embeds, files } = withPicture(plain, late);
        return channel.messages.edit(replyId, { embeds, files });
      }),
    );
};
