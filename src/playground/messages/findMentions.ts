import { type APIAllowedMentions, type APIUser, PermissionFlagsBits } from 'discord-api-types/v10';
import { may } from '../permissions.ts';
import type { Channel, World } from '../world.ts';

export type Mentions = { users: APIUser[]; roles: string[]; everyone: boolean };

type Question = {
  channel: Channel;
  authorId: string;
  content: string;
  /** Undefined where the sender said nothing: then everything in the text pings. */
  allowed: APIAllowedMentions | null | undefined;
  /** The author of the message replied to. */
  repliedTo: APIUser | null;
};

const idsIn = (content: string, pattern: RegExp): string[] => [
  ...new Set([...content.matchAll(pattern)].map(([, id]) => id as string)),
];

/** Whom a message pings: what its text mentions, less what `allowed_mentions` holds back. */
export const findMentions = (world: World, question: Question): Mentions => {
  const { channel, authorId, content, allowed, repliedTo } = question;
  const allows = (kind: 'users' | 'roles', id: string): boolean =>
    !allowed ||
    (allowed.parse ?? []).some((it) => it === kind) ||
    (allowed[kind] ?? []).includes(id);
  const users = idsIn(content, /<@!?(\d+)>/g)
    .filter((id) => allows('users', id))
    .flatMap((id) => world.users.get(id) ?? []);
  const pingsReplied = !allowed || allowed.replied_user === true;
  if (repliedTo && pingsReplied && !users.some(({ id }) => id === repliedTo.id)) {
    users.push(repliedTo);
  }
  const mayMentionAll = may(world, channel, authorId, PermissionFlagsBits.MentionEveryone);
  return {
    users,
    roles: idsIn(content, /<@&(\d+)>/g).filter(
      (id) =>
        allows('roles', id) &&
        (mayMentionAll || world.roles.get(id)?.mentionable === true) &&
        world.roles.has(id),
    ),
    everyone:
      mayMentionAll &&
      /@everyone|@here/.test(content) &&
      (!allowed || (allowed.parse ?? []).some((it) => it === 'everyone')),
  };
};
