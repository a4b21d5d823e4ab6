import { InteractionContextType } from 'discord-api-types/v10';
import type { Command } from '../command.ts';

type Payload = Command['payload'];

/** Discord takes so many slash commands in one scope. */
const MOST_COMMANDS = 100;

const { BotDM, PrivateChannel } = InteractionContextType;

const conditionOf = (command: Command): string | null =>
  command.kind === 'chat' ? command.condition : null;

/** All of general use, and as many conditions' as have room beside them, most studied first. */
const withRoom = (commands: readonly Command[]): { general: Payload[]; conditions: Payload[] } => {
  const general = commands.filter((command) => conditionOf(command) === null);
  const room = MOST_COMMANDS - general.filter(({ kind }) => kind === 'chat').length;
  return {
    general: general.map(({ payload }) => payload),
    conditions: commands
      .filter((command) => conditionOf(command) !== null)
      .slice(0, room)
      .map(({ payload }) => payload),
  };
};

/**
 * What is deployed everywhere. The commands of conditions go to direct messages alone, since each
 * server has its own: what was in both would be there twice.
 */
export const globalPayloads = (commands: readonly Command[]): Payload[] => {
  const { general, conditions } = withRoom(commands);
  return [
    ...general,
    ...conditions.map((payload) => ({ ...payload, contexts: [BotDM, PrivateChannel] })),
  ];
};

/** What one server has of its own: the commands of its conditions, most studied first. */
export const guildPayloads = (commands: readonly Command[], off: readonly string[]): Payload[] =>
  commands
    .filter((command) => {
      const condition = conditionOf(command);
      return condition !== null && !off.includes(condition);
    })
    .slice(0, MOST_COMMANDS)
    .map(({ payload }) => payload);

/** Everything in one server, to try it. */
export const trialPayloads = (commands: readonly Command[]): Payload[] => {
  const { general, conditions } = withRoom(commands);
  return [...general, ...conditions];
};
