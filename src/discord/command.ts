import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js';
import type {
  APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';

import type { Choice } from '../core/question/completion.ts';
import type { BotDeps } from './botDeps.ts';

type Option = APIApplicationCommandBasicOption;

export type ChatPayload = Omit<RESTPostAPIChatInputApplicationCommandsJSONBody, 'options'> & {
  options?: readonly Option[];
};

type ValueOf<O extends Option> = O['type'] extends
  | ApplicationCommandOptionType.Number
  | ApplicationCommandOptionType.Integer
  ? number
  : O['type'] extends ApplicationCommandOptionType.Boolean
    ? boolean
    : string;

type OptionsOf<P extends ChatPayload> = P['options'] extends readonly Option[]
  ? P['options'][number]
  : never;

/** The arguments of a command by name, inferred from its payload: null where left out. */
export type ArgumentsOf<P extends ChatPayload> = {
  [O in OptionsOf<P> as O['name']]: O extends { required: true } ? ValueOf<O> : ValueOf<O> | null;
};

export type ChatCommand = {
  kind: 'chat';
  payload: ChatPayload;
  run: (interaction: ChatInputCommandInteraction, deps: BotDeps) => Promise<void>;
  /** The choices for the option being typed; the other options as far as they are filled in. */
  complete: ((interaction: AutocompleteInteraction, deps: BotDeps) => readonly Choice[]) | null;
};

export type MessageCommand = {
  kind: 'message';
  payload: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  run: (interaction: MessageContextMenuCommandInteraction, deps: BotDeps) => Promise<void>;
};

export type Command = ChatCommand | MessageCommand;

const argumentsOf = <P extends ChatPayload>(
  payload: P,
  interaction: ChatInputCommandInteraction,
): ArgumentsOf<P> =>
  Object.fromEntries(
    (payload.options ?? []).map(({ name }) => [name, interaction.options.get(name)?.value ?? null]),
  ) as ArgumentsOf<P>;

/**
 * Declares a slash command once: what Discord is told, what runs, what completes it.
 * @returns the command as router, deployment and help read it.
 */
export const defineCommand = <const P extends ChatPayload>({
  payload,
  run,
  complete,
}: {
  payload: P;
  run: (call: {
    interaction: ChatInputCommandInteraction;
    args: ArgumentsOf<P>;
    deps: BotDeps;
  }) => Promise<void>;
  complete?: (call: {
    /** Name of the option being typed. */
    option: string;
    typed: string;
    deps: BotDeps;
  }) => readonly Choice[];
}): ChatCommand => ({
  kind: 'chat',
  payload,
  run: (interaction, deps) => run({ interaction, args: argumentsOf(payload, interaction), deps }),
  complete: complete
    ? (interaction, deps) => {
        const { name, value } = interaction.options.getFocused(true);
        return complete({ option: name, typed: String(value), deps });
      }
    : null,
});
