import {
  type APIAttachment,
  ApplicationCommandOptionType,
  ComponentType,
} from 'discord-api-types/v10';
import { toApiChannel, toApiMemberAlone } from '../apiObjects.ts';
import { permissionsIn } from '../permissions.ts';
import type { Channel, World } from '../world.ts';

/** What the ids in an interaction stand for, as Discord sends it along. */
export type Resolved = {
  users?: Record<string, unknown>;
  members?: Record<string, unknown>;
  roles?: Record<string, unknown>;
  channels?: Record<string, unknown>;
  messages?: Record<string, unknown>;
  attachments?: Record<string, APIAttachment>;
};

const { User, Role, Mentionable, Channel: ChannelOption } = ApplicationCommandOptionType;
const { UserSelect, RoleSelect, MentionableSelect, ChannelSelect } = ComponentType;

/** The kinds of ids that a select menu's values are. */
export const OPTION_OF_SELECT: Readonly<Partial<Record<number, ApplicationCommandOptionType>>> = {
  [UserSelect]: User,
  [RoleSelect]: Role,
  [MentionableSelect]: Mentionable,
  [ChannelSelect]: ChannelOption,
};

/** Whether an id stands for something of that kind. */
export const isKnownId = (
  world: World,
  type: ApplicationCommandOptionType,
  id: string,
): boolean => {
  if (type === User) return world.users.has(id);
  if (type === Role) return world.roles.has(id);
  if (type === Mentionable) return world.users.has(id) || world.roles.has(id);
  return world.channels.has(id);
};

/** Adds to `resolved` what an id stands for, if its option is of a kind that stands for something. */
export const resolveId = (
  world: World,
  where: Channel,
  resolved: Resolved,
  type: ApplicationCommandOptionType,
  id: string,
): void => {
  if (type === User || type === Mentionable) {
    const user = world.users.get(id);
    if (user) resolved.users = { ...resolved.users, [id]: user };
    if (user && where.guildId !== null && world.members.has(id)) {
      const permissions = String(permissionsIn(world, where, id));
      resolved.members = {
        ...resolved.members,
        [id]: { ...toApiMemberAlone(world, id), permissions },
      };
    }
  }
  if (type === Role || type === Mentionable) {
    const role = world.roles.get(id);
    if (role) resolved.roles = { ...resolved.roles, [id]: role };
  }
  if (type === ChannelOption) {
    const channel = world.channels.get(id);
    if (channel) {
      const permissions = String(permissionsIn(world, channel, world.bot.id));
      resolved.channels = {
        ...resolved.channels,
        [id]: { ...toApiChannel(world, channel, world.bot.id), permissions },
      };
    }
  }
};
