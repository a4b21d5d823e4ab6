import type { APIInteraction } from 'discord-api-types/v10';
import type { Channel, StoredMessage } from './world.ts';

/** What happens in the world, for the gateway, the page and the tests alike. */
export type WorldEvent =
  | { type: 'messageCreated' | 'messageChanged'; channel: Channel; stored: StoredMessage }
  | { type: 'messageDeleted'; channel: Channel; messageId: string; onlyFor: string | null }
  | { type: 'typing'; channel: Channel; userId: string }
  | { type: 'channelCreated' | 'channelChanged' | 'channelDeleted'; channel: Channel }
  /** The bot was added to the guild or removed; or Discord lost the guild for a while. */
  | { type: 'guildChanged'; change: 'joined' | 'left' | 'lost' | 'back' }
  | { type: 'commandsChanged' }
  | { type: 'botPresence'; isOnline: boolean }
  | { type: 'interaction'; interaction: APIInteraction };

type Listener = (event: WorldEvent) => void;

export type Bus = { emit: Listener; listen: (listener: Listener) => () => void };

/** Tells every listener of every event, in order; `listen` returns the way to stop. */
export const createBus = (): Bus => {
  const listeners = new Set<Listener>();
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
