import { OverwriteType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { discordError } from './discordError.ts';
import type { Channel, World } from './world.ts';

const ALL = Object.values(P).reduce((all, bit) => all | bit, 0n);
const IN_DIRECT =
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.AddReactions |
  P.MentionEveryone |
  P.UseExternalEmojis |
  P.UseApplicationCommands |
  P.UseExternalApps;

/** What a user's roles allow, whatever the channel. */
export const guildPermissions = (world: World, userId: string): bigint => {
  if (world.guild.ownerId === userId) return ALL;
  const member = world.members.get(userId);
  if (!member) return 0n;
  const ofRoles = [world.guild.id, ...member.roles].reduce(
    (sum, roleId) => sum | BigInt(world.roles.get(roleId)?.permissions ?? 0),
    0n,
  );
  return (ofRoles & P.Administrator) !== 0n ? ALL : ofRoles;
};

/** What a user may do in a channel, by Discord's rules: roles, then overwrites in their order. */
export const permissionsIn = (world: World, channel: Channel, userId: string): bigint => {
  if (channel.guildId === null) return channel.recipients.includes(userId) ? IN_DIRECT : 0n;
  const base = guildPermissions(world, userId);
  const member = world.members.get(userId);
  if (base === ALL || !member) return base;
  // A thread has no overwrites of its own.
  const parent = channel.parentId === null ? channel : world.channels.get(channel.parentId);
  const overwrites = (parent ?? channel).overwrites;
  const everyone = overwrites.filter(({ id }) => id === world.guild.id);
  const ofRoles = overwrites.filter(
    ({ id, type }) =>
      type === OverwriteType.Role && id !== world.guild.id && member.roles.includes(id),
  );
  const own = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === userId);
  let permissions = base;
  for (const group of [everyone, ofRoles, own]) {
    const deny = group.reduce((sum, overwrite) => sum | BigInt(overwrite.deny), 0n);
    const allow = group.reduce((sum, overwrite) => sum | BigInt(overwrite.allow), 0n);
    permissions = (permissions & ~deny) | allow;
  }
  return (permissions & P.ViewChannel) === 0n ? 0n : permissions;
};

export const may = (world: World, channel: Channel, userId: string, permission: bigint): boolean =>
  (permissionsIn(world, channel, userId) & permission) === permission;

/** Writing in a thread is a permission of its own. */
export const sendPermission = (channel: Channel): bigint =>
  isThread(channel) ? P.SendMessagesInThreads : P.SendMessages;

export const isThread = (channel: Channel): boolean =>
  channel.parentId !== null && channel.guildId !== null;

export const canSee = (world: World, channel: Channel, userId: string): boolean =>
  may(world, channel, userId, P.ViewChannel);

/** The channel, if the bot may see it; else Discord's own refusals. */
export const channelForBot = (world: World, channelId: string): Channel => {
  const channel = world.channels.get(channelId);
  if (!channel) throw discordError('unknownChannel');
  if (!canSee(world, channel, world.bot.id)) throw discordError('missingAccess');
  return channel;
};

/** Throws what Discord says to a bot that lacks the permission. */
export const requireOfBot = (world: World, channel: Channel, permission: bigint): void => {
  if (!may(world, channel, world.bot.id, permission)) throw discordError('missingPermissions');
};

/** Whether a user may delete a message that somebody wrote in a channel. */
export const mayDelete = (
  world: World,
  channel: Channel,
  userId: string,
  authorId: string,
): boolean =>
  userId === authorId ||
  (channel.guildId !== null && may(world, channel, userId, P.ManageMessages));
