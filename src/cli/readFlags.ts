import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './parseArguments.ts';

/**
 * The flags of a small command that takes nothing else.
 * @param use what it takes, for whoever wrote something else
 * @throws UsageError in plain words.
 */
export const readFlags = <T extends ParseArgsOptionsConfig>(options: T, use: string) => {
  try {
    return parseArgs({ args: process.argv.slice(2), options }).values;
  } catch {
    throw new UsageError(`Use ${use}, and nothing else.`);
  }
};
