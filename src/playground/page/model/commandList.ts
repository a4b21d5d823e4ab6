import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from 'discord-api-types/v10';

/** A command that can be sent: subcommands stand for themselves, as in Discord's list. */
export type Leaf = {
  commandId: string;
  path: readonly string[];
  /** As it is typed, without the slash: "settings show". */
  name: string;
  description: string;
  options: readonly APIApplicationCommandBasicOption[];
};

/** Types of commands and options, as Discord numbers them. */
const CHAT_INPUT = 1;
const MESSAGE = 3;
const SUBCOMMAND = 1;
const GROUP = 2;
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

/** Every slash command of these, by name. */
export const leafCommands = (commands: readonly APIApplicationCommand[]): readonly Leaf[] =>
  commands
    .filter(({ type }) => type === CHAT_INPUT)
    .flatMap((command) => leavesOf(command, command.options ?? [], [], command.description))
    .sort((a, b) => a.name.localeCompare(b.name));

/** The message commands of these: Apps > name. */
export const messageCommands = (
  commands: readonly APIApplicationCommand[],
): readonly APIApplicationCommand[] => commands.filter(({ type }) => type === MESSAGE);

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
