import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from 'discord-api-types/v10';
import type { PageChannel } from '../../protocol.ts';

/** A command that can be sent: subcommands stand for themselves, as in Discord's list. */
export type Leaf = {
  commandId: string;
  path: readonly string[];
  /** As it is typed, without the slash: "settings show". */
  name: string;
  description: string;
  options: readonly APIApplicationCommandBasicOption[];
};

/** Types of commands, options and contexts, as Discord numbers them. */
const CHAT_INPUT = 1;
const MESSAGE = 3;
const SUBCOMMAND = 1;
const GROUP = 2;
const CONTEXT = { guild: 0, botDirect: 1, direct: 2 } as const;

/** Where a command would be used, and by whom. */
export type Place = { isAdmin: boolean; channel: PageChannel | null; botName: string };

/** A direct conversation goes by the name of the other; Discord tells those with the bot apart. */
const contextOf = ({ channel, botName }: Place): number => {
  if (channel?.kind !== 'direct') return CONTEXT.guild;
  return channel.name === botName ? CONTEXT.botDirect : CONTEXT.direct;
};

const isOffered = (command: APIApplicationCommand, place: Place): boolean => {
  const context = contextOf(place);
  if (command.contexts != null && !command.contexts.some((known) => known === context))
    return false;
  const isRestricted = command.default_member_permissions != null;
  return !isRestricted || place.isAdmin || context !== CONTEXT.guild;
};

const leavesOf = (
  command: APIApplicationCommand,
  options: readonly APIApplicationCommandOption[],
  path: readonly string[],
  description: string,
): Leaf[] => {
  const branches = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (branches.length === 0) {
    return [
      {
        commandId: command.id,
        path,
        name: [command.name, ...path].join(' '),
        description,
        options: options as readonly APIApplicationCommandBasicOption[],
      },
    ];
  }
  return branches.flatMap((branch) =>
    leavesOf(
      command,
      (branch as { options?: APIApplicationCommandOption[] }).options ?? [],
      [...path, branch.name],
      branch.description,
    ),
  );
};

/** Every slash command that may be used here, by name. */
export const leafCommands = (
  commands: readonly APIApplicationCommand[],
  place: Place,
): readonly Leaf[] =>
  commands
    .filter((command) => command.type === CHAT_INPUT && isOffered(command, place))
    .flatMap((command) => leavesOf(command, command.options ?? [], [], command.description))
    .sort((a, b) => a.name.localeCompare(b.name));

/** The message commands that may be used here: Apps > name. */
export const messageCommands = (
  commands: readonly APIApplicationCommand[],
  place: Place,
): readonly APIApplicationCommand[] =>
  commands.filter((command) => command.type === MESSAGE && isOffered(command, place));

/** Commands for what is typed after the slash: names that begin so first, then those that hold it. */
export const matchCommands = (leaves: readonly Leaf[], typed: string): readonly Leaf[] => {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return leaves;
  const first = leaves.filter(({ name }) => name.startsWith(wanted));
  const other = leaves.filter(
    (leaf) =>
      !first.includes(leaf) &&
      (leaf.name.includes(wanted) || leaf.description.toLowerCase().includes(wanted)),
  );
  return [...first, ...other];
};

/** A command typed whole with a space behind it: the person goes on to its options. */
export const typedCommand = (leaves: readonly Leaf[], text: string): Leaf | null => {
  if (!text.startsWith('/') || !text.endsWith(' ')) return null;
  const name = text.slice(1).trim().toLowerCase();
  const isPrefix = leaves.some((leaf) => leaf.name.startsWith(`${name} `));
  return isPrefix ? null : (leaves.find((leaf) => leaf.name === name) ?? null);
};
