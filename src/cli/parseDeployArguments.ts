import { parseArgs } from 'node:util';
import { UsageError } from './parseArguments.ts';

export const DEPLOY_USAGE = `Usage: npm run deploy -- [--dry-run] [--guild ID]

  --dry-run       shows what would change, and changes nothing
  --guild ID      the commands of one server, there at once; without it those of everywhere
  --help          this text
`;

export type DeployArguments = { isHelp: boolean; isDryRun: boolean; guildId: string | null };

/**
 * Reads the command line of \`npm run deploy\`.
 * @throws UsageError with a sentence that says what was wrong and what to do.
 */
export const parseDeployArguments = (argv: readonly string[]): DeployArguments => {
  const read = () => {
    try {
      return parseArgs({
        args: [...argv],
        options: {
          'dry-run': { type: 'boolean' },
          guild: { type: 'string' },
          help: { type: 'boolean', short: 'h' },
        },
      }).values;
    } catch {
      throw new UsageError('Use --dry-run, --guild ID or --help, and nothing else.');
    }
  };
  const { 'dry-run': isDryRun = false, guild = null, help = false } = read();
  if (guild !== null && !/^\d{17,20}$/.test(guild))
    throw new UsageError(
      '--guild takes the id of a server, 17 to 20 digits: in Discord, right-click the server, Copy Server ID (Developer Mode on).',
    );
  return { isHelp: help, isDryRun, guildId: guild };
};
