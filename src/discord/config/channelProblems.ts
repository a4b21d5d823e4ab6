import { type Guild, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import { type ChannelSetting, readChannels } from '../../core/settings/channelSettings.ts';
import { readSettings, type Settings } from '../../core/settings/settings.ts';
import type { StoredSettings } from '../../core/settings/stored.ts';

const Flags = PermissionFlagsBits;

/** Permissions by the names that Discord shows. */
const NAMES = {
  'View Channel': Flags.ViewChannel,
  'Send Messages': Flags.SendMessages,
  'Send Messages in Threads': Flags.SendMessagesInThreads,
  'Create Public Threads': Flags.CreatePublicThreads,
  'Attach Files': Flags.AttachFiles,
  'Embed Links': Flags.EmbedLinks,
  'Read Message History': Flags.ReadMessageHistory,
} as const;
type Name = keyof typeof NAMES;

const ALWAYS: readonly Name[] = ['View Channel', 'Embed Links', 'Read Message History'];

/** What answering there takes. */
const neededIn = (
  channel: GuildBasedChannel,
  { place }: Pick<ChannelSetting, 'place'>,
  { pictures }: Settings,
): Name[] => {
  const always: Name[] = [...ALWAYS, ...(pictures === 'off' ? [] : ['Attach Files' as const])];
  // A forum holds posts alone, and posts are threads.
  if (channel.isThreadOnly()) return [...always, 'Send Messages in Threads'];
  return place === 'thread'
    ? [...always, 'Send Messages', 'Create Public Threads', 'Send Messages in Threads']
    : [...always, 'Send Messages'];
};

const problemIn = (
  guild: Guild,
  channelId: string,
  needed: (channel: GuildBasedChannel) => Name[],
): string[] => {
  const channel = guild.channels.cache.get(channelId);
  if (!channel) return [`A channel that is set here is gone (${channelId}).`];
  const { me } = guild.members;
  if (me === null) return [];
  const granted = channel.permissionsFor(me);
  const missing = needed(channel).filter((name) => !granted.has(NAMES[name]));
  return missing.length === 0
    ? []
    : [`<#${channelId}>: I lack ${missing.map((name) => `**${name}**`).join(', ')}.`];
};

/** What is amiss in the channels that are set: permissions that the bot lacks, channels gone. */
export const channelProblems = (guild: Guild, stored: StoredSettings): string[] => {
  const settings = readSettings(stored);
  const report = settings['report-channel'];
  return [
    ...readChannels(stored)
      .filter(({ mode }) => mode !== 'off')
      .flatMap((own) =>
        problemIn(guild, own.channelId, (channel) => neededIn(channel, own, settings)),
      ),
    ...(report === null
      ? []
      : problemIn(guild, report, () => ['View Channel', 'Send Messages', 'Embed Links'])),
  ];
};
