import type { Stand } from './stand.ts';

/** The bot's coming and going. */
export type Guilds = {
  /** An admin adds the bot to the guild. */
  join: () => void;
  /** An admin removes it: it sees nothing of the guild any more. */
  leave: () => void;
  /** Discord loses the guild, as in an outage; the bot is still in it. */
  lose: () => void;
  /** The outage is over. */
  comeBack: () => void;
};

export const createGuilds = ({ world, bus, now }: Stand): Guilds => {
  const member = world.members.get(world.bot.id);
  return {
    join: () => {
      if (!member) throw new Error('There is no bot to add.');
      world.members.set(world.bot.id, { ...member, joinedAt: new Date(now()).toISOString() });
      bus.emit({ type: 'guildChanged', change: 'joined' });
    },
    leave: () => {
      world.members.delete(world.bot.id);
      bus.emit({ type: 'guildChanged', change: 'left' });
    },
    lose: () => bus.emit({ type: 'guildChanged', change: 'lost' }),
    comeBack: () => bus.emit({ type: 'guildChanged', change: 'back' }),
  };
};
