import {
  type APIOverwrite,
  type APIRole,
  type APIUser,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
  type UserFlags,
} from 'discord-api-types/v10';
import { seedId } from './snowflake.ts';
import type { Channel, Member, World } from './world.ts';

/** The ids of all that is there from the start. */
export const SEEDED = {
  application: seedId(1),
  bot: seedId(1),
  guild: seedId(2),
  users: { admin: seedId(10), member: seedId(11), otherBot: seedId(12) },
  roles: { everyone: seedId(2), bot: seedId(20), admin: seedId(21), helpers: seedId(22) },
  channels: {
    ask: seedId(30),
    general: seedId(31),
    readOnly: seedId(32),
    noEmbeds: seedId(33),
    noHistory: seedId(34),
    thread: seedId(35),
    forum: seedId(36),
    post: seedId(37),
  },
  direct: { admin: seedId(40), member: seedId(41), between: seedId(42) },
} as const;

const JOINED = '2026-01-05T09:00:00.000Z';
const P = PermissionFlagsBits;
const EVERYONE_MAY =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.CreatePublicThreads |
  P.EmbedLinks |
  P.AttachFiles |
  P.AddReactions |
  P.ReadMessageHistory |
  P.UseApplicationCommands |
  P.UseExternalEmojis |
  P.UseExternalApps;

const makeUser = (id: string, username: string, name: string, isBot: boolean): APIUser => ({
  id,
  username,
  global_name: name,
  discriminator: '0',
  avatar: null,
  bot: isBot,
  system: false,
  banner: null,
  accent_color: null,
  public_flags: 0 as UserFlags,
  flags: 0 as UserFlags,
  avatar_decoration_data: null,
  collectibles: null,
  primary_guild: null,
});

const makeRole = (id: string, name: string, position: number, permissions: bigint): APIRole => ({
  id,
  name,
  position,
  permissions: String(permissions),
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  managed: id === SEEDED.roles.bot,
  mentionable: false,
  flags: 0 as APIRole['flags'],
  ...(id === SEEDED.roles.bot ? { tags: { bot_id: SEEDED.bot } } : {}),
});

/** The overwrite that takes permissions from the bot alone. */
const botLacks = (permissions: bigint): APIOverwrite[] => [
  { id: SEEDED.roles.bot, type: OverwriteType.Role, allow: '0', deny: String(permissions) },
];

type ChannelSeed = Pick<Channel, 'id' | 'type' | 'name'> & Partial<Channel>;

const makeChannel = (seed: ChannelSeed, position: number): Channel => ({
  guildId: SEEDED.guild,
  topic: '',
  parentId: null,
  position,
  overwrites: [],
  recipients: [],
  ownerId: null,
  archived: false,
  lastMessageId: null,
  messages: new Map(),
  ...seed,
});

const { users, channels, direct } = SEEDED;
const CHANNELS: readonly ChannelSeed[] = [
  { id: channels.ask, type: ChannelType.GuildText, name: 'ask-caveat', topic: 'Ask Caveat here' },
  { id: channels.general, type: ChannelType.GuildText, name: 'general', topic: 'Anything' },
  {
    id: channels.readOnly,
    type: ChannelType.GuildText,
    name: 'read-only',
    topic: 'Caveat may not write here',
    overwrites: botLacks(P.SendMessages),
  },
  {
    id: channels.noEmbeds,
    type: ChannelType.GuildText,
    name: 'no-embeds',
    topic: 'Caveat may not embed here',
    overwrites: botLacks(P.EmbedLinks),
  },
  {
    id: channels.noHistory,
    type: ChannelType.GuildText,
    name: 'no-history',
    topic: 'Caveat may not read older messages here',
    overwrites: botLacks(P.ReadMessageHistory),
  },
  {
    id: channels.thread,
    type: ChannelType.PublicThread,
    name: 'a-thread',
    parentId: channels.general,
    ownerId: users.admin,
  },
  { id: channels.forum, type: ChannelType.GuildForum, name: 'forum', topic: 'One post a question' },
  {
    id: channels.post,
    type: ChannelType.PublicThread,
    name: 'A post',
    parentId: channels.forum,
    ownerId: users.member,
  },
  ...(
    [
      [direct.admin, [users.admin, SEEDED.bot]],
      [direct.member, [users.member, SEEDED.bot]],
      [direct.between, [users.admin, users.member]],
    ] as const
  ).map(([id, recipients]) => ({ id, type: ChannelType.DM, name: '', guildId: null, recipients })),
];

const makeMember = (userId: string, roles: string[]): Member => ({
  userId,
  roles,
  nick: null,
  joinedAt: JOINED,
});

const keyed = <T, K>(items: readonly T[], key: (item: T) => K): Map<K, T> =>
  new Map(items.map((item) => [key(item), item]));

/** The guild, people, channels and roles everything starts with. */
export const seedWorld = (): World => {
  const bot = makeUser(SEEDED.bot, 'caveat', 'Caveat', true);
  return {
    applicationId: SEEDED.application,
    bot,
    guild: {
      id: SEEDED.guild,
      name: 'Caveat playground',
      ownerId: users.admin,
      locale: 'en-GB',
      joinedAt: JOINED,
      systemChannelId: channels.general,
    },
    roles: keyed(
      [
        makeRole(SEEDED.roles.everyone, '@everyone', 0, EVERYONE_MAY),
        makeRole(SEEDED.roles.bot, 'Caveat', 1, EVERYONE_MAY),
        makeRole(SEEDED.roles.admin, 'Admins', 2, EVERYONE_MAY | P.Administrator),
        makeRole(SEEDED.roles.helpers, 'Helpers', 3, EVERYONE_MAY),
      ],
      (role) => role.id,
    ),
    users: keyed(
      [
        bot,
        makeUser(users.admin, 'alex', 'Alex', false),
        makeUser(users.member, 'sam', 'Sam', false),
        makeUser(users.otherBot, 'otherbot', 'Another bot', true),
      ],
      (user) => user.id,
    ),
    members: keyed(
      [
        makeMember(SEEDED.bot, [SEEDED.roles.bot]),
        makeMember(users.admin, [SEEDED.roles.admin]),
        makeMember(users.member, []),
        makeMember(users.otherBot, []),
      ],
      (member) => member.userId,
    ),
    channels: keyed(CHANNELS.map(makeChannel), (channel) => channel.id),
    commands: new Map(),
    files: new Map(),
  };
};
