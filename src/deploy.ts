import dotenv from 'dotenv';
import { createCaveat } from './app/createCaveat.ts';
import { UsageError } from './cli/parseArguments.ts';
import { DEPLOY_USAGE, parseDeployArguments } from './cli/parseDeployArguments.ts';
import { readConfig } from './config.ts';
import { createCommands } from './discord/commands/createCommands.ts';
import { globalPayloads, trialPayloads } from './discord/commands/scopes.ts';
import { connectRest } from './discord/connectRest.ts';
import { deploy, describeDifference } from './discord/deployment.ts';
import { createStudyIndex } from './library/createStudyIndex.ts';
import { loadLanguage } from './library/loadLanguage.ts';
import { loadLibrary } from './library/loadLibrary.ts';
import { endWith } from './process/endWith.ts';

const main = async (): Promise<void> => {
  const { isHelp, isDryRun, guildId } = parseDeployArguments(process.argv.slice(2));
  if (isHelp) {
    process.stdout.write(DEPLOY_USAGE);
    return;
  }
  const { token, discordApi, libraryDir } = readConfig(process.env);
  if (token === null)
    throw new UsageError(
      'Set DISCORD_TOKEN first (README.md, Setting up in Discord). The playground needs no deployment.',
    );
  const library = loadLibrary(libraryDir);
  const index = createStudyIndex(library.studies);
  const { conditions } = createCaveat({ library, index, language: loadLanguage(libraryDir) });
  index.close();
  const { rest, applicationId } = await connectRest(token, discordApi);
  const commands = createCommands(conditions);
  const payloads = guildId === null ? globalPayloads(commands) : trialPayloads(commands);
  const difference = await deploy(rest, { applicationId, guildId }, payloads, {
    dryRun: isDryRun,
  });
  process.stdout.write(
    `${describeDifference(difference)}\n${isDryRun ? 'Nothing was changed.\n' : ''}`,
  );
};

dotenv.config({ quiet: true });
await main().catch(endWith);
