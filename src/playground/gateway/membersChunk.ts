import { toApiMember } from '../apiObjects.ts';
import type { Stand } from '../stand.ts';
import type { Dispatch } from './toDispatch.ts';

type Wanted = { user_ids?: string | string[]; query?: string; limit?: number; nonce?: string };

/** The answer to a bot's request for guild members, in one chunk: the guild is small. */
export const membersChunk = ({ world }: Stand, wanted: Wanted): Dispatch => {
  const ids = wanted.user_ids === undefined ? null : [wanted.user_ids].flat();
  const start = (wanted.query ?? '').toLowerCase();
  const members = [...world.members.keys()]
    .filter((id) =>
      ids ? ids.includes(id) : (world.users.get(id)?.username ?? '').startsWith(start),
    )
    .slice(0, wanted.limit || undefined)
    .map((id) => toApiMember(world, id));
  return {
    t: 'GUILD_MEMBERS_CHUNK',
    d: {
      guild_id: world.guild.id,
      members,
      chunk_index: 0,
      chunk_count: 1,
      not_found: ids?.filter((id) => !world.members.has(id)) ?? [],
      ...(wanted.nonce === undefined ? {} : { nonce: wanted.nonce }),
    },
  };
};
