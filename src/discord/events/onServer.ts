import { type Guild, PermissionFlagsBits } from 'discord.js';
import { faultOf } from '../../ports/faultOf.ts';
import { renderGreeting } from '../../render/discord/renderGreeting.ts';
import type { BotDeps } from '../botDeps.ts';
import { toOptions } from '../reply.ts';

/** Says once what it does, where the server says that bots may: in its system channel. */
const greet = async ({ systemChannel, members }: Guild): Promise<void> => {
  const me = members.me;
  if (!systemChannel || !me) return;
  const may = systemChannel.permissionsFor(me);
  if (!may.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages])) return;
  await systemChannel.send(toOptions(renderGreeting()) as Parameters<typeof systemChannel.send>[0]);
};

/** The bot was added to a server: it greets, unless it is only back. */
export const onServerJoined = async (guild: Guild, deps: BotDeps): Promise<void> => {
  try {
    const { isBack } = await deps.guilds.joined(guild.id);
    deps.logger.info({ isBack }, 'added to a server');
    if (!isBack) await greet(guild);
  } catch (error) {
    deps.logger.warn({ fault: faultOf(error) }, 'a server could not be greeted');
  }
};

/** The bot was removed: what is stored of the server is erased, unless it returns in time. */
export const onServerLeft = async (guild: Guild, deps: BotDeps): Promise<void> => {
  try {
    await deps.guilds.left(guild.id);
    deps.logger.info({}, 'removed from a server');
  } catch (error) {
    // The daily round finds it missing, and tries again.
    deps.logger.warn({ fault: faultOf(error) }, 'a removal could not be noted');
  }
};
