import dotenv from 'dotenv';
import { UsageError } from './cli/parseArguments.ts';
import { readConfig } from './config.ts';
import { connectRest } from './discord/connectRest.ts';
import { inviteUrl, PERMISSIONS } from './discord/invite.ts';
import { endWith } from './process/endWith.ts';

const main = async (): Promise<void> => {
  const { token, discordApi } = readConfig(process.env);
  if (token === null)
    throw new UsageError('Set DISCORD_TOKEN first (README.md, Setting up in Discord).');
  const { applicationId } = await connectRest(token, discordApi);
  process.stdout.write(
    `${inviteUrl(applicationId)}\n\nOpen it to add the bot to a server of yours. It asks for: ${Object.keys(PERMISSIONS).join(', ')}.\n`,
  );
};

dotenv.config({ quiet: true });
await main().catch(endWith);
