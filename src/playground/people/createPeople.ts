import { canSee } from '../permissions.ts';
import type { PageMessage } from '../protocol.ts';
import type { Stand } from '../stand.ts';
import type { StoredMessage, World } from '../world.ts';
import { type CommandActions, commandActions } from './commandActions.ts';
import { type ComponentActions, componentActions } from './componentActions.ts';
import { type MessageActions, messageActions } from './messageActions.ts';
import { toPageMessage } from './see.ts';
import { waitUntil } from './waitUntil.ts';

const WAIT_MS = 5_000;

/** All that people do and see: the page and the tests act through this alone. */
export type People = MessageActions &
  CommandActions &
  ComponentActions & {
    /** The messages of a channel as one person sees them, oldest first. */
    messages: (channelId: string, asUserId: string) => PageMessage[];
    /** Looks at the world now and after each event, until the look is truthy. */
    waitFor: <T>(
      look: (world: World) => T | null | undefined | false,
      options?: { ms?: number; what?: string },
    ) => Promise<T>;
    /** The bot's reply to a message. */
    replyTo: (message: PageMessage, options?: { ms?: number }) => Promise<PageMessage>;
  };

const isReplyTo = (botId: string, id: string, { message }: StoredMessage): boolean =>
  message.author.id === botId && message.message_reference?.message_id === id;

/** Listens for the one message, so that many may wait at once without each looking at all others. */
const awaitReply = (stand: Stand, asked: PageMessage, ms: number): Promise<PageMessage> => {
  const { world, bus } = stand;
  const present = world.channels.get(asked.channel_id)?.messages.values() ?? [];
  let found = [...present].find((it) => isReplyTo(world.bot.id, asked.id, it));
  const stop = bus.listen((event) => {
    if (event.type === 'messageCreated' && isReplyTo(world.bot.id, asked.id, event.stored)) {
      found = event.stored;
    }
  });
  return waitUntil(bus, () => found && toPageMessage(found), {
    ms,
    what: 'a reply from the bot',
  }).finally(stop);
};

/** The people of this playground. */
export const createPeople = (stand: Stand): People => {
  const { world, bus } = stand;
  const waitFor: People['waitFor'] = (look, { ms = WAIT_MS, what = 'the world to change' } = {}) =>
    waitUntil(bus, () => look(world), { ms, what });
  return {
    ...messageActions(stand),
    ...commandActions(stand),
    ...componentActions(stand),
    messages: (channelId, asUserId) => {
      const channel = world.channels.get(channelId);
      if (!channel || !canSee(world, channel, asUserId)) return [];
      return [...channel.messages.values()]
        .filter(({ onlyFor }) => onlyFor === null || onlyFor === asUserId)
        .map(toPageMessage);
    },
    waitFor,
    replyTo: (message, { ms = WAIT_MS } = {}) => awaitReply(stand, message, ms),
  };
};
