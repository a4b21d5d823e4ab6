import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';

export type ClientOptions = {
  /** Address of Discord's API, such as a proxy's or the playground's; null for Discord's own. */
  apiUrl: string | null;
  /** Whether to ask for the Message Content intent, which an admin must allow. */
  messageContent: boolean;
};

const MESSAGE_LIFETIME_S = 60 * 60;
/** Enough to know what a person replies to; older ones are fetched. */
const MESSAGES_KEPT = 50;

/** A client with the least intents for its work, and caches that cannot grow without bound. */
export const createClient = ({ apiUrl, messageContent }: ClientOptions): Client =>
  new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    // Direct messages come from channels not seen before; edits and deletions from old messages.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES_KEPT,
      GuildMemberManager: {
        maxSize: 200,
        keepOverLimit: (member) => member.id === member.client.user.id,
      },
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user.id },
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      AutoModerationRuleManager: 0,
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      messages: { interval: MESSAGE_LIFETIME_S / 2, lifetime: MESSAGE_LIFETIME_S },
    },
    // Another address keeps the limits itself, as proxies of the API do.
    ...(apiUrl === null ? {} : { rest: { api: apiUrl, globalRequestsPerSecond: Infinity } }),
  });
