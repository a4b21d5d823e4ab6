import { UsageError } from '../parseArguments.ts';
import type { LibraryCommand, LibraryDeps } from './command.ts';

const wordUsage = (commands: readonly LibraryCommand[]): string =>
  `Usage: npm run library -- COMMAND ...

${commands.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join('\n')}

npm run library -- COMMAND --help tells more of each.
`;

/**
 * Runs the subcommand that the command line names.
 * @returns the exit code. @throws UsageError
 */
export const runLibrary = async (
  argv: readonly string[],
  commands: readonly LibraryCommand[],
  deps: LibraryDeps,
): Promise<number> => {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h') {
    await deps.print(wordUsage(commands));
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command)
    throw new UsageError(
      `There is no command "${name}". Use ${commands.map((each) => each.name).join(', ')} or --help.`,
    );
  if (rest.includes('--help') || rest.includes('-h')) {
    await deps.print(command.usage);
    return 0;
  }
  return command.run(rest, deps);
};
