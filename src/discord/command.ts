import type {
  Attachment,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

import type { Choice } from '../core/question/completion.ts';
import type { BotDeps } from './botDeps.ts';
import { UserError } from './userError.ts';

type Option = APIApplicationCommandBasicOption;

/** What takes options: a command, or a part of one. */
type WithOptions = { options?: readonly Option[] };

type CommandPayload = Omit<RESTPostAPIChatInputApplicationCommandsJSONBody, 'options'>;

export type ChatPayload = CommandPayload & {
  options?: readonly Option[] | readonly APIApplicationCommandSubcommandOption[];
};

type ValueOf<O extends Option> = O['type'] extends
  | ApplicationCommandOptionType.Number
  | ApplicationCommandOptionType.Integer
  ? number
  : O['type'] extends ApplicationCommandOptionType.Boolean
    ? boolean
    : O['type'] extends ApplicationCommandOptionType.Attachment
      ? Attachment
      : string;

type OptionsOf<P extends WithOptions> = P['options'] extends readonly Option[]
  ? P['options'][number]
  : never;

/** The arguments of a command by name, inferred from its payload: null where left out. */
export type ArgumentsOf<P extends WithOptions> = {
  [O in OptionsOf<P> as O['name']]: O extends { required: true } ? ValueOf<O> : ValueOf<O> | null;
};

type Run = (interaction: ChatInputCommandInteraction, deps: BotDeps) => Promise<void>;

/** The choices for the option being typed; the other options as far as they are filled in. */
type Complete = (
  interaction: AutocompleteInteraction,
  deps: BotDeps,
) => readonly Choice[] | Promise<readonly Choice[]>;

export type ChatCommand = {
  kind: 'chat';
  payload: ChatPayload;
  /** The id of the condition that it is the command of; null for those of general use. */
  condition: string | null;
  run: Run;
  complete: Complete | null;
};

export type MessageCommand = {
  kind: 'message';
  payload: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  run: (interaction: MessageContextMenuCommandInteraction, deps: BotDeps) => Promise<void>;
};

export type Command = ChatCommand | MessageCommand;

const argumentsOf = <P extends WithOptions>(
  { options = [] }: P,
  interaction: ChatInputCommandInteraction,
): ArgumentsOf<P> =>
  Object.fromEntries(
    options.map(({ name }) => {
      const given = interaction.options.get(name);
      return [name, given?.attachment ?? given?.value ?? null];
    }),
  ) as ArgumentsOf<P>;

/** What a command or a part of one does. */
type Handlers<P extends WithOptions> = {
  run: (call: {
    interaction: ChatInputCommandInteraction;
    args: ArgumentsOf<P>;
    deps: BotDeps;
  }) => Promise<void>;
  complete?: (call: {
    /** Name of the option being typed. */
    option: string;
    typed: string;
    interaction: AutocompleteInteraction;
    deps: BotDeps;
  }) => readonly Choice[] | Promise<readonly Choice[]>;
};

const bind = <P extends WithOptions>(
  payload: P,
  { run, complete }: Handlers<P>,
): { run: Run; complete: Complete | null } => ({
  run: (interaction, deps) => run({ interaction, args: argumentsOf(payload, interaction), deps }),
  complete: complete
    ? (interaction, deps) => {
        const { name, value } = interaction.options.getFocused(true);
        return complete({ option: name, typed: String(value), interaction, deps });
      }
    : null,
});

/**
 * Declares a slash command once: what Discord is told, what runs, what completes it.
 * @returns the command as router, deployment and help read it.
 */
export const defineCommand = <const P extends CommandPayload & WithOptions>({
  payload,
  condition = null,
  ...handlers
}: { payload: P; condition?: string | null } & Handlers<P>): ChatCommand => ({
  kind: 'chat',
  payload,
  condition,
  ...bind(payload, handlers),
});

type PartPayload = { name: string; description: string } & WithOptions;

/** One part of a command: `/config show`. */
export type CommandPart = { payload: PartPayload; run: Run; complete: Complete | null };

/** Declares a part of a command, as `defineCommand` does a whole one. */
export const definePart = <const P extends PartPayload>({
  payload,
  ...handlers
}: { payload: P } & Handlers<P>): CommandPart => ({ payload, ...bind(payload, handlers) });

/** A gate that an interaction passes before any part of a command. @throws UserError to refuse. */
export type Gate = (
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
  deps: BotDeps,
) => Promise<void>;

/** Declares a command that is made of parts, each with options of its own. */
export const defineCommandOfParts = ({
  payload,
  parts,
  gate = async () => {},
}: {
  payload: CommandPayload;
  parts: readonly CommandPart[];
  gate?: Gate;
}): ChatCommand => {
  const partOf = (interaction: ChatInputCommandInteraction | AutocompleteInteraction) => {
    const name = interaction.options.getSubcommand(false);
    return parts.find((part) => part.payload.name === name);
  };
  return {
    kind: 'chat',
    condition: null,
    payload: {
      ...payload,
      options: parts.map((part) => ({
        ...part.payload,
        type: ApplicationCommandOptionType.Subcommand,
        options: [...(part.payload.options ?? [])],
      })),
    },
    run: async (interaction, deps) => {
      await gate(interaction, deps);
      const part = partOf(interaction);
      if (!part) throw new UserError('unknown-command');
      await part.run(interaction, deps);
    },
    complete: async (interaction, deps) => {
      await gate(interaction, deps);
      return (await partOf(interaction)?.complete?.(interaction, deps)) ?? [];
    },
  };
};
