import { type APIMessage, GatewayIntentBits as I } from 'discord-api-types/v10';
import type { World } from '../world.ts';

const KNOWN = Object.values(I).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

/** Whether a bot may ask for these intents at all; an unknown bit closes the socket with 4013. */
export const areIntentsValid = (intents: unknown): intents is number =>
  typeof intents === 'number' &&
  Number.isInteger(intents) &&
  intents >= 0 &&
  (BigInt(intents) & ~BigInt(KNOWN)) === 0n;

/** A guild message as a bot without the message content intent gets it. */
export const withoutContent = <M extends APIMessage>(world: World, message: M): M => {
  const isForBot =
    message.author.id === world.bot.id || message.mentions.some(({ id }) => id === world.bot.id);
  const blanked = isForBot
    ? message
    : { ...message, content: '', embeds: [], attachments: [], components: [] };
  return message.referenced_message
    ? { ...blanked, referenced_message: withoutContent(world, message.referenced_message) }
    : blanked;
};
