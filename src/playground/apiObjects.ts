import {
  type APIChannel,
  type APIGuildMember,
  type APIUser,
  ChannelType,
  type GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';
import { isThread } from './permissions.ts';
import { timeOfId } from './snowflake.ts';
import { type Channel, type StoredMessage, threadsOf, type World } from './world.ts';

/** A member as Discord sends it, without the user. */
export const toApiMemberAlone = (world: World, userId: string) => {
  const member = world.members.get(userId);
  return {
    nick: member?.nick ?? null,
    avatar: null,
    banner: null,
    roles: member?.roles ?? [],
    joined_at: member?.joinedAt ?? world.guild.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
};

export const toApiMember = (world: World, userId: string): APIGuildMember => ({
  ...toApiMemberAlone(world, userId),
  user: world.users.get(userId) as APIUser,
});

/** An id tells when it was made. */
const openedAt = (id: string): string => new Date(timeOfId(id)).toISOString();

const threadFields = (channel: Channel) => ({
  parent_id: channel.parentId,
  owner_id: channel.ownerId,
  message_count: channel.messages.size,
  member_count: 1,
  total_message_sent: channel.messages.size,
  thread_metadata: {
    archived: channel.archived,
    auto_archive_duration: 1_440,
    archive_timestamp: openedAt(channel.id),
    create_timestamp: openedAt(channel.id),
    locked: false,
  },
});

const guildFields = (channel: Channel) => ({
  topic: channel.topic,
  position: channel.position,
  parent_id: null,
  permission_overwrites: channel.overwrites,
  nsfw: false,
  ...(channel.type === ChannelType.GuildForum
    ? {
        available_tags: [],
        default_reaction_emoji: null,
        default_sort_order: null,
        default_forum_layout: 0,
      }
    : {}),
});

/** A channel as Discord sends it to `viewerId`, who is not among the recipients of a DM. */
export const toApiChannel = (world: World, channel: Channel, viewerId: string): APIChannel => {
  const common = {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.lastMessageId,
    flags: 0,
  };
  if (channel.guildId === null) {
    const recipients = channel.recipients.filter((id) => id !== viewerId);
    return { ...common, recipients: recipients.map((id) => world.users.get(id)) } as APIChannel;
  }
  return {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    rate_limit_per_user: 0,
    ...(isThread(channel) ? threadFields(channel) : guildFields(channel)),
  } as unknown as APIChannel;
};

/** A message as the gateway sends it: with where it is and the author's membership. */
export const toGatewayMessage = (
  world: World,
  channel: Channel,
  { message }: StoredMessage,
): GatewayMessageCreateDispatchData => {
  const isMember = message.webhook_id === undefined && world.members.has(message.author.id);
  return {
    ...message,
    channel_type: channel.type,
    ...(channel.guildId === null
      ? {}
      : {
          guild_id: channel.guildId,
          ...(isMember ? { member: toApiMemberAlone(world, message.author.id) } : {}),
        }),
  } as GatewayMessageCreateDispatchData;
};

const guildCore = (world: World) => ({
  id: world.guild.id,
  name: world.guild.name,
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: world.guild.ownerId,
  region: 'europe',
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  roles: [...world.roles.values()],
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: world.guild.systemChannelId,
  system_channel_flags: 0,
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: world.guild.locale,
  public_updates_channel_id: null,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  safety_alerts_channel_id: null,
  incidents_data: null,
  hub_type: null,
});

export const toApiGuild = (world: World) => ({
  ...guildCore(world),
  home_header: null,
  widget_enabled: false,
  widget_channel_id: null,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  nsfw: false,
  approximate_member_count: world.members.size,
  approximate_presence_count: world.members.size,
});

/** The guild as GUILD_CREATE tells it. Without the members intent only the bot itself is listed. */
export const toGatewayGuild = (world: World, withMembers: boolean) => {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId !== null);
  const tops = channels.filter((channel) => !isThread(channel));
  const shown = (channel: Channel) => toApiChannel(world, channel, world.bot.id);
  return {
    ...guildCore(world),
    joined_at: world.members.get(world.bot.id)?.joinedAt ?? world.guild.joinedAt,
    large: false,
    unavailable: false,
    member_count: world.members.size,
    voice_states: [],
    members: (withMembers ? [...world.members.keys()] : [world.bot.id]).map((id) =>
      toApiMember(world, id),
    ),
    channels: tops.map(shown),
    threads: tops.flatMap(({ id }) => threadsOf(world, id).map(shown)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
};
