import { type APIMessage, ChannelType } from 'discord-api-types/v10';
import type { Channel } from '../world.ts';

/** A forum holds posts, not messages. */
export const CHANNELS_WITH_MESSAGES: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.PublicThread,
  ChannelType.DM,
]);

const MOST = 100;
const USUAL = 50;

/** A page of a channel's messages, newest first, by `limit`, `before`, `after` and `around`. */
export const listMessages = (
  channel: Channel,
  query: (name: string) => string | undefined,
): APIMessage[] => {
  const limit = Math.min(Math.max(Number(query('limit') ?? USUAL) || USUAL, 1), MOST);
  const all = [...channel.messages.values()]
    .filter(({ onlyFor }) => onlyFor === null)
    .map(({ message }) => message);
  const idOf = (name: string): bigint | null => {
    const value = query(name);
    return value && /^\d+$/.test(value) ? BigInt(value) : null;
  };
  const [before, after, around] = [idOf('before'), idOf('after'), idOf('around')];
  if (around !== null) {
    const at = all.findIndex(({ id }) => BigInt(id) >= around);
    const start = Math.max(0, (at === -1 ? all.length : at) - Math.floor(limit / 2));
    return all.slice(start, start + limit).reverse();
  }
  if (after !== null) {
    return all
      .filter(({ id }) => BigInt(id) > after)
      .slice(0, limit)
      .reverse();
  }
  const older = before === null ? all : all.filter(({ id }) => BigInt(id) < before);
  return older.slice(-limit).reverse();
};
