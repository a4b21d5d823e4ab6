import type { Message } from 'discord.js';
import { questionOf } from '../../render/discord/messagePayload.ts';
import type { BotDeps } from '../botDeps.ts';
import { type Here, hereOf } from '../here.ts';
import { isOurThread, questionAbove } from './ourThread.ts';
import { plainContent } from './plainContent.ts';

/** What a message says to the bot. */
export type Heard = {
  text: string;
  /** Whether it was said to the bot, or only in its hearing. */
  isAddressed: boolean;
  /** The question of the answer that it replies to, or that its thread is about; else null. */
  previous: string | null;
  /** How answers are given there. */
  here: Here;
};

const isFromPerson = ({ author, webhookId, system }: Message): boolean =>
  !author.bot && webhookId === null && !system;

/** The message replied to; null where there is none, or it is gone. */
const findReferenced = async (message: Message): Promise<Message | null> => {
  if (message.reference?.messageId === undefined) return null;
  return message.fetchReference().catch(() => null);
};

/** What is said in the hearing of the bot, to nobody in particular. */
const overhear = async (
  message: Message,
  { text, here, isReply }: { text: string; here: Here; isReply: boolean },
): Promise<Heard | null> => {
  // Said to somebody else.
  if (text === '' || /^<@!?\d+>/.test(message.content)) return null;
  const heard = { text, isAddressed: false, here };
  // Its own thread is about its answer; people who reply to each other there talk among themselves.
  if (isOurThread(message))
    return isReply ? null : { ...heard, previous: await questionAbove(message) };
  return here.mode === 'all' ? { ...heard, previous: null } : null;
};

/**
 * What a message says to the bot: by mention, by reply, by direct message, in a thread of its own,
 * or where it hears all. Null where it is none of the bot's business.
 */
export const hearMessage = async (message: Message, deps: BotDeps): Promise<Heard | null> => {
  if (!isFromPerson(message)) return null;
  const here = await hereOf(message, deps);
  if (here.mode === 'off') return null;
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
      here,
    };
  }
  return overhear(message, { text, here, isReply: referenced !== null });
};
