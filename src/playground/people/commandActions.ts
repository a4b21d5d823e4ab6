import {
  type APIApplicationCommand,
  ApplicationCommandType,
  InteractionType,
  MessageType,
} from 'discord-api-types/v10';
import { openInteraction } from '../interactions/openInteraction.ts';
import type { Stand } from '../stand.ts';
import { type Filled, fillOptions, type SentOption } from './fillOptions.ts';
import { findCommand } from './findCommand.ts';
import { channelFor, messageFor } from './messageActions.ts';
import type { Resolved } from './resolveId.ts';
import { type Seen, see } from './see.ts';

export const NO_RESPONSE = 'The application did not respond';

type Where = {
  userId: string;
  channelId: string;
  /** The name of a command, or its id. */
  command: string;
  /** Sends what Discord's own client would not let through. */
  forge?: boolean;
  /** Through the user's own installed app rather than the guild's. */
  isUserInstalled?: boolean;
};

export type RunCommand = Where & Filled;

export type CommandActions = {
  runCommand: (action: RunCommand) => Promise<Seen>;
  /** `focused` names the option being typed; its value may be empty. */
  autocomplete: (action: RunCommand & { focused: string }) => Promise<Seen>;
  runMessageCommand: (action: Where & { messageId: string }) => Promise<Seen>;
  runUserCommand: (action: Where & { targetId: string }) => Promise<Seen>;
};

const dataOf = (
  command: APIApplicationCommand,
  options: readonly SentOption[],
  resolved: Resolved,
  targetId?: string,
) => ({
  id: command.id,
  name: command.name,
  type: command.type,
  ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
  ...(options.length > 0 ? { options } : {}),
  ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  ...(targetId === undefined ? {} : { target_id: targetId }),
});

const installOf = ({ isUserInstalled }: Where) =>
  isUserInstalled === undefined ? {} : { isUserInstalled };

/** What people do with slash commands and context menus. */
export const commandActions = (stand: Stand): CommandActions => {
  const run = async (action: RunCommand, type: InteractionType): Promise<Seen> => {
    const channel = channelFor(stand, action.userId, action.channelId);
    const command = findCommand(stand, {
      ...action,
      channel,
      type: ApplicationCommandType.ChatInput,
    });
    const { options, resolved, focusedType } = fillOptions(stand, channel, command, action);
    const exchange = openInteraction(stand, {
      type,
      userId: action.userId,
      channel,
      data: dataOf(command, options, resolved),
      messageType: MessageType.ChatInputCommand,
      commandName: [command.name, ...(action.path ?? [])].join(' '),
      ...(focusedType === null ? {} : { focusedType }),
      ...installOf(action),
    });
    return see(stand, exchange, NO_RESPONSE);
  };

  const runOn = async (
    action: Where,
    type: ApplicationCommandType,
    target: (channel: ReturnType<typeof channelFor>) => { id: string; resolved: Resolved },
  ): Promise<Seen> => {
    const channel = channelFor(stand, action.userId, action.channelId);
    const command = findCommand(stand, { ...action, channel, type });
    const { id, resolved } = target(channel);
    const exchange = openInteraction(stand, {
      type: InteractionType.ApplicationCommand,
      userId: action.userId,
      channel,
      data: dataOf(command, [], resolved, id),
      messageType: MessageType.ContextMenuCommand,
      commandName: command.name,
      ...(type === ApplicationCommandType.Message ? { targetMessageId: id } : {}),
      ...installOf(action),
    });
    return see(stand, exchange, NO_RESPONSE);
  };

  return {
    runCommand: (action) => run(action, InteractionType.ApplicationCommand),
    autocomplete: ({ focused, options, ...action }) =>
      run(
        { ...action, focused, options: { [focused]: '', ...options } },
        InteractionType.ApplicationCommandAutocomplete,
      ),
    runMessageCommand: (action) =>
      runOn(action, ApplicationCommandType.Message, (channel) => {
        const { message } = messageFor(channel, action.userId, action.messageId);
        return { id: message.id, resolved: { messages: { [message.id]: message } } };
      }),
    runUserCommand: (action) =>
      runOn(action, ApplicationCommandType.User, () => {
        const user = stand.world.users.get(action.targetId);
        return { id: action.targetId, resolved: user ? { users: { [user.id]: user } } : {} };
      }),
  };
};
