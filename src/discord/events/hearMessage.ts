import type { Message } from 'discord.js';
import { questionOf } from '../../render/discord/messagePayload.ts';
import type { BotDeps } from '../botDeps.ts';
import { plainContent } from './plainContent.ts';

/** What a message says to the bot. */
export type Heard = {
  text: string;
  /** Whether it was said to the bot, or only in its hearing. */
  isAddressed: boolean;
  /** The question of the answer that it replies to; null where it replies to none. */
  previous: string | null;
};

const isFromPerson = ({ author, webhookId, system }: Message): boolean =>
  !author.bot && webhookId === null && !system;

/** The message replied to; null where there is none, or it is gone. */
const findReferenced = async (message: Message): Promise<Message | null> => {
  if (message.reference?.messageId === undefined) return null;
  return message.fetchReference().catch(() => null);
};

/**
 * What a message says to the bot: by mention, by reply, by direct message, or where it hears all.
 * Null where it is none of the bot's business.
 */
export const hearMessage = async (message: Message, deps: BotDeps): Promise<Heard | null> => {
  if (!isFromPerson(message)) return null;
  const { id: botId } = message.client.user;
  const isMentioned = new RegExp(`<@!?${botId}>`).test(message.content);
  const referenced = await findReferenced(message);
  const isReplyToBot = referenced?.author.id === botId;
  const text = plainContent(message.content);
  if (!message.inGuild() || isMentioned || isReplyToBot) {
    // "@Caveat" in reply to somebody's claim asks about that claim.
    const isPointing = text === '' && referenced !== null && !isReplyToBot;
    const [embed] = isReplyToBot ? referenced.embeds : [];
    return {
      text: isPointing ? plainContent(referenced.content) : text,
      isAddressed: true,
      previous: embed ? questionOf(embed.data) : null,
    };
  }
  const parentId = message.channel.isThread() ? message.channel.parentId : null;
  if (text === '' || !deps.hearsAll(message.channelId, parentId)) return null;
  // Said to somebody else.
  if (/^<@!?\d+>/.test(message.content)) return null;
  return { text, isAddressed: false, previous: null };
};
