import {
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  Events,
  type Interaction,
  ApplicationCommandOptionType as Option,
} from 'discord.js';
import type { Playground } from '../../src/playground/createPlayground.ts';
import { startBot } from './startBot.ts';

const COMMANDS = [
  {
    name: 'ask',
    description: 'Asks',
    options: [
      { type: Option.String, name: 'q', description: 'Question', required: true, max_length: 20 },
      { type: Option.Integer, name: 'n', description: 'Number', min_value: 1, max_value: 9 },
      {
        type: Option.String,
        name: 'kind',
        description: 'Kind',
        choices: [{ name: 'A', value: 'a' }],
      },
      { type: Option.String, name: 'typed', description: 'Typed', autocomplete: true },
      { type: Option.Integer, name: 'count', description: 'Counted', autocomplete: true },
      { type: Option.User, name: 'who', description: 'Who' },
      { type: Option.Channel, name: 'where', description: 'Where' },
      { type: Option.Mentionable, name: 'any', description: 'Any' },
      { type: Option.Boolean, name: 'private', description: 'Private' },
      { type: Option.Attachment, name: 'file', description: 'File' },
    ],
  },
  {
    name: 'tree',
    description: 'Nested',
    options: [
      {
        type: Option.SubcommandGroup,
        name: 'group',
        description: 'Group',
        options: [
          {
            type: Option.Subcommand,
            name: 'leaf',
            description: 'Leaf',
            options: [{ type: Option.String, name: 'x', description: 'X' }],
          },
        ],
      },
    ],
  },
  { name: 'Check the evidence', type: ApplicationCommandType.Message },
  { name: 'here only', type: ApplicationCommandType.Message, contexts: [0] },
  {
    name: 'anywhere',
    description: 'User-installed',
    integration_types: [0, 1],
    contexts: [0, 1, 2],
  },
  { name: 'admin', description: 'For admins', default_member_permissions: '8' },
];

/** A bot with those commands, and what its answers threw. */
export const startWithCommands = async (
  answer: (interaction: Interaction) => unknown,
  limits: Parameters<typeof startBot>[0] = {},
) => {
  const bot = await startBot(limits);
  await bot.client.application.commands.set(COMMANDS as never);
  const faults: unknown[] = [];
  bot.client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await answer(interaction);
    } catch (error) {
      faults.push(error);
    }
  });
  return { ...bot, faults, people: bot.playground.people };
};
/** The interaction, which the test knows to be of a slash command. */
export const asCommand = (interaction: Interaction) => interaction as ChatInputCommandInteraction;
/** Where and by whom a command is used in most tests. */
export const inAsk = ({ ids }: Playground) => ({
  userId: ids.users.member,
  channelId: ids.channels.ask,
  command: 'ask',
});
