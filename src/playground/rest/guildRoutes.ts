import { toApiChannel, toApiGuild, toApiMember } from '../apiObjects.ts';
import { discordError } from '../discordError.ts';
import { isThread } from '../permissions.ts';
import type { Stand } from '../stand.ts';
import type { BotRequest, Route } from './route.ts';

const MAX_MEMBERS = 1_000;

/** What a bot may ask of the guild. */
export const guildRoutes = ({ world }: Stand): Route[] => {
  const inGuild =
    <T>(answer: (request: BotRequest) => T) =>
    (request: BotRequest): T => {
      if (request.param('guild') !== world.guild.id || !world.members.has(world.bot.id))
        throw discordError('missingAccess');
      return answer(request);
    };
  const guildChannels = () => [...world.channels.values()].filter((it) => it.guildId !== null);
  const shown = (channel: ReturnType<typeof guildChannels>[number]) =>
    toApiChannel(world, channel, world.bot.id);
  return [
    { method: 'GET', path: '/guilds/:guild', handle: inGuild(() => toApiGuild(world)) },
    {
      method: 'GET',
      path: '/guilds/:guild/channels',
      handle: inGuild(() =>
        guildChannels()
          .filter((it) => !isThread(it))
          .map(shown),
      ),
    },
    {
      method: 'GET',
      path: '/guilds/:guild/threads/active',
      handle: inGuild(() => ({
        threads: guildChannels().filter(isThread).map(shown),
        members: [],
      })),
    },
    {
      method: 'GET',
      path: '/guilds/:guild/roles',
      handle: inGuild(() => [...world.roles.values()]),
    },
    {
      method: 'GET',
      path: '/guilds/:guild/members',
      handle: inGuild(({ query }) => {
        const limit = Math.min(Number(query('limit') ?? 1), MAX_MEMBERS);
        return [...world.members.keys()].slice(0, limit).map((id) => toApiMember(world, id));
      }),
    },
    {
      method: 'GET',
      path: '/guilds/:guild/members/:user',
      handle: inGuild(({ param }) => {
        if (!world.members.has(param('user'))) throw discordError('unknownMember');
        return toApiMember(world, param('user'));
      }),
    },
  ];
};
