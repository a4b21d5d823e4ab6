import type { Message } from 'discord.js';
import { renderNotice } from '../../render/discord/renderNotice.ts';
import type { Wait } from '../limits/createLimits.ts';
import { wordWait } from '../limits/heldBack.ts';
import { toOptions } from '../reply.ts';

/** Tells once, without a ping, that a question has to wait. Where that is refused it is left at that. */
export const tellToWait = async (message: Message, wait: Wait): Promise<void> => {
  if (!wait.isNews) return;
  const notice = toOptions(renderNotice(wordWait(wait))) as Parameters<Message['reply']>[0];
  await message.reply(notice).catch(() => {});
};
