import type { Message } from 'discord.js';
import { renderNotice } from '../../render/discord/renderNotice.ts';
import { toOptions } from '../reply.ts';

/**
 * Tells a person who asked where the bot may not write why there is no answer, by direct message.
 * Where that is refused too there is nobody left to tell.
 */
export const tellForbidden = async (message: Message): Promise<void> => {
  const notice = renderNotice(
    `I may not write in ${message.inGuild() ? `#${message.channel.name}` : 'that channel'}. An admin of the server can give me the permission “Send Messages” there; or ask me here.`,
  );
  await message.author
    .send(toOptions(notice) as Parameters<typeof message.author.send>[0])
    .catch(() => {});
};
