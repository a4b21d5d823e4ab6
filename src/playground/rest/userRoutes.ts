import { CreatePrivateChannelRequestSchema } from 'discord-api-spec/zod';
import {
  ApplicationFlags,
  type RESTPostAPICurrentUserCreateDMChannelJSONBody,
} from 'discord-api-types/v10';
import { toApiChannel, toApiGuild } from '../apiObjects.ts';
import { discordError } from '../discordError.ts';
import { guildPermissions } from '../permissions.ts';
import type { Stand } from '../stand.ts';
import { checkBody } from '../validation/checkBody.ts';
import type { Route } from './route.ts';

const flagsOf = (flags: number) => ({ flags, flags_new: String(flags) });

/** The bot's application as it sees itself. */
export const toApiApplication = ({ world, faults }: Stand) => ({
  id: world.applicationId,
  name: world.bot.global_name,
  icon: null,
  type: null,
  description: 'Does this treatment help that condition?',
  rpc_origins: [],
  bot_public: true,
  bot_require_code_grant: false,
  bot: world.bot,
  owner: world.users.get(world.guild.ownerId),
  team: null,
  verify_key: '0'.repeat(64),
  ...flagsOf(faults.refusesMessageContent ? 0 : ApplicationFlags.GatewayMessageContentLimited),
  hook: true,
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  approximate_guild_count: 1,
  approximate_user_install_count: 2,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
  eligible_oauth2_scopes: ['bot', 'applications.commands'],
  integration_types_config: { 0: {}, 1: {} },
});

/** The bot's own account, its gateway, and its direct messages. */
export const userRoutes = (stand: Stand): Route[] => {
  const { world } = stand;
  const gateway = () => ({ url: `ws://${stand.host()}/gateway` });
  return [
    { method: 'GET', path: '/gateway', isOpen: true, handle: gateway },
    {
      method: 'GET',
      path: '/gateway/bot',
      handle: () => ({
        ...gateway(),
        shards: 1,
        session_start_limit: {
          total: 1_000,
          remaining: 1_000,
          reset_after: 86_400_000,
          max_concurrency: 1,
        },
      }),
    },
    {
      method: 'GET',
      path: '/users/@me',
      handle: () => ({ ...world.bot, verified: true, mfa_enabled: false, flags: 0 }),
    },
    {
      method: 'GET',
      path: '/users/@me/guilds',
      handle: () => [
        {
          ...toApiGuild(world),
          owner: false,
          permissions: String(guildPermissions(world, world.bot.id)),
        },
      ],
    },
    {
      method: 'GET',
      path: '/users/:user',
      handle: ({ param }) => {
        const user = world.users.get(param('user'));
        if (!user) throw discordError('unknownUser');
        return user;
      },
    },
    {
      method: 'POST',
      path: '/users/@me/channels',
      handle: ({ body }) => {
        checkBody(CreatePrivateChannelRequestSchema, body);
        const { recipient_id } = body as RESTPostAPICurrentUserCreateDMChannelJSONBody;
        const direct = [...world.channels.values()].find(
          ({ guildId, recipients }) =>
            guildId === null &&
            recipients.includes(world.bot.id) &&
            recipients.includes(recipient_id) &&
            recipient_id !== world.bot.id,
        );
        if (!direct) throw discordError('cannotMessageUser');
        return toApiChannel(world, direct, world.bot.id);
      },
    },
    { method: 'GET', path: '/applications/@me', handle: () => toApiApplication(stand) },
    { method: 'GET', path: '/oauth2/applications/@me', handle: () => toApiApplication(stand) },
  ];
};
