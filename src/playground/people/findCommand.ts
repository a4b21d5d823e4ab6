import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationIntegrationType,
} from 'discord-api-types/v10';
import { contextOf } from '../interactions/openInteraction.ts';
import { permissionsIn } from '../permissions.ts';
import type { Stand } from '../stand.ts';
import type { Channel } from '../world.ts';
import { mayUseCommands } from './messageActions.ts';
import { PersonError } from './personError.ts';

const isOffered = (
  { world }: Stand,
  command: APIApplicationCommand,
  channel: Channel,
  userId: string,
): boolean => {
  const context = contextOf(world.bot.id, channel);
  if (command.guild_id !== undefined) return channel.guildId === command.guild_id;
  const contexts = command.contexts ?? [];
  const installs = command.integration_types ?? [];
  // Among people, where the bot is not, only an app of one's own can help.
  const needed = contexts.includes(context);
  const isPrivate = !channel.recipients.includes(world.bot.id) && channel.guildId === null;
  if (!needed || (isPrivate && !installs.includes(ApplicationIntegrationType.UserInstall))) {
    return false;
  }
  const wanted = command.default_member_permissions;
  if (channel.guildId === null || wanted === null || wanted === undefined) return true;
  const permissions = permissionsIn(world, channel, userId);
  const isAdmin = world.guild.ownerId === userId;
  return isAdmin || (wanted !== '0' && (permissions & BigInt(wanted)) === BigInt(wanted));
};

/** The commands Discord's client would offer a person in a channel. */
export const commandsFor = (
  stand: Stand,
  channel: Channel,
  userId: string,
): APIApplicationCommand[] =>
  mayUseCommands(stand, channel, userId)
    ? [...stand.world.commands.values()].filter((it) => isOffered(stand, it, channel, userId))
    : [];

type Wanted = {
  channel: Channel;
  userId: string;
  /** The name of a command, or its id. */
  command: string;
  type: ApplicationCommandType;
  forge?: boolean;
};

/** The command of that name or id; forged, also one that is not offered. */
export const findCommand = (stand: Stand, wanted: Wanted): APIApplicationCommand => {
  const { channel, userId, command, type, forge } = wanted;
  const all = forge ? [...stand.world.commands.values()] : commandsFor(stand, channel, userId);
  const found = all.find((it) => it.type === type && (it.id === command || it.name === command));
  if (found) return found;
  const shown = type === ApplicationCommandType.ChatInput ? `/${command}` : `"${command}"`;
  throw new PersonError(`There is no command ${shown} here.`);
};
